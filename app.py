"""Dispatches on the screen: `streamlit run app.py -- FOLDER`; without one, the folder SEEDS names, or seeds."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import streamlit as st

from components import measures
from components.charts import Theme
from components.lexicon import LexiconError
from components.views import (
    attribution,
    desk,
    downloads,
    evidence,
    figures,
    filters,
    leftovers,
    masthead,
    stamps,
    statements,
    timeline,
)

HERE = Path(__file__).parent


def page(folder: Path) -> None:
    try:
        table = desk.load(folder)
    except LexiconError as fault:
        st.error(f"A word file has a fault, so no article can be read. {fault}.")
        return
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    masthead.show(table, theme)
    if not table.articles:
        masthead.empty(folder)
        return
    chosen = filters.show(table.claims, table.names)
    found = measures.pick(table.claims, chosen)
    careful = table.careful.loc[found.index]
    with st.container(key="views"):
        left, middle, right = st.columns(3, gap="large")
    with left:
        timeline.show(careful, table, chosen, theme)
    with middle:
        figures.show(careful, table, chosen, theme)
    with right:
        attribution.show(found, table, chosen, theme)
    statements.show(found, table, theme)
    evidence.show(table)
    downloads.show_table(found, stamps.stamp("Claims", found, table, chosen))
    leftovers.show(table)


named = sys.argv[1:] if Path(sys.argv[0]).name == Path(__file__).name else []
st.set_page_config(page_title="Dispatches", page_icon=str(HERE / "static" / "dispatches.png"), layout="wide")
page(Path(named[0] if named else os.environ.get("SEEDS") or HERE / "seeds"))
