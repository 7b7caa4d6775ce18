"""Page furniture: lines that the page added to the article. They are marked, never moved or cut."""

from __future__ import annotations

from components.lexicon import Lexicon
from components.model import Span


def spans(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """The lines of ``text`` that are page furniture, in order, each without its line end."""
    return ()
