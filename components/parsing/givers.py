"""Who gives what is counted: the side behind "from" or "by", or that of the place it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from components.lexicon import Lexicon
from components.parsing.items import SIDES, Item

_RECEIVES = frozenset(
    "receive receives received receiving get gets got obtain obtains obtained buy buys bought import "
    "imports imported brought".split()
)
RECEIVED = 9  # items from "received" to the number


def receives(items: Sequence[Item], at: int) -> bool:
    """Whether somebody receives what the number counts."""
    return any(item.low.split()[0] in _RECEIVES for item in items[max(0, at - RECEIVED) : at])


def from_whom(items: Sequence[Item], at: int) -> str | None:
    """As in "Russia has received from Pyongyang 5 million shells": the side behind "from" where somebody receives."""
    if not receives(items, at):
        return None
    for index in range(len(items) - 1):
        if items[index].low == "from" and (term := items[index + 1].term(*SIDES)) is not None:
            return term.id
    return None


def from_where(items: Sequence[Item], at: int, lexicon: Lexicon) -> str | None:
    """As in "carried 900 containers from Rajin": the side of the place behind "from"."""
    for before, item in pairwise(items[at:]):
        if before.low == "from" and (place := item.term("place")) is not None:
            return lexicon.places[place.id].side
    return None


def by_whom(items: Sequence[Item], start: int) -> str | None:
    """As in "900 soldiers sent by Pyongyang": the side behind "by", a little after ``start``."""
    for index in range(start, min(len(items), start + 8)):
        if items[index].low == "by" and index + 1 < len(items):
            term = items[index + 1].term(*SIDES)
            return term.id if term is not None else None
        if items[index].low in (",", ";") or items[index].amount is not None:
            return None
    return None
