"""The briefing on paper: a tagged PDF with the numbers of the slides, its charts drawn as vectors."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import typst

from components import words
from components.briefing import Briefing, Evidence, Topic
from components.briefing.parts import Plotted, cited
from components.charts import colour
from components.export.lines import line
from components.export.markdown import SAFE
from components.export.sections import Section, sections
from components.measures.figures import CLASSES

LOOK = Path(__file__).with_name("paper.typ")
_LEAST, _MOST = 8, 40
"""Letters by which the width of a column is weighed."""
_FILLED = 0.86
"""The part of a panel's height that its greatest value fills."""
_NAMED = 6
"""Up to so many marks of a panel have the name of their source beside them; more have the number of their evidence."""
_OPEN = (words.BOUNDS["at_least"], words.BOUNDS["more_than"])
_HOLLOW = (CLASSES["plan"], CLASSES["derived"])


def paper(told: Briefing) -> bytes:
    """PDF/UA-1; the same briefing gives the same bytes on the same machine. Words of articles are handed over as data,
    never as markup.
    """
    made = told.stamp.made
    moment = int(dt.datetime(made.year, made.month, made.day, tzinfo=dt.UTC).timestamp())
    written = typst.compile(
        LOOK.read_bytes(),
        format="pdf",
        sys_inputs={"briefing": json.dumps(_content(told))},
        pdf_standards="ua-1",
        timestamp=moment,
    )
    assert isinstance(written, bytes)
    return written


def _content(told: Briefing) -> dict[str, Any]:
    topics = {topic.part: topic for topic in told.topics}
    return {
        "title": line(told.title),
        "period": line(told.period),
        "stamp": [line(one, 400) for one in told.stamp.lines()],
        "sections": [_section(one, topics.get(one.part)) for one in sections(told)],
        "evidence": [_evidence(one) for one in told.evidence],
        "method": [line(one, 600) for one in (*told.method, *told.stamp.lines()[1:])],
    }


def _section(section: Section, topic: Topic | None) -> dict[str, Any]:
    rows = [[line(cell, 300) for cell in row] for row in section.rows]
    return {
        "heading": section.heading,
        "head": list(section.head),
        "rows": rows,
        "widths": _widths([list(section.head), *rows]) if rows else [],
        "lines": [line(one, 500) for one in section.lines],
        "charts": list(_charts(topic)) if topic else [],
    }


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is against the others, by its longest cell."""
    return [min(_MOST, max(_LEAST, *map(len, column))) for column in zip(*rows, strict=True)]


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "number": one.number,
        "figure": line(one.figure),
        "who": line(one.who),
        "sentence": line(one.sentence, 700),
        "place": line(", ".join(part for part in (one.outlet, one.day) if part)),
        "link": one.link if SAFE.fullmatch(one.link) else "",
    }


def _charts(topic: Topic) -> Iterator[dict[str, Any]]:
    """A panel for each measure and sort: a mark a figure, at its value and the last of its days."""
    by_panel = sorted(topic.points, key=_panel)
    for (measure, sort), points in groupby(by_panel, key=_panel):
        shown = list(points)
        days = [one.last for one in shown]
        first, last = min(days), max(days)
        top = max(one.value for one in shown) or 1.0
        title = f"{measure[:1].upper()}{measure[1:]}, {sort}"
        yield {
            "title": title,
            "alt": line(f"{title}: " + "; ".join(f"{one.name} {one.number}, {one.days}" for one in shown), 1_000),
            "top": f"{top:,.0f}",
            "height": 1.5 if len(shown) == 1 else 2.6,
            "first": words.day(first),
            "last": words.day(last) if first < last else "",
            "marks": [_mark(one, _along(one.last, first, last), top, len(shown) <= _NAMED) for one in shown],
        }


def _panel(one: Plotted) -> tuple[str, str]:
    return one.measure, one.sort.partition(" (")[0]


def _along(day: dt.date, first: dt.date, last: dt.date) -> float:
    """Where a day stands between two, 0 to 1; a single one in the middle."""
    return (day - first).days / (last - first).days if first < last else 0.5


def _mark(one: Plotted, x: float, top: float, named: bool) -> dict[str, Any]:
    """``x`` and ``y`` are parts of the panel; the mark of a plan or of our sum is hollow, a lower bound open upward."""
    return {
        "x": x,
        "y": one.value / top * _FILLED,
        "label": cited(one.name if named else "", one.evidence).strip(),
        "colour": colour(one.family, "print"),
        "open": one.number.startswith(_OPEN),
        "hollow": one.sort.startswith(_HOLLOW),
    }
