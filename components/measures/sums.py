"""The few sums that are allowed, and the refusal of all others by the name of the rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components import words
from components.measures.figures import Point
from components.statements.tellings import UNNAMED


class RefusedSum(ValueError):  # noqa: N818 - the design's word
    """A sum that would say what no source says; the message names the counting rule."""


def add(base: Point, addition: Point) -> Point:
    """The derived total of a source's total and its addition, with the weakest bound of the two (rule 2).

    Raises RefusedSum naming the rule that forbids it.
    """
    _refuse_wrong(base, addition)
    open_above = {"at_least", "more_than"} & {base.bound, addition.bound}
    open_below = {"up_to", "nearly"} & {base.bound, addition.bound}
    if open_above and open_below:
        raise RefusedSum("Rule 2: a sum of a lower and an upper bound has no bound at all.")
    total = base.value + addition.value
    bound = "at_least" if open_above else "up_to" if open_below else "approx"
    bound = "exact" if base.bound == addition.bound == "exact" else bound
    return replace(
        base,
        low=total if bound == "at_least" else None,
        best=total if bound in ("exact", "approx") else None,
        high=total if bound == "up_to" else None,
        bound=bound,
        last=max(base.last, addition.last),
        basis="derived",
        claims=(*base.claims, *addition.claims),
    )


def _refuse_wrong(base: Point, addition: Point) -> None:
    if base.source != addition.source:
        raise RefusedSum("Rule 1: figures of different sources are never added.")
    if base.family in UNNAMED:
        raise RefusedSum("Rule 1: two figures without a named source need not be of one source.")
    if base.measure != addition.measure:
        raise RefusedSum("Rule 5: killed, wounded, captured and the other measures are never added to each other.")
    if "plan" in (base.sort, addition.sort):
        raise RefusedSum("Rule 9: plans and possibilities never enter a total of things done.")
    if (base.sort, addition.sort) == ("total", "total"):
        raise RefusedSum("Rule 1: a later total of the same source replaces the earlier one.")
    if (base.sort, addition.sort) != ("total", "addition"):
        raise RefusedSum("Rule 2: only an addition adds to a total.")
    if "range" in (base.bound, addition.bound):
        raise RefusedSum("Rule 2: a range is not added; its ends are.")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A total that may or may not include an addition printed with it; ``derived`` is the second reading (rule 4)."""

    total: Point
    addition: Point
    derived: Point

    def __str__(self) -> str:
        more = words.thing(self.addition.number, self.addition.measure, "additional")
        return (
            f"{self.total.name}: the articles do not settle whether {self.total.number} includes the {more}. "
            f"In all it is {self.total.number}, or {self.derived.number} if they come on top "
            "(our sum, not a figure of the source)."
        )


def doubts(points: Sequence[Point]) -> tuple[Doubt, ...]:
    """The totals for which the article that prints them also prints an addition by the same source, no later."""
    found = []
    for total in (point for point in points if point.sort == "total"):
        for addition in (point for point in points if point.sort == "addition"):
            same = (total.source, total.measure) == (addition.source, addition.measure)
            if same and set(total.articles) & set(addition.articles) and addition.first <= total.last:
                try:
                    found.append(Doubt(total, addition, add(total, addition)))
                except RefusedSum:
                    continue
    return tuple(found)
