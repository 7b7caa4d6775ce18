"""The events of the timeline: one mark for what one source says of one event, however many articles relay it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components import words
from components.measures.chronicle import Axis, Chronicle, Lanes, chronicle, lane_order
from components.measures.events import Event, label, quantity, singly, together
from components.measures.figures import LeftOut
from components.measures.gathering import gathered
from components.measures.periods import Period, main
from components.measures.rows import Rows, day_number

__all__ = ["Event", "Timeline", "label", "lane_order", "latest", "quantity", "shown", "timeline"]

APART = 60
"""Up to so many events are marks of their own."""

ACROSS = 54
"""So many steps lie side by side at most: a year in weeks."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by lane and day between two days, and what is not drawn.

    ``step`` is in what they are gathered, "" where each stands for itself.
    """

    events: tuple[Event, ...]
    left_out: tuple[LeftOut, ...]
    axis: Axis = "happened"
    lanes: Lanes = "family"
    step: str = ""
    within: Period | None = None


def timeline(
    frame: pd.DataFrame, names: Mapping[str, str], axis: Axis = "happened", lanes: Lanes = "family"
) -> Timeline:
    """The events of ``frame`` on their days; ``names`` gives sources, families and sides by id in words."""
    return shown(chronicle(frame, axis, lanes), names)


def shown(
    told: Chronicle, names: Mapping[str, str], within: Period | None = None, apart: int = APART, across: int = ACROSS
) -> Timeline:
    """The events with a day in the period; without one, on the days where nearly all lie.

    More than ``apart`` are gathered in steps, of which at most ``across`` lie side by side.
    """
    period = within or main(told)
    if period is None:
        return Timeline((), told.left_out, told.axis, told.lanes)
    inside = _inside(told, period)
    which, left_out = np.flatnonzero(inside), (*told.left_out, *_outside(told, inside, period))
    if len(which) <= apart:
        return Timeline(tuple(singly(told, which, names)), left_out, told.axis, told.lanes, "", period)
    marks = gathered(told, which, period, across)
    events = tuple(together(told, which, marks, names))
    return Timeline(events, left_out, told.axis, told.lanes, marks.step, period)


def latest(
    told: Chronicle, names: Mapping[str, str], within: Period | None, most: int, claims: Iterable[str] = ()
) -> tuple[tuple[Event, ...], int]:
    """The ``most`` newest events in the period, by the day they begin, and how many there are.

    Of those alone that ``claims`` (ids) tell, where some are named.
    """
    period = within or main(told)
    if period is None:
        return (), 0
    keep = _inside(told, period)
    if wanted := set(claims):
        keep &= _telling(told, wanted)
    which = np.flatnonzero(keep)
    newest = which[np.lexsort((-told.last[which], -told.first[which]))][:most]
    return tuple(singly(told, newest, names)), len(which)


def _inside(told: Chronicle, period: Period) -> Rows:
    return (told.first <= day_number(period.last)) & (told.last >= day_number(period.first))


def _telling(told: Chronicle, claims: Collection[str]) -> Rows:
    """The events that one of these claims tells."""
    every = np.arange(len(told))
    meant = np.repeat(every, told.sizes)[pd.Index(told.annals.register.claims[told.places(every)]).isin(claims)]
    return np.isin(every, meant)


def _outside(told: Chronicle, inside: Rows, period: Period) -> Iterator[LeftOut]:
    claims = int(told.sizes[~inside].sum())
    if claims:
        yield LeftOut(claims, f"on days outside {period.name or words.days(period.first, period.last)}")
