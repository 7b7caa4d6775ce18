"""The timeline on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from components import charts
from components.charts import Theme
from components.measures import LeftOut, timeline
from components.views import picking


def show(found: pd.DataFrame, names: Mapping[str, str], theme: Theme) -> None:
    st.subheader("Timeline", anchor=False)
    told = timeline(found, names)
    if not told.events:
        st.caption("No event to show. Widen the period or clear a filter.")
    else:
        st.plotly_chart(
            charts.timeline(told.events, theme, picking.picked()),
            theme=None,
            key="timeline",
            on_select=partial(picking.pick_mark, "timeline"),
            selection_mode="points",
            config={"displayModeBar": False, "responsive": True},
            alt=charts.alternative.of_events(told.events),
        )
        with st.expander("The events as a table"):
            rows = charts.events(told.events)
            st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)
    note(told.left_out)


def note(left_out: Sequence[LeftOut]) -> None:
    """What is not drawn, and why."""
    if left_out:
        st.caption("Not drawn: " + "; ".join(f"{part.count} {part.reason}" for part in left_out) + ".")
