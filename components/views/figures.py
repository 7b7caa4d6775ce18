"""The troop and casualty charts on the page, with their numbers and what they leave out."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from components import charts, measures
from components.charts import Theme
from components.measures import Series
from components.views import downloads, picking
from components.views.desk import Desk
from components.views.drawings import drawn
from components.views.names import plain
from components.views.stamps import stamp
from components.views.timeline import note
from components.views.view import View


def show(view: View) -> None:
    """Both charts, one above the other."""
    for what, question in (("troops", measures.troops), ("casualties", measures.casualties)):
        st.header(f"North Korean {what}", anchor=False)
        series = question(view.careful, view.desk.names)
        if series.points:
            _chart(what, series, view.theme)
            _judged(series, view.desk)
            _take_away(what, series, view)
        else:
            st.caption(f"No figure of {what} to show. Clear a filter, or add an article that has one.")
        note(series.left_out)


def _chart(what: str, series: Series, theme: Theme) -> None:
    draw = charts.troops if what == "troops" else charts.casualties
    st.plotly_chart(
        drawn(draw, series.points, theme, picking.picked()),
        theme=None,
        key=what,
        on_select=partial(picking.pick_mark, what),
        selection_mode="points",
        config={"displayModeBar": False, "responsive": True},
        alt=charts.alternative.of_points(series.points, what),
    )
    for doubt in measures.doubts(series.points):
        st.caption(plain(str(doubt)))
    with st.expander(f"The figures of {what} as a table", type="compact"):
        st.table(pd.DataFrame(charts.numbers(series.points)), border="horizontal", hide_index=True)


def _judged(series: Series, desk: Desk) -> None:
    """The checks whose first claim is drawn here, and how many relays are drawn as a more careful one has them."""
    drawn_here = {claim for point in series.points for claim in point.claims}
    for verdict in desk.verdicts:
        if verdict.claims[0] in drawn_here:
            st.caption(plain(f"{verdict.check[:1].upper()}{verdict.check[1:]}: {verdict.says}"))
    moved = desk.drifted & drawn_here
    if moved:
        said = "1 claim tells" if len(moved) == 1 else f"{len(moved)} claims tell"
        st.caption(
            f"{said} a figure otherwise than its most careful relay; it is drawn as that one has it: see Statements."
        )


def _take_away(what: str, series: Series, view: View) -> None:
    draw = charts.troops if what == "troops" else charts.casualties
    shown = sum(len(point.claims) for point in series.points)
    downloads.show(
        what.capitalize(),
        drawn(draw, series.points, "print"),
        stamp(f"North Korean {what}", view, series.left_out, shown),
    )
