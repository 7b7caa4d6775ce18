"""Everything that is on the analyst's desk: the articles of a folder, read once, and what could not be read."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import pandas as pd
import streamlit as st

from components import articles, checks, lexicon, measures, parsing, statements, table
from components.articles import Restated
from components.checks import Verdict
from components.lexicon import Lexicon, names
from components.measures import Index, Sayings
from components.model import Article, Leftover, Reading
from components.statements import Statement
from components.statements.corroboration import Corroboration, corroborations
from components.statements.faithful import faithful
from components.statements.revisions import Ladder, ladders
from components.words import count

FEW, STEPS = 25, 100
"""From more articles on than these a bar shows how far their reading is, in so many steps."""

_READING = threading.Lock()

State: TypeAlias = tuple[tuple[str, int, int], ...]
"""Names, times and sizes of the files of a folder."""


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """What the articles of a folder say, before anything is put together."""

    articles: tuple[Article, ...]
    restated: Mapping[str, Restated]
    claims: pd.DataFrame
    leftovers: tuple[Leftover, ...]
    faults: tuple[str, ...]
    copies: Mapping[str, str]
    lexicon: Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """One reading of one folder, as it was known on one day. ``index`` and its frame are shared by all sessions: nobody
    changes them.

    ``careful`` has the same rows with the values of each figure's most careful relay; ``drifted`` are the claims (ids)
    that moved something. ``restated`` are the articles (by id) about which the analyst set something.
    """

    folder: Path
    articles: Mapping[str, Article]
    restated: Mapping[str, Restated]
    index: Index
    sayings: Sayings
    careful: pd.DataFrame
    drifted: frozenset[str]
    statements: tuple[Statement, ...]
    ladders: tuple[Ladder, ...]
    stands: Mapping[str, Corroboration]
    verdicts: tuple[Verdict, ...]
    leftovers: tuple[Leftover, ...]
    faults: tuple[str, ...]
    names: Mapping[str, str]
    families: Mapping[str, str]
    lexicon_digest: str

    @property
    def claims(self) -> pd.DataFrame:
        """The event table."""
        return self.index.frame


def load(folder: Path, known_on: dt.date | None = None) -> Desk:
    """The desk of ``folder``, read anew only when a file of it has changed; with ``known_on``, of the articles that
    had been printed by the end of that day.
    """
    state = _state(folder)
    place = st.empty()
    with _READING, place:
        read = _reading(str(folder), state)
    place.empty()
    return _grouped(str(folder), state, known_on, read)


@lru_cache(maxsize=4)
def _reading(folder: str, state: State) -> _Read:
    """Streamlit's own cache would show the progress again whenever it answers."""
    words = lexicon.load()
    loaded = articles.load([Path(folder)], words)
    readings = list(_shown(loaded.articles, words))
    return _Read(
        articles=tuple(_dated(reading) for reading in readings),
        restated=loaded.restated,
        claims=table.build(readings, words),
        leftovers=tuple(leftover for reading in readings for leftover in reading.leftovers),
        faults=tuple(str(fault) for fault in loaded.faults),
        copies=articles.copies(loaded.articles),
        lexicon=words,
    )


def _shown(those: Sequence[Article], words: Lexicon) -> Iterator[Reading]:
    """The readings one by one, with a bar that says how far they are where there are more than a few."""
    step = max(1, len(those) // STEPS)
    for number, article in enumerate(those):
        if len(those) > FEW and number % step == 0:
            told = f"Reading the articles: {count(number)} of {count(len(those))}"
            st.progress(number / len(those), text=told)
        yield parsing.read(article, words)


@st.cache_resource(max_entries=12, show_spinner="Putting the statements together")
def _grouped(folder: str, state: State, known_on: dt.date | None, _read: _Read) -> Desk:
    """``_read`` is the reading of that folder in that state, so that it is no part of the key."""
    words = _read.lexicon
    known = {one.id: one for one in _read.articles if _known(one, known_on)}
    claims = _read.claims if known_on is None else measures.known_on(_read.claims, known_on)
    copies = {copy: first for copy, first in _read.copies.items() if copy in known and first in known}
    grouped = statements.group(claims, words, copies)
    bodies = names.of_sources(words)
    return Desk(
        folder=Path(folder),
        articles=known,
        restated=_read.restated,
        index=measures.index(grouped.claims),
        sayings=measures.sayings(grouped.claims, bodies),
        careful=faithful(grouped.claims, grouped.statements),
        drifted=frozenset(
            drift.claim_id for one in grouped.statements for figure in one.figures for drift in figure.drift
        ),
        statements=grouped.statements,
        ladders=ladders(grouped.statements),
        stands=corroborations(grouped.statements, words.compilers),
        verdicts=checks.run(grouped.statements),
        leftovers=tuple(leftover for leftover in _read.leftovers if leftover.article_id in known),
        faults=_read.faults,
        names=bodies,
        families=names.families(words),
        lexicon_digest=words.digest,
    )


def _known(article: Article, day: dt.date | None) -> bool:
    return day is None or (article.published is not None and article.published <= day)


def _dated(reading: Reading) -> Article:
    """The article with its day of printing, where nobody stated one and the text gives it."""
    return replace(reading.article, published=reading.published, published_basis=reading.published_basis)


def _state(folder: Path) -> State:
    """Names, times and sizes of the files: the key under which the reading is kept."""
    if not folder.is_dir():
        return ()
    found = ((path.name, path.stat()) for path in sorted(folder.iterdir()) if path.is_file())
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in found)
