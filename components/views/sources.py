"""Sources next to each other, who supports and who contradicts, who passes whose words on, and one by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from components import words
from components.views import matrix, network, profile, sides
from components.views.view import View

LOOK = Path(__file__).with_name("sources.css")


def show(view: View) -> None:
    """Side by side and one in detail whatever sources the filter names; the rest of what the filters find."""
    st.html(LOOK)
    others = replace(view.chosen, sources=())
    found = view.desk.index.pick(others)
    bodies = view.desk.index.values["source"]
    labels = {body: words.body(body, view.desk.names) for body in bodies}
    sides.show(view, found, labels)
    matrix.show(view)
    network.show(view)
    profile.show(view, found, labels)
