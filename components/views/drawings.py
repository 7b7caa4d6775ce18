"""Figures drawn once and kept: the same events, theme and pick give the same figure, which nobody changes; and how a
figure stands on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache, partial
from typing import Any, TypeAlias

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts import Theme
from components.views import picking

Draw: TypeAlias = Callable[..., go.Figure]


@lru_cache(maxsize=48)  # three charts, on screen and in print, for the last eight views of the page
def drawn(draw: Draw, what: Hashable, theme: Theme, picked: tuple[str, ...] = ()) -> go.Figure:
    """``draw(what, theme, picked)``, the last only where something is picked; ``what`` is frozen."""
    return draw(what, theme, picked) if picked else draw(what, theme)


class _Sent(go.Figure):  # type: ignore[misc]  # plotly ships no types
    """A figure as it goes to the browser: plotly copies all that a figure holds whenever it is sent, this one never.

    The claims of its marks stay here, for those of a gathered mark are thousands.
    """

    def __init__(self, figure: go.Figure) -> None:
        super().__init__()
        self._ready: dict[str, Any] = figure.to_dict()
        self._claims = tuple(trace.pop("customdata", ()) for trace in self._ready["data"])

    def to_dict(self) -> dict[str, Any]:
        return self._ready

    def claims(self, trace: int, mark: int) -> tuple[str, ...]:
        """The claims (ids) of a mark of a trace, both by number; none where the trace is no marks."""
        marks = self._claims[trace]
        return tuple(marks[mark][0].split()) if mark < len(marks) else ()


@lru_cache(maxsize=24)
def _sent(draw: Draw, what: Hashable, theme: Theme, picked: tuple[str, ...]) -> _Sent:
    return _Sent(drawn(draw, what, theme, picked))


def chart(key: str, draw: Draw, what: Hashable, theme: Theme, alt: str, pickable: bool = True) -> None:
    """``what`` as ``draw`` draws it, at the width of its column; ``alt`` is for those who do not see it."""
    figure = _sent(draw, what, theme, picking.picked() if pickable else ())
    st.plotly_chart(
        figure,
        theme=None,
        key=key,
        on_select=partial(picking.pick_mark, key, figure.claims) if pickable else "ignore",
        selection_mode="points",
        config={"displayModeBar": False, "responsive": True},
        alt=alt,
    )


@lru_cache(maxsize=24)
def told(say: Callable[..., str], *what: Hashable) -> str:
    """What is said of a chart, kept as the chart is."""
    return say(*what)


def table(title: str, key: str, say: Callable[..., Sequence[dict[str, str]]], what: Hashable) -> None:
    """What a chart draws as a table behind its title, sent when it is opened: nobody waits for rows that he does not
    see.
    """
    with (fold := st.expander(title, type="compact", key=f"{key} as a table", on_change="rerun")):
        if fold.open:
            st.table(_rows(say, what), border="horizontal", hide_index=True)


@lru_cache(maxsize=24)
def _rows(say: Callable[..., Sequence[dict[str, str]]], what: Hashable) -> pd.DataFrame:
    return pd.DataFrame(say(what))
