"""Claims written down by hand, in the event table that the app reads."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, replace

import pandas as pd

from components import lexicon, table
from components.measures import Point, Series
from components.model import (
    Article,
    Attribution,
    Bound,
    Claim,
    DateBasis,
    Kind,
    Modality,
    Quantity,
    Reading,
    Span,
    When,
)

PRINTED = dt.date(2025, 3, 27)
NAMES = {"rok-jcs": "South Korea's JCS", "ua-intel": "Ukrainian intelligence", "tass": "TASS", "rok": "South Korea"}


def day(month: int, number: int, year: int = 2025) -> dt.date:
    return dt.date(year, month, number)


@dataclass(frozen=True)
class Said:
    """One claim in few words; ``number`` fills low, best or high as its bound asks."""

    number: float | tuple[float, float] | None = None
    bound: Bound = "exact"
    measure: str = "troops"
    kind: Kind = "total"
    source: str | None = "rok-jcs"
    relays: tuple[str, ...] = ()
    article: str = "one"
    days: tuple[dt.date, dt.date] | None = None
    basis: DateBasis = "stated"
    as_of: dt.date | None = None
    event: str = "deployment"
    modality: Modality = "asserted"
    subject: str = "prk"
    headline: bool = False
    restated: bool = False
    flags: tuple[str, ...] = ()
    text: str = ""
    id: str = ""


def claims(*said: Said) -> pd.DataFrame:
    """The event table of these claims."""
    words = lexicon.load()
    named = [replace(one, id=one.id or f"claim {n}") for n, one in enumerate(said, start=1)]
    readings = [
        Reading(Article(name, "Words.", published=PRINTED), PRINTED, "analyst", tuple(map(_claim, group)), (), (), "")
        for name, group in itertools.groupby(named, key=lambda one: one.article)
    ]
    return table.build(readings, words)


def _claim(said: Said) -> Claim:
    first, last = said.days or (None, None)
    return Claim(
        id=said.id,
        article_id=said.article,
        event_type=said.event,
        modality=said.modality,
        actor="prk",
        recipient="rus",
        subject=said.subject,
        quantity=_quantity(said),
        when=When(first, last, "days", said.basis if said.days else None, said.text, said.as_of),
        place=None,
        attribution=Attribution(said.source, "indirect", "by hand", relays=said.relays),
        sentence=Span(0, 6),
        in_headline=said.headline,
        restatement=said.restated,
        rule="by hand",
        flags=said.flags,
    )


def _quantity(said: Said) -> Quantity | None:
    if said.number is None:
        return None
    low, best, high = None, None, None
    if isinstance(said.number, tuple):
        low, high = said.number
    elif said.bound in ("at_least", "more_than"):
        low = said.number
    elif said.bound in ("up_to", "nearly"):
        high = said.number
    else:
        best = said.number
    return Quantity(said.measure, said.kind, low, best, high, said.bound, Span(0, 5))


def told(series: Series) -> list[str]:
    """Each point in words, as the screen has it."""
    return [f"{point.number} {point.measure} {point.sort}, {point.name}, {point.days}" for point in series.points]


def only(series: Series) -> Point:
    (point,) = series.points
    return point
