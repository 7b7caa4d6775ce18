"""The event table: one row a claim. How readings become rows, and what is wrong with a frame.

``text[sentence_start:sentence_end] == sentence`` in every row, always.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from components import model
from components.columns import BY_NAME, COLUMNS, Column
from components.lexicon import Lexicon
from components.version import PARSER_VERSION


def empty() -> pd.DataFrame:
    """The table without a row, every column typed."""
    return _frame({name: [] for name in BY_NAME})


def build(readings: Iterable[model.Reading], lexicon: Lexicon) -> pd.DataFrame:
    """One row a claim, in reading order. A value outside a closed list is kept and named by ``problems``."""
    cells: dict[str, list[Any]] = {name: [] for name in BY_NAME}
    for reading in readings:
        for claim in reading.claims:
            row = _row(claim, reading, lexicon)
            for name, column in cells.items():
                column.append(row.get(name))
    return _frame(cells)


def frame(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """The table of rows that are given cell by cell; a cell that is not given is empty."""
    return _frame({name: [row.get(name) for row in rows] for name in BY_NAME})


def column(name: str, values: list[Any]) -> pd.Series[Any]:
    """One column of the table with these cells."""
    return _series(BY_NAME[name], values)


def _frame(cells: Mapping[str, list[Any]]) -> pd.DataFrame:
    return pd.DataFrame({name: _series(BY_NAME[name], values) for name, values in cells.items()})


def _series(column: Column, values: list[Any]) -> pd.Series[Any]:
    if isinstance(column.dtype, str):
        typed: pd.Series[Any] = pd.Series(values, dtype=column.pandas_dtype)
        return typed
    strange = sorted({value for value in values if value is not None} - set(column.dtype))
    named: pd.Series[Any] = pd.Series(pd.Categorical(values, categories=[*column.dtype, *strange]))
    return named


def _row(claim: model.Claim, reading: model.Reading, lexicon: Lexicon) -> dict[str, Any]:
    article = reading.article
    return {
        "claim_id": claim.id,
        "article_id": claim.article_id,
        "event_type": claim.event_type,
        "modality": claim.modality,
        "actor": claim.actor,
        "recipient": claim.recipient,
        "subject": claim.subject,
        "published": reading.published,
        "published_basis": reading.published_basis,
        "outlet": article.outlet,
        "sentence": claim.sentence.of(article.text),
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "in_headline": claim.in_headline,
        "restatement": claim.restatement,
        "rule": claim.rule,
        "parser_version": PARSER_VERSION,
        "lexicon_digest": reading.lexicon_digest,
        "flags": (*claim.flags, *claim.attribution.flags),
        "review": "auto",
        **_how_many(claim.quantity, article.text),
        **_when(claim.when),
        **_where(claim.place, lexicon),
        **_who(claim.attribution, article.text, lexicon),
    }


def _how_many(quantity: model.Quantity | None, text: str) -> dict[str, Any]:
    if quantity is None:
        return {}
    named = ("measure", "item", "low", "best", "high", "bound", "kind", "unit", "subset_of", "alternative_group")
    return {
        **{name: getattr(quantity, name) for name in named},
        "quantity_text": quantity.span.of(text),
        "quantity_start": quantity.span.start,
        "quantity_end": quantity.span.end,
    }


def _when(when: model.When) -> dict[str, Any]:
    return {
        "event_start": when.first,
        "event_end": when.last,
        "event_precision": when.precision,
        "event_basis": when.basis,
        "event_text": when.text,
        "as_of": when.as_of,
        "as_of_basis": when.as_of_basis,
        "said_on": when.said_on,
    }


def _where(place_id: str | None, lexicon: Lexicon) -> dict[str, Any]:
    place = lexicon.places.get(place_id) if place_id else None
    if place is None:
        return {"place": place_id}
    return {"place": place.name, "lat": place.lat, "lon": place.lon, "place_precision": place.precision}


def _who(attribution: model.Attribution, text: str, lexicon: Lexicon) -> dict[str, Any]:
    source, span = attribution.source or "unattributed", attribution.source_span
    known = lexicon.sources.get(source)
    own_voice = "media" if source == "unattributed" else None
    return {
        "source": source,
        "source_text": _words(span, text),
        "source_start": span.start if span else None,
        "source_end": span.end if span else None,
        "family": known.family if known else own_voice,
        "source_class": known.class_ if known else own_voice,
        "relays": attribution.relays,
        "cue_text": _words(attribution.cue_span, text),
        "attribution": attribution.form,
        "stance": attribution.stance,
        "confidence_text": _words(attribution.confidence_span, text),
    }


def _words(span: model.Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Each row as JSON takes it: ISO days, null where the text does not say, lists, whole numbers without a point."""
    columns = {str(name): [plain(value) for value in frame[name].tolist()] for name in frame.columns}
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(columns, values, strict=True))


def plain(value: Any) -> Any:
    """A cell as JSON takes it.

    >>> plain(11000.0), plain(pd.NaT), plain(dt.date(2025, 3, 27)), plain(("tass",))
    (11000, None, '2025-03-27', ['tass'])
    """
    if isinstance(value, list | tuple):
        return list(value)
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def problems(frame: pd.DataFrame, articles: Mapping[str, model.Article] | None = None) -> tuple[str, ...]:
    """What is wrong with a frame, in plain words; nothing for a sound one. With ``articles``, texts are compared."""
    wrong_shape = tuple(_wrong_shape(frame))
    return wrong_shape or (*_wrong_rows(frame), *(_wrong_texts(frame, articles) if articles is not None else ()))


def _wrong_shape(frame: pd.DataFrame) -> Iterator[str]:
    for name, column in BY_NAME.items():
        if name not in frame.columns:
            yield f"the column '{name}' is missing"
        elif isinstance(column.dtype, str):
            if frame[name].dtype != column.pandas_dtype:
                yield f"the column '{name}' is {frame[name].dtype}; it must be {column.dtype}"
        elif not isinstance(frame[name].dtype, pd.CategoricalDtype):
            yield f"the column '{name}' is {frame[name].dtype}; it must be a category"
    for name in frame.columns:
        if name not in BY_NAME:
            yield f"the column '{name}' does not belong to the event table"


def _wrong_rows(frame: pd.DataFrame) -> Iterator[str]:
    for column in COLUMNS:
        if not isinstance(column.dtype, str):
            for value in frame[column.name].dropna().unique():
                if value not in column.dtype:
                    yield f"'{value}' is not a known {column.name}"
    numbered = frame[["low", "best", "high"]].notna().any(axis=1)
    faults = {
        "has no claim_id": frame["claim_id"].isna(),
        "has a claim_id that another row has too": frame["claim_id"].duplicated() & frame["claim_id"].notna(),
        "has a low above its high": frame["low"] > frame["high"],
        "has a best outside its low and high": (frame["best"] < frame["low"]) | (frame["best"] > frame["high"]),
        "has a bound without its number": frame["bound"].notna() & (frame["bound"] != "vague") & ~numbered,
        "has a number without its bound": numbered & frame["bound"].isna(),
        "has a number without its measure": numbered & frame["measure"].isna(),
        "has a number without its words": numbered & frame["quantity_start"].isna(),
        "has an event that ends before it begins": frame["event_end"] < frame["event_start"],
        "names a source that the word files do not know": frame["family"].isna(),
        "has a sentence that ends before it begins": frame["sentence_end"] <= frame["sentence_start"],
    }
    for fault, rows_at_fault in faults.items():
        for name in frame["claim_id"][rows_at_fault.fillna(False).astype(bool)]:
            yield f"the claim {name} {fault}"


def _wrong_texts(frame: pd.DataFrame, articles: Mapping[str, model.Article]) -> Iterator[str]:
    spans = (("sentence", "sentence"), ("quantity", "quantity_text"), ("source", "source_text"))
    for row in rows(frame):
        article = articles.get(row["article_id"])
        if article is None:
            yield f"the claim {row['claim_id']} names the unknown article '{row['article_id']}'"
            continue
        for span, words in spans:
            start, end = row[f"{span}_start"], row[f"{span}_end"]
            if start is not None and article.text[start:end] != row[words]:
                yield f"the claim {row['claim_id']} has a {span} that is not what its article prints there"


def leftovers(readings: Iterable[model.Reading]) -> pd.DataFrame:
    """One row for each number or speaker that no claim used: where it stands, its words, and why it was left."""
    return left([(leftover, reading.article.text) for reading in readings for leftover in reading.leftovers])


def left(found: Sequence[tuple[model.Leftover, str]]) -> pd.DataFrame:
    """The same for leftovers, each with the text in which it stands."""
    texts = {
        "article_id": [leftover.article_id for leftover, _ in found],
        "words": [leftover.span.of(text) for leftover, text in found],
        "reason": [leftover.reason for leftover, _ in found],
        "detail": [leftover.detail for leftover, _ in found],
        "sentence": [leftover.sentence.of(text) for leftover, text in found],
    }
    offsets = {
        "start": [leftover.span.start for leftover, _ in found],
        "end": [leftover.span.end for leftover, _ in found],
        "sentence_start": [leftover.sentence.start for leftover, _ in found],
        "sentence_end": [leftover.sentence.end for leftover, _ in found],
    }
    return pd.DataFrame(
        {name: pd.Series(values, dtype="string") for name, values in texts.items()}
        | {name: pd.Series(values, dtype="Int64") for name, values in offsets.items()}
    )
