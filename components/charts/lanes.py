"""Where the events of the timeline stand: lane under lane, row under row, in pixels, so that no label lies on another.

Widths are reckoned for the narrowest place, a telephone or a sheet of paper; where there is more room, there is only
more air.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import shorten
from typing import NamedTuple

from components.charts.paper import DAY, moment
from components.measures import Event

SCREEN = 320.0
PAPER = (1100.0, 1400.0, 1800.0, 2300.0)
"""Pixels from the first to the last day at the least, on a screen and on sheets of several sizes."""

HEAD, AIR = 25.0, 7.0
ROW, TALL = 21.0, 37.0
"""Height of a row with its label beside the mark, or over it."""

SPOTS, SPANS = 21.0, 13.0
"""Height of a packed row of markers, and of bars."""

LETTER, SMALL_LETTER, GAP = 6.0, 6.0, 11.0


class Label(NamedTuple):
    """Words at a moment on the axis: the side of them that is there, and pixels to the right and down from the mark."""

    text: str
    x: float
    anchor: str
    right: float
    down: float


class Place(NamedTuple):
    """The days from end to end of the axis, and its pixels."""

    span: tuple[float, float]
    width: float

    def x(self, at: float) -> float:
        """Pixels from the left to a moment."""
        return (at - self.span[0]) / (self.span[1] - self.span[0]) * self.width

    def days(self, pixels: float) -> float:
        """Milliseconds that so many pixels are."""
        return pixels / self.width * (self.span[1] - self.span[0])


class Placed(NamedTuple):
    """An event, the pixels from the top to its mark, its days cut to those of the axis, and its label if it has one."""

    event: Event
    y: float
    first: float
    last: float
    label: Label | None = None
    aside: float = 0.0

    @property
    def middle(self) -> float:
        """Where its marker is: among others of its step a little aside from the middle of its days."""
        return (self.first + self.last) / 2 + self.aside


class Lane(NamedTuple):
    """A lane's name, the family whose it is if it is one's, and the pixels from the top to its head."""

    name: str
    family: str
    head: float


class Row(NamedTuple):
    """Events side by side, the height of their row, and the pixels from its foot to their marks."""

    placed: list[Placed]
    height: float
    foot: float


class Sheet(NamedTuple):
    placed: tuple[Placed, ...]
    lanes: tuple[Lane, ...]
    depth: float


def laid_out(events: Sequence[Event], place: Place, singly: bool, by_family: bool) -> Sheet:
    """Each event in a row of its own beside its label, or all packed, with the counts of gathered ones behind them."""
    placed: list[Placed] = []
    lanes: list[Lane] = []
    at = 0.0
    for name, members in groupby(events, key=lambda event: event.lane):
        own = [_cut(event, place.span) for event in members]
        lanes.append(Lane(name, own[0].event.family if by_family else "", at))
        rows = _singly(own, place) if singly else _packed(own, place)
        at += HEAD
        for row in rows:
            placed += [one._replace(y=at + row.height - row.foot) for one in row.placed]
            at += row.height
        at += AIR
    return Sheet(tuple(placed), tuple(lanes), at)


def size(number: int) -> float:
    """Pixels across the mark of so many events: more for more, within bounds.

    >>> size(1), size(10), size(100_000)
    (11.0, 14.6, 20.0)
    """
    return min(11.0 + 1.2 * float((number - 1) ** 0.5), 20.0)


def _cut(event: Event, span: tuple[float, float]) -> Placed:
    first, last = max(moment(event.first), span[0]), min(moment(event.last) + DAY, span[1])
    return Placed(event, 0.0, first, last)


def _singly(own: Sequence[Placed], place: Place) -> Iterator[Row]:
    for one in own:
        label, beside = _label(one, place)
        yield Row([one._replace(label=label)], ROW if beside else TALL, ROW / 2)


def _label(one: Placed, place: Place) -> tuple[Label, bool]:
    """The label, and whether it stands beside its mark; where no side has room it stands over it."""
    text = shorten(one.event.beside, int(place.width / LETTER), placeholder=" …")
    wide = len(text) * LETTER
    first, last = (one.middle, one.middle) if one.event.spot else (one.first, one.last)
    if place.x(last) + GAP + wide <= place.width:
        return Label(text, last, "left", GAP, 0.0), True
    if place.x(first) - GAP - wide >= 0:
        return Label(text, first, "right", -GAP, 0.0), True
    if place.x(first) + wide <= place.width:
        return Label(text, first, "left", 0.0, -16.0), False
    if place.x(last) - wide >= 0:
        return Label(text, last, "right", 0.0, -16.0), False
    if wide / 2 <= place.x(one.middle) <= place.width - wide / 2:
        return Label(text, one.middle, "center", 0.0, -16.0), False
    return Label(text, place.span[0], "left", 0.0, -16.0), False


def _packed(own: Sequence[Placed], place: Place) -> Iterator[Row]:
    """Markers, then bars, in as few rows as hold them side by side."""
    for row in _rows([one for one in own if one.event.spot], place):
        yield Row(row, SPOTS, SPOTS / 2)
    for row in _rows([one for one in own if not one.event.spot], place):
        yield Row(row, SPANS, SPANS / 2)


def _rows(own: Sequence[Placed], place: Place) -> list[list[Placed]]:
    """Each in the first row that has room where it begins or, if it is gathered, further on in its step."""
    rows: list[list[Placed]] = []
    ends: list[float] = []
    for one in sorted(own, key=lambda one: one.first):
        start, end = _slot(one, place)
        slack = max(place.x(one.last) - end, 0.0) if one.event.spot and one.event.number > 1 else 0.0
        free = next((row for row, taken in enumerate(ends) if taken <= start + slack), len(ends))
        if free == len(ends):
            rows.append([])
            ends.append(start)
        aside = max(ends[free] - start, 0.0)
        rows[free].append(one._replace(aside=place.days(aside)))
        ends[free] = end + aside
    return rows


def _slot(one: Placed, place: Place) -> tuple[float, float]:
    """The pixels from the left that the event takes with its count behind it."""
    reach = size(one.event.number) / 2 if one.event.spot else 0.0
    first, last = (one.middle, one.middle) if one.event.spot else (one.first, one.last)
    count = len(one.event.beside) * SMALL_LETTER + 3 if one.event.number > 1 else 0.0
    return place.x(first) - reach - 1, place.x(last) + reach + count + 2
