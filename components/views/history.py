"""The picks of this visit, so that the last change of a filter can be undone."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.measures import Pick

_BEFORE = "picks of this visit"
_KEPT = 50


def show(chosen: Pick, set_to: Callable[[Pick], None]) -> None:
    """Two buttons: one step back, and everything cleared. ``set_to`` sets the filters."""
    before: list[Pick] = st.session_state.setdefault(_BEFORE, [])
    if not before or before[-1] != chosen:
        before.append(chosen)
        del before[:-_KEPT]
    st.button("Undo", on_click=_undo, args=(set_to,), disabled=len(before) < 2, help="Take back the last change")
    st.button("Clear all", on_click=set_to, args=(Pick(),), disabled=chosen == Pick())


def _undo(set_to: Callable[[Pick], None]) -> None:
    before: list[Pick] = st.session_state[_BEFORE]
    before.pop()
    set_to(before[-1])
