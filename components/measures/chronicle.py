"""Every event of a table once, on the days that one asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from components.columns import EVENT_TYPES
from components.measures.alike import alike_in
from components.measures.figures import UNDATED, LeftOut
from components.measures.picks import happened
from components.measures.records import TOLD
from components.measures.register import Register, register
from components.measures.rows import Codes, Rows, all_of, begins, days, least, numbers, ranked, spread
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
class Tellings:
    """A claim that can be drawn, each: the ``place`` of its row, days since 1970, codes. They lie event by event, lane
    by lane and day by day; ``late`` is a claim that does not date its event itself.

    ``strand`` numbers lane, family and manner together; ``slot`` is the place of an event by lane, days and source,
    which several may share. ``values`` are the sources and types by number.
    """

    place: Codes
    event: Codes
    slot: Codes
    first: Codes
    last: Codes
    late: Rows
    bare: Rows
    basis: Sequence[str]
    strand: Codes
    denied: Rows
    source: Codes
    type: Codes
    values: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, eq=False)
class Annals:
    """A table laid out for one axis and one sort of lanes; ``dated`` flags the rows that have a day on the axis."""

    axis: Axis
    lanes: Lanes
    register: Register
    dated: Rows
    tellings: Tellings

    def chronicle(self, rows: Rows) -> Chronicle:
        """The events that these rows tell."""
        again, its = self.register.again.among(rows) & ~self.register.rejected, self.tellings
        own = np.flatnonzero((rows & ~again)[its.place])
        first = begins(its.event[own])
        sizes = np.diff(np.r_[first, len(own)])
        leads = least(its.late[own] * len(own) + np.arange(len(own)), first) % max(1, len(own))
        early = least(its.place[own], first)
        order = np.argsort(its.slot[own[first]] * len(rows) + early, kind="stable")
        return Chronicle(self, own, first[order], sizes[order], own[leads[order]], self._left_out(rows, again))

    def _left_out(self, rows: Rows, again: Rows) -> tuple[LeftOut, ...]:
        shared, counts = self.register, rows & ~again & ~self.register.rejected
        reasons = (
            ("rejected by an analyst", rows & shared.rejected),
            ("said again in the same article", again),
            ("page furniture", counts & shared.furniture),
            (WITHOUT[self.axis], counts & ~shared.furniture & ~self.dated),
        )
        return tuple(LeftOut(int(mask.sum()), reason) for reason, mask in reasons if mask.any())


@dataclass(frozen=True, slots=True, eq=False)
class Chronicle:
    """The events of some rows, lane by lane and day by day.

    ``own`` are the tellings found; those of an event begin at ``begin`` and are so many (``sizes``). It is told as the
    first claim that dates it has it (``leads``).
    """

    annals: Annals
    own: Codes
    begin: Codes
    sizes: Codes
    leads: Codes
    left_out: tuple[LeftOut, ...]

    def __len__(self) -> int:
        return len(self.leads)

    @property
    def axis(self) -> Axis:
        return self.annals.axis

    @property
    def lanes(self) -> Lanes:
        return self.annals.lanes

    @property
    def first(self) -> Codes:
        """The first day of each event."""
        return self.annals.tellings.first[self.leads]

    @property
    def last(self) -> Codes:
        """The last day of each event."""
        return self.annals.tellings.last[self.leads]

    def places(self, which: Codes) -> Codes:
        """The rows that tell these events, one event behind another."""
        return self.annals.tellings.place[self.own[spread(self.begin[which], self.sizes[which])]]


def annals(frame: pd.DataFrame, axis: Axis, lanes: Lanes, shared: Register) -> Annals:
    """The annals of an event table with this register."""
    when = on_axis(frame, axis)
    dated = when["first"].notna().to_numpy(dtype=bool)
    place = np.flatnonzero(dated & ~shared.furniture & ~shared.rejected)
    told = frame[[*TOLD]].take(place).assign(**when.take(place)).reset_index(drop=True)
    return Annals(axis, lanes, shared, dated, _tellings(told, place, lanes))


def chronicle(frame: pd.DataFrame, axis: Axis = "happened", lanes: Lanes = "family") -> Chronicle:
    """The events of a table that is asked once: claims of one source that say the same of the same days are one."""
    return annals(frame, axis, lanes, register(frame)).chronicle(all_of(frame))


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


def _tellings(told: pd.DataFrame, place: Codes, lanes: Lanes) -> Tellings:
    late = told["basis"].isin(UNDATED)
    told = told.assign(bare=late & told["measure"].isna(), manner=_manners(told))
    told["what"] = _what(told, lanes)
    first, last, event = days(told["first"]), days(told["last"]), alike_in(told, SAME_EVENT).to_numpy().astype(np.int64)
    values = {name: sorted(told[name].astype("string").unique()) for name in ("source", "event_type")}
    source, type_ = (numbers(told[name], values[name]) for name in values)
    slot = ranked((_lanes(told, lanes), first, last, source))
    ready = np.lexsort((place, event, slot))
    return Tellings(
        place=place[ready],
        event=event[ready],
        slot=slot[ready],
        first=first[ready],
        last=last[ready],
        late=late.to_numpy(dtype=bool)[ready],
        bare=told["bare"].to_numpy(dtype=bool)[ready],
        basis=told["basis"].take(ready).tolist(),
        strand=alike_in(told, (_COLUMN[lanes], "family", "manner")).to_numpy().astype(np.int64)[ready],
        denied=told["manner"].eq("denied").to_numpy(dtype=bool)[ready],
        source=source[ready],
        type=type_[ready],
        values=values,
    )


_COLUMN: Mapping[Lanes, str] = {"family": "family", "type": "event_type"}


def _lanes(told: pd.DataFrame, lanes: Lanes) -> Codes:
    """The lane of each claim, counted from the top."""
    column = told[_COLUMN[lanes]]
    found = column.astype("string").unique().tolist()
    return numbers(column, sorted(found, key=lane_order) if lanes == "family" else EVENT_TYPES)


def _what(told: pd.DataFrame, lanes: Lanes) -> pd.Series[str]:
    """What happened between whom; the same for all of a lane that has neither a number nor a day of its own."""
    event, actor, recipient = (
        told[column].astype("string").fillna("") for column in ("event_type", "actor", "recipient")
    )
    return (event + " " + actor + " " + recipient).mask(told["bare"], event if lanes == "type" else "")


def _manners(told: pd.DataFrame) -> pd.Series[str]:
    """The Manner of each claim: a plan and a denial come before where the day is from."""
    manner = pd.Series("stated", index=told.index, dtype="string").mask(told["basis"].isin(UNDATED), "printed")
    manner = manner.mask(told["modality"].isin(["planned", "possible"]), "planned")
    return manner.mask(told["modality"].eq("denied"), "denied")
