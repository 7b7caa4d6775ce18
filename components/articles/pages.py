"""Saved web pages: the article of an HTML page, alone or in the archive that a browser saves."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from components.articles.faults import Fault
from components.articles.metadata import day
from components.model import Article

_LANGUAGE = re.compile(rb"""<html[^>]{0,500}?\blang\s*=\s*["']?([A-Za-z]{2})""")
_BLOCKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "section", "article"})
_SILENT = ("script", "style", "noscript", "template", "iframe", "object")


def page(name: str, id_: str, content: bytes, url: str | None = None) -> Iterator[Article | Fault]:
    """The article of a page, its day and outlet as the page states them. Nothing that the page names is fetched."""
    import trafilatura  # here, for reading no page should not cost its second of loading

    found: Any = trafilatura.bare_extraction(content, url=url, fast=True, with_metadata=True, include_comments=False)
    if found is None or not (found.text or "").strip():
        yield Fault(name, "holds no article that can be told from the rest of the page", "paste its text instead")
        return
    lang = _LANGUAGE.search(content[:20_000])
    published = day(found.date)
    yield Article(
        id=id_,
        text=found.text,
        title=found.title or None,
        outlet=found.sitename or None,
        url=_address(found.url) or url,
        lang=lang.group(1).decode().lower() if lang else "en",
        lang_basis="stated" if lang else None,
        published=published,
        published_basis="metadata" if published else None,
        byline=found.author or None,
    )


def saved(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    """The page in an MHTML archive, with the address it was saved from and the time of saving."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
            url = _address(part.get("Content-Location") or message.get("Snapshot-Content-Location"))
            held = part.get_payload(decode=True)
            for one in page(name, id_, held if isinstance(held, bytes) else b"", url):
                yield replace(one, retrieved=_moment(message.get("Date"))) if isinstance(one, Article) else one
            return
    yield Fault(name, "holds no page", "save the page again, as HTML")


def words(markup: str) -> str:
    r"""The words of a piece of HTML, a line a block, without what only a browser would run.

    >>> words("<p>Kyiv said <b>so</b>.</p><script>alert(1)</script><p>Twice.</p>")
    'Kyiv said so.\nTwice.'
    """
    from lxml import html

    if not markup.strip():
        return ""
    root = html.fragment_fromstring(markup, create_parent="div")
    parts: list[str] = []
    for event, element in _walk(root):
        if event == "break":
            parts.append("\n")
        else:
            parts.append(
                " ".join(element.split()) + (" " if element[-1:].isspace() else "") if element.strip() else " "
            )
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _walk(element: Any) -> Iterator[tuple[str, str]]:
    """Texts and breaks in reading order, without recursion: markup may be nested as deep as it likes."""
    stack: list[Any] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield ("break", "") if item == "\n" else ("text", item)
            continue
        if not isinstance(item.tag, str) or item.tag in _SILENT:
            continue
        block = item.tag in _BLOCKS
        after: list[Any] = ["\n"] if block else []
        inner: list[Any] = [*(["\n"] if block else []), *([item.text] if item.text else [])]
        for child in item:
            inner.append(child)
            if child.tail:
                inner.append(child.tail)
        stack.extend(reversed([*inner, *after]))


def _address(given: object) -> str | None:
    """An address as it may be shown: of the web only."""
    said = str(given or "").strip()
    return said if said.startswith(("http://", "https://")) and len(said) < 2_000 else None


def _moment(header: object) -> dt.datetime | None:
    """The time that a header states."""
    try:
        return parsedate_to_datetime(str(header)) if header else None
    except (ValueError, TypeError, IndexError):
        return None
