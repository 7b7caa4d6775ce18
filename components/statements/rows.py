"""The statements as a frame, one row a figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import pandas as pd

from components.columns import DAY
from components.statements.corroboration import Corroboration
from components.statements.statement import Figure, Statement

COLUMNS: Mapping[str, str] = {
    "statement_id": "string",
    "figure_id": "string",
    "source": "string",
    "family": "string",
    "said_on": DAY,
    "said_first": DAY,
    "said_last": DAY,
    "subject": "string",
    "measure": "string",
    "kind": "string",
    "modality": "string",
    "low": "Float64",
    "best": "Float64",
    "high": "Float64",
    "bound": "string",
    "quantity_text": "string",
    "event_start": DAY,
    "event_end": DAY,
    "as_of": DAY,
    "careful_claim": "string",
    "claims": "object",
    "articles": "object",
    "copies": "object",
    "outlets": "object",
    "relays": "object",
    "first_printed": DAY,
    "last_printed": DAY,
    "drift": "object",
    "checks": "object",
    "families": "object",
    "stands": "object",
    "why": "string",
    "doubt": "string",
}
"""Names and types; lists hold ids, ``drift`` dictionaries of article, claim_id and what, ``checks`` of check,
verdict and says, ``stands`` of family, position, says and claims; ``families`` are those behind the figure."""

_OF_CAREFUL = (
    "subject",
    "measure",
    "kind",
    "modality",
    "low",
    "best",
    "high",
    "bound",
    "quantity_text",
    "event_start",
    "event_end",
    "as_of",
)


class Verdict(Protocol):
    """What a check found on the ``figures`` (ids) of a statement."""

    @property
    def check(self) -> str: ...
    @property
    def verdict(self) -> str: ...
    @property
    def says(self) -> str: ...
    @property
    def figures(self) -> tuple[str, ...]: ...


def by_figure(verdicts: Iterable[Verdict]) -> dict[str, list[dict[str, str]]]:
    """The verdicts on each figure as cells of ``checks``, by the figure's id."""
    told: dict[str, list[dict[str, str]]] = {}
    for one in verdicts:
        for figure in one.figures:
            told.setdefault(figure, []).append({"check": one.check, "verdict": one.verdict, "says": one.says})
    return told


def frame(
    statements: Sequence[Statement],
    stands: Mapping[str, Corroboration],
    checks: Mapping[str, Sequence[Mapping[str, Any]]],
) -> pd.DataFrame:
    """One row a figure, in order of the statements; ``stands`` and ``checks`` are by figure id."""
    rows = [
        {
            **_statement(statement),
            **_figure(figure),
            **_stands(stands.get(figure.id)),
            "checks": list(checks.get(figure.id, ())),
        }
        for statement in statements
        for figure in statement.figures
    ]
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=kind) for name, kind in COLUMNS.items()})


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "statement_id": statement.id,
        "source": statement.source,
        "family": statement.family,
        "said_on": statement.said_on,
        "said_first": statement.first,
        "said_last": statement.last,
        "why": statement.why,
        "doubt": statement.doubt or None,
    }


def _stands(found: Corroboration | None) -> dict[str, Any]:
    stands = found.stands if found else ()
    return {
        "families": list(found.families if found else ()),
        "stands": [
            {"family": one.family, "position": one.position, "says": one.says, "claims": list(one.claims)}
            for one in stands
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    printed: list[dt.date] = sorted({told.published for told in figure.claims if told.published})
    return {
        "figure_id": figure.id,
        **{name: getattr(figure.careful, name) for name in _OF_CAREFUL},
        "careful_claim": figure.careful.claim_id,
        "claims": [told.claim_id for told in figure.claims],
        "articles": list(figure.articles),
        "copies": list(figure.copies),
        "outlets": sorted({told.outlet for told in figure.claims if told.outlet}),
        "relays": sorted({relay for told in figure.claims for relay in told.relays}),
        "first_printed": printed[0] if printed else None,
        "last_printed": printed[-1] if printed else None,
        "drift": [{"article": drift.article, "claim_id": drift.claim_id, "what": drift.what} for drift in figure.drift],
    }
