"""Which governments' figures cannot both hold, and who supports, contradicts or is silent on each figure, by month."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

import streamlit as st

from components import measures
from components.measures import Agreed
from components.views import picking, sides
from components.views.names import plain
from components.views.view import View

PAIRS, ROWS = 20, 40


def show(view: View) -> None:
    """The contradictions in words, then the matrix; every line opens its evidence."""
    desk, only = view.desk, set(view.found["claim_id"])
    st.header("Contradictions", anchor=False)
    against = measures.contradictions(desk.statements, desk.stands, desk.names, only, PAIRS)
    if not against.rows:
        st.caption(
            "No two governments' figures contradict each other: none of the same measure, people and kind holds for "
            "days at most a week apart with numbers that cannot both be true."
        )
    with st.container(key="contradictions", gap=None):
        for n, pair in enumerate(against.rows):
            sides.comparison(pair, str(pair), f"contradiction {n}")
    if against.more:
        st.caption(f"{against.more} more contradictions: narrow the filters to see them.")
    st.header("Who supports, contradicts or is silent", anchor=False)
    found = measures.agreement(desk.statements, desk.stands, desk.names, only, ROWS)
    if not found.figures.rows:
        st.caption("No asserted figure of a named source is left by the filters. Clear one of them.")
        return
    names = [name for _, name in found.families]
    st.html(f"<style>div.positions {{ --families: {len(names)}; }}</style>")
    with st.container(key="matrix", gap=None):
        with st.container(key="matrix-head"):
            _columns()[1].html(_head(names))
        for window, rows in groupby(enumerate(found.figures.rows), key=lambda row: row[1].window):
            st.html(f'<h3 class="topic">{window}</h3>')
            for n, row in rows:
                _row(n, row, found.families)
    if found.figures.more:
        st.caption(
            f"The {len(found.figures.rows)} figures on which most governments speak; {found.figures.more} more: narrow "
            "the filters to see them."
        )


def _columns() -> list[st.delta_generator.DeltaGenerator]:
    return st.columns([1, 5], gap="small")


def _row(n: int, row: Agreed, families: Sequence[tuple[str, str]]) -> None:
    """The figure, whose it is, and where each family stands; of its own family it is the word."""
    left, right = _columns()
    with left:
        picking.line(plain(row.figure), row.claims, f"line matrix {n}", whole=True)
    cells = "".join(
        f'<span class="{position}">{sides.SIGNS[position]} <i>{escape(name)} </i>'
        f"{'says so' if family == row.family and position == 'supports' else position}</span>"
        for (family, name), position in zip(families, row.positions, strict=True)
    )
    right.html(f'<div class="positions"><span>{escape(row.source)}</span><span>{escape(row.days)}</span>{cells}</div>')


def _head(names: Sequence[str]) -> str:
    heads = "".join(f"<b>{escape(name)}</b>" for name in ("Source", "Days the figure holds for", *names))
    return f'<div class="positions">{heads}</div>'
