"""What one chart of figures shows of the rows that a filter finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from components.measures.derived import Doubt, derived, doubts
from components.measures.figures import LeftOut, Point
from components.measures.ledger import SORTS, Found
from components.measures.rows import Codes, Rows
from components.measures.thinning import MARKS, held, missing

_TOTAL, _SUM, _ADDITION = (SORTS.index(sort) for sort in ("total", "derived", "addition"))


@dataclass(frozen=True, slots=True, eq=False)
class Plot:
    """``points`` are those that the chart can hold, our sums among them, for so many ``claims``; ``doubts`` and
    ``rows``, a flag for each row of the table, are of all points.
    """

    points: tuple[Point, ...]
    claims: int
    left_out: tuple[LeftOut, ...]
    doubts: tuple[Doubt, ...]
    rows: Rows


def plot(found: Found, marks: int = MARKS) -> Plot:
    """The chart of these points with so many marks at most."""
    its = found.ledger.entries
    summed = _summed(found)
    parts = found.points(summed)
    sums = derived(parts)
    measures, sorts, sources = (codes[found.leads] for codes in (its.measure, its.sort, its.source))
    of = {part: int(at) for part, at in zip(((part.source, part.measure) for part in parts), summed, strict=True)}
    bases = np.array([of[one.source, one.measure] for one in sums], dtype=np.int64)
    measures, sources = np.r_[measures, measures[bases]], np.r_[sources, sources[bases]]
    sorts = np.r_[sorts, np.full(len(sums), _SUM)]
    spans = np.r_[its.first[found.leads] != its.last[found.leads], [one.first != one.last for one in sums]].astype(bool)
    panels = measures * len(SORTS) + sorts
    order = np.argsort(panels, kind="stable")
    series = panels * (int(sources.max(initial=0)) + 1) + sources
    kept = order[held(series[order], spans[order], marks)]
    stated = kept[kept < len(found)]
    made = {int(at): point for at, point in zip(stated, found.points(stated), strict=True)}
    points = tuple(made[at] if at in made else sums[at - len(found)] for at in kept.tolist())
    claims = _claims(found, summed, points, stated)
    return Plot(
        points=points,
        claims=claims,
        left_out=(*found.left_out, *missing(len(found.own) - claims)),
        doubts=doubts(parts),
        rows=_rows(found),
    )


def _rows(found: Found) -> Rows:
    rows = np.zeros(len(found.ledger.register.told), dtype=bool)
    rows[found.ledger.entries.place[found.own]] = True
    return rows


def _claims(found: Found, summed: Codes, points: tuple[Point, ...], stated: Codes) -> int:
    """How many claims are behind the points that are held; a sum has those of its parts."""
    drawn = np.zeros(len(found.ledger.register.told), dtype=bool)
    place = found.ledger.entries.place
    drawn[place[found.entries(stated)]] = True
    if len(stated) < len(points):
        rows = place[found.entries(summed)]
        own = dict(zip(found.ledger.register.claims[rows].tolist(), rows.tolist(), strict=True))
        drawn[[own[claim] for point in points if point.formula for claim in point.claims]] = True
    return int(drawn.sum())


def _summed(found: Found) -> Codes:
    """The additions, and of the totals those on which their sums and doubts depend: what ``derived`` makes of these
    points is what it makes of all.
    """
    its, leads = found.ledger.entries, found.leads
    additions = its.named[leads] & (its.sort[leads] == _ADDITION)
    if not additions.any():
        return np.empty(0, dtype=np.int64)
    totals = its.named[leads] & (its.sort[leads] == _TOTAL)
    books = its.source[leads] * (int(its.measure.max()) + 1) + its.measure[leads]
    wanted = additions | (totals & _beside(found, additions))
    for book in np.unique(books[additions]):
        own = books == book
        wanted[np.flatnonzero(own & (additions | totals))[0]] = True  # the order of the books is that of their first
        wanted[list(_around(np.flatnonzero(own & totals), np.flatnonzero(own & additions), found))] = True
    return np.flatnonzero(wanted)


def _beside(found: Found, additions: Rows) -> Rows:
    """The points that share an article with an addition."""
    its = found.ledger.entries
    printing = np.zeros(int(its.article.max()) + 1, dtype=bool)
    printing[its.article[found.entries(np.flatnonzero(additions))]] = True
    every = found.entries(np.arange(len(found)))
    shares = np.logical_or.reduceat(printing[its.article[every]], np.cumsum(found.made.sizes) - found.made.sizes)
    return np.asarray(shares, dtype=bool)


def _around(totals: Codes, additions: Codes, found: Found) -> Iterator[int]:
    """Of one source's totals the last two that end before each addition begins, and all of the first two days from its
    end on.
    """
    its = found.ledger.entries
    totals = totals[np.argsort(its.last[found.leads[totals]], kind="stable")]
    lasts = its.last[found.leads[totals]]
    for addition in found.leads[additions]:
        before = int(np.searchsorted(lasts, its.first[addition]))
        after = int(np.searchsorted(lasts, its.last[addition]))
        end = after
        for _ in range(2):
            end = int(np.searchsorted(lasts, lasts[end], "right")) if end < len(lasts) else end
        yield from totals[max(0, before - 2) : before].tolist()
        yield from totals[after:end].tolist()
