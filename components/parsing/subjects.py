"""Whose people or materiel a number counts: by the words of its phrase, else by the subject of its clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from components.lexicon import Lexicon
from components.lexicon.entries import Noun
from components.parsing.dateline import dateline_end
from components.parsing.givers import by_whom, from_where, from_whom, receives
from components.parsing.grammar import ARTICLES, AUXILIARIES, CLAUSE_OPENERS, RELATIVES
from components.parsing.items import SIDES, Item, low
from components.parsing.phrases import Phrase
from components.parsing.predicates import Predicate

NORTH = "prk"
_KNOWN = frozenset({"prk", "rus", "ukr", "kor", "usa"})
_KNOWN_SPEAKERS = _KNOWN | frozenset({"gbr", "jpn", "nato", "eu", "un", "fra", "deu", "can", "aus", "chn", "pol"})
_GIVES = frozenset(
    "give gives gave given giving lend lends lent offer offers offered hand hands handed sell sells sold pay pays paid "
    "supply supplies supplied sends sent ship ships shipped promise promises promised pledge pledges pledged".split()
)
_FOES = frozenset("enemy enemies adversary adversaries foe invaders occupiers militants".split())
RELATIVE = 16  # items of the longest relative clause between commas
FOE = 6  # items from "the enemy" to the number of its men
_LEADS = ARTICLES | {"the"}
_HOLDS = frozenset(
    "to in into for from with against on near at than toward towards via inside across over within between".split()
)
_OF_OTHERS = frozenset("flagged registered held occupied controlled made backed owned annexed".split())
_REGIONS = frozenset({"western", "eastern", "southern", "northern", "far", "central"})
_ALONGSIDE = frozenset({"alongside", "against", "beside", "behind", "under"})


def subject_name(side: str) -> str:
    """The table's closed list: five states by name, everybody else "other"."""
    return side if side in _KNOWN else "other"


def subject(
    items: Sequence[Item],
    at: int,
    phrase: Phrase,
    predicate: Predicate | None,
    lexicon: Lexicon,
    speaking: frozenset[int],
    topic: str | None,
) -> str | None:
    """The side whose number it is, or None when neither the sentence nor the topic says.

    ``speaking`` holds the item indices of speakers: the one who reports is not the one who is counted.
    """
    if phrase.joint:
        return "other"
    if phrase.whose:
        return phrase.whose
    if (owner := owner_before(items, at, lexicon)) is not None:
        return owner
    own = takewhile(lambda item: item.low not in (",", "and", "or"), items[at + 1 : phrase.end])
    if any(term.id == NORTH for item in own for term in item.terms):
        return NORTH  # "900 dead North Koreans"
    if any(item.low in _FOES for item in items[max(0, at - FOE) : max(at, phrase.end)]):
        return "other"
    if is_own(items, at):
        return _clause_subject(items, at, frozenset(), lexicon)
    if (there := _where_civilians_are_hurt(items, phrase, predicate, lexicon)) is not None:
        return there
    sent = predicate is not None and not predicate.before and predicate.measure is None
    if sent and (agent := by_whom(items, phrase.end)):
        return agent
    materiel = any(noun.role == "materiel" for noun in phrase.nouns)
    victims = (
        predicate is not None
        and predicate.before
        and predicate.measure in ("killed", "wounded", "captured", "casualties")
    )
    if victims:
        return _victims(items, at, speaking, topic, lexicon)
    if materiel and (giver := from_whom(items, at)) is not None:
        return giver
    if materiel and from_where(items, at, lexicon) == NORTH:
        return NORTH
    owner = _clause_subject(items, at, speaking, lexicon)
    if owner == "ukr" and any(noun.measure == "captured" for noun in phrase.nouns):
        return topic if topic != "ukr" else NORTH  # whom Kyiv holds are not its own
    if owner == "rus" and materiel and receives(items, at):
        return NORTH  # what Russia receives in this war, where nobody else is named
    if owner is not None:
        return owner
    if (third := _third_state(items, at)) is not None:
        return third
    named = [side for side in _sides(items, speaking) if side in (NORTH, "rus", "ukr")]
    if NORTH in named and (materiel or topic in (None, NORTH)):
        return NORTH
    return topic


def owner_before(items: Sequence[Item], at: int, lexicon: Lexicon) -> str | None:
    """As in "Kim Jong Un's 900 troops", "and Pyongyang 130": the owner right before the number."""
    step = at - 2 if at > 1 and items[at - 1].low == "'s" else at - 1
    if step < 0 or held(items, step):
        return None
    side = items[step].term("side", "metonym")
    if side is not None:
        return side.id
    return _side_of_person(items[step], lexicon) if step == at - 2 else None


def _side_of_person(item: Item, lexicon: Lexicon) -> str | None:
    person = item.term("person")
    source = lexicon.sources.get(lexicon.persons[person.id].source) if person is not None else None
    return source.side if source is not None else None


def is_own(items: Sequence[Item], at: int) -> bool:
    """As in "lost 300 of its own": the number is the clause's subject's."""
    return any(item.low == "own" for item in items[at + 1 : at + 4])


def opener(items: Sequence[Item]) -> str | None:
    """The side that a sentence begins with, or None."""
    for item in items[:3]:
        if (term := item.term("side", "metonym")) is not None:
            return term.id
        if item.low not in _LEADS and item.low != '"':
            return None
    return None


def _where_civilians_are_hurt(
    items: Sequence[Item], phrase: Phrase, predicate: Predicate | None, lexicon: Lexicon
) -> str | None:
    """As in "Nine people were hurt in Kharkiv": people called no more than people are of the place."""
    generic = all(noun.id == "man" or noun.role == "casualty" for noun in phrase.nouns)
    hurt = predicate is not None and predicate.measure in ("killed", "wounded", "casualties")
    dead = any(noun.role == "casualty" for noun in phrase.nouns)
    if not generic or not (hurt or dead):
        return None
    if any((term := item.term(*SIDES)) is not None and term.id == NORTH for item in items):
        return None
    places = [lexicon.places[term.id].side for item in items if (term := item.term("place")) is not None]
    return next((side for side in places if side == "ukr"), None)


def _third_state(items: Sequence[Item], at: int) -> str | None:
    """As in "Nepal counts 74 killed": a state outside the war that speaks of a number speaks of its own people."""
    sides = [term.id for item in items[:at] if (term := item.term(*SIDES)) is not None]
    return sides[-1] if sides and sides[-1] not in _KNOWN_SPEAKERS and NORTH not in sides else None


def _victims(
    items: Sequence[Item], at: int, speaking: frozenset[int], topic: str | None, lexicon: Lexicon
) -> str | None:
    """Who was killed by a transitive verb: the people named behind it, else the topic, never the killer."""
    behind = [term.id for item in items[at + 1 :] if (term := item.term("adjective")) is not None]
    if behind:
        return behind[0]
    sides = [term.id for item in items[:at] if (term := item.term(*SIDES)) is not None]
    if items[at - 1].low == "killing" and len(set(sides)) > 1 and items[at - 2].low == ",":
        return sides[-1]  # "a North Korean battery hit a Russian post, killing 21"
    first = next(index for index, item in enumerate(items) if item.amount is not None)
    killer = _clause_subject(items, first, speaking, lexicon)
    return topic if topic != killer else None


def _clause_subject(items: Sequence[Item], at: int, speaking: frozenset[int], lexicon: Lexicon) -> str | None:
    """The nearest side before the number that is no speaker and stands behind no preposition; "Putin's men" too."""
    index, begin = at, dateline_end(items)
    begin = begin if begin <= at else 0  # a headline in capitals has no dateline
    while index > begin:
        index = _before_a_relative_clause(items, index - 1)
        item = items[index]
        if item.low == ";" or item.low in CLAUSE_OPENERS:
            return None
        term = item.term(*SIDES)
        owns = term is None and items[index + 1].low == "'s"
        if owns and (owner := _side_of_person(item, lexicon)) is not None:
            return owner
        flagged = low(items, index + 1) == "-" and low(items, index + 2) in _OF_OTHERS
        if term is None or index in speaking or flagged or held(items, index):
            continue
        return term.id
    return None


def _before_a_relative_clause(items: Sequence[Item], index: int) -> int:
    """From the comma that closes ", which has North Korean soldiers attached," to the one that opens it."""
    if items[index].low != ",":
        return index
    for before in range(index - 1, max(-1, index - RELATIVE), -1):
        if items[before].low == ",":
            return before if items[before + 1].low in RELATIVES else index
    return index


def held(items: Sequence[Item], index: int) -> bool:
    """Whether a name stands behind a preposition or a verb ("to Russia", "gave Russia") and so is no subject."""
    term = items[index].term(*SIDES)
    if items[index].term("verb") is not None:
        return True  # "came to Russia" in one item
    if term is not None and term.kind == "adjective":
        return beside(items, index)
    step = index - 1
    while step >= 0 and items[step].low in _LEADS | _REGIONS:
        step -= 1
    listed = step > 0 and items[step].low in ("and", ",") and items[step - 1].term("side", "metonym") is not None
    acts = low(items, index + 1) in AUXILIARIES  # "In Kursk, Russia has gathered"
    seated = step > 0 and items[step].low == "," and items[step - 1].term("place") is not None and not acts
    if listed or seated:  # "to Kursk Oblast, Russia"
        return held(items, step - 1)
    if step < 0:
        return False
    given = items[step].term("verb") is not None or items[step].low in _GIVES
    return items[step].low in _HOLDS or (step > 0 and given)


def beside(items: Sequence[Item], index: int) -> bool:
    """As in "soldiers fighting alongside Russian forces", "battles with Ukrainian forces": those who are met there."""
    step = index - 2 if items[index - 1].low in _LEADS else index - 1
    word = items[step].low if step > 0 else ""
    return word in _ALONGSIDE or (word == "with" and items[step - 1].low != ",")


def _sides(items: Sequence[Item], speaking: frozenset[int]) -> list[str]:
    return [
        term.id for index, item in enumerate(items) if index not in speaking and (term := item.term(*SIDES)) is not None
    ]


def owner_of_noun(items: Sequence[Item], index: int, lexicon: Lexicon) -> str | None:
    """Whose the noun at ``index`` is: "Moscow's own losses", "wounded North Koreans", "toll among Korean troops"."""
    term = items[index].term("noun")
    noun: Noun | None = lexicon.nouns[term.id] if term is not None else None
    if noun is not None and noun.side:
        return noun.side
    for step in range(index - 1, max(-1, index - 5), -1):
        side = items[step].term(*SIDES)
        if side is not None and (side.kind == "adjective" or items[step + 1].low == "'s"):
            return side.id
        if items[step].amount is not None or items[step].low in (",", ";") or items[step].term("verb") is not None:
            break
    for step in range(index + 1, min(len(items), index + 5)):
        side = items[step].term(*SIDES)
        if side is not None:
            return side.id if side.kind == "adjective" or items[step - 1].low in ("of", "by", "among") else None
        if items[step].amount is not None or items[step].low in (",", ";", "at", "to", "in"):
            break
    return None
