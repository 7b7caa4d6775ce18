"""Which of a sentence's sayings answers for one of its items."""

from __future__ import annotations

from collections.abc import Sequence

from components.parsing.items import Item, comma, low
from components.parsing.saying import Saying

OWN = 4  # items from a number to the verb of "it had reported"
_ITS = frozenset({"it", "he", "she", "they"})


def governing(items: Sequence[Item], found: Sequence[Saying], at: int) -> Saying | None:
    """The saying that answers for the item at ``at``: the one that introduces it, else the one that follows it."""
    if (own := _whose_own_figure(items, found, at)) is not None:
        return own
    holding = [saying for saying in found if saying.start <= at <= saying.end]
    if holding:
        return holding[-1]
    before = (one for one in reversed(found) if one.end < at and not _new_clause(items, one.end + 1, at, found))
    after = (one for one in found if one.start > at and not _new_clause(items, at, one.start, found))
    forward, behind = next(before, None), next(after, None)
    if forward is not None and behind is not None and _closes_its_clause(items, forward, behind, at):
        return behind
    if forward is not None and (behind is None or not (forward.trailing and behind.trailing)):
        return forward
    if behind is not None:
        return behind
    return min(found, key=lambda saying: min(abs(saying.start - at), abs(saying.end - at))) if len(found) == 1 else None


def _closes_its_clause(items: Sequence[Item], forward: Saying, behind: Saying, at: int) -> bool:
    """As in "The paper says ..., adding to 11,000 sent in May, according to the ministry": a clause of its own, behind
    a comma, is of whom it ends with.
    """
    return (
        behind.does == "according_to"
        and behind.trailing
        and comma(items, forward.end, at)
        and not comma(items, at, behind.start - 1)
    )


def _whose_own_figure(items: Sequence[Item], found: Sequence[Saying], at: int) -> Saying | None:
    """As in "the 600 it had reported in April": a saying in the words right behind a known number."""
    if low(items, at - 1) != "the" or low(items, at + 1) not in _ITS:
        return None
    return next((saying for saying in found if at < saying.cue <= at + OWN), None)


def _new_clause(items: Sequence[Item], start: int, end: int, found: Sequence[Saying]) -> bool:
    opens = {saying.start for saying in found}
    for index in range(start, end):
        low = items[index].low
        if low == ";" or (low in ("while", "whereas") and any(begin >= index for begin in opens if begin < end + 12)):
            return True
        if low in ("but", "while", "whereas") and any(index < begin <= index + 4 for begin in opens):
            return True
    return False
