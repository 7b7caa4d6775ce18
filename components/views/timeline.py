"""The timeline on the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from components import charts
from components.measures import LeftOut, timeline
from components.views import downloads, picking
from components.views.drawings import drawn
from components.views.stamps import stamp
from components.views.view import View


def show(view: View) -> None:
    """The chart, its events as a table, what is not drawn, and the pictures to take away."""
    st.header("Timeline", anchor=False)
    told = timeline(view.careful, view.desk.names)
    if not told.events:
        st.caption("No event to show. Widen the period or clear a filter.")
    else:
        st.plotly_chart(
            drawn(charts.timeline, told.events, view.theme, picking.picked()),
            theme=None,
            key="timeline",
            on_select=partial(picking.pick_mark, "timeline"),
            selection_mode="points",
            config={"displayModeBar": False, "responsive": True},
            alt=charts.alternative.of_events(told.events),
        )
        with st.expander("The events as a table", type="compact"):
            st.table(pd.DataFrame(charts.events(told.events)), border="horizontal", hide_index=True)
        shown = sum(len(event.claims) for event in told.events)
        downloads.show(
            "Timeline",
            drawn(charts.timeline, told.events, "print"),
            stamp("North Korea and Russia: timeline", view, told.left_out, shown),
        )
    note(told.left_out)


def note(left_out: Sequence[LeftOut]) -> None:
    """What is not drawn, and why."""
    if left_out:
        st.caption("Not drawn: " + "; ".join(f"{part.count} {part.reason}" for part in left_out) + ".")
