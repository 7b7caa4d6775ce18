"""Which date belongs to which number or happening: its days, the day a figure holds for, the day it was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from components.model import Attribution, DateMention, When
from components.parsing.dateline import dateline_end
from components.parsing.grammar import CLAUSE_OPENERS
from components.parsing.items import Item

_AS_OF = frozenset({"as of"})
_NOW = frozenset({"now"})
_CLAUSE_DATE = "time before a clause"


def when(
    items: Sequence[Item],
    at: int,
    end: int,
    verb: int | None,
    taken: frozenset[int],
    attribution: Attribution,
    text: str,
) -> When:
    """The days of the thing counted or told between item indices ``at`` and ``end``.

    ``verb`` is the index of its verb; ``taken`` holds the indices of dates that tell when something was said.
    """
    said = attribution.said.last if attribution.said is not None else None
    begin = dateline_end(items)
    places = [
        index
        for index, item in enumerate(items)
        if item.date is not None
        and index >= begin
        and index not in taken
        and not _of_another_clause(items, index, at, verb)
    ]
    date = _nearest(items, at, end, places)
    if date is None:
        return When(as_of=said, as_of_basis=None if said is None else "inherited", said_on=said)
    if _holds_on(date):
        return When(as_of=date.last, as_of_basis=date.basis, text=date.span.of(text), said_on=said)
    return When(
        first=date.first,
        last=date.last,
        precision=date.precision,
        basis=date.basis,
        text=date.span.of(text),
        said_on=said,
    )


def _of_another_verb(items: Sequence[Item], date: int, at: int, verb: int | None) -> bool:
    """As in "sent in January, bringing the total to 11,000": the month belongs to "sent", not to the total."""
    for index in range(date - 1, max(-1, date - 5), -1):
        if items[index].low in (",", ";") or items[index].amount is not None:
            return False
        owner = items[index].term("verb")
        if owner is not None:
            if verb is not None:
                own = items[verb].term("verb")
                return (own is None or own.id != owner.id) and (index < at) == (date < at) and abs(index - verb) > 3
            return date < at and any(item.low == "," for item in items[date:at])
    return False


def _of_another_clause(items: Sequence[Item], date: int, at: int, verb: int | None) -> bool:
    """As in "the launch came five days after he toured the plant": the day is the touring's."""
    told = items[date].date
    if told is None or _holds_on(told):
        return False
    if told.rule != _CLAUSE_DATE:
        return _of_another_verb(items, date, at, verb)
    owner = next((index for index in range(date + 1, len(items)) if items[index].term("verb") is not None), None)
    return owner is not None and at < owner


def _holds_on(date: DateMention) -> bool:
    return date.lead in _AS_OF or date.rule in _NOW


def _nearest(items: Sequence[Item], at: int, end: int, places: Sequence[int]) -> DateMention | None:
    """The date in the number's own stretch, behind it first; else the sentence's, if no other clause owns it."""
    before = [index for index in places if index < at]
    after = [index for index in places if index >= end]
    next_amount = next((index for index in range(end, len(items)) if items[index].amount is not None), len(items))
    last_amount = next((index for index in range(at - 1, -1, -1) if items[index].amount is not None), -1)
    own_after = [index for index in after if index < next_amount and not _leaves(items, end, index)]
    own_before = [index for index in before if index > last_amount and not _leaves(items, index, at)]
    holding = [index for index in after if _holds(items, index) and not _leaves(items, end, index)]
    shared = [index for index in after if not _leaves(items, end, index) and not _comma(items, end, index)]
    ahead = [index for index in before if not _leaves(items, index, at)]
    chosen = (*own_after[:1], *holding[:1], *own_before[-1:], *shared[:1], *ahead[-1:])
    return items[chosen[0]].date if chosen else None


def _holds(items: Sequence[Item], index: int) -> bool:
    date = items[index].date
    return date is not None and _holds_on(date)


def _comma(items: Sequence[Item], start: int, stop: int) -> bool:
    return any(item.low == "," for item in items[start:stop])


def _leaves(items: Sequence[Item], start: int, stop: int) -> bool:
    return any(item.low == ";" or item.low in CLAUSE_OPENERS for item in items[start:stop])


def inherited(when_said: When, published: dt.date | None) -> When:
    """A happening whose text gives no day holds for the day of publication, and says so."""
    if when_said.first is not None:
        return when_said
    day = when_said.as_of
    if day is not None:
        return When(day, day, "day", when_said.as_of_basis, when_said.text, said_on=when_said.said_on)
    if published is None:
        return when_said
    return When(published, published, "day", "published", None, said_on=when_said.said_on)
