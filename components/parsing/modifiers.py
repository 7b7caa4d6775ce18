"""What may stand between a number and its noun, and nouns that only modify the next."""

from __future__ import annotations

from collections.abc import Sequence

from components.parsing.grammar import ADVERBS, CLOSED, PARTITIVES
from components.parsing.items import Item, low

REACH = 9  # items between a number and its noun: "220 pieces of 170 mm self-propelled howitzers" needs eight
SPEAKERS = ("office", "source", "person", "outlet")


def modifies(items: Sequence[Item], step: int, start: int) -> bool:
    """Whether the item may stand between a number and its noun."""
    item = items[step]
    word = item.low
    if word == "the":
        return step > start + 1 and items[step - 1].low == "of"
    if word == "of":
        return step > start and items[step - 1].low in PARTITIVES
    if word in ("others", "other", "more", "-", '"', "'", "'s", "so", "-called", "called"):
        return word != "'s"
    if item.term("side", "metonym") is not None:
        possessive = low(items, step + 1) in ("'s", "-", "'")
        return possessive or (step + 1 < len(items) and items[step + 1].term(*SPEAKERS) is not None)
    after_hyphen = step > start and items[step - 1].low == "-" and item.term("unit", "noun") is None
    if item.word and (after_hyphen or low(items, step + 1) == "-"):
        return True
    if item.term("verb") is not None and item.term("noun") is None:
        participle = item.low.endswith(("ed", "en", "ing"))
        return (participle and noun_follows(items, step)) or _compound(items, step)
    if item.term("place", "cue") is not None:
        return item.low not in CLOSED
    if item.terms:
        return False
    return item.low.isdigit() or (item.word and word not in CLOSED and word not in ADVERBS)


def _compound(items: Sequence[Item], step: int) -> bool:
    """As in "28 transport aircraft", "40 attack drones": a verb's plain form right before the noun names its use."""
    following = items[step + 1] if step + 1 < len(items) else None
    return following is not None and following.term("noun", "unit") is not None and not items[step].low.endswith("s")


def calibre(items: Sequence[Item], step: int) -> bool:
    """As in "170 mm", "152-millimeter": a unit behind its own digits measures the thing, not the number before."""
    before = step - 2 if step > 1 and items[step - 1].low == "-" else step - 1
    return before >= 0 and items[before].amount is None and items[before].low.isdigit()


def noun_follows(items: Sequence[Item], step: int) -> bool:
    """A participle is an adjective when a noun comes right behind it: "captured soldiers", "finished attack drones"."""
    for item in items[step + 1 : step + 4]:
        if item.term("noun", "unit", "adjective") is not None:
            return True
        if item.low in CLOSED or item.amount or item.date or not item.low[:1].isalnum():
            return False
    return False


def modifies_next(items: Sequence[Item], index: int) -> bool:
    """A singular noun right before a plain word is its modifier: "drone factory", "missile experts"."""
    if index + 1 >= len(items) or items[index].low.endswith("s"):
        return False
    following = items[index + 1]
    if following.low == "-":
        return True
    plain = following.word and not following.terms and following.low not in CLOSED and following.low not in ADVERBS
    return plain or following.term("office", "unit", "place") is not None


def two_sides(items: Sequence[Item], step: int) -> bool:
    """As in "50,000 Russian and North Korean troops"."""
    before, behind = (
        items[step - 1].term("adjective"),
        items[step + 1].term("adjective") if step + 1 < len(items) else None,
    )
    return before is not None and behind is not None and before.id != behind.id


def noun_ahead(items: Sequence[Item], step: int) -> bool:
    """As in "Pantsir-class air-defense vehicle": plain words and hyphens up to another noun."""
    for item in items[step : step + REACH]:
        if item.term("noun", "unit") is not None:
            return True
        if item.low != "-" and not (item.word and item.low not in CLOSED):
            return False
    return False


def soldiers_of(items: Sequence[Item], step: int) -> int | None:
    """As in "600 Korean People's Army (KPA) soldiers": the index of the noun right behind a body and its short name."""
    behind = step + 1
    if low(items, behind) == "(":
        behind = next((index + 1 for index in range(behind, behind + 4) if low(items, index) == ")"), behind)
    return behind if behind < len(items) and items[behind].term("noun") is not None else None
