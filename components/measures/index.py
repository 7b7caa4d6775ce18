"""The event table laid out for filtering: built once a table, then every filter and every count is arithmetic."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.measures.picks import Pick, happened
from components.measures.repeats import furniture, said_again

Rows: TypeAlias = npt.NDArray[np.bool_]
Codes: TypeAlias = npt.NDArray[np.int64]

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
    each once; bodies have the codes of the dimension "source". Days are in days since 1970, the least integer where
    there is none. ``values`` are in order of their names, but for bodies: South Korea's JCS, Ukrainian intelligence
    and TASS come first, then the rest by the claims that they assert and relay.
    """

    frame: pd.DataFrame
    codes: Mapping[str, Codes]
    values: Mapping[str, tuple[str, ...]]
    relays: tuple[Codes, Codes]
    statements: Codes
    first: Codes
    last: Codes
    printed: Codes
    inherited: Rows
    again: Rows
    sentences: pd.Series[str]

    def pick(self, chosen: Pick) -> pd.DataFrame:
        """The rows that ``chosen`` finds, in their order."""
        return self.frame[_all(self._kept(chosen).values(), len(self.frame))]

    def facets(self, chosen: Pick) -> Mapping[str, tuple[Facet, ...]]:
        """Every value of each dimension with its counts under the filters of the other dimensions, in the order of
        ``values``.
        """
        kept = self._kept(chosen)
        return {name: self._facets(name, [rows for of, rows in kept.items() if of != name]) for name in DIMENSIONS}

    def _facets(self, name: str, others: Collection[Rows]) -> tuple[Facet, ...]:
        rows = _all(others, len(self.frame))
        values = self.values[name]
        claims = _counts(self.codes[name][rows], len(values))
        stated = rows & (self.statements >= 0)
        statements = _counts(_firsts(self.codes[name][stated], self.statements[stated]), len(values))
        relayed = self.relays[1][rows[self.relays[0]]] if name == "source" else np.empty(0, dtype=np.int64)
        relays = _counts(relayed, len(values))
        return tuple(Facet(value, int(claims[n]), int(statements[n]), int(relays[n])) for n, value in enumerate(values))

    def _kept(self, chosen: Pick) -> Mapping[str, Rows]:
        """The rows that each filter lets through, by its name; a filter that is not set has none."""
        kept = {name: self._among(name, values) for name, values in chosen.choices.items() if values}
        if chosen.first is not None:
            kept["first"] = self.last >= _day(chosen.first)
        if chosen.last is not None:
            kept["last"] = (self.first <= _day(chosen.last)) & (self.first != _NEVER)
        if chosen.known_on is not None:
            kept["known_on"] = (self.printed <= _day(chosen.known_on)) & (self.printed != _NEVER)
        if chosen.given_days:
            kept["given_days"] = ~self.inherited
        if chosen.told_once:
            kept["told_once"] = ~self.again
        for phrase in chosen.phrases:
            kept[f"the words {phrase}"] = self.sentences.str.contains(phrase, regex=False).to_numpy(dtype=bool)
        return kept

    def _among(self, name: str, values: Collection[str]) -> Rows:
        wanted = [code for code, value in enumerate(self.values[name]) if value in values]
        rows = np.isin(self.codes[name], wanted)
        if name == "source":
            rows[self.relays[0][np.isin(self.relays[1], wanted)]] = True
        return rows


_NEVER = int(np.iinfo(np.int64).min)


def index(frame: pd.DataFrame) -> Index:
    """The index of an event table."""
    values = {name: tuple(sorted(frame[name].dropna().astype(str).unique())) for name in DIMENSIONS}
    relays = frame["relays"].map(lambda bodies: tuple(dict.fromkeys(bodies)))
    pairs = relays.set_axis(np.arange(len(frame))).explode().dropna()
    values["source"] = _bodies(pd.concat([frame["source"].dropna().astype("string"), pairs]))
    when = happened(frame)
    return Index(
        frame=frame,
        codes={name: _codes(frame[name], values[name]) for name in DIMENSIONS},
        values=values,
        relays=(pairs.index.to_numpy(dtype=np.int64), _codes(pairs, values["source"])),
        statements=_codes(frame["statement_id"], tuple(frame["statement_id"].dropna().unique())),
        first=_days(when["first"]),
        last=_days(when["last"]),
        printed=_days(frame["published"]),
        inherited=frame["event_basis"].eq("inherited").fillna(False).to_numpy(dtype=bool),
        again=(said_again(frame) | furniture(frame)).to_numpy(dtype=bool),
        sentences=frame["sentence"].str.casefold(),
    )


def pick(frame: pd.DataFrame, chosen: Pick) -> pd.DataFrame:
    """The rows of a table that is asked once; whoever asks it often builds its ``index``."""
    return index(frame).pick(chosen)


def _bodies(named: pd.Series[Any]) -> tuple[str, ...]:
    counts = named.value_counts()
    first = tuple(body for body in FIRST_BODIES if body in counts)
    return (*first, *sorted(set(counts.index) - {*first}, key=lambda body: (-counts[body], body)))


def _codes(column: pd.Series[Any], values: tuple[str, ...]) -> Codes:
    return pd.Index(values, dtype="string").get_indexer(pd.Index(column.astype("string"))).astype(np.int64)


def _days(column: pd.Series[Any]) -> Codes:
    days = column.to_numpy(dtype="datetime64[D]").astype(np.int64)
    days[column.isna().to_numpy(dtype=bool)] = _NEVER
    return days


def _day(day: object) -> int:
    return int(np.datetime64(str(day), "D").astype(np.int64))


def _counts(codes: Codes, length: int) -> Codes:
    return np.bincount(codes[codes >= 0], minlength=length)


def _firsts(codes: Codes, statements: Codes) -> Codes:
    """The codes, each once for every statement that it stands in."""
    width = int(statements.max(initial=0)) + 1
    return np.unique(codes * width + statements) // width


def _all(masks: Collection[Rows], length: int) -> Rows:
    return reduce(np.logical_and, masks, np.ones(length, dtype=bool))
