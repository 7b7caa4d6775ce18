"""What a number measures: by the nouns behind it, or by its verb and what it refers back to."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.lexicon.entries import Noun
from components.parsing.grammar import BE
from components.parsing.items import Item
from components.parsing.phrases import Phrase
from components.parsing.predicates import Predicate, combined
from components.parsing.references import GENERIC, Memory, Topic, noun_before, noun_topic

_BUILDING = frozenset({"engineers", "workers"})
_MOVES = frozenset({"deployment", "withdrawal"})


def by_nouns(
    items: Sequence[Item], at: int, said: Phrase, verb: Predicate | None, lexicon: Lexicon, memory: Memory
) -> tuple[str, str, str]:
    """Measure, role and rule of a number with its noun; a casualty verb outranks a noun of people."""
    nouns = said.nouns
    casualty = tuple(noun.measure for noun in nouns if noun.role == "casualty")
    if casualty:
        return combined(casualty) or "casualties", "casualty", "number with a casualty noun"
    first = nouns[0]
    if first.role != "people":
        return first.measure, "materiel", "number with a noun of materiel"
    if verb is not None and verb.measure is not None:
        return verb.measure, "casualty", "people with a casualty verb"
    if (listed := _listed_as(items, said.end, lexicon)) is not None:
        return listed, "casualty", "people listed as casualties"
    generic = all(noun.measure == GENERIC for noun in nouns)
    if generic and items[at - 1].low in ("at", "to", "of") and (noun := noun_before(items, at, lexicon)) is not None:
        topic = noun_topic(items, noun, lexicon, memory.last)
        if topic.role == "casualty":
            return topic.measure, "casualty", "people behind a casualty noun"
    if generic and verb is not None and verb.event == "labour":
        return "workers", "people", "people with a verb of labour"
    measures = {noun.measure for noun in nouns if noun.measure != GENERIC} or {memory.people}
    base = measures.pop() if len(measures) == 1 else "engineers" if measures <= _BUILDING else "troops"
    return base, "people", "number with a noun of people"


def by_verb(
    items: Sequence[Item], at: int, topic: Topic, said: Phrase, verb: Predicate | None, lexicon: Lexicon, memory: Memory
) -> tuple[str, str, str]:
    """A number without a noun takes the measure it refers back to, unless its own words say what became of them."""
    if topic.role == "materiel":
        return topic.measure, topic.role, "bare number that refers back"
    listed = _listed_as(items, said.end, lexicon)
    stated = topic.role == "casualty" and items[at - 1].low in ("at", "to")
    if listed is None and verb is not None and not stated:
        listed = verb.measure
    if listed is not None:
        return listed, "casualty", "bare number with a casualty verb"
    if (noun := _is_noun(items, said.end, lexicon)) is not None:
        return noun.measure, noun.role, "bare number with a noun behind its verb"
    if topic.role == "casualty" and verb is not None and verb.event in _MOVES:
        return memory.people, "people", "bare number with a verb of movement"
    return topic.measure, topic.role, "bare number that refers back"


def _listed_as(items: Sequence[Item], end: int, lexicon: Lexicon) -> str | None:
    """As in "as killed or wounded" right behind the number or its noun."""
    if end >= len(items) or items[end].low != "as":
        return None
    measures = []
    for item in items[end + 1 : end + 4]:
        noun, verb = item.term("noun"), item.term("verb")
        if noun is not None and lexicon.nouns[noun.id].role == "casualty":
            measures.append(lexicon.nouns[noun.id].measure)
        elif verb is not None and lexicon.verbs[verb.id].measure:
            measures.append(lexicon.verbs[verb.id].measure)
        elif item.low not in ("and", "or"):
            break
    return combined(measures)


def _is_noun(items: Sequence[Item], end: int, lexicon: Lexicon) -> Noun | None:
    """As in "300 are sappers", "900 have become casualties": the noun behind the verb says what they are."""
    ahead = [item for item in items[end : end + 5] if item.low not in ("have", "has", "had")]
    if not ahead or ahead[0].low not in BE | {"become", "became"}:
        return None
    for item in ahead[1:3]:
        noun = item.term("noun")
        if noun is not None:
            entry = lexicon.nouns[noun.id]
            return entry if entry.role != "materiel" and entry.measure != GENERIC else None
    return None
