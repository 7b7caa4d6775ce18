"""Claims to statements: one utterance of one source on one occasion, however many articles relay it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from components import words
from components.lexicon import Lexicon
from components.statements.figures import figures
from components.statements.occasions import Occasion, occasions
from components.statements.statement import Drift, Figure, Statement, Told, told
from components.statements.tellings import tellings

__all__ = ["Drift", "Figure", "Grouping", "Statement", "Told", "group", "named"]

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """``claims`` is the event table with statement_id and figure_id filled; lines of other articles and rejected
    claims have neither.
    """

    claims: pd.DataFrame
    statements: tuple[Statement, ...]


def group(claims: pd.DataFrame, lexicon: Lexicon, copies: Mapping[str, str] = _NONE) -> Grouping:
    """The statements behind an event table, by day, source and id, whatever the order of its rows.

    ``copies`` gives the article that another one prints again. What an analyst has rejected states nothing.
    """
    own = [one for one in told(claims[claims["review"].ne("rejected")]) if not one.furniture]
    found = occasions(tellings(own, copies), lexicon.governments)
    return named(claims, tuple(_statement(occasion, copies, lexicon) for occasion in found))


def named(claims: pd.DataFrame, statements: tuple[Statement, ...]) -> Grouping:
    """The table with the names of statements that were grouped of it."""
    ids = {claim: statement.id for statement in statements for claim in statement.claims}
    in_figure = {
        one.claim_id: figure.id for statement in statements for figure in statement.figures for one in figure.claims
    }
    told_of = claims.assign(
        statement_id=claims["claim_id"].map(ids).astype("string"),
        figure_id=claims["claim_id"].map(in_figure).astype("string"),
    )
    return Grouping(told_of, statements)


def _statement(occasion: Occasion, copies: Mapping[str, str], lexicon: Lexicon) -> Statement:
    claims = [one for telling in occasion.tellings for one in telling.claims]
    name = hashlib.sha256(occasion.key.encode()).hexdigest()[:16]
    return Statement(
        id=name,
        source=occasion.source,
        family=occasion.family,
        first=occasion.first,
        last=occasion.last,
        figures=figures(name, claims, copies),
        claims=tuple(sorted(one.claim_id for one in claims)),
        articles=tuple(sorted({one.article_id for one in claims})),
        why=_why(occasion, lexicon),
        doubt=occasion.doubt,
    )


def _why(occasion: Occasion, lexicon: Lexicon) -> str:
    """Why these claims are one, in words."""
    texts = _count(len({telling.text for telling in occasion.tellings}))
    named = any(telling.named for telling in occasion.tellings)
    last = words.day(occasion.last) if occasion.last else ""
    day = f"said on {last}" if occasion.first == occasion.last else f"said by {last}"
    opening = day if named and last else "no day of saying is printed"
    joined = f"; joined by {'; '.join(sorted(occasion.joined))}" if occasion.joined else ""
    source = lexicon.sources.get(occasion.source)
    return f"{source.short or source.name if source else occasion.source}, {opening}, in {texts}{joined}"


def _count(texts: int) -> str:
    return "one text" if texts == 1 else f"{texts} texts"
