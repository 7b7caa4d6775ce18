"""Numbers without a noun: what they refer back to, in the sentence or in what the article counted before."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.parsing.cues import does
from components.parsing.grammar import AUXILIARIES, BE, CLOSED, MODALS
from components.parsing.items import DASH, Item
from components.parsing.memory import GENERIC, Memory, Topic, magnitude
from components.parsing.modifiers import modifies_next
from components.parsing.phrases import Phrase
from components.parsing.predicates import Predicate
from components.parsing.said_again import LARGE, again, moved_from, number_of, the_same
from components.parsing.sizes import sizes_a_thing
from components.parsing.subjects import beside, owner_of_noun

REFERS = frozenset(
    "put puts stood stands figure number total count counts estimate estimates toll tally spoke speaks rise rose risen "
    "reach reached up against from top tops exceed exceeds pass passes passed above strength contingent group groups "
    "force batch wave reserve replacement units call seen saw".split()
)
_FIGURES = frozenset("figure number count estimate total tally toll it that".split())
SMALL = 12  # "the two", "one more": words for things named before, not counts
REACH = 12  # items from "casualties" to "at roughly 900"
_MOVES = frozenset({"deployment", "withdrawal", "arms_transfer"})
GOES = frozenset("went go left came remain remained stay stayed arrived returned".split())
_OF_THEM = frozenset({"of them", "of whom", "of those", "them", "whom"})
MANY = 100_000  # of so many nobody sent people
HUGE = 50_000_000  # no count of this war is larger


def referred(
    items: Sequence[Item], at: int, said: Phrase, verb: Predicate | None, lexicon: Lexicon, memory: Memory
) -> Topic | None:
    """What the bare number at index ``at`` counts, or None when nothing shows that it counts anything."""
    noun = noun_before(items, at, lexicon)
    amount = items[at].amount
    if (same := the_same(items, at, memory)) is not None:
        return same
    if memory.last is not None and moved_from(items, at):
        return memory.last
    if noun is None and (same := again(items, at, memory)) is not None:
        return same
    if sizes_a_thing(items, at):
        return None
    if noun is not None and memory.last is not None and _counted(items, noun) and items[at - 1].low != "the":
        return memory.last
    if noun is None and (head := number_of(items, at)) is not None:
        return noun_topic(items, head, lexicon, memory)
    if noun is None and _put_at(items, at):
        return None
    if noun is None and items[at - 1].low == "numbering":  # "the North Koreans, numbering about 900"
        return Topic(memory.people(), "people", None)
    if noun is not None and (_refers(items, at, said, verb, lexicon) or _holds_number(items, noun, at)):
        return noun_topic(items, noun, lexicon, memory)
    if amount is None or not _refers(items, at, said, verb, lexicon):
        return None
    if memory.last is None and memory.named is not None:
        return None if magnitude(amount) <= SMALL and memory.named.role == "materiel" else memory.spoken_of
    if memory.last is None:
        sent = verb is not None and (verb.measure is not None or (verb.event == "deployment" and not verb.before))
        told = sent or (at and items[at - 1].low == "of")
        return Topic("troops", "people", None) if told else None
    if at and items[at - 1].low == "of" and _told_of(items, at, lexicon):
        return Topic(memory.people(), "people", memory.last.subject)
    spoken = memory.spoken_of
    deployed = verb is not None and verb.event == "deployment" and memory.last.role == "materiel"
    if deployed and spoken is not None and spoken.role == "people":
        return spoken  # "How many soldiers are there? 900 were deployed"
    fallen = verb is not None and verb.measure is not None
    if memory.last.role == "materiel" and fallen:  # "4,000 had been killed" after a number of guns
        people = next((topic for topic in reversed(memory.topics) if topic.role != "materiel"), None)
        return people or Topic("troops", "people", None)
    if amount.more and memory.last.role == "materiel":
        return memory.last
    if spoken is not None and spoken.role == "people" and (memory.last.role == "people" or spoken.measure == "workers"):
        return spoken
    if said.partitive:
        goods = spoken is not None and spoken.role == "materiel" and magnitude(amount) >= MANY
        return spoken if spoken is not None and (spoken.role == "people" or goods) else memory.holding(amount)
    if any(item.amount is not None for item in items[:at]):
        return memory.last
    follow = said.end < len(items) and items[said.end].low in MODALS  # "confirmed no number but said 3,000 could come"
    return memory.alike(amount, not follow and any(item.low in _FIGURES for item in items[:at]))


def _put_at(items: Sequence[Item], at: int) -> bool:
    """As in "put the crowd at 40,000": the number of a thing that is in no word file."""
    before = items[max(0, at - 3) : at]
    frame = [item.low for item in before]
    if frame[:1] + frame[2:] not in (["the", "at"], ["its", "at"], ["their", "at"]):
        return False
    thing = before[1]
    return thing.word and not thing.terms and thing.low not in REFERS and thing.low not in CLOSED


def _counted(items: Sequence[Item], noun: int) -> bool:
    """Whether the noun has a number of its own: "lost 900 soldiers and Pyongyang 130"."""
    for index in range(noun - 1, max(-1, noun - 5), -1):
        if items[index].amount is not None:
            return True
        if items[index].term("adjective", "noun") is None and items[index].low in CLOSED | {",", ";"}:
            return False
    return False


def _holds_number(items: Sequence[Item], noun: int, at: int) -> bool:
    """A short way from the noun to its number, with nothing else to count between."""
    return at - noun <= REACH and not any(item.term("unit") is not None for item in items[noun:at])


def noun_before(items: Sequence[Item], at: int, lexicon: Lexicon) -> int | None:
    """The index of the nearest counted noun before the number, no other number between."""
    for index in range(at - 1, -1, -1):
        if items[index].low == ";" or items[index].amount is not None:
            return None
        term = items[index].term("noun")
        if term is not None and not (lexicon.nouns[term.id].role == "materiel" and modifies_next(items, index)):
            return index
    return None


def _refers(items: Sequence[Item], at: int, said: Phrase, verb: Predicate | None, lexicon: Lexicon) -> bool:
    amount = items[at].amount
    if amount is None:
        return False
    few = magnitude(amount) <= SMALL and not said.partitive and (verb is None or not verb.measure)
    alive = few and at + 1 < len(items) and items[at + 1].low == "alive"
    if (
        few
        and not alive
        and not (at and items[at - 1].low == "at" and any(item.low in _FIGURES for item in items[max(0, at - 4) : at]))
    ):
        return False
    before = items[at - 1] if at else None
    if before is not None and (_numbers_a_thing(items, at) or (before.low == "in" and magnitude(amount) <= SMALL)):
        return False
    following = items[max(at + 1, said.end)] if max(at + 1, said.end) < len(items) else None
    return (
        said.partitive
        or alive
        or amount.more
        or (at > 1 and items[at - 1].low == "," and items[at - 2].low in _OF_THEM)
        or (LARGE <= magnitude(amount) <= HUGE and not items[at].text.isdigit())
        or (verb is not None and (verb.measure is not None or verb.event in _MOVES))
        or any(item.low in REFERS for item in items[max(0, at - 7) : at])
        or any(item.amount is not None for item in items[:at])
        or (before is not None and before.low in BE | {"the"})
        or (before is not None and does(before, "says", lexicon))
        or (following is not None and (following.low in AUXILIARIES | GOES or following.low == "("))
        or (amount.bound not in ("exact", "vague") and (following is None or following.low in (".", '"')))
        or (
            at == int(items[0].low == '"')
            and following is not None
            and following.word
            and not following.terms
            and following.low != "of"
        )
        or (before is not None and before.low == "of" and _told_of(items, at, lexicon))
    )


def _numbers_a_thing(items: Sequence[Item], at: int) -> bool:
    """As in "Note 38", "Juche 114": a capitalised word right before a bare number is what it numbers."""
    before = items[at - 1]
    spoken = all(term.kind == "cue" for term in before.terms)
    named = before.word and before.text[:1].isupper() and before.text[1:].islower() and spoken
    return named and at >= 2 and items[at - 2].low not in (".", ":", '"', DASH)


def _told_of(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """As in "told lawmakers of three thousand", "a battalion of 900": what comes behind "of" is the force itself."""
    for item in items[max(0, at - 4) : at - 1]:
        if does(item, "says", lexicon):
            return True
        if (unit := item.term("unit")) is not None and lexicon.units[unit.id].reason == "formation":
            return True
    return False


def named(items: Sequence[Item], lexicon: Lexicon, counted: frozenset[int]) -> Topic | None:
    """The last people or materiel that a sentence names without counting them: "Its soldiers are in Russia".

    ``counted`` holds the item indices of what numbers of the sentence count.
    """
    for index in range(len(items) - 1, -1, -1):
        if index in counted:
            continue
        term = items[index].term("noun")
        if term is not None and index and beside(items, index - 1):
            continue  # "in battles with Russian forces"
        if term is not None and (noun := lexicon.nouns[term.id]).role != "casualty":
            return Topic(noun.measure, noun.role, owner_of_noun(items, index, lexicon))
    return None


def at_work(following: Sequence[Item], lexicon: Lexicon) -> bool:
    """As in "nationals who entered on student visas": a word of labour before the next number."""
    for item in following:
        if item.amount is not None:
            return False
        if (term := item.term("verb")) is not None and lexicon.verbs[term.id].event == "labour":
            return True
    return False


def noun_topic(items: Sequence[Item], index: int, lexicon: Lexicon, memory: Memory) -> Topic:
    """The topic that the noun at ``index`` sets: "the number of wounded North Koreans at" counts the wounded."""
    term = items[index].term("noun")
    assert term is not None
    noun = lexicon.nouns[term.id]
    owner = owner_of_noun(items, index, lexicon)
    if noun.role == "people":
        for step in range(index - 1, max(-1, index - 5), -1):
            if items[step].amount is not None or items[step].low in (",", ";"):
                break
            before = items[step].term("noun")
            if before is not None and lexicon.nouns[before.id].role == "casualty":
                noun = lexicon.nouns[before.id]
                break
    measure = noun.measure
    if measure == GENERIC:
        measure = "workers" if at_work(items[index + 1 : index + REACH], lexicon) else memory.people(special=True)
    return Topic(measure, noun.role, owner or (memory.last.subject if memory.last is not None else None))
