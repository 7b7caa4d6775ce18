"""Everything that is on the analyst's desk: the articles of a folder and of the store, and what could not be read."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import pandas as pd
import streamlit as st

from components import articles, checks, corpus, lexicon, measures, parsing, statements
from components.articles import Restated
from components.checks import Verdict
from components.corpus import Corpus
from components.lexicon import Lexicon, names
from components.measures import Index, Register, Sayings, Totals
from components.measures.ledger import Ledger
from components.measures.rows import Codes
from components.model import Article, Leftover, Reading
from components.statements import Grouping, Statement
from components.statements.corroboration import Corroboration, corroborations
from components.statements.faithful import faithful
from components.statements.groups import uncollected
from components.statements.revisions import Ladder, ladders
from components.store import Stored
from components.views import keeping
from components.words import count

FEW, STEPS = 25, 100
"""From more articles on than these a bar shows how far their reading is, in so many steps."""

_READING = threading.Lock()

State: TypeAlias = tuple[tuple[str, int, int], ...]
"""Names, times and sizes of the files of a folder."""


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What the articles say, before anything is put together; ``key`` tells one such reading from another."""

    key: Hashable
    folder: Path
    corpus: Corpus
    restated: Mapping[str, Restated]
    faults: tuple[str, ...]
    stored: Stored | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """One reading of one folder and of the store, as it was known on one day. ``index`` and its frame are shared by all
    sessions: nobody changes them.

    ``careful`` has the same rows with the values of each figure's most careful relay, and ``register`` and
    ``ledgers`` (by topic) are laid out from them. ``drifted`` are the places of the claims that moved something,
    ``judged`` those of the first claim of each verdict; ``corrected`` are the claims (ids) that say what an analyst
    made of them. ``read`` is what all of it was put together from.
    """

    read: Read
    articles: Mapping[str, Article]
    index: Index
    sayings: Sayings
    careful: pd.DataFrame
    register: Register
    ledgers: Mapping[str, Ledger]
    totals: Totals
    drifted: Codes
    judged: Codes
    corrected: frozenset[str]
    statements: tuple[Statement, ...]
    ladders: tuple[Ladder, ...]
    stands: Mapping[str, Corroboration]
    verdicts: tuple[Verdict, ...]
    leftovers: tuple[Leftover, ...]
    names: Mapping[str, str]
    families: Mapping[str, str]

    @property
    def folder(self) -> Path:
        return self.read.folder

    @property
    def restated(self) -> Mapping[str, Restated]:
        """The articles (by id) about which the analyst set something beside the folder."""
        return self.read.restated

    @property
    def faults(self) -> tuple[str, ...]:
        """What could not be read or kept, in words."""
        return self.read.faults

    @property
    def stored(self) -> Stored | None:
        """What the store says; None while nothing is kept in one."""
        return self.read.stored

    @property
    def lexicon(self) -> Lexicon:
        return self.read.corpus.lexicon

    @property
    def claims(self) -> pd.DataFrame:
        """The event table."""
        return self.index.frame

    @property
    def lexicon_digest(self) -> str:
        """The word files, and what is registered beside them, that the articles were read with."""
        return self.lexicon.digest


def load(folder: Path) -> Desk:
    """The desk of ``folder``, read anew only when a file of it or the store has changed.

    Once there is a store, what comes into the folder comes into the store too, and the desk is the store's. Raises
    LexiconError and StoreError.
    """
    state = _state(folder)
    place = st.empty()
    with _READING, place:
        read = _kept(str(folder), state) if keeping.begun() else _reading(str(folder), state)
    place.empty()
    return _grouped(read.key, None, read)


def known_on(everything: Desk, day: dt.date | None) -> Desk:
    """The desk of the articles that had been printed by the end of that day; without one, of all."""
    return everything if day is None else _grouped(everything.read.key, day, everything.read)


@lru_cache(maxsize=4)
def _reading(folder: str, state: State) -> Read:
    """Streamlit's own cache would show the progress again whenever it answers."""
    words = lexicon.load()
    loaded = articles.load([Path(folder)], words)
    return Read(
        key=(folder, state),
        folder=Path(folder),
        corpus=corpus.of(_shown(loaded.articles, words), words),
        restated=loaded.restated,
        faults=tuple(str(fault) for fault in loaded.faults),
    )


def _kept(folder: str, state: State) -> Read:
    """What the store says, with what has come into the folder since."""
    store = keeping.opened()
    faults = _taken_in(folder, state, keeping.place())
    stored = store.load(_told)
    return Read((keeping.place(), folder, stored.version), Path(folder), stored.corpus, {}, faults, stored)


@lru_cache(maxsize=4)
def _taken_in(folder: str, state: State, _store: str) -> tuple[str, ...]:
    """The articles of the folder come into the store; what could not be read or kept."""
    loaded = articles.load([Path(folder)], lexicon.load())
    added = keeping.opened().add(loaded.articles, f"folder {Path(folder).name}", loaded.restated)
    unkept = [str(one.fault) for one in added if one.fault]
    return (*(str(fault) for fault in loaded.faults), *unkept)


def begin(folder: Path) -> None:
    """Make the store, with the articles of the folder in it. Raises StoreError."""
    with _READING:
        _taken_in(str(folder), _state(folder), keeping.place())


def _shown(those: Sequence[Article], words: Lexicon) -> Iterator[Reading]:
    """The readings one by one, with a bar that says how far they are where there are more than a few."""
    for number, article in enumerate(those):
        _told(number, len(those))
        yield parsing.read(article, words)


def _told(read: int, every: int) -> None:
    if every > FEW and read % max(1, every // STEPS) == 0:
        st.progress(read / every, text=f"Reading the articles: {count(read)} of {count(every)}")


@st.cache_resource(max_entries=12, show_spinner="Putting the statements together")
def _grouped(key: Hashable, known_on: dt.date | None, _read: Read) -> Desk:
    """``_read`` is the reading with that key, so that it is no part of it."""
    with uncollected():
        return _laid_out(known_on, _read)


def _laid_out(known_on: dt.date | None, read: Read) -> Desk:
    said, words = read.corpus, read.corpus.lexicon
    known = {id_: one for id_, one in said.articles.items() if _known(one, known_on)}
    grouped = _statements(read, known_on, known)
    bodies = names.of_sources(words)
    careful = faithful(grouped.claims, grouped.statements)
    own, shared = measures.register(grouped.claims), measures.register(careful)
    figures = [figure for statement in grouped.statements for figure in statement.figures]
    steps, verdicts = ladders(grouped.statements), checks.run(grouped.statements)
    return Desk(
        read=read,
        articles=known,
        index=measures.index(grouped.claims),
        sayings=measures.sayings(grouped.claims, bodies, own),
        careful=careful,
        register=shared,
        ledgers={name: topic.ledger(careful, bodies, shared) for name, topic in measures.TOPICS.items()},
        totals=measures.totals(steps, bodies, own.claims.tolist()),
        drifted=own.places({drift.claim_id for one in figures for drift in one.drift}),
        judged=own.places(verdict.claims[0] for verdict in verdicts),
        corrected=frozenset(grouped.claims["claim_id"][grouped.claims["review"].eq("corrected")]),
        statements=grouped.statements,
        ladders=steps,
        stands=corroborations(grouped.statements, words.compilers),
        verdicts=verdicts,
        leftovers=tuple(leftover for leftover in said.leftovers if leftover.article_id in known),
        names=bodies,
        families=names.families(words),
    )


def _statements(read: Read, known_on: dt.date | None, known: Mapping[str, Article]) -> Grouping:
    said = read.corpus
    if known_on is None and read.stored is not None:
        grouped = keeping.opened().grouped()
        if keeping.opened().version() == read.stored.version:  # nobody wrote meanwhile
            return grouped
    claims = said.claims if known_on is None else measures.known_on(said.claims, known_on)
    copies = {copy: first for copy, first in said.copies.items() if copy in known and first in known}
    return statements.group(claims, said.lexicon, copies)


def _known(article: Article, day: dt.date | None) -> bool:
    return day is None or (article.published is not None and article.published <= day)


def _state(folder: Path) -> State:
    """Names, times and sizes of the files, those of its folders too: the key under which the reading is kept."""
    if not folder.is_dir():
        return ()
    found = ((str(path.relative_to(folder)), path.stat()) for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in found)
