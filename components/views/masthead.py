"""The head of the page, its faults, and its look."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import words
from components.charts import INKS, Theme
from components.stamp import Stamp
from components.views import book, keeping, watching
from components.views.desk import Desk
from components.views.names import plain
from components.views.view import View

LOOK = Path(__file__).with_name("look.css")
# On white paper the dark page is turned over: light for dark, each hue as it was.
ON_PAPER: Mapping[Theme, str] = {
    "light": "",
    "dark": "@media print { html { background: #fff; } .stApp { filter: invert(1) hue-rotate(180deg); "
    "background: #000 !important; --ground: #000; } .main-svg { background: none !important; } }",
}
HINT = (
    "Pick any mark, line or figure: the sentence behind it opens at the foot of the page, with who says so and when.",
    "Choose sources and days in the filters. The address holds what you see, so a link to it opens the same view.",
    "Under each chart stand its numbers, what it leaves out and why, and the files to take away.",
)


def show(desk: Desk, theme: Theme) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Title, and every file that could not be read, with its cure; the places for the links to the pages and for the
    sentence of state come back.
    """
    watching.theme(theme)
    st.html(LOOK)
    st.html(f"<style>:root {{ --ground: {INKS[theme].ground}; }} {ON_PAPER[theme]}</style>")
    st.title("Dispatches", anchor=False)
    links = st.empty()
    state = st.empty()
    if told := keeping.told():
        kept, said = told
        (st.success if kept else st.warning)(plain(said))
        st.toast(plain(said))
    for fault in desk.faults:
        st.warning(plain(fault))
    return links, state


def hint() -> None:
    """Three lines for who opens the page without any choice in its address, until they are closed."""
    if "hint" not in st.session_state:
        st.session_state["hint"] = not st.query_params
    if not st.session_state["hint"]:
        return
    with st.container(key="hint", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown("  \n".join(HINT))
        st.button("Hide this note", key="close hint", on_click=_close)


def _close() -> None:
    st.session_state["hint"] = False


def told(place: DeltaGenerator, view: View) -> None:
    """What the page stands on: claims, articles, sources and families, days of printing, leftovers."""
    place.caption(plain(f"North Korea's military support for Russia, as reported: {state(view)}."))


def empty(folder: Path) -> None:
    """What to do when there is no article."""
    st.info(
        f"There is no article to read in {plain(str(folder))}. Put text files (.txt) or lists of articles (.jsonl) "
        "into that folder and load this page again, or add some here. The file articles.toml beside them may give "
        "titles and days."
    )


def printed(stamp: Stamp) -> None:
    """What the page says of itself on paper, where no address and no button tell it."""
    _, *lines = stamp.lines()
    st.html(f'<div class="printed">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</div>')


def state(view: View) -> str:
    """The state of the view in one sentence, without a full stop."""
    extent = view.extent
    parts = [
        f"{words.many(extent.claims, 'claim')} from {words.many(extent.articles, 'article')}",
        f"{words.many(len(extent.sources), 'source')} in {words.many(len(extent.families), 'family', 'families')}",
        *([f"printed {words.days(*extent.printed)}"] if extent.printed else []),
    ]
    corrected = book.counts(view.desk)
    left = words.many(len(view.desk.leftovers), "leftover")
    return f"{', '.join(parts)}; {left}" + (f"; {corrected}" if corrected else "")
