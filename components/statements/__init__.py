"""Claims to statements: one utterance of one source on one occasion, however many articles relay it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from components.lexicon import Lexicon
from components.statements.grouping import Grouping, named
from components.statements.groups import Groups
from components.statements.statement import Drift, Figure, Statement, Told, told

__all__ = ["Drift", "Figure", "Grouping", "Groups", "Statement", "Told", "group", "named", "told"]

_NONE: Mapping[str, str] = MappingProxyType({})


def group(claims: pd.DataFrame, lexicon: Lexicon, copies: Mapping[str, str] = _NONE) -> Grouping:
    """The statements behind an event table, by day, source and id, whatever the order of its rows.

    ``copies`` gives the article that another one prints again. What an analyst has rejected states nothing.
    """
    return Groups(lexicon).grouped(claims, copies)
