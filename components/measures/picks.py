"""What the analyst asks to see: a ``Pick``, the rows it finds, and how many each body would find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

FIRST_BODIES = ("rok-jcs", "ua-intel", "tass")


@dataclass(frozen=True, slots=True)
class Pick:
    """One filter for everything on the page and in the exports. Empty means all; days are inclusive.

    ``sources`` are bodies: each finds what it asserts and what it relays.
    """

    sources: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One body and the number of claims it asserts, and of those of others that it relays."""

    body: str
    asserts: int
    relays: int


def pick(frame: pd.DataFrame, chosen: Pick) -> pd.DataFrame:
    """The rows that ``chosen`` finds, in their order. A claim stays while any of its possible days is in the period."""
    keep = pd.Series(True, index=frame.index)
    if chosen.sources:
        keep &= _asserted(frame, chosen.sources) | _relayed(frame, chosen.sources)
    if chosen.event_types:
        keep &= frame["event_type"].isin(chosen.event_types)
    when = happened(frame)
    if chosen.first is not None:
        keep &= when["last"].ge(pd.Timestamp(chosen.first)).fillna(False)
    if chosen.last is not None:
        keep &= when["first"].le(pd.Timestamp(chosen.last)).fillna(False)
    return frame[keep]


def known_on(frame: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """What had been printed by the end of ``day``; articles without a day of printing are not among it."""
    return frame[frame["published"].le(pd.Timestamp(day)).fillna(False)]


def facets(frame: pd.DataFrame, chosen: Pick) -> tuple[Facet, ...]:
    """Every body of the table with its counts under the other filters.

    South Korea's JCS, Ukrainian intelligence and TASS come first, then the rest by count.
    """
    found = pick(frame, replace(chosen, sources=()))
    asserts = found["source"].value_counts()
    relays = found["relays"].map(set).explode().value_counts()
    bodies = {*frame["source"].dropna(), *frame["relays"].explode().dropna()}
    every = [Facet(body, int(asserts.get(body, 0)), int(relays.get(body, 0))) for body in bodies]
    return tuple(sorted(every, key=_rank))


def _rank(facet: Facet) -> tuple[int, int, str]:
    first = FIRST_BODIES.index(facet.body) if facet.body in FIRST_BODIES else len(FIRST_BODIES)
    return first, -(facet.asserts + facet.relays), facet.body


def _asserted(frame: pd.DataFrame, bodies: Iterable[str]) -> pd.Series[bool]:
    return frame["source"].isin(list(bodies))


def _relayed(frame: pd.DataFrame, bodies: Iterable[str]) -> pd.Series[bool]:
    wanted = set(bodies)
    return frame["relays"].map(lambda relays: not wanted.isdisjoint(relays)).astype(bool)


def happened(frame: pd.DataFrame) -> pd.DataFrame:
    """``first``, ``last`` and ``basis`` of each claim's event.

    Where the text gives no event days: the day the figure holds for, the day it was said, the day of printing.
    """
    first, last = frame["event_start"], frame["event_end"]
    basis = frame["event_basis"].astype("string").where(first.notna())
    for column, why in (
        ("as_of", frame["as_of_basis"].astype("string")),
        ("said_on", "said"),
        ("published", "published"),
    ):
        missing = first.isna() & frame[column].notna()
        first, last = first.mask(missing, frame[column]), last.mask(missing, frame[column])
        basis = basis.mask(missing, why)
    return pd.DataFrame({"first": first, "last": last.fillna(first), "basis": basis.fillna("stated")})


def held(frame: pd.DataFrame) -> pd.DataFrame:
    """``first``, ``last`` and ``basis`` of the days for which each claim's total holds.

    The as-of day leads, unless it only closes the stated days ("as of late February").
    """
    when = happened(frame)
    leads = frame["as_of"].notna() & ~(frame["as_of"].eq(frame["event_end"]).fillna(False))
    basis = frame["as_of_basis"].astype("string").fillna("stated")
    return pd.DataFrame(
        {
            "first": when["first"].mask(leads, frame["as_of"]),
            "last": when["last"].mask(leads, frame["as_of"]),
            "basis": when["basis"].mask(leads, basis),
        }
    )
