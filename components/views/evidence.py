"""The words behind the picked mark: the article with its sentence lit, who said it, through whom, and how it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components import evidence
from components.measures import happened, words
from components.measures.timeline import label
from components.model import Article
from components.views import picking
from components.views.attribution import named
from components.views.desk import Desk
from components.views.names import plain

FORMS: Mapping[str, str] = {
    "direct_quote": "in its own words",
    "indirect": "in indirect speech",
    "according_to": "with “according to” or the like",
    "document": "in a document",
    "carried_over": "carried over from the sentence before",
    "none": "no source named",
}
PRINTED: Mapping[str, str] = {
    "metadata": "from the page's own data",
    "dateline": "from the dateline",
    "text": "from the text",
    "inferred": "inferred from the text",
    "analyst": "set by the analyst",
}


@st.fragment
def show(desk: Desk) -> None:
    """The panel; nothing picked gives one line of advice."""
    rows = desk.claims[desk.claims["claim_id"].isin(picking.picked())]
    if rows.empty:
        st.caption("Pick a mark on a chart or a line under “Who says so”: the words behind it appear here.")
        return
    with st.container(key="evidence", gap="small"):
        row = _chosen(rows, desk)
        article = desk.articles[row["article_id"]]
        head, close = st.columns([6, 1], vertical_alignment="top")
        head.subheader(plain(f"{label(row, desk.names)}"), anchor=False)
        close.button("Close", key="close evidence", on_click=picking.pick, args=((),), type="tertiary")
        facts, text = st.columns([2, 3], gap="large")
        with facts:
            for name, value in _facts(row, article, desk):
                st.markdown(f":gray[{name}]  \n{plain(value)}")
        with text:
            st.markdown(f"**{plain(named(article))}**")
            st.html(evidence.html(article.text, row))


def _chosen(rows: pd.DataFrame, desk: Desk) -> dict[str, Any]:
    """The claim to read: the only one, or the one chosen among those that the mark stands for."""
    records = {row["claim_id"]: row for row in rows.to_dict("records")}
    ids = list(records)
    if len(ids) == 1:
        return records[ids[0]]
    chosen = st.selectbox(
        f"{len(ids)} claims stand behind this mark",
        ids,
        format_func=lambda id_: f"{ids.index(id_) + 1}. {_opening(records[id_], desk)}",
        key=f"claim of {' '.join(ids)}",
    )
    return records[chosen]


def _opening(row: Mapping[str, Any], desk: Desk) -> str:
    """Enough of a claim to tell it from its neighbours."""
    return f"{words.known(row['quantity_text']) or row['sentence'][:60]} in: {named(desk.articles[row['article_id']])}"


def _facts(row: Mapping[str, Any], article: Article, desk: Desk) -> Iterator[tuple[str, str]]:
    source = words.relay(row["source"], desk.names)
    printed = words.known(row["source_text"])
    yield (
        "Source",
        f"{source} (“{printed}”), {FORMS[row['attribution']]}" if printed else f"{source}, {FORMS[row['attribution']]}",
    )
    if row["relays"]:
        yield "Relayed by", ", then ".join(words.relay(relay, desk.names) for relay in row["relays"])
    if words.known(row["quantity_text"]):
        yield "Number as printed", row["quantity_text"]
    if words.known(row["confidence_text"]):
        yield "How sure", f"“{row['confidence_text']}”"
    yield "When", _days(row)
    if not pd.isna(row["as_of"]):
        yield "The figure holds for", words.day(row["as_of"])
    if not pd.isna(row["said_on"]):
        yield "Said on", words.day(row["said_on"])
    if article.published:
        basis = PRINTED.get(article.published_basis or "", "")
        yield "Article printed on", words.day(article.published) + (f" ({basis})" if basis else "")
    yield "Read by the rule", row["rule"].replace("-", " ").replace("_", " ")
    for flag in row["flags"]:
        yield "To check", flag.replace("-", " ").replace("_", " ")


def _days(row: Mapping[str, Any]) -> str:
    when = happened(pd.DataFrame([row])).iloc[0]
    if pd.isna(when["first"]):
        return "no day given"
    printed = words.known(row["event_text"])
    told = words.days(when["first"].date(), when["last"].date(), printed)
    return f"{told}: {words.BASES.get(when['basis'], when['basis'])}" + (f" (“{printed}”)" if printed else "")
