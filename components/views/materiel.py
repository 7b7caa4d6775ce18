"""North Korean materiel at the width of the page."""

from __future__ import annotations

import streamlit as st

from components.views import wide
from components.views.view import View


def show(view: View) -> None:
    """Containers as observed, rounds as stated, and apart from both what the containers could hold."""
    wide.arrange()
    wide.show("North Korean materiel", "materiel", view)
    if any(point.sort == "capacity" for point in view.plot("materiel").points):
        st.caption(
            "Containers are what was observed. Rounds are a conversion from them, and what containers could hold is "
            "the most that may have been sent, not what was: it is in no total."
        )
