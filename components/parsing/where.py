"""Where: the place of a happening, and the place at which something is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from components.model import Span
from components.parsing.items import DASH, Item

_AT = frozenset("in at near around on across inside outside throughout along".split())
_TO = frozenset("to into onto toward towards".split())
_STOPS = frozenset((",", ";", ":", DASH, "and", "while", "whereas", "but"))
_REACH = 7
"""Items between a preposition and the place it governs: "in the border districts of Russia's Kursk Oblast"."""


def happening_place(items: Sequence[Item], at: int, speaker: Span | None) -> str | None:
    """The lexicon id of the place nearest to the item at ``at``, behind it before in front of it.

    In "Kyiv said the envoys had met" Kyiv speaks; it is not where they met.
    """
    for item in (*items[at:], *reversed(items[:at])):
        if (found := _place(item)) is not None and not _within(item.span, speaker):
            return found
    return None


def counted_place(items: Sequence[Item], at: int) -> str | None:
    """The lexicon id of the place that the clause of the item at ``at`` names behind a preposition of place, the first
    one behind it before the last one in front of it.

    "9,000 are in Kursk" counts there; "Pyongyang may send 9,000" and "in Tokyo, the minister spoke of 9,000" say
    nothing of where they are.
    """
    first = next((n + 1 for n in range(at - 1, -1, -1) if _ends_clause(items[n])), 0)
    last = next((n for n in range(at + 1, len(items)) if _ends_clause(items[n])), len(items))
    return _first_governed(items, range(at + 1, last), at) or _first_governed(
        items, range(at - 1, first - 1, -1), first
    )


def _first_governed(items: Sequence[Item], places: Iterable[int], start: int) -> str | None:
    for n in places:
        found = _place(items[n])
        if found is not None and _governed(items[max(start, n - _REACH) : n]):
            return _narrower(items, n) or found
    return None


def _governed(before: Sequence[Item]) -> bool:
    """Whether a preposition of place leads to what stands behind these items; "to help Russia" leads nowhere."""
    if any(item.low in _AT for item in before):
        return True
    goal = next((n for n in range(len(before) - 1, -1, -1) if before[n].low in _TO), None)
    return goal is not None and all(item.low == "the" or item.low.endswith("ern") for item in before[goal + 1 :])


def _narrower(items: Sequence[Item], at: int) -> str | None:
    """The place that belongs to the one at ``at``: "Russia's Kursk Oblast"."""
    if [item.low for item in items[at + 1 : at + 2]] != ["'s"]:
        return None
    return next((found for item in items[at + 2 : at + 4] if (found := _place(item)) is not None), None)


def _ends_clause(item: Item) -> bool:
    return item.low in _STOPS


def _place(item: Item) -> str | None:
    term = item.term("place") if item.terms else None
    return term.id if term else None


def _within(span: Span, speaker: Span | None) -> bool:
    return speaker is not None and speaker.start <= span.start and span.end <= speaker.end
