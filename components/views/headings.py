"""The columns of uploaded tables: which was understood as what, and the choice of another before they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components import articles
from components.articles.tables import FIELDS, Chosen, columns
from components.views.names import plain

ENDINGS = (".csv", ".xlsx")
NONE = "no column"


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file with the headings of its columns, () where it is no table."""

    name: str
    content: bytes
    headings: tuple[str, ...]


def uploaded(name: str, content: bytes) -> Uploaded:
    return Uploaded(name, content, articles.headings(name, content) if name.lower().endswith(ENDINGS) else ())


def show(files: Sequence[Uploaded]) -> Sequence[Chosen] | None:
    """What is chosen for each file that differs from what was understood; None until it is, () where it is given up."""
    st.caption(
        "So the columns were understood. Choose others where that is wrong; a column that you choose for one thing "
        "is no longer taken for another."
    )
    with st.form("columns", border=False):
        chosen = [_chosen(number, one) for number, one in enumerate(files)]
        with st.container(horizontal=True):
            done = st.form_submit_button("Look at what was understood")
            back = st.form_submit_button("Choose other files", type="tertiary")
    if back:
        return ()
    return chosen if done else None


def _chosen(number: int, file: Uploaded) -> Chosen:
    if not file.headings:
        return {}
    st.markdown(f"**{plain(file.name)}**")
    at = columns(file.headings)
    found: dict[str, str] = {}
    for place, (said, field) in zip(st.columns(len(FIELDS)), FIELDS.items(), strict=True):
        understood = file.headings[at[field]] if field in at else NONE
        choices = (NONE, *file.headings)
        choice = place.selectbox(
            said.capitalize(), choices, index=choices.index(understood), key=f"column {number} {said}"
        )
        if choice != understood:
            found[field] = "" if choice == NONE else choice
    return found
