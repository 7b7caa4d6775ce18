"""One figure for all sources where it is asked for: no best, but the least and the greatest that they print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import words
from components.columns import OPEN_ABOVE, OPEN_BELOW
from components.measures.figures import Point
from components.measures.sums import RefusedSum


@dataclass(frozen=True, slots=True)
class Envelope:
    """The sources' totals of one measure between ``low`` and ``high``, least and greatest as printed (rule 12).

    ``open_above`` and ``open_below`` say whether some source sets no end on that side.
    """

    measure: str
    low: float
    high: float
    open_above: bool
    open_below: bool
    rows: tuple[Point, ...]

    def __str__(self) -> str:
        ends = f"between {words.count(self.low)} and {words.thing(words.count(self.high), self.measure, 'total')}"
        open_ends = [side for side, is_open in (("above", self.open_above), ("below", self.open_below)) if is_open]
        beyond = f" Some sources set no end {words.listed(open_ends)}." if open_ends else ""
        return f"The sources' figures lie {ends} (least and greatest as printed; no best is chosen).{beyond}"


def envelope(points: Sequence[Point]) -> Envelope:
    """The envelope of totals of one measure by several sources; raises RefusedSum for anything else.

    Of a source's several totals the latest stands, for it replaces the earlier (rule 1).
    """
    if len({point.measure for point in points}) > 1:
        raise RefusedSum(5, "figures of different measures have no common range", points)
    if any(point.sort != "total" for point in points):
        raise RefusedSum(12, "only totals of things done are compared across sources", points)
    if len({point.source for point in points}) < 2:
        raise RefusedSum(12, "figures of one source are told by their days, not by a range", points)
    latest = {point.source: point for point in sorted(points, key=lambda point: (point.last, point.first))}
    rows = tuple(point for point in points if latest[point.source] == point)
    return Envelope(
        measure=rows[0].measure,
        low=min(point.ends[0] for point in rows),
        high=max(point.ends[-1] for point in rows),
        open_above=any(point.bound in OPEN_ABOVE for point in rows),
        open_below=any(point.bound in OPEN_BELOW for point in rows),
        rows=rows,
    )
