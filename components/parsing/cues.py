"""What a cue word at an item does: plans, hedges, makes a rate, points elsewhere."""

from __future__ import annotations

from components.lexicon import Lexicon
from components.lexicon.entries import CueRole
from components.parsing.items import Item


def does(item: Item, role: CueRole, lexicon: Lexicon) -> bool:
    """Whether the item is a cue of that role."""
    cue = item.term("cue") if item.terms else None
    return cue is not None and lexicon.cues[cue.id].does == role
