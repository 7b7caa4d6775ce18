"""What the manners of the marks mean, for those that the chart has."""

from __future__ import annotations

from collections.abc import Collection

import plotly.graph_objects as go

from components.charts import paper
from components.charts.palette import INKS, Theme


def key(figure: go.Figure, manners: Collection[str], denials: bool, theme: Theme) -> None:
    """Put the legend of ``manners`` (keys of paper.MANNERS) and of the cross at the foot of the figure."""
    quiet = INKS[theme].quiet
    entries = [(paper.symbol("rok", how), words) for how, (_, words) in paper.MANNERS.items() if how in manners]
    if denials:
        entries.append(("circle-x-open", "denied"))
    figure.update_traces(showlegend=False)
    for mark, words in entries:
        figure.add_scatter(
            mode="markers",
            x=[None],
            y=[None],
            marker={"symbol": mark, "size": 10, "color": quiet, "line": {"color": quiet, "width": 1.5}},
            name=words,
            showlegend=True,
        )
    figure.update_layout(
        showlegend=True,
        legend={
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
    )
