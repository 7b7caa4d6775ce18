"""The store as the screen and the command line use it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from components import lexicon as word_files
from components import statements
from components.articles import Fault, Restated
from components.corpus import Corpus
from components.corrections import Changed, Draft, Entry, Stale, holding, overlaid, settled
from components.lexicon import Lexicon
from components.model import Article
from components.statements import Grouping, Groups
from components.statements.groups import uncollected
from components.store import book, kin, moving, transfer
from components.store.adding import Added, Coming, added, ready
from components.store.connection import changed, engine, reading, writing
from components.store.grouped import Pieces, rules
from components.store.memory import MANY, Held, Memory, Seen, Told
from components.store.transfer import Imported
from components.store.upgrade import upgrade
from components.version import PARSER_VERSION

PORTION = 100
"""Articles that are stored at once, and acknowledged when they are."""

_NOTHING_STATED: Mapping[str, Restated] = {}


@dataclass(frozen=True, slots=True)
class Kept:
    """One stored article and what is known of it beside its text.

    ``article`` is as its analysts have it, with the day of printing that its text gives where nobody stated one;
    ``held`` as it was stored. ``copy_of`` is the first printed article with this text, "" where this is the first.
    ``versions`` are the articles of its address in the order of printing, itself among them; () where it has none.
    ``stated`` are the lines of the book on it that hold, ``removed`` the one that took it out.
    """

    article: Article
    held: Held
    copy_of: str
    versions: tuple[str, ...]
    stated: tuple[Entry, ...]
    removed: Entry | None


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """What the store says at one version: ``corpus`` with all corrections, ``kept`` every article by id, the removed
    ones too. ``changed`` are the cells that are not as they were read, ``stale`` the corrections that no longer fit,
    ``entries`` the whole book.
    """

    version: int
    corpus: Corpus
    kept: Mapping[str, Kept]
    changed: tuple[Changed, ...]
    stale: tuple[Stale, ...]
    entries: tuple[Entry, ...]


def _untold(_read: int, _all: int) -> None:
    """For who wants no progress."""


class Store:
    """An opened store; sessions and threads may share it. Raises StoreError where it cannot be used."""

    def __init__(self, where: Path | str | None = None, lexicon: Lexicon | None = None) -> None:
        """Open the store at a path or address (without one: DISPATCHES_DB, else a file in ``data``), made on first use
        and brought to the present shape.
        """
        self._base = engine(where)
        upgrade(self._base)
        self._memory = Memory(self._base, lexicon or word_files.load())
        self._kin = kin.Kin()
        self._stored: Stored | None = None
        self._grouping: tuple[int, Grouping] | None = None
        self._groups: Groups | None = None
        self._pieces = Pieces()
        self._one_at_a_time = RLock()

    def close(self) -> None:
        self._base.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def version(self) -> int:
        """A number that grows with every change that anybody makes."""
        return self._memory.version()

    def add(
        self, articles: Sequence[Article], who: str, restated: Mapping[str, Restated] = _NOTHING_STATED
    ) -> Iterator[Added]:
        """Store articles in portions; the result of each comes when it is on the disk, in order. ``restated`` as
        ``articles.load`` gives it: what an analyst has set beside the articles' folder becomes a
        correction. Raises CorrectionError where ``who`` is empty.
        """
        who = book.said(who, "Say who you are")
        for start in range(0, len(articles), PORTION):
            portion = [
                restated[one.id].before if one.id in restated else one for one in articles[start : start + PORTION]
            ]
            yield from self._added(portion, restated, who)

    def _added(self, portion: Sequence[Article], restated: Mapping[str, Restated], who: str) -> list[Added]:
        coming = [ready(article) for article in portion]
        good = [one for one in coming if isinstance(one, Coming)]
        with self._one_at_a_time:
            try:
                with writing(self._base, changes=False) as connection:
                    held = holding(book.lines(connection))
                    stored = added(connection, good, restated, self._kin, held, who)
                    if any(one.id for one in stored):
                        changed(connection)
            except BaseException:
                self._kin = kin.Kin()  # it may know articles that are not stored
                raise
        results = iter(stored)
        return [
            Added(article.id, fault=one) if isinstance(one, Fault) else next(results)
            for article, one in zip(portion, coming, strict=True)
        ]

    def load(self, told: Told = _untold, jobs: int = 1) -> Stored:
        """Everything, with all corrections. What was not read yet by these rules and words is read, by ``jobs``
        processes; ``told`` is called with how many of how many are read.
        """
        with self._one_at_a_time, uncollected():
            if self._stored is None or self._stored.version != self.version():
                self._stored = self._laid(self._memory.caught_up(told, jobs))
            return self._stored

    def _laid(self, seen: Seen) -> Stored:
        """The corrections over the articles and the event table as read."""
        memory = self._memory
        said, removed = book.on_articles(seen.held)
        present = {name: one for name, one in memory.dated.items() if name not in removed}
        claims = memory.claims
        if removed:
            claims = claims[claims["article_id"].isin(present)].reset_index(drop=True)
        left = tuple(one for name in present for one in memory.leftovers[name])
        copies = {copy: first for copy, first in seen.originals.items() if copy in present and first in present}
        done = overlaid(Corpus(present, claims, left, copies, seen.lexicon), seen.held)
        versions = self._versions(present)
        kept = {
            name: Kept(
                memory.dated[name],
                held,
                seen.originals.get(name, ""),
                versions.get(held.address or "", ()),
                tuple(said.get(name, ())),
                removed.get(name),
            )
            for name, held in memory.articles.items()
        }
        return Stored(seen.version, done.corpus, kept, done.changed, (*seen.stale, *done.stale), seen.entries)

    def _versions(self, present: Mapping[str, Article]) -> dict[str, tuple[str, ...]]:
        """The articles of each address that has several, in the order of printing, then of adding."""
        found: dict[str, list[str]] = {}
        for name, held in self._memory.articles.items():
            if held.address and name in present:
                found.setdefault(held.address, []).append(name)
        return {
            address: tuple(sorted(names, key=lambda name: present[name].published or dt.date.max))
            for address, names in found.items()
            if len(names) > 1
        }

    def correct(self, draft: Draft, who: str, why: str) -> int:
        """Write a correction into the book; its number comes back when it is on the disk. Raises ConflictError where
        what was seen is no longer so, CorrectionError where it cannot stand.
        """
        with self._one_at_a_time:
            self.load()
            with writing(self._base) as connection:
                seen = self._memory.seen(connection)
                now = moving.corrected(self._memory, connection, seen, draft.article)
                kept = settled(draft, now, seen.entries, seen.lexicon)
                number = book.written(connection, kept, who, why)
                moving.followed(self._memory, connection, seen, kept)
            return number

    def grouped(self) -> Grouping:
        """The statements of everything that ``load`` gives; of many articles they are kept for the next start."""
        with self._one_at_a_time, uncollected():
            stored = self.load()
            if self._grouping is None or self._grouping[0] != stored.version:
                self._grouping = (stored.version, self._statements(stored.corpus, stored.version))
            return self._grouping[1]

    def _statements(self, corpus: Corpus, version: int) -> Grouping:
        groups, self._groups = self._groups, None  # what breaks half way is begun anew
        if groups is None or groups.lexicon.digest != corpus.lexicon.digest:
            groups = Groups(corpus.lexicon)
        found = self._found(groups, corpus, version)
        self._groups = groups
        return found

    def _found(self, groups: Groups, corpus: Corpus, version: int) -> Grouping:
        """The statements as kept by another program, else grouped, and kept where there are many articles."""
        if len(corpus.articles) < MANY:
            return groups.grouped(corpus.claims, corpus.copies)
        rests = (str(version).encode(), PARSER_VERSION.encode(), corpus.lexicon.digest.encode(), rules())
        key = hashlib.sha256(b"\0".join(rests)).hexdigest()
        if groups.fresh:
            with reading(self._base) as connection:
                kept = self._pieces.found(connection, key, corpus.claims)
            if kept is not None:
                groups.resume(corpus.claims, corpus.copies, kept)
                return statements.named(corpus.claims, kept)
        found = groups.grouped(corpus.claims, corpus.copies)
        with writing(self._base, changes=False) as connection:
            self._pieces.keep(connection, key, found.statements)
        return found

    def history(self) -> tuple[Entry, ...]:
        """The whole book, in order."""
        with reading(self._base) as connection:
            return book.lines(connection)

    def exported(self) -> Iterator[bytes]:
        """Everything as JSON Lines, as it is at this moment."""
        with reading(self._base) as connection:
            yield from transfer.exported(connection)

    def imported(self, path: Path) -> Imported:
        """Take in an exported store, wholly or not at all; what is there already stays as it is. Raises OSError."""
        with self._one_at_a_time, path.open("rb") as stream:
            self._kin = kin.Kin()
            with writing(self._base, changes=False) as connection:
                done = transfer.imported(connection, stream, path.name, self._kin)
                if done.articles or done.entries:
                    changed(connection)
                return done
