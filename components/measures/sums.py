"""The few sums that are allowed, and the refusal of all others by the name of the rule."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce

from components import words
from components.columns import BESIDES, INCLUDES, OPEN_ABOVE, OPEN_BELOW
from components.measures.figures import Point
from components.statements.numbers import last_unit
from components.statements.tellings import UNNAMED

RULES: Mapping[int, str] = {
    1: "never add across sources, and a later total replaces the earlier",
    2: "an addition adds only to a total before it",
    3: "a total that includes the addition is the whole",
    4: "a total may include the addition",
    5: "different measures stay apart",
    6: "or is not and, capacity is not delivery",
    9: "plans are not things done",
    12: "no best figure across sources",
}
"""The counting rules that refuse a sum, by number and name."""


class RefusedSum(ValueError):  # noqa: N818 - the design's word
    """A sum that would say what no source says: the counting ``rule`` by number, and the ``rows`` it would add."""

    def __init__(self, rule: int, says: str, rows: Sequence[Point]) -> None:
        super().__init__(f"Rule {rule}: {says}.")
        self.rule = rule
        self.rows = tuple(rows)
        self._says = says

    @property
    def sentence(self) -> str:
        """Which rows are not added, and the rule by number and name."""
        rows = words.listed([told(row) for row in self.rows])
        return f"Not added: {rows}. Rule {self.rule} ({RULES[self.rule]}): {self._says}."


def told(point: Point) -> str:
    """A row in a sentence: "at least 3,000 more troops (South Korea's JCS, Jan–Feb 2025)"."""
    kinds = {"addition": "additional", "plan": "planned", "part": "subset", "capacity": "capacity"}
    return f"{words.thing(point.number, point.measure, kinds.get(point.sort, 'total'))} ({point.name}, {point.days})"


def add(base: Point, addition: Point) -> Point:
    """The derived total of a source's total and its addition (rule 2).

    It has the weakest bound of the two, no more digits than an approximate one of them, and the days of the later.
    Raises RefusedSum naming the rule that forbids it.
    """
    _refuse_wrong(base, addition)
    open_above = {*OPEN_ABOVE} & {base.bound, addition.bound}
    open_below = {*OPEN_BELOW} & {base.bound, addition.bound}
    if open_above and open_below:
        raise RefusedSum(2, "a sum of a lower and an upper bound has no bound at all", (base, addition))
    bound = "at_least" if open_above else "up_to" if open_below else "approx"
    bound = "exact" if base.bound == addition.bound == "exact" else bound
    total = _no_sharper(base.value + addition.value, bound, (base, addition))
    later = max(base, addition, key=lambda point: point.last)
    return replace(
        base,
        sort="derived",
        low=total if bound == "at_least" else None,
        best=total if bound in ("exact", "approx") else None,
        high=total if bound == "up_to" else None,
        bound=bound,
        first=later.first,
        last=later.last,
        text=later.text,
        basis="derived",
        claims=(*base.claims, *addition.claims),
        articles=tuple(dict.fromkeys((*base.articles, *addition.articles))),
        formula=f"{base.formula or base.number} + {addition.number}",
        flags=(),
        either_or=tuple(sorted({*base.either_or, *addition.either_or})),
    )


def _refuse_wrong(base: Point, addition: Point) -> None:
    rows = (base, addition)
    if base.source != addition.source:
        raise RefusedSum(1, "figures of different sources are never added", rows)
    if base.family in UNNAMED:
        raise RefusedSum(1, "two figures without a named source need not be of one source", rows)
    if base.measure != addition.measure:
        raise RefusedSum(5, "killed, wounded, captured and the other measures are never added to each other", rows)
    if "plan" in (base.sort, addition.sort):
        raise RefusedSum(9, "plans and possibilities never enter a total of things done", rows)
    if "capacity" in (base.sort, addition.sort):
        raise RefusedSum(6, "what could be held at most is no delivery", rows)
    if set(base.either_or) & set(addition.either_or):
        raise RefusedSum(6, "only one of the two numbers can hold", rows)
    if (base.sort, addition.sort) == ("total", "total"):
        raise RefusedSum(1, "a later total of the same source replaces the earlier one", rows)
    if base.sort not in ("total", "derived") or addition.sort != "addition":
        raise RefusedSum(2, "only an addition adds to a total", rows)
    if set(base.claims) & set(addition.claims):
        raise RefusedSum(2, "no addition is counted twice", rows)
    if "range" in (base.bound, addition.bound):
        raise RefusedSum(2, "a range is not added; its ends are", rows)


def _no_sharper(total: float, bound: str, parts: Sequence[Point]) -> float:
    """The total in units of the coarsest approximate part, rounded away from what its bound would overstate."""
    unit = max((_unit(part.value) for part in parts if part.bound == "approx"), default=0.0)
    if not unit:
        return total
    rounded = {"at_least": math.floor, "up_to": math.ceil}.get(bound, round)(round(total / unit, 9))
    return float(rounded * unit)


def _unit(number: float) -> float:
    """The unit of the last printed digit that is no zero, of a lone leading 1 of the next.

    >>> _unit(11000), _unit(9000), _unit(10000), _unit(3650)
    (1000.0, 1000.0, 1000.0, 10.0)
    """
    if not number or number != int(number):
        return 0.0
    unit = last_unit(number)
    return unit / 10 if unit > 1 and unit > abs(number) / 2 else unit


def added(points: Sequence[Point]) -> Point:
    """The chosen rows as one derived total: a base, then its additions in order of their days.

    Raises RefusedSum naming the rule that forbids it and the rows that it concerns.
    """
    base, *rest = sorted(points, key=lambda point: (point.sort not in ("total", "derived"), point.first, point.last))
    for other in rest:
        _refuse_wrong(base, other)
        _refuse_included(base, other)
    return reduce(add, rest, base)


def _refuse_included(base: Point, addition: Point) -> None:
    """An addition that is no later than the total is in it, unless one text prints both and does not say."""
    together = bool(set(base.articles) & set(addition.articles))
    if together and settled(base) == INCLUDES:
        raise RefusedSum(3, "the text says that the total includes the addition", (base, addition))
    if not together and addition.first <= base.last:
        raise RefusedSum(4, "the total is not from before the addition and may include it", (base, addition))


def settled(total: Point) -> str:
    """What the text says of a total and the addition beside it: INCLUDES, BESIDES, or "" where it leaves it open."""
    said = {INCLUDES, BESIDES} & {*total.flags}
    return said.pop() if len(said) == 1 else ""
