"""Claims as the most careful relay of their figure has them, so that a drifted relay makes no point of its own."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components.statements.statement import Statement

_VALUES = ("measure", "kind", "modality", "low", "best", "high", "bound")


def faithful(claims: pd.DataFrame, statements: Sequence[Statement]) -> pd.DataFrame:
    """The rows of ``claims``, those that moved a figure with the careful relay's values; their words stay their own."""
    careful = {
        told.claim_id: figure.careful
        for statement in statements
        for figure in statement.figures
        for told in figure.claims
        if told is not figure.careful and any(getattr(told, name) != getattr(figure.careful, name) for name in _VALUES)
    }
    moved = claims["claim_id"].isin(list(careful))
    if not moved.any():
        return claims
    told = claims.copy()
    for name in _VALUES:
        values = [getattr(careful[claim], name) for claim in claims.loc[moved, "claim_id"]]
        told.loc[moved, name] = pd.Series(values, index=claims.index[moved], dtype=claims[name].dtype)
    return told
