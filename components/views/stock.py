"""What the articles of a folder and of the store say, read again only where something changed."""

from __future__ import annotations

import threading
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import streamlit as st

from components import articles, corpus, lexicon, parsing
from components.articles import Restated
from components.corpus import Corpus
from components.lexicon import Lexicon
from components.model import Article, Reading
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


def read(folder: Path) -> Read:
    """The folder's articles, or, once there is a store, those of the store with what has come into the folder since.

    Raises LexiconError and StoreError.
    """
    state = _state(folder)
    place = st.empty()
    with _READING, place:
        found = _kept(str(folder), state) if keeping.begun() else _reading(str(folder), state)
    place.empty()
    return found


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


def _state(folder: Path) -> State:
    """Names, times and sizes of the files, those of its folders too: the key under which the reading is kept."""
    if not folder.is_dir():
        return ()
    found = ((str(path.relative_to(folder)), path.stat()) for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in found)
