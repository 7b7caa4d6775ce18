"""The store behind the screen, opened once for all sessions, and the name and reason under what is written into it."""

from __future__ import annotations

import os

import streamlit as st

from components.corrections import CorrectionError, Draft
from components.store import ADDRESS, FILE, Store, StoreError, there

WHO = "who writes"
"""Where the session keeps the analyst's name."""
_TOLD = "what became of the last correction"


def place() -> str:
    """The file or address of the store."""
    return os.environ.get(ADDRESS) or str(FILE)


def begun() -> bool:
    """Whether there is a store already; without one the articles of the folder are read and nothing is kept."""
    return there()


def opened() -> Store:
    """The store, made where it was not there yet. Raises StoreError."""
    return _opened(place())


@st.cache_resource(show_spinner=False)
def _opened(where: str) -> Store:
    return Store(where)


def signature(key: str, why: str = "Why") -> tuple[str, str]:
    """Two fields, for who writes a correction and why."""
    first, second = st.columns([1, 2])
    who = first.text_input("Your name", value=st.session_state.get(WHO, ""), key=f"who {key}", max_chars=100)
    return (who or "").strip(), (second.text_input(why, key=f"why {key}", max_chars=500) or "").strip()


def written(draft: Draft, who: str, why: str) -> bool:
    """Keep a correction. Whether it was kept; the page says so, or why not, when it is drawn next."""
    if who:
        st.session_state[WHO] = who
    try:
        number = opened().correct(draft, who, why)
    except (CorrectionError, StoreError) as fault:
        st.session_state[_TOLD] = (False, str(fault))
        return False
    st.session_state[_TOLD] = (True, f"Kept as correction {number}; the page Corrections can take it back.")
    return True


def told() -> tuple[bool, str] | None:
    """Whether the last correction was kept, with a sentence on it; each is told once."""
    held: tuple[bool, str] | None = st.session_state.pop(_TOLD, None)
    return held
