"""Every event of a table once, on the days that one asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from components.columns import EVENT_TYPES
from components.measures.alike import alike_in
from components.measures.figures import UNDATED, LeftOut
from components.measures.picks import happened
from components.measures.records import TOLD
from components.measures.repeats import furniture, rejected, said_again
from components.statements.tellings import UNNAMED

Axis: TypeAlias = Literal["happened", "as_of", "said_on", "published"]
Lanes: TypeAlias = Literal["family", "type"]
Manner: TypeAlias = Literal["stated", "printed", "planned", "denied"]

AXES: Mapping[Axis, str] = {
    "happened": "When it happened",
    "as_of": "Day the figure holds for",
    "said_on": "When it was said",
    "published": "When it was printed",
}
WITHOUT: Mapping[Axis, str] = {
    "happened": "without a day",
    "as_of": "without a day that a figure holds for",
    "said_on": "without a day on which it was said",
    "published": "without a day of printing",
}
LANES = ("rok", "ua", "us", "uk", "nato", "eu", "jp", "ru", "prk", "msmt", "un")
SAME_EVENT = (
    "family",
    "source",
    "what",
    "modality",
    "first",
    "last",
    "measure",
    "kind",
    "bound",
    "low",
    "best",
    "high",
)


@dataclass(frozen=True, slots=True, eq=False)
class Chronicle:
    """``rows``: an event each, lane by lane and day by day, as its first dated claim tells it.

    ``claims``: a row a claim with the ``event`` (a position in ``rows``) that it tells, in the order of the events.
    """

    axis: Axis
    lanes: Lanes
    rows: pd.DataFrame
    claims: pd.DataFrame
    left_out: tuple[LeftOut, ...]


def chronicle(frame: pd.DataFrame, axis: Axis = "happened", lanes: Lanes = "family") -> Chronicle:
    """The events of the table: claims of one source that say the same of the same days are one."""
    wrong = rejected(frame)
    again = said_again(frame) & ~wrong
    beside = furniture(frame) & ~again & ~wrong
    when = on_axis(frame, axis)
    undated = when["first"].isna() & ~again & ~beside & ~wrong
    drawn = ~wrong & ~again & ~beside & ~undated
    told = frame.loc[drawn, [*TOLD]].assign(**when[drawn])
    told = told.assign(bare=told["basis"].isin(UNDATED) & told["measure"].isna())
    told["what"] = _what(told, lanes)
    rows, claims = _events(told, lanes)
    counts = (
        ("rejected by an analyst", wrong),
        ("said again in the same article", again),
        ("page furniture", beside),
        (WITHOUT[axis], undated),
    )
    left_out = tuple(LeftOut(int(mask.sum()), reason) for reason, mask in counts if mask.any())
    return Chronicle(axis, lanes, rows, claims, left_out)


def on_axis(frame: pd.DataFrame, axis: Axis) -> pd.DataFrame:
    """``first``, ``last`` and ``basis`` of each claim's days on this axis; empty where it has none."""
    if axis == "happened":
        return happened(frame)
    asked = pd.Series("stated", index=frame.index, dtype="string")
    basis = frame["as_of_basis"].astype("string").fillna(asked) if axis == "as_of" else asked
    return pd.DataFrame({"first": frame[axis], "last": frame[axis], "basis": basis})


def lane_order(family: str) -> tuple[int, str]:
    """A fixed place for each family, whatever is filtered; those who speak without a name come last."""
    if family in LANES:
        return LANES.index(family), ""
    return len(LANES) + (family in UNNAMED) + (family == "media"), family


def _what(told: pd.DataFrame, lanes: Lanes) -> pd.Series[str]:
    """What happened between whom; the same for all of a lane that has neither a number nor a day of its own."""
    event, actor, recipient = (
        told[column].astype("string").fillna("") for column in ("event_type", "actor", "recipient")
    )
    return (event + " " + actor + " " + recipient).mask(told["bare"], event if lanes == "type" else "")


def _events(told: pd.DataFrame, lanes: Lanes) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A row an event in the order of the chart, and a row a claim with its event's place in that order."""
    told = told.assign(event=alike_in(told, SAME_EVENT), late=told["basis"].isin(UNDATED), manner=_manners(told))
    rows = told.sort_values(["event", "late"], kind="stable").drop_duplicates("event")
    rows = rows.assign(place=_places(rows, lanes))
    rows = rows.sort_values(["place", "first", "last", "source", "event"], kind="stable").reset_index(drop=True)
    order = pd.Series(rows.index, index=rows["event"])
    claims = told[["claim_id", "article_id"]].assign(event=told["event"].map(order))
    return rows, claims.sort_values("event", kind="stable").reset_index(drop=True)


def _manners(told: pd.DataFrame) -> pd.Series[str]:
    """The Manner of each claim: a plan and a denial come before where the day is from."""
    manner = pd.Series("stated", index=told.index, dtype="string").mask(told["basis"].isin(UNDATED), "printed")
    manner = manner.mask(told["modality"].isin(["planned", "possible"]), "planned")
    return manner.mask(told["modality"].eq("denied"), "denied")


def _places(rows: pd.DataFrame, lanes: Lanes) -> pd.Series[int]:
    """The lane of each event, counted from the top."""
    column = "family" if lanes == "family" else "event_type"
    found: Sequence[str] = rows[column].astype("string").unique().tolist()
    order = sorted(found, key=lane_order) if lanes == "family" else [type_ for type_ in EVENT_TYPES if type_ in found]
    return rows[column].astype("string").map({lane: place for place, lane in enumerate(order)})
