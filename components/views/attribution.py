"""Who says what: per source its claims, who relayed them, and the articles that print them, by number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from components import words
from components.measures import Body, Line
from components.model import Article
from components.views import marks, picking
from components.views.names import plain
from components.views.view import View


def show(view: View) -> None:
    """Each body's lines; a line opens its evidence. Long lists end with what to do to see the rest."""
    st.header("Who says so", anchor=False)
    bodies = view.bodies
    if not bodies:
        st.caption("Nobody says anything that the filters let through. Clear one of them.")
        return
    numbers = _numbers(bodies)
    for body in bodies:
        with st.container(key=f"body {body.id}", gap=None):
            st.html(marks.heading(body, view.theme))
            for n, line in enumerate(body.lines):
                _line(line, f"{body.id} {n}", numbers)
            _rest(body.more, "claim", " of this source")
    _rest(view.more_bodies, "source")
    with st.container(key="articles", gap="xsmall"):
        st.html('<h3 class="articles">Articles</h3>')
        st.caption("  \n".join(_entry(number, view.desk.articles[id_]) for id_, number in numbers.items()))


def _numbers(bodies: Sequence[Body]) -> Mapping[str, int]:
    """The articles of the lines shown, numbered in the order of their ids, so that a number holds between filters."""
    ids = sorted({id_ for body in bodies for line in body.lines for id_ in line.articles})
    return {id_: number for number, id_ in enumerate(ids, start=1)}


def _line(line: Line, key: str, numbers: Mapping[str, int]) -> None:
    said = plain(line.label) + (f", {plain(line.days)}" if line.days else "")
    where = "".join(f"\\[{numbers[id_]}\\]" for id_ in line.articles)
    through = plain(_through(line))
    picking.line(
        f"{said} :gray[{where}]" + (f"  \n:gray[{through}]" if through else ""),
        line.claims,
        f"line {key}",
        meaning=plain(line.sentence),
    )


def _through(line: Line) -> str:
    """Who stands between, or, under a relay, whose words they are.

    >>> _through(Line("relays", "Visit", "", "Russian government", ("TASS",), ("c1",), ("a1",), "He came."))
    'Relays Russian government'
    """
    if line.part == "relays":
        return f"Relays {line.source}"
    return f"Through {words.listed(list(line.relays))}" if line.relays else ""


def named(article: Article) -> str:
    """An article by its title, and its outlet where one is stated."""
    title = article.title or article.id
    return f"{title} ({article.outlet})" if article.outlet and article.outlet != "not stated" else title


def _entry(number: int, article: Article) -> str:
    day = f", {words.day(article.published)}" if article.published else ""
    return f"[{number}] {plain(named(article))}{day}"


def _rest(more: int, what: str, of: str = "") -> None:
    if more > 0:
        several = "them" if more > 1 else "it"
        st.caption(f"{words.many(more, f'more {what}')}{of}: narrow the filters to see {several}.")
