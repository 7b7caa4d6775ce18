"""The troop and casualty charts on the page, with their numbers and what they leave out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from components import charts, measures
from components.charts import Theme
from components.measures import Series
from components.views import picking
from components.views.names import plain
from components.views.timeline import note


def show(found: pd.DataFrame, names: Mapping[str, str], theme: Theme) -> None:
    st.subheader("North Korean troops", anchor=False)
    _chart("troops", measures.troops(found, names), theme)
    st.subheader("North Korean casualties", anchor=False)
    _chart("casualties", measures.casualties(found, names), theme)


def _chart(what: str, series: Series, theme: Theme) -> None:
    if not series.points:
        st.caption(f"No figure of {what} to show. Clear a filter, or add an article that has one.")
    else:
        draw = charts.troops if what == "troops" else charts.casualties
        st.plotly_chart(
            draw(series.points, theme, picking.picked()),
            theme=None,
            key=what,
            on_select=partial(picking.pick_mark, what),
            selection_mode="points",
            config={"displayModeBar": False, "responsive": True},
            alt=charts.alternative.of_points(series.points, what),
        )
        for doubt in measures.doubts(series.points):
            st.caption(plain(str(doubt)))
        with st.expander(f"The figures of {what} as a table"):
            st.table(pd.DataFrame(charts.numbers(series.points)), border="horizontal", hide_index=True)
    note(series.left_out)
