"""The charts of a briefing, drawn as on the screen, and what a picture of one says about itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import plotly.graph_objects as go

from components import charts, words
from components.briefing import Briefing
from components.briefing.assembly import TITLE
from components.charts import Theme
from components.stamp import Stamp

SENTENCES = 2
"""Sums that a picture refuses in words; the others are counted."""


def charted(told: Briefing) -> tuple[str, ...]:
    """The parts that have something to draw."""
    return (*(["timeline"] if told.drawn else []), *(topic.part for topic in told.topics if topic.drawn))


def figures(told: Briefing, theme: Theme) -> Mapping[str, go.Figure]:
    """The charts by part; none of a part in which there is nothing to draw."""
    timeline = {"timeline": charts.timeline(told.drawn, theme)} if told.drawn else {}
    return timeline | {topic.part: charts.wide(topic.drawn, theme) for topic in told.topics if topic.drawn}


def stamps(told: Briefing) -> Mapping[str, Stamp]:
    """What a picture of each part says: the briefing's stamp under the name of the chart, and in a note what is not
    drawn.
    """
    name = "" if told.title == TITLE else f": {told.title}"
    older = _more(told.more_events, "event")
    said = {"timeline": replace(told.stamp, title=f"North Korea and Russia: timeline{name}", note=older)}
    for topic in told.topics:
        left = f"Not drawn: {'; '.join(topic.left_out)}." if topic.left_out else ""
        others = len(topic.refused) - SENTENCES
        sums = (
            *topic.refused[:SENTENCES],
            f"{others:,} more such sentences are in the briefing." if others > 0 else "",
        )
        note = " ".join(part for part in (*sums, _more(topic.more, "figure"), left) if part)
        said[topic.part] = replace(told.stamp, title=f"{topic.heading}{name}", note=note)
    return said


def _more(count: int, what: str) -> str:
    return f"{words.many(count, f'older {what}')} not drawn." if count else ""
