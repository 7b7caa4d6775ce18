"""Total, addition, plan, part, capacity or rate: what kind of figure the words around a number make it."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.model import Kind, Modality
from components.parsing.grammar import ADVERBS, BE, CLAUSE_OPENERS, MODALS, PREPOSITIONS, THEM
from components.parsing.items import Item
from components.parsing.phrases import Phrase
from components.parsing.predicates import CASUALTY, Predicate

_ADDING = frozenset({"additionally", "further", "besides"})
_EQUALS = frozenset("exceed top number include hold amount total equal".split())
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
    if _rate(items, phrase, lexicon):
        return "rate"
    if _could_hold(items, at, lexicon):
        return "capacity"
    planned = measure not in CASUALTY and plans(items, at, phrase, predicate, lexicon)
    row = before == "subset" and predicate is None and items[at - 1].low in ("and", ",")
    if not planned and (row or subset(items, at, phrase, measure in CASUALTY, lexicon)):
        return "subset"
    if planned:
        return "planned"
    if (amount.more and not _divides(items, at, measure)) or _additionally(items, phrase, predicate):
        return "additional"
    return "total"


def subset(items: Sequence[Item], at: int, phrase: Phrase, killed: bool, lexicon: Lexicon) -> bool:
    """As in "of whom 300", "60 of them", "among them 300"; but "300 of the soldiers died" is a total."""
    dead_of_all = killed and bool(phrase.nouns) and not phrase.part_of_amount
    if phrase.partitive and not _of_whose_own(items, at) and not dead_of_all:
        return True
    if _of_a_whole(items, at) or (phrase.end < len(items) and items[phrase.end].low == "among them"):
        return True
    for index in range(at - 1, max(-1, at - 5), -1):
        item = items[index]
        cue = item.term("cue")
        if cue is not None and lexicon.cues[cue.id].does == "subset":
            return True
        if item.low in THEM and items[index - 1].low in ("of", "among"):
            return True
        if item.amount is not None or item.low in (";", ":"):
            return False
    return False


def _of_a_whole(items: Sequence[Item], at: int) -> bool:
    """As in "Of the 900 sent in May, 300 are left": the sentence opens with the whole."""
    start = 1 if items and items[0].low == '"' else 0
    opens = items[start].low == "of" and sum(item.amount is not None for item in items[start:at]) == 1
    return opens and any(item.low == "," for item in items[start:at])


def _of_whose_own(items: Sequence[Item], at: int) -> bool:
    """As in "lost 300 of its soldiers" is no part of a figure."""
    return any(item.low in ("its", "their", "his", "own") for item in items[at + 1 : at + 4])


def plans(items: Sequence[Item], at: int, phrase: Phrase, predicate: Predicate | None, lexicon: Lexicon) -> bool:
    """Whether the verb of the number is still to come: "will send", "could follow", "is preparing to dispatch"."""
    verb = at if predicate is None else predicate.at
    if predicate is None and _modal_behind(items, phrase.end):
        return True
    if _promised(items, phrase.end, lexicon) or (predicate is not None and _headline_infinitive(items, predicate)):
        return True
    return (
        _modal_before(items, verb, copula=predicate is None)
        or _plan_cue(items, min(verb, at), verb, lexicon)
        or (
            predicate is not None
            and not predicate.before
            and (_plan_cue(items, phrase.end, predicate.at, lexicon) or _to_come(items, phrase.end, predicate.at))
        )
    )


def _modal_behind(items: Sequence[Item], end: int) -> bool:
    """As in "a thousand or so may follow": a modal with a verb that no word file has."""
    ahead = items[end : end + 3]
    if len(ahead) > 1 and ahead[0].low in BE and ahead[1].low == "to":
        return True
    if not ahead or ahead[0].low not in MODALS:
        return False
    return len(ahead) > 1 and ahead[1].low not in ("have", "be") and ahead[1].word


def _promised(items: Sequence[Item], end: int, lexicon: Lexicon) -> bool:
    """As in "the 900 builders Pyongyang promised": a plan right behind the noun, its planner between."""
    for item in items[end : end + 3]:
        cue = item.term("cue")
        if cue is not None and lexicon.cues[cue.id].does == "plans":
            return True
        if item.term("side", "metonym", "source") is None and item.low not in BE:
            return False
    return False


def _headline_infinitive(items: Sequence[Item], predicate: Predicate) -> bool:
    """As in "North Korea to send 900 builders": a bare infinitive behind its subject."""
    if not predicate.before or predicate.at < 2 or items[predicate.at - 1].low != "to":
        return False
    return items[predicate.at - 2].term("side", "metonym", "source", "office") is not None


def _to_come(items: Sequence[Item], end: int, verb: int) -> bool:
    """As in "1,500 further containers to leave": an infinitive right behind the phrase."""
    return verb - end in (1, 2) and items[end].low == "to"


def _modal_before(items: Sequence[Item], verb: int, copula: bool) -> bool:
    for index in range(verb - 1, max(-1, verb - 7), -1):
        low = items[index].low
        if low == "to" and index > 0 and items[index - 1].low in BE:
            return True
        if low in MODALS and low != "can":
            following = [item.low for item in items[index + 1 : verb] if item.low not in ADVERBS]
            if following[:1] == ["have"]:
                return False
            if following[:1] == ["be"]:
                return not copula or items[index - 1].low == "there"
            return not copula or (bool(following) and following[0] not in _EQUALS)
        if items[index].amount is not None or low in (";", ":", ",") or low in CLAUSE_OPENERS or low == "that":
            return False
    return False


def _plan_cue(items: Sequence[Item], before: int, verb: int, lexicon: Lexicon) -> bool:
    for index in range(verb, max(-1, min(before, verb) - 9), -1):
        item = items[index]
        cue = item.term("cue")
        if cue is not None and lexicon.cues[cue.id].does == "plans":
            return True
        if index < before and (item.amount is not None or item.low in (";", ":") or item.low in CLAUSE_OPENERS):
            return False
    return False


def _rate(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> bool:
    for item in items[phrase.end : phrase.end + 3]:
        cue = item.term("cue")
        if cue is not None and lexicon.cues[cue.id].does == "rate":
            return True
        if item.low in PREPOSITIONS:
            return False
    return False


def _could_hold(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """As in "could hold 900": a word of capacity shortly before the number."""
    for index in range(at - 1, max(-1, at - 8), -1):
        item = items[index]
        cue = item.term("cue")
        if cue is not None and lexicon.cues[cue.id].does == "capacity":
            return True
        if (item.amount is not None and item.amount.bound != "vague") or item.low in (";", "."):
            return False
    return False


def _additionally(items: Sequence[Item], phrase: Phrase, predicate: Predicate | None) -> bool:
    """As in "have been additionally dispatched": the addition is said beside the verb."""
    if predicate is None or predicate.before:
        return False
    return any(item.low in _ADDING for item in items[phrase.end : predicate.at + 2])


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
    if any(low.split()[0] in _MAYBE for low in near):
        return "possible"
    return "planned" if figure == "planned" else "asserted"
