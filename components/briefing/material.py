"""What a briefing is made of: what many articles say, as known on one day, without a screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from components import checks, measures, statements, table
from components.checks import Verdict
from components.corpus import Corpus
from components.lexicon import names
from components.measures import Index, Tables
from components.model import Article, Leftover
from components.statements import Statement, rows
from components.statements.corroboration import Corroboration, corroborations
from components.statements.faithful import faithful
from components.statements.revisions import Ladder, ladders


class Material(Protocol):
    """``careful`` has the rows of the index's frame with the values of each figure's most careful relay."""

    @property
    def articles(self) -> Mapping[str, Article]: ...
    @property
    def index(self) -> Index: ...
    @property
    def careful(self) -> pd.DataFrame: ...
    @property
    def statements(self) -> tuple[Statement, ...]: ...
    @property
    def ladders(self) -> tuple[Ladder, ...]: ...
    @property
    def stands(self) -> Mapping[str, Corroboration]: ...
    @property
    def verdicts(self) -> tuple[Verdict, ...]: ...
    @property
    def leftovers(self) -> tuple[Leftover, ...]: ...
    @property
    def names(self) -> Mapping[str, str]: ...
    @property
    def lexicon_digest(self) -> str: ...


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """The material as the command line gathers it."""

    articles: Mapping[str, Article]
    index: Index
    careful: pd.DataFrame
    statements: tuple[Statement, ...]
    ladders: tuple[Ladder, ...]
    stands: Mapping[str, Corroboration]
    verdicts: tuple[Verdict, ...]
    leftovers: tuple[Leftover, ...]
    names: Mapping[str, str]
    lexicon_digest: str


def gathered(corpus: Corpus, known_on: dt.date | None = None) -> Gathered:
    """The material of a corpus; with ``known_on``, of what had been printed by the end of that day."""
    known = {
        name: one
        for name, one in corpus.articles.items()
        if known_on is None or (one.published is not None and one.published <= known_on)
    }
    claims = corpus.claims if known_on is None else measures.known_on(corpus.claims, known_on)
    copies = {copy: first for copy, first in corpus.copies.items() if copy in known and first in known}
    grouped = statements.group(claims, corpus.lexicon, copies)
    return Gathered(
        articles=known,
        index=measures.index(grouped.claims),
        careful=faithful(grouped.claims, grouped.statements),
        statements=grouped.statements,
        ladders=ladders(grouped.statements),
        stands=corroborations(grouped.statements, corpus.lexicon.compilers),
        verdicts=checks.run(grouped.statements),
        leftovers=tuple(leftover for leftover in corpus.leftovers if leftover.article_id in known),
        names=names.of_sources(corpus.lexicon),
        lexicon_digest=corpus.lexicon.digest,
    )


def tables(material: Material, found: pd.DataFrame) -> Tables:
    """The rows ``found`` of the index's frame and all that stands on them, a table a sheet."""
    return measures.tables(
        found,
        material.careful.loc[found.index],
        material.statements,
        material.ladders,
        material.stands,
        rows.by_figure(material.verdicts),
        material.names,
        table.left([(one, material.articles[one.article_id].text) for one in material.leftovers]),
    )
