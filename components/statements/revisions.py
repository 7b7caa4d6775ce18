"""How one source's figure of one thing changed: rungs by day, each a rise, a fall or a first word.

A figure printed again without a day of its own, or with an earlier one, is a mention of its rung (rule 11).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from components import columns
from components.statements.numbers import interval
from components.statements.statement import Figure, Statement
from components.statements.tellings import UNNAMED

Change: TypeAlias = Literal["first", "rise", "fall", "cannot tell"]
_REASONS = {columns.ANEW: "reassessment", columns.GROWN: "growth"}


@dataclass(frozen=True, slots=True)
class Rung:
    """One figure of a ladder, on the day for which it holds. ``mentions`` are figures (ids) that only repeat it.

    ``reason`` is "growth" or "reassessment" where the text says which, "" where it does not.
    """

    figure: Figure
    day: dt.date
    change: Change
    reason: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The totals of one source for one subject and measure, in order of their days; ``scope`` is the part of a country
    in which they are counted, "" for all.
    """

    source: str
    family: str
    subject: str
    measure: str
    scope: str
    rungs: tuple[Rung, ...]

    @property
    def falls(self) -> tuple[Rung, ...]:
        return tuple(rung for rung in self.rungs if rung.change == "fall")


def ladders(statements: Sequence[Statement]) -> tuple[Ladder, ...]:
    """Every ladder, by source and measure; those who speak without a name have none."""
    found: dict[tuple[str, str, str, str, str], list[tuple[dt.date, Figure]]] = {}
    for statement in statements:
        for figure in statement.figures if statement.family not in UNNAMED else ():
            told, day = figure.careful, figure.careful.as_of or statement.last
            if _is_total(figure) and day is not None:
                key = (statement.source, statement.family, told.subject, told.measure or "", told.scope)
                found.setdefault(key, []).append((day, figure))
    return tuple(Ladder(*key, tuple(_rungs(found[key]))) for key in sorted(found))


def _is_total(figure: Figure) -> bool:
    told = figure.careful
    return told.modality == "asserted" and told.bound != "vague" and told.kind in ("total", "subset") and not told.part


def _rungs(dated: Sequence[tuple[dt.date, Figure]]) -> Iterator[Rung]:
    rungs: list[Rung] = []
    mentions: list[list[str]] = []
    first: dict[tuple[object, ...], int] = {}
    for day, figure in sorted(dated, key=lambda pair: (pair[0], pair[1].careful.ends, pair[1].id)):
        told = figure.careful
        # Without a day of its own it repeats; a source that states it anew for a later day makes a new rung.
        same = first.get((told.ends, told.bound)) if told.as_of_basis != "stated" else None
        if same is not None:
            mentions[same].append(figure.id)
            continue
        same_day = bool(rungs) and rungs[-1].day == day
        change = "cannot tell" if same_day else _change(rungs[-1].figure, figure) if rungs else "first"
        reason = next((why for flag, why in _REASONS.items() if flag in told.flags), "")
        first.setdefault((told.ends, told.bound), len(rungs))
        rungs.append(Rung(figure, day, change, reason, ()))
        mentions.append([])
    yield from (replace(rung, mentions=tuple(own)) for rung, own in zip(rungs, mentions, strict=True))


def _change(before: Figure, after: Figure) -> Change:
    """By intervals; where they meet, by printed numbers of one bound, since a source that repeats its bound revises."""
    (least, greatest), (low, high) = interval(before.careful), interval(after.careful)
    if low > greatest or (before.careful.bound == after.careful.bound and after.careful.ends > before.careful.ends):
        return "rise"
    if high < least or (before.careful.bound == after.careful.bound and after.careful.ends < before.careful.ends):
        return "fall"
    open_above = before.careful.bound in columns.OPEN_ABOVE
    if open_above and before.careful.ends[0] < after.careful.ends[0]:
        return "rise"
    return "cannot tell"
