"""What a number measures: by the nouns behind it, or by its verb and what it refers back to."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.lexicon.entries import Noun
from components.parsing.grammar import ADVERBS, BE, CLOSED
from components.parsing.items import Item
from components.parsing.memory import GENERIC, Memory, Topic, magnitude
from components.parsing.phrases import Phrase, in_total
from components.parsing.predicates import CASUALTY, Predicate, combined, past_aside
from components.parsing.references import GOES, REFERS, at_work, noun_before, noun_topic

_BUILDING = frozenset({"engineers", "workers"})
_TAKES = frozenset({"take", "takes", "took", "taken", "taking", "caught", "captured"})
_HOLD = frozenset({"hold", "holds", "holding"})
HELD = 100  # more North Koreans than anybody holds prisoner
FAR = 16  # items from a number to ", all of them engineers"
COPULA = 9  # items from "are" to the noun: "are now estimated by the service to have become casualties"
BECOMES = BE | {"become", "became", "becoming"}
_LINKS = frozenset("have has had to now already also either mostly all still been a an the".split())
_FIGURE = frozenset("it that this figure number toll total count estimate".split())
_MOVES = frozenset({"deployment", "withdrawal"})


def by_nouns(
    items: Sequence[Item],
    at: int,
    said: Phrase,
    verb: Predicate | None,
    lexicon: Lexicon,
    memory: Memory,
    whole: bool,
) -> tuple[str, str, str]:
    """Measure, role and rule of a number with its noun; a casualty verb outranks a noun of people.

    ``whole`` marks the 11,000 of "4,000 of the 11,000 were killed": what is told is told of the part.
    """
    nouns = said.nouns
    casualty = tuple(noun.measure for noun in nouns if noun.role == "casualty")
    if casualty and verb is not None and verb.before and verb.measure == "captured" and set(casualty) == {"wounded"}:
        return "captured", "casualty", "wounded people whom somebody captures"
    if casualty:
        return combined(casualty) or "casualties", "casualty", "number with a casualty noun"
    first = nouns[0]
    if first.role != "people":
        return first.measure, "materiel", "number with a noun of materiel"
    if verb is not None and verb.measure is not None:
        return verb.measure, "casualty", "people with a casualty verb"
    if (listed := _listed_as(items, said.end, lexicon)) is not None:
        return listed, "casualty", "people listed as casualties"
    if (bodies := _bodies_of(items, at, lexicon)) is not None:
        return bodies, "casualty", "people behind a casualty noun"
    if not whole and (noun := _is_noun(items, said.end, lexicon)) is not None and noun.role == "casualty":
        return noun.measure, "casualty", "people with a casualty noun behind their verb"
    if (noun := _all_of_them(items, said.end, lexicon)) is not None:
        return noun.measure, noun.role, "people described behind a comma"
    if (again := memory.the_same_few(items[at].amount)) is not None and verb is None:
        return again.measure, again.role, "people counted before"
    if items[at - 1].low in _HOLD and not whole and _few_enough(items, at):
        return "captured", "casualty", "people whom somebody holds"
    generic = all(noun.measure == GENERIC for noun in nouns)
    if generic and _restates(items, at) and memory.last is not None and memory.last.role == "casualty":
        return memory.last.measure, "casualty", "people behind a word for the figure"
    if generic and items[at - 1].low in ("at", "to") and (head := noun_before(items, at, lexicon)) is not None:
        topic = noun_topic(items, head, lexicon, memory)
        if topic.role == "casualty":
            return topic.measure, "casualty", "people behind a casualty noun"
    if generic and (
        (verb is not None and verb.event == "labour") or at_work(items[said.end : said.end + FAR], lexicon)
    ):
        return "workers", "people", "people with a verb of labour"
    measures = {noun.measure for noun in nouns if noun.measure != GENERIC} or {
        memory.people(special=nouns[0].id == "specialist")
    }
    base = measures.pop() if len(measures) == 1 else "engineers" if measures <= _BUILDING else "troops"
    return base, "people", "number with a noun of people"


def by_verb(
    items: Sequence[Item], at: int, topic: Topic, said: Phrase, verb: Predicate | None, lexicon: Lexicon, memory: Memory
) -> tuple[str, str, str]:
    """A number without a noun takes the measure it refers back to, unless its own words say what became of them."""
    if topic.role == "materiel":
        return topic.measure, topic.role, "bare number that refers back"
    if topic.role == "casualty" and in_total(items, said.end):
        return "casualties" if topic.measure in CASUALTY else topic.measure, topic.role, "bare number of them all"
    if topic.role == "people" and verb is not None and verb.event == "labour":
        return "workers", "people", "bare number with a verb of labour"
    listed = _listed_as(items, said.end, lexicon)
    stated = topic.role == "casualty" and items[at - 1].low in ("at", "to")
    if listed is None and verb is not None and not stated:
        listed = verb.measure
    if listed is not None:
        return listed, "casualty", "bare number with a casualty verb"
    if (noun := _is_noun(items, said.end, lexicon) or _all_of_them(items, said.end, lexicon)) is not None:
        return noun.measure, noun.role, "bare number with a noun behind its verb"
    reaches = items[at - 1].low in REFERS
    moves = (not reaches and verb is not None and verb.event in _MOVES) or any(
        item.low in GOES for item in items[said.end : said.end + 1]
    )
    if (
        topic.role == "casualty"
        and moves
        and not _of_the_fallen(items, lexicon)
        and _bodies_of(items, at, lexicon) is None
    ):
        return memory.people(), "people", "bare number with a verb of movement"
    return topic.measure, topic.role, "bare number that refers back"


def _of_the_fallen(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """As in "Of the wounded, 900 were flown home"."""
    noun = items[2].term("noun") if len(items) > 2 and [item.low for item in items[:2]] == ["of", "the"] else None
    return noun is not None and lexicon.nouns[noun.id].role == "casualty"


def _few_enough(items: Sequence[Item], at: int) -> bool:
    """So few as are held prisoner; a base or a front holds thousands."""
    amount = items[at].amount
    return amount is not None and magnitude(amount) <= HELD


def _bodies_of(items: Sequence[Item], at: int, lexicon: Lexicon) -> str | None:
    """As in "the bodies of only 140 soldiers", "the deaths of 600 men": the measure of the noun before "of"."""
    step = at - 1
    while step > 0 and items[step].low in ADVERBS:
        step -= 1
    if step <= 0 or items[step].low != "of":
        return None
    if items[step - 1].low.rpartition(" ")[2] in ("bodies", "remains", "portraits"):
        return "killed"  # "returned the bodies" is one item
    term = items[step - 1].term("noun")
    if term is None or lexicon.nouns[term.id].role != "casualty":
        return None
    return lexicon.nouns[term.id].measure


def _restates(items: Sequence[Item], at: int) -> bool:
    """As in "in April it was 600 people": the number is another value of the figure spoken of."""
    return at >= 2 and items[at - 1].low in BE and items[at - 2].low in _FIGURE


def _listed_as(items: Sequence[Item], end: int, lexicon: Lexicon) -> str | None:
    """As in "as killed or wounded", or "alive", right behind the number or its noun."""
    if (
        end < len(items)
        and items[end].low == "alive"
        and any(item.low in _TAKES for item in items[max(0, end - 4) : end])
    ):
        return "captured"
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


def _all_of_them(items: Sequence[Item], end: int, lexicon: Lexicon) -> Noun | None:
    """As in "2,500 more may be sent, all of them engineers": a noun that describes the whole number."""
    for index in range(end, min(len(items), end + FAR)):
        if items[index].amount is not None or items[index].low in (";", ":"):
            return None
        if items[index].low == "all" and items[index - 1].low == ",":
            for item in items[index + 1 : index + 3]:
                if (term := item.term("noun")) is not None:
                    noun = lexicon.nouns[term.id]
                    return noun if noun.role == "people" and noun.measure != GENERIC else None
    return None


def _is_noun(items: Sequence[Item], end: int, lexicon: Lexicon) -> Noun | None:
    """As in "300 are sappers", "900 are thought to have become casualties": the noun behind the verb."""
    equals = False
    begin = past_aside(items, end)
    for item in items[begin : begin + COPULA]:
        noun = item.term("noun")
        if noun is not None:
            entry = lexicon.nouns[noun.id]
            return entry if equals and entry.role != "materiel" and entry.measure != GENERIC else None
        described = equals and item.word and not item.terms and item.low not in CLOSED
        equals = equals or item.low.split()[0] in BECOMES
        if described:
            continue
        if item.low not in _LINKS and item.low.split()[0] not in BECOMES and item.term("cue") is None:
            return None
    return None


def item_name(items: Sequence[Item], said: Phrase) -> str | None:
    """What is counted, as named, pairs apart: "170 mm guns; 240 mm launchers"."""
    if not said.nouns:
        return None
    words: list[str] = []
    for index in range(said.first, said.last + 1):
        item = items[index]
        if item.low == "and":
            words.append(";")
        elif item.low not in ("more", '"', "of", "pieces", "units", "additional", "other", "others"):
            glued = index > said.first and items[index - 1].end == item.start
            words.append(item.text if glued or not words else " " + item.text)
    return "".join(words).strip() or None
