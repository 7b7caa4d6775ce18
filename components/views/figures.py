"""The troop and casualty charts: narrow on the first page, wide on their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import plotly.graph_objects as go
import streamlit as st

from components import charts
from components.views import checked, downloads, wide
from components.views.drawings import chart, table, told
from components.views.stamps import stamp
from components.views.timeline import note
from components.views.view import View

TOPICS: Mapping[str, Callable[..., go.Figure]] = {"troops": charts.troops, "casualties": charts.casualties}
"""By what is counted: the narrow chart of it."""

NARROW = 150
"""A column has room for so many marks of a chart."""


def page(view: View) -> None:
    """Both topics at the width of the page."""
    wide.arrange()
    for what in TOPICS:
        wide.show(f"North Korean {what}", what, view)


def show(view: View) -> None:
    """Both charts, one above the other, for a column of the first page."""
    for what, draw in TOPICS.items():
        st.header(f"North Korean {what}", anchor=False)
        plot = view.plot(what, NARROW)
        if not plot.points:
            st.caption(f"No figure of {what} to show. Clear a filter, or add an article that has one.")
            note(plot.left_out)
            continue
        shown = plot.points
        chart(what, draw, shown, view.theme, told(charts.alternative.of_points, shown, what))
        checked.captions(plot, view.desk)
        table(f"The figures of {what} as a table", what, charts.numbers, shown)
        downloads.show(what.capitalize(), draw, shown, stamp(f"North Korean {what}", view, plot.left_out, plot.claims))
        note(plot.left_out)
