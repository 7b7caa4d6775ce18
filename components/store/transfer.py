"""The whole store as JSON Lines and back: articles with their texts, then the book of corrections.

Each line holds one object: {"dispatches": 1} first, then {"article": ..., "added": ..., "who": ...} and {"entry": ...}.
Readings are not among it; they are read again.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, BinaryIO, get_args

import msgspec
from sqlalchemy import Connection, select, update

from components.articles import Fault
from components.corrections import CorrectionError, Draft, holding, registered, stated
from components.corrections.entry import Does
from components.model import Article
from components.store import book, coding
from components.store.adding import Coming, added, ready
from components.store.kin import Kin, told, touched
from components.store.schema import articles

SHAPE = 1
LONGEST = 64_000_000
"""Bytes of a line that is read."""


@dataclass(slots=True)
class Imported:
    """How many articles and lines of the book came in, how many were there already, and what could not be read."""

    articles: int = 0
    entries: int = 0
    known: int = 0
    faults: list[Fault] = field(default_factory=list)


def exported(connection: Connection) -> Iterator[bytes]:
    """The lines of the file, one at a time."""
    yield _line({"dispatches": SHAPE})
    columns = (articles.c[name] for name in ("added", "who", "body", "text"))
    for added_, who, body, text in connection.execute(select(*columns).order_by(articles.c.number)):
        yield _line(
            {"article": msgspec.to_builtins(coding.article(body, text)), "added": added_.isoformat(), "who": who}
        )
    for entry in book.lines(connection):
        draft = {"number": entry.number, **asdict(entry.draft)}
        yield _line({"entry": {**draft, "who": entry.who, "why": entry.why, "made": entry.made.isoformat()}})


def _line(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def imported(connection: Connection, stream: BinaryIO, name: str, kin: Kin) -> Imported:
    """Take in what a file holds, inside one transaction; what is there already stays as it is. A line that does not
    hold is named, and the rest is done.
    """
    done, ids, numbers = Imported(), dict[str, str](), dict[int, int]()
    known = {_sign(one.draft, one.who, one.why, one.made): one.number for one in book.lines(connection)}
    place = 0
    while line := stream.readline(LONGEST):
        place += 1
        where = f"{name}, line {place},"
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise TypeError("no object")
            if "article" in row:
                _article(connection, row, ids, kin, done)
            elif "entry" in row:
                _entry(connection, row["entry"], ids, numbers, known, done)
            elif row.get("dispatches") != SHAPE:
                done.faults.append(Fault(where, "is not of an exported store", "export the store again"))
        except (ValueError, TypeError, KeyError, RecursionError) as fault:
            done.faults.append(Fault(where, f"cannot be taken in ({_short(fault)})", "export the store again"))
    said, removed = book.on_articles(holding(book.lines(connection)))
    clusters = {cluster for article in {*said, *removed} for cluster in touched(connection, article)}
    told(connection, clusters, said, removed)
    return done


def _short(fault: Exception) -> str:
    return " ".join(str(fault).split())[:200] or type(fault).__name__


def _article(connection: Connection, row: Mapping[str, Any], ids: dict[str, str], kin: Kin, done: Imported) -> None:
    coming = ready(msgspec.convert(row["article"], Article))
    if not isinstance(coming, Coming):
        raise ValueError(coming.wrong)
    when = dt.datetime.fromisoformat(row["added"])
    (result,) = added(connection, [coming], {}, kin, (), str(row["who"]))
    ids[coming.article.id] = result.id or result.same_as
    if result.same_as:
        done.known += 1
    else:
        done.articles += 1
        connection.execute(update(articles).where(articles.c.id == result.id).values(added=when))


def _entry(
    connection: Connection,
    row: Mapping[str, Any],
    ids: Mapping[str, str],
    numbers: dict[int, int],
    known: dict[str, int],
    done: Imported,
) -> None:
    draft = _sound(Draft(row["does"], row["subject"], row["article"], row["expected"], row["values"]))
    if draft.article:
        new = ids.get(draft.article)
        if new is None:
            raise ValueError(f"the article '{draft.article}' is not among them")
        subject = new if draft.subject == draft.article else draft.subject
        draft = replace(draft, article=new, subject=subject)
    if draft.does == "undo":
        draft = replace(draft, subject=str(numbers[int(draft.subject)]))
    made = dt.datetime.fromisoformat(row["made"])
    sign = _sign(draft, row["who"], row["why"], made)
    if sign in known:
        done.known += 1
    else:
        known[sign] = book.written(connection, draft, row["who"], row["why"], made)
        done.entries += 1
    numbers[row["number"]] = known[sign]


def _sign(draft: Draft, who: str, why: str, made: dt.datetime) -> str:
    """By which a line of the book is known again. Two that say the same in the same second are one."""
    return json.dumps([asdict(draft), who, why, made.isoformat()], sort_keys=True)


def _sound(draft: Draft) -> Draft:
    """The draft, where it has the shape of one; what it says is held against the articles whenever they are read."""
    texts = all(isinstance(one, str) for one in (draft.subject, draft.article))
    if draft.does not in get_args(Does) or not texts:
        raise ValueError("is no correction")
    if not isinstance(draft.expected, dict) or not isinstance(draft.values, dict):
        raise TypeError("is no correction")
    try:
        if draft.does == "state":
            replace(Article("", ""), **stated(Article("", ""), draft.values))
        if draft.does == "register":
            registered(draft)
    except CorrectionError as fault:
        raise ValueError(str(fault)) from None
    return draft
