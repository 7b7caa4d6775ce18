"""The head of the page, its faults, and its look."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import words
from components.charts import INKS, Theme
from components.views.desk import Desk
from components.views.names import plain
from components.views.view import View

LOOK = Path(__file__).with_name("look.css")


def show(desk: Desk, theme: Theme) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Title, and every file that could not be read, with its cure; the places for the links to the pages and for the
    sentence of state come back.
    """
    st.html(LOOK)
    st.html(f"<style>:root {{ --ground: {INKS[theme].ground}; }}</style>")
    st.title("Dispatches", anchor=False)
    links = st.empty()
    state = st.empty()
    for fault in desk.faults:
        st.warning(plain(fault))
    return links, state


def told(place: DeltaGenerator, view: View) -> None:
    """What the page stands on: claims, articles, sources and families, days of printing, leftovers."""
    place.caption(plain(f"North Korea's military support for Russia, as reported: {state(view)}."))


def empty(folder: Path) -> None:
    """What to do when there is no article."""
    st.info(
        f"There is no article to read in {plain(str(folder))}. Put text files (.txt) or lists of articles (.jsonl) "
        "into that folder and load this page again. The file articles.toml beside them may give titles and days."
    )


def state(view: View) -> str:
    """The state of the view in one sentence, without a full stop."""
    found, desk = view.found, view.desk
    shown = {id_: desk.articles[id_] for id_ in found["article_id"].unique()}
    days = [article.published for article in shown.values() if article.published]
    parts = [
        f"{_many(len(found), 'claim')} from {_many(len(shown), 'article')}",
        f"{_many(found['source'].nunique(), 'source')} in {_many(found['family'].nunique(), 'family', 'families')}",
        *([f"printed {words.days(min(days), max(days))}"] if days else []),
    ]
    return f"{', '.join(parts)}; {_many(len(desk.leftovers), 'leftover')}"


def _many(number: int, one: str, more: str = "") -> str:
    return f"{words.count(number)} {one if number == 1 else more or one + 's'}"
