"""Number over source beside the marks of a panel, clear of marks and of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import paper
from components.charts.palette import INKS, Theme
from components.charts.room import LINE, NARROW, WIDE, Room, Spot
from components.measures import Point

FEW = {NARROW: 4, WIDE: 10}
"""Up to so many points of a panel all are labelled; of more, each source's last."""

SIZES = {NARROW: 10.5, WIDE: 11.5}
"""A chart that may be narrow or wide has labels for both: by these sizes look.css knows which set to hide."""


LEADER = 40
"""Pixels from a mark beyond which a hairline leads from the label to it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A panel: its axes, the days of ``span`` (milliseconds), its values up to ``top``, its pixels in height.

    ``named`` says that its labels have the source under the number, ``wide`` that it can be wider than a telephone.
    """

    axes: tuple[str, str]
    span: tuple[float, float]
    top: float
    height: int
    named: bool
    wide: bool


def labels(panel: Sequence[Point], place: Place, theme: Theme) -> Iterator[dict[str, Any]]:
    """The labels of a panel. One that finds no room is left to the mark's own words and to the table."""
    if not place.wide:
        yield from _placed(panel, place, NARROW, paper.SMALL, theme)
        return
    for width in (WIDE,) if theme == "print" else (NARROW, WIDE):
        yield from _placed(panel, place, width, SIZES[width], theme)


def _placed(panel: Sequence[Point], place: Place, width: int, size: float, theme: Theme) -> Iterator[dict[str, Any]]:
    room = Room(place.span, place.top, place.height, width, LINE * (2 if place.named else 1))
    last = {(point.source, point.sort): point for point in sorted(panel, key=lambda point: (point.last, point.first))}
    shown = panel if len(panel) <= FEW[width] else last.values()
    for point in panel:
        room.take_marks(point)
    for point in sorted(shown, key=lambda point: point.value):
        lines = [point.number, *_names(point, place.named)]
        spot = room.label(point, max(map(len, lines)))
        if spot is not None:
            yield _label(lines, point, spot, place.axes, size, theme)


def _names(point: Point, named: bool) -> Iterator[str]:
    if named or point.sort == "derived":
        yield ("our sum, " if point.sort == "derived" else "") + (point.name if named else point.formula)


def _label(
    lines: Sequence[str], point: Point, spot: Spot, axes: tuple[str, str], size: float, theme: Theme
) -> dict[str, Any]:
    ink = INKS[theme]
    led = abs(spot.up) > LEADER
    offset = (
        {"ax": spot.right, "ay": -spot.up, "arrowhead": 0, "arrowwidth": 0.8, "arrowcolor": ink.quiet, "standoff": 7}
        if led
        else {"xshift": spot.right, "yshift": spot.up}
    )
    number, *names = map(paper.plain, lines)
    return {
        "text": "<br>".join((f"<b>{number}</b>", *names)),
        "x": spot.x,
        "xref": axes[0],
        "xanchor": spot.anchor,
        "y": point.value,
        "yref": axes[1],
        "yanchor": "middle",
        "align": spot.anchor,
        "showarrow": led,
        "bgcolor": ink.ground,
        "borderpad": 0,
        "font": {"size": size, "color": ink.text},
        **offset,
    }
