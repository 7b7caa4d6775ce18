"""A number becomes a count of people or materiel, or is refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.lexicon import Lexicon
from components.model import Amount, Kind, LeftoverReason, Span
from components.parsing import relevance
from components.parsing.items import Item
from components.parsing.kinds import kind
from components.parsing.measuring import by_nouns, by_verb
from components.parsing.phrases import Phrase, phrase
from components.parsing.predicates import CASUALTY, Predicate, predicate
from components.parsing.references import Memory, Topic, magnitude, named, referred
from components.parsing.subjects import NORTH, owner_before, subject

_MAKES = frozenset(
    "make makes making produce produces produced producing manufacture manufactures build builds churn churns".split()
)
_STRUCK = frozenset("destroyed damaged hit struck burned burnt abandoned downed intercepted".split())
USED = "fired, tested, made or shot down, not handed over"
FEW = 13
MODERN = 2000  # a sentence with an older year speaks of the wars before


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
    rule: str

    @property
    def topic(self) -> Topic:
        return Topic(self.measure, self.role, self.subject, magnitude(self.amount))


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
    if printed and any(_of_an_older_war(item, lexicon) for item in items if item.terms or item.date):
        return tuple(Refusal(at, amount, "other subject", "speaks of an older war") for at, amount in printed)
    found: list[Count | Refusal] = []
    for at, amount in printed:
        one = _count(items, at, amount, lexicon, speaking, memory, about, found)
        found.append(one)
        if isinstance(one, Count):
            memory.add(one.topic)
    memory.named = named(items, lexicon) or memory.named
    return tuple(found)


def _of_an_older_war(item: Item, lexicon: Lexicon) -> bool:
    cue = item.term("cue")
    if cue is not None and lexicon.cues[cue.id].does == "history":
        return True
    return item.date is not None and item.date.last.year < MODERN


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
    if _rounds_of_something(items, at, said):
        return Refusal(at, amount, "not a count of people or materiel", "counts rounds of something else")
    verb = None if _is_whole(at, found) else predicate(items, at, said, lexicon) or _listed_with(items, at, found)
    if said.nouns:
        measure, role, rule = by_nouns(items, at, said, verb, lexicon, memory)
        known = memory.last.subject if memory.last else _default(about)
        owner = subject(items, at, said, verb, lexicon, speaking, known)
    else:
        topic = referred(items, at, said, verb, lexicon, memory)
        if topic is None or _is_age(items, at):
            return Refusal(at, amount, "no counted noun", "nothing nearby says what it counts")
        if _after_others(found):
            return Refusal(at, amount, "other subject", "goes on counting other people")
        measure, role, rule = by_verb(items, at, topic, said, verb, lexicon, memory)
        owner = said.whose or owner_before(items, at, lexicon) or topic.subject
        if owner is None or (verb is not None and verb.before and verb.measure is not None):
            owner = subject(items, at, said, verb, lexicon, speaking, owner or _default(about))
    if role == "materiel" and (_goes_on(items, at, found) or _fired(items, at, said, verb, lexicon)):
        return Refusal(at, amount, "not about North Korea and Russia", USED)
    if owner == NORTH and not relevance.linked(items, about, lexicon):
        return Refusal(at, amount, "not about North Korea and Russia", "nothing ties it to Russia or its war")
    last = found[-1] if found else None
    before = last.kind if isinstance(last, Count) else None
    figure = _among(memory, said, measure, kind(items, at, said, verb, measure, lexicon, before))
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
        _item(items, said),
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


def _fired(items: Sequence[Item], at: int, said: Phrase, verb: Predicate | None, lexicon: Lexicon) -> bool:
    """Missiles flown, tested or shot down count no delivery, unless the sentence also tells of one."""
    events = {lexicon.verbs[term.id].event for item in items if (term := item.term("verb")) is not None}
    used = (verb is not None and verb.event in ("weapons_test", "combat")) or _struck(items, said.end)
    used = used or any(item.low in _MAKES for item in items[max(0, at - 3) : at])
    part = said.partitive or any(item.low in ("of which", "of those") for item in items[max(0, at - 2) : at])
    return used and not part and "arms_transfer" not in events


def _goes_on(items: Sequence[Item], at: int, found: Sequence[Count | Refusal]) -> bool:
    """As in "fired 88 missiles and 479 drones": the second number goes on with what was refused."""
    last = found[-1] if found else None
    return isinstance(last, Refusal) and last.detail == USED and at - last.at < 8 and items[at - 1].low in ("and", ",")


def _is_whole(at: int, found: Sequence[Count | Refusal]) -> bool:
    """As in "4,000 of the 11,000 were killed": the verb is told of the part."""
    last = found[-1] if found else None
    return isinstance(last, Count) and last.phrase.part_of_amount and at < last.phrase.end


def _struck(items: Sequence[Item], end: int) -> bool:
    """As in "9 guns destroyed and 2 damaged", "two launchers were hit": what the enemy did to them."""
    return any(item.low in _STRUCK for item in items[end : end + 3])


def _rounds_of_something(items: Sequence[Item], at: int, said: Phrase) -> bool:
    """As in "sent in two rounds": behind "in", a handful of rounds are no shells."""
    few = items[at - 1].low in ("in", "over") and items[max(at, said.last)].low in ("rounds", "round")
    amount = items[at].amount
    return few and amount is not None and magnitude(amount) < FEW


def _is_age(items: Sequence[Item], at: int) -> bool:
    """As in "were under 19": a small number with "under" or "over" and no noun is an age."""
    amount = items[at].amount
    return amount is not None and magnitude(amount) < 100 and items[at].low.split()[0] in ("under", "over", "aged")


def _after_others(found: Sequence[Count | Refusal]) -> bool:
    """As in "killed three civilians and wounded 14": the second number counts whom the first did."""
    last = found[-1] if found else None
    return isinstance(last, Refusal) and last.reason == "other subject"


def _item(items: Sequence[Item], said: Phrase) -> str | None:
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
