"""The statements of an event table that grows and is corrected: only what a change can reach is grouped anew.

Two tellings can be one statement only where a chain leads from one to the other, in which each two that follow one
another have a number and a week in common in one family, or are of one source and day. So far a change reaches.
"""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import TypeAlias

import pandas as pd

from components import words
from components.lexicon import Lexicon
from components.statements.changes import READ, changed
from components.statements.figures import figures
from components.statements.grouping import Grouping, named
from components.statements.occasions import Meeting, Occasion, meetings, occasions
from components.statements.statement import Statement, told
from components.statements.tellings import Telling, tellings

_Order: TypeAlias = tuple[dt.date, str]

_Known: TypeAlias = Mapping[tuple[str, tuple[str, ...]], Statement]
"""Statements by their id and claims."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Looking for garbage among a million new nouns, none of it garbage, takes longer than making them."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class Groups:
    """What was grouped last, by the words of one lexicon. Not for several threads at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._table: pd.DataFrame | None = None
        self._copies: Mapping[str, str] = {}
        self._tellings: dict[str, tuple[Telling, ...]] = {}
        self._meeting: dict[Meeting, set[Telling]] = {}
        self._made: dict[Telling, tuple[_Order, Occasion, Statement]] = {}
        self._before: tuple[pd.DataFrame, Mapping[str, str], _Known] | None = None

    @property
    def fresh(self) -> bool:
        """Whether nothing has been grouped yet."""
        return self._table is None and self._before is None

    def grouped(self, claims: pd.DataFrame, copies: Mapping[str, str]) -> Grouping:
        """The statements of this event table, just as if there had been none before."""
        with uncollected():
            if self._before:
                self._caught_up(*self._before)
                self._before = None
            self._caught_up(claims, copies, {})
        return named(claims, tuple(statement for _, _, statement in sorted(self._made.values(), key=itemgetter(0))))

    def resume(self, claims: pd.DataFrame, copies: Mapping[str, str], statements: Iterable[Statement]) -> None:
        """Start from what was found of this event table with these copies at another time; it is looked at only when
        another one is grouped.
        """
        self._before = claims, copies, {(one.id, one.claims): one for one in statements}

    def _caught_up(self, claims: pd.DataFrame, copies: Mapping[str, str], known: _Known) -> None:
        new, old = self._taken_in(claims, copies)
        reached = self._reached([*new, *old])
        before = {one: made for one in (*reached, *old) if (made := self._made.pop(one, None))}
        again = sorted({*new, *reached}, key=lambda telling: telling.order)
        for occasion in occasions(again, self.lexicon.governments):
            lead = occasion.tellings[0]
            _, same, statement = before.get(lead, (None, None, None))
            if statement is None or same != occasion:
                statement = self._statement(occasion, copies, known)
            self._made[lead] = (occasion.last or dt.date.max, occasion.key), occasion, statement

    def _taken_in(self, claims: pd.DataFrame, copies: Mapping[str, str]) -> tuple[Sequence[Telling], Sequence[Telling]]:
        """The tellings of all texts that are told otherwise now, and those that were theirs before."""
        table = claims[[*READ]]
        articles = set(table["article_id"]) if self._table is None else changed(self._table, table)
        articles |= {name for name, _ in copies.items() ^ self._copies.items()}
        texts = {by.get(name, name) for by in (copies, self._copies) for name in articles}
        text = pd.Series([copies.get(name, name) for name in table["article_id"].tolist()], index=table.index)
        own = table[text.isin(texts) & table["review"].ne("rejected")]
        new = tellings([one for one in told(own) if not one.furniture], copies)
        old = [one for name in texts for one in self._tellings.pop(name, ())]
        for one in old:
            for meeting in meetings(one):
                self._meeting[meeting].discard(one)
        for one in new:
            self._tellings[one.text] = (*self._tellings.get(one.text, ()), one)
            for meeting in meetings(one):
                self._meeting.setdefault(meeting, set()).add(one)
        self._table, self._copies = table, dict(copies)
        return new, old

    def _reached(self, start: Iterable[Telling]) -> set[Telling]:
        """All tellings to which a chain leads."""
        waiting = [meeting for telling in start for meeting in meetings(telling)]
        seen, found = set(waiting), set[Telling]()
        while waiting:
            for telling in self._meeting[waiting.pop()] - found:
                found.add(telling)
                further = meetings(telling) - seen
                seen |= further
                waiting += further
        return found

    def _statement(self, occasion: Occasion, copies: Mapping[str, str], known: _Known) -> Statement:
        claims = [one for telling in occasion.tellings for one in telling.claims]
        name = hashlib.sha256(occasion.key.encode()).hexdigest()[:16]
        ids = tuple(sorted(one.claim_id for one in claims))
        return known.get((name, ids)) or Statement(
            id=name,
            source=occasion.source,
            family=occasion.family,
            first=occasion.first,
            last=occasion.last,
            figures=figures(name, claims, copies),
            claims=ids,
            articles=tuple(sorted({one.article_id for one in claims})),
            why=_why(occasion, self.lexicon),
            doubt=occasion.doubt,
        )


def _why(occasion: Occasion, lexicon: Lexicon) -> str:
    """Why these claims are one, in words."""
    texts = _count(len({telling.text for telling in occasion.tellings}))
    named = any(telling.named for telling in occasion.tellings)
    last = words.day(occasion.last) if occasion.last else ""
    day = f"said on {last}" if occasion.first == occasion.last else f"said by {last}"
    opening = day if named and last else "no day of saying is printed"
    joined = f"; joined by {'; '.join(sorted(occasion.joined))}" if occasion.joined else ""
    source = lexicon.sources.get(occasion.source)
    return f"{source.short or source.name if source else occasion.source}, {opening}, in {texts}{joined}"


def _count(texts: int) -> str:
    return "one text" if texts == 1 else f"{texts} texts"
