"""Numbered evidence: one number a figure, in the order in which the briefing first speaks of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components import words
from components.briefing.naming import speaker
from components.citation import INFERRED
from components.model import Article

NO_SOURCE = "no named source"
NO_DAY = "day of printing not known"
MOST = 4
"""So many figures are cited behind one sentence at most."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a figure comes from; ``link`` is "" where the article has no address. ``day`` is the day of printing."""

    number: int
    figure: str
    sentence: str
    source: str
    relays: str
    outlet: str
    day: str
    link: str

    @property
    def who(self) -> str:
        """The source, and through whom it was heard."""
        return f"{self.source}, through {self.relays}" if self.relays else self.source


class Numbering:
    """Gives each figure its number when it is first asked for."""

    def __init__(self, frame: pd.DataFrame, articles: Mapping[str, Article], names: Mapping[str, str]) -> None:
        self._articles, self._names = articles, names
        self._frame = frame
        self._place = {claim: n for n, claim in enumerate(frame["claim_id"].tolist())}
        self._figures = frame["figure_id"].fillna(frame["claim_id"]).tolist()
        self._numbers: dict[str, int] = {}
        self._first: list[int] = []

    def of(self, claims: Sequence[str]) -> tuple[int, ...]:
        """The numbers of the figures that these claims (ids) carry, the first of them at most."""
        figures: dict[str, int] = {}
        for claim in claims:
            place = self._place.get(claim)
            if place is not None:
                figures.setdefault(self._figures[place], place)
        return tuple(self._number(figure, place) for figure, place in list(figures.items())[:MOST])

    def _number(self, figure: str, place: int) -> int:
        if figure not in self._numbers:
            self._first.append(place)
            self._numbers[figure] = len(self._first)
        return self._numbers[figure]

    def told(self) -> tuple[Evidence, ...]:
        """All that were numbered, in order."""
        return tuple(self._evidence())

    def _evidence(self) -> Iterator[Evidence]:
        rows = self._frame.iloc[self._first].to_dict("records")
        for number, row in enumerate(rows, start=1):
            article = self._articles.get(row["article_id"])
            yield Evidence(
                number=number,
                figure=_figure(row),
                sentence=words.known(row["sentence"]),
                source=self._source(row),
                relays=words.relays(row["relays"], self._names),
                outlet=words.relay(words.known(row["outlet"]), self._names) or "outlet not known",
                day=_day(article),
                link=(article.url or "") if article else "",
            )

    def _source(self, row: Mapping[Any, Any]) -> str:
        source, family = words.known(row["source"]), words.known(row["family"])
        if source in ("", "unattributed"):
            return NO_SOURCE
        return speaker(words.body(source, self._names), family)


def _figure(row: Mapping[Any, Any]) -> str:
    """The claim's number and what it counts; the type of the event where there is no number."""
    measure, bound = words.known(row["measure"]), words.known(row["bound"])
    if not measure or not bound:
        return words.EVENTS[row["event_type"]].lower()
    ends = [None if words.known(row[end]) == "" else float(row[end]) for end in ("low", "best", "high")]
    amount = words.amount(bound, ends[0], ends[1], ends[2])
    return words.thing(amount, measure, row["kind"]) if amount else words.known(row["quantity_text"])


def _day(article: Article | None) -> str:
    printed: dt.date | None = article.published if article and article.published_basis != INFERRED else None
    return words.day(printed) if printed else NO_DAY
