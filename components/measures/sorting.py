"""Which claims a chart leaves out and why, and of which sort are the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from components import words
from components.columns import LOSSES
from components.measures.picks import happened
from components.measures.repeats import furniture, rejected
from components.measures.rows import Codes, flags

AGAIN = "said again in the same article"


def left_out(rows: pd.DataFrame, others: str, no_counts: Sequence[str]) -> tuple[Codes, tuple[str, ...]]:
    """For each row the first reason that keeps it out of a chart, by number and in words; -1 for those drawn.

    Whether it is said again is asked of the rows that are found: AGAIN applies to none here.
    """
    reasons = {
        "rejected by an analyst": rejected(rows),
        others: rows["subject"].ne("prk"),
        AGAIN: pd.Series(False, index=rows.index),
        "page furniture": furniture(rows),
        "denied": rows["modality"].eq("denied"),
        "vague numbers": rows["bound"].eq("vague"),
        "without a number": rows[["low", "best", "high"]].isna().all(axis=1),
        _plural(no_counts): rows["kind"].isin(no_counts),
        "without a day": happened(rows)["first"].isna(),
    }
    why = np.full(len(rows), -1, dtype=np.int64)
    for number, applies in enumerate(reasons.values()):
        why[(why < 0) & flags(applies)] = number
    return why, tuple(reasons)


def _plural(kinds: Sequence[str]) -> str:
    """The kinds in words.

    >>> _plural(("rate", "share", "capacity")), _plural(("rate", "share"))
    ('rates, shares or capacities', 'rates or shares')
    """
    several = {"rate": "rates", "share": "shares", "capacity": "capacities"}
    return words.listed([several[kind] for kind in kinds]).replace(" and ", " or ")


def planned_wholes(rows: pd.DataFrame) -> Codes:
    """For each part of something planned or possible the place of that whole among ``rows``; -1 for all others."""
    wholes = np.flatnonzero(_planned(rows))
    place = pd.Index(rows["claim_id"].iloc[wholes]).get_indexer(pd.Index(rows["subset_of"]))
    come = (place >= 0) & flags(rows["kind"].eq("subset"))
    found = np.full(len(rows), -1, dtype=np.int64)
    found[come] = wholes[place[come]]
    return found


def sorts(rows: pd.DataFrame, come: pd.Series[bool]) -> pd.Series[str]:
    """The keys of CLASSES. What has ``come`` of a plan is no part of what is there: it adds to it (rule 3)."""
    sort = pd.Series("total", index=rows.index, dtype="string")
    sort = sort.mask(rows["kind"].eq("subset") & ~rows["measure"].isin(LOSSES), "part")
    sort = sort.mask(rows["kind"].eq("additional") | come, "addition")
    sort = sort.mask(_planned(rows), "plan")
    return sort.mask(rows["kind"].eq("capacity"), "capacity")


def _planned(rows: pd.DataFrame) -> pd.Series[bool]:
    return rows["kind"].eq("planned") | rows["modality"].isin(["planned", "possible"])
