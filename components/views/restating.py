"""What the analyst sets about an article: its outlet and its day of printing, kept beside the articles."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from components import articles, words
from components.articles import Restated, Stated
from components.model import Article
from components.views import reasons
from components.views.desk import Desk
from components.views.names import plain

UNKNOWN, FROM_TEXT = "not stated", "what the text tells"
_SAID = "why nothing was saved"


def show(desk: Desk, article: Article) -> None:
    """What was set, with what the file says and a way back; a form to set it."""
    restated = desk.restated.get(article.id)
    if restated is not None:
        _set(desk, article, restated)
    if fault := st.session_state.pop(_SAID, ""):
        st.warning(plain(fault))
    with st.expander("Set the outlet or the day of printing", type="compact"):
        _form(desk, article, restated)


def _set(desk: Desk, article: Article, restated: Restated) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="restated"):
        st.markdown(plain(told(restated)))
        st.button("Take it back", on_click=partial(_save, desk, article.id, None), key=f"take back {article.id}")


def told(restated: Restated) -> str:
    """What the analyst set, and what else is stated of the article where that differs.

    >>> told(Restated(Article("a", "", outlet="The Pier"), Stated("The Quay", reason="Masthead")))
    'Set by the analyst: the outlet is The Quay (otherwise: The Pier). Reason: Masthead'
    """
    before, stated = restated.before, restated.stated
    parts = []
    if stated.outlet is not None:
        parts.append(f"the outlet is {stated.outlet}" + _otherwise(before.outlet or UNKNOWN, stated.outlet))
    if stated.published is not None:
        day = words.day(stated.published)
        parts.append(f"it was printed on {day}" + _otherwise(_day(before), day))
    reason = f". Reason: {stated.reason}" if stated.reason else ""
    return f"Set by the analyst: {words.listed(parts) or 'nothing'}{reason}"


def _otherwise(before: str, now: str) -> str:
    return f" (otherwise: {before})" if before != now else ""


def _day(article: Article) -> str:
    return words.day(article.published) if article.published else FROM_TEXT


def _form(desk: Desk, article: Article, restated: Restated | None) -> None:
    stated = restated.stated if restated else Stated()
    before = restated.before if restated else article
    basis = reasons.PRINTED.get(before.published_basis or "", "")
    with st.form(f"state {article.id}", border=False):
        first, second = st.columns(2)
        known = plain(before.outlet or UNKNOWN)
        outlet = first.text_input(f"Outlet (empty: {known})", value=stated.outlet or "", max_chars=200)
        day: dt.date | None = second.date_input(
            f"Day of printing (empty: {_day(before)}{', ' + basis if basis else ''})",
            value=stated.published,
            format="DD/MM/YYYY",
            min_value=dt.date(1948, 1, 1),
            max_value=dt.date(2100, 1, 1),
        )
        reason = st.text_input("How you know", value=stated.reason, max_chars=500)
        if st.form_submit_button("Save"):
            new = Stated((outlet or "").strip() or None, day, (reason or "").strip())
            _save(desk, article.id, new if new.outlet or new.published else None)
            st.rerun()


def _save(desk: Desk, article: str, stated: Stated | None) -> None:
    st.session_state[_SAID] = articles.state(desk.folder, article, stated)
