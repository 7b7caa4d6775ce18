"""Articles come into the store: the same text once, copies and versions of one address marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, select

from components.articles import Fault, Restated
from components.articles.copies import Wording, wording
from components.corrections import Entry, state
from components.model import Article
from components.store import book, coding
from components.store.kin import Kin
from components.store.schema import articles, number_of, pairs

_SAID_BESIDE = "stated beside the article's file"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article. ``id`` is its name in the store, which differs from the given one where another text
    has that name already; "" where it was not stored.

    ``same_as``: the article that has this text already. ``removed``: that one was taken out. ``copy_of``: the article
    with whose text it shares most, where it shares enough to be a copy. ``version_of``: the latest before it under the
    same address. ``fault``: why it cannot be stored.
    """

    given: str
    id: str = ""
    same_as: str = ""
    removed: bool = False
    copy_of: str = ""
    version_of: str = ""
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """An article made ready before anybody has to wait for it."""

    article: Article
    digest: str
    body: bytes
    text: bytes
    address: str | None
    wording: Wording | None


def ready(article: Article) -> Coming | Fault:
    name = article.id.replace("\0", "\ufffd").strip() or article.digest[:12]
    try:
        named = replace(article, id=name)
        body, text = coding.packed(named)
    except UnicodeEncodeError:
        return Fault(f"'{name.encode('ascii', 'replace').decode()}'", "holds half a character", "save it as UTF-8")
    if not article.text.strip():
        return Fault(f"'{name}'", "has no text", "give the article's words")
    return Coming(named, named.digest, body, text, coding.address(article.url), wording(named))


def added(
    connection: Connection,
    portion: Sequence[Coming],
    restated: Mapping[str, Restated],
    kin: Kin,
    held: Iterable[Entry],
    who: str,
) -> list[Added]:
    """Store a portion inside one transaction. ``restated`` are articles as their files have them, by given id."""
    said, removed = book.on_articles(held)
    known = _by(connection, "digest", {one.digest for one in portion})
    names = set(_by(connection, "id", {one.article.id for one in portion}))
    latest = _by(connection, "address", {one.address for one in portion if one.address})
    results: list[Added] = []
    for one in portion:
        given = one.article.id
        if one.digest in known:
            same = known[one.digest]
            results.append(Added(given, same_as=same, removed=same in removed))
            continue
        name = given if given not in names else _free(connection, given, names)
        kept = replace(one.article, id=name)
        number = _stored(connection, kept, one, who)
        if given in restated:
            told = restated[given].stated
            now = told.of(kept)
            values = {f: getattr(now, f) for f in ("outlet", "published") if getattr(now, f) != getattr(kept, f)}
            if values:
                book.written(connection, state(kept, **values), who, told.reason or _SAID_BESIDE)
        near = kin.joined(connection, number, name, one.wording) if one.wording else ()
        copy = next((other for other in near if other not in removed), "")
        results.append(Added(given, name, copy_of=copy, version_of=latest.get(one.address, "") if one.address else ""))
        names.add(name)
        known[one.digest] = name
        if one.address:
            latest[one.address] = name
    kin.settled(connection, said, removed)
    return results


def _by(connection: Connection, column: str, values: set[str]) -> dict[str, str]:
    """The ids of the articles that have one of these values, the last of each."""
    asked = select(articles.c[column], articles.c.id).where(articles.c[column].in_(values)).order_by(articles.c.number)
    return pairs(connection.execute(asked)) if values else {}


def _free(connection: Connection, given: str, names: set[str]) -> str:
    number = 2
    while (name := f"{given}-{number}") in names or _by(connection, "id", {name}):
        number += 1
    return name


def _stored(connection: Connection, kept: Article, one: Coming, who: str) -> int:
    body = one.body if kept.id == one.article.id else coding.packed(kept)[0]
    row = {"id": kept.id, "digest": one.digest, "address": one.address, "body": body, "text": one.text, "who": who}
    return number_of(connection.execute(insert(articles), row))
