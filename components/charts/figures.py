"""The charts of figures: a panel a measure and sort, a step line a source, open bounds drawn open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from components.charts import bounds, dots, paper
from components.charts.canvas import Canvas
from components.charts.key import depth, key
from components.charts.labels import Place, labels
from components.charts.palette import INKS, Theme
from components.charts.sayings import title
from components.measures import Point
from components.measures.timeline import lane_order
from components.words import listed

SAME_SCALE = ("killed", "wounded", "casualties")
DATES, HEAD = 44, 8
"""Pixels for the days under a panel, and above all."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Pixels of a panel of several totals, of any other, and above; ``each`` gives every source a small one.

    ``wide`` says that the chart may be as wide as the page: it has labels for that, and one scale for the losses;
    ``dated`` that every measure has the days under it.
    """

    totals: int
    others: int
    above: int
    wide: bool
    dated: bool
    each: bool


NARROW = Layout(150, 150, 44, wide=False, dated=False, each=False)
WIDE = Layout(270, 140, 46, wide=True, dated=True, each=False)
EACH = Layout(76, 76, 22, wide=True, dated=True, each=True)
PAPER = Layout(270, 140, 36, wide=True, dated=False, each=False)
SHEET = 1060
"""Pixels in height that the panels of a picture can have beside its title, its key and its stamp."""

SEVERAL = 4


@dataclass(frozen=True, slots=True)
class Panel:
    """Points over one date axis (the ``x``-th) from 0 to ``top``; pixels of its height and of the room above it.

    ``title`` is "" where the panel above has it; ``name`` is the source of a small panel.
    """

    points: tuple[Point, ...]
    title: str
    name: str
    top: float
    height: int
    above: int
    x: int


def troops(points: Sequence[Point], theme: Theme, picked: Sequence[str] = ()) -> go.Figure:
    """Forces by day. A mark's ``customdata`` holds its claim ids, parted by spaces."""
    return _figure(points, theme, picked, NARROW)


def casualties(points: Sequence[Point], theme: Theme, picked: Sequence[str] = ()) -> go.Figure:
    """Losses by day. A mark's ``customdata`` holds its claim ids, parted by spaces."""
    return _figure(points, theme, picked, NARROW)


def wide(points: Sequence[Point], theme: Theme, picked: Sequence[str] = ()) -> go.Figure:
    """Figures by day at the width of a page, all sources of a measure and sort in one panel."""
    return _figure(points, theme, picked, WIDE)


def by_source(points: Sequence[Point], theme: Theme, picked: Sequence[str] = ()) -> go.Figure:
    """Figures by day at the width of a page, a small panel a source; those of one measure and sort have one scale."""
    return _figure(points, theme, picked, EACH)


def _figure(points: Sequence[Point], theme: Theme, picked: Sequence[str], layout: Layout) -> go.Figure:
    if not points:
        return paper.sheet(theme, 80).figure()
    panels = _on_a_sheet(list(_panels(points, PAPER))) if theme == "print" else list(_panels(points, layout))
    manners = {dots.manner(point) for point in points}
    axes = panels[-1].x
    plot = sum(panel.above + panel.height for panel in panels) + DATES * (axes - 1)
    foot = DATES + depth(manners)
    canvas = paper.sheet(theme, plot + foot + HEAD)
    canvas.lay_out({"margin": {"t": HEAD, "b": foot, "l": _beside(panels)}})
    span = paper.period([(point.first, point.last) for point in points])
    dates = paper.date_axis(theme, span)
    notes: list[dict[str, Any]] = []
    wide = layout.wide or theme == "print"
    used = 0
    for row, panel in enumerate(panels, start=1):
        used += panel.above + panel.height + (DATES if row > 1 and panel.x > panels[row - 2].x else 0)
        at = (_axis("x", panel.x), _axis("y", row))
        canvas.lay_out(
            {f"yaxis{row}": _values(panel, at, plot, used, theme), f"xaxis{panel.x}": {**dates, "anchor": at[1]}}
        )
        _draw(canvas, at, panel, theme, picked)
        notes += [*_headings(at[1], panel, theme)]
        notes += labels(panel.points, Place(at, span, panel.top, panel.height, not panel.name, wide), theme)
    canvas.lay_out({"annotations": notes})
    key(canvas, manners, False, theme)
    return canvas.figure()


def _panels(points: Sequence[Point], layout: Layout) -> Iterator[Panel]:
    """The panels from above; our sums stand among the totals they compare with."""
    grouped = [(of, tuple(own)) for of, own in groupby(points, key=lambda point: (point.measure, _class(point)))]
    measures = list(dict.fromkeys(measure for (measure, _), _ in grouped))
    tops = {of: max(max(point.ends) for point in own) * 1.45 or 1.0 for of, own in grouped}
    losses = {measure: top for (measure, sort), top in tops.items() if measure in SAME_SCALE and sort == "total"}
    crowded = any(len(own) >= SEVERAL for (measure, sort), own in grouped if sort == "total" and measure in SAME_SCALE)
    for (measure, sort), own in grouped:
        same = layout.wide and len(losses) > 1 and measure in SAME_SCALE and sort == "total"
        top = max(losses.values()) if same else tops[measure, sort]
        heading = title(measure, sort) + (_one_scale(measure, list(losses)) if same else "")
        x = measures.index(measure) + 1 if layout.dated else 1
        if not layout.each:
            tall = sort == "total" and (crowded if same else len(own) >= SEVERAL)
            yield Panel(own, heading, "", top, layout.totals if tall else layout.others, layout.above, x)
            continue
        for n, source in enumerate(sorted({(lane_order(p.family), p.name, p.source) for p in own})):
            mine = tuple(point for point in own if point.source == source[2])
            room = layout.above + (0 if n else WIDE.above - 12)
            yield Panel(mine, "" if n else heading, source[1], top, layout.others, room, x)


def _one_scale(measure: str, losses: Sequence[str]) -> str:
    """What the first of the panels on one scale says of it.

    >>> _one_scale("killed", ["killed", "wounded", "casualties"]), _one_scale("wounded", ["killed", "wounded"])
    (' – one scale with wounded and casualties', '')
    """
    return f" \N{EN DASH} one scale with {listed(list(losses[1:]))}" if measure == losses[0] else ""


def _on_a_sheet(panels: Sequence[Panel]) -> Sequence[Panel]:
    """The panels lowered until all stand on one sheet, so that labels are set for the height that they get."""
    free = SHEET - sum(panel.above for panel in panels)
    share = max(0.25, min(1.0, free / sum(panel.height for panel in panels)))
    return [replace(panel, height=int(panel.height * share)) for panel in panels]


def _class(point: Point) -> str:
    return "total" if point.sort == "derived" else point.sort


def _axis(letter: str, row: int) -> str:
    """Plotly's name of an axis: the first has no number."""
    return letter if row == 1 else f"{letter}{row}"


def _beside(panels: Sequence[Panel]) -> float:
    """Pixels that the numbers on the axes need. Plotly would find out by itself, and draw the chart a second time."""
    return 12 + 6.4 * max(len(f"{panel.top:,.0f}") for panel in panels)


def _values(panel: Panel, at: tuple[str, str], plot: int, used: int, theme: Theme) -> dict[str, Any]:
    """The axis of a panel that ends ``used`` pixels below the head of a plot of so many pixels."""
    ink = INKS[theme]
    return {
        "domain": [max(0.0, 1 - used / plot), 1 - (used - panel.height) / plot],
        "anchor": at[0],
        "range": [0, panel.top],
        "nticks": 4 if panel.height > 100 else 3,
        "tickformat": ",.0f",
        "tickfont": {"size": paper.SMALL, "color": ink.quiet},
        "gridcolor": ink.hairline,
        "zeroline": True,
        "zerolinecolor": ink.hairline,
        "fixedrange": True,
        "ticks": "",
    }


def _draw(canvas: Canvas, at: tuple[str, str], panel: Panel, theme: Theme, picked: Sequence[str]) -> None:
    dots.steps(canvas, at, panel.points, theme)
    bounds.draw(canvas, at, panel.points, panel.top, theme)
    dots.marks(canvas, at, panel.points, bool(panel.name), theme, picked)


def _headings(axis: str, panel: Panel, theme: Theme) -> Iterator[dict[str, Any]]:
    """The panel's title, and the source's name over a small one."""
    at = {"x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": f"{axis} domain", "showarrow": False}
    if panel.title:
        above = {"yshift": panel.above - 18 if panel.name else 26, "yanchor": "top"}
        yield {"text": f"<b>{panel.title}</b>", "font": {"size": paper.LABEL, "color": INKS[theme].text}, **at, **above}
    if panel.name:
        low = {"yshift": 1, "yanchor": "bottom"}
        yield {"text": paper.plain(panel.name), "font": {"size": paper.SMALL, "color": INKS[theme].quiet}, **at, **low}
