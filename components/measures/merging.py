"""Claims that print one figure as points: one for the mentions whose days meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pandas as pd

from components import words
from components.measures.figures import Point
from components.measures.records import Record
from components.measures.rows import Codes, Rows, begins, day_of, spread

Carried: TypeAlias = tuple[str, str, tuple[str, ...], object, str]
"""A claim and its article by their ids, its flags, its group of numbers of which one can hold, and its review."""


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Claims that are one point, each: their places in ``order`` from ``first``, so many (``sizes``), the one whose
    days the point has (``leads``), and the first row of its group (``early``).
    """

    order: Codes
    first: Codes
    sizes: Codes
    leads: Codes
    early: Codes

    def reordered(self, order: Codes) -> Clusters:
        return Clusters(self.order, self.first[order], self.sizes[order], self.leads[order], self.early[order])

    def members(self, which: Codes) -> Codes:
        """The claims of these points, one point behind another."""
        return self.order[spread(self.first[which], self.sizes[which])]


def clusters(group: Codes, first: Codes, last: Codes, undated: Rows, place: Codes) -> Clusters:
    """The points of claims that lie group by group, the dated ones by their first day, the undated behind them.

    Mentions whose days meet are one point; one without days of its own joins the first of its group (rule 11). A point
    has the narrowest of its dated days, else the first of the undated.
    """
    number = len(group)
    if not number:
        nothing = np.empty(0, dtype=np.int64)
        return Clusters(nothing, nothing, nothing, nothing, nothing)
    heads = begins(group)
    head = np.repeat(heads, np.diff(np.r_[heads, number]))
    least = last.min()
    floor = group * int(last.max() - least + 2)
    reach = np.maximum.accumulate(np.where(undated, floor, floor + last - least + 1))
    apart = ~undated & (first - least + 1 > np.r_[0, reach[:-1]] - floor)
    apart[heads] = True
    cluster = np.cumsum(apart)
    cluster = np.where(undated, cluster[head], cluster)
    order = np.argsort(cluster, kind="stable")
    starts = begins(cluster[order])
    width = last - first
    width = np.where(undated, int(width.max()) + 1, width)[order]
    narrowest = np.minimum.reduceat(width * number + np.arange(number), starts) % number
    early = np.repeat(np.minimum.reduceat(place, heads), np.diff(np.r_[heads, number]))
    return Clusters(order, starts, np.diff(np.r_[starts, number]), order[narrowest], early[order[starts]])


def point(
    row: Record, cluster: Sequence[Carried], sort: str, basis: str, when: tuple[int, int], names: Mapping[str, str]
) -> Point:
    """The point that ``row`` leads; ``when`` are its days since 1970."""
    claims, articles, flags, groups, reviews = zip(*cluster, strict=True)
    ends = {end: None if pd.isna(row[end]) else float(row[end]) for end in ("low", "best", "high")}
    return Point(
        source=row["source"],
        name=names.get(row["source"], row["source"]),
        family=row["family"],
        measure=row["measure"],
        sort=sort,
        bound=row["bound"],
        first=day_of(when[0]),
        last=day_of(when[1]),
        basis=basis,
        text=words.known(row["event_text"]),
        claims=claims,
        articles=tuple(dict.fromkeys(articles)),
        flags=tuple(sorted(set(flags[0]).intersection(*flags[1:]))),
        corrected=tuple(claim for claim, review in zip(claims, reviews, strict=True) if review == "corrected"),
        either_or=tuple(sorted({words.known(group) for group in groups} - {""})),
        **ends,
    )
