"""The charts of figures at the width of a page: our sums apart, small charts by source, one scale, and no crowd.

All figures are invented.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import charts
from components.charts import INKS, Theme
from components.measures import Point, casualties, materiel, thinned, troops, with_sums
from components.measures.thinning import MARKS
from tests.by_hand import NAMES, Said, claims, day

JANUARY, MARCH, APRIL = ((day(month, 3), day(month, 3)) for month in (1, 3, 4))
BASE = Said(9000, "approx", days=JANUARY, id="base")
MORE = Said(1200, "at_least", kind="additional", days=MARCH, id="more")
KYIV = Said(8000, source="ua-intel", days=APRIL, id="kyiv")
DRAWN = (charts.troops, charts.wide, charts.by_source)


def figure(*said: Said, draw: Any = charts.wide, theme: Theme = "light") -> go.Figure:
    return draw(with_sums(troops(claims(*said), NAMES).points), theme)


def marks(drawn: go.Figure) -> list[dict[str, Any]]:
    """Each mark that can be picked: its claims, symbol, words and axis."""
    return [
        {"claims": ids[0], "symbol": symbol, "words": words, "axis": trace["yaxis"]}
        for trace in drawn.to_dict()["data"]
        if trace.get("customdata") is not None
        for ids, symbol, words in zip(trace["customdata"], trace["marker"]["symbol"], trace["hovertext"], strict=True)
    ]


def notes(drawn: go.Figure) -> list[str]:
    return [note["text"] for note in drawn.to_dict()["layout"]["annotations"]]


def panels(drawn: go.Figure) -> list[dict[str, Any]]:
    return [axis for name, axis in drawn.to_dict()["layout"].items() if name.startswith("yaxis")]


@pytest.mark.parametrize("draw", DRAWN)
def test_a_sum_of_ours_stands_among_the_totals_with_a_mark_and_a_key_of_its_own(draw: Any) -> None:
    drawn = figure(BASE, MORE, draw=draw)
    base, ours = (next(mark for mark in marks(drawn) if mark["claims"] == ids) for ids in ("base", "base more"))
    assert base["axis"] == ours["axis"]
    assert ours["symbol"] == "circle-cross-open"
    assert [mark["symbol"] for mark in marks(drawn)].count("circle-cross-open") == 1
    assert "our sum, not a figure of the source" in {trace["name"] for trace in drawn.to_dict()["data"]}
    assert "our sum" in ours["words"]
    assert "about 9,000 + at least 1,200" in ours["words"]


def test_no_line_goes_through_a_sum_of_ours() -> None:
    later = replace(BASE, number=9900, days=(day(2, 1), day(2, 1)), id="later")
    lines = [t for t in figure(BASE, later, MORE).to_dict()["data"] if "line" in (t.get("meta") or {})]
    assert [list(line["y"]) for line in lines] == [[9000, 9900]]


def test_without_a_sum_the_key_has_none() -> None:
    assert not any("our sum" in str(trace["name"]) for trace in figure(BASE, KYIV).to_dict()["data"])


def test_table_and_alternative_say_the_formula_and_whose_sum_it_is() -> None:
    points = with_sums(troops(claims(BASE, MORE), NAMES).points)
    (row,) = [row for row in charts.numbers(points) if "+" in row["Figure"]]
    assert row["Figure"] == "at least 10,000 = about 9,000 + at least 1,200 (our sum, not a figure of the source)"
    assert row["What"] == "Troops: totals"
    assert "at least 10,000 (our sum, not a figure of the source: about 9,000 + at least 1,200)" in (
        charts.alternative.of_points(points, "troops")
    )


@pytest.mark.parametrize(
    ("said", "symbol"),
    [
        pytest.param(replace(MORE, id="it"), "circle-dot", id="an addition"),
        pytest.param(replace(BASE, kind="subset", id="it"), "circle-dot", id="a part"),
        pytest.param(replace(BASE, kind="planned", id="it"), "circle-open-dot", id="a plan"),
        pytest.param(replace(MORE, days=None, id="it"), "circle-open", id="an addition on the day of printing"),
    ],
)
def test_what_is_no_total_has_another_mark(said: Said, symbol: str) -> None:
    assert {mark["symbol"] for mark in marks(figure(said))} == {symbol}


def test_the_ring_of_an_addition_is_to_be_seen() -> None:
    (trace,) = [trace for trace in figure(MORE).to_dict()["data"] if trace.get("customdata") is not None]
    assert trace["marker"]["line"]["color"] == [INKS["light"].ground]


def test_small_charts_have_a_source_each_and_the_same_axes() -> None:
    drawn = figure(BASE, KYIV, replace(KYIV, number=4, source="nato", id="nato"), draw=charts.by_source)
    assert len({mark["axis"] for mark in marks(drawn)}) == len(panels(drawn)) == 3
    assert len({tuple(panel["range"]) for panel in panels(drawn)}) == 1
    assert len({panel["anchor"] for panel in panels(drawn)}) == 1
    assert [note for note in notes(drawn) if note in NAMES.values()] == ["South Korea's JCS", "Ukrainian intelligence"]


def test_small_charts_and_one_chart_show_the_same_claims() -> None:
    together, apart = (figure(BASE, MORE, KYIV, draw=draw) for draw in (charts.wide, charts.by_source))
    assert sorted(mark["claims"] for mark in marks(together)) == sorted(mark["claims"] for mark in marks(apart))


def test_killed_wounded_and_casualties_are_drawn_on_one_scale() -> None:
    said = (
        replace(BASE, number=number, measure=measure, event="casualties", id=measure)
        for measure, number in (("killed", 300), ("wounded", 2700), ("casualties", 4000), ("missing", 20))
    )
    drawn = charts.wide(casualties(claims(*said), NAMES).points, "light")
    *losses, missing = [panel["range"][1] for panel in panels(drawn)]
    assert len(losses) == 3
    assert len(set(losses)) == 1
    assert missing < losses[0]
    assert "<b>Killed – one scale with wounded and casualties</b>" in notes(drawn)


def test_capacity_has_a_panel_that_says_it_is_no_delivery() -> None:
    held = Said(6_000_000, "up_to", measure="shells", kind="capacity", days=MARCH, id="held")
    drawn = charts.wide(materiel(claims(held, replace(held, kind="total", number=9, id="sent")), NAMES).points, "light")
    assert len({mark["axis"] for mark in marks(drawn)}) == 2
    assert "<b>Shells: what could be held at most (no delivery)</b>" in notes(drawn)


def test_a_wide_chart_has_labels_for_a_telephone_and_for_a_desk_and_a_picture_has_one_set() -> None:
    def sizes(theme: Theme) -> list[float]:
        layout = figure(BASE, theme=theme).to_dict()["layout"]
        return [note["font"]["size"] for note in layout["annotations"] if "about 9,000" in note["text"]]

    assert sizes("light") == sizes("dark") == [10.5, 11.5]
    assert sizes("print") == [11.5]


def test_the_panels_of_a_picture_have_room_on_one_sheet() -> None:
    said = [
        replace(BASE, number=n + 1, measure=measure, kind=kind, event="casualties", id=f"{measure} {kind} {n}")
        for measure in ("killed", "wounded", "casualties", "missing", "captured")
        for kind in ("total", "planned")
        for n in range(5)
    ]
    points = casualties(claims(*said), NAMES).points
    assert charts.wide(points, "print").layout.height < 1300 < charts.wide(points, "light").layout.height


@pytest.mark.parametrize("draw", DRAWN)
def test_the_same_points_give_the_same_bytes(draw: Any) -> None:
    assert figure(BASE, MORE, KYIV, draw=draw).to_json() == figure(BASE, MORE, KYIV, draw=draw).to_json()


@pytest.mark.parametrize("draw", DRAWN)
def test_nothing_to_draw_is_an_empty_sheet(draw: Any) -> None:
    assert draw((), "light").to_dict()["data"] == []


@pytest.mark.parametrize("draw", DRAWN)
def test_words_of_an_article_cannot_become_markup(draw: Any) -> None:
    points = troops(claims(BASE), {"rok-jcs": "<i>x</i>"}).points
    assert "<i>" not in draw(points, "light").to_json().replace("\\u003c", "<")


def many(number: int, sources: int = 3) -> tuple[Point, ...]:
    """So many totals, one a day, of sources in turn."""
    (point,) = troops(claims(replace(BASE, bound="at_least")), NAMES).points
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=n) for n in range(number)]
    return tuple(
        replace(point, source=f"s{n % sources}", low=1.0 + n, first=on, last=on, claims=(f"{n}",))
        for n, on in enumerate(days)
    )


def test_many_points_take_no_more_traces_than_few() -> None:
    few, crowd = (len(charts.wide(many(number), "light").data) for number in (30, 600))
    assert few == crowd


def test_in_a_crowd_only_the_last_of_each_source_has_a_label() -> None:
    labels = [note for note in notes(charts.wide(many(100), "print")) if "at least" in note]
    assert labels
    assert all(any(f"at least {last}<" in label for last in (98, 99, 100)) for label in labels)


def test_a_chart_that_holds_all_is_not_thinned() -> None:
    assert thinned(many(MARKS)) == (many(MARKS), ())
    assert thinned(many(MARKS + 1)) != (many(MARKS + 1), ())


POINTS = many(90, sources=7)


@given(st.lists(st.sampled_from(POINTS), unique=True), st.integers(7, 60))
def test_a_thinned_chart_has_its_room_the_last_of_each_source_and_says_what_is_missing(
    shown: Sequence[Point], room: int
) -> None:
    kept, missing = thinned(shown, room)
    assert len(kept) <= max(room, len(shown) if len(shown) <= room else 0)
    assert [point for point in shown if point in set(kept)] == list(kept)
    assert len(shown) - len(kept) == sum(part.count for part in missing)
    if room >= 14:
        last = {point.source: point for point in shown}
        assert set(last.values()) <= set(kept)
