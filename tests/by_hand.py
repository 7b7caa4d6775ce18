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
    AttributionForm,
    Bound,
    Claim,
    DateBasis,
    Kind,
    Modality,
    Quantity,
    Reading,
    Span,
    Stance,
    When,
)

PRINTED = dt.date(2025, 3, 27)
NAMES = {"rok-jcs": "South Korea's JCS", "ua-intel": "Ukrainian intelligence", "tass": "TASS", "rok": "South Korea"}


def day(month: int, number: int, year: int = 2025) -> dt.date:
    return dt.date(year, month, number)


@dataclass(frozen=True)
class Said:
    """One claim in few words; ``number`` fills low, best or high as its bound asks.

    ``published`` and ``outlet`` are the article's, taken from its first claim.
    """

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
    said_on: dt.date | None = None
    published: dt.date = PRINTED
    outlet: str | None = None
    form: AttributionForm = "indirect"
    stance: Stance = "asserts"
    hedged: bool = False
    as_of_basis: DateBasis | None = None
    alternative: str | None = None
    place: str | None = None
    part_of: str | None = None


def claims(*said: Said) -> pd.DataFrame:
    """The event table of these claims."""
    words = lexicon.load()
    named = [replace(one, id=one.id or f"claim {n}") for n, one in enumerate(said, start=1)]
    readings = [_reading(name, list(group)) for name, group in itertools.groupby(named, key=lambda one: one.article)]
    return table.build(readings, words)


def _reading(name: str, said: list[Said]) -> Reading:
    printed = said[0].published
    article = Article(name, "Words.", outlet=said[0].outlet, published=printed)
    return Reading(article, printed, "analyst", tuple(map(_claim, said)), (), (), "")


def _claim(said: Said) -> Claim:
    return Claim(
        id=said.id,
        article_id=said.article,
        event_type=said.event,
        modality=said.modality,
        actor="prk",
        recipient="rus",
        subject=said.subject,
        quantity=_quantity(said),
        when=_when(said),
        place=said.place,
        attribution=_attribution(said),
        sentence=Span(0, 6),
        in_headline=said.headline,
        restatement=said.restated,
        rule="by hand",
        flags=said.flags,
    )


def _when(said: Said) -> When:
    first, last = said.days or (None, None)
    basis = said.basis if said.days else None
    return When(first, last, "days", basis, said.text, said.as_of, said.as_of_basis, said.said_on)


def _attribution(said: Said) -> Attribution:
    confidence = Span(0, 5) if said.hedged else None
    return Attribution(
        said.source, said.form, "by hand", stance=said.stance, confidence_span=confidence, relays=said.relays
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
    return Quantity(
        said.measure,
        said.kind,
        low,
        best,
        high,
        said.bound,
        Span(0, 5),
        subset_of=said.part_of,
        alternative_group=said.alternative,
    )


def told(series: Series) -> list[str]:
    """Each point in words, as the screen has it."""
    return [f"{point.number} {point.measure} {point.sort}, {point.name}, {point.days}" for point in series.points]


def only(series: Series) -> Point:
    (point,) = series.points
    return point
