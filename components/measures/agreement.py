"""The matrix of agreement: for each figure, which family supports it, contradicts it or is silent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from components import words
from components.measures.relaying import number
from components.measures.timeline import lane_order
from components.statements.corroboration import Corroboration
from components.statements.statement import Statement


def agreement(
    statements: Sequence[Statement],
    stands: Mapping[str, Corroboration],
    names: Mapping[str, str],
    only: Collection[str],
) -> list[dict[str, str]]:
    """A row a figure with a claim in ``only``, a column a family that speaks on one; most families first.

    Figures of those who speak without a name, plans and vague numbers have no row.
    """
    figures = [
        (statement, figure, stands[figure.id])
        for statement in statements
        for figure in statement.figures
        if figure.id in stands and any(told.claim_id in only for told in figure.claims)
    ]
    families = sorted({stand.family for _, _, found in figures for stand in found.stands}, key=lane_order)
    figures.sort(key=lambda row: (-len(row[2].stands), lane_order(row[0].family), row[1].id))
    return [
        {
            "Figure": number(figure.careful),
            "Source": words.body(statement.source, names),
            **{names.get(family, family): found.position(family) for family in families},
        }
        for statement, figure, found in figures
    ]
