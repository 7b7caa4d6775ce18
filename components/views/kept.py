"""An article as the store has it: whose copy it is, its versions, what changed between them, the way to take it out."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import corrections
from components.articles.versions import difference
from components.store import Kept
from components.views import keeping, picking
from components.views.attribution import named
from components.views.desk import Desk
from components.views.names import plain

LONGEST = 60
"""Words of a passage that both versions have are shown up to this number; of longer ones the ends."""


def show(desk: Desk, article: str) -> None:
    """Nothing where the article is not in a store."""
    kept = desk.stored.kept.get(article) if desk.stored else None
    if kept is None:
        return
    if kept.copy_of:
        st.caption(f"A near copy of {_link(desk, kept.copy_of)}: the two corroborate as one\\.")
    if kept.versions:
        _versions(desk, kept)
    with st.expander("Take this article out", type="compact"), st.form(f"remove {article}", border=False):
        st.caption("It stays in the store, and nothing is read from it until the page Corrections puts it back.")
        who, why = keeping.signature(f"remove {article}")
        if st.form_submit_button("Take it out"):
            if keeping.written(corrections.remove(article), who, why):
                st.query_params.pop(picking.ARTICLE, None)
            st.rerun()


def _link(desk: Desk, id_: str) -> str:
    article = desk.articles.get(id_)
    return f"[{plain(named(article))}]({picking.to_article(id_)})" if article else plain(id_)


def _versions(desk: Desk, kept: Kept) -> None:
    """The other versions under this address, and what changed since the one before."""
    at = kept.versions.index(kept.article.id)
    others = [_link(desk, id_) for id_ in kept.versions if id_ != kept.article.id]
    st.caption(f"Version {at + 1} of {len(kept.versions)} under this address\\. The others: {', '.join(others)}\\.")
    before = desk.articles.get(kept.versions[at - 1]) if at else None
    if before is None:
        return
    with st.expander("What changed since the version before", type="compact"):
        st.html(changes(before.text, kept.article.text))


def changes(older: str, newer: str) -> str:
    """What went and what came, as HTML; long passages that both have are cut in the middle.

    >>> changes("About 300 died.", "About 450 died.")
    '<p class="changes">About<del> 300</del><ins> 450</ins> died.</p>'
    """
    marks = {"kept": "", "gone": "del", "new": "ins"}
    parts = []
    for passage in difference(older, newer):
        words, mark = passage.words, marks[passage.went]
        if not mark:
            parts.append(escape(_cut(words)))
        else:
            parts.append(f"<{mark}>{escape(words)}</{mark}>")
    return f'<p class="changes">{"".join(parts)}</p>'


def _cut(words: str) -> str:
    every = words.split(" ")
    half = LONGEST // 2
    return words if len(every) <= LONGEST else f"{' '.join(every[:half])} … {' '.join(every[-half:])}"
