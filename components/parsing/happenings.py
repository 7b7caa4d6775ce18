"""Happenings without numbers: a verb or noun of the topic, its parties, and whether it is done, planned or denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.lexicon import Lexicon
from components.lexicon.entries import Verb
from components.model import Modality
from components.parsing.cues import does
from components.parsing.grammar import CLAUSE_OPENERS, MODALS
from components.parsing.items import Item
from components.parsing.relevance import side_of
from components.parsing.subjects import NORTH, held
from components.parsing.voice import Voices

_NEGATIONS = frozenset({"not", "no", "n't", "never", "without", "denied", "neither", "nor"})
_OURS = frozenset({NORTH, "rus"})
_MAYBE = frozenset({"may", "might", "could"})


@dataclass(frozen=True, slots=True)
class Happening:
    """A thing in the world told by the verb at item index ``at``."""

    at: int
    verb: Verb
    actor: str | None
    recipient: str | None
    modality: Modality


def happenings(items: Sequence[Item], lexicon: Lexicon, voices: Voices, topic: frozenset[str]) -> tuple[Happening, ...]:
    """The happenings of a sentence, one an event type, in order. ``topic`` holds the sides the article is about."""
    verbs = [(at, term) for at, item in enumerate(items) if item.terms and (term := item.term("verb")) is not None]
    if not verbs or any(does(item, "history", lexicon) or does(item, "elsewhere", lexicon) for item in items):
        return ()
    found: dict[str, Happening] = {}
    sides = [_side(item, lexicon) if item.terms else None for item in items]
    named = frozenset(sides) - {None}
    voiced, speaking = voices.voiced(), voices.speaking()
    silent = frozenset(at for at in speaking - voiced if sides[at] in _OURS)  # they act, others tell
    for at, term in verbs:
        verb = lexicon.verbs[term.id]
        if verb.event == "arms_transfer" and not _names_arms(items, lexicon):
            continue
        if verb.event == "weapons_test" and _by_another(items, at, sides):
            continue
        if verb.event in found or not (named | topic) & _OURS or _did_not_happen(items, at):
            continue
        actor, recipient = _parties(items, at, speaking - silent, sides)
        found[verb.event] = Happening(at, verb, actor, recipient, _modality(items, at, lexicon))
    test = found.get("weapons_test")
    if test is not None and "combat" in found and items[test.at].low.startswith("launch"):
        del found["weapons_test"]  # "launched a strike" is an attack
    return tuple(found.values())


def _names_arms(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """Whether the sentence names weapons or munitions: greetings and coal are delivered too."""
    for item in items:
        noun, verb = item.term("noun"), item.term("verb")
        if noun is not None and lexicon.nouns[noun.id].role == "materiel":
            return True
        if does(item, "arms", lexicon):
            return True
        if verb is not None and item.low.startswith(("arms ", "weapons ", "munitions ")):
            return True
    return False


def _by_another(items: Sequence[Item], at: int, sides: Sequence[str | None]) -> bool:
    """As in "shells fired by Russia": whoever else fires a weapon uses it."""
    behind = sides[at + 2 : at + 4]
    return at + 2 < len(items) and items[at + 1].low == "by" and any(side not in (None, NORTH) for side in behind)


def _did_not_happen(items: Sequence[Item], at: int) -> bool:
    """As in "in return", "rather than being captured": words of an event that tell of none."""
    before = [item.low for item in items[max(0, at - 3) : at]]
    return before[-1:] == ["in"] or "than" in before or "instead" in before


def _side(item: Item, lexicon: Lexicon) -> str | None:
    sides = (side_of(term, lexicon) for term in item.terms if term.kind != "source")
    return next((side for side in sides if side is not None), None)


def _parties(
    items: Sequence[Item], at: int, speaking: frozenset[int], sides: Sequence[str | None]
) -> tuple[str | None, str | None]:
    """The side before the verb acts, the side behind it receives."""
    actor = recipient = None
    if at > 1 and items[at - 1].low == "'s":
        actor = sides[at - 2]
    for index in range(at - 1, -1 if actor is None else at - 1, -1):
        if items[index].low == ";" or items[index].low in CLAUSE_OPENERS:
            break
        side = sides[index]
        if side is not None and index not in speaking and not held(items, index):
            actor = side
            break
    for index in range(at + 1, len(items)):
        side = sides[index]
        if items[index].low == ";" or items[index].low in CLAUSE_OPENERS:
            break
        if side is not None and side != actor and index not in speaking:
            recipient = side
            break
    return actor, recipient


def _modality(items: Sequence[Item], at: int, lexicon: Lexicon) -> Modality:
    before = items[max(0, at - 6) : at]
    lows = {item.low for item in before}
    if lows & _NEGATIONS:
        return "denied"
    if any(does(item, "plans", lexicon) for item in before):
        return "planned"
    if _MAYBE & _clause_before(items, at):
        return "possible"
    return "planned" if lows & MODALS and "have" not in lows else "asserted"


def _clause_before(items: Sequence[Item], at: int) -> frozenset[str]:
    """The words between the last comma or clause opener and the item at ``at``."""
    words: list[str] = []
    for item in reversed(items[:at]):
        if item.low in (",", ";") or item.low in CLAUSE_OPENERS:
            break
        words += item.low.split()
    return frozenset(words)
