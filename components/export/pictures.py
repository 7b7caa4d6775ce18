"""The figure that goes onto paper: the print figure with its title above and its stamp below."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from textwrap import wrap

import plotly.graph_objects as go

from components.charts.palette import SERIF
from components.charts.paper import plain
from components.export.shapes import Shape
from components.stamp import Stamp

SHEETS: Mapping[Shape, tuple[tuple[int, int], ...]] = {
    "wide": ((1280, 720), (1600, 900), (2048, 1152), (2560, 1440)),
    "square": ((1080, 1080), (1440, 1440), (1728, 1728), (2160, 2160)),
}
"""Sizes of a layout: each fills PIXELS by a scale that no rounding spoils. On a larger one nobody could read the words
of the chart. A square one is not much narrower than the wide one in its place, for which labels have found their room;
``_EDGE`` gives back at the right what they lack."""

_HEAD, _FOOT, _SIDE, _AIR = 60, 72, 40, 16
_LINE, _SMALL = 15, 11
_TITLE = 28
_EDGE: Mapping[Shape, int] = {"wide": 0, "square": 60}
_LETTER, _CAPITAL = 6, 12
"""Pixels of a letter in the stamp and in the title."""


def stamped(figure: go.Figure, stamp: Stamp, shape: Shape = "wide") -> go.Figure:
    """A copy of the print figure on a white sheet, with the stamp's lines under the chart."""
    return go.Figure(data=figure.data, layout=laid_out(figure, stamp, shape))


def laid_out(figure: go.Figure, stamp: Stamp, shape: Shape) -> go.Layout:
    """The layout of the stamped figure, whose traces are those of the figure.

    The sheet is the smallest that leaves the figure its own height in the wide shape, so that marks and labels keep
    apart, or the largest.
    """
    layout = go.Layout(figure.layout)
    left = max(layout.margin.l or 0, _SIDE)
    title = _wrapped(stamp.title, SHEETS[shape][0][0] - left - _SIDE, _CAPITAL)
    head, bottom = _HEAD + _TITLE * max(len(title) - 1, 0), max(layout.margin.b or 0, _FOOT)
    needed = (layout.height or 0) + head + bottom - (layout.margin.b or 0) + _LINE * len(stamp.lines()) + 3 * _AIR
    size = next((n for n, sheet in enumerate(SHEETS["wide"]) if sheet[1] >= needed), -1)
    width, height = SHEETS[shape][size]
    lines = [part for line in stamp.lines()[1:] for part in _wrapped(line, width - left - _SIDE, _LETTER)]
    depth = _LINE * len(lines) + 3 * _AIR
    note = {
        "text": "<br>".join(plain(line) for line in lines),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "yshift": -bottom - _AIR // 2,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": _SMALL, "color": "#333333"},
    }
    layout.update(
        width=width,
        height=height,
        autosize=False,
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        margin={"l": left, "r": _SIDE + _EDGE[shape], "t": (layout.margin.t or 0) + head, "b": bottom + depth},
        legend={"y": (depth + _AIR // 2) / height, "yref": "container", "yanchor": "bottom"},
        title={
            "text": "<br>".join(map(plain, title)),
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
    layout.annotations = (*layout.annotations, note)
    return layout


def _wrapped(words: str, width: int, letter: int) -> list[str]:
    """Lines of so many pixels at most; Hangul and the like take the room of two letters."""
    broad = any(unicodedata.east_asian_width(sign) in "WF" for sign in words)
    return wrap(words, width // (2 * letter if broad else letter))
