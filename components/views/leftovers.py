"""Numbers and speakers that were seen and that no claim used, so that nothing is dropped in silence."""

from __future__ import annotations

import streamlit as st

from components.model import Article, Leftover
from components.views.attribution import named
from components.views.names import plain
from components.views.view import View

SHOWN = 200


def show(view: View) -> None:
    """Each leftover with its reason, its sentence and its article."""
    left = view.desk.leftovers
    st.header("Leftovers", anchor=False)
    if not left:
        st.caption("Nothing is left over.")
        return
    st.caption(f"{len(left)} numbers and speakers were seen that no claim used, each with the reason.")
    for leftover in left[:SHOWN]:
        st.markdown(told(leftover, view.desk.articles[leftover.article_id]))
    if len(left) > SHOWN:
        st.caption(f"The first {SHOWN} of {len(left)}; the command line prints them all.")


def told(leftover: Leftover, article: Article) -> str:
    """What was seen, why no claim used it, and where it stands, as Markdown."""
    why = f"{leftover.reason}: {leftover.detail}" if leftover.detail else leftover.reason
    seen, sentence = (plain(span.of(article.text)) for span in (leftover.span, leftover.sentence))
    return f"**{seen}**, {plain(why)}  \n{sentence}  \n:gray[{plain(named(article))}]"
