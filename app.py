"""Dispatches on the screen: `streamlit run app.py -- FOLDER`; without one, the folder SEEDS names, or seeds."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components.charts import Theme
from components.lexicon import LexiconError
from components.store import StoreError
from components.views import briefing, desk, downloads, evidence, filters, intake, masthead, pages, stamps
from components.views.headers import SafeHeaders
from components.views.view import View

HERE = Path(__file__).parent


def page(folder: Path) -> None:
    try:
        everything = desk.load(folder)
    except LexiconError as fault:
        st.error(f"A word file has a fault, so no article can be read. {fault}.")
        return
    except StoreError as fault:
        st.error(f"The store cannot be used, so nothing is shown. {fault}")
        return
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    links, state = masthead.show(everything, theme)
    if not everything.articles:
        masthead.empty(folder)
        intake.show(everything)
        return
    masthead.hint()
    chosen = filters.show(everything.index, everything.names)
    if filters.name():
        st.set_page_config(page_title=f"{filters.name()} | Dispatches")
    known = desk.known_on(everything, chosen.known_on)
    view = View(known, chosen, theme)
    masthead.told(state, view)
    pages.show(view, links)
    evidence.show(known)
    stamp = stamps.stamp("Claims", view)
    downloads.show_table(view, stamp)
    briefing.show(view, stamp)
    masthead.printed(stamp)


if __name__ == "__main__":
    named = sys.argv[1:] if Path(sys.argv[0]).name == Path(__file__).name else []
    st.set_page_config(page_title="Dispatches", page_icon=str(HERE / "static" / "dispatches.png"), layout="wide")
    page(Path(named[0] if named else os.environ.get("SEEDS") or HERE / "seeds"))
else:  # the server, which runs this file once for each page it draws
    app = st.App(__file__, middleware=[Middleware(SafeHeaders)])
