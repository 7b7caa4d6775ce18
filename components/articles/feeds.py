"""RSS and Atom files: an article an entry, with what the feed itself prints of it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from components.articles import bounds
from components.articles.faults import Fault
from components.articles.pages import words
from components.articles.tables import day_of
from components.model import Article

_ENTITIES = (b"<!ENTITY", b"<!DOCTYPE")


def entries(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    """The entries in order. A file that declares entities of its own is refused: no feed needs them."""
    if any(sign in content.upper() for sign in _ENTITIES):
        yield Fault(name, "declares entities, which no feed needs", "save the feed again without them")
        return
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as fault:
        yield Fault(name, f"is not well-formed ({fault})", "save the feed again")
        return
    found = [one for one in root.iter() if _plain(one.tag) in ("item", "entry")]
    if not found:
        yield Fault(name, "is no RSS or Atom feed", "save the page as HTML, or paste its text")
        return
    outlet = next((one.text for one in root.iter() if _plain(one.tag) == "title" and one.text), None)
    for number, entry in enumerate(found[: bounds.MEMBERS], start=1):
        yield from _article(f"{name}, entry {number},", f"{id_} {number}", entry, outlet)


def _article(where: str, id_: str, entry: ElementTree.Element, outlet: str | None) -> Iterator[Article | Fault]:
    said: dict[str, str] = {}
    for one in entry.iter():
        tag = _plain(one.tag)
        held = (one.text or "").strip() or (one.get("href", "") if tag == "link" else "")
        if held:
            said.setdefault(tag, held)
    text = words(next((said[tag] for tag in ("encoded", "content", "description", "summary") if tag in said), ""))
    title = words(said.get("title", "")) or None
    if not text and not title:
        yield Fault(where, "has no text", "remove it")
        return
    days = (day_of(said[tag]) for tag in ("pubDate", "published", "date", "updated") if tag in said)
    published = next((found for found in days if found), None)
    url = said.get("link", "")
    yield Article(
        id=id_,
        text=text or title or "",
        title=title,
        outlet=outlet,
        url=url if url.startswith(("http://", "https://")) else None,
        published=published,
        published_basis="metadata" if published else None,
        byline=said.get("creator") or said.get("name"),
    )


def _plain(tag: object) -> str:
    """A tag without its namespace."""
    return str(tag).rpartition("}")[2]
