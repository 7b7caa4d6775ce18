"""The timeline on the page: narrow beside the other views, or at full width with its switches and its events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

import streamlit as st

from components import charts, measures
from components.measures import AXES, Chronicle, Event, Lanes, LeftOut, Period, Timeline
from components.measures.periods import ALL
from components.views import checked, downloads, events, jumping
from components.views.desk import Desk
from components.views.drawings import chart, table
from components.views.names import plain
from components.views.stamps import stamp
from components.views.view import View

Choice = TypeVar("Choice", bound=str)

LANES: Mapping[Lanes, str] = {"family": "By source family", "type": "By type of event"}
NARROW, WIDE = (40, 27), (60, 54)
"""Up to how many events stand singly, and how many weeks (months ...) lie side by side."""


def show(view: View) -> None:
    """The chart, its events as a table, what is not drawn, and the pictures to take away."""
    st.header("Timeline", anchor=False)
    _chart(_timeline(view.chronicle("happened", "family"), view.desk, None, NARROW), view)


def page(view: View) -> None:
    """The same at full width: lanes and days to choose, a period to jump to, and the events as a list beside it."""
    st.header("Timeline", anchor=False)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="switches"):
        lanes = _switch("Lanes", "lanes", LANES)
        axis = _switch("Days on the axis", "axis", AXES)
        chronicle = view.chronicle(axis, lanes)
        within = jumping.show(measures.periods(chronicle))
    told = _timeline(chronicle, view.desk, within, WIDE)
    with st.container(key="views"):
        left, right = st.columns([5, 3], gap="large")
    with left:
        _chart(told, view)
        if told.within and not told.within.name:
            st.caption(f"The axis ends where nearly all events do; “{ALL}” under Jump to shows the others as well.")
    if told.events:
        with right:
            events.show(chronicle, told, view.desk.names)


def _switch(label: str, key: str, choices: Mapping[Choice, str]) -> Choice:
    """One of the choices, the first until another is pressed; kept in the address."""
    chosen: Choice = st.segmented_control(
        label,
        list(choices),
        default=next(iter(choices)),
        required=True,
        format_func=choices.__getitem__,
        key=key,
        bind="query-params",
        wrap=True,
    )
    return chosen


@lru_cache(maxsize=16)
def _timeline(chronicle: Chronicle, desk: Desk, within: Period | None, limits: tuple[int, int]) -> Timeline:
    return measures.shown(chronicle, desk.names, within, *limits)


def _chart(told: Timeline, view: View) -> None:
    if not told.events:
        other = "" if told.axis == "happened" else "Choose other days for the axis. "
        st.caption(f"No event to show. {other}Widen the period or clear a filter.")
    else:
        chart("timeline", charts.timeline, told, view.theme, charts.alternative.of_events(told))
        if told.step:
            st.caption(
                f"Too many events to stand singly: those of the same {told.step} are one mark with their number behind "
                "it. Pick it to read them."
            )
        table("The events as a table", "events", _listed, told.events)
        shown = sum(len(event.claims) for event in told.events)
        downloads.show("Timeline", charts.timeline, told, stamp(_title(told), view, told.left_out, shown))
    note(told.left_out)
    checked.corrected((claim for event in told.events for claim in event.claims), view.desk)


def _listed(told: Sequence[Event]) -> list[dict[str, str]]:
    return [{name: plain(words) for name, words in row.items()} for row in charts.events(told)]


def note(left_out: Sequence[LeftOut]) -> None:
    """What is not drawn, and why."""
    if left_out:
        st.caption("Not drawn: " + "; ".join(f"{part.count} {part.reason}" for part in left_out) + ".")


def _title(told: Timeline) -> str:
    """The title of the picture: "North Korea and Russia: timeline, 2025, when it was said"."""
    within = f", {told.within.name}" if told.within and told.within.name not in ("", ALL) else ""
    axis = "" if told.axis == "happened" else f", {AXES[told.axis].lower()}"
    return f"North Korea and Russia: timeline{within}{axis}"
