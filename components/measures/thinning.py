"""Fewer points where a chart has more marks than anybody can read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import numpy as np
import pandas as pd

from components.measures.figures import LeftOut, Point
from components.measures.rows import Codes, Rows, begins

MARKS = 300
"""Marks of a chart at most: one a day, two a span of days."""


def thinned(points: Sequence[Point], marks: int = MARKS) -> tuple[tuple[Point, ...], tuple[LeftOut, ...]]:
    """The points that a chart can hold, in their order, and how many claims the others stand for."""
    series = pd.factorize(pd.Series([(point.measure, point.sort, point.source) for point in points], dtype=object))[0]
    spans = np.array([point.first != point.last for point in points], dtype=bool)
    kept = tuple(points[n] for n in held(series.astype(np.int64), spans, marks).tolist())
    drawn = {claim for point in kept for claim in point.claims}
    return kept, missing(len({claim for point in points for claim in point.claims} - drawn))


def missing(claims: int) -> tuple[LeftOut, ...]:
    """What to say of so many claims whose points are not held."""
    reason = "between others of their source, too many to draw (narrow the period to see them)"
    return (LeftOut(claims, reason),) if claims else ()


def held(series: Codes, spans: Rows, marks: int = MARKS) -> Codes:
    """The places of the points that so many marks can be, by the series of each and whether it spans days.

    Of each series, a source's figures of one measure and sort, every second is kept, or every fourth and so on, and
    always the last; where even the last ones are too many, the earliest of them.
    """
    order = np.argsort(series, kind="stable")
    heads = begins(series[order])
    sizes = np.diff(np.r_[heads, len(order)])
    nth = np.empty(len(order), dtype=np.int64)
    nth[order] = np.arange(len(order)) - np.repeat(heads, sizes)
    last = np.zeros(len(order), dtype=bool)
    last[order[heads + sizes - 1]] = True
    for halvings in count():
        kept = np.flatnonzero((nth % 2**halvings == 0) | last)
        if len(kept) + int(spans[kept].sum()) <= marks:
            break
        if 2**halvings > len(order):
            return kept[: marks // 2]
    return kept
