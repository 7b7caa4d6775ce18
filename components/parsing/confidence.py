"""How sure a source says it is of a number: the hedge of its clause, as printed."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.model import Span
from components.parsing.cues import does
from components.parsing.grammar import AUXILIARIES, CLAUSE_OPENERS, PREPOSITIONS
from components.parsing.items import Item, low

REACH = 14  # items from a number to its hedge, inside one clause
VERB = 8  # items from the "and" before a clause to its verb
_ENDS = CLAUSE_OPENERS | {";", ":", "but"}
_SUBJECTS = frozenset("it they he she we there".split())


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
        if item.low in _ENDS or (item.low == "and" and _opens_clause(items, index, lexicon)):
            return None
        if does(item, "hedges", lexicon):
            return index
        if item.amount is not None and items[index - steps.step].low in (",", "and"):
            return None
    return None


def _opens_clause(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """As in "and it appears that", ", and the rest may follow": a subject of its own behind the "and", and its verb."""
    if low(items, index + 1) in _SUBJECTS:
        return True
    if low(items, index - 1) != "," or index + 1 >= len(items) or not _is_subject(items, index + 1, lexicon):
        return False
    for item in items[index + 2 : index + 1 + VERB]:
        if item.low in (",", ";") or item.amount is not None:
            return False
        finite = item.low.split()[0] in AUXILIARIES or item.term("verb") is not None
        if finite or does(item, "hedges", lexicon) or does(item, "says", lexicon):
            return True
    return False


def _is_subject(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Whether a subject may begin there; a number does unless it goes on with "of whom 900 died, and 300 were hurt"."""
    item = items[index]
    if item.amount is not None:
        return not any(before.low.split()[-1] in ("whom", "which") for before in items[:index])
    acts = item.term("verb") is not None or does(item, "hedges", lexicon)
    return not (acts or item.low in AUXILIARIES or item.low in PREPOSITIONS or item.low == "to")
