"""A line of the book of corrections, and which lines hold. No line is ever changed: undoing is a line too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Does: TypeAlias = Literal["reject", "change", "check", "make", "state", "remove", "register", "undo"]
"""A claim is rejected, changed or checked; a leftover made a claim; of an article something is stated, or it is taken
out; a word, a grade or a family is registered; an earlier line is undone.
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to have corrected. ``subject`` is the id of a claim or article, "source rok-nis", the span of
    a leftover ("120:127") or the number of the line to undo; ``article`` the id of the article concerned, "" if none.

    ``expected`` are the values that are to be corrected, as they were seen; ``values`` those to be set. Both are JSON.
    """

    does: Does
    subject: str
    article: str = ""
    expected: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the book: its number, what it does, who wrote it when (UTC) and why."""

    number: int
    draft: Draft
    who: str
    why: str
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class Stale:
    """A line that holds but cannot be applied, with the reason in one sentence."""

    entry: Entry
    reason: str


def holding(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The lines that are not undone, in order, without those that only undo."""
    every = tuple(entries)
    gone = undone(every)
    kept = (entry for entry in every if entry.number not in gone and entry.draft.does != "undo")
    return tuple(sorted(kept, key=lambda entry: entry.number))


def undone(entries: Iterable[Entry]) -> frozenset[int]:
    """The numbers of the lines that are undone. What undoes can be undone itself."""
    gone: set[int] = set()
    for entry in sorted(entries, key=lambda entry: -entry.number):
        if entry.draft.does == "undo" and entry.number not in gone:
            gone.add(int(entry.draft.subject))
    return frozenset(gone)
