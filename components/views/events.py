"""The events of the timeline as a list that the keyboard reaches, month by month, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape
from itertools import groupby

import streamlit as st

from components import measures, words
from components.measures import Chronicle, Event, Timeline
from components.views import picking
from components.views.names import plain

MOST = 60


def show(chronicle: Chronicle, told: Timeline, names: Mapping[str, str]) -> None:
    """The newest events on the axis, or those of the picked mark if it gathers several."""
    mark = _picked(told)
    claims = mark.claims if mark else ()
    listed, number = measures.latest(chronicle, names, told.within, MOST, claims)
    with st.container(key="events", gap=None):
        if mark:
            st.html(f'<h3 class="articles">{escape(_heading(mark))}</h3>')
            st.button("List all events", key="line of all events", on_click=partial(picking.pick, ()), type="tertiary")
        for month, members in groupby(listed, key=lambda event: words.month(event.first)):
            st.html(f'<h3 class="articles">{month}</h3>')
            for event in members:
                _line(event)
        if number > len(listed):
            st.caption(
                f"These are the newest {len(listed)} of {words.count(number)} events: jump to a year or month, pick a "
                "mark with a number behind it, or narrow the filters to see the rest."
            )


def _picked(told: Timeline) -> Event | None:
    """The mark that gathers several events and holds the picked claim."""
    picked = picking.picked()[:1]
    return next((event for event in told.events if event.number > 1 and picked and picked[0] in event.claims), None)


def _heading(mark: Event) -> str:
    return f"{words.count(mark.number)} events of {mark.lane}, {mark.days}"


def _line(event: Event) -> None:
    days = plain(event.days + words.NOT_ITS_OWN.get(event.basis, ""))
    picking.line(
        f"{plain(event.label)}  \n:gray[{days}; {plain(event.name)}]",
        event.claims,
        f"line of {event.claims[0]}",
        meaning=plain(event.sentence),
    )
