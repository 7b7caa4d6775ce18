"""Everything that is on the analyst's desk: the articles of a folder and of the store, and what could not be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd
import streamlit as st

from components import checks, measures, statements
from components.articles import Restated
from components.checks import Verdict
from components.lexicon import Lexicon, names
from components.measures import Index, Register, Sayings, Totals
from components.measures.ledger import Ledger
from components.measures.rows import Codes
from components.model import Article, Leftover
from components.statements import Grouping, Statement
from components.statements.corroboration import Corroboration, corroborations
from components.statements.faithful import faithful
from components.statements.groups import uncollected
from components.statements.revisions import Ladder, ladders
from components.store import Stored
from components.views import keeping, stock
from components.views.stock import Read


@dataclass(frozen=True, eq=False)
class Desk:
    """One reading of one folder and of the store, as it was known on one day. ``index`` and its frame are shared by all
    sessions: nobody changes them. What not every page asks for is laid out when it is asked for first.
    """

    read: Read
    articles: Mapping[str, Article]
    grouping: Grouping
    index: Index
    names: Mapping[str, str]
    families: Mapping[str, str]

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.grouping.statements

    @cached_property
    def own(self) -> Register:
        """The claims as each says it."""
        return measures.register(self.claims)

    @cached_property
    @uncollected()
    def sayings(self) -> Sayings:
        return measures.sayings(self.claims, self.names, self.own)

    @cached_property
    def careful(self) -> pd.DataFrame:
        """The event table with the values of each figure's most careful relay."""
        return faithful(self.claims, self.statements)

    @cached_property
    def register(self) -> Register:
        """The claims as their most careful relays say it."""
        return measures.register(self.careful)

    @cached_property
    @uncollected()
    def ledgers(self) -> Mapping[str, Ledger]:
        """By topic."""
        return {name: topic.ledger(self.careful, self.names, self.register) for name, topic in measures.TOPICS.items()}

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        return ladders(self.statements)

    @cached_property
    def totals(self) -> Totals:
        return measures.totals(self.ladders, self.names, self.own.claims.tolist())

    @cached_property
    def drifted(self) -> Codes:
        """The places of the claims that moved something."""
        figures = (figure for statement in self.statements for figure in statement.figures)
        return self.own.places({drift.claim_id for one in figures for drift in one.drift})

    @cached_property
    @uncollected()
    def verdicts(self) -> tuple[Verdict, ...]:
        return checks.run(self.statements)

    @cached_property
    def judged(self) -> Codes:
        """The place of the first claim of each verdict."""
        return self.own.places(verdict.claims[0] for verdict in self.verdicts)

    @cached_property
    def corrected(self) -> frozenset[str]:
        """The claims (ids) that say what an analyst made of them."""
        return frozenset(self.claims["claim_id"][self.claims["review"].eq("corrected")])

    @cached_property
    def stands(self) -> Mapping[str, Corroboration]:
        return corroborations(self.statements, self.lexicon.compilers)

    @cached_property
    def leftovers(self) -> tuple[Leftover, ...]:
        return tuple(leftover for leftover in self.read.corpus.leftovers if leftover.article_id in self.articles)

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
    read = stock.read(folder)
    return _grouped(read.key, None, read)


def known_on(everything: Desk, day: dt.date | None) -> Desk:
    """The desk of the articles that had been printed by the end of that day; without one, of all."""
    return everything if day is None else _grouped(everything.read.key, day, everything.read)


@st.cache_resource(max_entries=12, show_spinner="Putting the statements together")
def _grouped(key: Hashable, known_on: dt.date | None, _read: Read) -> Desk:
    """``_read`` is the reading with that key, so that it is no part of it."""
    known = {id_: one for id_, one in _read.corpus.articles.items() if _known(one, known_on)}
    grouping, words = _statements(_read, known_on, known), _read.corpus.lexicon
    with uncollected():
        index = measures.index(grouping.claims)
    return Desk(_read, known, grouping, index, names.of_sources(words), names.families(words))


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
