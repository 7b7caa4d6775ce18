"""Totals that no source states and that its own figures make: a base and its additions, each with its formula."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components import words
from components.columns import BESIDES, INCLUDES
from components.measures.figures import CLASSES, Point
from components.measures.sums import RefusedSum, add, settled
from components.statements.numbers import interval, meet
from components.statements.tellings import UNNAMED


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


@dataclass(frozen=True, slots=True)
class _Books:
    """One source's totals and additions of one measure: ``totals`` and ``lasts`` (their last days) in order of these,
    ``printed`` the totals of each article.
    """

    totals: tuple[Point, ...]
    lasts: tuple[dt.date, ...]
    additions: tuple[Point, ...]
    printed: dict[str, list[Point]]

    def beside(self, addition: Point) -> tuple[Point, ...]:
        """The totals that an article prints together with the addition, if they are no earlier."""
        together = dict.fromkeys(total for article in addition.articles for total in self.printed.get(article, ()))
        return tuple(total for total in together if addition.first <= total.last)


def doubts(points: Sequence[Point]) -> tuple[Doubt, ...]:
    """The totals for which the article that prints them also prints an addition by the same source, no later.

    None for those of which a text says whether they include it.
    """
    return tuple(doubt for books in _books(points) for doubt in _doubts(books))


def derived(points: Sequence[Point]) -> tuple[Point, ...]:
    """What each addition makes with its base, the latest total of its source that ends before it begins (rule 2).

    Additions after one base stand on each other in order of their days, none twice. A stated total no earlier than the
    addition outranks the sum, which then stands beside it only if the two do not meet. A total that may include its
    addition gives its second reading (rule 4), one that says so gives none (rule 3).
    """
    found = []
    for books in _books(points):
        found += [*_on_bases(books), *(doubt.derived for doubt in _doubts(books))]
    return tuple(found)


def _books(points: Sequence[Point]) -> Iterator[_Books]:
    """By source and measure, in order of the points; those who speak without a name have none."""
    own: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        if point.family not in UNNAMED and point.sort in ("total", "addition"):
            own.setdefault((point.source, point.measure), []).append(point)
    for rows in own.values():
        totals = sorted((row for row in rows if row.sort == "total"), key=lambda row: (row.last, row.first))
        additions = sorted((row for row in rows if row.sort == "addition"), key=lambda row: (row.first, row.last))
        printed: dict[str, list[Point]] = {}
        for total in totals if additions else ():
            for article in total.articles:
                printed.setdefault(article, []).append(total)
        yield _Books(tuple(totals), tuple(total.last for total in totals), tuple(additions), printed)


def _doubts(books: _Books) -> Iterator[Doubt]:
    for addition in books.additions:
        for total in books.beside(addition):
            if not settled(total):
                try:
                    yield Doubt(total, addition, add(total, addition))
                except RefusedSum:
                    continue


def _on_bases(books: _Books) -> Iterator[Point]:
    """The sums in order of the additions. Of additions whose days meet each stands on the base alone, and no later
    one on either: they may be told twice.
    """
    chains: dict[Point, tuple[Point | None, Point]] = {}
    for addition in books.additions:
        base = _base(addition, books)
        if base is None:
            continue
        below, before = chains.get(base, (base, base))
        apart = before is base or before.last < addition.first
        total = _sum(below if apart else base, addition)
        last = max(before, addition, key=lambda point: point.last) if before is not base else addition
        chains[base] = (total if apart else None, last)
        if total is not None and not _outranked(total, base, addition, books):
            yield total


def _sum(below: Point | None, addition: Point) -> Point | None:
    try:
        return add(below, addition) if below else None
    except RefusedSum:
        return None


def _base(addition: Point, books: _Books) -> Point | None:
    """The one total that the addition adds to; none where a text says that its total includes it, or where two of one
    day differ.
    """
    beside = books.beside(addition)
    if any(settled(total) == INCLUDES for total in beside):
        return None
    on_top = [total for total in beside if settled(total) == BESIDES]
    if on_top:
        return on_top[0] if len(on_top) == 1 else None
    before = bisect_left(books.lasts, addition.first)
    if not before or (before > 1 and books.lasts[before - 2] == books.lasts[before - 1]):
        return None
    return books.totals[before - 1]


def _outranked(total: Point, base: Point, addition: Point, books: _Books) -> bool:
    """Whether one of the first stated totals that are no earlier than the addition allows the sum."""
    first: list[Point] = []
    for at in range(bisect_left(books.lasts, addition.last), len(books.totals)):
        other = books.totals[at]
        if first and other.last != first[0].last:
            break
        if other is not base:
            first.append(other)
    return any(meet(interval(total), interval(other)) for other in first)


def with_sums(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points of a chart, the derived ones of each measure behind its totals."""
    measures = list(dict.fromkeys(point.measure for point in points))
    sorts = list(CLASSES)
    every = (*points, *derived(points))
    return tuple(sorted(every, key=lambda point: (measures.index(point.measure), sorts.index(point.sort))))
