"""Figures drawn once and kept: the same events, theme and pick give the same figure, which nobody changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache

import plotly.graph_objects as go

from components.charts import Theme


@lru_cache(maxsize=48)  # three charts, on screen and in print, for the last eight views of the page
def drawn(draw: Callable[..., go.Figure], what: Hashable, theme: Theme, picked: tuple[str, ...] = ()) -> go.Figure:
    """``draw(what, theme, picked)``; ``what`` are frozen points, or a frozen timeline."""
    return draw(what, theme, picked)
