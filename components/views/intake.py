"""The page Add articles: a text pasted or files uploaded, what was understood of them, and their way into the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from components import articles, parsing
from components.articles import Fault, boilerplate, languages
from components.articles.tables import Chosen
from components.corpus import dated
from components.measures.records import records
from components.model import Article
from components.store import Added, StoreError
from components.views import headings, keeping, picking, reasons, stock
from components.views.attribution import named
from components.views.desk import Desk
from components.views.headings import Uploaded
from components.views.names import plain

LONGEST = 500_000
"""Letters of a pasted text."""
_UPLOADED, _WAITING = "tables whose columns are chosen", "articles that wait to be kept"
_RESULTS = "what became of the articles"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article as it was understood, before it is kept; ``given`` is without the day that only its text tells."""

    given: Article
    read: Article
    claims: int
    left: int


def show(held: Desk) -> None:
    st.header("Add articles", anchor=False)
    _results(held)
    waiting: tuple[Waiting, ...] = st.session_state.get(_WAITING, ())
    if waiting:
        _understood(waiting, held)
        return
    files: tuple[Uploaded, ...] = st.session_state.get(_UPLOADED, ())
    if files:
        _tables(files, held)
        return
    pasted, uploaded = st.tabs(["Paste a text", "Upload files"])
    with pasted:
        _paste(held)
    with uploaded:
        _upload(held)


def _paste(held: Desk) -> None:
    with st.form("paste", border=False):
        title = st.text_input("Title", max_chars=500)
        first, second, third = st.columns([2, 2, 1])
        outlet = first.text_input("Outlet", max_chars=200)
        url = second.text_input("Address, kept but never opened", max_chars=2_000)
        day = third.date_input(
            "Day of printing",
            None,
            min_value=dt.date(1948, 1, 1),
            max_value=dt.date(2100, 1, 1),
            format="DD/MM/YYYY",
        )
        text = st.text_area("Text", height=300, max_chars=LONGEST)
        if st.form_submit_button("Look at what was understood"):
            if not text or not text.strip():
                st.warning("There is no text yet. Paste the article's words.")
                return
            article = Article(
                id=_name(title or "", text),
                text=text,
                title=(title or "").strip() or None,
                outlet=(outlet or "").strip() or None,
                url=(url or "").strip() or None,
                published=day if isinstance(day, dt.date) else None,
                published_basis="analyst" if day else None,
            )
            marked = replace(article, boilerplate=boilerplate.spans(text, held.lexicon))
            _wait([languages.detected(marked)], held)


def _name(title: str, text: str) -> str:
    """A name for a text that has no file.

    >>> _name("Troops, again", "..."), len(_name("", "Kyiv said so."))
    ('troops-again', 15)
    """
    parts = "".join(sign if sign.isalnum() else " " for sign in title.casefold()).split()
    return "-".join(parts)[:60] or f"pasted-{Article('', text).digest[:8]}"


def _upload(held: Desk) -> None:
    kinds = [ending.removeprefix(".") for ending in articles.FORMATS]
    with st.form("upload", border=False, clear_on_submit=True):
        files = st.file_uploader(f"Files ({', '.join(kinds)})", kinds, accept_multiple_files=True)
        if st.form_submit_button("Look at what was understood"):
            if not files:
                st.warning("There is no file yet. Choose or drop some.")
                return
            uploaded = tuple(headings.uploaded(file.name, file.getvalue()) for file in files)
            if any(one.headings for one in uploaded):
                st.session_state[_UPLOADED] = uploaded
                st.rerun()
            _read(uploaded, [{}] * len(uploaded), held)


def _tables(uploaded: Sequence[Uploaded], held: Desk) -> None:
    """The columns of the tables among the files, to be chosen before these are read."""
    done = headings.show(uploaded)
    if done is not None:
        st.session_state.pop(_UPLOADED)
        if not done:
            st.rerun()
        _read(uploaded, done, held)


def _read(uploaded: Sequence[Uploaded], chosen: Sequence[Chosen], held: Desk) -> None:
    found: list[Article] = []
    faults: list[Fault] = []
    for file, columns in zip(uploaded, chosen, strict=True):
        loaded = articles.read_bytes(file.name, file.content, held.lexicon, columns)
        found += loaded.articles
        faults += loaded.faults
    st.session_state[_RESULTS] = [str(fault) for fault in faults]
    _wait(found, held)


def _wait(found: Iterable[Article], held: Desk) -> None:
    waiting = []
    for article in found:
        reading = parsing.read(article, held.lexicon)
        waiting.append(Waiting(article, dated(reading), len(reading.claims), len(reading.leftovers)))
    st.session_state[_WAITING] = tuple(waiting)
    st.rerun()


def _understood(waiting: Sequence[Waiting], held: Desk) -> None:
    """What was understood, to be mended, and the button that keeps it."""
    st.caption("This was understood. Mend what is wrong, or take an article out, before you keep them.")
    for one in waiting:
        if said := languages.unread(one.read):
            st.warning(plain(f"{one.read.title or one.read.id} {said}."))
    with st.form("keep", border=False):
        table = st.data_editor(
            pd.DataFrame([_row(one) for one in waiting]),
            column_config={
                "Day of printing": st.column_config.DateColumn(format="D MMM YYYY"),
                "Title": st.column_config.TextColumn(width="large"),
            },
            disabled=("Day from", "Language", "Claims", "Left over"),
            hide_index=True,
            width="stretch",
            key="understood",
        )
        who = st.text_input("Your name", value=st.session_state.get(keeping.WHO, ""), max_chars=100)
        with st.container(horizontal=True):
            kept = st.form_submit_button("Keep them")
            back = st.form_submit_button("Keep none", type="tertiary")
    if back:
        st.session_state.pop(_WAITING)
        st.rerun()
    if kept and not (who or "").strip():
        st.warning("Say who you are; the store keeps who brought each article.")
    elif kept:
        _keep([_mended(one, row) for one, row in zip(waiting, records(table), strict=True)], str(who), held)


def _row(one: Waiting) -> dict[str, object]:
    basis = reasons.PRINTED.get(one.read.published_basis or "", "")
    return {
        "Keep": True,
        "Title": one.read.title or "",
        "Outlet": one.read.outlet or "",
        "Day of printing": one.read.published,
        "Day from": basis if one.read.published else "not known",
        "Language": languages.told(one.read),
        "Claims": one.claims,
        "Left over": one.left,
    }


def _mended(one: Waiting, row: Mapping[str, Any]) -> Article | None:
    """The article with what the analyst changed in its row; None where it is not to be kept."""
    if not row["Keep"]:
        return None
    day = None if pd.isna(row["Day of printing"]) else pd.Timestamp(row["Day of printing"]).date()
    article = replace(
        one.given, title=str(row["Title"] or "").strip() or None, outlet=str(row["Outlet"] or "").strip() or None
    )
    if day == one.read.published:
        return article
    return replace(article, published=day, published_basis="analyst" if day else None)


def _keep(mended: Iterable[Article | None], who: str, held: Desk) -> None:
    st.session_state[keeping.WHO] = who.strip()
    wanted = [article for article in mended if article is not None]
    try:
        stock.begin(held.folder)
        results = list(keeping.opened().add(wanted, who.strip()))
    except StoreError as fault:
        st.warning(plain(str(fault)))
        return
    st.session_state[_RESULTS] = results
    st.session_state.pop(_WAITING)
    st.rerun()


def _results(held: Desk) -> None:
    """What became of the articles last kept or refused, each once."""
    for one in st.session_state.pop(_RESULTS, ()):
        if isinstance(one, Added):
            kept, said = told(one, held)
            (st.success if kept else st.warning)(said)
        else:
            st.warning(plain(one))


def told(one: Added, held: Desk) -> tuple[bool, str]:
    """Whether an article was kept, and what to know of it, as Markdown."""
    if one.fault:
        return False, plain(str(one.fault))
    if one.same_as:
        removed = ", which was taken out; the page Corrections can put it back" if one.removed else ""
        return False, f"Not kept: this very text is there already, as {_link(one.same_as, held)}{removed}\\."
    beside = [f"a near copy of {_link(one.copy_of, held)}"] if one.copy_of else []
    beside += [f"a new version of {_link(one.version_of, held)}"] if one.version_of else []
    return True, f"Kept: {_link(one.id, held)}" + (f", {' and '.join(beside)}" if beside else "") + "\\."


def _link(id_: str, held: Desk) -> str:
    article = held.articles.get(id_)
    title = plain(named(article) if article else id_)
    return f"[{title}]({picking.to_article(id_)})" if article else title
