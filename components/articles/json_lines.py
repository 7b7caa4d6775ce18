"""``.jsonl``: one article a line, an object with ``text`` and, if known, ``id`` and the keys of ``metadata``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from components.articles.faults import Fault
from components.articles.metadata import metadata
from components.articles.text_files import text_of
from components.model import Article


def articles(path: Path) -> Iterator[Article | Fault]:
    """Each line's article, in order, and a fault for each line or value that does not hold. Other keys are let be."""
    content = text_of(path)
    if isinstance(content, Fault):
        yield content
        return
    yield from lines(path.name, content)


def lines(name: str, content: str) -> Iterator[Article | Fault]:
    """The same of the characters of a file with this name."""
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            yield from _article(line, f"{name}, line {number},")


def _article(line: str, where: str) -> Iterator[Article | Fault]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        yield Fault(where, "is not JSON", 'write one object a line, such as {"id": "a1", "text": "..."}')
        return
    text = row.get("text") if isinstance(row, dict) else None
    if not isinstance(text, str) or not text.strip():
        yield Fault(where, "has no text", 'give the article\'s words under "text"')
        return
    try:
        json.dumps(row, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        yield Fault(where, "holds half a character", "export the article again as UTF-8")
        return
    name = row.get("id")
    given, faults = metadata(row, where, basis="metadata")
    yield from faults
    yield Article(id=_digest(line) if name in (None, "") else str(name), text=text, **asdict(given))


def _digest(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()[:12]
