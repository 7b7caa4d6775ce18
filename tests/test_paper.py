"""The paper of a briefing: few pages whatever is in it, and no label on another."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from components import briefing, bulk, corpus, lexicon
from components.briefing import Briefing, Happening
from components.export.label_room import Box, Letters, Placed, places
from components.export.panels import lanes, panels
from components.export.paper import paper
from components.measures import Pick
from components.model import Article

BODIES = ("South Korea's Joint Chiefs of Staff", "Ukrainian military intelligence", "The Pentagon", "KCNA")
DEEDS = (
    "soldiers had been killed in Kursk",
    "soldiers had been wounded in Kursk",
    "troops were in Russia",
    "engineers were in Russia",
)
LETTERS, WITHIN = Letters(0.02, 0.1, 0.03, 0.08), (0.0, -0.04, 1.02, 1.0)


def crowded() -> tuple[Article, ...]:
    """Eight articles with sixteen figures each, of four bodies within eight days."""
    numbers = itertools.count(110, 10)
    return tuple(
        Article(
            f"article {n}",
            "\n\n".join(
                f"{body} said on Monday that about {next(numbers):,} North Korean {deed}."
                for body in BODIES
                for deed in DEEDS
            ),
            f"Report {n}",
            "A paper",
            None,
            dt.date(2025, 1, 10) + dt.timedelta(n),
            "metadata",
        )
        for n in range(8)
    )


@pytest.fixture(scope="module")
def told() -> Briefing:
    words = lexicon.load()
    material = briefing.gathered(corpus.of(bulk.readings(crowded(), words, 1), words))
    return briefing.assemble(material, Pick(), dt.date(2025, 4, 1))


def test_much_is_bounded_to_few_pages_that_hold_the_evidence_of_every_number_on_them(told: Briefing) -> None:
    held = paper(told)
    assert held == paper(told)
    pages = PdfReader(io.BytesIO(held)).pages
    assert 2 <= len(pages) <= 6
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    front, _, behind = re.sub(rf"{told.title} \d / \d ?", "", words).partition(" Evidence ")
    cited = {int(one) for numbers in re.findall(r"\[(\d+(?:, \d+)*)\]", front) for one in numbers.split(", ")}
    assert cited
    for one in told.evidence:
        assert (f"{one.number} {one.figure}. {one.who}: “" in behind) == (one.number in cited)
    assert re.search(r"And [\d,]+ more events in the app, the slides and the tables", front)


def test_every_figure_of_a_topic_has_its_mark(told: Briefing) -> None:
    for topic in told.topics[:2]:
        drawn, others = panels(topic)
        assert others == 0
        assert sum(len(panel["marks"]) for panel in drawn) == len(topic.points)


def test_a_sign_without_a_font_is_a_box_and_said(told: Briefing, capsys: pytest.CaptureFixture[str]) -> None:
    scripts = "𒀀 𓀀 𐎀 𐘀 𘠀"  # no machine that we know has fonts for all
    held = paper(replace(told, title=scripts, parts=("key",)))
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(held)).pages).split())
    assert "The paper lacks a font for “" in capsys.readouterr().err
    assert "Some signs are boxes here" in words
    assert "fonts-noto-cjk" in words


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.8), st.integers(1, 40)), max_size=12))
def test_no_label_lies_on_another_or_on_a_mark_or_leaves_the_panel(marks: list[tuple[float, float, int]]) -> None:
    spots = [(x, y) for x, y, _ in marks]
    found = places(spots, [("n" * signs, "[1]") for *_, signs in marks], LETTERS, WITHIN)
    boxes = [box(spot, one) for spot, one in zip(spots, found, strict=True) if one]
    for one, other in itertools.combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for left, low, right, high in boxes:
        assert WITHIN[0] <= left
        assert right <= WITHIN[2]
        assert WITHIN[1] <= low
        assert high <= WITHIN[3]
        assert not any(left < x < right and low < y < high for x, y in spots)


def box(spot: tuple[float, float], placed: Placed) -> Box:
    """What a label covers, reckoned from where the paper sets it."""
    (x, y), wide, high = spot, len(placed.label) * LETTERS.width, LETTERS.height
    left = {"right": x + LETTERS.across, "left": x - LETTERS.across - wide}.get(placed.side, x - wide / 2)
    low = {"above": y + LETTERS.up, "below": y - LETTERS.up - high}.get(placed.side, y - high / 2)
    return left, low, left + wide, low + high


def test_the_timeline_has_an_event_a_line_in_the_lanes_of_the_screen() -> None:
    first, last = dt.date(2025, 1, 1), dt.date(2025, 3, 31)
    one = Happening("Russia", "TASS", "ru", "denied", "stated", last, last, "31 Mar 2025", "Visit", (4,))
    other = Happening("South Korea", "JCS", "rok", "planned", "stated", first, last, "Jan–Mar 2025", "Deployment", (3,))
    drawn = lanes((one, other))
    assert [lane["name"] for lane in drawn["lanes"]] == ["South Korea", "Russia"]
    (planned,), (denied,) = (lane["events"] for lane in drawn["lanes"])
    assert (planned["from"], planned["to"], planned["how"]) == (0.0, 1.0, "planned")
    assert denied["denied"]
    assert denied["words"] == "31 Mar 2025: Visit (TASS) [4]"
    assert [tick["words"] for tick in drawn["ticks"]] == ["Jan 2025", "Feb 2025", "Mar 2025"]
