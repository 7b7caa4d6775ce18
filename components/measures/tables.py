"""What is found as the five tables of a workbook: claims, statements, series, sources and leftovers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.columns import DAY, MEASURES
from components.measures.derived import derived
from components.measures.register import register
from components.measures.repeats import rejected
from components.measures.series import series
from components.measures.topics import counted
from components.statements import rows
from components.statements.corroboration import Corroboration
from components.statements.revisions import Ladder
from components.statements.statement import Statement

SOURCES: Mapping[str, str] = {
    "source": "string",
    "name": "string",
    "family": "string",
    "source_class": "string",
    "claims": "Int64",
    "numbered": "Int64",
    "relayed": "Int64",
    "articles": "Int64",
    "statements": "Int64",
    "first_said": DAY,
    "last_said": DAY,
    "first_printed": DAY,
    "last_printed": DAY,
}
"""Names and types; ``relayed`` counts the claims of others that a source passed on."""

COUNTED = ["claims", "numbered", "articles", "statements"]


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """One frame a sheet. ``claims`` are rows of the event table; nobody changes any of them."""

    claims: pd.DataFrame
    statements: pd.DataFrame
    series: pd.DataFrame
    sources: pd.DataFrame
    leftovers: pd.DataFrame


def tables(
    claims: pd.DataFrame,
    careful: pd.DataFrame,
    told: Sequence[Statement],
    known: Sequence[Ladder],
    stands: Mapping[str, Corroboration],
    checks: Mapping[str, Sequence[Mapping[str, Any]]],
    names: Mapping[str, str],
    leftovers: pd.DataFrame,
) -> Tables:
    """The found ``claims`` and all that stands on them; ``careful`` are the same rows with their careful values.

    Of ``told``, whose ladders are ``known``, only figures with a found claim are rows. ``checks`` are by figure id;
    ``names`` gives sources by id in words. No filter narrows ``leftovers``.
    """
    found = frozenset(claims["claim_id"])
    spoken = rows.frame(told, stands, checks)
    return Tables(
        claims=claims,
        statements=_of(found, spoken),
        series=_of(found, _every_series(careful, told, known)),
        sources=sources(claims, names),
        leftovers=leftovers,
    )


def sources(claims: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """One row a source or relay of ``claims``, most claims first: how much it says, and between which days.

    Rejected claims are not counted. The family and class of a body that only relays are empty: no claim gives them.
    """
    claims = claims[~rejected(claims)]
    by_source = claims.groupby("source", sort=True, observed=True)
    frame = by_source.agg(
        family=("family", "first"),
        source_class=("source_class", "first"),
        claims=("claim_id", "size"),
        numbered=("figure_id", "count"),
        articles=("article_id", "nunique"),
        statements=("statement_id", "nunique"),
        first_said=("said_on", "min"),
        last_said=("said_on", "max"),
        first_printed=("published", "min"),
        last_printed=("published", "max"),
    )
    passed = claims["relays"].explode().value_counts()
    relays = sorted(set(passed.index) - set(frame.index))
    frame = frame.reindex([*frame.index, *relays]).rename_axis("source").reset_index()
    frame[COUNTED] = frame[COUNTED].fillna(0)
    frame["name"] = frame["source"].map(lambda source: names.get(source, source))
    frame["relayed"] = frame["source"].map(passed).fillna(0)
    frame = frame.sort_values("claims", ascending=False, kind="stable", ignore_index=True)
    return frame[list(SOURCES)].astype(dict(SOURCES))


def _every_series(careful: pd.DataFrame, told: Sequence[Statement], known: Sequence[Ladder]) -> pd.DataFrame:
    """The series of each measure, one below the other."""
    parts = []
    counts = {figure.careful.measure for one in told for figure in one.figures}
    shared = register(careful) if counts else None
    for measure in MEASURES:
        if measure in counts:
            own = [one for one in told if any(figure.careful.measure == measure for figure in one.figures)]
            sums = derived(counted(careful, measure, {}, shared).points)
            parts.append(series(own, measure, (), sums, known))
    return pd.concat(parts, ignore_index=True) if parts else series((), MEASURES[0])


def _of(found: frozenset[str], frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with a found claim among their claims (ids)."""
    inside = pd.Series([not found.isdisjoint(claims) for claims in frame["claims"]], index=frame.index, dtype=bool)
    return frame[inside].reset_index(drop=True)
