"""One act of saying, and the words that make a figure somebody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.model import DateMention, Stance
from components.parsing.items import DASH, Item, low
from components.parsing.speaker import Speaker

FIGURES = frozenset(
    "count estimate estimates figure figures number numbers tally data assessment assessments report reports update "
    "announcement announcements claim claims toll statements findings statistics document documents paper "
    "intelligence calculations statement".split()
)


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of saying. ``cue`` and ``start`` are item indices; ``trailing`` when it stands behind what was said.

    ``earlier`` when it was said before and no day is given: "has previously claimed".
    """

    speaker: Speaker
    cue: int
    start: int
    end: int
    does: str
    stance: Stance
    trailing: bool
    through: tuple[Speaker, ...] = ()
    said: DateMention | None = None
    said_at: int | None = None
    denied: bool = False
    earlier: bool = False


def placed(items: Sequence[Item], speaker: Speaker, index: int, does: str, stance: Stance) -> Saying:
    start, end = min(speaker.first, index), max(speaker.last, index)
    ahead = low(items, start - 2) if low(items, start - 1) == "the" else low(items, start - 1)
    return Saying(speaker, index, start, end, does, stance, ahead in (",", '"', DASH, "'"))
