"""Whether a number is still to come: sent tomorrow, promised, expected, or what a modal verb speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.parsing.cues import does
from components.parsing.grammar import ADVERBS, AUXILIARIES, BE, CLAUSE_OPENERS, MODALS, PREPOSITIONS, RELATIVES
from components.parsing.items import Item
from components.parsing.phrases import Phrase
from components.parsing.predicates import Predicate

SUM = 9  # items from "would" over "take the overall figure" to its number
LISTED = 8  # items from "and" over another number to its modal verb
BY = 6  # items from a number to "by the end of the year"
_BEFORE_PLANNER = RELATIVES | {"the", "has", "had", "have"}
_EXPECTED = frozenset({"expected", "due", "likely"})
_EXPECTS = frozenset(
    "expects expect expecting expected anticipates pledge pledges pledged promise promises promised".split()
)
_ASKS = frozenset({"ask", "asks", "asked", "asking", "requested", "calls", "called"})
_MOVED = frozenset(
    "coming going leaving arriving joining brought sent deployed moved transferred dispatched stationed shipped "
    "delivered flown provided supplied trained assigned".split()
)
_SUMS = frozenset({"take", "bring", "lift", "raise", "push", "put"})
_FIGURES = frozenset("figure number total toll tally count strength size force contingent".split())
_EQUALS = frozenset("exceed top number include hold amount total equal".split())


def plans(items: Sequence[Item], at: int, phrase: Phrase, predicate: Predicate | None, lexicon: Lexicon) -> bool:
    """Whether the verb of the number is still to come: "will send", "could follow", "is preparing to dispatch"."""
    verb = at if predicate is None else predicate.at
    if _already(items, phrase.end) or _are_in(items, phrase.end) or _would_sum(items, at):
        return False
    base = at - 2 if at > 1 and items[at - 1].low == "the" else at - 1
    if predicate is not None and not predicate.before and does(items[base], "besides", lexicon):
        return False  # "on top of the 11,000 sent last year"
    asked = items[at - 1].low == "for" and any(item.low in _ASKS for item in items[max(0, at - 6) : at])
    if asked or (predicate is None and _modal_behind(items, phrase.end)) or items[at - 1].low in _EXPECTS:
        return True
    if (
        _by_a_day_to_come(items, phrase.end)
        or _promised(items, phrase.end, lexicon)
        or (predicate is not None and _headline_infinitive(items, predicate))
    ):
        return True
    if predicate is None or predicate.before:
        return _modal_before(items, verb, copula=predicate is None) or _plan_cue(items, verb, verb, lexicon)
    come = predicate.at == phrase.end and not items[predicate.at].low.endswith("ing")
    known = items[at - 1].low == "the" and (come or items[min(phrase.end, len(items) - 1)].low in RELATIVES)
    if _plan_cue(items, phrase.end, verb, lexicon, floor=at) or _to_come(items, phrase.end, verb):
        return True
    if _modal_before(items, verb, copula=False):
        return True
    return not known and (_modal_before(items, at, copula=True) or _plan_cue(items, at, verb, lexicon))


def _modal_behind(items: Sequence[Item], end: int) -> bool:
    """As in "a thousand or so may follow": a modal with a verb that no word file has."""
    if end + 1 < len(items) and items[end].low == "from" and items[end + 1].term("side", "metonym") is not None:
        end += 2  # "12,000 workers from North Korea would be brought"
    if end + 1 < len(items) and items[end].low == "and" and items[end + 1].amount is not None:
        end = _past_the_next(items, end)
    ahead = items[end : end + 3]
    if len(ahead) > 1 and ahead[0].low in BE and ahead[1].low == "to":
        return True
    if not ahead or ahead[0].low not in MODALS:
        return False
    if len(ahead) > 2 and ahead[1].low == "be":
        moved = ahead[0].low == "would" and ahead[2].low in _MOVED  # "announced that 900 would be coming"
        return ahead[2].low in PREPOSITIONS or ahead[2].low == "ready" or moved
    return len(ahead) > 1 and ahead[1].low != "have" and ahead[1].word


def _past_the_next(items: Sequence[Item], end: int) -> int:
    """From "1,000 sappers" over "and 5,000 builders" to "would be coming"."""
    for index in range(end + 1, min(len(items), end + LISTED)):
        if items[index].low in MODALS:
            return index
        if items[index].low in (",", ";") or items[index].term("verb", "cue") is not None:
            break
    return end


def _would_sum(items: Sequence[Item], at: int) -> bool:
    """As in "That would take the overall figure to 900": arithmetic of what is done."""
    before = [item.low for item in items[max(0, at - SUM) : at]]
    if before[-1:] != ["to"] or "would" not in before:
        return False
    behind = before[before.index("would") + 1 :]
    return behind[:1] != [] and behind[0] in _SUMS and not _FIGURES.isdisjoint(behind)


def _by_a_day_to_come(items: Sequence[Item], end: int) -> bool:
    """As in "ten thousand by the end of the year": up to days that lie ahead."""
    for item in items[end : end + BY]:
        if item.date is None and (item.amount is not None or item.low in AUXILIARIES or item.low in (",", ";")):
            return False
        if item.date is not None:
            return item.date.lead == "by" and item.date.first < item.date.last
    return False


def _are_in(items: Sequence[Item], end: int) -> bool:
    """As in "8,000 troops were in Kursk and would fight": they are there."""
    near = [item.low for item in items[end : end + 2]]
    return len(near) == 2 and near[0] in BE and near[1] in ("in", "at", "on", "near", "already")


def _already(items: Sequence[Item], end: int) -> bool:
    """As in "1,300 there so far": they have come."""
    near = items[end : end + 3]
    return any(item.low == "already" or (item.date is not None and item.date.rule == "now") for item in near)


def _promised(items: Sequence[Item], end: int, lexicon: Lexicon) -> bool:
    """As in "the 900 builders whom Pyongyang promised": a plan right behind the noun, its planner between."""
    for index, item in enumerate(items[end : end + 5], start=end):
        if does(item, "plans", lexicon):
            return True
        if item.low in _EXPECTED and index + 1 < len(items) and items[index + 1].date is not None:
            return True
        planner = item.term("side", "metonym", "source", "office", "person", "adjective") is not None
        if not planner and item.low not in BE and item.low not in _BEFORE_PLANNER:
            return False
    return False


def _headline_infinitive(items: Sequence[Item], predicate: Predicate) -> bool:
    """As in "North Korea to send 900 builders": a bare infinitive behind its subject."""
    if not predicate.before or predicate.at < 2 or items[predicate.at - 1].low != "to":
        return False
    return items[predicate.at - 2].term("side", "metonym", "source", "office", "person") is not None


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


def _plan_cue(items: Sequence[Item], before: int, verb: int, lexicon: Lexicon, floor: int = -1) -> bool:
    for index in range(verb, max(floor, min(before, verb) - 9), -1):
        item = items[index]
        if does(item, "plans", lexicon):
            return True
        if index < before and (item.amount is not None or item.low in (";", ":") or item.low in CLAUSE_OPENERS):
            return False
    return False
