"""The page of the timeline: its switches, its jump and its list of events, in the address and by keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.measures import AXES

FAMILY = "By source family"


@pytest.fixture
def run(run: Callable[..., AppTest]) -> Callable[..., AppTest]:
    """The timeline's page, where no other is named."""
    return partial(run, path="timeline")


@pytest.fixture
def busy(tmp_path: Path) -> Path:
    """A folder with more events than can stand singly."""
    for n in range(90):
        (tmp_path / f"{n:02}.txt").write_text(
            f"SEOUL, March {n % 28 + 1}, 2025 (Wire) -- North Korea sent {1000 + n} soldiers to Russia on "
            f"March {n % 28 + 1}, 2025, the Pentagon said.\n"
        )
    return tmp_path


def chart(page: AppTest) -> str:
    """The figure as it goes to the browser."""
    (element,) = page.get("plotly_chart")
    return str(element.proto.spec)


def listed(page: AppTest) -> list[str]:
    return [button.label for button in page.button if str(button.key).startswith("line")]


def words(page: AppTest) -> str:
    return " ".join(element.value for element in (*page.caption, *page.markdown, *page.info))


def test_the_events_stand_beside_the_chart_newest_first_and_open_their_words(run: Callable[..., AppTest]) -> None:
    page = run()
    assert len(listed(page)) > 20
    months = [html.proto.body for html in page.get("html") if 'class="articles"' in html.proto.body]
    assert ["Mar 2025" in months[0], "Jan 2024" in months[-1]] == [True, True]
    next(button for button in page.button if "about 11,000" in button.label).click().run()
    assert any('class="evidence"' in html.proto.body for html in page.get("html"))


@pytest.mark.parametrize("axis", AXES.values())
@pytest.mark.parametrize("lanes", [FAMILY, "By type of event"])
def test_every_position_of_the_switches_has_its_chart_table_and_note(
    run: Callable[..., AppTest], axis: str, lanes: str
) -> None:
    page = run(axis=axis, lanes=lanes, state={"events as a table": True})
    heads = [note["text"] for note in json.loads(chart(page))["layout"]["annotations"]]
    assert ("<b>Deployment</b>" in heads, "<b>South Korea</b>" in heads) == (lanes != FAMILY, lanes == FAMILY)
    assert len(page.table[0].value) > 0
    assert "Not drawn" in words(page)
    assert len(listed(page)) == len(page.table[0].value)


def test_a_strange_switch_in_the_address_opens_the_page_as_it_is(run: Callable[..., AppTest]) -> None:
    page = run(axis="yesterday", lanes="none", jump="1848")
    assert (page.session_state["axis"], page.session_state["lanes"]) == ("happened", "family")
    assert page.session_state["jump"] is None
    assert chart(page) == chart(run())


def test_a_jump_in_the_address_narrows_the_axis_and_not_the_filters(run: Callable[..., AppTest]) -> None:
    page = run(jump="Feb 2025")
    assert 0 < len(listed(page)) < len(listed(run()))
    assert "on days outside Feb 2025" in words(page)
    assert page.session_state["from"] is None


def test_earlier_and_later_step_through_the_months_that_have_events(run: Callable[..., AppTest]) -> None:
    page = run(jump="Feb 2025")
    next(button for button in page.button if button.label == "Earlier").click().run()
    assert page.session_state["jump"] == "Jan 2025"
    next(button for button in page.button if button.label == "Later").click().run()
    next(button for button in page.button if button.label == "Later").click().run()
    assert page.session_state["jump"] == "Mar 2025"
    assert next(button for button in page.button if button.label == "Later").disabled


def test_many_events_are_gathered_and_the_list_says_how_to_see_the_rest(
    run: Callable[..., AppTest], busy: Path
) -> None:
    page = run(busy)
    assert "those of the same week are one mark" in words(page)
    assert len(listed(page)) == 60
    assert "newest 60 of 90 events" in words(page)


def test_picking_a_gathered_mark_lists_its_events_and_opens_their_words(
    run: Callable[..., AppTest], busy: Path
) -> None:
    page = run(busy)
    before = chart(page)
    next(button for button in page.button if str(button.key).startswith("line")).click().run()
    heading = next(html.proto.body for html in page.get("html") if "events of United States" in html.proto.body)
    own = [label for label in listed(page) if label != "List all events"]
    assert heading.split(">")[1].split()[0] == str(len(own))
    assert len(own) < 60
    assert chart(page) != before
    next(button for button in page.button if button.label == "List all events").click().run()
    assert chart(page) == before


def test_the_first_page_has_no_switches_and_gathers_sooner(run: Callable[..., AppTest], busy: Path) -> None:
    page = run(busy, path="")
    assert "lanes" not in page.session_state
    assert "those of the same week are one mark" in words(page)


def test_a_source_without_events_on_an_axis_is_told_what_to_do(run: Callable[..., AppTest], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("North Korea has sent 1,700 soldiers to Russia, the Pentagon said.\n")
    page = run(tmp_path, axis=AXES["said_on"])
    assert page.get("plotly_chart") == []
    assert "Choose other days for the axis" in words(page)
