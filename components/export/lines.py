"""Words of articles and filters as a file of an office program takes them: on one line, bounded, without controls."""

from __future__ import annotations

import unicodedata

_BREAKS = ("Cc", "Cs", "Cn", "Co", "Zl", "Zp")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def line(words: str, most: int = 200) -> str:
    r"""One line of at most ``most`` characters, cut with an ellipsis; characters that XML forbids are gone.

    >>> line("a\x00\nb  c"), line("abcdef", 4)
    ('a b c', 'abc…')
    """
    kept = "".join(" " if _breaks(sign) else sign for sign in words[: 8 * most] if sign not in _TURNS)
    told = " ".join(kept.split())
    return told if len(told) <= most else told[: most - 1].rstrip() + "…"


def apart(words: str) -> str:
    """The words so that what follows them stays behind them, though they run from right to left."""
    turned = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in words)
    return f"{words}\u200e" if turned else words


def _breaks(sign: str) -> bool:
    return unicodedata.category(sign) in _BREAKS
