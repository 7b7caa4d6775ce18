"""How the figures' days and bounds are drawn: an open end is never closed, and no end is invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from components.charts.canvas import Canvas
from components.charts.palette import Theme, colour
from components.charts.paper import DAY, moment
from components.measures import Point

OPEN: Mapping[str, int] = {"at_least": 1, "more_than": 1, "up_to": -1, "nearly": -1}
"""The side on which a bound is open: 1 upward, -1 downward."""

REACH = 0.2
"""How far an open bound's arrow reaches, as a share of the panel's height; it says "and beyond", not how far."""

Stroke: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
"""Two moments, two values."""


def draw(canvas: Canvas, axes: tuple[str, str], points: Sequence[Point], top: float, theme: Theme) -> None:
    """Days as flat strokes; open ends as dotted strokes with a head; ranges as strokes with closed ends.

    All strokes of one manner and family in a panel are one trace: the browser's work grows with the traces.
    """
    found: dict[tuple[str, str], list[tuple[Stroke, int]]] = {}
    for point in points:
        for draws, stroke in _strokes(point, top):
            found.setdefault((point.family, draws), []).append((stroke, OPEN.get(point.bound, 0)))
    for (family, draws), strokes in found.items():
        canvas.scatter(
            x=list(_parted(x for (x, _), _ in strokes)),
            y=list(_parted(y for (_, y), _ in strokes)),
            **_manner(draws, [side for _, side in strokes], colour(family, theme)),
            hoverinfo="skip",
            name=f"{family}, {draws}",
            meta={"draws": draws},
            cliponaxis=False,
            xaxis=axes[0],
            yaxis=axes[1],
        )


def _strokes(point: Point, top: float) -> Iterator[tuple[str, Stroke]]:
    centre = middle(point)
    if point.first != point.last:
        yield "days", ((moment(point.first), moment(point.last) + DAY), (point.value, point.value))
    if side := OPEN.get(point.bound):
        yield "open end", ((centre, centre), (point.value, max(0.0, point.value + side * REACH * top)))
    if point.bound == "range" and point.low is not None and point.high is not None:
        yield "range", ((centre, centre), (point.low, point.high))


def _manner(draws: str, sides: Sequence[int], hue: str) -> dict[str, Any]:
    """Line and heads of strokes that are open on these sides."""
    if draws == "days":
        return {"mode": "lines", "line": {"color": hue, "width": 4}}
    if draws == "range":
        caps = {"symbol": "line-ew-open", "size": 12, "line": {"color": hue, "width": 2}}
        return {"mode": "lines+markers", "line": {"color": hue, "width": 2}, "marker": caps}
    ends = [("circle", "arrow-up" if side > 0 else "arrow-down") for side in sides]
    head = {
        "symbol": [name or "circle" for name in _parted(ends)],
        "size": [size or 0 for size in _parted([(0, 11)] * len(ends))],
        "color": hue,
    }
    return {"mode": "lines+markers", "line": {"color": hue, "width": 1.8, "dash": "dot"}, "marker": head}


def _parted(pairs: Any) -> Iterator[Any]:
    """The ends of each stroke, and None between two strokes, where the pen is lifted."""
    for n, (start, end) in enumerate(pairs):
        if n:
            yield None
        yield start
        yield end


def middle(point: Point) -> float:
    return (moment(point.first) + moment(point.last) + DAY) / 2
