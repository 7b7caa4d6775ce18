"""The head of the page, its faults, and its look."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import words
from components.charts import INKS, Theme
from components.views.desk import Desk
from components.views.names import plain

LOOK = Path(__file__).with_name("look.css")


def show(desk: Desk, theme: Theme) -> None:
    """Title, what is on the desk, and every file that could not be read, with its cure."""
    st.html(LOOK)
    st.html(f"<style>:root {{ --ground: {INKS[theme].ground}; }}</style>")
    st.title("Dispatches", anchor=False)
    st.caption(
        f"North Korea's military support for Russia, as reported. {_held(desk)} "
        "Pick any mark or line to read the words behind it."
    )
    for fault in desk.faults:
        st.warning(plain(fault))


def empty(folder: Path) -> None:
    """What to do when there is no article."""
    st.info(
        f"There is no article to read in {plain(str(folder))}. Put text files (.txt) or lists of articles (.jsonl) "
        "into that folder and load this page again. The file articles.toml beside them may give titles and days."
    )


def _held(desk: Desk) -> str:
    number, days = len(desk.articles), [a.published for a in desk.articles.values() if a.published]
    printed = f", printed {words.days(min(days), max(days))}" if days else ""
    said = len(desk.claims)
    return f"{number} article{'' if number == 1 else 's'}{printed}; {said} claim{'' if said == 1 else 's'}."
