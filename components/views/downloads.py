"""The quiet line that takes a chart or the table away. Pictures are made by the analyst's own browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import plotly.graph_objects as go
import streamlit as st

from components import briefing
from components.export import claims_csv, pictures, plotted, standalone, xlsx
from components.export.json_lines import json_lines
from components.export.parquet import parquet
from components.export.shapes import PIXELS, Shape
from components.stamp import Stamp
from components.views.drawings import drawn
from components.views.view import View

STATIC = Path(__file__).parents[2] / "static"
LIBRARY = standalone.LIBRARY.name
FOLDER = Path(__file__).parent

MOST_ROWS = 20_000
"""Rows of a sheet of the workbook: more would keep the analyst waiting; the other formats hold all."""

_HTML = "The chart as a page of its own that can be pointed at; opens in any browser, without a network"
_NUMBERS = "What the chart plots, as CSV"
_CSV = "All columns of the claims that are shown; begins with a byte order mark, which spreadsheets need"
_PLAIN = "The same for programs that stumble over the mark"
_XLSX = f"Claims, statements, series, sources and leftovers, a sheet each of up to {MOST_ROWS:,} rows"
_PARQUET = "Typed columns, each with its meaning and unit"
_JSONL = "One claim a line, as the command line gives them"
_XLSX_KIND, _BYTES = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"

_buttons = st.components.v2.component(
    "picture_buttons",
    html=(FOLDER / "downloads.html").read_text("utf-8"),
    css=(FOLDER / "downloads.css").read_text("utf-8"),
    js=(FOLDER / "downloads.js").read_text("utf-8"),
)


class _Sheet(NamedTuple):
    """The traces of the print figure and their layout as JSON, its size in pixels, and by how much a PNG is larger."""

    traces: str
    layout: str
    width: int
    height: int
    scale: float


@st.fragment
def show(name: str, draw: Callable[..., go.Figure], what: Hashable, stamp: Stamp) -> None:
    """A line to take one chart away, ``draw(what, "print")``; ``name`` is its name in words, once a page.

    Files are made when they are asked for. The page is drawn as for the light screen, on which labels have room at any
    width.
    """
    with st.container(key=f"take away {name}", horizontal=True, gap="small", vertical_alignment="center"):
        _pictures(name, draw, what, stamp)
        button("HTML", partial(_page, draw, what, stamp), name, stamp, "html", "text/html", _HTML)
        button("Numbers", partial(_numbers, what, stamp), name, stamp, "csv", "text/csv", _NUMBERS)


def _pictures(name: str, draw: Callable[..., go.Figure], what: Hashable, stamp: Stamp) -> None:
    """The buttons; a pressed one asks for its sheet, which comes with the next run of the line."""
    if not _library_served():
        st.caption("Pictures cannot be made here: the folder static beside app.py cannot be written.")
        return
    key = f"pictures of {name}"
    wanted = st.session_state.get(key, {}).get("wanted")
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    _buttons(
        key=key,
        data={
            "chart": name,
            "file": file_name(name, stamp),
            "library": f"{'/' + base if base else ''}/app/static/{LIBRARY}",
            "sheet": _sheet(draw, what, stamp, wanted)._asdict() if wanted in PIXELS else None,
        },
        width="content",
        on_wanted_change=lambda: None,
    )


@lru_cache(maxsize=8)
def _sheet(draw: Callable[..., go.Figure], what: Hashable, stamp: Stamp, shape: Shape) -> _Sheet:
    """Kept for who takes a chart in several formats."""
    figure = drawn(draw, what, "print")
    layout = pictures.laid_out(figure, stamp, shape)
    width, height = int(layout.width), int(layout.height)
    scale = PIXELS[shape][0] / width
    return _Sheet(standalone.as_json(figure.data), standalone.as_json(layout), width, height, scale)


def _page(draw: Callable[..., go.Figure], what: Hashable, stamp: Stamp) -> bytes:
    return standalone.page(drawn(draw, what, "light"), stamp, plotted.rows(what))


def _numbers(what: Hashable, stamp: Stamp) -> bytes:
    return claims_csv.csv(plotted.rows(what), stamp)


def button(
    label: str, made: Callable[[], bytes], name: str, stamp: Stamp, ending: str, kind: str, meaning: str
) -> None:
    """A quiet button whose file is made when it is pressed."""
    st.download_button(
        label,
        data=made,
        file_name=f"{file_name(name, stamp)}.{ending}",
        mime=kind,
        on_click="ignore",
        key=f"{label} of {name}",
        type="tertiary",
        help=meaning,
    )


def show_table(view: View, stamp: Stamp) -> None:
    """A line to take the rows that are found away, in the format that is pressed."""
    name = stamp.title
    with st.container(key="take away the table", horizontal=True, gap="small", vertical_alignment="center"):
        st.caption("Take away", width="content")
        button("Table as CSV", partial(_csv, view, stamp), name, stamp, "csv", "text/csv", _CSV)
        button("XLSX", partial(_workbook, view, stamp), name, stamp, "xlsx", _XLSX_KIND, _XLSX)
        button("Parquet", partial(_parquet, view, stamp), name, stamp, "parquet", _BYTES, _PARQUET)
        button("JSON Lines", partial(_lines, view), name, stamp, "jsonl", "application/jsonl", _JSONL)
        plain = partial(_csv, view, stamp, bom=False)
        button("CSV without byte order mark", plain, f"{name} plain", stamp, "csv", "text/csv", _PLAIN)


def _workbook(view: View, stamp: Stamp) -> bytes:
    return xlsx.workbook(briefing.tables(view.desk, view.found), stamp, MOST_ROWS)


def _csv(view: View, stamp: Stamp, *, bom: bool = True) -> bytes:
    return claims_csv.csv(view.found, stamp, bom=bom)


def _parquet(view: View, stamp: Stamp) -> bytes:
    return parquet(view.found, "claims", stamp)


def _lines(view: View) -> bytes:
    return b"".join(json_lines(view.found))


def file_name(name: str, stamp: Stamp) -> str:
    """The chart and the day, safe on every disk, without an ending: ``dispatches-troops-2025-03-27``."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return f"dispatches-{words[:60]}-{stamp.made.isoformat()}"


@st.cache_resource(show_spinner=False)
def _library_served() -> bool:
    """Copy the drawing library of the installed plotly to where the app serves files; say whether it stands there."""
    original = standalone.LIBRARY
    served = STATIC / LIBRARY
    if served.is_file() and served.stat().st_size == original.stat().st_size:
        return True
    try:
        STATIC.mkdir(exist_ok=True)
        draft = served.with_suffix(".part")
        shutil.copyfile(original, draft)
        draft.replace(served)
    except OSError:
        return False
    return True
