"""Statements in words: who said what when, which articles relay it, what each of them changed, and who else says so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from components import words
from components.measures.timeline import lane_order
from components.statements.corroboration import Corroboration
from components.statements.statement import Figure, Statement, Told

MOVED: Mapping[str, str] = {
    "bound_dropped": "drops the bound",
    "bound_changed": "changes the bound",
    "hedge_weakened": "is surer than the source",
    "hedge_strengthened": "is less sure than the source",
    "measure_changed": "counts another thing",
    "number_changed": "prints another number",
    "scope_changed": "changes what the number includes",
    "subset_as_addition": "makes a part an addition",
    "or_to_and": "adds what excludes each other",
    "capacity_as_actual": "makes a capacity a fact",
    "plan_as_fact": "makes a plan a fact",
}


@dataclass(frozen=True, slots=True)
class Relayed:
    """One article's relay of a figure: its words for the number, and what it moved, "" where nothing."""

    article: str
    number: str
    moved: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureTold:
    """A figure as its most careful relay has it, its relays with that one first, and the other families in words."""

    label: str
    relays: tuple[Relayed, ...]
    stands: tuple[str, ...]

    @property
    def drifted(self) -> bool:
        return any(relay.moved for relay in self.relays)


@dataclass(frozen=True, slots=True)
class StatementTold:
    """One statement: its source, the day or days of saying in words, and its figures."""

    source: str
    name: str
    family: str
    days: str
    doubt: str
    articles: tuple[str, ...]
    figures: tuple[FigureTold, ...]


def relaying(
    statements: Sequence[Statement],
    stands: Mapping[str, Corroboration],
    names: Mapping[str, str],
    only: Collection[str],
) -> tuple[StatementTold, ...]:
    """The statements with a figure among whose claims one is in ``only``, those relayed by most articles first."""
    found = [
        StatementTold(
            source=statement.source,
            name=words.body(statement.source, names),
            family=statement.family,
            days=_days(statement),
            doubt=statement.doubt,
            articles=statement.articles,
            figures=told,
        )
        for statement in statements
        if (told := tuple(_figures(statement, stands, names, only)))
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.articles), lane_order(one.family), one.days, one.source)))


def _days(statement: Statement) -> str:
    """The day of saying, or the last day that the texts allow; "" where they allow none."""
    if statement.said_on:
        return words.day(statement.said_on)
    return f"by {words.day(statement.last)}" if statement.last else ""


def _figures(
    statement: Statement, stands: Mapping[str, Corroboration], names: Mapping[str, str], only: Collection[str]
) -> Iterator[FigureTold]:
    for figure in statement.figures:
        if any(told.claim_id in only for told in figure.claims):
            yield FigureTold(number(figure.careful), tuple(_relays(figure)), behind(figure, stands, names))


def number(told: Told) -> str:
    """The claim's number and what it counts; a vague one as printed."""
    amount = words.amount(told.bound or "vague", told.low, told.best, told.high)
    if not amount:
        return told.quantity_text or ""
    return words.thing(amount, told.measure or "", told.kind or "total")


def _relays(figure: Figure) -> Iterator[Relayed]:
    for article in figure.articles:
        own = [told for told in figure.claims if told.article_id == article]
        changes = [MOVED[drift.what] for drift in figure.drift if drift.article == article]
        if article in figure.copies:
            changes.append("prints another article's text")
        yield Relayed(article, number(own[0]), words.listed(changes) if changes else "", tuple(t.claim_id for t in own))


def behind(figure: Figure, stands: Mapping[str, Corroboration], names: Mapping[str, str]) -> tuple[str, ...]:
    """The other families that support or contradict the figure, one phrase each."""
    found = stands.get(figure.id)
    return tuple(
        f"{names.get(stand.family, stand.family)} {stand.position} it {stand.says}"
        for stand in (found.stands[1:] if found else ())
    )
