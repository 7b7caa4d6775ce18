"""A chart as one file that opens in any browser, from a disk too: the drawing library stands in it, nothing is fetched.

The page forbids itself every request, so that even a fault of the library could not reach another host.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from typing import NamedTuple

import pandas as pd
import plotly
import plotly.graph_objects as go
from plotly.io.json import to_json_plotly

from components import table
from components.charts.paper import READ
from components.export.claims_csv import flat
from components.export.printable import printable, printable_json
from components.stamp import Stamp

LIBRARY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
"""What draws the chart, of the installed plotly."""

LEAST_WIDTH, HEIGHT = 320, 480
_UNREAD = ("articles", "claims")
_LIBRARY, _FIGURE = "<library>", "<figure>"
_PAGE = Template(Path(__file__).with_name("standalone.html").read_text("utf-8"))


class Parts(NamedTuple):
    """The page in three parts: the library stands between the first two, the figure as JSON between the last."""

    before: str
    between: str
    after: str


class Drawn(NamedTuple):
    """A figure as JSON that may stand in a script: its traces, and its layout on the page."""

    traces: str
    layout: str


def page(figure: go.Figure, stamp: Stamp, rows: pd.DataFrame) -> bytes:
    """The figure of the light screen with title, filters, sources, note, stamp and its ``rows`` as a table; UTF-8.

    The same figure, stamp and rows give the same bytes.
    """
    before, between, after = parts(figure, stamp, rows)
    traces, layout = drawn(figure)
    script = f'{{"data":{traces},"layout":{layout}}}'
    return "".join((before, LIBRARY.read_text("utf-8"), between, script, after)).encode()


def parts(figure: go.Figure, stamp: Stamp, rows: pd.DataFrame) -> Parts:
    """All of the page but the library and the figure."""
    title, filters, *foot = (escape(printable(line)) for line in stamp.lines())
    whole = _PAGE.substitute(
        title=title,
        filters=filters,
        foot="\n".join(f'<p dir="auto">{line}</p>' for line in foot),
        table=_table(rows),
        least=LEAST_WIDTH,
        height=int(figure.layout.height or HEIGHT),
        library=_LIBRARY,
        figure=_FIGURE,
    )
    before, rest = whole.split(_LIBRARY)
    return Parts(before, *rest.split(_FIGURE))


def drawn(figure: go.Figure) -> Drawn:
    """The figure for the page: it fills the width, and its days can be drawn near with the mouse."""
    layout = go.Layout(figure.layout)
    layout.update(autosize=True, dragmode="zoom", clickmode="event", paper_bgcolor="#FFFFFF", plot_bgcolor="#FFFFFF")
    for axis in [name for name in layout if name.startswith("xaxis")]:
        layout[axis].fixedrange = False
    traces = as_json(figure.data).replace(READ, "")
    return Drawn(traces, as_json(layout))


def as_json(part: object) -> str:
    """A part of a figure as JSON in ASCII, without a sign that could end a script or that no file may hold."""
    return printable_json(to_json_plotly(part))


def _table(rows: pd.DataFrame) -> str:
    """The rows as HTML, lists of ids aside."""
    names = [str(name) for name in rows.columns if rows[name].dtype != object or name not in _UNREAD]
    heads = "".join(f'<th scope="col">{escape(name.replace("_", " "))}</th>' for name in names)
    lines = (
        "".join(f'<td dir="auto">{_cell(value)}</td>' for value in row.values()) for row in table.rows(rows[names])
    )
    return "\n".join(("<table>", *(f"<tr>{cells}</tr>" for cells in (heads, *lines)), "</table>"))


def _cell(value: object) -> str:
    if isinstance(value, float | int):
        return f"{value:,}"
    return "" if value is None else escape(printable(flat(value)))
