"""What a printed number allows: an interval, no sharper and no wider than its words."""

from __future__ import annotations

import math
from typing import Protocol

LARGEST_SLACK = 0.05
"""Of an approximate number: half a unit of its last digit that is no zero, but no more than this share of it."""


class Printed(Protocol):
    """A number with its bound, of a claim or of a point."""

    @property
    def bound(self) -> str | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def best(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def ends(self) -> tuple[float, ...]: ...


def interval(told: Printed) -> tuple[float, float]:
    """The least and greatest value that the words allow; an open end is infinite, an upper bound reaches down to 0."""
    low, best, high = told.low, told.best, told.high
    if told.bound == "vague" or not told.ends:
        return 0.0, math.inf
    if told.bound == "range" and low is not None and high is not None:
        return low, high
    if low is not None:
        return low, math.inf
    if high is not None:
        return 0.0, high
    assert best is not None
    slack = half_unit(best) if told.bound == "approx" else 0.0
    return best - slack, best + slack


def half_unit(number: float) -> float:
    """Half a unit of the last printed digit, at most a twentieth of the number.

    >>> half_unit(11000), half_unit(400), half_unit(3650)
    (500.0, 20.0, 5.0)
    """
    return min(last_unit(number) / 2, abs(number) * LARGEST_SLACK)


def last_unit(number: float) -> float:
    """The unit of the last digit that is no zero; 1 where the number is not whole.

    >>> last_unit(11000), last_unit(3650), last_unit(2.5)
    (1000.0, 10.0, 1.0)
    """
    digits = f"{abs(number):.0f}" if number == int(number) else "1"
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether a value lies in both.

    >>> meet((3000, math.inf), (2000, 3000)), meet((3000, math.inf), (0, 2000))
    (True, False)
    """
    return one[0] <= other[1] and other[0] <= one[1]
