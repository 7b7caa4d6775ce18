"""The words behind the picked mark: the lit article, who said it, through whom, how it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd
import streamlit as st

from components import evidence, words
from components.measures import happened, relaying
from components.measures.records import Record, records
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
    rows = rows.join(happened(rows))
    if rows.empty:
        return
    with st.container(key="evidence", gap="small"):
        with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
            row = _chosen(rows, desk)
            if st.button("Close", key="close evidence"):
                picking.pick(())
                st.rerun()
        article = desk.articles[row["article_id"]]
        text, facts = st.columns([3, 2], gap="large")
        with text:
            st.markdown(f"**{plain(named(article))}**")
            st.html(evidence.html(article.text, row))
        with facts:
            for name, value in _facts(row, article, desk):
                st.markdown(f":gray[{name}]  \n{plain(value)}")


def _chosen(rows: pd.DataFrame, desk: Desk) -> Record:
    """The claim to read: the only one, or the one chosen among those that the mark stands for."""
    claims = {row["claim_id"]: row for row in records(rows)}
    ids = list(claims)
    if len(ids) == 1:
        st.header(plain(label(claims[ids[0]], desk.names)), anchor=False)
        return claims[ids[0]]
    said = {label(claim, desk.names) for claim in claims.values()}
    chosen = st.selectbox(
        f"{said.pop()}: {len(ids)} claims say so" if len(said) == 1 else f"{len(ids)} claims are behind this",
        ids,
        format_func=lambda id_: f"{ids.index(id_) + 1}. {_opening(claims[id_], desk)}",
        key=f"claim of {' '.join(ids)}",
    )
    return claims[chosen]


def _opening(row: Record, desk: Desk) -> str:
    """Enough of a claim to tell it from its neighbours."""
    what = words.known(row["quantity_text"]) or row["sentence"][:60]
    return f"{words.body(row['source'], desk.names)}, {what} in: {named(desk.articles[row['article_id']])}"


def _facts(row: Record, article: Article, desk: Desk) -> Iterator[tuple[str, str]]:
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
    if row["as_of"] is not pd.NaT:
        yield "The figure holds for", words.days(row["as_of"], row["as_of"], words.known(row["event_text"]))
    if row["said_on"] is not pd.NaT:
        yield "Said on", words.day(row["said_on"])
    if article.published:
        basis = PRINTED.get(article.published_basis or "", "")
        yield "Article printed on", words.day(article.published) + (f" ({basis})" if basis else "")
    yield from _relays(row, desk)
    yield "Read by the rule", row["rule"].replace("-", " ").replace("_", " ")
    for flag in row["flags"]:
        yield "To check", flag.replace("-", " ").replace("_", " ")


def _relays(row: Record, desk: Desk) -> Iterator[tuple[str, str]]:
    """The other articles that relay the claim's figure, and what was moved on the way."""
    own_statement = [one for one in desk.statements if one.id == row["statement_id"]]
    for told in relaying(own_statement, desk.stands, desk.names, {row["claim_id"]}):
        for relay in (relay for figure in told.figures for relay in figure.relays):
            own = row["claim_id"] in relay.claims
            if own and relay.moved:
                yield "Against the most careful relay, this article", relay.moved
            if not own:
                moved = f" ({relay.moved})" if relay.moved else ""
                yield "Also relayed by", f"{named(desk.articles[relay.article])}: {relay.number}{moved}"


def _days(row: Record) -> str:
    if row["first"] is pd.NaT:
        return "no day given"
    printed = words.known(row["event_text"])
    told = words.days(row["first"].date(), row["last"].date(), printed)
    return f"{told}: {words.BASES.get(row['basis'], row['basis'])}" + (f" (“{printed}”)" if printed else "")
