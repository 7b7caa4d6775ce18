"""The claims whose words the analyst wants to read: set by a click anywhere, or by the address, until the next one.

The session keeps all of them; the address keeps the first ``MOST`` and which one is read, so that it opens the same
words again. When the browser goes back or forward, the address decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Literal, TypeAlias
from urllib.parse import quote, urlencode

import streamlit as st

Width: TypeAlias = int | Literal["stretch"]

CLAIM, ARTICLE = "claim", "article"
"""What the address calls the claims whose words are shown, and the article that is read."""
CHOSEN = "chosen claim"
MOST = 40
"""So many claims of a mark stand in the address, which some programs cut off after two thousand letters."""
_PICKED, _BEHIND, _READ, _WRITTEN = "picked claims", "behind the mark", "claim read", "pick in the address"


def picked() -> tuple[str, ...]:
    """The claim ids behind the last mark or line picked, or those of the address where it opened or moved."""
    if _PICKED not in st.session_state:
        _open(st.query_params.get(CLAIM, ""))
    ids: tuple[str, ...] = st.session_state[_PICKED]
    return ids


def behind() -> int:
    """How many claims the picked mark stands for: more than are picked where the address could not name them all."""
    return max(len(picked()), int(st.session_state.get(_BEHIND, 0)))


def pick(claims: Sequence[str]) -> None:
    st.session_state.update({_PICKED: tuple(claims), _BEHIND: len(claims)})


def _open(asked: str) -> None:
    first, ids, number = parsed(asked)
    pick(ids)
    st.session_state.update({_BEHIND: number, _WRITTEN: asked})
    if first:
        st.session_state[CHOSEN] = first


def parsed(asked: str) -> tuple[str, tuple[str, ...], int]:
    """The claim to read, the claims of its mark in order, and how many there are behind it; never more than the
    address may hold, whatever it says.

    >>> parsed("c2.c1.c2.of90")
    ('c2', ('c1', 'c2'), 90)
    >>> parsed("c2"), parsed(""), parsed("..of1")
    (('c2', ('c2',), 1), ('', (), 0), ('', (), 0))
    """
    *ids, last = [part for part in asked.split(".") if part][: MOST + 3] or [""]
    said = re.fullmatch(r"of([0-9]{1,9})", last)
    ids = ids if said or not last else [*ids, last]
    mark = tuple(dict.fromkeys(ids[1:] or ids))[: MOST + 1]
    if not mark:
        return "", (), 0
    mark = mark if ids[0] in mark else (*mark, ids[0])
    return ids[0], mark, max(int(said[1]) if said else 0, len(mark))


def written(claim: str, ids: Sequence[str], number: int) -> str:
    """``claim`` and the mark it was read from, as the address has them: in 750 letters at most.

    >>> written("c2", ["c1", "c2"], 2), written("c2", ["c2"], 1), written("c3", [], 0)
    ('c2.c1.c2', 'c2', 'c3')
    >>> written("c99", [f"c{n}" for n in range(100)], 100)[:9], written("c99", [f"c{n}" for n in range(100)], 100)[-9:]
    ('c99.c0.c1', 'c39.of100')
    """
    if len(ids) < 2:
        return claim
    return ".".join((claim, *ids[:MOST], *([f"of{number}"] if number > MOST else [])))


def follow() -> None:
    """Pick what the address asks for where Back or Forward moved it."""
    asked = st.query_params.get(CLAIM, "")
    if asked != st.session_state.get(_WRITTEN, asked):
        _open(asked)


def carried() -> Mapping[str, str]:
    """What a link to another page takes along."""
    ids = picked()
    return {CLAIM: in_address(chosen(ids))} if ids else {}


def chosen(ids: Sequence[str]) -> str:
    """The claim of these that is read; the list to choose from forgets it when another page opens."""
    before = (st.session_state.get(CHOSEN), st.session_state.get(_READ))
    return next((str(claim) for claim in before if claim in ids), ids[0])


def in_address(claim: str) -> str:
    """The picked claims as the address has them while ``claim`` is read."""
    return written(claim, picked(), behind())


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


def pick_mark(chart: str, claims: Callable[[int, int], Sequence[str]]) -> None:
    """Take the claims of the mark selected on the chart with this key, of which ``claims`` tells them by its trace and
    number; a click beside the marks changes nothing.
    """
    for point in st.session_state[chart]["selection"]["points"]:
        if ids := claims(point["curve_number"], point["point_index"]):
            pick(ids)
            return


def keep_in_address(claim: str) -> None:
    """Let the address name the picked claims and the one that is read; none for ""."""
    asked = in_address(claim) if claim else ""
    st.session_state.update({_READ: claim, _WRITTEN: asked})
    if not asked:
        st.query_params.pop(CLAIM, None)
    elif st.query_params.get(CLAIM) != asked:
        st.query_params[CLAIM] = asked


def to_article(id_: str) -> str:
    """The address of an article, from any other page."""
    return f"articles?{urlencode({ARTICLE: id_}, quote_via=quote)}"


def link(asked: str) -> str:
    """The address that opens these claims on the page that is open, beside the article where one is read."""
    here = (st.context.url or "").partition("?")[0]
    named = {ARTICLE: st.query_params.get(ARTICLE), CLAIM: asked}
    return f"{here}?{urlencode({name: value for name, value in named.items() if value})}"
