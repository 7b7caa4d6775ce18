"""Figures are handed to plotly unchecked; here plotly checks every part of one of each kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from components import articles, charts, measures, parsing, table
from components.charts import Theme
from components.charts.canvas import Canvas
from components.lexicon import Lexicon


@pytest.fixture(scope="module")
def kinds(words: Lexicon, seeds: Path) -> tuple[tuple[Any, Any], ...]:
    """A way to draw and what it draws."""
    readings = [parsing.read(article, words) for article in articles.load([seeds], words).articles]
    claims = table.build(readings, words)
    return (
        *((draw, question(claims, {}).points) for draw, question in figures()),
        (charts.timeline, measures.timeline(claims, {})),
        (charts.timeline, measures.shown(measures.chronicle(claims, "said_on", "type"), {}, None, 2, 5)),
        (charts.network, measures.network(claims, {}, {}, {})),
    )


def figures() -> Iterator[tuple[Any, Any]]:
    yield charts.troops, measures.troops
    for draw in (charts.casualties, charts.wide, charts.by_source):
        yield draw, measures.casualties


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_plotly_finds_no_fault_in_a_figure(kinds: tuple[tuple[Any, Any], ...], theme: Theme) -> None:
    for draw, what in kinds:
        unchecked = draw(what, theme)
        assert unchecked.data
        checked = go.Figure(unchecked.to_dict())
        assert json.loads(checked.to_json()) == json.loads(unchecked.to_json())


def test_plotly_would_find_a_fault() -> None:
    canvas = Canvas()
    canvas.scatter(marker={"symbl": "circle"})
    with pytest.raises(ValueError, match="symbl"):
        go.Figure(canvas.figure().to_dict())


def test_a_part_of_the_layout_keeps_what_is_not_set_again() -> None:
    canvas = Canvas(layout={"margin": {"t": 8, "b": 30}, "height": 80})
    canvas.lay_out({"margin": {"b": 12}, "height": 90})
    assert canvas.layout == {"margin": {"t": 8, "b": 12}, "height": 90}
