"""What each article tells: how many claims it makes, and each of them in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components import words
from components.measures.attribution import own_days
from components.measures.picks import happened
from components.measures.records import records
from components.measures.timeline import label


@dataclass(frozen=True, slots=True)
class Note:
    """One claim beside its sentence, which begins and ends at ``start`` and ``end`` of its article's text.

    ``days`` is "" where the text gives the event no days; ``again`` where the article said it before; ``review`` is
    a word of REVIEWS.
    """

    claim: str
    start: int
    end: int
    label: str
    source: str
    relays: tuple[str, ...]
    days: str
    again: bool
    review: str


def claims_by_article(claims: pd.DataFrame) -> Mapping[str, int]:
    """How many rows each article (id) has."""
    return {str(article): int(number) for article, number in claims["article_id"].value_counts().items()}


def notes(claims: pd.DataFrame, names: Mapping[str, str]) -> tuple[Note, ...]:
    """The rows as notes, by their place in the text; ``names`` gives sources and sides by id in words."""
    rows = records(claims.assign(**happened(claims)))
    found = [
        Note(
            claim=row["claim_id"],
            start=int(row["sentence_start"]),
            end=int(row["sentence_end"]),
            label=label(row, names),
            source=words.relay(row["source"], names),
            relays=tuple(words.relay(relay, names) for relay in row["relays"]),
            days=own_days(row),
            again=bool(row["restatement"]),
            review=str(row["review"]),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda note: (note.start, note.end, note.claim)))
