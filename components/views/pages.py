"""The pages of the app, by their names in the row of links and in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.views import (
    articles,
    book,
    figures,
    intake,
    leftovers,
    materiel,
    overview,
    picking,
    sources,
    statements,
    timeline,
)
from components.views.view import View

PAGES: Mapping[str, tuple[str, Callable[[View], None]]] = {
    "": ("Overview", overview.show),
    "timeline": ("Timeline", timeline.page),
    "figures": ("Troops and casualties", figures.page),
    "materiel": ("Materiel", materiel.show),
    "sources": ("Sources", sources.show),
    "statements": ("Statements", statements.show),
    "articles": ("Articles", articles.show),
    "leftovers": ("Leftovers", leftovers.show),
    "corrections": ("Corrections", book.show),
    "add": ("Add articles", lambda view: intake.show(view.desk)),
}
"""By path: the name, and what draws the page from a View."""


def show(view: View, links: DeltaGenerator) -> None:
    """The page that the address names, and in ``links`` a row of links to all pages that keep the filters."""
    pages = [
        st.Page(partial(draw, view), title=name, url_path=path or None, default=not path)
        for path, (name, draw) in PAGES.items()
    ]
    current = st.navigation(pages, position="hidden")
    picking.follow()
    carried = picking.carried()
    with links.container(key="pages", horizontal=True, gap="small"):
        for page in pages:
            st.page_link(page, query_params=carried)
    current.run()
