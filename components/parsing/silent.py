"""Sayings without a verb of saying: figures that somebody owns, gives or opens a sentence with."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.parsing.grammar import CLAUSE_OPENERS, PREPOSITIONS
from components.parsing.items import Item, low
from components.parsing.saying import FIGURES, Saying, placed
from components.parsing.speaker import Speaker
from components.parsing.speaking import held

ISSUED = 6  # items from "released" over "in May" to "by the team"
_ISSUED = frozenset({"released", "issued", "published", "compiled"})
_PARTIES = frozenset({"prk", "ru"})
_FIGHTING = frozenset({"prk", "rus"})


def owned_figures(items: Sequence[Item], speakers: Sequence[Speaker]) -> list[Saying]:
    """As in "Kyiv's estimate", "the count of the General Staff": figures that somebody owns."""
    found = []
    for speaker in speakers:
        people = speaker.naming == "capital" and speaker.last + 1 < len(items) and items[speaker.last + 1].term("noun")
        if people or speaker.naming in ("pronoun", "name", "definite"):
            continue  # "the number of DPRK labourers"
        behind = [item.low for item in items[speaker.last + 1 : speaker.last + 5]]
        ahead = [item.low for item in items[max(0, speaker.first - 3) : speaker.first]]
        owns = behind[:1] == ["'s"] and any(low in FIGURES for low in behind[1:])
        placed_there = speaker.naming == "capital" and ahead[-1:] != [] and ahead[-1] in PREPOSITIONS
        documents = bool(behind) and behind[0] in FIGURES and not placed_there
        given = any(low in FIGURES for low in ahead[:-1]) and any(low in ("of", "from", "by") for low in ahead[-2:])
        issued = (
            speaker is speakers[0]
            and ahead[-1:] in (["by"], ["the"])
            and any(item.low in _ISSUED for item in items[max(0, speaker.first - ISSUED) : speaker.first])
        )
        bracketed = ahead[-1:] == ["("] and speaker.first > 1 and items[speaker.first - 2].amount is not None
        if owns or documents or given or issued or bracketed or _gives_a_figure(items, speaker):
            found.append(placed(items, speaker, speaker.last, "document", "asserts"))
    return found


def opening_subject(items: Sequence[Item], speakers: Sequence[Speaker], lexicon: Lexicon) -> Saying | None:
    """As in "The Pentagon has not moved since May": a body that opens a sentence speaks in it, unless it fights."""
    if not speakers or speakers[0].first > 3 or speakers[0].naming not in ("body", "post", "person"):
        return None
    speaker = speakers[0]
    source = lexicon.sources.get(speaker.source or "")
    owner = low(items, speaker.last + 1) == "'s" and not (speaker.naming == "body" and _counts(items))
    if source is None or source.family in _PARTIES or held(items, speaker) or owner:
        return None
    return placed(items, speaker, speaker.last, "subject", "asserts")


def _counts(items: Sequence[Item]) -> bool:
    return any(item.amount is not None for item in items)


def _gives_a_figure(items: Sequence[Item], speaker: Speaker) -> bool:
    """As in "Kyiv has a toll of 900", "Kyiv on 900": a speaker tied to a number by a figure word or by nothing."""
    if (
        held(items, speaker)
        or "before" in (low(items, speaker.first - 1), low(items, speaker.first - 2))
        or speaker.naming == "outlet"
        or (speaker.naming == "capital" and speaker.side in _FIGHTING)
    ):
        return False
    for index in range(speaker.last + 1, min(len(items), speaker.last + 15)):
        item = items[index]
        if item.amount is not None:
            between = items[speaker.last + 1 : index]
            gapped = low(items, speaker.first - 1) in (",", "and", "the") and [word.low for word in between] in (
                ["on"],
                ["at"],
                ["of"],
                [],
            )
            return gapped or any(word.low in FIGURES for word in between)
        put = item.term("cue") is not None and low(items, index - 1) == ","  # by the subject of that verb
        if put or item.low == ";" or item.low in CLAUSE_OPENERS or item.low == "'s":
            return False
        if item.term("source", "office") is not None and index > speaker.last + 3:
            return False
    return False
