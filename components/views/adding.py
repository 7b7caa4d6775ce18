"""The plotted numbers as a table whose rows can be chosen, and what they make together."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import pandas as pd
import streamlit as st

from components import charts, measures
from components.measures import Point
from components.views.names import plain

HOW = (
    "Choose two or more rows to add them up (by keyboard: the arrow keys, then Shift and the space bar). "
    "A sum that nobody may make is refused with its rule."
)
ROWS = 10
"""So many rows are seen at once; the others are scrolled to."""


def show(what: str, points: Sequence[Point]) -> tuple[str, ...]:
    """The table and the line under it; returns what that line says of the chosen rows, nothing of fewer than two."""
    rows = pd.DataFrame(charts.numbers(points))
    answer = measures.asked([points[n] for n in _chosen(what, points, rows)])
    for sentence in answer:
        st.markdown(plain(sentence))
    if not answer:
        st.caption(HOW)
    return answer


def _chosen(what: str, points: Sequence[Point], rows: pd.DataFrame) -> list[int]:
    """The places of the chosen rows. The key changes with the rows, so that no choice outlives what it was made of."""
    content = crc32("\n".join(" ".join(point.claims) for point in points).encode())
    table = st.dataframe(
        rows,
        hide_index=True,
        height=35 * (min(len(rows), ROWS) + 1) + 3,
        on_select="rerun",
        selection_mode="multi-row",
        key=f"rows of {what} {content:08x}",
        alt=f"The figures of {what}, a row each, to be chosen",
    )
    return list(table["selection"]["rows"])
