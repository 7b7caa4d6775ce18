"""What all charts of one event table share, laid out once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.measures.records import TOLD
from components.measures.repeats import Repeats, furniture, rejected, repeats
from components.measures.rows import Codes, Rows


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """``told`` are the columns that charts speak of; ``claims`` and ``articles`` the ids of its rows, which columns of
    text give out one by one; ``furniture`` and ``rejected`` flag the rows of page furniture and those that an analyst
    found wrong.
    """

    told: pd.DataFrame
    again: Repeats
    furniture: Rows
    rejected: Rows
    claims: npt.NDArray[np.object_]
    articles: npt.NDArray[np.object_]

    def places(self, claims: Iterable[str]) -> Codes:
        """The rows of these claims (ids)."""
        return pd.Index(self.claims).get_indexer(pd.Index(list(claims), dtype=object)).astype(np.int64)


def register(frame: pd.DataFrame) -> Register:
    """The register of an event table."""
    code, articles = pd.factorize(frame["article_id"])
    return Register(
        told=frame[[*TOLD, "flags", "alternative_group", "review"]],
        again=repeats(frame),
        furniture=furniture(frame).to_numpy(dtype=bool),
        rejected=rejected(frame).to_numpy(dtype=bool),
        claims=frame["claim_id"].to_numpy(dtype=object),
        articles=np.asarray(articles, dtype=object)[code],
    )
