"""The figure that goes onto paper: the print figure with its stamp under the chart."""

from __future__ import annotations

from textwrap import wrap

import plotly.graph_objects as go

from components.export.stamp import Stamp

WIDTH, HEIGHT, SCALE = 1280, 720, 2
"""Pixels of a picture; a PNG is SCALE times as large, 2560 by 1440."""

_LINE = 15
_SIZE = 11
_LETTERS = 175
_MARGIN = 60


def stamped(figure: go.Figure, stamp: Stamp) -> go.Figure:
    """A copy of the print figure, sized for paper, white, titled, with the stamp's lines under the chart."""
    lines = [part for line in stamp.lines()[1:] for part in wrap(line, _LETTERS)]
    picture = go.Figure(figure)
    depth = _LINE * len(lines)
    picture.update_layout(
        width=WIDTH,
        height=HEIGHT,
        autosize=False,
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        margin={"t": 80, "b": depth + 2 * _MARGIN},
        title={"text": _plain(stamp.title), "x": 0, "xref": "paper", "xanchor": "left"},
    )
    picture.add_annotation(
        text="<br>".join(_plain(line) for line in lines),
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        yshift=-_MARGIN,
        xanchor="left",
        yanchor="top",
        align="left",
        showarrow=False,
        font={"size": _SIZE, "color": "#333333"},
    )
    return picture


def _plain(words: str) -> str:
    """Plotly reads a few tags in text; words from articles and filters must stay words."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
