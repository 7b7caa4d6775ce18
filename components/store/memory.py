"""What the store holds, in memory: only what has changed is fetched, read and put into the event table again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import Connection, Engine, delete, insert, select

from components import bulk, table
from components.corpus import dated
from components.corrections import Entry, Stale, holding
from components.lexicon import Lexicon
from components.lexicon.registry import touched
from components.model import Article, Leftover, Reading
from components.parsing.text import fold
from components.store import book, coding, snapshot
from components.store.connection import reading, writing
from components.store.schema import articles, pairs, readings, state, wordings
from components.store.snapshot import Part

Told = Callable[[int, int], None]
"""Called with how many articles have been read and how many there are to read."""

MANY = 100
"""From so many articles put into the table on it is kept as one piece; fewer are put into it again at each start."""

PORTION = 200
"""Readings that are kept at once; what was read of an unfinished portion is read again."""

_AT_ONCE = 500
_PARTS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Held:
    """An article as it was stored, when and by whom; ``digest`` is that of its text, ``address`` of its address."""

    number: int
    article: Article
    digest: str
    address: str | None
    added: dt.datetime
    who: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One unchanging view of the store: its version, the whole book, which of its lines hold, the word files with what
    is registered, and by article whose text it prints again.
    """

    version: int
    entries: tuple[Entry, ...]
    held: tuple[Entry, ...]
    lexicon: Lexicon
    stale: tuple[Stale, ...]
    originals: dict[str, str]


def untouched(those: Mapping[str, Held], words: tuple[str, ...] | None) -> list[str]:
    """The articles in which none of these words can stand, by their parts; none where ``words`` is None."""
    if words is None:
        return []
    parts = [_PARTS.findall(fold(word).casefold()) for word in words]
    return [name for name, held in those.items() if not (parts and _has_any(held.article, parts))]


def _has_any(article: Article, words: Sequence[Sequence[str]]) -> bool:
    text = fold(f"{article.text} {article.outlet or ''}").casefold()
    return any(all(part in text for part in word) for word in words)


class Memory:
    """The articles and the event table as read, without corrections of claims; nobody changes the frame."""

    def __init__(self, base: Engine, lexicon: Lexicon) -> None:
        self.base, self.words = base, lexicon
        self.articles: dict[str, Held] = {}
        self.dated: dict[str, Article] = {}
        self.claims: pd.DataFrame = table.empty()
        self.leftovers: dict[str, tuple[Leftover, ...]] = {}
        self.keys: dict[str, str] = {}
        self._lexicon: Lexicon | None = None
        self._begun = False
        self._of = ""
        self._plain: dict[str, tuple[Article, str]] = {}

    def version(self) -> int:
        with reading(self.base) as connection:
            return int(connection.execute(select(state.c.version)).scalar_one())

    def seen(self, connection: Connection) -> Seen:
        """The view of this transaction, with the articles fetched that are new since the last one."""
        version = int(connection.execute(select(state.c.version)).scalar_one())
        entries = book.lines(connection)
        held = holding(entries)
        lexicon, stale = book.registry(self.words, held)
        last = max((one.number for one in self.articles.values()), default=0)
        columns = (articles.c[name] for name in ("number", "digest", "address", "added", "who", "body", "text"))
        for number, digest, address, added, who, body, text in connection.execute(
            select(*columns).where(articles.c.number > last).order_by(articles.c.number)
        ):
            one = coding.article(body, text)
            self.articles[one.id] = Held(number, one, digest, address, added, who)
        copied = select(articles.c.id, wordings.c.original).join(articles, articles.c.number == wordings.c.article)
        originals = pairs(connection.execute(copied.where(wordings.c.original.is_not(None))))
        return Seen(version, entries, held, lexicon, stale, originals)

    def caught_up(self, told: Told, jobs: int) -> Seen:
        """Fetch what is new, read what is not read yet by these rules and words, and put both into the table."""
        with reading(self.base) as connection:
            seen = self.seen(connection)
            wanted = self._wanted(seen)
            if not self._begun:
                self._begin(*snapshot.found(connection), wanted)
            self._renewed(seen.lexicon, wanted)
            changed = {name: key for name, (_, key) in wanted.items() if self.keys.get(name) != key}
            stored = dict(self._kept(connection, changed))
        known = [coding.reading(stored[name], wanted[name][0], seen.lexicon) for name in changed if name in stored]
        missing = [wanted[name][0] for name in changed if name not in stored]
        fresh = list(self._read(missing, seen.lexicon, changed, told, jobs))
        self._put([*known, *fresh], seen.lexicon)
        self.keys.update(changed)
        if len(changed) >= MANY:
            self._snapshot()
        return seen

    def _begin(
        self, claims: pd.DataFrame, parts: Mapping[str, Part], wanted: Mapping[str, tuple[Article, str]]
    ) -> None:
        """Start from the table as it was kept; which of its rows still hold, their keys say."""
        self._begun = True
        self.claims = claims
        for name, part in parts.items():
            self.keys[name], self.leftovers[name] = part.key, part.leftovers
            one = wanted[name][0]
            self.dated[name] = replace(one, published=part.published, published_basis=part.published_basis)

    def _snapshot(self) -> None:
        parts = {
            name: Part(key, self.dated[name].published, self.dated[name].published_basis, self.leftovers[name])
            for name, key in self.keys.items()
        }
        with writing(self.base, changes=False) as connection:
            snapshot.kept(connection, self.claims, parts)

    def _renewed(self, lexicon: Lexicon, wanted: dict[str, tuple[Article, str]]) -> None:
        """Where words were registered, the rows of articles that have none of them stay as they are."""
        before, self._lexicon = self._lexicon, lexicon
        if before is None or before.digest == lexicon.digest:
            return
        for name in untouched(self.articles, touched(before, lexicon)):
            own = self.articles[name]
            if self.keys.get(name) == coding.key(wanted[name][0], own.digest, before):
                self.keys[name] = wanted[name][1]
        digests = pd.Series(lexicon.digest, index=self.claims.index, dtype="string")
        self.claims = self.claims.assign(lexicon_digest=digests)

    def _wanted(self, seen: Seen) -> dict[str, tuple[Article, str]]:
        """Each article as its analysts have it, and the key of its reading."""
        said, _ = book.on_articles(seen.held)
        if self._of != seen.lexicon.digest:
            self._of, self._plain = seen.lexicon.digest, {}
        for name, held in self.articles.items():
            if name not in self._plain:
                self._plain[name] = (held.article, coding.key(held.article, held.digest, seen.lexicon))
        found = dict(self._plain)
        for name, lines in said.items():
            one = book.as_stated(self.articles[name].article, lines)
            found[name] = (one, coding.key(one, self.articles[name].digest, seen.lexicon))
        return found

    def _kept(self, connection: Connection, changed: dict[str, str]) -> Iterator[tuple[str, bytes]]:
        """The readings of the store that have these keys."""
        names = list(changed)
        for start in range(0, len(names), _AT_ONCE):
            asked = (
                select(articles.c.id, readings.c.key, readings.c.body)
                .join(readings, readings.c.article == articles.c.number)
                .where(articles.c.id.in_(names[start : start + _AT_ONCE]))
            )
            for name, key, body in connection.execute(asked):
                if key == changed[name]:
                    yield name, body

    def _read(
        self, missing: Sequence[Article], lexicon: Lexicon, keys: dict[str, str], told: Told, jobs: int
    ) -> Iterator[Reading]:
        waiting: list[Reading] = []
        for number, one in enumerate(bulk.readings(missing, lexicon, jobs)):
            told(number, len(missing))
            waiting.append(replace(one, mentions=()))
            if len(waiting) == PORTION:
                self._keep(waiting, keys)
                yield from waiting
                waiting = []
        if waiting:
            self._keep(waiting, keys)
            told(len(missing), len(missing))
            yield from waiting

    def _keep(self, those: Iterable[Reading], keys: dict[str, str]) -> None:
        rows = [
            {
                "article": self.articles[one.article.id].number,
                "key": keys[one.article.id],
                "body": coding.packed_reading(one),
            }
            for one in those
        ]
        with writing(self.base, changes=False) as connection:
            connection.execute(delete(readings).where(readings.c.article.in_([row["article"] for row in rows])))
            connection.execute(insert(readings), rows)

    def _put(self, those: Sequence[Reading], lexicon: Lexicon) -> None:
        """The rows of these readings in place of the old ones, all in the order of the articles."""
        if not those:
            return
        those = sorted(those, key=lambda one: self.articles[one.article.id].number)
        new = {one.article.id for one in those}
        for one in those:
            self.dated[one.article.id] = dated(one)
            self.leftovers[one.article.id] = one.leftovers
        old = self.claims[~self.claims["article_id"].isin(new)] if new & self.keys.keys() else self.claims
        built = table.build(those, lexicon)
        joined = pd.concat([old, built], ignore_index=True) if len(old) else built
        last = max((self.articles[name].number for name in self.keys), default=0)
        behind = min(self.articles[name].number for name in new) > last
        self.claims = joined if behind else self._in_order(joined)

    def _in_order(self, claims: pd.DataFrame) -> pd.DataFrame:
        order = claims["article_id"].map({name: held.number for name, held in self.articles.items()})
        if order.is_monotonic_increasing:
            return claims
        return claims.iloc[order.argsort(kind="stable")].reset_index(drop=True)
