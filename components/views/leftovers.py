"""Numbers and speakers that were seen and that no claim used, so that nothing is dropped in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from components import evidence
from components.evidence import Lit
from components.model import Article, Leftover
from components.views import correcting, picking, reasons
from components.views.attribution import named
from components.views.names import plain
from components.views.view import View

AT_ONCE = 100


def show(view: View) -> None:
    """By reason, those of most numbers first; each in its sentence, lit, with its article."""
    left, held = view.desk.leftovers, view.desk.articles
    st.header("Leftovers", anchor=False)
    if not left:
        st.caption("Nothing is left over.")
        return
    st.caption(f"{_counted(len(left))} seen that no claim used. The filters above do not narrow this list.")
    found = _asked_for(left, held)
    if not found:
        st.caption("None of them fits. Choose another reason, or clear the words.")
        return
    pages = -(-len(found) // AT_ONCE)
    page = st.pagination(pages, key=f"leftovers of {pages} pages") if pages > 1 else 1
    shown = found[(page - 1) * AT_ONCE : page * AT_ONCE]
    st.html(evidence.legend({"leftover": "what was left over"}))
    _list(shown, Counter(one.reason for one in found), held)
    _make(shown, view)


def _asked_for(left: Sequence[Leftover], held: Mapping[str, Article]) -> list[Leftover]:
    """Those of the chosen reasons whose sentence or article's name has the words; by reason, else in order."""
    counts = Counter(one.reason for one in left)
    by_size = [reason for reason, _ in counts.most_common()]
    chosen: list[str] = st.pills(
        "Reason",
        by_size,
        selection_mode="multi",
        format_func=reasons.left,
        key="reason",
        bind="query-params",
    )
    typed = st.text_input("Words in the sentence or the article's name", key="within", bind="query-params") or ""
    asked = typed.casefold().split()
    names = {id_: named(article).casefold() for id_, article in held.items()} if asked else {}
    found = [
        one
        for one in left
        if (not chosen or one.reason in chosen)
        and (
            not asked
            or _holds(f"{one.sentence.of(held[one.article_id].text).casefold()} {names[one.article_id]}", asked)
        )
    ]
    return sorted(found, key=lambda one: by_size.index(one.reason))


def _make(shown: Sequence[Leftover], view: View) -> None:
    """The form that makes one of the leftovers shown a claim."""
    with st.expander("Make one of them a claim", type="compact"):
        number = st.selectbox(
            "Which",
            range(len(shown)),
            index=None,
            placeholder="Choose a number or speaker",
            format_func=lambda n: _opening(shown[n], view.desk.articles[shown[n].article_id]),
        )
        if number is not None:
            correcting.make(shown[number], view.desk)


def _opening(leftover: Leftover, article: Article) -> str:
    """The words, and enough of their sentence to tell them from others."""
    return f"{leftover.span.of(article.text)} in “{' '.join(leftover.sentence.of(article.text).split())[:100]} …”"


def _holds(text: str, asked: Sequence[str]) -> bool:
    return all(word in text for word in asked)


def _list(shown: Sequence[Leftover], counts: Mapping[str, int], held: Mapping[str, Article]) -> None:
    """Each reason once, with the number of all that have it, then its leftovers."""
    last = ""
    for leftover in shown:
        if leftover.reason != last:
            st.subheader(f"{reasons.left(leftover.reason)} ({counts[leftover.reason]})", anchor=False)
            last = leftover.reason
        article = held[leftover.article_id]
        with st.container(gap=None, key=f"left over {leftover.article_id} {leftover.span.start}"):
            lit = Lit(leftover.span, "leftover", why(leftover))
            st.html(evidence.sentence(article.text, leftover.sentence, lit))
            where = f"[{plain(named(article))}]({picking.to_article(article.id)})"
            st.caption(f"{plain(leftover.detail or why(leftover))}; in {where}")


def why(leftover: Leftover) -> str:
    """Why no claim used it.

    >>> from components.model import Span
    >>> why(Leftover("a", Span(0, 1), "other subject", "counts children", Span(0, 9)))
    'Counts others than North Koreans: counts children'
    """
    said = reasons.left(leftover.reason)
    return f"{said}: {leftover.detail}" if leftover.detail else said


def _counted(number: int) -> str:
    return "1 number or speaker was" if number == 1 else f"{number} numbers and speakers were"
