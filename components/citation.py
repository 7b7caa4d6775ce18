"""An article as a footnote names it. What is not known of it is left out; nothing is made up.

A day of printing that was only inferred from other days in the text is not known, and stands in no citation.
"""

from __future__ import annotations

import calendar
import datetime as dt

from components.model import Article

INFERRED = "inferred"


def chicago(article: Article) -> str:
    """A news article without an author, as the notes of The Chicago Manual of Style have it.

    >>> chicago(Article("a", "", "Troops left", "Newsmax", "https://example.org/1", dt.date(2025, 3, 27), "text"))
    '“Troops left,” Newsmax, March 27, 2025, https://example.org/1.'
    >>> chicago(Article("a", "", "Did they leave?"))
    '“Did they leave?”'
    """
    day = _day(article)
    printed = f"{calendar.month_name[day.month]} {day.day}, {day.year}" if day else ""
    behind = ", ".join(part for part in (_clean(article.outlet), printed, _clean(article.url)) if part)
    title = _clean(article.title)
    if not title:
        return f"{behind}." if behind else ""
    stopped = title[-1] in "?!"
    if not behind:
        return f"“{title}”" if stopped else f"“{title.removesuffix('.')}.”"
    return f"“{title}” {behind}." if stopped else f"“{title.removesuffix('.')},” {behind}."


def plain(article: Article, words: str = "") -> str:
    """The words as printed, then where: for a slide or a mail.

    >>> plain(Article("a", "", "Troops left", "Newsmax", None, dt.date(2025, 3, 27), "text"), "They left.")
    '“They left.” Newsmax, 27 Mar 2025: Troops left'
    >>> plain(Article("a", "", None, None, "https://example.org/1", dt.date(2025, 3, 27), "inferred"))
    'https://example.org/1'
    """
    day = _day(article)
    short = f"{day.day} {calendar.month_abbr[day.month]} {day.year}" if day else ""
    printed = ", ".join(part for part in (_clean(article.outlet), short) if part)
    named = ": ".join(part for part in (printed, _clean(article.title)) if part)
    quoted = f"“{_clean(words)}”" if _clean(words) else ""
    return " ".join(part for part in (quoted, named, _clean(article.url)) if part)


def _day(article: Article) -> dt.date | None:
    return None if article.published_basis == INFERRED else article.published


def _clean(text: str | None) -> str:
    """On one line; double quotation marks inside become single ones.

    >>> _clean(' The "great"  pier ')
    'The ‘great’ pier'
    """
    one_line = " ".join((text or "").split())
    opened = one_line.translate({0x201C: "‘", 0x201D: "’"})
    parts = opened.split('"')
    return "".join(part + ("" if n == len(parts) - 1 else "‘’"[n % 2]) for n, part in enumerate(parts))
