"""Rows of the event table as dictionaries, for what is told claim by claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import pandas as pd

from components import words

Record: TypeAlias = dict[str, Any]

TOLD = (
    "claim_id",
    "article_id",
    "event_type",
    "modality",
    "actor",
    "recipient",
    "subject",
    "measure",
    "low",
    "best",
    "high",
    "bound",
    "kind",
    "quantity_text",
    "event_text",
    "source",
    "family",
    "relays",
    "sentence",
)
"""The columns that the charts and the attribution view speak of."""


def records(frame: pd.DataFrame) -> list[Record]:
    """Every row by column name, in order."""
    columns = [(str(name), frame[name].tolist()) for name in frame.columns]
    return [{name: values[n] for name, values in columns} for n in range(len(frame))]


def alike(rows: Iterable[Record], columns: Sequence[str]) -> list[list[Record]]:
    """Rows that say the same in these columns, together; in order of their first."""
    found: dict[tuple[str, ...], list[Record]] = {}
    for row in rows:
        found.setdefault(tuple(words.known(row[column]) for column in columns), []).append(row)
    return list(found.values())
