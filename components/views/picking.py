"""The claims whose words the analyst wants to read: set by a click anywhere, kept until the next one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

_PICKED = "picked claims"


def picked() -> tuple[str, ...]:
    """The claim ids behind the last mark or line picked."""
    ids: tuple[str, ...] = st.session_state.get(_PICKED, ())
    return ids


def pick(claims: Sequence[str]) -> None:
    st.session_state[_PICKED] = tuple(claims)


def pick_mark(chart: str) -> None:
    """Take the claims of the mark selected on the chart with this key; a click beside the marks changes nothing."""
    for point in st.session_state[chart]["selection"]["points"]:
        if ids := point.get("customdata"):
            pick(str(ids[0]).split())
            return
