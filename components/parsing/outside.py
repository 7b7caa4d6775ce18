"""Numbers that count nobody of this war: older wars, people elsewhere in the world, ages, a few passers-by."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.model import Amount
from components.parsing.cues import does
from components.parsing.items import Item
from components.parsing.memory import GENERIC, magnitude
from components.parsing.phrases import Phrase
from components.parsing.predicates import Predicate
from components.parsing.subjects import NORTH

_WORLD = frozenset({"worldwide", "globally", "abroad", "overseas"})
_PARTIES = frozenset({"prk", "rus", "ukr", "kor"})
FEW = 13
_LEFT = frozenset("defected resettled".split())
_HOSTS = frozenset("host hosts hosted has houses employs keeps".split())
ARMY = 500_000  # people: so many nobody sends, it is the strength of an army
ELSEWHERE = "counts people all over the world"
MIXED = 6  # items from a number to the comma behind what it counts
HOST = 6  # items from a state to the number it hosts
MODERN = 2000  # a sentence with an older year speaks of the wars before


def of_an_older_war(item: Item, lexicon: Lexicon) -> bool:
    if does(item, "history", lexicon):
        return True
    return item.date is not None and item.date.last.year < MODERN


def worldwide(items: Sequence[Item], said: Phrase, lexicon: Lexicon) -> bool:
    """As in "100,000 labourers worldwide", "1,500 of them in China": right behind the number, a place of no party."""
    near = items[said.end : said.end + 3]
    fell = bool(near) and near[0].term("verb") is not None  # "101 soldiers killed abroad"
    if not fell and any(item.low in _WORLD for item in near[:2]):
        return True
    place = next((term for item in near[1:] if (term := item.term("place")) is not None), None)
    if place is None or near[0].low != "in" or not (said.nouns or said.partitive):
        return False
    return lexicon.places[place.id].side not in _PARTIES


def goes_on_elsewhere(items: Sequence[Item], at: int, said: Phrase) -> bool:
    """As in "28,500 troops in South Korea and some 54,000 in Japan": another number of what was counted elsewhere."""
    behind = items[said.end : said.end + 2]
    there = len(behind) == 2 and behind[0].low == "in" and behind[1].term("place", "side") is not None
    return there and items[at - 1].low == "and"


def of_two_sides(items: Sequence[Item], at: int) -> bool:
    """As in "50,000 soldiers, North Koreans among them", "including North Koreans": people of two sides."""
    comma = next((n for n in range(at + 1, min(len(items), at + MIXED)) if items[n].low == ","), None)
    if comma is None or any(_northern(item) for item in items[at:comma]):
        return False
    behind = items[comma + 1 : comma + 6]
    north = next((n for n, item in enumerate(behind[:3]) if _northern(item)), None)
    if north is None or any(item.amount is not None for item in behind):
        return False
    words = " ".join(item.low for item in behind)
    return words.startswith("including") or "included" in words or "among them" in words


def _northern(item: Item) -> bool:
    noun = item.term("noun")
    return any(term.id == NORTH for term in item.terms) or (noun is not None and noun.id == "north-koreans")


def hosted_elsewhere(items: Sequence[Item], at: int) -> bool:
    """As in "China, which hosts 50,000 North Korean workers"."""
    if at < 2 or items[at - 1].low not in _HOSTS:
        return False
    near = [term for item in items[max(0, at - HOST) : at] if (term := item.term("side", "metonym")) is not None]
    return bool(near) and near[-1].id not in _PARTIES


def whole_army(amount: Amount, role: str) -> bool:
    """As in "an army of 1.3 million", "1.28 million active-duty soldiers"."""
    return role == "people" and magnitude(amount) >= ARMY


def defected(items: Sequence[Item], said: Phrase) -> bool:
    """As in "34,000 North Koreans have defected to the South"."""
    return any(item.low in _LEFT for item in items[said.end : said.end + 5])


def a_few_people(said: Phrase, amount: Amount, verb: Predicate | None) -> bool:
    """As in "two other men speak his language": nobody's, and nothing befalls them."""
    general = all(noun.measure == GENERIC for noun in said.nouns)
    return general and magnitude(amount) <= FEW and verb is None and not said.partitive


def is_age(items: Sequence[Item], at: int) -> bool:
    """As in "were under 19", "his daughter, 12, watched": a small number without a noun."""
    amount = items[at].amount
    if amount is None or magnitude(amount) >= 100:
        return False
    if any(item.low in ("age", "ages", "aged") for item in items[max(0, at - 4) : at]):
        return True
    bracketed = at > 1 and items[at - 1].low == "," and items[at - 2].amount is None and items[at].text.isdigit()
    beside = bracketed and at + 1 < len(items) and items[at + 1].low == ","
    return beside or items[at].low.split()[0] in ("under", "over", "aged")
