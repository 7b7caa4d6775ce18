"""Bare numbers that say again what was counted, or tell another number of it."""

from __future__ import annotations

from collections.abc import Sequence

from components.parsing.items import Item
from components.parsing.memory import SAME, Memory, Topic, magnitude

LARGE = 1000  # nobody prints so large a number of nothing


def the_same(items: Sequence[Item], at: int, memory: Memory) -> Topic | None:
    """As in "The eleven were buried": the people last counted with that very number."""
    amount = items[at].amount
    if at == 0 or amount is None or items[at - 1].low != "the":
        return None
    size = magnitude(amount)
    alike = [topic for topic in memory.topics[-SAME:] if topic.size == size and topic.role != "materiel"]
    return alike[-1] if alike else None


def again(items: Sequence[Item], at: int, memory: Memory) -> Topic | None:
    """As in "30,000 could come ... He thought 30,000 high": what was last counted with that very large number."""
    amount = items[at].amount
    if amount is None or amount.more or amount.bound == "vague" or items[at].text.isdigit():
        return None
    alike = [one for one in memory.topics if one.size == magnitude(amount) >= LARGE and one.role != "casualty"]
    return alike[-1] if len({topic.measure for topic in alike}) == 1 else None


def number_of(items: Sequence[Item], at: int) -> int | None:
    """The noun of "The number of troops sent in two waves comes to 9,000"."""
    opens = next(
        (n for n in range(min(4, at)) if items[n].low in ("number", "total") and items[n + 1].low == "of"), None
    )
    if opens is None or items[at - 1].low not in ("to", "at", "is", "was", "reached", "reaches"):
        return None
    return next((n for n in range(opens + 2, min(opens + 5, at)) if items[n].term("noun") is not None), None)


def moved_from(items: Sequence[Item], at: int) -> bool:
    """As in "900 containers of munitions, up from 600": another number of what was just counted."""
    return (
        at > 2
        and items[at - 1].low == "from"
        and items[at - 2].low in ("up", "down")
        and any(item.amount is not None for item in items[: at - 2])
    )
