"""Total, addition, plan, part, capacity or rate: what kind of figure the words around a number make it."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.model import Kind, Modality
from components.parsing.cues import does
from components.parsing.grammar import BE, MODALS, PREPOSITIONS, RELATIVES, THEM
from components.parsing.items import Item
from components.parsing.phrases import Phrase, in_total
from components.parsing.plans import plans
from components.parsing.predicates import CASUALTY, Predicate

MEASURE = 4  # items from "is" over "just as" to "conceivable"
ON_TOP = 10  # items from a number to "in addition to the 900"
REST = 9  # items from a number to "and the rest"
_ADDING = frozenset({"additionally", "further", "besides"})
_OF_THOSE = frozenset({"of those", "of them", "of these"})
_CONCEIVABLE = frozenset({"conceivable", "possible", "plausible", "imaginable", "thinkable"})
_MAYBE = frozenset({"may", "might", "could", "can"})


def kind(
    items: Sequence[Item],
    at: int,
    phrase: Phrase,
    predicate: Predicate | None,
    measure: str,
    lexicon: Lexicon,
    before: Kind | None,
) -> Kind:
    """The kind of the figure at index ``at``; a plan outranks a part, a part an addition.

    ``before`` is the kind of the number before it in the sentence: parts come in rows.
    """
    amount = items[at].amount
    assert amount is not None
    if rate_unit(items, phrase, lexicon) is not None:
        return "rate"
    if _could_hold(items, at, lexicon) or (before == "capacity" and items[at - 1].low in ("or", "and")):
        return "capacity"
    planned = measure not in CASUALTY and plans(items, at, phrase, predicate, lexicon)
    row = before == "subset" and (predicate is None or not predicate.before) and items[at - 1].low in ("and", ",")
    if not planned and in_total(items, phrase.end):
        return "planned" if before == "planned" and items[at - 1].low == "," else "total"
    if (
        not planned
        and not phrase.partitive
        and (_additionally(items, phrase, predicate) or _on_top(items, phrase.end, lexicon))
    ):
        return "additional"
    if not planned and (row or subset(items, at, phrase, measure in CASUALTY or measure == "losses", lexicon)):
        return "subset"
    if planned:
        return "planned"
    return "additional" if amount.more and not _divides(items, at, measure) else "total"


def subset(items: Sequence[Item], at: int, phrase: Phrase, killed: bool, lexicon: Lexicon) -> bool:
    """As in "of whom 300", "60 of them", "among them 300"; but "300 of the soldiers died" is a total."""
    if items[at - 1].low == ":" and phrase.partitive:
        return False
    people = bool(phrase.nouns) and all(noun.role == "people" for noun in phrase.nouns)
    dead_of_all = killed and people and not phrase.part_of_amount
    if phrase.partitive and not _of_whose_own(items, at) and not dead_of_all:
        return True
    if (
        _of_a_whole(items, at)
        or _and_the_rest(items, phrase.end)
        or (phrase.end < len(items) and items[phrase.end].low in ("among them", "included"))
    ):
        return True
    amount = items[at].amount
    more = amount is not None and amount.more
    for index in range(at - 1, max(-1, at - 7), -1):
        item = items[index]
        if index > at - 5 and does(item, "subset", lexicon):
            return index == at - 1 or not more
        if (item.low in THEM and items[index - 1].low in ("of", "among")) or (index == 0 and item.low in _OF_THOSE):
            return True
        another = item.low == "and" and items[index - 1].low == ","  # "half of them destroyed, and 150 missiles"
        if another or item.amount is not None or item.low in (";", ":"):
            return False
    return False


def _and_the_rest(items: Sequence[Item], end: int) -> bool:
    """As in "300 men in September and the rest after that": what is left makes the number a part."""
    lows = [item.low for item in items[end : end + REST]]
    return any(lows[index : index + 3] == ["and", "the", "rest"] for index in range(len(lows)))


def _of_a_whole(items: Sequence[Item], at: int) -> bool:
    """As in "Of the 900 sent in May, 300 are left": the sentence opens with the whole."""
    for start in range(at):
        opens = start == 0 or items[start - 1].low in ('"', "that")
        known = start > 0 and items[start - 1].low in (",", "and") and items[start + 1].low == "the"
        if items[start].low == "of" and (opens or known):
            whole = any(item.amount is not None for item in items[start : min(start + 4, at)])
            comma = next((index for index in range(start, at) if items[index].low == ","), None)
            if whole and comma is not None and not any(item.low in RELATIVES for item in items[comma:at]):
                return True
    return False


def _of_whose_own(items: Sequence[Item], at: int) -> bool:
    """As in "lost 300 of its soldiers" is no part of a figure."""
    return any(item.low in ("its", "their", "his", "own") for item in items[at + 1 : at + 4])


def rate_unit(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> str | None:
    """As in "300 a month": the words behind the number that make it a rate, or None."""
    for item in items[phrase.end : phrase.end + 3]:
        if does(item, "rate", lexicon):
            return item.low
        if item.low in PREPOSITIONS:
            return None
    return None


def _could_hold(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """As in "could hold 900": a word of capacity shortly before the number."""
    for index in range(at - 1, max(-1, at - 8), -1):
        item = items[index]
        if does(item, "capacity", lexicon):
            return True
        share = item.low.endswith(("%", "percent", "per cent"))  # "would amount to 40% of the 900"
        if share or (item.amount is not None and item.amount.bound != "vague") or item.low in (";", "."):
            return False
    return False


def _additionally(items: Sequence[Item], phrase: Phrase, predicate: Predicate | None) -> bool:
    """As in "have been additionally dispatched": the addition is said beside the verb."""
    if any(item.low == "additionally" for item in items[max(0, phrase.first - 5) : phrase.first]):
        return True
    if predicate is None or predicate.before:
        return False
    return any(item.low in _ADDING for item in items[phrase.end : predicate.at + 2])


def _on_top(items: Sequence[Item], end: int, lexicon: Lexicon) -> bool:
    """As in "3,000 in January, in addition to the 11,000 sent before", "3,000 joined the 11,000"."""
    for index in range(end, min(len(items), end + ON_TOP)):
        if does(items[index], "besides", lexicon):
            behind = items[index + 1 : index + 7]
            whole = next((n for n, item in enumerate(behind) if item.amount is not None), 0)
            return any(item.low == "the" for item in behind[:whole])
        if items[index].amount is not None or items[index].low in (";", "and"):
            return False
    return False


def _divides(items: Sequence[Item], at: int, measure: str) -> bool:
    """As in "100 dead and another 1,000 injured" divides a whole: the second is no addition to the first."""
    if measure not in CASUALTY:
        return False
    return any(item.amount is not None for item in items[max(0, at - 8) : at])


def modality(
    items: Sequence[Item], at: int, figure: Kind, phrase: Phrase, predicate: Predicate | None, denied: bool
) -> Modality:
    """Asserted, planned, possible ("may have sent") or denied."""
    if denied:
        return "denied"
    verb = at if predicate is None else predicate.at
    near = [item.low for item in items[max(0, min(at, verb) - 5) : max(verb, phrase.end)]]
    if any(low.split()[0] in _MAYBE for low in near) or conceivable(items, max(at + 1, phrase.end)):
        return "possible"
    return "planned" if figure == "planned" else "asserted"


def conceivable(items: Sequence[Item], end: int) -> bool:
    """As in "2,000 is just as conceivable", "more would be possible": the number that ends there may or may not be."""
    if end >= len(items) or items[end].low not in BE | MODALS | {"remains", "seems"}:
        return False
    for item in items[end + 1 : end + 1 + MEASURE]:
        if item.low in _CONCEIVABLE:
            return True
        if not item.word or item.low in PREPOSITIONS - {"as"} or item.term("verb", "noun") is not None:
            return False
    return False
