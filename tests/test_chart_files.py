"""What is taken away from a chart beside its pictures: a page that stands alone, and the plotted numbers."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from components import articles, charts, measures, parsing, table
from components.export import claims_csv, pictures, plotted, standalone
from components.lexicon import Lexicon
from components.measures import Network, Series, Timeline
from components.stamp import Stamp
from tests.test_export import STAMP

BAD = '</script><img src="https://elsewhere.example/x" onerror=alert(1)> & "\x07'


class Tags(HTMLParser):
    """The tags of a page with what they point at, and its words without scripts."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, Mapping[str, str | None]]] = []
        self.words = ""
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += "" if self.tags and self.tags[-1][0] == "script" else data


@pytest.fixture(scope="module")
def claims(words: Lexicon, seeds: Path) -> pd.DataFrame:
    readings = [parsing.read(article, words) for article in articles.load([seeds], words).articles]
    return table.build(readings, words)


@pytest.fixture(scope="module")
def troops(claims: pd.DataFrame) -> Series:
    return measures.troops(claims, {})


@pytest.fixture(scope="module")
def timeline(claims: pd.DataFrame) -> Timeline:
    return measures.timeline(claims, {})


@pytest.fixture(scope="module")
def network(claims: pd.DataFrame) -> Network:
    return measures.network(claims, {}, {}, {})


def test_a_page_carries_title_filters_sources_counts_and_stamp_and_the_numbers(troops: Series) -> None:
    rows = plotted.rows(troops.points)
    page = standalone.page(charts.troops(troops.points, "light"), STAMP, rows)
    read = Tags(page)
    assert all(line in read.words for line in STAMP.lines())
    assert all(figure in read.words for figure in rows["figure"])
    assert [attrs["id"] for _, attrs in read.tags if "id" in attrs] == ["chart"]


def test_a_page_needs_no_other_file_and_forbids_itself_every_request(timeline: Timeline) -> None:
    page = standalone.page(charts.timeline(timeline, "light"), STAMP, plotted.rows(timeline))
    read = Tags(page)
    assert not [attrs for _, attrs in read.tags if {"src", "href"} & attrs.keys()]
    policies = [attrs["content"] for tag, attrs in read.tags if tag == "meta" and "http-equiv" in attrs]
    assert policies == [
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
    ]
    assert standalone.LIBRARY.read_bytes() in page


def test_the_same_figure_gives_the_same_page(timeline: Timeline) -> None:
    one, other = (standalone.page(charts.timeline(timeline, "light"), STAMP, plotted.rows(timeline)) for _ in range(2))
    assert one == other


def test_no_words_end_a_script_or_become_markup() -> None:
    figure = go.Figure(go.Scatter(x=[1], y=[2], text=[BAD], name=BAD))
    stamp = Stamp(BAD, (BAD, "=1+1", "x" * 500, "\u202eقوات"), (BAD,), 0, ((BAD, 2),), "1", "9f3c", dt.date(2025, 4, 2))
    page = standalone.page(figure, stamp, pd.DataFrame({"what": pd.Series([BAD, "شمال"], dtype="string")}))
    read = Tags(page)
    assert [tag for tag, _ in read.tags].count("script") == 2
    assert "img" not in [tag for tag, _ in read.tags]
    assert BAD.replace("\x07", "\ufffd") in read.words
    assert b"\x07" not in page.replace(standalone.LIBRARY.read_bytes(), b"")
    script = page.decode().rpartition("const figure = ")[2].partition(";\nPlotly")[0]
    assert json.loads(script)["data"][0]["text"] == [BAD.replace("\x07", "\ufffd")]


def test_a_mark_of_a_page_asks_for_no_click(troops: Series) -> None:
    assert "click to read" not in standalone.drawn(charts.troops(troops.points, "light")).traces


def test_the_numbers_of_a_chart_of_figures_are_its_points(troops: Series) -> None:
    rows = pd.read_csv(io.BytesIO(claims_csv.csv(plotted.rows(troops.points), STAMP)))
    assert rows["low"].fillna(-1).tolist() == [point.low or -1 for point in troops.points]
    assert rows["first_day"].tolist() == [point.first.isoformat() for point in troops.points]
    assert rows["claims"].tolist() == ["; ".join(point.claims) for point in troops.points]
    assert rows.columns[-1] == " | ".join(STAMP.lines())


def test_the_numbers_of_a_timeline_are_its_marks(timeline: Timeline) -> None:
    rows = plotted.rows(timeline)
    assert rows["event"].tolist() == [event.label for event in timeline.events]
    figure = charts.timeline(timeline, "print")
    drawn = {str(ids) for trace in figure.data for ids in (trace.customdata if trace.customdata is not None else ())}
    assert {str([" ".join(event.claims)]) for event in timeline.events} == {ids for ids in drawn if ids != "['']"}


def test_the_numbers_of_the_network_are_its_streams(network: Network) -> None:
    assert plotted.rows(network)["claims"].tolist() == [link.claims for link in network.links]


@pytest.mark.parametrize("nothing", [(), Timeline((), ()), Network((), (), 0, ())])
def test_nothing_plotted_gives_a_heading_and_an_empty_page(nothing: object) -> None:
    rows = plotted.rows(nothing)
    assert len(rows) == 0
    assert len(pd.read_csv(io.BytesIO(claims_csv.csv(rows, STAMP)))) == 0
    assert "Filters" in Tags(standalone.page(go.Figure(), STAMP, rows)).words


def test_a_square_picture_is_square_and_says_the_same() -> None:
    figure = go.Figure(layout={"height": 700})
    wide, square = (pictures.stamped(figure, STAMP, shape).layout for shape in ("wide", "square"))
    assert square.width == square.height
    assert square.title.text == wide.title.text
    assert re.sub("<br>", " ", square.annotations[0].text) == re.sub("<br>", " ", wide.annotations[0].text)


@pytest.mark.parametrize("title", ["x" * 500, "국가정보원 " * 80])
def test_a_title_longer_than_the_sheet_gets_lines_and_room(title: str) -> None:
    stamp = Stamp(title, (), (), 0, (), "1", "9f3c", dt.date(2025, 4, 2))
    short, long = (pictures.stamped(go.Figure(), one).layout for one in (STAMP, stamp))
    lines = long.title.text.split("<br>")
    assert len(lines) > 1
    assert long.margin.t > short.margin.t
    broad = 24 if "국" in title else 12
    assert max(map(len, lines)) * broad <= long.width
