"""Words that any file format takes: XML, and so XLSX and SVG, has no place for most control characters."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\ufffd"

# One escape of JSON at a time, so that a backslash that is itself escaped starts none.
_ESCAPES = re.compile(r"\\(?:u(00[01][0-9a-f]|fff[ef])|.)", re.IGNORECASE)
_TAB_AND_ENDS = ("0009", "000a", "000d")


def printable(words: str) -> str:
    r"""The words with a mark for each character that no file may hold.

    >>> printable("a\x07b") == "a\ufffdb"
    True
    """
    return UNPRINTABLE.sub(REPLACEMENT, words)


def printable_json(written: str) -> str:
    r"""The same for the strings of JSON in ASCII, lone halves of a character aside.

    >>> printable_json('["a\\u0007b", "a\\\\u0007b"]')
    '["a\\ufffdb", "a\\\\u0007b"]'
    """
    return _ESCAPES.sub(_mended, written)


def _mended(escape: re.Match[str]) -> str:
    code = escape[1]
    return r"\ufffd" if code and code.lower() not in _TAB_AND_ENDS else escape[0]
