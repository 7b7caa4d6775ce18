"""A briefing: its content, its slides opened with python-pptx, its Markdown, its command."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Inches

from components import articles, briefing, bulk, checks, corpus, lexicon, measures, statements
from components.briefing import Briefing, Gathered
from components.export.deck import TemplateError, deck
from components.export.lines import line
from components.export.markdown import markdown
from components.lexicon import names
from components.measures import Pick
from components.model import Article
from components.statements.corroboration import corroborations
from components.statements.faithful import faithful
from components.statements.revisions import ladders
from tests.by_hand import Said, claims, day

SEEDS = Path(__file__).parents[1] / "seeds"
MADE = dt.date(2025, 5, 1)
HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>\x00\x0b\u202eעברית مرحبا\ud800 | ' + "n" * 500


def material_of(frame: pd.DataFrame, known: dict[str, Article] | None = None) -> Gathered:
    words = lexicon.load()
    grouped = statements.group(frame, words, {})
    return Gathered(
        articles=known or {},
        index=measures.index(grouped.claims),
        careful=faithful(grouped.claims, grouped.statements),
        statements=grouped.statements,
        ladders=ladders(grouped.statements),
        stands=corroborations(grouped.statements, words.compilers),
        verdicts=checks.run(grouped.statements),
        leftovers=(),
        names=names.of_sources(words),
        lexicon_digest=words.digest,
    )


@pytest.fixture(scope="module")
def seeds() -> Gathered:
    words = lexicon.load()
    loaded = articles.load([SEEDS], words).articles
    return briefing.gathered(corpus.of(bulk.readings(loaded, words, 1), words))


@pytest.fixture(scope="module")
def told(seeds: Gathered) -> Briefing:
    return briefing.assemble(seeds, Pick(), MADE)


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def words_of(slide: Any) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def test_every_number_in_brackets_points_to_a_line_of_evidence(told: Briefing) -> None:
    cited = {number for topic in told.topics for point in topic.points for number in point.evidence}
    cited |= {number for source in told.key_sources for figure in source.figures for number in figure.evidence}
    cited |= {number for event in told.timeline for number in event.evidence}
    assert cited <= {one.number for one in told.evidence}
    assert [one.number for one in told.evidence] == list(range(1, len(told.evidence) + 1))
    assert all(point.evidence for topic in told.topics for point in topic.points)


def test_an_open_total_shows_both_readings(told: Briefing) -> None:
    assert any("about 11,000, or at least 14,000" in str(one) for one in told.topics[0].readings)


def test_totals_of_two_sources_are_refused_in_a_sentence() -> None:
    frame = claims(
        Said(11000, days=(day(1, 1), day(1, 2))),
        Said(12000, source="ua-intel", article="two", days=(day(1, 3), day(1, 3))),
    )
    troops = briefing.assemble(material_of(frame), Pick(), MADE).topics[0]
    assert any(one.startswith("Not added:") and "Rule 1" in one for one in troops.refused)
    assert any(one.startswith("Not added:") for one in troops.sentences)


def test_a_figure_without_a_named_source_says_so() -> None:
    told = briefing.assemble(material_of(claims(Said(500, source=None, days=(day(1, 1), day(1, 2))))), Pick(), MADE)
    assert {one.source for one in told.evidence} == {"no named source"}
    assert "no named source" in told.topics[0].points[0].name


def test_figures_that_cannot_both_hold_have_a_slide_of_their_own() -> None:
    frame = claims(
        Said(11000, as_of=day(1, 2), days=(day(1, 2), day(1, 2))),
        Said(4000, source="ua-intel", article="two", as_of=day(1, 3), days=(day(1, 3), day(1, 3))),
    )
    told = briefing.assemble(material_of(frame), Pick(), MADE)
    assert len(told.disagreements) == 1
    titles = [slide.shapes.title.text for slide in opened(deck(told)).slides]
    assert [title for title in titles if " against " in title]


def test_every_slide_has_a_title_a_stamp_and_notes(told: Briefing) -> None:
    for slide in opened(deck(told)).slides:
        assert slide.shapes.title.text
        assert any("48 claims shown; none left out" in words for words in words_of(slide)), slide.shapes.title.text
        assert slide.notes_slide.notes_text_frame.text.strip()


def test_charts_are_native_hold_their_numbers_and_have_a_text_alternative(told: Briefing) -> None:
    slides = opened(deck(told)).slides
    frames = [shape for slide in slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    assert all(frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames)
    charts = [frame.chart for frame in frames if frame.has_chart]
    assert charts
    assert all(chart.part.chart_workbook.xlsx_part.blob for chart in charts)
    assert any(11000 in series.values for chart in charts for series in chart.plots[0].series)


def test_nothing_lies_off_the_slide(told: Briefing) -> None:
    deck_ = opened(deck(told))
    for slide in deck_.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck_.slide_width
            assert shape.top + shape.height <= deck_.slide_height


def test_the_same_briefing_gives_the_same_bytes(told: Briefing) -> None:
    assert deck(told) == deck(told)
    assert markdown(told) == markdown(told)


def test_only_the_parts_that_are_asked_for_are_there(seeds: Gathered) -> None:
    told = briefing.assemble(seeds, Pick(), MADE, parts=("troops",))
    titles = [slide.shapes.title.text for slide in opened(deck(told)).slides]
    assert not [title for title in titles if title.startswith(("Timeline", "Statements", "Latest"))]
    assert "## North Korean troops" in markdown(told).decode()
    assert "## Timeline" not in markdown(told).decode()


def test_an_empty_selection_is_a_good_file_that_says_so(seeds: Gathered) -> None:
    told = briefing.assemble(seeds, Pick(words="no such words"), MADE)
    text = [words for slide in opened(deck(told)).slides for words in words_of(slide)]
    assert any("0 claims shown; 48 left out" in words for words in text)
    assert any("nothing to show" in words for words in text)
    assert "Nothing is left" in markdown(told).decode()


def test_hostile_words_make_a_good_file() -> None:
    frame = claims(Said(500, outlet=HOSTILE[:60].replace("\ud800", ""), days=(day(1, 1), day(1, 2))))
    frame["sentence"] = HOSTILE.replace("\ud800", "")
    known = {"one": Article("one", "Words.", HOSTILE, HOSTILE, 'javascript:alert("x")', MADE, "text")}
    told = briefing.assemble(material_of(frame, known), Pick(words="=1+1"[:0]), MADE, HOSTILE)
    for slide in opened(deck(told)).slides:
        for words in words_of(slide):
            assert not set(words) & set("\x00\x0b\u202e\ud800")
            assert not words.startswith("=HYPERLINK") or slide.shapes.title.text == words
    page = markdown(told).decode()
    assert "<script>" not in page
    assert "<javascript" not in page


def test_two_thousand_claims_make_a_bounded_deck() -> None:
    said = [
        Said(100 + n, days=(day(1, 1 + n % 28), day(1, 1 + n % 28)), article=f"a{n // 20}", measure=measure)
        for n, measure in zip(range(2_000), ("troops", "killed", "shells", "wounded") * 500, strict=True)
    ]
    told = briefing.assemble(material_of(claims(*said)), Pick(), MADE)
    assert told.stamp.shown == 2_000
    slides = opened(deck(told)).slides
    assert len(slides) <= 80
    assert any("more figures in the table" in words for slide in slides for words in words_of(slide))


def test_a_template_gives_its_size_and_layouts(told: Briefing, tmp_path: Path) -> None:
    house = Presentation()
    house.slide_width, house.slide_height = Inches(12), Inches(9)
    house.slides.add_slide(house.slide_layouts[0]).shapes.title.text = "Old"
    house.save(str(tmp_path / "house.pptx"))
    made = opened(deck(told, tmp_path / "house.pptx"))
    assert made.slide_width == Inches(12)
    assert "Old" not in [slide.shapes.title.text for slide in made.slides]


def test_a_template_without_the_layouts_is_refused_in_one_sentence(told: Briefing, tmp_path: Path) -> None:
    house = Presentation()
    for layout in list(house.slide_layouts):
        for one in list(layout.placeholders):
            one.element.getparent().remove(one.element)
    house.save(str(tmp_path / "bare.pptx"))
    with pytest.raises(TemplateError, match="no slide layout with a title and a subtitle"):
        deck(told, tmp_path / "bare.pptx")


def test_a_line_keeps_hangul_and_loses_controls() -> None:
    assert line("국정원\x07 \u202e말") == "국정원 말"
