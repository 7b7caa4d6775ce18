"""One source in detail: how its totals changed, who passes its words on, how the texts name and quote it, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components import measures, words
from components.measures import Profile
from components.measures.profile import Climb, Counted, Printed
from components.model import Article
from components.views import marks, picking
from components.views.attribution import named
from components.views.names import plain
from components.views.view import View

ARTICLES, WORDS = 40, 20


def show(view: View, found: pd.DataFrame, labels: Mapping[str, str]) -> None:
    """The list to choose from, and the chosen source; ``found`` is what all filters but that of sources leave."""
    st.header("One source in detail", anchor=False)
    body = st.selectbox(
        "One source in detail",
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        placeholder="Choose a source",
        key="profile",
        bind="query-params",
        label_visibility="collapsed",
    )
    if body is None:
        st.caption("Choose a source to read how its figures changed, who relays it, and how the texts name it.")
        return
    desk = view.desk
    told = measures.profile(body, found, desk.statements, desk.names, desk.families)
    if not told.asserts and not told.relays:
        st.caption(f"{plain(told.name)} says nothing that the filters let through. Clear one of them.")
        return
    with st.container(key="profile-of"):
        st.html(marks.title("body", told.name, told.family, marks.counted(told.asserts, told.relays), view.theme))
        left, right = st.columns([3, 2], gap="large")
        with left:
            _climbs(told)
        with right:
            _counts(told)
            st.html("<h4>In these articles</h4>")
            with st.container(gap=None):
                _articles(told.articles, desk.articles)


def _climbs(told: Profile) -> None:
    st.html("<h4>How its totals changed</h4>")
    if not told.climbs:
        st.caption("It states no total on a day that any text allows.")
    for n, climb in enumerate(told.climbs):
        st.markdown(f"**{plain(climb.what)}**" + (f" :gray[{_falls(climb)}]" if climb.falls else ""))
        with st.container(gap=None):
            _steps(climb, n)


def _steps(climb: Climb, n: int) -> None:
    for m, step in enumerate(climb.steps):
        change = f"**{plain(step.change)}**" if step.fell else f":gray[{plain(step.change)}]"
        again = f" :gray[{plain(step.repeats)}]" if step.repeats else ""
        picking.line(
            f"{plain(step.figure)} :gray[{plain(step.days)}]  \n{change}{again}", step.claims, f"line step {n} {m}"
        )


def _falls(climb: Climb) -> str:
    return f"{climb.falls} fall{'' if climb.falls == 1 else 's'}"


def _counts(told: Profile) -> None:
    """How often each; only claims that are no repeat are counted."""
    for heading, counts in (
        ("Passed on by", told.through),
        ("Passes on the words of", told.of),
        ("Named in the texts as", told.forms),
        ("Words that attribute", told.cues),
        ("How it stands to what it says", told.stances),
    ):
        if counts:
            st.html(f"<h4>{heading}</h4>")
            st.markdown(_listed(counts))


def _listed(counts: Sequence[Counted]) -> str:
    listed = ", ".join(f"{plain(one.words)} :gray[{one.claims}]" for one in counts[:WORDS])
    return listed + (f" :gray[and {len(counts) - WORDS} more]" if len(counts) > WORDS else "")


def _articles(printed: Sequence[Printed], articles: Mapping[str, Article]) -> None:
    for n, one in enumerate(printed[:ARTICLES]):
        article, claims = articles[one.article], len(one.claims)
        day = f"{words.day(article.published)}, " if article.published else ""
        picking.line(
            f"{plain(named(article))}  \n:gray[{day}{claims} claim{'' if claims == 1 else 's'}]",
            one.claims,
            f"line article {n}",
            whole=True,
        )
    if len(printed) > ARTICLES:
        st.caption(f"{len(printed) - ARTICLES} more articles: narrow the filters to see them.")
