"""The troop and casualty charts: a panel a measure and sort, a step line a source, open bounds drawn open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.charts import bounds, paper
from components.charts.bounds import middle
from components.charts.key import key
from components.charts.palette import INKS, Theme, colour
from components.charts.paper import DAY, moment
from components.charts.room import Room
from components.measures import Point
from components.measures.figures import CLASSES
from components.words import BASES, NOT_ITS_OWN, count

PANEL, TITLE = 150, 44
LABELS = 4


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
    height = len(panels) * (PANEL + TITLE) + 60
    figure = make_subplots(
        rows=len(panels),
        shared_xaxes=True,
        vertical_spacing=TITLE / height if len(panels) > 1 else 0,
        figure=paper.sheet(theme, height),
    )
    figure.update_layout(margin={"t": 32, "b": 72})
    span = paper.period([(point.first, point.last) for point in points])
    figure.update_xaxes(paper.date_axis(theme, span))
    figure.update_xaxes(showticklabels=False)
    figure.update_xaxes(showticklabels=True, row=len(panels))
    notes: list[dict[str, Any]] = []
    for row, panel in enumerate(panels, start=1):
        top = max(end for point in panel for end in (point.value, point.high or 0.0)) * 1.45
        _panel(figure, row, panel, top, theme, picked)
        notes += [_heading(row, panel[0], theme), *_labels(row, panel, span, top, theme)]
    figure.update_layout(annotations=notes)
    key(figure, {_manner(point) for point in points}, False, theme)
    return figure


def _panel(
    figure: go.Figure, row: int, panel: Sequence[Point], top: float, theme: Theme, picked: Sequence[str]
) -> None:
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
    for _, line in groupby(sorted(panel, key=lambda point: (point.source, point.last)), key=lambda point: point.line):
        _steps(figure, row, list(line), theme)
    for point in panel:
        bounds.draw(figure, row, point, top, theme)
    for family in dict.fromkeys(point.family for point in panel):
        _marks(figure, row, [point for point in panel if point.family == family], theme, picked)


def _axis(letter: str, row: int) -> str:
    """Plotly's name of a panel's axis: the first has no number."""
    return letter if row == 1 else f"{letter}{row}"


def _heading(row: int, point: Point, theme: Theme) -> dict[str, Any]:
    return {
        "text": f"<b>{title(point.measure, point.sort)}</b>",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": _axis("y", row) + " domain",
        "yshift": 26,
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": paper.LABEL, "color": INKS[theme].text},
    }


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


def _marks(figure: go.Figure, row: int, own: Sequence[Point], theme: Theme, picked: Sequence[str]) -> None:
    """A mark on a day, or one at each end of a span: the middle is nobody's day."""
    hue = colour(own[0].family, theme)
    placed = [(point, x) for point in own for x in _ends(point)]
    figure.add_scatter(
        mode="markers",
        x=[x for _, x in placed],
        y=[point.value for point, _ in placed],
        marker={
            "symbol": [paper.symbol(point.family, _manner(point)) for point, _ in placed],
            "size": [11 + 8 * _beneath(own, point) for point, _ in placed],
            "color": hue,
            "opacity": 1,
            "line": {"color": hue, "width": 1.8},
        },
        customdata=[[" ".join(point.claims)] for point, _ in placed],
        hovertext=[_told(point) for point, _ in placed],
        hoverinfo="text",
        selectedpoints=paper.chosen([point.claims for point, _ in placed], picked),
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.4}},
        cliponaxis=False,
        name=own[0].family,
        row=row,
        col=1,
    )


def _ends(point: Point) -> tuple[float, ...]:
    if point.first == point.last:
        return (middle(point),)
    return (moment(point.first), moment(point.last) + DAY)


def _beneath(own: Sequence[Point], point: Point) -> int:
    """How many later marks stand on the very place of this one: it is drawn larger, so that both can be picked."""
    later = own[own.index(point) + 1 :]
    return sum((_ends(other), other.value) == (_ends(point), point.value) for other in later)


def _labels(
    row: int, panel: Sequence[Point], span: tuple[float, float], top: float, theme: Theme
) -> Iterator[dict[str, Any]]:
    """Number over source beside each mark, clear of marks and of each other; of many, each source's last.

    A label that finds no room is left to the mark's own words and to the table.
    """
    last = {point.source: point for point in panel}
    shown = sorted(panel if len(panel) <= LABELS else last.values(), key=lambda point: point.value)
    room = Room(span, top, PANEL)
    for point in panel:
        room.take_marks(point)
    for point in shown:
        number, name = paper.plain(point.number), paper.plain(point.name)
        place = room.label(point, max(len(point.number), len(point.name)))
        if place is None:
            continue
        yield {
            "text": f"<b>{number}</b><br>{name}",
            "x": place.x,
            "xref": _axis("x", row),
            "xanchor": place.anchor,
            "xshift": place.right,
            "y": point.value,
            "yref": _axis("y", row),
            "yanchor": "middle",
            "yshift": place.up,
            "align": place.anchor,
            "showarrow": False,
            "font": {"size": paper.SMALL, "color": INKS[theme].text},
        }


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
            "Days": point.days + NOT_ITS_OWN.get(point.basis, ""),
            "Articles": count(len(point.articles)),
        }
        for point in points
    ]
