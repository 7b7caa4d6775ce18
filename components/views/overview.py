"""The first page: the latest figures, then the timeline, the charts and who says so, side by side."""

from __future__ import annotations

import streamlit as st

from components.views import attribution, figures, key_figures, timeline
from components.views.view import View


def show(view: View) -> None:
    """Three columns under the figures; below one another where the screen is narrow."""
    key_figures.show(view)
    with st.container(key="views"):
        left, middle, right = st.columns(3, gap="large")
    with left:
        timeline.show(view)
    with middle:
        figures.show(view)
    with right:
        attribution.show(view)
