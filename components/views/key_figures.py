"""The latest figures of each source, side by side."""

from __future__ import annotations

import streamlit as st

from components.measures.key_figures import KeyFigure
from components.views import marks, picking
from components.views.names import plain
from components.views.view import View

SOURCES, WIDTH = 5, 225


def show(view: View) -> None:
    """A column a source; a figure opens its evidence. No column, no line where no source gives a total."""
    told = view.key_figures
    st.header("Latest figures, source by source", anchor=False)
    if not told:
        st.caption("No source gives a total that the filters let through.")
        return
    with st.container(horizontal=True, key="key figures", gap="medium"):
        for one in told[:SOURCES]:
            with st.container(width=WIDTH, gap=None):
                st.html(marks.title("latest", one.name, one.family, "", view.theme))
                for n, figure in enumerate(one.figures):
                    _line(figure, f"line key {one.source} {n}")
    rest = f" {len(told) - SOURCES} more sources: see Sources." if len(told) > SOURCES else ""
    st.caption(f"Each as its own source last gave it. No figure is taken across sources, and none is best.{rest}")


def _line(figure: KeyFigure, key: str) -> None:
    change = f", {plain(figure.change)}" if figure.change else ""
    picking.line(f"{plain(figure.label)}  \n:gray[{plain(figure.day)}{change}]", figure.claims, key)
