"""Which articles of an event table are told otherwise than in an earlier one."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.statements.statement import Told

READ = (*Told.__dataclass_fields__, "review")
"""The columns by which claims become statements."""


def changed(before: pd.DataFrame, now: pd.DataFrame) -> frozenset[str]:
    """The articles (ids) whose rows are not the same in both tables, column by column of READ and in their order;
    those that only one of them has, too.
    """
    names = pd.Index(pd.concat([before["article_id"], now["article_id"]]).unique())
    was, its = (names.get_indexer(pd.Index(table["article_id"])) for table in (before, now))
    differs = np.bincount(was, minlength=len(names)) != np.bincount(its, minlength=len(names))
    there, here = (_together(codes, differs) for codes in (was, its))
    article = its[here]
    for column in READ:
        differs[article[~_same(before[column].take(there), now[column].take(here))]] = True
    return frozenset(names[differs])


def _together(codes: npt.NDArray[np.intp], differs: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """The places of the rows of all articles that have as many in both tables, article by article."""
    order = np.argsort(codes, kind="stable")
    return order[~differs[codes[order]]]


def _same(one: pd.Series[Any], other: pd.Series[Any]) -> npt.NDArray[np.bool_]:
    """Whether two cells are equal, or both empty."""
    if one.dtype != other.dtype:
        one, other = one.astype(object), other.astype(object)
    equal = pd.Series(one.array == other.array).fillna(False).to_numpy(dtype=bool)
    empty = one.isna().to_numpy(dtype=bool) & other.isna().to_numpy(dtype=bool)
    same: npt.NDArray[np.bool_] = equal | empty
    return same
