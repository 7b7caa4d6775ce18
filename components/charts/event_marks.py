"""The marks of the timeline: bars over spans, markers on days, crosses over denials, counts behind what is gathered."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten, wrap
from typing import Any

from components.charts import paper
from components.charts.canvas import Canvas
from components.charts.lanes import Placed, size
from components.charts.palette import INKS, Theme, colour
from components.charts.paper import DAY, moment
from components.measures import Event
from components.words import count

BAR, CROSS = 7.0, 15.0
SENTENCE, HOVER = 160, 50
"""Letters of a sentence that a mark shows, and of each of its lines."""


def spans(canvas: Canvas, own: Sequence[Placed], theme: Theme, picked: Sequence[str]) -> None:
    """Filled bars for things asserted, open ones for plans, denials and spans known only from the printing."""
    if not own:
        return
    hue = colour(own[0].event.family, theme)
    filled = [manner(one.event) == "stated" and one.event.modality != "denied" for one in own]
    canvas.bar(
        orientation="h",
        base=[moment(one.event.first) for one in own],
        x=[moment(one.event.last) + DAY - moment(one.event.first) for one in own],
        y=[one.y for one in own],
        width=BAR,
        marker={
            "color": [hue if full else INKS[theme].ground for full in filled],
            "line": {"color": hue, "width": 1.8},
        },
        **_answers(own, picked),
    )


def spots(canvas: Canvas, own: Sequence[Placed], theme: Theme, picked: Sequence[str]) -> None:
    """The family's marker on a day, larger where it stands for many events."""
    if not own:
        return
    family = own[0].event.family
    hue = colour(family, theme)
    canvas.scatter(
        mode="markers",
        x=[one.middle for one in own],
        y=[one.y for one in own],
        marker={
            "symbol": [_symbol(one.event) for one in own],
            "size": [size(one.event.number) for one in own],
            "color": hue,
            "opacity": 1,
            "line": {"color": hue, "width": 1.8},
        },
        selected={"marker": {"opacity": 1}},
        cliponaxis=False,
        **_answers(own, picked),
    )


def _symbol(event: Event) -> str:
    return paper.symbol(event.family, "printed" if event.modality == "denied" else manner(event))


def _answers(own: Sequence[Placed], picked: Sequence[str]) -> dict[str, Any]:
    """What a mark answers when it is pointed at or picked, the same for spans and days."""
    return {
        "customdata": [[" ".join(one.event.claims)] for one in own],
        "hovertext": [_told(one.event) for one in own],
        "hoverinfo": "text",
        "selectedpoints": paper.chosen([one.event.claims for one in own], picked),
        "unselected": {"marker": {"opacity": 0.4}},
        "name": own[0].event.side,
    }


def shapes(canvas: Canvas, spans: Sequence[Placed], theme: Theme) -> None:
    """The family's marker at the head of each bar, where the lane does not name the family."""
    if spans:
        hues = [colour(one.event.family, theme) for one in spans]
        canvas.scatter(
            mode="markers",
            x=[one.first for one in spans],
            y=[one.y for one in spans],
            marker={
                "symbol": [_symbol(one.event) for one in spans],
                "size": 9,
                "color": hues,
                "line": {"color": hues, "width": 1.5},
            },
            cliponaxis=False,
            hoverinfo="skip",
            name="families",
        )


def denials(canvas: Canvas, denied: Sequence[Placed], theme: Theme) -> None:
    """The cross over what is denied."""
    if denied:
        canvas.scatter(
            mode="markers",
            x=[one.middle for one in denied],
            y=[one.y for one in denied],
            marker={"symbol": "x-thin", "size": CROSS, "line": {"color": INKS[theme].text, "width": 1.8}},
            hoverinfo="skip",
            name="denied",
        )


def counts(canvas: Canvas, several: Sequence[Placed], theme: Theme) -> None:
    """How many events a mark stands for, behind it."""
    if several:
        canvas.scatter(
            mode="markers+text",
            x=[one.middle if one.event.spot else one.last for one in several],
            y=[one.y for one in several],
            text=[count(one.event.number) for one in several],
            textposition="middle right",
            textfont={"size": 10, "color": INKS[theme].text},
            marker={"size": [_reach(one.event) for one in several], "opacity": 0},
            cliponaxis=False,
            hoverinfo="skip",
            name="numbers of events",
        )


def _reach(event: Event) -> float:
    """Pixels across what the count must keep clear of."""
    return max(size(event.number) if event.spot else BAR, CROSS if event.spot and event.modality == "denied" else 0.0)


def manner(event: Event) -> str:
    """How the event is drawn: a key of paper.MANNERS."""
    return paper.manner(event.basis, event.modality in ("planned", "possible"))


def _told(event: Event) -> str:
    sentence = shorten(event.sentence, SENTENCE, placeholder=" …")
    lines = (
        event.label,
        f"Source: {event.name}",
        f"{event.days} ({event.dated})",
        sentence,
        f"{paper.articles(len(event.articles))}{paper.READ}",
    )
    return paper.told([part for line in lines for part in wrap(line, HOVER)])
