"""Which tellings are one statement: the same source on the same day, or in a window that only one statement fits.

A telling without a day joins a statement whose numbers it shares. Where two statements fit alike it stays apart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from components import words
from components.statements.tellings import Telling, Trait, shared

_WEEK = 7

Meeting: TypeAlias = tuple[str, Trait, int] | tuple[str, dt.date]
"""Where tellings of one statement meet: family, shared number and week; or source and named day."""


@dataclass(slots=True)
class Occasion:
    """Tellings of one statement while they are found; ``key`` names it for ever."""

    key: str
    source: str
    family: str
    first: dt.date | None
    last: dt.date | None
    tellings: list[Telling] = field(default_factory=list)
    traits: set[Trait] = field(default_factory=set)
    joined: list[str] = field(default_factory=list)
    doubt: str = ""

    def take(self, telling: Telling, why: str = "") -> None:
        self.tellings.append(telling)
        self.traits |= telling.traits
        if why:
            self.joined.append(why)

    def narrow(self, telling: Telling) -> None:
        """Keep the days that both allow."""
        if self.first and self.last and telling.first and telling.last:
            self.first, self.last = max(self.first, telling.first), min(self.last, telling.last)


class _Index:
    """Occasions by family, shared number and week, so that a telling meets only those it may belong to."""

    def __init__(self) -> None:
        self._found: dict[Meeting, dict[int, Occasion]] = {}

    def add(self, occasion: Occasion, traits: Collection[Trait]) -> None:
        for meeting in _by_number(occasion.family, traits, occasion.first, occasion.last):
            self._found.setdefault(meeting, {})[id(occasion)] = occasion

    def meeting(self, telling: Telling) -> list[Occasion]:
        """The occasions of the telling's family that share a number with it and a day of its window."""
        met: dict[int, Occasion] = {}
        for meeting in _by_number(telling.family, sorted(telling.traits), telling.first, telling.last):
            met |= self._found.get(meeting, {})
        return [occasion for occasion in met.values() if _overlap(occasion, telling)]


def occasions(tellings: Sequence[Telling], governments: Collection[str]) -> tuple[Occasion, ...]:
    """Every occasion, in order of its days. ``governments`` are the sources that may stand for a narrower body."""
    index = _Index()
    apart = [_alone(telling) for telling in tellings if telling.alone]
    others = [telling for telling in tellings if not telling.alone]
    bodies = [telling for telling in others if telling.source not in governments]
    found = [*_on_their_day(bodies, index), *_in_their_window(bodies, index)]
    wide = [telling for telling in others if telling.source in governments]
    left = [telling for telling in wide if not _joins_a_body(telling, index)]
    found += [*_on_their_day(left, index), *_in_their_window(left, index)]
    return tuple(sorted([*apart, *found], key=lambda occasion: (occasion.last or dt.date.max, occasion.key)))


def meetings(telling: Telling) -> set[Meeting]:
    """All places where the telling can meet another one of its statement."""
    if telling.alone:
        return set()
    found: set[Meeting] = {*_by_number(telling.family, telling.traits, telling.first, telling.last)}
    if _precise(telling) and telling.last:
        found.add((telling.source, telling.last))
    return found


def _alone(telling: Telling) -> Occasion:
    return _opened(telling, f"{telling.source} {telling.last if telling.named else ''} in {telling.text}")


def _opened(telling: Telling, key: str) -> Occasion:
    occasion = Occasion(key, telling.source, telling.family, telling.first, telling.last)
    occasion.take(telling)
    return occasion


def _precise(telling: Telling) -> bool:
    return telling.named and telling.first == telling.last


def _on_their_day(tellings: Sequence[Telling], index: _Index) -> Iterator[Occasion]:
    """One occasion for each source and named day."""
    exact = sorted((t for t in tellings if _precise(t)), key=lambda t: (t.source, t.order))
    for (source, day), members in groupby(exact, key=lambda t: (t.source, t.last)):
        first, *rest = members
        occasion = _opened(first, f"{source} on {day}")
        for telling in rest:
            occasion.take(telling)
        index.add(occasion, occasion.traits)
        yield occasion


def _in_their_window(tellings: Sequence[Telling], index: _Index) -> list[Occasion]:
    """Those that join nothing open occasions of their own, one after another by their days."""
    opened = []
    for telling in tellings:
        if _precise(telling):
            continue
        own = [occasion for occasion in index.meeting(telling) if occasion.source == telling.source]
        fits = _best(own, telling)
        if len(fits) == 1:
            _join(telling, fits[0], index)
            continue
        occasion = _opened(telling, f"{telling.source} in {telling.text} {telling.last if telling.named else ''}")
        occasion.doubt = _doubt(fits)
        index.add(occasion, occasion.traits)
        opened.append(occasion)
    return opened


def _joins_a_body(telling: Telling, index: _Index) -> bool:
    """Whether the government's words are those of exactly one narrower body."""
    bodies = _best(index.meeting(telling), telling)
    if len(bodies) == 1:
        _join(telling, bodies[0], index)
    return len(bodies) == 1


def _best(found: Sequence[Occasion], telling: Telling) -> list[Occasion]:
    """Those that share most numbers with the telling; those of its own text alone, where there are any."""
    traits = telling.traits
    own = [occasion for occasion in found if any(other.text == telling.text for other in occasion.tellings)]
    counted = [(shared(frozenset(occasion.traits), traits), occasion) for occasion in own or found]
    most = max((count for count, _ in counted), default=0)
    return [occasion for count, occasion in counted if count == most] if most else []


def _join(telling: Telling, occasion: Occasion, index: _Index) -> None:
    count = shared(frozenset(occasion.traits), telling.traits)
    new = telling.traits - occasion.traits
    occasion.take(telling, f"{'a number' if count == 1 else f'{count} numbers'} of {telling.text}")
    occasion.narrow(telling)
    index.add(occasion, new)


def _doubt(fits: Sequence[Occasion]) -> str:
    """What else was fair, in words."""
    if not fits:
        return ""
    last = sorted(occasion.last for occasion in fits if occasion.last)
    days = " or ".join(map(words.day, last))
    return f"may be the statement of {days}; kept apart"


def _by_number(
    family: str, traits: Collection[Trait], first: dt.date | None, last: dt.date | None
) -> Iterator[tuple[str, Trait, int]]:
    """Every number in every week of the window; none where there is no window."""
    if first is not None and last is not None:
        weeks = range(first.toordinal() // _WEEK, last.toordinal() // _WEEK + 1)
        yield from ((family, trait, week) for trait in traits for week in weeks)


def _overlap(occasion: Occasion, telling: Telling) -> bool:
    if not (occasion.first and occasion.last and telling.first and telling.last):
        return False
    return occasion.first <= telling.last and telling.first <= occasion.last
