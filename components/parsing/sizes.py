"""Bare numbers that say how large a thing is: a group, a delegation, a village, a limit, a body of others."""

from __future__ import annotations

from collections.abc import Sequence

from components.parsing.items import Item

_GROUPS = frozenset("groups teams squads units parties batches".split())
_LIMITS = frozenset({"cap", "limit", "quota", "ceiling"})


def sizes_a_thing(items: Sequence[Item], at: int) -> bool:
    """Whether the bare number at index ``at`` counts nobody who came or fell."""
    return (
        _of_an_army(items, at)
        or _size_of_a_thing(items, at)
        or _grouped(items, at)
        or _of_another_body(items, at)
        or _is_limit(items, at)
    )


def _of_an_army(items: Sequence[Item], at: int) -> bool:
    """As in "fields an army of 1.3 million"."""
    return at > 1 and items[at - 1].low in ("of", "numbers", "numbering") and items[at - 2].low in ("army", "military")


def _size_of_a_thing(items: Sequence[Item], at: int) -> bool:
    """As in "a village of 2,000", "a delegation of 60": no force, so none of its men."""
    if at < 2 or items[at - 1].low != "of":
        return False
    unit = items[at - 2].term("unit")
    return unit is not None and (unit.id == "place-count" or items[at - 2].low.startswith("delegation"))


def _grouped(items: Sequence[Item], at: int) -> bool:
    """As in "advance in groups of 20 to 50": the size of each group, nobody's number."""
    return at > 2 and items[at - 1].low == "of" and items[at - 2].low in _GROUPS and items[at - 3].low in ("in", "into")


def _of_another_body(items: Sequence[Item], at: int) -> bool:
    """As in "the council's 15 members": the number is that of a body that no side is."""
    if at < 2 or items[at - 1].low != "'s":
        return False
    return items[at - 2].word and not items[at - 2].terms


def _is_limit(items: Sequence[Item], at: int) -> bool:
    """As in "twelve times the annual cap of 500,000"."""
    return any(item.low in _LIMITS for item in items[max(0, at - 2) : at])
