"""The series of one topic with what the counting rules say of them: both readings, checks, refused sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from components import measures, words
from components.briefing.evidence import Numbering
from components.briefing.material import Material
from components.briefing.naming import speaker
from components.briefing.parts import PARTS, Numbered, Plotted, Topic
from components.measures import Point, Series
from components.measures.figures import CLASSES

QUESTIONS: Mapping[str, Callable[[pd.DataFrame, Mapping[str, str]], Series]] = {
    "troops": measures.troops,
    "casualties": measures.casualties,
    "materiel": measures.materiel,
}
POINTS, SENTENCES, SUMMED = 20, 8, 3


def topic(part: str, material: Material, found: pd.DataFrame, number: Numbering) -> Topic:
    """The newest points of the topic by day, and the sentences that belong to its chart."""
    series = QUESTIONS[part](material.careful.loc[found.index], material.names)
    every = measures.with_sums(series.points)
    newest = sorted(every, key=lambda point: (point.last, point.first), reverse=True)[:POINTS]
    points = tuple(_plotted(point, number) for point in sorted(newest, key=lambda point: (point.last, point.first)))
    among = frozenset(newest)
    return Topic(
        part=part,
        heading=PARTS[part],
        points=points,
        drawn=tuple(point for point in every if point in among),
        more=len(every) - len(points),
        readings=_bounded([*_doubts(series.points), *_corrected(series.points)], number),
        checks=_bounded(_checks(every, material), number),
        refused=tuple(_refused(every)),
        left_out=tuple(f"{left.count:,} {left.reason}" for left in series.left_out),
    )


def _plotted(point: Point, number: Numbering) -> Plotted:
    sort = CLASSES[point.sort] + (f" ({point.formula})" if point.formula else "")
    return Plotted(
        name=speaker(point.name, point.family),
        family=point.family,
        measure=words.MEASURES.get(point.measure, point.measure),
        sort=sort,
        number=point.number,
        value=point.value,
        last=point.last,
        days=point.days,
        evidence=number.of(point.claims),
    )


def _doubts(points: Sequence[Point]) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((str(one), one.derived.claims) for one in measures.doubts(points))


def _corrected(points: Sequence[Point]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The numbers that analysts have corrected."""
    for point in points:
        if point.corrected:
            yield f"{point.name}, {point.number}: corrected by an analyst.", point.corrected


def _checks(points: Sequence[Point], material: Material) -> list[tuple[str, tuple[str, ...]]]:
    said = {claim: point.name for point in points if not point.formula for claim in point.claims}
    return [(f"{said[one.claims[0]]}: {one.says}", one.claims) for one in material.verdicts if one.claims[0] in said]


def _bounded(sentences: Sequence[tuple[str, tuple[str, ...]]], number: Numbering) -> tuple[Numbered, ...]:
    told = tuple(Numbered(says, number.of(claims)) for says, claims in sentences[:SENTENCES])
    more = len(sentences) - len(told)
    return (*told, Numbered(f"And {more:,} more in the table.", ())) if more else told


def _refused(points: Sequence[Point]) -> Iterator[str]:
    """For each measure of which several sources give totals: why their latest totals are not added (rule 14)."""
    latest: dict[str, dict[str, Point]] = {}
    for point in points:
        if point.sort == "total":
            last = latest.setdefault(point.measure, {})
            if point.source not in last or last[point.source].last <= point.last:
                last[point.source] = point
    for by_source in latest.values():
        if len(by_source) > 1:
            yield from measures.asked(sorted(by_source.values(), key=lambda point: point.last, reverse=True)[:SUMMED])
