"""Numbers without a noun: what they refer back to, in the sentence or in what the article counted before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from components.lexicon import Lexicon
from components.model import Amount
from components.parsing.grammar import AUXILIARIES, BE, CLOSED
from components.parsing.items import DASH, Item
from components.parsing.modifiers import modifies_next
from components.parsing.phrases import Phrase
from components.parsing.predicates import Predicate
from components.parsing.subjects import owner_of_noun

REFERS = frozenset(
    "put puts stood stands figure number total count counts estimate estimates toll tally spoke speaks rise rose risen "
    "reach reached up against from top tops exceed exceeds pass passes passed above strength contingent group groups "
    "force batch wave reserve replacement units".split()
)
_FIGURES = frozenset("figure number count estimate total tally toll it that".split())
ALIKE = 4.0  # a bare number means the last figure of about its size: at most this many times larger or smaller
SMALL = 12  # "the two", "one more": words for things named before, not counts
REACH = 12  # items from "casualties" to "at roughly 900"
KEPT = 12  # figures an article remembers
_MOVES = frozenset({"deployment", "withdrawal", "arms_transfer"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing counted: measure and role of its noun, whose it was, and about how many."""

    measure: str
    role: str
    subject: str | None
    size: float = 0.0


@dataclass(slots=True)
class Memory:
    """What an article has counted so far, latest last; ``named`` is what it spoke of last without a number."""

    topics: list[Topic] = field(default_factory=list)
    named: Topic | None = None

    def add(self, topic: Topic) -> None:
        self.topics = [*self.topics[1 - KEPT :], topic]

    @property
    def last(self) -> Topic | None:
        return self.topics[-1] if self.topics else None

    @property
    def people(self) -> str:
        """The measure that "people", "specialists" or "arrivals" take: the last people counted, else troops."""
        return next((topic.measure for topic in reversed(self.topics) if topic.role == "people"), "troops")

    def alike(self, amount: Amount, casualties: bool) -> Topic | None:
        """The latest figure of about the amount's size, else the latest; losses only where ``casualties`` allows."""
        size = magnitude(amount)
        fit = [topic for topic in self.topics if casualties or topic.role != "casualty"]
        for topic in reversed(fit):
            if topic.size and size and max(topic.size, size) <= ALIKE * min(topic.size, size):
                return topic
        return fit[-1] if fit else self.last


def magnitude(amount: Amount) -> float:
    """Any printed bound of an amount: good enough to compare sizes."""
    return next((bound for bound in (amount.best, amount.low, amount.high) if bound is not None), 0.0)


def referred(
    items: Sequence[Item], at: int, said: Phrase, verb: Predicate | None, lexicon: Lexicon, memory: Memory
) -> Topic | None:
    """What the bare number at index ``at`` counts, or None when nothing shows that it counts anything."""
    noun = noun_before(items, at, lexicon)
    amount = items[at].amount
    if noun is not None and memory.last is not None and _counted(items, noun):
        return memory.last
    if noun is not None and (_refers(items, at, said, verb, lexicon) or _holds_number(items, noun, at)):
        return noun_topic(items, noun, lexicon, memory.last)
    if amount is None or not _refers(items, at, said, verb, lexicon):
        return None
    if memory.last is None and memory.named is not None:
        return memory.named
    if memory.last is None:
        casualties = verb is not None and verb.measure is not None
        return Topic("troops", "people", None) if casualties else None
    if at and items[at - 1].low == "of" and _told_of(items, at, lexicon):
        return Topic(memory.people, "people", memory.last.subject)
    earlier = any(item.amount is not None for item in items[:at])
    if earlier or said.partitive:
        return memory.last
    return memory.alike(amount, any(item.low in _FIGURES for item in items[:at]))


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
    if magnitude(amount) <= SMALL and not said.partitive and (verb is None or not verb.measure):
        return False
    before = items[at - 1] if at else None
    if before is not None and (_numbers_a_thing(items, at) or (before.low == "in" and magnitude(amount) <= SMALL)):
        return False
    cue = before.term("cue") if before is not None else None
    following = items[max(at + 1, said.end)] if max(at + 1, said.end) < len(items) else None
    return (
        said.partitive
        or amount.more
        or (verb is not None and (verb.measure is not None or verb.event in _MOVES))
        or any(item.low in REFERS for item in items[max(0, at - 7) : at])
        or any(item.amount is not None for item in items[:at])
        or (before is not None and before.low in BE | {"the"})
        or (cue is not None and lexicon.cues[cue.id].does == "says")
        or (following is not None and (following.low in AUXILIARIES or following.low == "("))
        or (at == int(items[0].low == '"') and following is not None and following.word and not following.terms)
        or (before is not None and before.low == "of" and _told_of(items, at, lexicon))
    )


def _numbers_a_thing(items: Sequence[Item], at: int) -> bool:
    """As in "Note 38", "Juche 114": a capitalised word right before a bare number is what it numbers."""
    before = items[at - 1]
    named = before.word and before.text[:1].isupper() and before.text[1:].islower() and not before.terms
    return named and at >= 2 and items[at - 2].low not in (".", ":", '"', DASH)


def _told_of(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """As in "told lawmakers of three thousand", "a battalion of 900": what comes behind "of" is the force itself."""
    for item in items[max(0, at - 4) : at - 1]:
        cue, unit = item.term("cue"), item.term("unit")
        if cue is not None and lexicon.cues[cue.id].does == "says":
            return True
        if unit is not None and lexicon.units[unit.id].reason == "formation":
            return True
    return False


def named(items: Sequence[Item], lexicon: Lexicon) -> Topic | None:
    """The last people or materiel that a sentence names without counting them: "Its soldiers are in Russia"."""
    for index in range(len(items) - 1, -1, -1):
        term = items[index].term("noun")
        if term is not None and (noun := lexicon.nouns[term.id]).role != "casualty":
            measure = "troops" if noun.measure == GENERIC else noun.measure
            return Topic(measure, noun.role, owner_of_noun(items, index, lexicon))
    return None


def noun_topic(items: Sequence[Item], index: int, lexicon: Lexicon, last: Topic | None) -> Topic:
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
    measure = "troops" if noun.measure == GENERIC else noun.measure
    return Topic(measure, noun.role, owner or (last.subject if last is not None else None))


GENERIC = "people"
