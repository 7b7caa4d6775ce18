"""What the analyst sets about an article: its outlet and its day of printing, kept beside the articles."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import articles, corrections, words
from components.articles import Restated, Stated
from components.corrections import Entry
from components.model import Article
from components.views import correcting, keeping, reasons
from components.views.desk import Desk
from components.views.names import plain

UNKNOWN, FROM_TEXT = "not stated", "what the text tells"
_SAID = "why nothing was saved"


def show(desk: Desk, article: Article) -> None:
    """What was set, with what the file says and a way back; a form to set it."""
    restated = desk.restated.get(article.id)
    if restated is not None:
        _set(desk, article, restated)
    for entry in stated(desk, article):
        correcting.line(entry, desk)
    if fault := st.session_state.pop(_SAID, ""):
        st.warning(plain(fault))
    with st.expander("Set the outlet or the day of printing", type="compact"):
        if desk.stored:
            _correction(article)
        else:
            _form(desk, article, restated)


def stated(desk: Desk, article: Article) -> tuple[Entry, ...]:
    """What analysts have written into the store about the article and has not been taken back."""
    kept = desk.stored.kept.get(article.id) if desk.stored else None
    return kept.stated if kept else ()


def _correction(article: Article) -> None:
    """The form where the store keeps what is set: both as they are now, and who says otherwise, and why."""
    with st.form(f"state {article.id}", border=False):
        first, second = st.columns(2)
        outlet = first.text_input("Outlet", value=article.outlet or "", max_chars=200)
        day = _day_of(second, "Day of printing", article.published)
        who, why = keeping.signature(f"state {article.id}", "How you know")
        if st.form_submit_button("Save"):
            new = {"outlet": (outlet or "").strip() or None, "published": day}
            values = {name: value for name, value in new.items() if value != getattr(article, name)}
            keeping.written(corrections.state(article, **values), who, why)
            st.rerun()


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
    now = restated.stated if restated else Stated()
    before = restated.before if restated else article
    basis = reasons.PRINTED.get(before.published_basis or "", "")
    with st.form(f"state {article.id}", border=False):
        first, second = st.columns(2)
        known = plain(before.outlet or UNKNOWN)
        outlet = first.text_input(f"Outlet (empty: {known})", value=now.outlet or "", max_chars=200)
        label = f"Day of printing (empty: {_day(before)}{', ' + basis if basis else ''})"
        day = _day_of(second, label, now.published)
        reason = st.text_input("How you know", value=now.reason, max_chars=500)
        if st.form_submit_button("Save"):
            new = Stated((outlet or "").strip() or None, day, (reason or "").strip())
            _save(desk, article.id, new if new.outlet or new.published else None)
            st.rerun()


def _day_of(place: DeltaGenerator, label: str, now: dt.date | None) -> dt.date | None:
    day: dt.date | None = place.date_input(
        label, value=now, format="DD/MM/YYYY", min_value=dt.date(1948, 1, 1), max_value=dt.date(2100, 1, 1)
    )
    return day


def _save(desk: Desk, article: str, stated: Stated | None) -> None:
    st.session_state[_SAID] = articles.state(desk.folder, article, stated)
