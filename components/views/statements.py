"""Statements: what one source said on one occasion, its relays side by side, and what each of them changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from components.checks import Verdict
from components.measures import in_order, relaying
from components.measures.relaying import FigureTold, Order, Relayed, StatementTold
from components.views import checked, marks, picking
from components.views.attribution import named
from components.views.desk import Desk
from components.views.names import plain
from components.views.view import View

STEP = 12
_SHOWN = "statements shown"
ORDERS: Mapping[Order, str] = {
    "relays": "Most relays first",
    "newest": "Newest first",
    "changes": "Most changes by relays first",
}


def show(view: View) -> None:
    """So many statements as were asked for, in the chosen order; a relay opens its evidence."""
    st.header("Statements", anchor=False)
    desk, only = view.desk, set(view.found["claim_id"])
    order, changed = _asked()
    statements = in_order(desk.statements, only, order, changed)
    if not statements:
        left = "No statement that a relay changed" if changed else "No statement with a figure"
        st.caption(f"{left} is left by the filters. Clear one of them.")
        return
    most = st.session_state.setdefault(_SHOWN, STEP)
    st.caption(f"{min(most, len(statements))} of {len(statements)} statements with a figure.")
    verdicts: dict[str, list[Verdict]] = {}
    for verdict in desk.verdicts:
        verdicts.setdefault(verdict.figures[0], []).append(verdict)
    for n, statement in enumerate(relaying(statements[:most], desk.stands, desk.names, only)):
        with st.container(key=f"statement {n}", gap=None):
            st.html(marks.title("statement", statement.name, statement.family, _head(statement), view.theme))
            figures, notes = st.columns([3, 1], gap="large")
            with figures, st.container(gap=None):
                for m, figure in enumerate(statement.figures):
                    _figure(figure, f"statement line {n} {m}", desk)
            with notes:
                _notes(statement, verdicts, desk)
    if len(statements) > most:
        st.button(f"Show {min(STEP, len(statements) - most)} more", key="more statements", on_click=_more)


def _asked() -> tuple[Order, bool]:
    """The order, and whether only statements with changes are asked for."""
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    order: Order = left.radio(
        "Order",
        list(ORDERS),
        format_func=ORDERS.__getitem__,
        horizontal=True,
        key="order",
        bind="query-params",
        on_change=_first,
    )
    changed = right.toggle("Only statements with changes", key="changed", bind="query-params", on_change=_first)
    return order, changed


def _first() -> None:
    st.session_state[_SHOWN] = STEP


def _more() -> None:
    st.session_state[_SHOWN] += STEP


def _head(statement: StatementTold) -> str:
    number = len(statement.articles)
    return f"{statement.days or 'no day'}, {number} article{'' if number == 1 else 's'}"


def _notes(statement: StatementTold, verdicts: Mapping[str, Sequence[Verdict]], desk: Desk) -> None:
    """In small print: why these claims are one, what stays open, and what the arithmetic of its figures says."""
    st.caption(plain(f"Taken as one statement: {_why(statement, desk)}."))
    if statement.doubt:
        st.caption(plain(f"Which statement this is stays open: it {statement.doubt}."))
    for figure in statement.figures:
        for verdict in verdicts.get(figure.id, ()):
            st.caption(plain(checked.told(verdict)))


def _why(statement: StatementTold, desk: Desk) -> str:
    """Why its claims are one, with the articles by their titles."""
    titles = {id_: f"“{named(desk.articles[id_])}”" for id_ in statement.articles}
    return re.sub(r"(?<= of )[^;]+(?=;|$)", lambda found: titles.get(found[0], found[0]), statement.why)


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
    picking.line(
        f"{plain(relay.number)}  \n:gray[{plain(named(desk.articles[relay.article]))}]  \n:gray[{plain(moved)}]",
        relay.claims,
        f"line {key}",
        width=320,
    )
