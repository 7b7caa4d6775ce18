"""What a chart plots, as rows: one a mark, with its numbers, its days and the claims it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from components.charts.sayings import title
from components.columns import DAY
from components.measures import Event, Network, Point, Timeline
from components.measures.figures import CLASSES

_MARK: Mapping[str, str] = {
    "source": "string",
    "family": "string",
    "first_day": DAY,
    "last_day": DAY,
    "days": "string",
    "day_from": "string",
    "articles": "object",
    "claims": "object",
}
POINTS: Mapping[str, str] = {
    "what": "string",
    "figure": "string",
    "low": "Float64",
    "best": "Float64",
    "high": "Float64",
    "bound": "string",
    "measure": "string",
    "class": "string",
    "formula": "string",
    **_MARK,
}
EVENTS: Mapping[str, str] = {
    "event": "string",
    "events": "Int64",
    "event_type": "string",
    "modality": "string",
    "lane": "string",
    **_MARK,
}
LINKS: Mapping[str, str] = {"from": "string", "to": "string", "family": "string", "claims": "Int64"}
"""Names and types; ``articles`` and ``claims`` of points and events are ids, of links a number."""


def rows(plotted: object) -> pd.DataFrame:
    """The points, events or streams from which a chart is drawn, in their order."""
    match plotted:
        case Timeline():
            return _frame(EVENTS, map(_event, plotted.events))
        case Network():
            return _frame(LINKS, _links(plotted))
        case tuple():
            return _frame(POINTS, map(_point, plotted))
    raise TypeError(f"no chart is drawn from {type(plotted).__name__}")


def _frame(columns: Mapping[str, str], rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    found = [*rows]
    return pd.DataFrame({name: pd.Series([row[name] for row in found], dtype=kind) for name, kind in columns.items()})


def _point(point: Point) -> dict[str, Any]:
    return {
        "what": title(point.measure, point.sort),
        "figure": point.number,
        "low": point.low,
        "best": point.best,
        "high": point.high,
        "bound": point.bound,
        "measure": point.measure,
        "class": CLASSES[point.sort],
        "formula": point.formula or None,
        **_mark(point, point.basis),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "event": event.label,
        "events": event.number,
        "event_type": event.event_type or None,
        "modality": event.modality,
        "lane": event.lane,
        **_mark(event, event.dated),
    }


def _mark(mark: Point | Event, day_from: str) -> dict[str, Any]:
    return {
        "source": mark.name,
        "family": mark.family,
        "first_day": mark.first,
        "last_day": mark.last,
        "days": mark.days,
        "day_from": day_from,
        "articles": mark.articles,
        "claims": mark.claims,
    }


def _links(told: Network) -> list[dict[str, Any]]:
    return [
        {
            "from": told.nodes[link.start].name,
            "to": told.nodes[link.end].name,
            "family": link.family,
            "claims": link.claims,
        }
        for link in told.links
    ]
