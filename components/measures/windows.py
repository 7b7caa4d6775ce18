"""The month for which a figure holds: figures of different bodies stand beside each other where measure and month meet.

An answer too long for a page has its beginning and the number of the rest.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from components import words
from components.columns import MEASURES, SUBJECTS
from components.statements.statement import Statement, Told
from components.statements.voices import days_held

Window: TypeAlias = tuple[int, int]
"""Year and month; (0, 0) where no text allows a day."""

NO_DAY: Window = (0, 0)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Shown(Generic[Row]):
    """The rows to show, in order, and how many more there are."""

    rows: tuple[Row, ...]
    more: int


def month_of(day: dt.date | None) -> Window:
    return (day.year, day.month) if day else NO_DAY


def window(told: Told, statement: Statement) -> Window:
    """The month of the last day for which the figure holds."""
    held = days_held(told, statement)
    return month_of(held[1] if held else None)


def month(of: Window) -> str:
    """A window in words.

    >>> month((2025, 3)), month(NO_DAY)
    ('Mar 2025', 'No day known')
    """
    return f"{calendar.month_abbr[of[1]]} {of[0]}" if of[1] else "No day known"


def days(told: Told, statement: Statement) -> str:
    """The days for which the figure holds, no sharper than its words; "" where no text allows any."""
    held = days_held(told, statement)
    if held is None:
        return ""
    if told.as_of is None and (told.kind != "additional" or told.event_start is None):
        return f"said on {words.day(held[1])}" if held[0] == held[1] else f"said by {words.day(held[1])}"
    return words.days(*held, told.event_text or "")


def counted(measure: str, subject: str, names: Mapping[str, str]) -> str:
    """What is counted, and whose where it is not North Korea's.

    >>> counted("artillery", "prk", {}), counted("killed", "ukr", {"ukr": "Ukraine"}), counted("troops", "other", {})
    ('Guns and launchers', 'Killed (Ukraine)', 'Troops (others)')
    """
    what = words.MEASURES.get(measure, measure)
    whose = "" if subject == "prk" else f" ({names.get(subject, 'others')})"
    return what[:1].upper() + what[1:] + whose


def place(measure: str, subject: str, of: Window) -> tuple[int, int, int, int]:
    """The order of rows: what is counted, North Korea's first; of one thing the latest month first."""
    return SUBJECTS.index(subject), MEASURES.index(measure), -of[0], -of[1]
