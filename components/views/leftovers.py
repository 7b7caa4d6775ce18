"""Numbers and speakers that were seen and that no claim used: one click away, so that nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.model import Leftover
from components.views.attribution import named
from components.views.desk import Desk
from components.views.names import plain

SHOWN = 200


def show(desk: Desk) -> None:
    left = desk.leftovers
    with st.expander(f"Left over ({len(left)}): numbers and speakers that no claim used", type="compact"):
        if not left:
            st.caption("Nothing is left over.")
            return
        st.table(pd.DataFrame(rows(left[:SHOWN], desk)), border="horizontal", hide_index=True)
        if len(left) > SHOWN:
            st.caption(f"The first {SHOWN} of {len(left)}; the command line prints them all.")


def rows(left: Sequence[Leftover], desk: Desk) -> list[dict[str, str]]:
    """Leftovers in words: what was seen, why no claim used it, and where it stands."""
    return [
        {
            "Seen": plain(leftover.span.of(desk.articles[leftover.article_id].text)),
            "Why no claim": plain(f"{leftover.reason}: {leftover.detail}" if leftover.detail else leftover.reason),
            "Sentence": plain(leftover.sentence.of(desk.articles[leftover.article_id].text)),
            "Article": plain(named(desk.articles[leftover.article_id])),
        }
        for leftover in left
    ]
