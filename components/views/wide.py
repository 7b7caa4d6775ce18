"""One chart of figures at the width of the page: the checks beside it, its numbers to be added up below it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import charts, measures
from components.measures import Series
from components.views import adding, checked, downloads, picking
from components.views.drawings import chart, drawn
from components.views.stamps import stamp
from components.views.timeline import note
from components.views.view import View

TOGETHER, APART = "all sources on one chart", "a small chart for each source"


def arrange() -> None:
    """The switch for all charts of the page, kept in the address."""
    st.radio("How the charts are arranged", (TOGETHER, APART), horizontal=True, key="arrange", bind="query-params")


def show(title: str, what: str, series: Series, view: View) -> None:
    """The figures of ``what``; ``title`` is its heading and that of its picture."""
    st.header(title, anchor=False)
    if not series.points:
        st.caption(f"No figure of {what} to show. Clear a filter, or add an article that has one.")
        note(series.left_out)
        return
    points = measures.with_sums(series.points)
    shown, thinned = measures.thinned(points)
    with st.container(key=f"wide {what}"):
        middle, beside = st.columns([5, 2], gap="large")
    with middle:
        draw = charts.by_source if st.session_state.get("arrange") == APART else charts.wide
        figure = drawn(draw, shown, view.theme, picking.picked())
        chart(what, figure, charts.alternative.of_points(shown, what))
        note((*series.left_out, *thinned))
    with beside:
        checked.column(what, points, view.desk)
    answer = adding.show(what, shown)
    claims = len({claim for point in shown for claim in point.claims})
    downloads.show(
        what.capitalize(),
        charts.wide,
        shown,
        replace(stamp(title, view, (*series.left_out, *thinned), claims), note=" ".join(answer)),
    )
