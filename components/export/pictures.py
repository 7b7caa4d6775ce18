"""The figure that goes onto paper: the print figure with its title above and its stamp below."""

from __future__ import annotations

from textwrap import wrap

import plotly.graph_objects as go

from components.charts.palette import SERIF
from components.export.stamp import Stamp

WIDTH, HEIGHT = 2560, 1440
"""Pixels of a PNG, whatever the size at which the figure is laid out."""

SHEETS = ((1280, 720), (1600, 900), (2048, 1152), (2560, 1440))
"""Sizes of a layout: each fills WIDTH by HEIGHT by a scale that no rounding spoils. On a larger one nobody could read
the words of the chart."""

_HEAD, _FOOT, _SIDE, _AIR = 60, 72, 40, 16
_LINE, _SMALL = 15, 11
_LETTER = 6


def stamped(figure: go.Figure, stamp: Stamp) -> go.Figure:
    """A copy of the print figure on a white sheet, with the stamp's lines under the chart.

    The sheet is the smallest of SHEETS that leaves the figure its own height, so that marks and labels keep apart, or
    the largest.
    """
    picture = go.Figure(figure)
    own = picture.layout
    top, bottom = (own.margin.t or 0) + _HEAD, max(own.margin.b or 0, _FOOT)
    needed = (own.height or 0) + _HEAD + bottom - (own.margin.b or 0) + _LINE * len(stamp.lines()) + 3 * _AIR
    width, height = next((sheet for sheet in SHEETS if sheet[1] >= needed), SHEETS[-1])
    lines = [part for line in stamp.lines()[1:] for part in wrap(line, (width - 2 * _SIDE) // _LETTER)]
    depth = _LINE * len(lines) + 3 * _AIR
    picture.update_layout(
        width=width,
        height=height,
        autosize=False,
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        margin={"l": _SIDE, "r": _SIDE, "t": top, "b": bottom + depth},
        legend={"y": (depth + _AIR // 2) / height, "yref": "container", "yanchor": "bottom"},
        title={
            "text": _plain(stamp.title),
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": _AIR},
            "font": {"family": SERIF, "size": 22, "color": "#111111"},
        },
    )
    picture.add_annotation(
        text="<br>".join(_plain(line) for line in lines),
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        yshift=-bottom - _AIR // 2,
        xanchor="left",
        yanchor="top",
        align="left",
        showarrow=False,
        font={"size": _SMALL, "color": "#333333"},
    )
    return picture


def _plain(words: str) -> str:
    """Plotly reads a few tags in text; words from articles and filters must stay words."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
