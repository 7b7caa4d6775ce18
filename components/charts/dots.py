"""The marks of a panel that can be picked, and the step lines through a source's totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from components.charts import paper, sayings
from components.charts.bounds import middle
from components.charts.canvas import Canvas
from components.charts.key import SUM
from components.charts.palette import INKS, Theme, colour
from components.charts.paper import DAY, moment
from components.measures import Point

CROWD = 60
"""With more points than these a panel's marks are small."""


def steps(canvas: Canvas, axes: tuple[str, str], panel: Sequence[Point], theme: Theme) -> None:
    """The step line through each source's totals: each holds until the next replaces it; no line joins two sources."""
    totals = sorted((point for point in panel if point.line), key=lambda point: (point.line, point.last))
    for name, line in groupby(totals, key=lambda point: point.line):
        own = list(line)
        if len(own) > 1:
            canvas.scatter(
                mode="lines",
                x=[moment(point.last) for point in own],
                y=[point.value for point in own],
                line={"shape": "hv", "width": 1.5, "color": colour(own[0].family, theme)},
                hoverinfo="skip",
                name=f"{own[0].name}, steps",
                meta={"line": name},
                xaxis=axes[0],
                yaxis=axes[1],
            )


def marks(
    canvas: Canvas,
    axes: tuple[str, str],
    panel: Sequence[Point],
    small: bool,
    theme: Theme,
    picked: Sequence[str],
) -> None:
    """A mark on a day, or one at each end of a span: the middle is nobody's day. One trace a family."""
    size = 7 if small or len(panel) > CROWD else 11
    for family in dict.fromkeys(point.family for point in panel):
        own = [point for point in panel if point.family == family]
        _marks(canvas, axes, own, size, theme, picked)


def _marks(
    canvas: Canvas, axes: tuple[str, str], own: Sequence[Point], size: int, theme: Theme, picked: Sequence[str]
) -> None:
    hue, ground = colour(own[0].family, theme), INKS[theme].ground
    placed = [(point, beneath, x) for point, beneath in _beneath(own) for x in _ends(point)]
    canvas.scatter(
        mode="markers",
        x=[x for _, _, x in placed],
        y=[point.value for point, _, _ in placed],
        marker={
            "symbol": [_symbol(point) for point, _, _ in placed],
            "size": [size + (2 if point.formula else 0) + 8 * beneath for point, beneath, _ in placed],
            "color": hue,
            "opacity": 1,
            "line": {"color": [ground if manner(p) == "beside" else hue for p, _, _ in placed], "width": 1.8},
        },
        customdata=[[" ".join(point.claims)] for point, _, _ in placed],
        hovertext=[sayings.told(point) for point, _, _ in placed],
        hoverinfo="text",
        selectedpoints=paper.chosen([point.claims for point, _, _ in placed], picked),
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.4}},
        cliponaxis=False,
        name=own[0].family,
        xaxis=axes[0],
        yaxis=axes[1],
    )


def manner(point: Point) -> str:
    """How a point is drawn: "derived" or a key of paper.MANNERS."""
    if point.sort == "derived":
        return "derived"
    how = paper.manner(point.basis, point.sort in ("plan", "capacity"))
    return "beside" if how == "stated" and point.sort in ("addition", "part") else how


def _symbol(point: Point) -> str:
    how = manner(point)
    return SUM if how == "derived" else paper.symbol(point.family, how)


def _ends(point: Point) -> tuple[float, ...]:
    if point.first == point.last:
        return (middle(point),)
    return (moment(point.first), moment(point.last) + DAY)


def _beneath(own: Sequence[Point]) -> Iterator[tuple[Point, int]]:
    """Each point, and how many later marks stand on its very place: it is drawn larger, so that both can be picked."""
    later = Counter((_ends(point), point.value) for point in own)
    for point in own:
        later[_ends(point), point.value] -= 1
        yield point, later[_ends(point), point.value]
