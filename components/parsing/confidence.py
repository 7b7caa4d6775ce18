"""How sure a source says it is of a number: the hedge of its clause, as printed."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.model import Span
from components.parsing.cues import does
from components.parsing.grammar import CLAUSE_OPENERS
from components.parsing.items import Item

REACH = 14  # items from a number to its hedge, inside one clause
_ENDS = CLAUSE_OPENERS | {";", ":", "but"}


def confidence(items: Sequence[Item], at: int, lexicon: Lexicon) -> Span | None:
    """As in "highly likely sustained 900 casualties", "900 are believed to have died": the hedge nearest the number."""
    before = _hedge(items, range(at - 1, max(-1, at - 1 - REACH), -1), lexicon)
    behind = _hedge(items, range(at + 1, min(len(items), at + 1 + REACH)), lexicon)
    if before is None or behind is None:
        nearest = before if behind is None else behind
    else:
        nearest = before if at - before <= behind - at else behind
    return None if nearest is None else items[nearest].span


def _hedge(items: Sequence[Item], steps: range, lexicon: Lexicon) -> int | None:
    """The first hedge on the way; a border of the clause, or another number's own verb behind a comma, ends it."""
    for index in steps:
        item = items[index]
        if item.low in _ENDS:
            return None
        if does(item, "hedges", lexicon):
            return index
        if item.amount is not None and items[index - steps.step].low in (",", "and"):
            return None
    return None
