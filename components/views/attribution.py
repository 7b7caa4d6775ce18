"""Who says what: per source its claims, who relayed them, and where they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from components.charts import Theme
from components.measures import Line, Pick, attribution
from components.model import Article
from components.views import marks, picking
from components.views.desk import Desk
from components.views.names import plain

BODIES, LINES = 20, 12


def show(found: pd.DataFrame, desk: Desk, chosen: Pick, theme: Theme) -> None:
    """Each body's lines; a line opens its evidence. Long lists end with what to do to see the rest."""
    st.subheader("Who says so", anchor=False)
    bodies = attribution(found, desk.names, desk.families, chosen.sources)
    if not bodies:
        st.caption("Nobody says anything that the filters let through. Clear one of them.")
    for body in bodies[:BODIES]:
        with st.container(key=f"body {body.id}", gap="xxsmall"):
            st.html(marks.heading(body, theme))
            for number, line in enumerate(body.lines[:LINES]):
                _line(line, f"{body.id} {number}", desk.articles)
            _rest(len(body.lines) - LINES, "claims of this source")
    _rest(len(bodies) - BODIES, "sources")


def _line(line: Line, key: str, articles: Mapping[str, Article]) -> None:
    said = f"{plain(line.label)}" + (f", {plain(line.days)}" if line.days else "")
    st.button(
        f"{said}  \n:gray[{plain(_through(line))} {plain(printed(line, articles))}]",
        key=f"line {key}",
        on_click=partial(picking.pick, line.claims),
        type="primary" if set(line.claims) & set(picking.picked()) else "tertiary",
        width="stretch",
        wrap=True,
    )


def _through(line: Line) -> str:
    """The body's own part, and those in between.

    >>> _through(Line("relays", "Visit", "", "Russia's government", ("TASS",), ("c1",), ("a1",)))
    "Relays Russia's government."
    """
    if line.part == "relays":
        return f"Relays {line.source}."
    return f"Asserted, through {' and '.join(line.relays)}." if line.relays else "Asserted."


def printed(line: Line, articles: Mapping[str, Article]) -> str:
    """The articles that print the line, by title, with their outlets where these are stated."""
    return "In: " + "; ".join(named(articles[id_]) for id_ in line.articles) + "."


def named(article: Article) -> str:
    """An article by its title, and its outlet where one is stated."""
    title = article.title or article.id
    return f"{title} ({article.outlet})" if article.outlet and article.outlet != "not stated" else title


def _rest(more: int, what: str) -> None:
    if more > 0:
        st.caption(f"{more} more {what}: narrow the filters to see them.")
