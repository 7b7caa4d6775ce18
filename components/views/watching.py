"""What the page does by itself: charts follow the theme of the operating system, the keyboard the words it opened."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.charts import Theme

_FOLDER = Path(__file__).parent
_theme, _focus = (
    st.components.v2.component(f"watching_{name}", js=(_FOLDER / f"{name}.js").read_text("utf-8"))
    for name in ("theme", "focus")
)


def theme(drawn: Theme) -> None:
    """Run the page again when the system's theme is no longer the one it was drawn in."""
    _theme(key="watched theme", data={"theme": drawn}, on_turned_change=_again)


def focus(opened: str) -> None:
    """Take the keyboard to the words of the claims that it opened, and back when they are shut; "" where none are."""
    _focus(key="watched focus", data={"claims": opened})


def _again() -> None:
    """The run that follows draws with the new theme."""
