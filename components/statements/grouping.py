"""An event table with its statements."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from components.statements.statement import Statement


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """``claims`` is the event table with statement_id and figure_id filled; lines of other articles and rejected
    claims have neither.
    """

    claims: pd.DataFrame
    statements: tuple[Statement, ...]


def named(claims: pd.DataFrame, statements: tuple[Statement, ...]) -> Grouping:
    """The table with the names of statements that were grouped of it."""
    ids = {claim: statement.id for statement in statements for claim in statement.claims}
    in_figure = {
        one.claim_id: figure.id for statement in statements for figure in statement.figures for one in figure.claims
    }
    every = claims["claim_id"].tolist()
    told_of = claims.assign(
        statement_id=pd.array([ids.get(claim) for claim in every], dtype="string"),
        figure_id=pd.array([in_figure.get(claim) for claim in every], dtype="string"),
    )
    return Grouping(told_of, statements)
