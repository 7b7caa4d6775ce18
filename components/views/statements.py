"""Statements: what one source said on one occasion, its relays side by side, and what each of them changed."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

import pandas as pd
import streamlit as st

from components.measures import agreement, relaying
from components.measures.relaying import FigureTold, Relayed, StatementTold
from components.views import marks, picking
from components.views.attribution import named
from components.views.desk import Desk
from components.views.names import plain
from components.views.view import View

SHOWN, ROWS = 12, 40


def show(view: View) -> None:
    """The statements relayed by several articles first; a relay opens its evidence."""
    st.header("Statements", anchor=False)
    desk, only = view.desk, set(view.found["claim_id"])
    told = relaying(desk.statements, desk.stands, desk.names, only)
    if not told:
        st.caption("No statement with a figure is left by the filters. Clear one of them.")
        return
    for n, statement in enumerate(told[:SHOWN]):
        with st.container(key=f"statement {n}", gap=None):
            st.html(marks.title("statement", statement.name, statement.family, _head(statement), view.theme))
            for m, figure in enumerate(statement.figures):
                _figure(figure, f"statement line {n} {m}", desk)
            if statement.doubt:
                st.caption(plain(f"Which statement this is stays open: it {statement.doubt}."))
    if len(told) > SHOWN:
        st.caption(f"{len(told) - SHOWN} more statements: narrow the filters to see them.")
    _matrix(only, desk)


def _matrix(only: Collection[str], desk: Desk) -> None:
    rows = agreement(desk.statements, desk.stands, desk.names, only)
    if rows:
        with st.expander("Who supports, contradicts or is silent on each figure, by family", type="compact"):
            st.table(pd.DataFrame(rows[:ROWS]), border="horizontal", hide_index=True)
            if len(rows) > ROWS:
                st.caption(f"The {ROWS} figures with most families; {len(rows) - ROWS} more.")


def _head(statement: StatementTold) -> str:
    number = len(statement.articles)
    return f"{statement.days or 'no day'}, {number} article{'' if number == 1 else 's'}"


def _figure(figure: FigureTold, key: str, desk: Desk) -> None:
    """The figure, then its relays as columns side by side, the most careful one first."""
    if figure.stands or len(figure.relays) > 1:
        st.markdown(f"**{plain(figure.label)}**")
    for stand in figure.stands:
        st.caption(plain(stand))
    with st.container(horizontal=True, key=f"relays {key}", gap="small"):
        for n, relay in enumerate(figure.relays):
            _relay(relay, n == 0 and len(figure.relays) > 1, f"{key} {n}", desk)


def _relay(relay: Relayed, careful: bool, key: str, desk: Desk) -> None:
    moved = relay.moved or ("most careful relay" if careful else "as the source has it")
    st.button(
        f"{plain(relay.number)}  \n:gray[{plain(named(desk.articles[relay.article]))}]  \n:gray[{plain(moved)}]",
        key=f"line {key}",
        on_click=partial(picking.pick, relay.claims),
        type="secondary" if set(relay.claims) & set(picking.picked()) else "tertiary",
        width=320,
        wrap=True,
    )
