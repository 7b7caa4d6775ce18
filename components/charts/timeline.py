"""The timeline: a lane a family or a type of event, a mark for a day, a bar for a span of days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts import event_marks, paper
from components.charts.canvas import Canvas
from components.charts.event_marks import manner
from components.charts.key import key
from components.charts.lanes import HEAD, PAPER, SCREEN, Label, Lane, Place, Placed, Sheet, laid_out
from components.charts.palette import INKS, Theme, colour
from components.charts.paper import DAY
from components.measures import Axis, Event, Timeline
from components.measures.timeline import APART, lane_order
from components.words import NOT_ITS_OWN, count

TOP, FOOT, LINE, SIDE = 8, 48, 20, 26
DEEP = 700
"""Pixels of depth from which the days stand over the chart as well."""

FLAT = 0.4
"""Depth of a chart on paper, as a share of its width at most."""

IN_DAYS, IN_MONTHS = 100 * DAY, 1200 * DAY
"""Between them an axis marks its months."""

FULL: Mapping[Axis, str] = {
    "as_of": "on the day the figure holds for",
    "said_on": "on the day it was said",
    "published": "on the day of printing",
}
"""What a full mark means where the axis is not of the days on which things happened."""

KEY_COLUMNS, PAPER_COLUMNS = 2, 8
"""Entries of the key side by side on a telephone, and on paper."""


def timeline(told: Timeline | Sequence[Event], theme: Theme, picked: Sequence[str] = ()) -> go.Figure:
    """Events in lanes of fixed order. A mark's ``customdata`` holds its claim ids, parted by spaces."""
    if not isinstance(told, Timeline):
        told = Timeline(tuple(told), ())
    events = told.events
    if not events:
        return paper.sheet(theme, 80).figure()
    span = _span(told)
    sheet = _sheet(told, span, theme)
    canvas = paper.sheet(theme, int(sheet.depth))
    for family in dict.fromkeys(event.family for event in events):
        own = [one for one in sheet.placed if one.event.family == family]
        event_marks.spans(canvas, [one for one in own if not one.event.spot], theme, picked)
        event_marks.spots(canvas, [one for one in own if one.event.spot], theme, picked)
    if told.lanes == "type":
        event_marks.shapes(canvas, [one for one in sheet.placed if not one.event.spot], theme)
    event_marks.denials(canvas, [one for one in sheet.placed if one.event.modality == "denied"], theme)
    event_marks.counts(canvas, [one for one in sheet.placed if one.event.number > 1], theme)
    _heads(canvas, sheet.lanes, span, theme)
    names = [_head_name(lane, span, theme) for lane in sheet.lanes]
    labels = [_label(one, one.label, theme) for one in sheet.placed if one.label]
    canvas.lay_out({"annotations": [*names, *labels]})
    _axes(canvas, span, sheet.depth, theme)
    _key(canvas, told, sheet.depth, theme)
    return canvas.figure()


def _sheet(told: Timeline, span: tuple[float, float], theme: Theme) -> Sheet:
    """Where the events stand: on the screen for its narrowest, on paper for the smallest sheet that holds them."""
    singly, by_family = not told.step and len(told.events) <= APART, told.lanes == "family"
    widths = PAPER if theme == "print" else (SCREEN,)
    sheets = ((width, laid_out(told.events, Place(span, width), singly, by_family)) for width in widths)
    return next(sheet for width, sheet in sheets if sheet.depth <= width * FLAT or width == widths[-1])


def _span(told: Timeline) -> tuple[float, float]:
    """The axis in milliseconds: the period asked for, or all days of the events."""
    if told.within:
        return paper.period([(told.within.first, told.within.last)])
    return paper.period([(event.first, event.last) for event in told.events])


def _label(one: Placed, label: Label, theme: Theme) -> dict[str, Any]:
    return {
        "x": label.x,
        "xshift": label.right,
        "y": one.y + label.down,
        "text": paper.plain(label.text),
        "xanchor": label.anchor,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": paper.LABEL, "color": INKS[theme].text},
        "bgcolor": INKS[theme].ground,
        "borderpad": 0,
    }


def _heads(canvas: Canvas, lanes: Sequence[Lane], span: tuple[float, float], theme: Theme) -> None:
    """A hairline above each lane but the first, and before its name the mark of the family whose it is."""
    hairline = {"color": INKS[theme].hairline, "width": 1}
    lines = [
        {"type": "line", "x0": span[0], "x1": span[1], "y0": lane.head, "y1": lane.head, "line": hairline}
        for lane in lanes[1:]
    ]
    canvas.lay_out({"shapes": lines})
    families = [lane for lane in lanes if lane.family]
    if families:
        canvas.scatter(
            mode="markers",
            x=[span[0]] * len(families),
            y=[lane.head + HEAD / 2 for lane in families],
            marker={
                "symbol": [paper.symbol(lane.family, "stated") for lane in families],
                "size": 9,
                "color": [colour(lane.family, theme) for lane in families],
            },
            cliponaxis=False,
            hoverinfo="skip",
            name="lanes",
        )


def _head_name(lane: Lane, span: tuple[float, float], theme: Theme) -> dict[str, Any]:
    return {
        "x": span[0],
        "xshift": 10 if lane.family else -3,
        "y": lane.head + HEAD / 2,
        "text": f"<b>{paper.plain(lane.name)}</b>",
        "xanchor": "left",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": paper.LABEL, "color": INKS[theme].text},
        "bgcolor": INKS[theme].ground,
    }


def _axes(canvas: Canvas, span: tuple[float, float], depth: float, theme: Theme) -> None:
    """Days from left to right, over a deep chart too; pixels from the top."""
    days = paper.date_axis(theme, span)
    if IN_DAYS < span[1] - span[0] <= IN_MONTHS:
        days["minor"] = {"dtick": "M1", "ticks": "outside", "ticklen": 3, "tickcolor": INKS[theme].quiet}
    canvas.lay_out({"xaxis": days, "yaxis": {"visible": False, "range": [depth, 0], "fixedrange": True}})
    if depth > DEEP:
        canvas.scatter(x=[None], y=[None], xaxis="x2", hoverinfo="skip", name="days")
        canvas.lay_out({"xaxis2": {**days, "overlaying": "x", "side": "top", "showgrid": False}})


def _key(canvas: Canvas, told: Timeline, depth: float, theme: Theme) -> None:
    """What the manners of the marks mean and, where lanes are types, whose mark is whose; under the axis."""
    events = told.events
    key(canvas, {manner(event) for event in events}, any(event.modality == "denied" for event in events), theme)
    if told.axis in FULL:
        for trace in canvas.traces:
            if trace["name"] == paper.MANNERS["stated"][1]:
                trace["name"] = FULL[told.axis]
    if told.lanes == "type":
        for family, side in sorted({event.family: event.side for event in events}.items(), key=_in_order):
            canvas.scatter(
                mode="markers",
                x=[None],
                y=[None],
                marker={"symbol": paper.symbol(family, "stated"), "size": 10, "color": colour(family, theme)},
                name=paper.plain(side),
                showlegend=True,
            )
    top = TOP if depth <= DEEP else FOOT
    lines = -(
        -sum(trace["showlegend"] for trace in canvas.traces) // (PAPER_COLUMNS if theme == "print" else KEY_COLUMNS)
    )
    foot = FOOT + LINE * lines
    canvas.lay_out(
        {
            "height": depth + top + foot,
            "margin": {"t": top, "b": foot, "r": SIDE if told.step else 8},
            "legend": {"y": -FOOT / depth, "yref": "paper", "yanchor": "top"},
        }
    )


def _in_order(family: tuple[str, str]) -> tuple[int, str]:
    return lane_order(family[0])


def events(told: Sequence[Event]) -> list[dict[str, str]]:
    """The plotted events as rows of words."""
    return [
        {
            "Event": event.label,
            "Source": event.name,
            "Days": event.days + NOT_ITS_OWN.get(event.basis, ""),
            "Articles": count(len(event.articles)),
        }
        for event in told
    ]
