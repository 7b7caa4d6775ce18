"""Sayings inside sayings: who only passes on becomes the relay of whoever is passed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.parsing.grammar import CLAUSE_OPENERS, RELATIVES
from components.parsing.items import DASH, Item
from components.parsing.memory import magnitude
from components.parsing.saying import Saying
from components.parsing.speaker import Speaker
from components.parsing.speaking import FEW

RELAYING = frozenset({"tass", "ria", "kcna", "media"})

DESCRIBED = 6  # items from a comma to the name of who passes on
CLOSING = 8  # items from the verb of who passes on, over hearers and a day, to the end of the sentence
_WHEN = frozenset({"after", "before", "when", "since", "until", "as"})
_OPPOSING = ("contradicting", "disputing", "rejecting", "unlike", "against", "echoing", "joining")


def nested(items: Sequence[Item], found: Sequence[Saying]) -> list[Saying]:
    """As in "A said that B believes": B is the source and A the relay."""
    kept: list[Saying] = []
    for n, saying in enumerate(found):
        outer = kept[-1] if kept else None
        if outer is None:
            kept.append(saying)
        elif saying.speaker == outer.speaker and outer.does == "declines":
            kept[-1] = replace(saying, start=outer.start)
        elif saying.speaker == outer.speaker and saying.does not in ("denies", "doubts"):
            kept[-1] = replace(outer, end=max(outer.end, saying.end))
        elif saying.does == "quotes_by":
            kept[-1] = replace(outer, through=(*outer.through, saying.speaker), end=saying.end)
        elif saying.denied or outer.does == "denies":
            kept.append(saying)
        elif _closes(items, found[n:]) and not _divided(items, outer.end, saying.start):
            if saying.speaker not in outer.through:
                kept[-1] = replace(outer, through=(*outer.through, saying.speaker))
        elif outer.does != "according_to" and _introduces(items, outer, saying):
            kept[-1] = _inside(outer, saying, (*outer.through, outer.speaker))
        elif (
            saying.does == "according_to"
            and _passes_on(saying.speaker)
            and not _divided(items, outer.end, saying.start)
        ):
            kept[-1] = replace(outer, through=(*outer.through, saying.speaker), end=saying.end)
        elif saying.does == "quotes" and not _divided(items, outer.end, saying.start):
            kept[-1] = _inside(outer, saying, (*saying.through, outer.speaker))
        else:
            kept.append(saying)
    return kept


def _inside(outer: Saying, inner: Saying, through: tuple[Speaker, ...]) -> Saying:
    return replace(inner, through=through, start=outer.start, trailing=outer.trailing)


def _passes_on(speaker: Speaker) -> bool:
    """As in ", according to the agency" behind somebody else's words names a relay."""
    return speaker.naming == "outlet" or speaker.source in RELAYING


def _closes(items: Sequence[Item], rest: Sequence[Saying]) -> bool:
    """As in "The agency said 300 had died, Yonhap reported on Friday.": the first of these only passes on, and ends the
    sentence with nobody but himself behind him.
    """
    saying = rest[0]
    behind = items[saying.end + 1 :]
    return (
        saying.does == "says"
        and _behind_a_comma(items, saying.start)
        and (_passes_on(saying.speaker) or saying.speaker.source == "relay")
        and len(behind) <= CLOSING
        and not any(item.amount is not None for item in behind)
        and all(later.speaker == saying.speaker for later in rest)
    )


def _behind_a_comma(items: Sequence[Item], at: int) -> bool:
    """As in ", Russian state news agency TASS": nothing but what describes the one at ``at`` stands after the comma."""
    for item in reversed(items[max(0, at - DESCRIBED) : at]):
        if item.low in (",", '"', "'", DASH):
            return True
        many = item.amount is not None and magnitude(item.amount) > FEW
        if many or item.term("verb", "cue") is not None or item.low in RELATIVES:
            return False
    return False


def _introduces(items: Sequence[Item], outer: Saying, inner: Saying) -> bool:
    between = items[outer.end + 1 : inner.speaker.first]
    words = [item.low for item in between if item.date is None]
    return (
        outer.end < inner.speaker.first
        and len(words) <= 4
        and words[:2] not in ([",", word] for word in _OPPOSING)
        and _WHEN.isdisjoint(item.low.rpartition(" ")[2] for item in between)
        and all(
            word in ("that", "the", "by", "to", "a", "an", "reporters", "lawmakers", ",")
            or (word.isalpha() and len(words) <= 3)
            for word in words
        )
        and not any(item.amount is not None for item in between)
    )


def _divided(items: Sequence[Item], start: int, end: int) -> bool:
    return any(item.low in CLAUSE_OPENERS or item.low == ";" for item in items[start:end])
