"""The pages of the app, by their names in the top navigation and in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.views import attribution, figures, leftovers, overview, statements, timeline
from components.views.view import View

PAGES: Mapping[str, tuple[str, Callable[[View], None]]] = {
    "": ("Overview", overview.show),
    "timeline": ("Timeline", timeline.page),
    "figures": ("Troops and casualties", figures.show),
    "sources": ("Sources", attribution.show),
    "statements": ("Statements", statements.show),
    "leftovers": ("Leftovers", leftovers.show),
}
"""By path: the name, and what draws the page from a View."""


def chosen(view: View) -> StreamlitPage:
    """The page that the address names, to be run."""
    return st.navigation(
        [
            st.Page(partial(show, view), title=name, url_path=path or None, default=not path)
            for path, (name, show) in PAGES.items()
        ],
        position="top",
    )
