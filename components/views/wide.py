"""One chart of figures at the width of the page: the checks beside it, its numbers to be added up below it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import charts
from components.views import adding, checked, downloads
from components.views.drawings import chart, told
from components.views.stamps import stamp
from components.views.timeline import note
from components.views.view import View

TOGETHER, APART = "all sources on one chart", "a small chart for each source"


def arrange() -> None:
    """The switch for all charts of the page, kept in the address."""
    st.radio("How the charts are arranged", (TOGETHER, APART), horizontal=True, key="arrange", bind="query-params")


def show(title: str, what: str, view: View) -> None:
    """The figures of ``what``; ``title`` is its heading and that of its picture."""
    st.header(title, anchor=False)
    plot = view.plot(what)
    if not plot.points:
        st.caption(f"No figure of {what} to show. Clear a filter, or add an article that has one.")
        note(plot.left_out)
        return
    shown = plot.points
    with st.container(key=f"wide {what}"):
        middle, beside = st.columns([5, 2], gap="large")
    with middle:
        draw = charts.by_source if st.session_state.get("arrange") == APART else charts.wide
        chart(what, draw, shown, view.theme, told(charts.alternative.of_points, shown, what))
        note(plot.left_out)
    with beside:
        checked.column(what, plot, view.desk)
    answer = adding.show(what, shown)
    downloads.show(
        what.capitalize(),
        charts.wide,
        shown,
        replace(stamp(title, view, plot.left_out, plot.claims), note=" ".join(answer)),
    )
