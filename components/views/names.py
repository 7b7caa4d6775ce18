"""Words made safe for Markdown."""

from __future__ import annotations

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:@&])")


def plain(text: str) -> str:
    r"""Words of an article or listing so that Markdown leaves them alone.

    >>> plain("1. *Newsmax* [a](b)")
    '1\\. \\*Newsmax\\* \\[a\\]\\(b\\)'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
