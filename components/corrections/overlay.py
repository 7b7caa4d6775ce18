"""Corrections laid over the event table: between the reading of the articles and the statements."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components import table
from components.corpus import Corpus
from components.corrections.entry import Entry, Stale
from components.corrections.values import CHANGEABLE, CorrectionError, cells, said
from components.model import Article, Leftover
from components.version import PARSER_VERSION
from components.words import count

ON_CLAIMS = ("reject", "change", "check")
MADE = "made a claim by an analyst"
"""The rule of a claim that no rule read."""
NOTES = ("rejected by ", "checked by ", "corrected by ", "made a claim by ")
"""How the flags begin that tell of a correction."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One cell of a claim that is not as it was read: what stood there and what stands there now, as JSON."""

    claim_id: str
    column: str
    old: Any
    new: Any
    entry: Entry


@dataclass(frozen=True, slots=True, eq=False)
class Corrected:
    """``corpus`` with the corrections that hold; what they changed; those that no longer fit."""

    corpus: Corpus
    changed: tuple[Changed, ...]
    stale: tuple[Stale, ...]


def overlaid(corpus: Corpus, entries: Sequence[Entry]) -> Corrected:
    """The corpus as its analysts have it. ``entries`` are lines that hold; those of articles not in it are let be."""
    own = [entry for entry in entries if entry.draft.article in corpus.articles]
    rows, used, unmade = _made(corpus, [entry for entry in own if entry.draft.does == "make"])
    claims = pd.concat([corpus.claims, table.frame(rows)], ignore_index=True) if rows else corpus.claims
    book = _Book(claims, [entry for entry in own if entry.draft.does in ON_CLAIMS], corpus)
    left = tuple(one for one in corpus.leftovers if (one.article_id, named(one)) not in used)
    return Corrected(
        corpus=Corpus(corpus.articles, book.applied(), left, corpus.copies, corpus.lexicon),
        changed=tuple(book.changed),
        stale=(*unmade, *book.stale),
    )


def named(leftover: Leftover) -> str:
    """The name of a leftover among those of its article."""
    return f"{leftover.span.start}:{leftover.span.end}"


class _Book:
    """The lines on claims, applied one after another to what each claim says."""

    def __init__(self, claims: pd.DataFrame, entries: Sequence[Entry], corpus: Corpus) -> None:
        self.claims, self.lexicon = claims, corpus.lexicon
        self.changed: list[Changed] = []
        self.stale: list[Stale] = []
        self._cells: dict[str, dict[int, Any]] = {}
        asked = {entry.draft.subject for entry in entries}
        rows = claims[claims["claim_id"].isin(asked)] if asked else claims.iloc[:0]
        self._places = dict(zip(rows["claim_id"], rows.index, strict=True))
        self._now = {name: _row(rows, place) for name, place in self._places.items()}
        for entry in entries:
            self._apply(entry)

    def _apply(self, entry: Entry) -> None:
        draft, row = entry.draft, self._now.get(entry.draft.subject)
        if row is None:
            self.stale.append(Stale(entry, "The sentence is read otherwise now: this claim is no longer among them."))
            return
        now = said(row)
        moved = [name for name, value in draft.expected.items() if name in now and now[name] != value]
        unsettled = [name for name in moved if draft.does != "change" or now[name] != draft.values.get(name)]
        if unsettled:
            self.stale.append(Stale(entry, _moved(draft.expected, now, unsettled[0])))
            return
        try:
            found = cells(draft.values, self.lexicon) if draft.does == "change" else {}
        except CorrectionError as fault:
            self.stale.append(Stale(entry, f"It no longer fits: {fault}"))
            return
        review = {"reject": "rejected", "check": "checked"}.get(draft.does, "corrected")
        if review != "checked" or row["review"] != "corrected":
            found["review"] = review
        found["flags"] = (*row["flags"], _note(entry, now))
        for name, value in found.items():
            if name in draft.values and now[name] != draft.values[name]:
                self.changed.append(Changed(draft.subject, name, now[name], draft.values[name], entry))
            self._cells.setdefault(name, {})[self._places[draft.subject]] = row[name] = value

    def applied(self) -> pd.DataFrame:
        """The table with the new cells; the old one is not touched."""
        told = self.claims.copy()
        for name, values in self._cells.items():
            column = table.column(name, list(values.values())).set_axis(list(values))
            told[name] = _set(told[name], column)
        return told


def _set(column: pd.Series[Any], values: pd.Series[Any]) -> pd.Series[Any]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        kinds = column.cat.categories.union(values.cat.categories, sort=False)
        column, values = column.cat.set_categories(kinds), values.cat.set_categories(kinds)
    changed = column.copy()
    changed.loc[values.index] = values
    return changed


def _row(rows: pd.DataFrame, place: Any) -> dict[str, Any]:
    return {str(name): value for name, value in rows.loc[place].items()}


def _note(entry: Entry, now: Mapping[str, Any]) -> str:
    """What an entry did to a claim, as its flag says it."""
    draft = entry.draft
    by = f"{entry.who}, {entry.made:%Y-%m-%d}: {entry.why}"
    if draft.does != "change":
        return f"{'rejected' if draft.does == 'reject' else 'checked'} by {by}"
    was = "; ".join(f"{name} was {shown(now[name])}" for name in draft.values if now[name] != draft.values[name])
    return f"corrected by {by}" + (f" ({was})" if was else "")


def shown(value: Any) -> str:
    """A JSON value in words.

    >>> shown(None), shown(3000), shown(["tass"]), shown("killed")
    ('empty', '3,000', 'tass', 'killed')
    """
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value)) or "empty"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return count(int(value)) if float(value).is_integer() else str(value)
    return "empty" if value is None or value == "" else str(value)


def _moved(expected: Mapping[str, Any], now: Mapping[str, Any], name: str) -> str:
    return f"{name} was {shown(expected[name])} when it was written and is {shown(now[name])} now."


def _made(corpus: Corpus, entries: Sequence[Entry]) -> tuple[list[dict[str, Any]], set[tuple[str, str]], list[Stale]]:
    """The rows of leftovers that were made claims, which leftovers those are, and the lines that no longer fit."""
    asked = {entry.draft.article for entry in entries}
    left = {(one.article_id, named(one)): one for one in corpus.leftovers if one.article_id in asked}
    known = set(corpus.claims["claim_id"]) if entries else set()
    rows: list[dict[str, Any]] = []
    used: set[tuple[str, str]] = set()
    stale: list[Stale] = []
    for entry in entries:
        where = (entry.draft.article, entry.draft.subject)
        found = left.get(where)
        if found is None:
            stale.append(Stale(entry, "The number is no longer left over: the sentence is read otherwise now."))
        elif where in used:
            stale.append(Stale(entry, "The number was made a claim by an earlier correction already."))
        else:
            try:
                row = claim(found, corpus.articles[found.article_id], entry.draft.values, corpus)
            except CorrectionError as fault:
                stale.append(Stale(entry, f"It no longer fits: {fault}"))
                continue
            if row["claim_id"] in known:
                stale.append(Stale(entry, "The sentence is read otherwise now: this claim is among them by itself."))
                continue
            by = f"made a claim by {entry.who}, {entry.made:%Y-%m-%d}: {entry.why} (left over as {found.reason})"
            rows.append({**row, "flags": (by,)})
            used.add(where)
    return rows, used, stale


def claim(leftover: Leftover, article: Article, values: Mapping[str, Any], corpus: Corpus) -> dict[str, Any]:
    """The row that a leftover becomes with these values. Raises CorrectionError."""
    measure = str(values.get("measure") or values.get("event_type") or "")
    seed = f"{article.digest}:{leftover.span.start}:{leftover.span.end}:{measure}"
    empty: dict[str, Any] = {**dict.fromkeys(CHANGEABLE), "relays": ()}
    given = {
        **empty,
        **{"modality": "asserted", "subject": "prk", "source": "unattributed", "attribution": "none"},
        **{"stance": "asserts", "event_precision": "unknown"},
        **values,
    }
    text = article.text
    return {
        **cells(given, corpus.lexicon),
        "claim_id": hashlib.sha256(seed.encode()).hexdigest()[:16],
        "article_id": article.id,
        "published": article.published,
        "published_basis": article.published_basis,
        "outlet": article.outlet,
        "quantity_text": leftover.span.of(text),
        "quantity_start": leftover.span.start,
        "quantity_end": leftover.span.end,
        "sentence": leftover.sentence.of(text),
        "sentence_start": leftover.sentence.start,
        "sentence_end": leftover.sentence.end,
        "in_headline": False,
        "restatement": False,
        "rule": MADE,
        "parser_version": PARSER_VERSION,
        "lexicon_digest": corpus.lexicon.digest,
        "flags": (),
        "review": "corrected",
    }
