"""What the manners of the marks mean, for those that the chart has."""

from __future__ import annotations

from collections.abc import Collection

from components.charts import paper
from components.charts.canvas import Canvas
from components.charts.palette import INKS, Theme

SUM = "circle-cross-open"
"""The mark of a derived total, whoever's figures make it."""

_LINE = 19
"""Pixels of a line of the key; in a narrow column every entry has one of its own."""


def depth(manners: Collection[str]) -> int:
    """Pixels that the key of so many manners needs at most."""
    return _LINE * max(1, len(manners))


def key(canvas: Canvas, manners: Collection[str], denials: bool, theme: Theme) -> None:
    """Put the legend of ``manners`` (keys of paper.MANNERS, and "derived") and of the cross at the figure's foot."""
    ink = INKS[theme]
    quiet = ink.quiet
    entries = [(paper.symbol("rok", how), words) for how, (_, words) in paper.MANNERS.items() if how in manners]
    if "derived" in manners:
        entries.append((SUM, "our sum, not a figure of the source"))
    if denials:
        entries.append(("circle-x-open", "denied"))
    for trace in canvas.traces:
        trace["showlegend"] = False
    for mark, words in entries:
        edge = ink.ground if mark.endswith("circle-dot") else quiet
        canvas.scatter(
            mode="markers",
            x=[None],
            y=[None],
            marker={"symbol": mark, "size": 10, "color": quiet, "line": {"color": edge, "width": 1.5}},
            name=words,
            showlegend=True,
        )
    canvas.lay_out(
        {
            "showlegend": True,
            "legend": {
                "orientation": "h",
                "x": 0,
                "y": 0,
                "yref": "container",
                "yanchor": "bottom",
                "itemclick": False,
                "itemdoubleclick": False,
                "font": {"size": paper.SMALL, "color": quiet},
                "bgcolor": "rgba(0,0,0,0)",
            },
        }
    )
