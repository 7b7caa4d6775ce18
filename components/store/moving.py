"""What a correction is held against, and what follows from it in the same transaction."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select, update

from components import corpus, parsing, table
from components.corpus import Corpus
from components.corrections import Corrected, Draft, overlaid
from components.lexicon.registry import touched
from components.model import Reading
from components.store import book, coding, kin
from components.store.memory import Memory, Seen, untouched
from components.store.schema import pairs, readings


def corrected(memory: Memory, connection: Connection, seen: Seen, name: str) -> Corrected:
    """What the store says of one article at this moment, with all corrections; of none where it is removed or ""."""
    _, removed = book.on_articles(seen.held)
    if name not in memory.articles or name in removed:
        return Corrected(Corpus({}, table.empty(), (), {}, seen.lexicon), (), ())
    found = corpus.of([_reading(memory, connection, seen, name)], seen.lexicon)
    return overlaid(found, [entry for entry in seen.held if entry.draft.article == name])


def _reading(memory: Memory, connection: Connection, seen: Seen, name: str) -> Reading:
    said, _ = book.on_articles(seen.held)
    held = memory.articles[name]
    article = book.as_stated(held.article, said.get(name, ()))
    kept = connection.execute(
        select(readings.c.body).where(
            readings.c.article == held.number, readings.c.key == coding.key(article, held.digest, seen.lexicon)
        )
    ).scalar()
    return coding.reading(kept, article, seen.lexicon) if kept else parsing.read(article, seen.lexicon)


def followed(memory: Memory, connection: Connection, before: Seen, draft: Draft) -> None:
    """Tell copies anew where a day of printing or a removal has changed; keep the readings that a registered word does
    not touch.
    """
    now = memory.seen(connection)
    if draft.article and book.on_articles(now.held) != book.on_articles(before.held):
        kin.told(connection, kin.touched(connection, draft.article), *book.on_articles(now.held))
    if now.lexicon.digest != before.lexicon.digest:
        _kept(memory, connection, before, now)


def _kept(memory: Memory, connection: Connection, before: Seen, now: Seen) -> None:
    said, _ = book.on_articles(now.held)
    old = pairs(connection.execute(select(readings.c.article, readings.c.key)))
    rows = []
    for name in untouched(memory.articles, touched(before.lexicon, now.lexicon)):
        held = memory.articles[name]
        article = book.as_stated(held.article, said.get(name, ()))
        if old.get(held.number) == coding.key(article, held.digest, before.lexicon):
            rows.append({"of": held.number, "now": coding.key(article, held.digest, now.lexicon)})
    if rows:
        move = update(readings).where(readings.c.article == bindparam("of")).values(key=bindparam("now"))
        connection.execute(move, rows)
