"""Who passes whose words on, as streams from source to relay to outlet. A stream's width is a number of claims."""

from __future__ import annotations

import plotly.graph_objects as go

from components.charts import paper
from components.charts.palette import INKS, Theme, colour
from components.measures import Network
from components.words import count

ROW, HEAD = 30, 40
PARTS = {"source": "Sources", "relay": "Relays", "outlet": "Outlets"}


def network(told: Network, theme: Theme) -> go.Figure:
    """The streams in the colour of the family whose words they are; every node has its name and number."""
    deepest = max((_deep(told, part) for part in PARTS), default=1)
    canvas = paper.sheet(theme, deepest * ROW + HEAD + 16)
    ink = INKS[theme]
    canvas.sankey(
        arrangement="snap",
        domain={"x": [0, 1], "y": [0, 1]},
        node={
            "label": [f"{paper.plain(node.name)}  {count(node.claims)}" for node in told.nodes],
            "color": [colour(node.family, theme) for node in told.nodes],
            "line": {"width": 0},
            "thickness": 10,
            "pad": 14,
            "hovertemplate": "%{label} claims<extra></extra>",
        },
        link={
            "source": [link.start for link in told.links],
            "target": [link.end for link in told.links],
            "value": [link.claims for link in told.links],
            "color": [_pale(colour(link.family, theme)) for link in told.links],
            "hovertemplate": "%{source.label} to %{target.label}: %{value} claims<extra></extra>",
        },
        textfont={"size": paper.LABEL, "color": ink.text, "shadow": _halo(ink.ground)},
    )
    canvas.lay_out({"margin": {"t": HEAD, "b": 16, "l": 8, "r": 8}, "annotations": _heads(told, theme)})
    return canvas.figure()


def _deep(told: Network, part: str) -> int:
    return sum(node.part == part for node in told.nodes)


def _heads(told: Network, theme: Theme) -> list[dict[str, object]]:
    """What the columns are, above them."""
    places = {"source": (0.0, "left"), "relay": (0.5, "center"), "outlet": (1.0, "right")}
    return [
        {
            "text": f"<b>{PARTS[part]}</b>",
            "x": x,
            "xref": "paper",
            "xanchor": anchor,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": 8,
            "showarrow": False,
            "font": {"size": paper.LABEL, "color": INKS[theme].text},
        }
        for part, (x, anchor) in places.items()
        if _deep(told, part)
    ]


def _pale(hue: str) -> str:
    """A stream's colour, so thin that names can be read on it.

    >>> _pale("#0072B2")
    'rgba(0,114,178,0.28)'
    """
    red, green, blue = (int(hue[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.28)"


def _halo(ground: str) -> str:
    return ", ".join(f"{x}px {y}px 2px {ground}" for x in (-1, 1) for y in (-1, 1))


def links(told: Network) -> list[dict[str, str]]:
    """The streams as rows of words."""
    return [
        {
            "From": told.nodes[link.start].name,
            "To": told.nodes[link.end].name,
            "Claims": count(link.claims),
        }
        for link in told.links
    ]
