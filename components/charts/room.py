"""Room for labels in a panel: where a label fits without lying on a mark, a stroke or another label."""

from __future__ import annotations

from typing import NamedTuple

from components.charts.bounds import OPEN, REACH, middle
from components.charts.paper import DAY, moment
from components.measures import Point

NARROW, WIDE = 310, 660
"""Pixels of a panel at its narrowest, on a telephone, and beside the checks on a desk; where it is wider there is only
more room."""

LETTER, LINE, AIR = 6.0, 14.0, 10.0


class Box(NamedTuple):
    """Pixels from the left and from the foot of the panel."""

    left: float
    right: float
    foot: float
    head: float

    def meets(self, other: Box) -> bool:
        return self.left < other.right and other.left < self.right and self.foot < other.head and other.foot < self.head


class Spot(NamedTuple):
    """Where a label stands: a moment on the axis, the side of the label that is there, pixels to the right and up."""

    x: float
    anchor: str
    right: float
    up: float


class Room:
    """One panel of so many pixels in height and width, from 0 to ``top`` over the days of ``span``.

    ``line`` is the height of its labels in pixels.
    """

    def __init__(
        self, span: tuple[float, float], top: float, height: float, width: float = NARROW, line: float = 2 * LINE
    ) -> None:
        self._span, self._top, self._height, self._width, self._line = span, top, height, width, line
        self._taken: list[Box] = []

    def take_marks(self, point: Point) -> None:
        """Keep clear of the point's marks, of the stroke of its days, of its range, and of the arrow of an open end."""
        y = self._y(point.value)
        self._taken.append(Box(self._x(moment(point.first)) - 6, self._x(moment(point.last) + DAY) + 6, y - 7, y + 7))
        if direction := OPEN.get(point.bound):
            centre, tip = self._x(middle(point)), y + direction * REACH * self._height
            self._taken.append(Box(centre - 7, centre + 7, min(y, tip), max(y, tip) + 6))
        if point.bound == "range":
            centre = self._x(middle(point))
            self._taken.append(Box(centre - 7, centre + 7, self._y(min(point.ends)) - 3, self._y(max(point.ends)) + 3))

    def label(self, point: Point, letters: int) -> Spot | None:
        """The first free place near the point, if there is one."""
        first, last, centre = moment(point.first), moment(point.last) + DAY, middle(point)
        sides = ((last, "left"), (first, "right"), (centre, "left"), (centre, "right"))
        places = [
            Spot(x, anchor, AIR if anchor == "left" else -AIR, up)
            for up in (0, 24, -24, 40, -40, 56, -56, 72, -72, 88, -88)
            for x, anchor in sides
        ]
        boxes = [self._box(place, point.value, letters * LETTER) for place in places]
        chosen = next((n for n, box in enumerate(boxes) if self._free(box)), None)
        if chosen is None:
            return None
        self._taken.append(boxes[chosen])
        return places[chosen]

    def _box(self, place: Spot, value: float, wide: float) -> Box:
        x, y = self._x(place.x) + place.right, self._y(value) + place.up
        left = x if place.anchor == "left" else x - wide
        return Box(left, left + wide, y - self._line / 2, y + self._line / 2)

    def _free(self, box: Box) -> bool:
        inside = box.left >= 0 and box.right <= self._width and box.foot >= 0 and box.head <= self._height + 4
        return inside and not any(box.meets(other) for other in self._taken)

    def _x(self, at: float) -> float:
        return (at - self._span[0]) / (self._span[1] - self._span[0]) * self._width

    def _y(self, value: float) -> float:
        return value / self._top * self._height
