"""The event table laid out for filtering: built once a table, then every filter and every count is arithmetic."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from components.measures.extent import Extent
from components.measures.picks import Pick, happened
from components.measures.repeats import furniture, said_again
from components.measures.rows import NEVER, Codes, Rows, both, day_number, day_of, days, numbers

FIRST_BODIES = ("rok-jcs", "ua-intel", "tass")
DIMENSIONS = ("source", "family", "outlet", "event_type", "measure", "subject", "bound")
"""The columns that have a list of choices, each with its counts."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One choice, the claims and the statements behind it; of a body, also the claims of others that it relays."""

    value: str
    claims: int
    statements: int
    relays: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """``codes`` number the values of each dimension, -1 for an empty cell. ``relays`` are pairs of row and body,
    each once; bodies have the codes of the dimension "source". ``statements`` are for each dimension the codes of its
    values in statements, each once, and for each row which of these pairs it is, -1 for none. Days are in days since
    1970, NEVER where there is none. ``sentences`` are those of all rows in small letters, each once. ``values`` are in
    order of their names, but for bodies: South Korea's JCS, Ukrainian intelligence and TASS come first, then the rest
    by the claims that they assert and relay.
    """

    frame: pd.DataFrame
    codes: Mapping[str, Codes]
    values: Mapping[str, tuple[str, ...]]
    relays: tuple[Codes, Codes]
    statements: Mapping[str, tuple[Codes, Codes]]
    articles: Codes
    first: Codes
    last: Codes
    printed: Codes
    inherited: Rows
    again: Rows
    sentences: pd.Series[str]
    sentence: Codes

    def rows(self, chosen: Pick) -> Rows:
        """A flag for each row that ``chosen`` finds."""
        return both(self._kept(chosen).values(), len(self.frame))

    def pick(self, chosen: Pick) -> pd.DataFrame:
        """The rows that ``chosen`` finds, in their order."""
        return self.frame[self.rows(chosen)]

    def extent(self, rows: Rows) -> Extent:
        """What these rows are of."""
        printed = self.printed[rows & (self.printed != NEVER)]
        return Extent(
            claims=int(rows.sum()),
            articles=int((_counts(self.articles[rows], 0) > 0).sum()),
            sources=self._present("source", rows),
            families=self._present("family", rows),
            printed=(day_of(int(printed.min())), day_of(int(printed.max()))) if len(printed) else None,
        )

    def _present(self, name: str, rows: Rows) -> tuple[str, ...]:
        values = self.values[name]
        counts = _counts(self.codes[name][rows], len(values))
        return tuple(values[code] for code in np.flatnonzero(counts).tolist())

    def facets(self, chosen: Pick) -> Mapping[str, tuple[Facet, ...]]:
        """Every value of each dimension with its counts under the filters of the other dimensions, in the order of
        ``values``.
        """
        kept = self._kept(chosen)
        of_all = np.flatnonzero(both(kept.values(), len(self.frame)))
        return {name: self._facets(name, self._others(name, kept) if name in kept else of_all) for name in DIMENSIONS}

    def _others(self, name: str, kept: Mapping[str, Rows]) -> Codes:
        """The places of the rows that all other filters let through."""
        return np.flatnonzero(both([rows for of, rows in kept.items() if of != name], len(self.frame)))

    def _facets(self, name: str, found: Codes) -> tuple[Facet, ...]:
        values = self.values[name]
        claims = _counts(self.codes[name][found], len(values))
        of, pairs = self.statements[name]
        statements = _counts(of[_counts(pairs[found], len(of)) > 0], len(values))
        relays = self._relayed(found, len(values)) if name == "source" else np.zeros(len(values), dtype=np.int64)
        counts = zip(values, claims.tolist(), statements.tolist(), relays.tolist(), strict=True)
        return tuple(Facet(*counted) for counted in counts)

    def _relayed(self, found: Codes, length: int) -> Codes:
        rows = np.zeros(len(self.frame), dtype=bool)
        rows[found] = True
        return _counts(self.relays[1][rows[self.relays[0]]], length)

    def _kept(self, chosen: Pick) -> Mapping[str, Rows]:
        """The rows that each filter lets through, by its name; a filter that is not set has none."""
        kept = {name: self._among(name, values) for name, values in chosen.choices.items() if values}
        if chosen.first is not None:
            kept["first"] = self.last >= day_number(chosen.first)
        if chosen.last is not None:
            kept["last"] = (self.first <= day_number(chosen.last)) & (self.first != NEVER)
        if chosen.known_on is not None:
            kept["known_on"] = (self.printed <= day_number(chosen.known_on)) & (self.printed != NEVER)
        if chosen.given_days:
            kept["given_days"] = ~self.inherited
        if chosen.told_once:
            kept["told_once"] = ~self.again
        for phrase in chosen.phrases:
            kept[f"the words {phrase}"] = _saying(self, phrase)
        return kept

    def _among(self, name: str, values: Collection[str]) -> Rows:
        wanted = [code for code, value in enumerate(self.values[name]) if value in values]
        rows = np.isin(self.codes[name], wanted)
        if name == "source":
            rows[self.relays[0][np.isin(self.relays[1], wanted)]] = True
        return rows


def index(frame: pd.DataFrame) -> Index:
    """The index of an event table."""
    values = {name: tuple(sorted(map(str, frame[name].dropna().unique()))) for name in DIMENSIONS}
    pairs = [(n, body) for n, bodies in enumerate(frame["relays"].tolist()) for body in dict.fromkeys(bodies)]
    relays = pd.Series([body for _, body in pairs], dtype="string")
    values["source"] = _bodies(pd.concat([frame["source"].dropna().astype("string"), relays]))
    when = happened(frame)
    codes = {name: numbers(frame[name], values[name]) for name in DIMENSIONS}
    statements = pd.factorize(frame["statement_id"])[0].astype(np.int64)
    sentence, sentences = pd.factorize(frame["sentence"])
    return Index(
        frame=frame,
        codes=codes,
        values=values,
        relays=(np.array([n for n, _ in pairs], dtype=np.int64), numbers(relays, values["source"])),
        statements={name: _stated(codes[name], statements) for name in DIMENSIONS},
        articles=pd.factorize(frame["article_id"])[0].astype(np.int64),
        first=days(when["first"]),
        last=days(when["last"]),
        printed=days(frame["published"]),
        inherited=frame["event_basis"].eq("inherited").fillna(False).to_numpy(dtype=bool),
        again=(said_again(frame) | furniture(frame)).to_numpy(dtype=bool),
        sentences=pd.Series(sentences, dtype="string").str.casefold(),
        sentence=sentence.astype(np.int64),
    )


@lru_cache(maxsize=16)
def _saying(table: Index, phrase: str) -> Rows:
    """The rows whose sentence has this phrase; kept, because a page asks for its rows and for the counts of them."""
    sentences = table.sentences.str.contains(phrase, regex=False).to_numpy(dtype=bool)
    return np.asarray(sentences[table.sentence], dtype=bool)


def pick(frame: pd.DataFrame, chosen: Pick) -> pd.DataFrame:
    """The rows of a table that is asked once; whoever asks it often builds its ``index``."""
    return index(frame).pick(chosen)


def _bodies(named: pd.Series[Any]) -> tuple[str, ...]:
    counts = named.value_counts()
    first = tuple(body for body in FIRST_BODIES if body in counts)
    return (*first, *sorted(set(counts.index) - {*first}, key=lambda body: (-counts[body], body)))


def _counts(codes: Codes, length: int) -> Codes:
    return np.bincount(codes[codes >= 0], minlength=length)


def _stated(codes: Codes, statements: Codes) -> tuple[Codes, Codes]:
    """The code of each pair of a value and a statement, and the pair of each row."""
    stated = (codes >= 0) & (statements >= 0)
    width = int(statements.max(initial=0)) + 1
    pairs, own = np.unique(codes[stated] * width + statements[stated], return_inverse=True)
    of_row = np.full(len(codes), -1, dtype=np.int64)
    of_row[stated] = own
    return pairs // width, of_row
