"""Statements in words: who said what when, which articles relay it, what each of them changed, and who else says so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from components import words
from components.measures.timeline import lane_order
from components.statements.corroboration import Corroboration
from components.statements.statement import Figure, Statement, Told

Order: TypeAlias = Literal["relays", "newest", "changes"]
"""What comes first: most articles that relay, the latest day of saying, or most changes by relays."""

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

    id: str
    label: str
    relays: tuple[Relayed, ...]
    stands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementTold:
    """One statement: its source, the day or days of saying in words, why its claims are one, and its figures."""

    source: str
    name: str
    family: str
    days: str
    why: str
    doubt: str
    articles: tuple[str, ...]
    figures: tuple[FigureTold, ...]


def relaying(
    statements: Sequence[Statement],
    stands: Mapping[str, Corroboration],
    names: Mapping[str, str],
    only: Collection[str],
) -> tuple[StatementTold, ...]:
    """In their order, the statements with a figure among whose claims one is in ``only``, in words."""
    return tuple(
        StatementTold(
            source=statement.source,
            name=words.body(statement.source, names),
            family=statement.family,
            days=_days(statement),
            why=statement.why,
            doubt=statement.doubt,
            articles=statement.articles,
            figures=told,
        )
        for statement in statements
        if (told := tuple(_figures(statement, stands, names, only)))
    )


def in_order(
    statements: Sequence[Statement], only: Collection[str], by: Order = "relays", changed: bool = False
) -> tuple[Statement, ...]:
    """The statements with a figure among whose claims one is in ``only``; nothing is worded.

    ``changed`` leaves those of which some relay moved a figure.
    """
    found = [
        statement
        for statement in statements
        if any(told.claim_id in only for figure in statement.figures for told in figure.claims)
        and (not changed or _moved(statement))
    ]
    return tuple(sorted(found, key=lambda one: (*_FIRST[by](one), lane_order(one.family), one.source, one.id)))


def _moved(statement: Statement) -> int:
    """So many changes that relays made to its figures."""
    return sum(len(figure.drift) for figure in statement.figures)


def _lately(statement: Statement) -> int:
    """The last possible day of saying, the latest first."""
    return -statement.last.toordinal() if statement.last else 0


_FIRST: Mapping[Order, Callable[[Statement], tuple[int, int]]] = {
    "relays": lambda one: (-len(one.articles), _lately(one)),
    "newest": lambda one: (_lately(one), -len(one.articles)),
    "changes": lambda one: (-_moved(one), _lately(one)),
}


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
            yield FigureTold(figure.id, number(figure.careful), tuple(_relays(figure)), behind(figure, stands, names))


def number(told: Told) -> str:
    """The claim's number and what it counts; a vague one as printed. The losses of those sent are all losses."""
    if not told.amount:
        return told.quantity_text or ""
    kind = "total" if told.kind == "subset" and not told.part else told.kind
    return words.thing(told.amount, told.measure or "", kind or "total")


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
