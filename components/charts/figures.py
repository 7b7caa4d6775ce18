"""The troop and casualty charts: a panel a measure and sort, a step line a source, open bounds drawn open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.charts import paper
from components.charts.key import key
from components.charts.palette import INKS, Theme, colour
from components.charts.paper import DAY, moment
from components.measures import Point
from components.measures.figures import CLASSES
from components.measures.words import BASES, count

PANEL, TITLE = 150, 34
REACH = 0.2
"""How far an open bound's arrow reaches, as a share of the panel's height; it says "and beyond", not how far."""


def troops(points: Sequence[Point], theme: Theme, picked: Sequence[str] = ()) -> go.Figure:
    """Forces by day. A mark's ``customdata`` holds its claim ids, parted by spaces."""
    return _panels(points, theme, picked)


def casualties(points: Sequence[Point], theme: Theme, picked: Sequence[str] = ()) -> go.Figure:
    """Losses by day. A mark's ``customdata`` holds its claim ids, parted by spaces."""
    return _panels(points, theme, picked)


def _panels(points: Sequence[Point], theme: Theme, picked: Sequence[str]) -> go.Figure:
    if not points:
        return paper.sheet(theme, 80)
    panels = [list(members) for _, members in groupby(points, key=lambda point: (point.measure, point.sort))]
    height = len(panels) * (PANEL + TITLE) + 76
    figure = make_subplots(
        rows=len(panels),
        shared_xaxes=True,
        vertical_spacing=TITLE / height if len(panels) > 1 else 0,
        figure=paper.sheet(theme, height),
    )
    figure.update_layout(margin={"t": TITLE, "b": 72})
    span = paper.period([(point.first, point.last) for point in points])
    figure.update_xaxes(paper.date_axis(theme, span))
    figure.update_xaxes(showticklabels=False)
    figure.update_xaxes(showticklabels=True, row=len(panels))
    for row, panel in enumerate(panels, start=1):
        _panel(figure, row, panel, span, theme, picked)
    key(figure, {_manner(point) for point in points}, False, theme)
    return figure


def _panel(
    figure: go.Figure, row: int, panel: Sequence[Point], span: tuple[float, float], theme: Theme, picked: Sequence[str]
) -> None:
    top = max(end for point in panel for end in (point.value, point.high or 0.0)) * 1.45
    ink = INKS[theme]
    figure.update_yaxes(
        range=[0, top],
        nticks=4,
        tickformat=",.0f",
        tickfont={"size": paper.SMALL, "color": ink.quiet},
        gridcolor=ink.hairline,
        zeroline=True,
        zerolinecolor=ink.hairline,
        fixedrange=True,
        automargin=True,
        ticks="",
        row=row,
        col=1,
    )
    figure.add_annotation(
        text=f"<b>{title(panel[0].measure, panel[0].sort)}</b>",
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yshift=TITLE - 6,
        yref=f"y{row if row > 1 else ''} domain",
        yanchor="top",
        showarrow=False,
        font={"size": paper.LABEL, "color": ink.text},
    )
    for _, line in groupby(sorted(panel, key=lambda point: (point.source, point.last)), key=lambda point: point.line):
        _steps(figure, row, list(line), theme)
    for point in panel:
        _bounds(figure, row, point, top, theme)
    for family in dict.fromkeys(point.family for point in panel):
        _marks(figure, row, [point for point in panel if point.family == family], theme, picked)
    _labels(figure, row, panel, span, top, theme)


def title(measure: str, sort: str) -> str:
    """A panel's heading.

    >>> title("troops", "addition"), title("killed", "total"), title("casualties", "total")
    ('Troops: additions', 'Killed', 'Casualties (killed and wounded together)')
    """
    if sort != "total":
        return f"{measure.capitalize()}: {CLASSES[sort]}"
    return {
        "troops": "Troops: totals",
        "engineers": "Engineers: totals",
        "casualties": "Casualties (killed and wounded together)",
        "losses": "Lost, no more said",
    }.get(measure, measure.capitalize())


def _steps(figure: go.Figure, row: int, line: Sequence[Point], theme: Theme) -> None:
    """The step line through one source's totals: each holds until the next replaces it."""
    if len(line) > 1 and line[0].line:
        figure.add_scatter(
            mode="lines",
            x=[moment(point.last) for point in line],
            y=[point.value for point in line],
            line={"shape": "hv", "width": 1.5, "color": colour(line[0].family, theme)},
            hoverinfo="skip",
            name=f"{line[0].name}, steps",
            meta={"line": line[0].line},
            row=row,
            col=1,
        )


def _bounds(figure: go.Figure, row: int, point: Point, top: float, theme: Theme) -> None:
    """Days as a flat stroke; an open end as a dotted stroke with a head; a range as a stroke with closed ends."""
    hue = colour(point.family, theme)
    start, end, middle = moment(point.first), moment(point.last) + DAY, _middle(point)
    solid = {"color": hue, "width": 4}
    thin = {"color": hue, "width": 1.6, "dash": "dot"}
    strokes: list[tuple[list[float], list[float], dict[str, object], str]] = []
    if point.first != point.last:
        strokes.append(([start, end], [point.value, point.value], solid, "days"))
    if point.bound in ("at_least", "more_than"):
        strokes.append(([middle, middle], [point.value, point.value + REACH * top], thin, "open above"))
    if point.bound in ("up_to", "nearly"):
        strokes.append(([middle, middle], [point.value, max(0.0, point.value - REACH * top)], thin, "open below"))
    if point.bound == "range" and point.low is not None and point.high is not None:
        strokes.append(([middle, middle], [point.low, point.high], {"color": hue, "width": 2}, "range"))
    for x, y, line, what in strokes:
        ends = {
            "open above": ["circle", "arrow-up"],
            "open below": ["circle", "arrow-down"],
            "range": ["line-ew-open"] * 2,
        }
        figure.add_scatter(
            mode="lines" if what == "days" else "lines+markers",
            x=x,
            y=y,
            line=line,
            marker={
                "symbol": ends.get(what, "circle"),
                "size": [0, 10] if what.startswith("open") else 10,
                "color": hue,
                "line": {"color": hue, "width": 2 if what == "range" else 0},
            },
            hoverinfo="skip",
            name=f"{point.number}, {what}",
            meta={"bound": point.bound, "draws": what},
            cliponaxis=False,
            row=row,
            col=1,
        )


def _marks(figure: go.Figure, row: int, own: Sequence[Point], theme: Theme, picked: Sequence[str]) -> None:
    hue = colour(own[0].family, theme)
    figure.add_scatter(
        mode="markers",
        x=[_middle(point) for point in own],
        y=[point.value for point in own],
        marker={
            "symbol": [paper.symbol(point.family, _manner(point)) for point in own],
            "size": [11 + 8 * _beneath(own, n) for n in range(len(own))],
            "color": hue,
            "line": {"color": hue, "width": 1.8},
        },
        customdata=[[" ".join(point.claims)] for point in own],
        hovertext=[_told(point) for point in own],
        hoverinfo="text",
        selectedpoints=paper.chosen([point.claims for point in own], picked),
        unselected={"marker": {"opacity": 0.35}},
        cliponaxis=False,
        name=own[0].family,
        row=row,
        col=1,
    )


def _beneath(own: Sequence[Point], n: int) -> int:
    """How many later marks stand on the very place of mark ``n``: it is drawn larger, so that both can be picked."""
    place = (_middle(own[n]), own[n].value)
    return sum((_middle(point), point.value) == place for point in own[n + 1 :])


def _labels(
    figure: go.Figure, row: int, panel: Sequence[Point], span: tuple[float, float], top: float, theme: Theme
) -> None:
    """Number and source at each mark, pushed apart where they would meet; where there are many, only the last of each."""
    last = {(point.source): point for point in panel}
    shown = sorted(panel if len(panel) <= 5 else last.values(), key=lambda point: point.value)
    lowest = {"left": -10.0, "right": -10.0}
    for point in shown:
        words = f"{point.number} · {point.name}"
        reach = DAY if point.first == point.last else (moment(point.last) - moment(point.first)) / 2
        middle = _middle(point)
        air = (span[1] - span[0]) * 0.02
        x, anchor = paper.side(middle + air, middle - air, span, len(words), 330)
        del reach
        height = point.value / top * PANEL
        at = max(height + 9, lowest[anchor] + 15)
        lowest[anchor] = at
        figure.add_annotation(
            text=f"<b>{paper.plain(point.number)}</b> · {paper.plain(point.name)}",
            x=x,
            y=point.value,
            xanchor=anchor,
            yanchor="middle",
            yshift=at - height,
            showarrow=False,
            font={"size": paper.SMALL, "color": INKS[theme].text},
            row=row,
            col=1,
        )


def _middle(point: Point) -> float:
    return (moment(point.first) + moment(point.last) + DAY) / 2


def _manner(point: Point) -> str:
    return paper.manner(point.basis, point.sort == "plan")


def _told(point: Point) -> str:
    return paper.told(
        (
            f"{point.number} {point.measure}" + (f", {CLASSES[point.sort]}" if point.sort != "total" else ""),
            f"{point.days} ({BASES.get(point.basis, point.basis)})",
            f"Source: {point.name}",
            f"{paper.articles(len(point.articles))}; click to read the words",
        )
    )


def numbers(points: Sequence[Point]) -> list[dict[str, str]]:
    """The plotted numbers as rows of words."""
    return [
        {
            "What": title(point.measure, point.sort),
            "Figure": point.number,
            "Source": point.name,
            "Days": point.days,
            "Day known from": BASES.get(point.basis, point.basis),
            "Articles": count(len(point.articles)),
        }
        for point in points
    ]
