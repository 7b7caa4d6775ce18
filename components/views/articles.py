"""The articles: a list of them, and the one that the address names, read whole."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st

from components import measures, words
from components.articles import languages
from components.model import Article
from components.views import kept, picking, reading, reasons, restating
from components.views.names import plain
from components.views.view import View

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """One article with the number of claims that the filters find in it, of all its claims, and of its leftovers."""

    article: Article
    found: int
    claims: int
    left: int

    @property
    def title(self) -> str:
        return self.article.title or self.article.id

    @property
    def outlet(self) -> str:
        return self.article.outlet or "outlet not stated"


ORDERS: Mapping[str, Callable[[Listed], tuple[object, ...]]] = {
    "Newest first": lambda one: (-(one.article.published or dt.date.min).toordinal(), one.title),
    "Oldest first": lambda one: ((one.article.published or dt.date.max).toordinal(), one.title),
    "Outlet": lambda one: (one.article.outlet is None, one.outlet.casefold(), one.title),
    "Title": lambda one: (one.title.casefold(),),
    "Most claims found": lambda one: (-one.found, -one.claims, one.title),
    "Most left over": lambda one: (-one.left, one.title),
}


def show(view: View) -> None:
    """The article that the address names; else, or where there is no such article, the list."""
    name = st.query_params.get(picking.ARTICLE)
    if name is not None and name in view.desk.articles:
        _one(view, view.desk.articles[name])
        return
    st.header("Articles", anchor=False)
    if name is not None:
        st.warning("The linked article is not among these articles. Here are all of them.")
    _list(view)


def _one(view: View, article: Article) -> None:
    st.button("All articles", on_click=_close, type="tertiary", key="all articles")
    st.header(plain(article.title or article.id), anchor=False)
    (one,) = _listed(view, (article,))
    st.markdown(plain(told(one)))
    if article.url:
        st.caption(plain(article.url))
    saved = f"; saved on {words.day(article.retrieved.date())}, {article.retrieved:%H:%M}" if article.retrieved else ""
    st.caption(plain(f"{languages.told(article)}{saved}"))
    if said := languages.unread(article):
        st.warning(plain(f"This article {said}."))
    restating.show(view.desk, article)
    kept.show(view.desk, article.id)
    reading.show(view, article)


def _list(view: View) -> None:
    typed, order = st.columns([3, 2], vertical_alignment="bottom")
    asked = (typed.text_input("Words in title or outlet", key="titled", bind="query-params") or "").casefold().split()
    by = order.selectbox("In the order of", list(ORDERS), key="listed", bind="query-params")
    found = [
        one
        for one in _listed(view, view.desk.articles.values())
        if all(word in f"{one.title} {one.article.outlet}".casefold() for word in asked)
    ]
    if not found:
        st.caption("No title or outlet has these words. Clear them to see all articles.")
        return
    found.sort(key=ORDERS[by])
    pages = -(-len(found) // AT_ONCE)
    page = st.pagination(pages, key=f"articles of {pages} pages") if pages > 1 else 1
    with st.container(gap=None):
        for one in found[(page - 1) * AT_ONCE : page * AT_ONCE]:
            st.button(
                f"**{plain(one.title)}**  \n:gray[{plain(told(one))}]",
                key=f"line article {one.article.id}",
                on_click=partial(_open, one.article.id),
                type="tertiary",
                width="stretch",
                wrap=True,
            )


def _listed(view: View, chosen: Iterable[Article]) -> Iterator[Listed]:
    found, claims = measures.claims_by_article(view.found), measures.claims_by_article(view.desk.claims)
    left = Counter(one.article_id for one in view.desk.leftovers)
    for article in chosen:
        yield Listed(article, found.get(article.id, 0), claims.get(article.id, 0), left[article.id])


def told(one: Listed) -> str:
    """Who printed it and when, and what was read in it.

    >>> told(Listed(Article("a", "", "Pier", "The Quay", None, dt.date(2025, 3, 27), "inferred"), 2, 5, 1))
    'The Quay, printed 27 Mar 2025 (inferred from the text); 2 of 5 claims found by the filters, 1 leftover'
    >>> told(Listed(Article("a", ""), 1, 1, 0))
    'Outlet not stated, day of printing not known; 1 claim, no leftovers'
    """
    article = one.article
    basis = reasons.PRINTED.get(article.published_basis or "", "")
    day = f"printed {words.day(article.published)}" if article.published else "day of printing not known"
    where = f"{one.outlet[:1].upper()}{one.outlet[1:]}, {day}" + (f" ({basis})" if basis and article.published else "")
    claims = f"{one.claims or 'no'} claim{'' if one.claims == 1 else 's'}"
    some = f"{one.found or 'none'} of {claims} found by the filters" if one.found != one.claims else claims
    return f"{where}; {some}, {one.left or 'no'} leftover{'' if one.left == 1 else 's'}"


def _open(name: str) -> None:
    st.query_params[picking.ARTICLE] = name


def _close() -> None:
    st.query_params.pop(picking.ARTICLE, None)
