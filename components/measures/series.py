"""A measure over time: one row a figure of one source, in steps, with what each step changed and how it came about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import pandas as pd

from components.columns import DAY
from components.measures.figures import Point
from components.statements.revisions import Ladder, Rung, ladders
from components.statements.statement import Figure, Statement

COLUMNS = {
    "source": "string",
    "family": "string",
    "subject": "string",
    "measure": "string",
    "kind": "string",
    "day": DAY,
    "low": "Float64",
    "best": "Float64",
    "high": "Float64",
    "bound": "string",
    "figure": "string",
    "formula": "string",
    "change": "string",
    "reason": "string",
    "mentions": "object",
    "figure_id": "string",
    "claims": "object",
    "articles": "object",
}


def series(
    statements: Sequence[Statement],
    measure: str,
    sources: Collection[str] = (),
    sums: Sequence[Point] = (),
    known: Sequence[Ladder] | None = None,
) -> pd.DataFrame:
    """Every figure of ``measure``, source by source and never across; all sources where none is named.

    Totals are steps: each replaces the one before (rule 1). Additions, plans and parts follow, each for itself, without
    a change; a figure that is only repeated stands in ``mentions``. Last come ``sums``, derived points (rule 2): they
    have the claims of all their parts, a formula and no figure's id, for no source states them. ``known`` are the
    ladders of the statements where somebody has them already.
    """
    rows = [
        row
        for ladder in (ladders(statements) if known is None else known)
        if ladder.measure == measure and (not sources or ladder.source in sources)
        for row in _steps(ladder)
    ]
    in_steps = {id_ for row in rows for id_ in (row["figure_id"], *row["mentions"])}
    for statement in statements:
        if not sources or statement.source in sources:
            rows += [
                _row(statement.source, statement.family, figure, _day(statement, figure))
                for figure in statement.figures
                if figure.careful.measure == measure and figure.id not in in_steps
            ]
    rows += [_sum(point) for point in sums if point.measure == measure and (not sources or point.source in sources)]
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=kind) for name, kind in COLUMNS.items()})


def _steps(ladder: Ladder) -> Iterator[dict[str, Any]]:
    for rung in ladder.rungs:
        yield _row(ladder.source, ladder.family, rung.figure, rung.day, rung)


def _day(statement: Statement, figure: Figure) -> dt.date | None:
    return figure.careful.as_of or figure.careful.event_end or statement.last


def _row(source: str, family: str, figure: Figure, day: dt.date | None, rung: Rung | None = None) -> dict[str, Any]:
    told = figure.careful
    return {
        "source": source,
        "family": family,
        "subject": told.subject,
        "measure": told.measure,
        "kind": told.kind if told.modality in ("asserted", "planned") else f"{told.kind}, {told.modality}",
        "day": day,
        "low": told.low,
        "best": told.best,
        "high": told.high,
        "bound": told.bound,
        "figure": told.amount or told.quantity_text,
        "formula": None,
        "change": rung.change if rung else None,
        "reason": (rung.reason or None) if rung else None,
        "mentions": list(rung.mentions) if rung else [],
        "figure_id": figure.id,
        "claims": [one.claim_id for one in figure.claims],
        "articles": list(figure.articles),
    }


def _sum(point: Point) -> dict[str, Any]:
    return {
        "source": point.source,
        "family": point.family,
        "subject": "prk",
        "measure": point.measure,
        "kind": point.sort,
        "day": point.last,
        "low": point.low,
        "best": point.best,
        "high": point.high,
        "bound": point.bound,
        "figure": point.number,
        "formula": point.formula,
        "change": None,
        "reason": None,
        "mentions": [],
        "figure_id": None,
        "claims": list(point.claims),
        "articles": list(point.articles),
    }
