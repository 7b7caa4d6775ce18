"""Everything that is on the analyst's desk: the articles of a folder, read once, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import streamlit as st

from components import articles, checks, lexicon, parsing, statements, table
from components.articles import Restated
from components.checks import Verdict
from components.model import Article, Leftover, Reading
from components.statements import Statement
from components.statements.corroboration import Corroboration, corroborations
from components.statements.faithful import faithful
from components.views import names


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """One reading of one folder. ``claims`` is shared by all sessions: nobody changes it.

    ``careful`` has the same rows with the values of each figure's most careful relay; ``drifted`` are the claims (ids)
    that moved something. ``restated`` are the articles (by id) about which the analyst set something.
    """

    folder: Path
    articles: Mapping[str, Article]
    restated: Mapping[str, Restated]
    claims: pd.DataFrame
    careful: pd.DataFrame
    drifted: frozenset[str]
    statements: tuple[Statement, ...]
    stands: Mapping[str, Corroboration]
    verdicts: tuple[Verdict, ...]
    leftovers: tuple[Leftover, ...]
    faults: tuple[str, ...]
    names: Mapping[str, str]
    families: Mapping[str, str]
    lexicon_digest: str


def load(folder: Path) -> Desk:
    """The desk of ``folder``, read anew only when a file of it has changed."""
    return _read(str(folder), _state(folder))


@st.cache_resource(max_entries=4, show_spinner="Reading the articles")
def _read(folder: str, state: tuple[tuple[str, int, int], ...]) -> Desk:
    words = lexicon.load()
    loaded = articles.load([Path(folder)], words)
    readings = [parsing.read(article, words) for article in loaded.articles]
    grouped = statements.group(table.build(readings, words), words, articles.copies(loaded.articles))
    return Desk(
        folder=Path(folder),
        restated=loaded.restated,
        articles={reading.article.id: _dated(reading) for reading in readings},
        claims=grouped.claims,
        careful=faithful(grouped.claims, grouped.statements),
        drifted=frozenset(
            drift.claim_id for one in grouped.statements for figure in one.figures for drift in figure.drift
        ),
        statements=grouped.statements,
        stands=corroborations(grouped.statements, words.compilers),
        verdicts=checks.run(grouped.statements),
        leftovers=tuple(leftover for reading in readings for leftover in reading.leftovers),
        faults=tuple(str(fault) for fault in loaded.faults),
        names=names.of_sources(words),
        families=names.families(words),
        lexicon_digest=words.digest,
    )


def _dated(reading: Reading) -> Article:
    """The article with its day of printing, where nobody stated one and the text gives it."""
    return replace(reading.article, published=reading.published, published_basis=reading.published_basis)


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of the files: the key under which the reading is kept."""
    if not folder.is_dir():
        return ()
    found = ((path.name, path.stat()) for path in sorted(folder.iterdir()) if path.is_file())
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in found)
