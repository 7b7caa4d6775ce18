"""The matrix of agreement: for each figure, which family supports it, contradicts it or is silent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from components import words
from components.measures.comparisons import topic
from components.measures.relaying import number
from components.measures.timeline import lane_order
from components.measures.windows import Shown, counted, days, month, place
from components.statements.corroboration import Corroboration, Position
from components.statements.statement import Figure, Statement


@dataclass(frozen=True, slots=True)
class Agreed:
    """One figure of the month ``window``; ``positions`` are those of the matrix's families, in its order.

    ``claims`` (ids) are the figure's, then those of the families that stand behind or against it.
    """

    window: str
    what: str
    figure: str
    source: str
    family: str
    days: str
    positions: tuple[Position, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``families`` are the columns: ids with names, in the fixed order of families."""

    families: tuple[tuple[str, str], ...]
    figures: Shown[Agreed]


def agreement(
    statements: Sequence[Statement],
    stands: Mapping[str, Corroboration],
    names: Mapping[str, str],
    only: Collection[str],
    most: int = 40,
) -> Matrix:
    """A row a figure with a claim in ``only``, a column a family that speaks on one of them.

    The ``most`` figures on which most families speak, by month, the latest first. Figures of those who speak without a
    name, plans and vague numbers have no row.
    """
    figures = [
        (statement, figure, stands[figure.id])
        for statement in statements
        for figure in statement.figures
        if figure.id in stands and any(told.claim_id in only for told in figure.claims)
    ]
    figures.sort(key=lambda row: (-len(row[2].stands), lane_order(row[0].family), row[1].id))
    shown = sorted(figures[:most], key=_latest_first)
    families = sorted({stand.family for _, _, found in shown for stand in found.stands}, key=lane_order)
    return Matrix(
        tuple((family, names.get(family, family)) for family in families),
        Shown(tuple(_agreed(*row, families, names) for row in shown), len(figures) - len(shown)),
    )


def _latest_first(row: tuple[Statement, Figure, Corroboration]) -> tuple[object, ...]:
    statement, figure, _ = row
    measure, subject, of = topic(statement, figure)
    return -of[0], -of[1], place(measure, subject, of), lane_order(statement.family), figure.id


def _agreed(
    statement: Statement, figure: Figure, found: Corroboration, families: Sequence[str], names: Mapping[str, str]
) -> Agreed:
    measure, subject, of = topic(statement, figure)
    return Agreed(
        window=month(of),
        what=counted(measure, subject, names),
        figure=number(figure.careful),
        source=words.body(statement.source, names),
        family=statement.family,
        days=days(figure.careful, statement),
        positions=tuple(found.position(family) for family in families),
        claims=tuple(dict.fromkeys(claim for stand in found.stands for claim in stand.claims)),
    )
