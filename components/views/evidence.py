"""The words behind the picked mark: the lit article, who said it, through whom, how it was read, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from components import citation, evidence, words
from components.corrections import NOTES
from components.measures import happened, relaying
from components.measures.records import Record, records
from components.measures.timeline import label
from components.model import Article
from components.views import correcting, picking, reasons, watching
from components.views.attribution import named
from components.views.desk import Desk
from components.views.names import plain

ARTICLES = "articles"
"""The path of the page on which an article is read whole."""
_STEPPED = "stepped to another claim"


@st.fragment
def show(desk: Desk) -> None:
    """The panel at the foot of the page; nothing where nothing is picked."""
    if st.session_state.pop(_STEPPED, False):
        st.rerun()  # the links to the other pages carry the claim that is read
    ids = picking.picked()
    _panel(ids, desk)
    watching.focus(picking.written(ids[0], ids, len(ids)) if ids else "")


def _panel(ids: Sequence[str], desk: Desk) -> None:
    if not ids:
        picking.keep_in_address("")
        return
    rows = desk.claims[desk.claims["claim_id"].isin(ids)]
    found = {row["claim_id"]: row for row in records(rows.assign(**happened(rows)))}
    claims = {id_: found[id_] for id_ in ids if id_ in found}
    with st.container(key="evidence", gap="small"):
        if not claims:
            _head("Nothing to show")
            st.warning(f"The linked claim{' is' if len(ids) == 1 else 's are'} not among these articles.")
            return
        row = claims[_chosen(claims, desk)]
        picking.keep_in_address(row["claim_id"])
        if len(claims) < len(ids):
            lost = len(ids) - len(claims)
            st.info(f"{lost} of the {len(ids)} linked claims {'is' if lost == 1 else 'are'} not among these articles.")
        _told(row, desk)


def _head(title: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute", wrap=False):
        st.header(plain(title), anchor=False)
        if st.button("Close", key="close evidence", shortcut="Esc"):
            picking.pick(())
            st.rerun()


def _chosen(claims: Mapping[str, Record], desk: Desk) -> str:
    """The claim to read: the only one, or the one chosen among those that the mark stands for."""
    ids = list(claims)
    chosen = st.session_state[picking.CHOSEN] = picking.chosen(ids)
    _head(label(claims[chosen], desk.names))
    if len(ids) == 1:
        return chosen
    place = {id_: n for n, id_ in enumerate(ids)}
    with st.container(horizontal=True, vertical_alignment="bottom", key="which claim"):
        st.selectbox(
            _behind(len(ids)),
            ids,
            format_func=lambda id_: f"{place[id_] + 1}. {_opening(claims[id_], desk)}",
            key=picking.CHOSEN,
            on_change=_step,
        )
        for said, step in (("Previous", -1), ("Next", 1)):
            to = place[chosen] + step
            there = 0 <= to < len(ids)
            st.button(said, on_click=partial(_go, ids[to if there else 0]), disabled=not there, key=f"{said} claim")
    return chosen


def _behind(number: int) -> str:
    """So many claims, or the first of more than an address holds."""
    if picking.behind() > len(picking.picked()):
        return f"The first {number} of {words.count(picking.behind())} claims behind this mark"
    return f"{words.count(number)} claims behind this mark"


def _step() -> None:
    st.session_state[_STEPPED] = True


def _go(claim: str) -> None:
    st.session_state[picking.CHOSEN] = claim
    _step()


def _opening(row: Record, desk: Desk) -> str:
    """Enough of a claim to tell it from its neighbours."""
    said = words.known(row["quantity_text"]) or f"{row['sentence'][:60]} …"
    return f"{' '.join(said.split())}: {path(row, desk.articles[row['article_id']], desk.names)}"


def path(row: Record, article: Article, names: Mapping[str, str]) -> str:
    """How the words came to be read: who said them, through whom, where they are printed."""
    source = "No source named" if row["source"] == "unattributed" else words.body(row["source"], names)
    relays = words.relays(row["relays"], names)
    outlet = f" by {article.outlet}" if article.outlet and article.outlet != "not stated" else ""
    day = f" on {words.day(article.published)}" if article.published else ""
    printed = f"printed{outlet}{day}" if outlet or day else ""
    return ", ".join(part for part in (source, f"through {relays}" if relays else "", printed) if part)


def _told(row: Record, desk: Desk) -> None:
    """The words on the left, what is known of them on the right."""
    article = desk.articles[row["article_id"]]
    st.markdown(f"{plain(path(row, article, desk.names))}  \n:gray[{plain(article.title or article.id)}]")
    text, facts = st.columns([3, 2], gap="large")
    with text:
        st.html(evidence.html(article.text, row))
        if st.query_params.get(picking.ARTICLE) != article.id:
            st.page_link(
                st.Page(_elsewhere, title="Articles", url_path=ARTICLES),
                label="Read the whole article",
                query_params={picking.ARTICLE: article.id, picking.CLAIM: picking.in_address(row["claim_id"])},
            )
    with facts:
        for name, value in _facts(row, article, desk):
            st.markdown(f":gray[{name}]  \n{plain(value)}")
    correcting.show(row, desk)
    with st.expander("Cite it or link to it", type="compact"):
        for name, written in (
            ("A footnote (Chicago)", citation.chicago(article)),
            ("Its words and where they are printed", citation.plain(article, row["sentence"])),
            ("The address of this claim", picking.link(row["claim_id"])),
            *_of_all(row["claim_id"]),
        ):
            if written:
                st.caption(name)
                st.code(written, language=None, wrap_lines=True)


def _of_all(claim: str) -> Iterator[tuple[str, str]]:
    """The address of the mark, where it stands for several claims."""
    number, most = picking.behind(), min(picking.MOST, len(picking.picked()))
    if number > 1:
        first = f"the first {most} of {words.count(number)}" if number > most else f"all {number}"
        yield f"The address of {first} claims behind this mark", picking.link(picking.in_address(claim))


def _elsewhere() -> None:
    """Stands for the page in its link, which names it by its path; the page itself is drawn by its own view."""


def _facts(row: Record, article: Article, desk: Desk) -> Iterator[tuple[str, str]]:
    printed = words.known(row["source_text"])
    yield "Source as printed", f"“{printed}”, {reasons.FORMS[row['attribution']]}" if printed else _unnamed(row)
    if words.known(row["quantity_text"]):
        yield "Number as printed", f"“{row['quantity_text']}”"
    if words.known(row["confidence_text"]):
        yield "How sure", f"“{row['confidence_text']}”"
    yield "When", _days(row)
    if row["as_of"] is not pd.NaT:
        yield "The figure holds for", words.days(row["as_of"], row["as_of"], words.known(row["event_text"]))
    if row["said_on"] is not pd.NaT:
        yield "Said on", words.day(row["said_on"])
    if article.published:
        basis = reasons.PRINTED.get(article.published_basis or "", "")
        yield "Article printed on", words.day(article.published) + (f" ({basis})" if basis else "")
    yield from _statement(row, desk)
    yield "How it was read", reasons.rule(row["rule"])
    for flag in row["flags"]:
        if not flag.startswith(NOTES):
            yield "To check", reasons.flag(flag)


def _unnamed(row: Record) -> str:
    said = reasons.FORMS[row["attribution"]]
    return f"{said[:1].upper()}{said[1:]}"


def _statement(row: Record, desk: Desk) -> Iterator[tuple[str, str]]:
    """The statement that the claim relays, the other articles that relay its figure, and what was moved on the way."""
    told_in = words.known(row["statement_id"])
    own_statement = [one for one in desk.statements if one.id == told_in]
    for statement in own_statement:
        day = f", {words.day(statement.said_on)}" if statement.said_on else ""
        number = len(statement.articles)
        told = f"told by {number} article{'' if number == 1 else 's'}"
        yield "Statement", f"{words.body(statement.source, desk.names)}{day}, {told}"
        if statement.doubt:
            yield "To check", f"Which statement this is stays open: it {statement.doubt}."
    for told_here in relaying(own_statement, desk.stands, desk.names, {row["claim_id"]}):
        for relay in (relay for figure in told_here.figures for relay in figure.relays):
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
