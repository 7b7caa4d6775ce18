"""The troop and casualty charts: narrow on the first page, wide on their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import charts, measures
from components.measures import LeftOut, Point, Series
from components.views import checked, downloads, picking, wide
from components.views.drawings import chart, drawn
from components.views.stamps import stamp
from components.views.timeline import note
from components.views.view import View

TOPICS: Mapping[str, tuple[Callable[..., Series], Callable[..., go.Figure]]] = {
    "troops": (measures.troops, charts.troops),
    "casualties": (measures.casualties, charts.casualties),
}
"""By what is counted: the question asked of the table, and the narrow chart of its answer."""


def page(view: View) -> None:
    """Both topics at the width of the page."""
    wide.arrange()
    for what, (question, _) in TOPICS.items():
        wide.show(f"North Korean {what}", what, view.series(question), view)


def show(view: View) -> None:
    """Both charts, one above the other, for a column of the first page."""
    for what, (question, draw) in TOPICS.items():
        st.header(f"North Korean {what}", anchor=False)
        series = view.series(question)
        if not series.points:
            st.caption(f"No figure of {what} to show. Clear a filter, or add an article that has one.")
            note(series.left_out)
            continue
        points = measures.with_sums(series.points)
        shown, thinned = measures.thinned(points)
        figure = drawn(draw, shown, view.theme, picking.picked())
        chart(what, figure, charts.alternative.of_points(shown, what))
        checked.captions(points, view.desk)
        with st.expander(f"The figures of {what} as a table", type="compact"):
            st.table(pd.DataFrame(charts.numbers(shown)), border="horizontal", hide_index=True)
        _take_away(what, draw, shown, (*series.left_out, *thinned), view)
        note((*series.left_out, *thinned))


def _take_away(
    what: str, draw: Callable[..., go.Figure], shown: tuple[Point, ...], left_out: tuple[LeftOut, ...], view: View
) -> None:
    claims = len({claim for point in shown for claim in point.claims})
    downloads.show(what.capitalize(), draw, shown, stamp(f"North Korean {what}", view, left_out, claims))
