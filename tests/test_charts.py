"""What the charts draw, read from the figures as dictionaries: bounds, lines, colours, and nothing that nobody said."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from components import charts
from components.charts import Theme
from components.measures import casualties, timeline, troops
from components.model import Bound, Modality
from tests.by_hand import NAMES, Said, claims, day

MARCH = (day(3, 3), day(3, 3))
APRIL = (day(4, 1), day(4, 1))
SPRING = (day(3, 1), day(5, 31))
THEMES: tuple[Theme, ...] = ("light", "dark", "print")


def of_troops(*said: Said, theme: Theme = "light") -> go.Figure:
    return charts.troops(troops(claims(*said), NAMES).points, theme)


def of_events(*said: Said, theme: Theme = "light", picked: tuple[str, ...] = ()) -> go.Figure:
    return charts.timeline(timeline(claims(*said), NAMES).events, theme, picked)


def traces(figure: go.Figure, draws: str) -> list[dict[str, Any]]:
    return [trace for trace in figure.to_dict()["data"] if (trace.get("meta") or {}).get("draws") == draws]


def lines(figure: go.Figure) -> list[dict[str, Any]]:
    return [trace for trace in figure.to_dict()["data"] if "line" in (trace.get("meta") or {})]


def marks(figure: go.Figure) -> list[dict[str, Any]]:
    """The traces that can be picked."""
    return [trace for trace in figure.to_dict()["data"] if trace.get("customdata") is not None]


@pytest.mark.parametrize(
    ("bound", "beyond"), [("at_least", 1), ("more_than", 1), ("up_to", -1), ("nearly", -1)], ids=str
)
def test_an_open_bound_is_drawn_open_on_its_side_and_never_as_a_bar(bound: Bound, beyond: int) -> None:
    figure = of_troops(Said(2500, bound, days=MARCH))
    (stroke,) = traces(figure, "open end")
    start, tip = stroke["y"]
    assert start == 2500
    assert (tip - start) * beyond > 0
    assert stroke["line"]["dash"] == "dot"
    assert stroke["marker"]["symbol"][1] == ("arrow-up" if beyond > 0 else "arrow-down")
    assert not traces(figure, "range")
    assert all(trace["type"] == "scatter" for trace in figure.to_dict()["data"])


@pytest.mark.parametrize("bound", ["exact", "approx"])
def test_a_closed_number_has_no_open_end(bound: Bound) -> None:
    assert not traces(of_troops(Said(2500, bound, days=MARCH)), "open end")


def test_a_range_is_drawn_from_end_to_end() -> None:
    (stroke,) = traces(of_troops(Said((2000, 3000), "range", days=MARCH)), "range")
    assert list(stroke["y"]) == [2000, 3000]


def test_no_line_joins_two_sources() -> None:
    figure = of_troops(Said(2500, days=MARCH), Said(3900, days=APRIL), Said(2600, source="ua-intel", days=MARCH))
    (line,) = lines(figure)
    assert list(line["y"]) == [2500, 3900]


def test_no_line_joins_figures_of_nobody_in_particular() -> None:
    said = (Said(6, source=None, days=MARCH), Said(400, source=None, days=APRIL, article="two"))
    assert lines(of_troops(*said)) == []


def test_the_line_of_a_source_goes_by_steps_and_not_by_slopes() -> None:
    assert [line["line"]["shape"] for line in lines(of_troops(Said(2500, days=MARCH), Said(3900, days=APRIL)))] == [
        "hv"
    ]


def test_no_line_joins_additions_or_plans() -> None:
    figure = of_troops(
        Said(900, kind="additional", days=MARCH),
        Said(800, kind="additional", days=APRIL),
        Said(500, kind="planned", days=MARCH),
        Said(600, kind="planned", days=APRIL),
    )
    assert lines(figure) == []


def test_the_labels_carry_the_bound_word_and_the_source() -> None:
    figure = of_troops(Said(2500, "at_least", days=MARCH))
    words = [note["text"] for note in figure.to_dict()["layout"]["annotations"]]
    assert "<b>at least 2,500</b><br>South Korea's JCS" in words


def test_labels_of_equal_figures_do_not_lie_on_each_other() -> None:
    said = [
        Said(4000, source=source, measure="casualties", days=MARCH) for source in ("rok-jcs", "rok-gov", "ua-intel")
    ]
    figure = charts.casualties(casualties(claims(*said), NAMES).points, "light")
    notes = [note for note in figure.to_dict()["layout"]["annotations"] if "4,000" in note["text"]]
    assert len(notes) == 3
    for side in ("left", "right"):
        heights = sorted(note.get("yshift", -note.get("ay", 0)) for note in notes if note["xanchor"] == side)
        assert all(above - below >= 28 for below, above in pairwise(heights))


def test_figures_on_one_place_can_both_be_picked() -> None:
    (trace,) = marks(of_troops(Said(4000, days=MARCH, id="a"), Said(4000, source="rok-gov", days=MARCH, id="b")))
    assert sorted(trace["customdata"]) == [["a"], ["b"]]
    assert len(set(trace["marker"]["size"])) == 2


def test_a_span_of_days_is_a_stroke_with_no_mark_in_its_middle() -> None:
    figure = of_troops(Said(2500, days=SPRING))
    (stroke,) = traces(figure, "days")
    (trace,) = marks(figure)
    assert list(trace["x"]) == list(stroke["x"])


def test_an_imprecise_event_is_a_bar_over_its_days_and_a_day_is_a_mark() -> None:
    figure = of_events(Said(days=SPRING, id="span"), Said(days=MARCH, id="day"))
    bar, mark = marks(figure)
    assert (bar["type"], bar["customdata"]) == ("bar", [["span"]])
    assert bar["x"][0] == 92 * 86_400_000
    assert (mark["type"], mark["customdata"]) == ("scatter", [["day"]])


@pytest.mark.parametrize(
    ("said", "symbol"),
    [
        (Said(days=MARCH), "circle"),
        (Said(), "circle-open"),
        (Said(days=MARCH, modality="planned"), "circle-open-dot"),
        (Said(days=MARCH, modality="possible"), "circle-open-dot"),
    ],
    ids=["stated", "day of printing", "planned", "possible"],
)
def test_the_mark_says_how_the_day_is_known_and_whether_it_happened(said: Said, symbol: str) -> None:
    (trace,) = marks(of_events(said))
    assert trace["marker"]["symbol"] == [symbol]


@pytest.mark.parametrize("days", [MARCH, SPRING], ids=["day", "span"])
def test_a_denial_is_crossed_out(days: tuple[Any, Any]) -> None:
    crossed = [
        trace for trace in of_events(Said(days=days, modality="denied")).to_dict()["data"] if trace["name"] == "denied"
    ]
    assert crossed[0]["marker"]["symbol"] == "x-thin"


@pytest.mark.parametrize("modality", ["planned", "denied"])
def test_a_span_that_did_not_happen_is_not_filled(modality: Modality) -> None:
    (bar,) = marks(of_events(Said(days=SPRING, modality=modality)))
    assert bar["marker"]["color"] == [charts.INKS["light"].ground]


@pytest.mark.parametrize("theme", THEMES)
def test_a_family_keeps_its_colour_whatever_else_is_shown(theme: Theme) -> None:
    alone = marks(of_events(Said(days=MARCH, source="ua-intel"), theme=theme))[0]
    among = marks(of_events(Said(days=MARCH), Said(days=MARCH, source="ua-intel"), theme=theme))[1]
    assert alone["marker"]["color"] == among["marker"]["color"] == charts.colour("ua", theme)
    assert alone["marker"]["symbol"] == among["marker"]["symbol"]


def test_families_differ_in_colour_or_shape_even_in_grey_print() -> None:
    families = ("rok", "ua", "us", "uk", "nato", "ru", "prk", "eu", "jp", "un", "msmt", "media")
    assert len({charts.shape(family) for family in families}) == len(families)


@pytest.mark.parametrize("theme", THEMES)
def test_no_colour_is_left_to_a_default(theme: Theme) -> None:
    layout = of_troops(Said(2500, days=MARCH), theme=theme).to_dict()["layout"]
    ground = charts.INKS[theme].ground
    assert (layout["paper_bgcolor"], layout["plot_bgcolor"]) == (ground, ground)
    assert layout["font"]["color"] == charts.INKS[theme].text
    assert all(
        trace["type"] in ("scatter", "bar") for trace in of_events(Said(days=MARCH), theme=theme).to_dict()["data"]
    )


def test_the_same_points_give_the_same_bytes() -> None:
    said = (Said(2500, "at_least", days=MARCH), Said(300, kind="additional", days=SPRING))
    assert of_troops(*said).to_json() == of_troops(*said).to_json()


def test_a_picked_claim_is_marked_on_every_chart_that_has_it() -> None:
    said = (Said(days=MARCH, id="one"), Said(days=APRIL, id="two", event="visit"))
    (trace,) = marks(of_events(*said, picked=("two",)))
    assert list(trace["selectedpoints"]) == [1]


def test_words_of_an_article_cannot_become_markup() -> None:
    figure = charts.timeline(timeline(claims(Said(days=MARCH)), {"rok": "<b>x</b>", "rok-jcs": "<i>"}).events, "light")
    assert "<i>" not in json.dumps(figure.to_dict(), default=str)


def test_the_alternative_tells_every_number_with_its_bound_and_source() -> None:
    points = troops(claims(Said(2500, "at_least", days=MARCH)), NAMES).points
    told = charts.alternative.of_points(points, "troops")
    assert "at least 2,500, South Korea's JCS, 3 Mar 2025" in told
    assert charts.numbers(points)[0]["Figure"] == "at least 2,500"


@pytest.mark.parametrize("draw", [charts.timeline, charts.troops, charts.casualties])
def test_nothing_to_draw_is_an_empty_sheet(draw) -> None:  # type: ignore[no-untyped-def]
    assert draw((), "light").to_dict()["data"] == []
