"""Fewer points where a chart has more marks than anybody can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from components.measures.figures import LeftOut, Point

MARKS = 800
"""Marks of a chart at most: one a day, two a span of days."""


def thinned(points: Sequence[Point], marks: int = MARKS) -> tuple[tuple[Point, ...], tuple[LeftOut, ...]]:
    """The points that a chart can hold, in their order, and how many claims the others stand for.

    Of each source's figures of one measure and sort every second is kept, or every fourth and so on, and always the
    last; where even the last ones are too many, the earliest of them.
    """
    for halvings in count():
        kept = tuple(_every(points, 2**halvings))
        if _marks(kept) <= marks:
            break
        if 2**halvings > len(points):
            kept = kept[: marks // 2]
            break
    if len(kept) == len(points):
        return kept, ()
    drawn = {claim for point in kept for claim in point.claims}
    missing = {claim for point in points for claim in point.claims} - drawn
    return kept, (
        LeftOut(len(missing), "between others of their source, too many to draw (narrow the period to see them)"),
    )


def _every(points: Sequence[Point], step: int) -> Iterator[Point]:
    series: dict[tuple[str, str, str], list[Point]] = {}
    for point in points:
        series.setdefault((point.measure, point.sort, point.source), []).append(point)
    kept = {id(point) for own in series.values() for point in (*own[::step], own[-1])}
    return (point for point in points if id(point) in kept)


def _marks(points: Sequence[Point]) -> int:
    return sum(1 if point.first == point.last else 2 for point in points)
