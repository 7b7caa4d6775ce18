"""Speakers named by layout instead of a verb: "Source: ...", "Spy agency: ...", "... - intelligence"."""

from __future__ import annotations

from collections.abc import Sequence

from components.parsing.grammar import PREPOSITIONS
from components.parsing.items import DASH, Item, low
from components.parsing.saying import Saying
from components.parsing.speaker import Speaker

TAG = 8  # items of the longest tag of a transcript
_ASKING = frozenset({"q", "question", "reporter", "journalist", "moderator", "operator"})
_NAMED = frozenset({"body", "post", "person", "capital", "outlet"})


def labelled(items: Sequence[Item], speakers: Sequence[Speaker], headline: bool) -> tuple[Saying, ...]:
    """The saying that the layout of a sentence without a reporting verb shows, or none."""
    for speaker in speakers:
        if speaker.naming not in _NAMED:
            continue
        before, after = low(items, speaker.first - 1), low(items, speaker.last + 1)
        placed = before in PREPOSITIONS and speaker.naming == "capital"  # "Casualties in Russia: 4,000"
        if _is_label(items, speaker) or (after == ":" and speaker.first <= 4 and not placed):
            return (_saying(speaker, False),)
        closes = speaker.last >= len(items) - (2 if headline else 1)
        if closes and before in (":", DASH, ",") and (headline or before == ":"):
            return (_saying(speaker, True),)
    if headline and len(speakers) == 1 and speakers[0].naming in ("body", "post") and len(items) <= 14:
        return (_saying(speakers[0], False),)
    return ()


def tag(items: Sequence[Item]) -> int | None:
    """Where the tag of a transcript ends, as in "MR. HALE:", "Q:", "GEN. ORR:"; None in any other text."""
    for index, item in enumerate(items[:TAG]):
        if item.low == ":":
            return index if index else None
        if not (item.text.isupper() or item.low in (".", "(", ")", ",", "-")):
            return None
    return None


def asks(items: Sequence[Item]) -> bool:
    """Whether a tag is a reporter's."""
    return bool(items) and items[0].low in _ASKING


def _is_label(items: Sequence[Item], speaker: Speaker) -> bool:
    return low(items, 0) in ("source", "sources") and low(items, 1) == ":" and speaker.first <= 3


def _saying(speaker: Speaker, trailing: bool) -> Saying:
    return Saying(speaker, speaker.last, speaker.first, speaker.last, "document", "asserts", trailing)
