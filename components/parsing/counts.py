"""A number becomes a count of people or materiel, or is refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.lexicon import Lexicon
from components.lexicon.entries import Noun
from components.model import Amount, Kind, LeftoverReason, Span
from components.parsing.items import Item
from components.parsing.kinds import kind
from components.parsing.phrases import Phrase, modifies_next, phrase
from components.parsing.predicates import CASUALTY, Predicate, combined, predicate
from components.parsing.subjects import NORTH, owner_of_noun, subject

_MOVES = frozenset({"deployment", "withdrawal"})
_BUILDING = frozenset({"engineers", "workers"})
_REFERS = frozenset(
    "put puts stood stands figure number total count counts estimate estimates toll tally spoke speaks rise rose risen "
    "reach reached up against from top tops exceed exceeds pass passes passed above strength contingent".split()
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What was counted last: the noun's measure and role, and whose it was."""

    measure: str
    role: str
    subject: str | None


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
    flags: tuple[str, ...] = ()

    @property
    def topic(self) -> Topic:
        return Topic(self.measure, self.role, self.subject)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that counts nothing of ours."""

    at: int
    amount: Amount
    reason: LeftoverReason
    detail: str


def counts(
    items: Sequence[Item], lexicon: Lexicon, speaking: frozenset[int], topic: Topic | None, about_north: bool
) -> tuple[Count | Refusal, ...]:
    """Every number of a sentence, counted or refused, in order. ``topic`` is what the article counted last."""
    history = any(
        (cue := item.term("cue")) is not None and lexicon.cues[cue.id].does == "history" for item in items
    )
    found: list[Count | Refusal] = []
    for at, item in enumerate(items):
        if item.amount is None:
            continue
        if history:
            found.append(Refusal(at, item.amount, "other subject", "speaks of an older war"))
            continue
        one = _count(items, at, item.amount, lexicon, speaking, topic, about_north, found)
        found.append(one)
        if isinstance(one, Count):
            topic = one.topic
    return tuple(found)


def _count(
    items: Sequence[Item],
    at: int,
    amount: Amount,
    lexicon: Lexicon,
    speaking: frozenset[int],
    topic: Topic | None,
    about_north: bool,
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
    verb = predicate(items, at, said, lexicon) or _listed_with(items, at, found)
    if said.nouns:
        measure, role, rule = _by_nouns(said.nouns, verb)
        owner = subject(items, at, said, verb, lexicon, speaking, topic.subject if topic else _default(about_north))
    else:
        referred = _referred(items, at, said, verb, lexicon, topic)
        if referred is None:
            return Refusal(at, amount, "no counted noun", "nothing nearby says what it counts")
        measure, role, rule = _by_verb(referred, verb)
        owner = said.whose or referred.subject
        if owner is None:
            owner = subject(items, at, said, verb, lexicon, speaking, _default(about_north))
    if role == "materiel" and not said.part_of_amount and verb is not None and verb.event in ("weapons_test", "combat"):
        return Refusal(at, amount, "not about North Korea and Russia", "fired, tested or shot down, not handed over")
    figure = kind(items, at, said, verb, measure, lexicon)
    end = items[max(at, said.end - 1)].end if said.nouns or said.partitive else amount.span.end
    flags = ("joint figure",) if owner == "joint" else ()
    return Count(
        at, amount, said, verb, measure, role, owner, figure, Span(amount.span.start, end), _item(items, said), rule, flags
    )


def _listed_with(items: Sequence[Item], at: int, found: Sequence[Count | Refusal]) -> Predicate | None:
    """"will send 1,400 sappers and 900 builders": the second number shares the verb before the first."""
    last = found[-1] if found else None
    if not isinstance(last, Count) or last.predicate is None or not last.predicate.before:
        return None
    between = [item.low for item in items[max(last.phrase.end, last.at + 1) : at]]
    return last.predicate if all(low in (",", "and", "or", "as", "well") for low in between) else None


def _default(about_north: bool) -> str | None:
    return NORTH if about_north else None


def _by_nouns(nouns: Sequence[Noun], verb: Predicate | None) -> tuple[str, str, str]:
    """Measure, role and rule of a number with its noun; a casualty verb outranks a noun of people."""
    casualty = tuple(noun.measure for noun in nouns if noun.role == "casualty")
    if casualty:
        return combined(casualty) or "casualties", "casualty", "number with a casualty noun"
    first = nouns[0]
    if first.role == "people":
        measures = {noun.measure for noun in nouns}
        base = first.measure if len(measures) == 1 else "engineers" if measures <= _BUILDING else "troops"
        if verb is not None and verb.measure is not None:
            return verb.measure, "casualty", "people with a casualty verb"
        return base, "people", "number with a noun of people"
    return first.measure, "materiel", "number with a noun of materiel"


def _by_verb(referred: Topic, verb: Predicate | None) -> tuple[str, str, str]:
    """A number without a noun takes the measure it refers back to, unless its own verb says what became of them."""
    if verb is not None and referred.role == "casualty" and verb.event in _MOVES and verb.measure is None:
        return "troops", "people", "bare number with a verb of movement"
    if verb is not None and verb.measure is not None and referred.role != "materiel":
        return verb.measure, "casualty", "bare number with a casualty verb"
    return referred.measure, referred.role, "bare number that refers back"


def _referred(
    items: Sequence[Item], at: int, said: Phrase, verb: Predicate | None, lexicon: Lexicon, topic: Topic | None
) -> Topic | None:
    """What a bare number counts: the nearest noun before it in the sentence, else what was counted last."""
    for index in range(at - 1, -1, -1):
        if items[index].low == ";":
            break
        term = items[index].term("noun")
        if term is not None and not (lexicon.nouns[term.id].role == "materiel" and modifies_next(items, index)):
            return _noun_topic(items, index, lexicon, topic)
        if items[index].amount is not None:
            break
    if topic is None:
        return None
    amount = items[at].amount
    refers = (
        said.partitive
        or (amount is not None and amount.more)
        or (verb is not None and (verb.measure is not None or verb.event in ("deployment", "withdrawal", "arms_transfer")))
        or any(item.low in _REFERS for item in items[max(0, at - 7) : at])
        or any(item.amount is not None for item in items[:at])
    )
    return topic if refers else None


def _noun_topic(items: Sequence[Item], index: int, lexicon: Lexicon, topic: Topic | None) -> Topic:
    term = items[index].term("noun")
    assert term is not None
    noun = lexicon.nouns[term.id]
    owner = owner_of_noun(items, index, lexicon)
    if noun.role == "people":
        for step in range(index - 1, max(-1, index - 4), -1):
            before = items[step].term("noun")
            if before is not None and lexicon.nouns[before.id].role == "casualty":
                noun = lexicon.nouns[before.id]
                break
    known = topic.subject if topic is not None else None
    return Topic(noun.measure, noun.role, owner or known)


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


__all__ = ["CASUALTY", "Count", "Refusal", "Topic", "counts"]
