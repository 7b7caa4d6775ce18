"""What the analyst asks to see: a ``Pick``, and the days that a claim is of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

_WORDS = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Pick:
    """One filter for everything on the page and in the exports. Empty means all; days are inclusive.

    ``sources`` are bodies: each finds what it asserts and what it relays. A claim stays while any of its possible days
    lies between ``first`` and ``last``, and if it was printed by the end of ``known_on``. ``words`` must all stand in
    its sentence, those between quotation marks side by side. ``given_days`` leaves out claims whose day was taken from
    elsewhere in the article, ``told_once`` what an article says again and page furniture.
    """

    sources: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    known_on: dt.date | None = None
    words: str = ""
    given_days: bool = False
    told_once: bool = False

    @property
    def phrases(self) -> tuple[str, ...]:
        """What must stand in the sentence, in small letters.

        >>> Pick(words='Kursk "special forces"').phrases
        ('kursk', 'special forces')
        """
        return tuple((quoted or plain).casefold() for quoted, plain in _WORDS.findall(self.words))

    @property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """What is chosen in each column of the event table that has a list of choices."""
        return {
            "source": self.sources,
            "family": self.families,
            "outlet": self.outlets,
            "event_type": self.event_types,
            "measure": self.measures,
            "subject": self.subjects,
            "bound": self.bounds,
        }


def known_on(frame: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """What had been printed by the end of ``day``; articles without a day of printing are not among it."""
    return frame[frame["published"].le(pd.Timestamp(day)).fillna(False)]


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
