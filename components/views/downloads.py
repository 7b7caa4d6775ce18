"""The quiet buttons that take a chart or the table away. Pictures are made by the analyst's own browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import plotly
import plotly.graph_objects as go
import streamlit as st

from components.export import claims_csv, pictures
from components.export.stamp import Stamp
from components.views.drawings import drawn

STATIC = Path(__file__).parents[2] / "static"
LIBRARY = "plotly.min.js"
FOLDER = Path(__file__).parent

_buttons = st.components.v2.component(
    "picture_buttons",
    html=(FOLDER / "downloads.html").read_text("utf-8"),
    css=(FOLDER / "downloads.css").read_text("utf-8"),
    js=(FOLDER / "downloads.js").read_text("utf-8"),
)


class _Sheet(NamedTuple):
    """The figure as JSON, and the size at which it is laid out, in pixels."""

    figure: str
    width: int
    height: int


def show(name: str, draw: Callable[..., go.Figure], what: Hashable, stamp: Stamp) -> None:
    """PNG and SVG buttons for one chart, ``draw(what, "print")``; ``name`` is its name in words, once a page."""
    if not _library_served():
        st.caption("Pictures cannot be made here: the folder static beside app.py cannot be written.")
        return
    picture = _sheet(draw, what, stamp)
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    _buttons(
        key=f"pictures of {name}",
        data={
            "chart": name,
            "file": file_name(name, stamp),
            "figure": picture.figure,
            "width": picture.width,
            "height": picture.height,
            "scale": pictures.WIDTH / picture.width,
            "library": f"{'/' + base if base else ''}/app/static/{LIBRARY}",
        },
    )


@lru_cache(maxsize=24)  # three charts for the last eight views of the page
def _sheet(draw: Callable[..., go.Figure], what: Hashable, stamp: Stamp) -> _Sheet:
    """Laying out a sheet takes longer than drawing its figure, and most runs of the page change neither."""
    picture = pictures.stamped(drawn(draw, what, "print"), stamp)
    return _Sheet(str(picture.to_json()), int(picture.layout.width), int(picture.layout.height))


def show_table(frame: pd.DataFrame, stamp: Stamp) -> None:
    """A button for the given rows as CSV; the bytes are made when it is pressed."""
    st.download_button(
        "Table as CSV",
        data=partial(claims_csv.csv, frame, stamp),
        file_name=f"{file_name(stamp.title, stamp)}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"table of {stamp.title}",
        type="tertiary",
    )


def file_name(name: str, stamp: Stamp) -> str:
    """The chart and the day, safe on every disk, without an ending: ``dispatches-troops-2025-03-27``."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return f"dispatches-{words[:60]}-{stamp.made.isoformat()}"


@st.cache_resource(show_spinner=False)
def _library_served() -> bool:
    """Copy the drawing library of the installed plotly to where the app serves files; say whether it stands there."""
    original = Path(plotly.__file__).parent / "package_data" / LIBRARY
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
