"""Which stored articles print one another's text, found out as they come in.

The stored ones are kept in clusters: whoever shares enough wording with a member belongs to it. Copies are told inside
a cluster by the order of printing, just as among the articles of a folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, insert, select, update

from components.articles.copies import Met, Printing, Wording, copied
from components.corrections import Entry
from components.store import book, coding
from components.store.schema import articles, wordings

_AT_ONCE = 500
"""So many clusters are asked for in one question."""


class Kin:
    """The wordings of all stored articles, in memory. To be forgotten when a transaction that added to it fails."""

    def __init__(self) -> None:
        self._met = Met()
        self._last = 0
        self._moved: set[int] = set()
        self._within: Connection | None = None

    def _catch_up(self, connection: Connection) -> None:
        """Take in what others have added since; nobody adds any more while this transaction writes."""
        if connection is self._within:
            return
        asked = (
            select(articles.c.id, *wordings.c)
            .join(articles, articles.c.number == wordings.c.article)
            .where(wordings.c.article > self._last)
            .order_by(wordings.c.article)
        )
        for name, number, _, _, runs, length, digest in connection.execute(asked):
            self._met.add(name, coding.wording(runs, length, digest))
            self._last = number
        self._within = connection

    def joined(self, connection: Connection, number: int, name: str, wording: Wording) -> tuple[str, ...]:
        """Take in a new article; the articles whose text it shares come back, the nearest first."""
        self._catch_up(connection)
        near = self._met.near(wording)
        others = _clusters(connection, near)
        cluster = min(others, default=number)
        row = {"article": number, "cluster": cluster, "runs": coding.runs(wording)}
        connection.execute(insert(wordings), {**row, "number": wording.number, "digest": wording.digest})
        for other in others - {cluster}:
            connection.execute(update(wordings).where(wordings.c.cluster == other).values(cluster=cluster))
        if near:
            self._moved.add(cluster)
        self._met.add(name, wording)
        self._last = number
        return near

    def settled(self, connection: Connection, said: Mapping[str, list[Entry]], removed: Mapping[str, Entry]) -> None:
        """Tell the copies anew in the clusters that have grown."""
        told(connection, self._moved, said, removed)
        self._moved.clear()


def touched(connection: Connection, name: str) -> set[int]:
    """The cluster of an article, if its text is long enough to have one."""
    return _clusters(connection, (name,))


def _clusters(connection: Connection, names: Sequence[str]) -> set[int]:
    asked = select(wordings.c.cluster).join(articles, articles.c.number == wordings.c.article)
    return set(connection.execute(asked.where(articles.c.id.in_(names))).scalars()) if names else set()


def told(
    connection: Connection, clusters: Iterable[int], said: Mapping[str, list[Entry]], removed: Mapping[str, Entry]
) -> None:
    """Write down who copies whom in these clusters. Who was removed neither copies nor is copied."""
    every = sorted(clusters)
    for start in range(0, len(every), _AT_ONCE):
        asked = (
            select(articles.c.id, articles.c.body, *wordings.c)
            .join(articles, articles.c.number == wordings.c.article)
            .where(wordings.c.cluster.in_(every[start : start + _AT_ONCE]))
        )
        printings: list[Printing] = []
        was: dict[str, tuple[int, str | None]] = {}
        for name, body, number, _, original, runs, length, digest in connection.execute(asked):
            was[name] = (number, original)
            if name not in removed:
                article = book.as_stated(coding.article(body, b""), said.get(name, ()))
                printings.append(Printing(name, article.published, coding.wording(runs, length, digest)))
        now = copied(printings)
        for name, (number, original) in was.items():
            if now.get(name) != original:
                new = update(wordings).where(wordings.c.article == number).values(original=now.get(name))
                connection.execute(new)
