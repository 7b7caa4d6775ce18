"""The timeline: on which days it stands, in which lanes, what it gathers, and that it loses nothing."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any, get_args

import plotly.graph_objects as go
import pytest

from components import charts, words
from components.charts.lanes import SCREEN
from components.columns import EVENT_TYPES
from components.measures import AXES, Axis, Lanes, Timeline, chronicle, latest, periods, shown, timeline
from components.measures.timeline import APART
from components.model import Modality
from tests.by_hand import NAMES, PRINTED, Said, claims, day

MARCH, APRIL = (day(3, 3), day(3, 3)), (day(4, 1), day(4, 1))
FAMILIES = ("rok-jcs", "ua-intel", "us-gov", "ru-gov", None)


def many(number: int, days: int = 200, **told: Any) -> list[Said]:
    """So many claims of different numbers, sources and types over so many days."""
    return [
        Said(
            n + 1,
            id=f"c{n}",
            source=FAMILIES[n % len(FAMILIES)],
            event=EVENT_TYPES[n % len(EVENT_TYPES)],
            days=(day(1, 1) + dt.timedelta(days=n % days),) * 2,
            said_on=day(1, 2) + dt.timedelta(days=n % days) if n % 2 else None,
            as_of=day(1, 3) + dt.timedelta(days=n % days) if n % 3 else None,
            **told,
        )
        for n in range(number)
    ]


def told_ids(told: Timeline) -> list[str]:
    return sorted(claim for event in told.events for claim in event.claims)


def marks(figure: go.Figure) -> list[dict[str, Any]]:
    return [trace for trace in figure.to_dict()["data"] if trace.get("customdata") is not None]


@pytest.mark.parametrize(
    ("axis", "stands_on"),
    [("happened", "3 Mar 2025"), ("as_of", "5 Mar 2025"), ("said_on", "7 Mar 2025"), ("published", "27 Mar 2025")],
)
def test_each_axis_has_its_own_day(axis: Axis, stands_on: str) -> None:
    table = claims(Said(2500, days=MARCH, as_of=day(3, 5), said_on=day(3, 7)))
    (event,) = timeline(table, NAMES, axis=axis).events
    assert event.days == stands_on


@pytest.mark.parametrize("axis", ["as_of", "said_on"])
def test_claims_without_that_day_are_left_out_with_the_reason_and_their_number(axis: Axis) -> None:
    told = timeline(claims(Said(2500), Said(900), Said(400, as_of=day(3, 5), said_on=day(3, 5))), NAMES, axis=axis)
    assert [event.label for event in told.events] == ["Deployment: 400 troops"]
    assert [(part.count, part.reason.startswith("without a day")) for part in told.left_out] == [(2, True)]
    assert len({timeline(claims(Said(1)), NAMES, axis=one).left_out for one in ("as_of", "said_on")}) == 2


def test_a_day_of_printing_is_hollow_where_another_is_asked_for_and_full_where_it_is_the_question() -> None:
    table = claims(Said(2500))
    for axis, symbol in (("happened", "circle-open"), ("published", "circle")):
        (trace,) = marks(charts.timeline(timeline(table, NAMES, axis=axis), "light"))
        assert trace["marker"]["symbol"] == [symbol]


def test_one_event_printed_on_two_days_is_one_mark_when_it_happened_and_two_when_it_was_printed() -> None:
    table = claims(Said(2500, days=MARCH), Said(2500, days=MARCH, article="two", published=day(3, 28)))
    assert len(timeline(table, NAMES).events) == 1
    assert [event.first for event in timeline(table, NAMES, axis="published").events] == [PRINTED, day(3, 28)]


def test_lanes_by_type_stand_in_the_order_of_the_types() -> None:
    table = claims(*(Said(event=event, days=MARCH) for event in reversed(EVENT_TYPES)))
    told = timeline(table, NAMES, lanes="type")
    assert [event.lane for event in told.events] == [words.EVENTS[event] for event in EVENT_TYPES]


def test_in_the_lane_of_a_type_a_mark_keeps_the_colour_and_shape_of_its_family_and_says_its_source() -> None:
    table = claims(Said(2500, days=MARCH), Said(300, source="ua-intel", days=MARCH))
    by_type, by_family = (charts.timeline(timeline(table, NAMES, lanes=lanes), "light") for lanes in ("type", "family"))
    for one, other in zip(marks(by_type), marks(by_family), strict=True):
        assert one["marker"] == other["marker"]
    notes = [note["text"] for note in by_type.to_dict()["layout"]["annotations"]]
    assert notes == ["<b>Deployment</b>", "South Korea's JCS: 2,500 troops", "Ukrainian intelligence: 300 troops"]


def test_in_the_lane_of_a_type_a_bar_carries_the_shape_of_its_family() -> None:
    table = claims(Said(2500, days=(day(3, 1), day(5, 31))))
    figure = charts.timeline(timeline(table, NAMES, lanes="type"), "light").to_dict()
    assert [trace["marker"]["symbol"] for trace in figure["data"] if trace["name"] == "families"] == [["circle"]]


def test_up_to_sixty_events_stand_singly_and_more_are_gathered_by_week() -> None:
    assert timeline(claims(*many(APART)), NAMES).step == ""
    told = timeline(claims(*many(APART + 200)), NAMES)
    assert told.step == "week"
    assert max(event.number for event in told.events) > 1
    weeks = [event for event in told.events if event.number > 1]
    assert all((e.first.weekday(), (e.last - e.first).days) == (0, 6) for e in weeks)


@pytest.mark.parametrize("axis", get_args(Axis))
@pytest.mark.parametrize("lanes", get_args(Lanes))
@pytest.mark.parametrize("number", [40, 400])
def test_no_claim_is_lost(axis: Axis, lanes: Lanes, number: int) -> None:
    table = claims(*many(number))
    told = timeline(table, NAMES, axis=axis, lanes=lanes)
    assert len(told_ids(told)) + sum(part.count for part in told.left_out) == len(table)
    assert len(set(told_ids(told))) == len(told_ids(told))
    figure = charts.timeline(told, "light")
    assert sorted(id_ for t in marks(figure) for (ids,) in t["customdata"] for id_ in ids.split()) == told_ids(told)


def test_even_thousands_of_spans_give_no_more_marks_than_a_browser_draws() -> None:
    said = [
        Said(n, source=FAMILIES[n % 5], event=EVENT_TYPES[n % 15], days=(start, start + dt.timedelta(days=n % 97)))
        for n in range(3000)
        for start in [day(1, 1, 2023) + dt.timedelta(days=n * 7 % 1100)]
    ]
    table = claims(*said)
    for lanes in get_args(Lanes):
        figure = charts.timeline(timeline(table, NAMES, lanes=lanes), "light").to_dict()
        assert sum(len(trace["x"]) for trace in figure["data"]) <= 800


@pytest.mark.parametrize("modality", ["planned", "denied"])
def test_what_did_not_happen_is_not_gathered_with_what_did(modality: Modality) -> None:
    said = [Said(n + 1, days=MARCH, modality=modality if n % 2 else "asserted") for n in range(80)]
    told = timeline(claims(*said), NAMES)
    assert sorted((event.number, event.modality) for event in told.events) == [(40, "asserted"), (40, modality)]


def test_a_gathered_mark_says_how_many_events_of_which_type_it_stands_for() -> None:
    said = [Said(n + 1, days=MARCH, event=event) for n, event in enumerate(EVENT_TYPES * 5)]
    told = timeline(claims(*said), NAMES)
    (event,) = told.events
    assert event.label == "75 events: Deployment 5, Withdrawal 5, Casualties 5 and others 60"
    figure = charts.timeline(told, "light").to_dict()
    (counts,) = (trace for trace in figure["data"] if trace["name"] == "numbers of events")
    assert str(event.number) in counts["text"]


def test_over_many_years_months_or_quarters_are_gathered_instead_of_weeks() -> None:
    said = [Said(n + 1, days=(day(1, 1, 2000) + dt.timedelta(days=30 * n),) * 2) for n in range(150)]
    assert timeline(claims(*said), NAMES).step == "quarter"


def test_a_few_far_days_do_not_stretch_the_axis_and_are_told() -> None:
    far = Said(7, days=(day(7, 27, 1953),) * 2)
    told = chronicle(claims(*many(100), far))
    near = shown(told, NAMES)
    assert near.within is not None
    assert near.within.first.year == 2025
    assert any(part.count >= 1 and part.reason.startswith("on days outside") for part in near.left_out)
    everything = periods(told)[0]
    assert everything.name == "All days"
    assert not shown(told, NAMES, everything).left_out


def test_one_jumps_to_years_and_months_with_events_newest_first() -> None:
    told = chronicle(claims(Said(1, days=MARCH), Said(2, days=APRIL), Said(3, days=(day(12, 5, 2024),) * 2)))
    assert [period.name for period in periods(told)] == ["2025", "Apr 2025", "Mar 2025", "2024", "Dec 2024"]


def test_a_jump_shows_what_touches_its_days_and_tells_the_rest() -> None:
    told = chronicle(claims(Said(1, days=MARCH), Said(2, days=APRIL), Said(3, days=(day(3, 20), day(4, 20)))))
    april = next(period for period in periods(told) if period.name == "Apr 2025")
    there = shown(told, NAMES, april)
    assert [event.label for event in there.events] == ["Deployment: 3 troops", "Deployment: 2 troops"]
    assert [(part.count, part.reason) for part in there.left_out] == [(1, "on days outside Apr 2025")]
    first, last = charts.timeline(there, "light").layout.xaxis.range
    assert charts.paper.moment(day(3, 25)) < first < charts.paper.moment(april.first)
    assert charts.paper.moment(april.last) < last


def test_the_list_begins_with_the_newest_and_tells_how_many_there_are() -> None:
    told = chronicle(claims(*many(100)))
    listed, number = latest(told, NAMES, None, 60)
    assert (len(listed), number) == (60, 100)
    assert all(newer.first >= older.first for newer, older in pairwise(listed))


def test_the_list_of_a_gathered_mark_holds_its_events_alone() -> None:
    told = chronicle(claims(*many(300)))
    mark = next(event for event in shown(told, NAMES).events if event.number > 1)
    listed, number = latest(told, NAMES, None, 60, mark.claims)
    assert number == mark.number
    assert sorted(claim for event in listed for claim in event.claims) == sorted(mark.claims)


@pytest.mark.parametrize("theme", get_args(charts.Theme))
@pytest.mark.parametrize("lanes", get_args(Lanes))
def test_no_label_lies_on_another_or_leaves_a_telephone(theme: charts.Theme, lanes: Lanes) -> None:
    told = timeline(claims(*many(50)), NAMES, lanes=lanes)
    notes = charts.timeline(told, theme).to_dict()["layout"]["annotations"]
    heights = sorted(note["y"] for note in notes)
    assert all(below - above >= 15 for above, below in pairwise(heights))
    if theme != "print":
        assert all(len(note["text"]) * 6 <= SCREEN for note in notes)


def test_pointing_at_a_mark_tells_the_figure_its_source_its_days_and_the_cut_sentence() -> None:
    table = claims(Said(2500, "at_least", days=MARCH))
    table["sentence"] = "Kyiv <b>said</b> " + "that many were sent " * 20
    (trace,) = marks(charts.timeline(timeline(table, NAMES), "light"))
    (told,) = trace["hovertext"]
    for part in ("at least 2,500 troops", "South Korea's JCS", "3 Mar 2025 (the text states it)", "&lt;b&gt;said"):
        assert part in told
    assert "<b>" not in told
    assert " …" in told
    assert all(len(line) <= 65 for line in told.split("<br>"))


def test_the_same_timeline_gives_the_same_bytes() -> None:
    table = claims(*many(200))
    one, other = (charts.timeline(timeline(table, NAMES), "light").to_json() for _ in range(2))
    assert one == other


@pytest.mark.parametrize("axis", get_args(Axis))
def test_the_alternative_says_what_the_axis_and_the_lanes_are(axis: Axis) -> None:
    table = claims(*many(200))
    told = charts.alternative.of_events(timeline(table, NAMES, axis=axis, lanes="type"))
    assert "by type of event" in told
    assert AXES[axis].lower() in told
    assert "gathered by week" in told


def test_a_deep_chart_has_its_days_above_as_well() -> None:
    deep, flat = (charts.timeline(timeline(claims(*many(n)), NAMES), "light") for n in (60, 3))
    assert deep.layout.xaxis2.side == "top"
    assert "xaxis2" not in flat.to_dict()["layout"]


@pytest.mark.parametrize(
    ("axis", "full"), [("happened", "on a day the text gives"), ("said_on", "on the day it was said")]
)
def test_the_key_says_what_a_full_mark_means_on_this_axis(axis: Axis, full: str) -> None:
    figure = charts.timeline(timeline(claims(Said(2500, days=MARCH, said_on=day(3, 5))), NAMES, axis=axis), "light")
    assert [trace.name for trace in figure.data if trace.showlegend] == [full]
