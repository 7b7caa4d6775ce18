"""How a figure's days and bounds are drawn: an open end is never closed, and no end is invented."""

from __future__ import annotations

from collections.abc import Mapping

import plotly.graph_objects as go

from components.charts.palette import Theme, colour
from components.charts.paper import DAY, moment
from components.measures import Point

OPEN: Mapping[str, int] = {"at_least": 1, "more_than": 1, "up_to": -1, "nearly": -1}
"""The side on which a bound is open: 1 upward, -1 downward."""

REACH = 0.2
"""How far an open bound's arrow reaches, as a share of the panel's height; it says "and beyond", not how far."""


def draw(figure: go.Figure, row: int, point: Point, top: float, theme: Theme) -> None:
    """Days as a flat stroke; an open end as a dotted stroke with a head; a range as a stroke with closed ends."""
    hue, centre = colour(point.family, theme), middle(point)
    if point.first != point.last:
        ends = [moment(point.first), moment(point.last) + DAY]
        _stroke(figure, row, ends, [point.value] * 2, {"color": hue, "width": 4}, None, point, "days")
    if open_end := OPEN.get(point.bound):
        tip = max(0.0, point.value + open_end * REACH * top)
        head = {"symbol": ["circle", "arrow-up" if open_end > 0 else "arrow-down"], "size": [0, 11], "color": hue}
        line = {"color": hue, "width": 1.8, "dash": "dot"}
        _stroke(figure, row, [centre] * 2, [point.value, tip], line, head, point, "open end")
    if point.bound == "range" and point.low is not None and point.high is not None:
        caps = {"symbol": "line-ew-open", "size": 12, "line": {"color": hue, "width": 2}}
        _stroke(figure, row, [centre] * 2, [point.low, point.high], {"color": hue, "width": 2}, caps, point, "range")


def _stroke(
    figure: go.Figure,
    row: int,
    x: list[float],
    y: list[float],
    line: dict[str, object],
    marker: dict[str, object] | None,
    point: Point,
    draws: str,
) -> None:
    """One stroke of a bound; ``meta`` says which, for whoever reads the figure as a dictionary."""
    figure.add_scatter(
        mode="lines+markers" if marker else "lines",
        x=x,
        y=y,
        line=line,
        marker=marker,
        hoverinfo="skip",
        name=f"{point.number}, {draws}",
        meta={"bound": point.bound, "draws": draws},
        cliponaxis=False,
        row=row,
        col=1,
    )


def middle(point: Point) -> float:
    return (moment(point.first) + moment(point.last) + DAY) / 2
