"""The nouns of a briefing, frozen. ``evidence`` are numbers of its evidence list; ``more`` counts what is not shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from components.briefing.evidence import Evidence
from components.measures import Event, Point
from components.stamp import Stamp

PARTS: Mapping[str, str] = {
    "key": "Latest figures, source by source",
    "timeline": "Timeline",
    "troops": "North Korean troops",
    "casualties": "North Korean casualties",
    "materiel": "North Korean materiel",
    "matrix": "Who supports, contradicts or is silent",
    "statements": "Statements and what relays changed",
    "disagreements": "Disagreements",
}
"""What can be chosen, by name, with its heading. Title, evidence and method are in every briefing."""

DRAWN = ("timeline", "troops", "casualties", "materiel")
"""Those that have a chart."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence or figure in words with its evidence."""

    text: str
    evidence: tuple[int, ...]

    def __str__(self) -> str:
        return cited(self.text, self.evidence)


@dataclass(frozen=True, slots=True)
class KeySource:
    """One source and its latest totals, each with its day and change in words."""

    name: str
    family: str
    figures: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the timeline as one source tells it; days are inclusive, ``basis`` says where they come from."""

    side: str
    name: str
    family: str
    modality: str
    basis: str
    first: dt.date
    last: dt.date
    days: str
    label: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plotted:
    """One point of a series: ``number`` and ``days`` in words, ``value`` where its mark stands, on the day ``last``."""

    name: str
    family: str
    measure: str
    sort: str
    number: str
    value: float
    last: dt.date
    days: str
    evidence: tuple[int, ...]

    @property
    def line(self) -> str:
        """The series that the point is of: one source, one measure, one sort."""
        return f"{self.name}: {self.measure}, {self.sort}"


@dataclass(frozen=True, slots=True)
class Topic:
    """One chart: its points by day, and as sentences both readings of open totals, checks and refused sums.

    ``drawn`` are the same points as the charts of the screen draw them.
    """

    part: str
    heading: str
    points: tuple[Plotted, ...]
    drawn: tuple[Point, ...]
    more: int
    readings: tuple[Numbered, ...]
    checks: tuple[Numbered, ...]
    refused: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        return (*map(str, self.readings), *map(str, self.checks), *self.refused)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One figure and where each family stands on it, in the order of ``Briefing.families``."""

    figure: str
    source: str
    days: str
    positions: tuple[str, ...]
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of a statement, by how many articles it is relayed, and what they changed."""

    name: str
    days: str
    figure: str
    articles: int
    drift: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two figures that cannot both hold, and by which test."""

    what: str
    between: str
    one: Numbered
    other: Numbered
    says: str

    @property
    def evidence(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys((*self.one.evidence, *self.other.evidence)))


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that the files say. A part that was not asked for is empty and not in ``parts``.

    ``drawn`` are the events of the timeline as the screen draws them.
    """

    title: str
    period: str
    stamp: Stamp
    parts: tuple[str, ...]
    key_sources: tuple[KeySource, ...]
    more_sources: int
    timeline: tuple[Happening, ...]
    drawn: tuple[Event, ...]
    more_events: int
    topics: tuple[Topic, ...]
    families: tuple[str, ...]
    matrix: tuple[MatrixRow, ...]
    more_rows: int
    statements: tuple[Told, ...]
    more_statements: int
    disagreements: tuple[Disagreement, ...]
    more_disagreements: int
    evidence: tuple[Evidence, ...]
    method: tuple[str, ...]

    @property
    def counted(self) -> str:
        """The claims shown and left out, with the reasons."""
        return self.stamp.counted


def cited(text: str, evidence: tuple[int, ...]) -> str:
    """The words with their evidence behind them.

    >>> cited("about 400 killed", (3, 7))
    'about 400 killed [3, 7]'
    """
    return f"{text} [{', '.join(map(str, evidence))}]" if evidence else text
