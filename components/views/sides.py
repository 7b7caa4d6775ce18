"""Chosen sources as columns next to each other, aligned by what is counted and the month for which it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd
import streamlit as st

from components import measures, words
from components.measures import Aligned, Comparison, Say
from components.measures.index import FIRST_BODIES
from components.views import marks, picking
from components.views.names import plain
from components.views.view import View

COLUMNS, ROWS, CELL = 5, 40, 12
SIGNS: Mapping[str, str] = {"supports": "+", "contradicts": "×", "silent": "–", "repeats": "="}
"""Beside the words, so that a row can be read at a glance and without colours."""


def show(view: View, found: pd.DataFrame, labels: Mapping[str, str]) -> None:
    """The columns; ``found`` is what all filters but that of sources leave, ``labels`` names every body."""
    st.header("Side by side", anchor=False)
    bodies = _bodies(view, labels)
    only = set(found["claim_id"])
    desk = view.desk
    numbers = measures.alignment(desk.statements, desk.stands, desk.names, bodies, only, ROWS)
    others = measures.unnumbered(found, desk.names, bodies, ROWS)
    if not numbers.rows and not others.rows:
        st.caption("These sources say nothing that the filters let through. Choose others, or clear a filter.")
        return
    st.caption(
        "Figures stand in the month of the last day for which they hold. “Silent”: nothing that the filters let "
        "through. Two figures contradict each other only if both count the same of the same people, hold for days at "
        "most a week apart, and cannot both be true."
    )
    names = [labels[body] for body in bodies]
    _names_on_a_telephone(names)
    with st.container(key="sides", gap=None):
        _head(bodies, names, found, view)
        _rows("figures", numbers.rows)
        _rest(numbers.more)
        if others.rows:
            st.html('<h3 class="apart">Without a figure</h3>')
            _rows("others", others.rows)
            _rest(others.more)


def _bodies(view: View, labels: Mapping[str, str]) -> tuple[str, ...]:
    """Those chosen here, else those of the filter, else the first three."""
    given = [body for body in view.chosen.sources if body in labels]
    usual = (given or [body for body in FIRST_BODIES if body in labels] or list(labels))[:COLUMNS]
    chosen = st.multiselect(
        "Sources side by side",
        list(labels),
        format_func=labels.__getitem__,
        placeholder=words.listed([labels[body] for body in usual]),
        max_selections=COLUMNS,
        key="beside",
        bind="query-params",
    )
    if not chosen and len(given) > COLUMNS:
        st.caption(f"The first {COLUMNS} of the {len(given)} sources that the filter names.")
    return tuple(chosen or usual)


def _names_on_a_telephone(names: Sequence[str]) -> None:
    """On a narrow screen the cells stand below one another, each under its source's name."""
    rules = (
        f'.st-key-sides [data-testid="stColumn"]:nth-of-type({n})::before {{content: "{_quoted(name)}"}}'
        for n, name in enumerate(names, start=2)
    )
    st.html(f"<style>@media (max-width: 640px) {{ {' '.join(rules)} }}</style>")


def _quoted(name: str) -> str:
    r"""A name inside quotation marks of a style sheet.

    >>> _quoted('a "b" </style>')
    'a \\22 b\\22  \\3c /style\\3e '
    """
    return "".join(f"\\{ord(letter):x} " if letter in '"\\<>\n' else letter for letter in name)


def _head(bodies: Sequence[str], names: Sequence[str], found: pd.DataFrame, view: View) -> None:
    families = dict(zip(found["source"], found["family"], strict=True))
    with st.container(key="sides-head"):
        for column, body, name in zip(_columns(len(bodies))[1:], bodies, names, strict=True):
            family = families.get(body) or view.desk.families.get(body, "media")
            column.html(marks.title("body", name, family, "", view.theme))


def _columns(number: int) -> list[st.delta_generator.DeltaGenerator]:
    """A narrow one for the month, then one a source."""
    return st.columns([1, *[8 / number] * number], gap="medium")


def _rows(part: str, rows: Sequence[Aligned]) -> None:
    for n, row in enumerate(rows):
        if n == 0 or rows[n - 1].what != row.what:
            st.html(f'<h3 class="topic">{escape(row.what)}</h3>')
        first, *rest = _columns(len(row.cells))
        first.html(f'<p class="window">{row.window}</p>')
        for m, (column, cell) in enumerate(zip(rest, row.cells, strict=True)):
            with column.container(gap=None):
                _cell(cell, f"{part} {n} {m}")
        for m, compared in enumerate(row.compared):
            comparison(compared, compared.says, f"{part} {n} compared {m}")


def _cell(cell: Sequence[Say], key: str) -> None:
    if not cell:
        st.html('<p class="silent">silent</p>')
    for n, say in enumerate(cell[:CELL]):
        told = [f"{plain(say.words)} :gray[{plain(say.days)}]" if say.days else plain(say.words)]
        told += [f":gray[{plain(line)}]" for line in (say.opening, say.through) if line]
        picking.line("  \n".join(told), say.claims, f"line side {key} {n}")
    if len(cell) > CELL:
        st.caption(f"{len(cell) - CELL} more: narrow the filters to see them.")


def comparison(compared: Comparison, says: str, key: str) -> None:
    """A support or contradiction in words behind its sign; a click opens the words of both sides."""
    picking.line(f"{plain(SIGNS[compared.position])} {plain(says)}", compared.claims, f"line {key}", whole=True)


def _rest(more: int) -> None:
    if more:
        st.caption(f"{more} more rows: narrow the filters to see them.")
