"""What the paper of a briefing draws: a panel for each measure and sort, and the timeline in lanes.

All places are shares of the panel, from its lower left, so that the look alone knows about paper.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from components import words
from components.briefing import Happening, Topic
from components.briefing.parts import Plotted, cited
from components.charts import colour, shape
from components.charts.paper import manner
from components.export.label_room import Box, Letters, Placed, places
from components.export.lines import line
from components.measures.figures import CLASSES
from components.measures.timeline import lane_order

PANELS = 6
"""Panels of one topic at most: those with most marks."""
_FILLED, _EDGE = 0.79, 0.05
"""The part of a panel's height that its greatest value fills, and the air at both sides of its days."""
_PLOT: Mapping[int, float] = {1: 16.7, 2: 7.6, 3: 4.6}
"""How many centimetres wide a panel is, by the number that stand side by side."""
_LETTER, _ASIDE, _HEIGHT, _UP = 0.104, 0.16, 0.115, 0.08
"""A letter of 6 points and the gap beside a mark, in centimetres; both upright as shares of a panel's 2.2 cm."""
_WITHIN: Box = (0.0, -0.04, 1.02, 1.0)
_ARROW = 0.16
"""How far the arrow of a lower bound rises."""
_MONTHS = (1, 3, 6, 12, 24, 60, 120)
"""How many months can lie between two days named under the timeline."""
_EVENT = 90
"""Letters of an event on its line."""
_OPEN = (words.BOUNDS["at_least"], words.BOUNDS["more_than"])
_HOLLOW = (CLASSES["plan"], CLASSES["derived"])
_PLANS = (words.MODALITIES["planned"], words.MODALITIES["possible"])


def panels(topic: Topic) -> tuple[Sequence[dict[str, Any]], int]:
    """Of a topic with figures a panel for each measure and sort, a mark a figure at its value and the last of its days;
    and how many panels there would be besides.
    """
    every = [(key, [*points]) for key, points in groupby(sorted(topic.points, key=_panel), key=_panel)]
    fullest = sorted(every, key=lambda one: -len(one[1]))[:PANELS]
    wide = _PLOT[min(len(fullest), len(_PLOT))]
    letters = Letters(_LETTER / wide, _HEIGHT, _ASIDE / wide, _UP)
    return [_drawn(key, points, letters) for key, points in every if (key, points) in fullest], len(every) - len(
        fullest
    )


def legend(topic: Topic) -> Sequence[dict[str, str]]:
    """The sources by the mark of their family."""
    families: dict[str, dict[str, None]] = {}
    for one in topic.points:
        families.setdefault(one.family, {})[one.name] = None
    return [
        {**_sign(family), "words": line(", ".join(families[family]), 160)}
        for family in sorted(families, key=lane_order)
    ]


def _panel(one: Plotted) -> tuple[str, str]:
    return one.measure, one.sort.partition(" (")[0]


def _drawn(key: tuple[str, str], shown: Sequence[Plotted], letters: Letters) -> dict[str, Any]:
    measure, sort = key
    first, last = min(one.last for one in shown), max(one.last for one in shown)
    top = max(one.value for one in shown) or 1.0
    title = f"{measure[:1].upper()}{measure[1:]}, {sort}"
    spots = [(_along(one.last, first, last), one.value / top * _FILLED) for one in shown]
    arrows = [(x, y, x, y + _ARROW) for (x, y), one in zip(spots, shown, strict=True) if _open(one)]
    labels = places(spots, [_labels(one) for one in shown], letters, _WITHIN, arrows)
    return {
        "title": title,
        "alt": line(f"{title}: " + "; ".join(f"{one.name} {one.number}, {one.days}" for one in shown), 1_000),
        "top": f"{top:,.0f}",
        "first": words.day(first),
        "last": words.day(last) if first < last else "",
        "marks": [_mark(one, *spot, label) for one, spot, label in zip(shown, spots, labels, strict=True)],
    }


def _labels(one: Plotted) -> Sequence[str]:
    """From the fullest to the shortest."""
    figure = cited(one.number, one.evidence)
    return [f"{one.name}: {figure}", figure, *([cited("", one.evidence).strip()] if one.evidence else [])]


def _along(day: dt.date, first: dt.date, last: dt.date) -> float:
    """Where a day stands between two; a single one in the middle."""
    return _EDGE + (1 - 2 * _EDGE) * ((day - first).days / (last - first).days) if first < last else 0.5


def _mark(one: Plotted, x: float, y: float, placed: Placed | None) -> dict[str, Any]:
    """The mark of a plan or of our sum is hollow, a lower bound open upward."""
    return {
        **_sign(one.family),
        "x": x,
        "y": y,
        "label": placed.label if placed else "",
        "side": placed.side if placed else "right",
        "open": _open(one),
        "hollow": one.sort.startswith(_HOLLOW),
    }


def _open(one: Plotted) -> bool:
    return one.number.startswith(_OPEN)


def _sign(family: str) -> dict[str, str]:
    return {"shape": shape(family), "colour": colour(family, "print")}


def lanes(events: Sequence[Happening]) -> dict[str, Any]:
    """The timeline, an event a line, in the lanes of the screen: words at the left, its days at the right."""
    ordered = sorted(events, key=lambda one: (*lane_order(one.family), one.first, one.last))
    first, last = min(one.first for one in events), max(one.last for one in events)
    return {
        "alt": line("; ".join(f"{one.days}, {one.name}: {one.label}" for one in ordered), 2_000),
        "lanes": [
            {**_sign(family), "name": line(own[0].side), "events": [_event(one, first, last) for one in own]}
            for family, own in _by_family(ordered)
        ],
        "ticks": [{"x": _share(day, first, last), "words": f"{day:%b %Y}"} for day in _ticks(first, last)]
        or [{"x": 0.5 / ((last - first).days + 1), "words": words.day(first)}],
    }


def _by_family(ordered: Sequence[Happening]) -> Iterator[tuple[str, Sequence[Happening]]]:
    for family, own in groupby(ordered, key=lambda one: one.family):
        yield family, [*own]


def _event(one: Happening, first: dt.date, last: dt.date) -> dict[str, Any]:
    """``how`` it is drawn is a manner of the charts, ``to`` is where its last day ends."""
    told = line(f"{one.days}: {one.label} ({one.name})", _EVENT)
    return {
        **_sign(one.family),
        "words": cited(told, one.evidence),
        "from": _share(one.first, first, last),
        "to": _share(one.last + dt.timedelta(1), first, last),
        "span": one.first < one.last,
        "how": manner(one.basis, one.modality in _PLANS),
        "denied": one.modality == words.MODALITIES["denied"],
    }


def _share(day: dt.date, first: dt.date, last: dt.date) -> float:
    """Where a day begins between the first and the end of the last."""
    return (day - first).days / ((last - first).days + 1)


def _ticks(first: dt.date, last: dt.date) -> Sequence[dt.date]:
    """Up to seven first days of months between the two, evenly apart.

    >>> [day.isoformat() for day in _ticks(dt.date(2025, 1, 20), dt.date(2025, 12, 1))]
    ['2025-04-01', '2025-07-01', '2025-10-01']
    """
    length = (last.year - first.year) * 12 + last.month - first.month
    step = next((months for months in _MONTHS if length <= 6 * months), 600)
    begin = first.year * 12 + first.month - (1 if first.day == 1 else 0)
    return [
        dt.date(month // 12, month % 12 + 1, 1)
        for month in range(begin + -begin % step, last.year * 12 + last.month, step)
    ]
