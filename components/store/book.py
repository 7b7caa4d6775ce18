"""The book of corrections in the store: lines are added, none is changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from components.corrections import CorrectionError, Draft, Entry, Stale, registered, stated
from components.lexicon import Lexicon, LexiconError
from components.lexicon.registry import changed
from components.model import Article
from components.store import coding
from components.store.schema import entries, number_of

LONGEST = 2_000
"""Letters of a name or reason."""


def lines(connection: Connection, *which: ColumnElement[bool]) -> tuple[Entry, ...]:
    """The lines in order; with conditions those that meet them."""
    asked = select(entries).where(*which).order_by(entries.c.number)
    return tuple(_entry(row) for row in connection.execute(asked))


def _entry(row: Row[Any]) -> Entry:
    held = coding.unpacked_json(row.body)
    draft = Draft(row.does, row.subject, row.article or "", held["expected"], held["values"])
    return Entry(row.number, draft, row.who, row.why, row.made)


def written(connection: Connection, draft: Draft, who: str, why: str, made: dt.datetime | None = None) -> int:
    """Add a line; its number comes back. Raises CorrectionError where who or why is missing or cannot be kept."""
    told = {"who": said(who, "Say who you are"), "why": said(why, "Say why; a reason is needed")}
    body = coding.packed_json({"expected": dict(draft.expected), "values": dict(draft.values)})
    row = {"does": draft.does, "subject": draft.subject, "article": draft.article or None, "body": body, **told}
    added = connection.execute(insert(entries).values(**row, **({"made": made} if made else {})))
    return number_of(added)


def said(words: str, missing: str) -> str:
    """What somebody typed, in one line. Raises CorrectionError with ``missing`` where it is nothing."""
    line = " ".join(words.replace("\0", " ").split())
    if not line:
        raise CorrectionError(f"{missing}.")
    try:
        line.encode()
    except UnicodeEncodeError:
        raise CorrectionError("What was typed holds half a character; type it again.") from None
    return line[:LONGEST]


def registry(lexicon: Lexicon, held: Iterable[Entry]) -> tuple[Lexicon, tuple[Stale, ...]]:
    """The word files with what lines that hold have registered, and the lines that fit them no longer."""
    stale: list[Stale] = []
    for one in held:
        if one.draft.does == "register":
            try:
                lexicon = changed(lexicon, (registered(one.draft),))
            except LexiconError as fault:
                stale.append(Stale(one, f"It no longer fits the word files: {fault}."))
    return lexicon, tuple(stale)


def as_stated(given: Article, held: Iterable[Entry]) -> Article:
    """The article as its analysts have it; ``held`` are lines on it that hold, in order."""
    for one in held:
        if one.draft.does == "state":
            given = replace(given, **stated(given, one.draft.values))
    return given


def on_articles(held: Iterable[Entry]) -> tuple[dict[str, list[Entry]], dict[str, Entry]]:
    """By article what is stated of it, and the lines that remove one."""
    spoken: dict[str, list[Entry]] = {}
    removed: dict[str, Entry] = {}
    for one in held:
        if one.draft.does == "state":
            spoken.setdefault(one.draft.article, []).append(one)
        elif one.draft.does == "remove":
            removed[one.draft.article] = one
    return spoken, removed
