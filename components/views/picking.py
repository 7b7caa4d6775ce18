"""The claims whose words the analyst wants to read: set by a click anywhere, or by the address, until the next one.

The session keeps all of them; the address keeps one, so that it opens the same words again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal, TypeAlias
from urllib.parse import urlencode

import streamlit as st

Width: TypeAlias = int | Literal["stretch"]

_PICKED = "picked claims"
CLAIM, ARTICLE = "claim", "article"
"""What the address calls the claim whose words are shown, and the article that is read."""


def picked() -> tuple[str, ...]:
    """The claim ids behind the last mark or line picked; on the first run those of the address."""
    if _PICKED not in st.session_state:
        linked = st.query_params.get(CLAIM)
        pick((linked,) if linked else ())
    ids: tuple[str, ...] = st.session_state[_PICKED]
    return ids


def pick(claims: Sequence[str]) -> None:
    st.session_state[_PICKED] = tuple(claims)


def line(
    label: str,
    claims: Sequence[str],
    key: str,
    *,
    whole: bool = False,
    meaning: str | None = None,
    width: Width = "stretch",
) -> None:
    """A line of Markdown that picks its claims; lit where one of them is picked, with ``whole`` only where all are and
    no other.

    ``meaning`` is what the pointer reads there, ``width`` in pixels or all of the column.
    """
    own, now = set(claims), set(picked())
    st.button(
        label,
        key=key,
        on_click=partial(pick, claims),
        type="secondary" if (own == now if whole else own & now) else "tertiary",
        help=meaning,
        width=width,
        wrap=True,
    )


def pick_mark(chart: str) -> None:
    """Take the claims of the mark selected on the chart with this key; a click beside the marks changes nothing."""
    for point in st.session_state[chart]["selection"]["points"]:
        if ids := point.get("customdata"):
            pick(str(ids[0]).split())
            return


def keep_in_address(claim: str) -> None:
    """Let the address name the claim whose words are shown; none for ""."""
    if not claim:
        st.query_params.pop(CLAIM, None)
    elif st.query_params.get(CLAIM) != claim:
        st.query_params[CLAIM] = claim


def link(claim: str) -> str:
    """The address that opens this claim on the page that is open, beside the article where one is read."""
    here = (st.context.url or "").partition("?")[0]
    named = {ARTICLE: st.query_params.get(ARTICLE), CLAIM: claim}
    return f"{here}?{urlencode({name: value for name, value in named.items() if value})}"
