"""The nouns between the event table and its measures, frozen: a claim as grouping reads it, figures and statements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from components import words
from components.columns import FORCES

Moved: TypeAlias = Literal[
    "bound_dropped",
    "bound_changed",
    "hedge_weakened",
    "hedge_strengthened",
    "measure_changed",
    "number_changed",
    "scope_changed",
    "subset_as_addition",
    "or_to_and",
    "capacity_as_actual",
    "plan_as_fact",
]


@dataclass(frozen=True, slots=True)
class Told:
    """One row of the event table, as far as grouping and checking read it. Days are inclusive."""

    claim_id: str
    article_id: str
    outlet: str | None
    published: dt.date | None
    source: str
    family: str
    relays: tuple[str, ...]
    attribution: str
    stance: str
    modality: str
    confidence_text: str | None
    event_type: str
    subject: str
    measure: str | None
    kind: str | None
    low: float | None
    best: float | None
    high: float | None
    bound: str | None
    unit: str | None
    subset_of: str | None
    alternative_group: str | None
    quantity_text: str | None
    event_start: dt.date | None
    event_end: dt.date | None
    event_basis: str | None
    event_text: str | None
    as_of: dt.date | None
    as_of_basis: str | None
    said_on: dt.date | None
    place: str | None
    place_precision: str | None
    flags: tuple[str, ...]
    in_headline: bool
    restatement: bool

    @property
    def numbered(self) -> bool:
        return self.measure is not None and self.bound is not None

    @property
    def ends(self) -> tuple[float, ...]:
        """The printed numbers: one, or both ends of a range."""
        return tuple(end for end in (self.low, self.best, self.high) if end is not None)

    @property
    def amount(self) -> str:
        """The number with its bound word, "" where the text has none."""
        return words.amount(self.bound or "vague", self.low, self.best, self.high)

    @property
    def part(self) -> bool:
        """A part of a larger number; those of the soldiers sent that were lost are all that were lost."""
        return self.kind == "subset" and self.measure not in ("casualties", "losses")

    @property
    def scope(self) -> str:
        """The part of a country in which forces are counted, "" for all of them: those there and all need not agree."""
        narrow = self.measure in FORCES and self.place_precision in ("city", "region")
        return self.place or "" if narrow else ""

    @property
    def furniture(self) -> bool:
        return "boilerplate" in self.flags

    @property
    def counts(self) -> bool:
        """Whether the claim is its article's own telling: no repeat, and no line of another article."""
        return not self.restatement and not self.furniture


def told(claims: pd.DataFrame) -> Iterator[Told]:
    """The rows of the event table, in order."""
    return map(Told, *(_plain(claims[name]) for name in Told.__dataclass_fields__))


def _plain(column: pd.Series[Any]) -> list[Any]:
    """The cells as Python has them: days as dates, empty ones as None."""
    if isinstance(column.dtype, np.dtype) and column.dtype.kind == "M":
        days: list[Any] = column.to_numpy(dtype="datetime64[D]").tolist()
        return days
    cells: list[Any] = column.astype(object).where(column.notna(), None).tolist()
    return cells


@dataclass(frozen=True, slots=True)
class Drift:
    """What one relay moved: ``claim_id`` of ``article`` says it otherwise than the most careful relay."""

    article: str
    claim_id: str
    what: Moved


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a statement. ``careful`` is its most careful relay; ``claims`` are all, the careful one first.

    ``copies`` are the articles among ``articles`` that print another's text: they are no relays of their own.
    """

    id: str
    careful: Told
    claims: tuple[Told, ...]
    articles: tuple[str, ...]
    copies: tuple[str, ...]
    drift: tuple[Drift, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance of one source, on a day between ``first`` and ``last``; both None where no text allows any day.

    ``why`` says why its claims are one; ``doubt`` names what else was fair, "" where nothing was.
    """

    id: str
    source: str
    family: str
    first: dt.date | None
    last: dt.date | None
    figures: tuple[Figure, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    why: str
    doubt: str

    @property
    def said_on(self) -> dt.date | None:
        return self.first if self.first == self.last else None
