"""The timeline: a lane a family, a mark for a day, a bar for a span of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from components.charts import paper
from components.charts.key import key
from components.charts.palette import INKS, Theme, colour
from components.charts.paper import DAY, moment
from components.measures import Event
from components.words import BASES, NOT_ITS_OWN

ROW, LANE, BAR = 32, 1.0, 0.2
LABELLED = 50
"""Up to so many events each has a row and a label of its own; more are packed without labels."""

DEEP = 12
"""Rows of a packed lane at most; where more events fall together their marks lie on each other."""


def timeline(events: Sequence[Event], theme: Theme, picked: Sequence[str] = ()) -> go.Figure:
    """Events in lanes of fixed order. A mark's ``customdata`` holds its claim ids, parted by spaces."""
    if not events:
        return paper.sheet(theme, 80)
    span = paper.period([(event.first, event.last) for event in events])
    lanes = [(name, list(members)) for name, members in groupby(events, key=lambda event: event.lane)]
    rows, heads, depth = _places(lanes, span)
    figure = paper.sheet(theme, int(depth * ROW) + 96)
    placed = list(zip(events, rows, strict=True))
    for family in dict.fromkeys(event.family for event in events):
        own = [(event, row) for event, row in placed if event.family == family]
        _spans(figure, [pair for pair in own if pair[0].first != pair[0].last], theme, picked)
        _marks(figure, [pair for pair in own if pair[0].first == pair[0].last], theme, picked)
    _denials(figure, [pair for pair in placed if pair[0].modality == "denied"], theme)
    _lane_marks(figure, heads, lanes, span, theme)
    notes = [_lane_name(head, name, span, theme) for head, (name, _) in zip(heads, lanes, strict=True)]
    if len(events) <= LABELLED:
        notes += [_label(event, row, span, theme) for event, row in placed]
    figure.update_layout(annotations=notes)
    key(figure, {_manner(event) for event in events}, any(event.modality == "denied" for event in events), theme)
    figure.update_xaxes(paper.date_axis(theme, span))
    figure.update_yaxes(visible=False, range=[depth, -0.1], fixedrange=True)
    return figure


def _places(
    lanes: Sequence[tuple[str, list[Event]]], span: tuple[float, float]
) -> tuple[list[float], list[float], float]:
    """The row of each event, the row of each lane's name, and the depth of all."""
    labelled = sum(len(members) for _, members in lanes) <= LABELLED
    rows: list[float] = []
    heads: list[float] = []
    at = 0.0
    for _, members in lanes:
        heads.append(at)
        inside = list(range(len(members))) if labelled else list(_packed(members, (span[1] - span[0]) * 0.025))
        step = 1.0 if labelled else 0.45
        rows += [at + LANE + 0.35 + step * place for place in inside]
        at = at + LANE + step * (max(inside) + 1) + 0.15
    return rows, heads, at


def _packed(events: Sequence[Event], air: float) -> Iterator[int]:
    """The first free row of the lane for each event, ``air`` milliseconds apart."""
    ends: list[float] = []
    for event in events:
        start, end = moment(event.first), moment(event.last) + DAY
        free = next((row for row, taken in enumerate(ends) if taken + air <= start), len(ends))
        free = free if free < DEEP else ends.index(min(ends))
        ends[free : free + 1] = [end]
        yield free


def _spans(figure: go.Figure, own: Sequence[tuple[Event, float]], theme: Theme, picked: Sequence[str]) -> None:
    """Filled bars for things asserted, open ones for plans, denials and spans known only from the printing."""
    if not own:
        return
    hue = colour(own[0][0].family, theme)
    filled = [_manner(event) == "stated" and event.modality != "denied" for event, _ in own]
    figure.add_bar(
        orientation="h",
        base=[moment(event.first) for event, _ in own],
        x=[moment(event.last) + DAY - moment(event.first) for event, _ in own],
        y=[row for _, row in own],
        width=BAR,
        marker={
            "color": [hue if full else INKS[theme].ground for full in filled],
            "line": {"color": hue, "width": 1.5},
        },
        **_answers(own, picked),
    )


def _marks(figure: go.Figure, own: Sequence[tuple[Event, float]], theme: Theme, picked: Sequence[str]) -> None:
    if not own:
        return
    family = own[0][0].family
    hue = colour(family, theme)
    figure.add_scatter(
        mode="markers",
        x=[moment(event.first) + DAY / 2 for event, _ in own],
        y=[row for _, row in own],
        marker={
            "symbol": [paper.symbol(family, "printed" if e.modality == "denied" else _manner(e)) for e, _ in own],
            "size": 11,
            "color": hue,
            "opacity": 1,
            "line": {"color": hue, "width": 1.8},
        },
        selected={"marker": {"opacity": 1}},
        cliponaxis=False,
        **_answers(own, picked),
    )


def _answers(own: Sequence[tuple[Event, float]], picked: Sequence[str]) -> dict[str, Any]:
    """What a mark answers when it is pointed at or picked, the same for spans and days."""
    return {
        "customdata": _ids(own),
        "hovertext": [_told(event) for event, _ in own],
        "hoverinfo": "text",
        "selectedpoints": paper.chosen([event.claims for event, _ in own], picked),
        "unselected": {"marker": {"opacity": 0.4}},
        "name": own[0][0].lane,
    }


def _denials(figure: go.Figure, denied: Sequence[tuple[Event, float]], theme: Theme) -> None:
    """The cross over what is denied."""
    if denied:
        figure.add_scatter(
            mode="markers",
            x=[(moment(event.first) + moment(event.last) + DAY) / 2 for event, _ in denied],
            y=[row for _, row in denied],
            marker={"symbol": "x-thin", "size": 15, "line": {"color": INKS[theme].text, "width": 1.8}},
            hoverinfo="skip",
            name="denied",
        )


def _label(event: Event, row: float, span: tuple[float, float], theme: Theme) -> dict[str, Any]:
    first, last = moment(event.first), moment(event.last) + DAY
    x, anchor = paper.side(first, last, span, len(event.label))
    return {
        "x": x,
        "y": row,
        "text": paper.plain(event.label),
        "xanchor": anchor,
        "yanchor": "bottom",
        "yshift": 7,
        "showarrow": False,
        "font": {"size": paper.LABEL, "color": INKS[theme].text},
        "bgcolor": INKS[theme].ground,
        "borderpad": 0,
    }


def _lane_name(head: float, name: str, span: tuple[float, float], theme: Theme) -> dict[str, Any]:
    return {
        "x": span[0],
        "xshift": 10,
        "y": head + 0.35,
        "text": f"<b>{paper.plain(name)}</b>",
        "xanchor": "left",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": paper.LABEL, "color": INKS[theme].text},
        "bgcolor": INKS[theme].ground,
    }


def _lane_marks(
    figure: go.Figure,
    heads: Sequence[float],
    lanes: Sequence[tuple[str, list[Event]]],
    span: tuple[float, float],
    theme: Theme,
) -> None:
    """A hairline above each lane but the first, and the family's mark before its name."""
    for head, (name, members) in zip(heads, lanes, strict=True):
        if head:
            figure.add_shape(
                type="line", x0=span[0], x1=span[1], y0=head, y1=head, line={"color": INKS[theme].hairline, "width": 1}
            )
        figure.add_scatter(
            mode="markers",
            x=[span[0]],
            y=[head + 0.35],
            marker={
                "symbol": paper.symbol(members[0].family, "stated"),
                "size": 9,
                "color": colour(members[0].family, theme),
            },
            cliponaxis=False,
            hoverinfo="skip",
            name=name,
        )


def _manner(event: Event) -> str:
    return paper.manner(event.basis, event.modality in ("planned", "possible"))


def _ids(own: Sequence[tuple[Event, float]]) -> list[list[str]]:
    return [[" ".join(event.claims)] for event, _ in own]


def _told(event: Event) -> str:
    return paper.told(
        (
            event.label,
            f"{event.days} ({BASES.get(event.basis, event.basis)})",
            f"Source: {event.name}",
            f"{paper.articles(len(event.articles))}; click to read the words",
        )
    )


def events(told: Sequence[Event]) -> list[dict[str, str]]:
    """The plotted events as rows of words."""
    return [
        {
            "Event": event.label,
            "Source": event.name,
            "Days": event.days + NOT_ITS_OWN.get(event.basis, ""),
            "Articles": str(len(event.articles)),
        }
        for event in told
    ]
