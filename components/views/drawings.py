"""Figures drawn once and kept: the same events, theme and pick give the same figure, which nobody changes; and how a
figure stands on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, partial

import plotly.graph_objects as go
import streamlit as st

from components.charts import Theme
from components.views import picking


@lru_cache(maxsize=48)  # three charts, on screen and in print, for the last eight views of the page
def drawn(draw: Callable[..., go.Figure], what: Hashable, theme: Theme, picked: tuple[str, ...] = ()) -> go.Figure:
    """``draw(what, theme, picked)``, the last only where something is picked; ``what`` is frozen."""
    return draw(what, theme, picked) if picked else draw(what, theme)


def chart(key: str, figure: go.Figure, alt: str, pickable: bool = True) -> None:
    """The figure at the width of its column; ``alt`` is for those who do not see it."""
    st.plotly_chart(
        figure,
        theme=None,
        key=key,
        on_select=partial(picking.pick_mark, key) if pickable else "ignore",
        selection_mode="points",
        config={"displayModeBar": False, "responsive": True},
        alt=alt,
    )
