"""Which date belongs to which number or happening: its days, the day a figure holds for, the day it was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from components.model import Attribution, DateMention, When
from components.parsing.dateline import dateline_end
from components.parsing.grammar import CLAUSE_OPENERS
from components.parsing.items import Item, comma
from components.parsing.memory import magnitude

_AS_OF = frozenset({"as of"})
_NOW = frozenset({"now"})
_FIGURES = frozenset({"number", "toll", "total", "figure", "count", "tally"})
FEW = 5  # "in two sailings" takes no days from the number before
JOINED = 6  # items between two numbers that "and" joins
_DURING = frozenset({"over", "in", "during", "within", "throughout"})
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
    if _grew_from(items, at, date):
        return When(date.first, date.first, "days", date.basis, date.span.of(text), said_on=said)
    if _holds_on(date):
        return When(as_of=date.last, as_of_basis=date.basis, text=date.span.of(text), said_on=said)
    last = date.last
    if date.lead == "since" and said is not None and date.first <= said < last:
        last = said
    return When(
        first=date.first,
        last=last,
        precision=date.precision,
        basis=date.basis,
        text=date.span.of(text),
        said_on=said,
    )


def _of_another_verb(items: Sequence[Item], date: int, at: int, verb: int | None) -> bool:
    """As in "sent in January, bringing the total to 11,000": the month belongs to "sent", not to the total."""
    told = items[date].date
    if told is not None and told.lead == "since" and not items[date].low.startswith("since"):
        return False  # "since the treaty took effect in December" tells of the main clause
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


def _grew_from(items: Sequence[Item], at: int, date: DateMention) -> bool:
    """As in "has doubled from 410 since late January": the older number holds for where the stretch begins."""
    return date.lead == "since" and items[at - 1].low == "from"


def the_same_time(items: Sequence[Item]) -> bool:
    """Whether a sentence speaks of the days told just before: "over the same period", "in that time"."""
    return any(
        items[index].low in ("same", "that", "this")
        and items[index + 1].low in ("period", "time", "span", "timeframe", "stretch")
        and items[max(0, index - 2)].low in _DURING | {"the"}
        for index in range(1, len(items) - 1)
    ) and any(item.low in _DURING for item in items)


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
    next_amount = _next_figure(items, end)
    last_amount = next((index for index in range(at - 1, -1, -1) if items[index].amount is not None), -1)
    own_after = [index for index in after if index < next_amount and not _leaves(items, end, index)]
    own_before = [index for index in before if index > last_amount and not _leaves(items, index, at)]
    own_before = [index for index in own_before if not _new_figure(items, index, at)]
    holding = [index for index in after if _holds(items, index) and not _leaves(items, end, index)]
    shared = [index for index in after if not _leaves(items, end, index) and not comma(items, end, index)]
    ahead = [index for index in before if not _leaves(items, index, at) and not _new_figure(items, index, at)]
    chosen = (*own_after[:1], *holding[:1], *own_before[-1:], *shared[:1], *ahead[-1:])
    return items[chosen[0]].date if chosen else None


def _next_figure(items: Sequence[Item], end: int) -> int:
    """The index of the next number with days of its own: neither "in two sailings" nor "and 40 launchers since May"."""
    for index in range(end, len(items)):
        amount = items[index].amount
        if amount is None or magnitude(amount) <= FEW:
            continue
        between = items[end:index]
        joined = bool(between) and between[-1].low == "and" and len(between) <= JOINED
        if not joined or any(item.date is not None or item.term("verb") for item in between):
            return index
    return len(items)


def _new_figure(items: Sequence[Item], start: int, stop: int) -> bool:
    """As in "the third since August, and the toll now stands at 127": a clause about another figure begins."""
    for index in range(start + 1, stop - 1):
        if items[index].low == "," and items[index + 1].low == "and":
            return any(item.low in _FIGURES for item in items[index + 2 : index + 5])
    return False


def _holds(items: Sequence[Item], index: int) -> bool:
    date = items[index].date
    return date is not None and _holds_on(date)


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
