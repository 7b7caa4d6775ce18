"""The figures of the charts: one point a figure and source, no sums."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from components import words
from components.statements.tellings import UNNAMED

UNDATED = ("published", "said")
CLASSES: Mapping[str, str] = {
    "total": "totals",
    "derived": "our sums",
    "addition": "additions",
    "plan": "planned or possible",
    "part": "parts of a larger number",
    "capacity": "what could be held at most",
}


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of one source, carried by ``claims`` (ids) in ``articles`` (ids). Days are inclusive.

    ``sort`` is a key of CLASSES. ``line`` is shared by the totals that one step line may join, "" for all others.
    ``formula`` says how a derived number comes about, "about 11,000 + at least 3,000"; "" where a source states it.
    ``flags`` are those that all its claims carry, for one silent relay leaves open what another settles;
    ``either_or`` names the groups of which only one number can hold, ``corrected`` the claims that analysts corrected.
    """

    source: str
    name: str
    family: str
    measure: str
    sort: str
    low: float | None
    best: float | None
    high: float | None
    bound: str
    first: dt.date
    last: dt.date
    basis: str
    text: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    formula: str = ""
    flags: tuple[str, ...] = ()
    either_or: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def ends(self) -> tuple[float, ...]:
        """The printed numbers: one, or both ends of a range."""
        return tuple(end for end in (self.low, self.best, self.high) if end is not None)

    @property
    def value(self) -> float:
        """The number the mark stands at: the best, else the end that the text prints."""
        return next(end for end in (self.best, self.low, self.high) if end is not None)

    @property
    def line(self) -> str:
        named = self.family not in UNNAMED
        return f"{self.source} {self.measure}" if named and self.sort == "total" else ""

    @property
    def number(self) -> str:
        return words.amount(self.bound, self.low, self.best, self.high)

    @property
    def days(self) -> str:
        return words.days(self.first, self.last, self.text)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many claims are not drawn, for one reason in words."""

    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one chart by panel and day, and what was left out of it."""

    points: tuple[Point, ...]
    left_out: tuple[LeftOut, ...]
