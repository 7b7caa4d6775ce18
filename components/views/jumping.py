"""The year or month to which the timeline's axis is narrowed; the filters stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.measures import Period


def show(periods: Sequence[Period]) -> Period | None:
    """A list of years with their months, and the way to the one before and after; None is all of them."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", width="content"):
        chosen = _chosen(periods)
        _steps(periods, chosen)
    return chosen


def _chosen(periods: Sequence[Period]) -> Period | None:
    by_name = {period.name: period for period in periods}
    name: str | None = st.selectbox(
        "Jump to",
        list(by_name),
        index=None,
        placeholder="Year or month",
        key="jump",
        bind="query-params",
        width=170,
    )
    return by_name.get(name or "")


def _steps(periods: Sequence[Period], chosen: Period | None) -> None:
    for label, other in (("Earlier", _beside(periods, chosen, 1)), ("Later", _beside(periods, chosen, -1))):
        st.button(
            label,
            key=f"jump {label.lower()}",
            on_click=partial(_jump, other.name if other else ""),
            disabled=other is None,
            help=other.name if other else None,
        )


def _beside(periods: Sequence[Period], chosen: Period | None, way: int) -> Period | None:
    """The year next to a year or the month next to a month, of those that have events; the newest come first."""
    same = [period for period in periods if chosen and period.length == chosen.length]
    place = same.index(chosen) + way if chosen in same else -1
    return same[place] if 0 <= place < len(same) else None


def _jump(name: str) -> None:
    st.session_state["jump"] = name
