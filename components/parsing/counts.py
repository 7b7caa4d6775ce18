"""A number becomes a count of people or materiel, or is refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.lexicon import Lexicon
from components.model import Amount, Kind, LeftoverReason, Span
from components.parsing import relevance
from components.parsing.cues import does
from components.parsing.items import Item, low
from components.parsing.kinds import conceivable, kind, rate_unit
from components.parsing.measuring import by_nouns, by_verb, item_name
from components.parsing.memory import Memory, Topic, magnitude
from components.parsing.outside import (
    ELSEWHERE,
    a_few_people,
    defected,
    goes_on_elsewhere,
    hosted_elsewhere,
    is_age,
    of_an_older_war,
    of_two_sides,
    whole_army,
    worldwide,
)
from components.parsing.phrases import Phrase, phrase
from components.parsing.predicates import CASUALTY, Predicate, predicate
from components.parsing.references import named, referred
from components.parsing.subjects import NORTH, is_own, opener, owner_before, subject
from components.parsing.usage import USED, fired, rounds_of_something

LIST, WHOLE = 8, 16  # items from a refused number to the next of its list, or to "of a total of"
_EMPLOYS = frozenset("employ employs employed employing".split())


@dataclass(frozen=True, slots=True)
class Count:
    """A counted number of a sentence. ``span`` runs from the number to the end of what it counts."""

    at: int
    amount: Amount
    phrase: Phrase
    predicate: Predicate | None
    measure: str
    role: str
    subject: str | None
    kind: Kind
    span: Span
    item: str | None
    unit: str | None
    rule: str

    @property
    def topic(self) -> Topic:
        return Topic(self.measure, self.role, self.subject, magnitude(self.amount), self.kind == "planned")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that counts nothing of ours."""

    at: int
    amount: Amount
    reason: LeftoverReason
    detail: str


def counts(
    items: Sequence[Item], lexicon: Lexicon, speaking: frozenset[int], memory: Memory, about: frozenset[str]
) -> tuple[Count | Refusal, ...]:
    """Every number of a sentence, counted or refused, in order; the memory keeps what was counted.

    ``about`` holds the sides that the article is about.
    """
    printed = [(at, item.amount) for at, item in enumerate(items) if item.amount is not None]
    if printed and any(of_an_older_war(item, lexicon) for item in items if item.terms or item.date):
        return tuple(Refusal(at, amount, "other subject", "speaks of an older war") for at, amount in printed)
    if relevance.of_the_war(items, lexicon):
        memory.elsewhere = False
    elif any(does(item, "elsewhere", lexicon) for item in items):
        memory.elsewhere = True
    found: list[Count | Refusal] = []
    for at, amount in printed:
        one = _count(items, at, amount, lexicon, speaking, memory, about, found)
        found.append(one)
        if isinstance(one, Count):
            memory.add(one.topic)
    counted = frozenset(
        index for one in found if isinstance(one, Count) for index in range(one.at, max(one.at + 1, one.phrase.end))
    )
    memory.named = named(items, lexicon, counted) or memory.named
    memory.opener = opener(items) or memory.opener
    return tuple(found)


def _count(
    items: Sequence[Item],
    at: int,
    amount: Amount,
    lexicon: Lexicon,
    speaking: frozenset[int],
    memory: Memory,
    about: frozenset[str],
    found: Sequence[Count | Refusal],
) -> Count | Refusal:
    said = phrase(items, at, lexicon)
    if said.unit is not None:
        reason: LeftoverReason = (
            "other subject" if said.unit.reason == "other people" else "not a count of people or materiel"
        )
        return Refusal(at, amount, reason, f"counts {items[said.last].low}")
    if said.unknown:
        return Refusal(at, amount, "no counted noun", f"'{items[said.last].low}' is in no word file")
    if low(items, said.end) in ("fewer", "less") or low(items, at + 1) in ("fewer", "less"):
        return Refusal(at, amount, "no counted noun", "a difference")
    if worldwide(items, said, lexicon) or hosted_elsewhere(items, at) or defected(items, said):
        return Refusal(at, amount, "not about North Korea and Russia", ELSEWHERE)
    if rounds_of_something(items, at, said):
        return Refusal(at, amount, "not a count of people or materiel", "counts rounds of something else")
    whole = _is_whole(at, found)
    verb = None if whole else predicate(items, at, said, lexicon) or _listed_with(items, at, found)
    if said.nouns:
        if _after_others(found) and items[at - 1].low == "and" and all(noun.role == "casualty" for noun in said.nouns):
            return Refusal(at, amount, "other subject", "goes on counting other people")
        measure, role, rule = by_nouns(items, at, said, verb, lexicon, memory, whole)
        known = memory.owner(role) if memory.last else _default(about)
        if (other := _its(items, at, said, speaking, memory)) is not None:
            known = other
        owner = subject(items, at, said, verb, lexicon, speaking, known)
        if not said.whose and a_few_people(said, amount, verb):
            return Refusal(at, amount, "no counted noun", "a few people of whom nothing is told")
    else:
        topic = referred(items, at, said, verb, lexicon, memory)
        if topic is not None and whole and topic.role == "casualty":
            topic = Topic(memory.people(), "people", topic.subject)  # "4,000 of 12,000 are dead": the dead are the part
        if topic is None or is_age(items, at):
            return Refusal(at, amount, "no counted noun", "nothing nearby says what it counts")
        last = _refused(found)
        if last is not None and last.detail == ELSEWHERE and goes_on_elsewhere(items, at, said):
            return Refusal(at, amount, "not about North Korea and Russia", ELSEWHERE)
        part = said.partitive or (items[at - 1].low in ("which", "whom") and low(items, at - 2) == "of")
        # "Two officials said that 9,000 could come": the officials are not what comes
        told = last is not None and any(item.term("cue") is not None for item in items[last.at : at])
        if (_after_others(found) and not told) or (part and last is not None):
            return Refusal(at, amount, "other subject", "goes on counting other people")
        measure, role, rule = by_verb(items, at, topic, said, verb, lexicon, memory)
        owner = said.whose or owner_before(items, at, lexicon) or topic.subject
        if is_own(items, at) or owner is None or (verb is not None and verb.before and verb.measure is not None):
            owner = subject(items, at, said, verb, lexicon, speaking, owner or _default(about))
    if of_two_sides(items, at):
        owner = "other"
    delivered = said.partitive and not said.part_of_amount and memory.last is not None and memory.last.role == role
    if role == "materiel" and (_goes_on(items, at, found) or fired(items, at, said, verb, lexicon, delivered)):
        return Refusal(at, amount, "not about North Korea and Russia", USED)
    if owner == NORTH and whole_army(amount, role):
        return Refusal(at, amount, "not about North Korea and Russia", "the strength of a whole army")
    if owner == NORTH and memory.elsewhere:
        return Refusal(at, amount, "not about North Korea and Russia", "told of the border between the Koreas")
    if owner == NORTH and not relevance.linked(items, about, lexicon):
        return Refusal(at, amount, "not about North Korea and Russia", "nothing ties it to Russia or its war")
    before = _kind_before(found)
    figure = _among(memory, said, measure, kind(items, at, said, verb, measure, lexicon, before))
    if figure == "total" and not said.nouns and memory.last and memory.last.planned and conceivable(items, said.end):
        figure = "planned"  # "Fewer than 2,000 is just as conceivable"
    end = items[max(at, said.end - 1)].end if said.nouns or said.partitive else amount.span.end
    return Count(
        at,
        amount,
        said,
        verb,
        measure,
        role,
        owner,
        figure,
        Span(amount.span.start, end),
        item_name(items, said),
        rate_unit(items, said, lexicon) if figure == "rate" else None,
        rule,
    )


def _among(memory: Memory, said: Phrase, measure: str, figure: Kind) -> Kind:
    """No part where nothing was counted before; "3,000 more wounded" adds nothing to the dead of another figure."""
    last = memory.last
    if figure == "subset" and said.partitive and not said.part_of_amount and last is None:
        return "total"
    divides = last is not None and last.role == "casualty" and last.measure != measure and measure in CASUALTY
    return "total" if figure == "additional" and divides else figure


def _listed_with(items: Sequence[Item], at: int, found: Sequence[Count | Refusal]) -> Predicate | None:
    """As in "will send 1,400 sappers and 900 builders": the second number shares the verb before the first."""
    last = found[-1] if found else None
    if not isinstance(last, Count) or last.predicate is None or not last.predicate.before:
        return None
    between = [item.low for item in items[max(last.phrase.end, last.at + 1) : at]]
    return last.predicate if all(low in (",", "and", "or", "as", "well") for low in between) else None


def _default(about: frozenset[str]) -> str | None:
    return NORTH if NORTH in about else None


def _goes_on(items: Sequence[Item], at: int, found: Sequence[Count | Refusal]) -> bool:
    """As in "fired 88 missiles and 479 drones": the second number goes on with what was refused."""
    last = _refused(found)
    return (
        last is not None
        and last.detail == USED
        and at - last.at < (WHOLE if items[at - 2].low == "total" else LIST)
        and items[at - 1].low in ("and", ",", "of")
    )


def _its(items: Sequence[Item], at: int, said: Phrase, speaking: frozenset[int], memory: Memory) -> str | None:
    """As in "Seoul sends no arms. It lent 500,000 shells": the side that began the sentence before."""
    own_staff = any(item.low in _EMPLOYS for item in items[max(0, at - 3) : at])
    if own_staff:
        return "other"
    return memory.opener if items[0].low == "it" and 0 not in speaking and not said.partitive else None


def _is_whole(at: int, found: Sequence[Count | Refusal]) -> bool:
    """As in "4,000 of the 11,000 were killed": the verb is told of the part."""
    last = found[-1] if found else None
    return isinstance(last, Count) and last.phrase.part_of_amount and at < last.phrase.end


def _refused(found: Sequence[Count | Refusal]) -> Refusal | None:
    """The number before, where it was refused."""
    last = found[-1] if found else None
    return last if isinstance(last, Refusal) else None


def _after_others(found: Sequence[Count | Refusal]) -> bool:
    """As in "killed three civilians and wounded 14": the second number counts whom the first did."""
    last = _refused(found)
    return last is not None and last.reason == "other subject"


def _kind_before(found: Sequence[Count | Refusal]) -> Kind | None:
    """That of the number before, or of the one before "two brigades"."""
    last = _refused(found)
    rest = found[:-1] if last is not None and last.reason == "not a count of people or materiel" else found
    return rest[-1].kind if rest and isinstance(rest[-1], Count) else None
