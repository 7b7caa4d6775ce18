"""What a number counts: the noun phrase it heads, read forward from the number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.lexicon import Lexicon
from components.lexicon.entries import Noun, Unit
from components.parsing.grammar import ADVERBS, ARTICLES, CLOSED, PARTITIVES, THEM
from components.parsing.items import Item, low
from components.parsing.modifiers import (
    REACH,
    SPEAKERS,
    calibre,
    modifies,
    modifies_next,
    noun_ahead,
    noun_follows,
    soldiers_of,
    two_sides,
)

_WHOLES = frozenset("the its their his all those these some a an".split())
_WHERE_THEY_ARE = "rus"  # "brought home soldiers from Russia" are not Russia's
_OF_THEM = frozenset({"of them", "of these", "of those", "of whom", "of which"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """``end`` is the index of the first item behind the phrase; ``nouns`` are its heads, ``whose`` the side it names.

    ``joint`` marks people of two sides; ``partitive`` marks "of them"; ``part_of_amount`` "of the 900 soldiers";
    ``unknown`` a noun in no word file.
    """

    end: int
    nouns: tuple[Noun, ...] = ()
    unit: Unit | None = None
    whose: str | None = None
    partitive: bool = False
    part_of_amount: bool = False
    unknown: bool = False
    each: bool = False
    joint: bool = False
    first: int = 0
    last: int = 0


def phrase(items: Sequence[Item], at: int, lexicon: Lexicon) -> Phrase:
    """The noun phrase of the amount at index ``at``; without nouns when the number stands alone."""
    step = at + 1
    if (partitive := _partitive(items, step, lexicon)) is not None:
        return partitive
    return _heads(items, step, lexicon)


def _partitive(items: Sequence[Item], step: int, lexicon: Lexicon) -> Phrase | None:
    if low(items, step) in ("more", "others"):
        step += 1
    if low(items, step) in _OF_THEM:
        return _of_them(items, step + 1, lexicon)
    if low(items, step) != "of":
        return None
    after = step + 1
    if low(items, after) in THEM:
        return _of_them(items, after + 1, lexicon)
    while after < len(items) and (items[after].low in _WHOLES or _described_amount(items, after)):
        after += 1
    owner = items[after].term("side", "metonym") if after < len(items) else None
    if owner is not None and low(items, after + 1) == "'s" and after + 2 < len(items) and items[after + 2].amount:
        after += 2  # "of the North's 15,000 soldiers"
    if after < len(items) and items[after].amount is not None:
        whole = _heads(items, after + 1, lexicon)
        return Phrase(
            whole.end,
            whole.nouns,
            whole.unit,
            whole.whose,
            partitive=True,
            part_of_amount=True,
            first=whole.first,
            last=whole.last,
        )
    found = _heads(items, after, lexicon)
    if found.unit is not None and found.unit.reason == "formation" and after > step + 1:
        return Phrase(found.end, whose=found.whose, partitive=True)  # "twenty of his brigade"
    if not found.nouns:
        return None if found.unit is None else found
    part = after > step + 1
    return Phrase(found.end, found.nouns, None, found.whose, partitive=part, first=found.first, last=found.last)


def _described_amount(items: Sequence[Item], at: int) -> bool:
    """As in "of the original 11,000": one plain word before the number of the whole."""
    plain = items[at].word and not items[at].terms and items[at].low not in CLOSED
    return plain and at + 1 < len(items) and items[at + 1].amount is not None


def _of_them(items: Sequence[Item], step: int, lexicon: Lexicon) -> Phrase:
    """As in "of them", and what they were found to be: "fourteen of them dead"."""
    noun = items[step].term("noun") if step < len(items) else None
    if noun is not None and lexicon.nouns[noun.id].role == "casualty":
        return Phrase(step + 1, (lexicon.nouns[noun.id],), partitive=True, first=step, last=step)
    return Phrase(step, partitive=True)


def _heads(items: Sequence[Item], step: int, lexicon: Lexicon) -> Phrase:
    start, whose, joint = step, None, False
    people: int | None = None
    strange: int | None = None
    limit = min(len(items), step + REACH)
    while step < limit:
        item = items[step]
        if item.amount is not None or item.date is not None:
            break
        noun, unit = item.term("noun"), item.term("unit")
        if unit is not None and noun is None and low(items, step + 1) != "-":
            if calibre(items, step):
                step += 1
                continue
            return Phrase(step + 1, (), lexicon.units[unit.id], whose, first=start, last=step)
        if noun is not None and not (low(items, step + 1) == "-" and noun_ahead(items, step + 2)):
            found = _with_nouns(items, step, start, whose, lexicon)
            return replace(found, joint=True) if joint else found
        if (body := item.term("source")) is not None and (behind := soldiers_of(items, step)) is not None:
            whose, step = lexicon.sources[body.id].side, behind
            continue
        if item.term(*SPEAKERS) is not None and noun is None:
            return Phrase(step + 1, unknown=True, first=start, last=step)
        if (side := item.term("adjective")) is not None:
            whose = side.id
            if item.low.endswith("s"):
                people = step
        elif (side := item.term("side")) is not None and noun_follows(items, step):
            whose = side.id
        elif item.low in ("and", "or") and two_sides(items, step):
            joint = True
        elif item.low in ("and", "or") and items[step - 1].term("unit") is not None and calibre(items, step - 1):
            pass
        elif not modifies(items, step, start):
            break
        elif item.word and not item.terms and item.low not in ADVERBS:
            strange = step
        step += 1
    if people is not None:
        return Phrase(people + 1, (_PEOPLE,), None, whose, first=people, last=people)
    if strange is not None and items[strange].low in PARTITIVES and items[strange].low != "total":
        return Phrase(step, (), None, whose)  # "the artillery comes to 220 pieces"
    if strange is not None and strange == step - 1 and items[strange].low.endswith("s"):
        return Phrase(step, (), None, whose, unknown=True, first=start, last=strange)
    return Phrase(start, (), None, whose, each=low(items, start) in ("each", "apiece"))


_PEOPLE = Noun(id="nationals", words=(), examples=(), measure="troops", role="people")


def _with_nouns(items: Sequence[Item], step: int, start: int, whose: str | None, lexicon: Lexicon) -> Phrase:
    """From the first noun on: compounds ("rocket launchers"), pairs ("killed and wounded"), and whose they are."""
    nouns: list[Noun] = []
    last = step
    while step < len(items):
        item = items[step]
        noun, unit, side = item.term("noun"), item.term("unit"), item.term("adjective")
        if noun is not None:
            entry = lexicon.nouns[noun.id]
            if nouns and nouns[-1].role == "people" and _casualty(entry) and item.term("verb") is not None:
                break  # "two North Koreans captured by Ukraine"
            if nouns and last == step - 1 and not _casualty(nouns[-1]):
                modifier = nouns.pop()
                whose = whose or modifier.side or None
            if not (nouns and _casualty(nouns[-1]) and entry.role == "people"):
                nouns.append(entry)
            last = step
        elif nouns and nouns[-1].role == "people" and item.low.endswith("ing"):
            break  # "13,000 North Koreans crossing the border"
        elif unit is not None and last == step - 1 and not (nouns and _casualty(nouns[-1])):
            return Phrase(step + 1, (), lexicon.units[unit.id], whose, first=start, last=step)
        elif side is not None and nouns and _casualty(nouns[-1]) and last == step - 1:
            whose, last = side.id, step
        elif item.low == "-" and noun_follows(items, step + 1):
            step += 1
        elif item.low in ('"', "'", "-", ")", "(") or (item.low in ARTICLES and items[step - 1].low == "the"):
            pass
        elif item.low in ("and", "or", ",", "/") and (joined := _joined(items, step + 1, nouns, lexicon)):
            step = joined
            continue
        else:
            break
        step += 1
    if last + 1 < len(items) and modifies_next(items, last) and nouns[-1].role == "materiel":
        return Phrase(last + 2, (), None, whose, unknown=True, first=start, last=last + 1)
    return Phrase(
        last + 1,
        tuple(nouns),
        None,
        whose
        or _owner(items, last + 1, _casualty(nouns[-1]))
        or next((noun.side for noun in nouns if noun.side), None),
        each=low(items, last + 1) in ("each", "apiece"),
        first=start,
        last=last,
    )


def _joined(items: Sequence[Item], step: int, nouns: Sequence[Noun], lexicon: Lexicon) -> int | None:
    """The index of the next head of a pair that shares the number: "howitzers and 240 mm rocket launchers"."""
    limit = min(len(items), step + 6)
    while step < limit:
        item = items[step]
        if item.low in ("and", "or") and items[step - 1].low == ",":
            step += 1
            continue
        if item.amount is not None:
            return None
        noun = item.term("noun")
        if noun is not None:
            entry = lexicon.nouns[noun.id]
            return step if entry.role == nouns[-1].role else None
        size = item.term("unit") is not None and calibre(items, step)
        plain = item.word and not item.terms and item.low not in CLOSED
        if not (size or plain or item.low.isdigit() or item.low == "-" or item.term("adjective")):
            return None
        step += 1
    return None


def _owner(items: Sequence[Item], step: int, hurt: bool) -> str | None:
    """The side behind the noun: "soldiers of the Korean People's Army", "casualties among North Korean troops"."""
    inflicted = hurt and low(items, step) == "on"
    if low(items, step) not in ("of", "from", "among", "by", "belonging") and not inflicted:
        return None
    for item in items[step + 1 : step + 5]:
        side = item.term("adjective", "side", "metonym")
        if side is not None:
            return None if low(items, step) == "from" and side.id == _WHERE_THEY_ARE else side.id
        if item.low not in ARTICLES and not (item.word and not item.terms and item.low not in CLOSED):
            return None
    return None


def _casualty(noun: Noun) -> bool:
    return noun.role == "casualty"


def in_total(items: Sequence[Item], end: int) -> bool:
    """As in "1,500 killed and 5,000 total": the dead and the wounded together."""
    behind = [item.low for item in items[end : end + 2]]
    return behind[:1] in (["total"], ["overall"], ["altogether"]) or behind in (["in", "total"], ["in", "all"])
