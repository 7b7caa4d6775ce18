"""The page Corrections: the whole book, what no longer fits, and what analysts register of sources and outlets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from components import corrections
from components.columns import REVIEWS
from components.corrections import Entry
from components.lexicon.registry import Change
from components.store import StoreError
from components.views import correcting, keeping, stock
from components.views.desk import Desk
from components.views.names import plain
from components.views.view import View

AT_ONCE = 50
GRADES: Mapping[str, str] = {
    "": "as it is",
    "A": "A: completely reliable",
    "B": "B: usually reliable",
    "C": "C: fairly reliable",
    "D": "D: not usually reliable",
    "E": "E: unreliable",
    "F": "F: cannot be judged",
}
"""The grades of the Admiralty system, as NATO's AJP-2.1 words them."""


def show(view: View) -> None:
    held = view.desk
    st.header("Corrections", anchor=False)
    stored = held.stored
    entries = stored.entries if stored else ()
    if not entries:
        st.caption(
            "Nothing was corrected yet. Pick a claim and choose “Correct or check this claim” below its words; on the "
            "page Leftovers a number can be made a claim, on an article its outlet and day can be set."
        )
    _stale(held)
    _entries(entries, held)
    _registry(held)
    if stored:
        _take_away(held)


def _stale(held: Desk) -> None:
    """The corrections that no longer fit what the rules read now: they are not applied and not lost."""
    stale = held.stored.stale if held.stored else ()
    if not stale:
        return
    st.subheader(f"No longer fitting ({len(stale)})", anchor=False)
    st.caption("They are not applied. Look at the claim again, then take the correction back or write it anew.")
    for one in stale:
        st.warning(plain(f"{correcting.told(one.entry, held)} {one.reason}"))


def _entries(entries: Sequence[Entry], held: Desk) -> None:
    gone = corrections.undone(entries)
    newest = sorted(entries, key=lambda entry: -entry.number)
    pages = -(-len(newest) // AT_ONCE)
    page = st.pagination(pages, key=f"corrections of {pages} pages") if pages > 1 else 1
    for entry in newest[(page - 1) * AT_ONCE : page * AT_ONCE]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"correction {entry.number}"):
            said = correcting.told(entry, held)
            back = " :gray[(taken back)]" if entry.number in gone else ""
            where = held.articles.get(entry.draft.article)
            of = f"  \n:gray[{plain(where.title or where.id)}]" if where else ""
            st.markdown(
                f"**{entry.number}** {plain(said)}{back}{of}  \n:gray[{plain(correcting.signed(entry))}]",
                width="stretch",
            )
            if entry.number not in gone:
                correcting.undo(entry)


def _registry(held: Desk) -> None:
    """The forms for sources and outlets; what is registered there the articles are read with."""
    st.subheader("Sources and outlets", anchor=False)
    source, outlet = st.tabs(["A source", "A new outlet"])
    with source, st.form("register source", border=False):
        bodies = {id_: held.names.get(id_, id_) for id_ in held.lexicon.sources}
        ids = sorted(bodies, key=lambda id_: bodies[id_].casefold())
        body = st.selectbox("Source", ids, format_func=bodies.__getitem__)
        first, second, third = st.columns(3)
        alias = first.text_input("Another name for it, as printed", max_chars=200)
        grade = second.selectbox("How reliable it is", list(GRADES), format_func=GRADES.__getitem__)
        families = ["", *sorted({one.family for one in held.lexicon.sources.values()})]
        family = third.selectbox("Family", families, format_func=lambda id_: held.names.get(id_, id_) or "as it is")
        who, why = keeping.signature("source")
        if st.form_submit_button("Register"):
            words = (alias.strip(),) if alias and alias.strip() else ()
            _register(
                Change("source", body or "", words=words, family=family or "", reliability=grade or ""), held, who, why
            )
    with outlet, st.form("register outlet", border=False):
        first, second = st.columns(2)
        name = (first.text_input("Its name, as printed", max_chars=200) or "").strip()
        domain = (second.text_input("Its address, such as koreaherald.com", max_chars=200) or "").strip().casefold()
        who, why = keeping.signature("outlet")
        if st.form_submit_button("Register"):
            id_ = "-".join(name.casefold().split())
            _register(Change("outlet", id_, name, (name,), domains=(domain,) if domain else ()), held, who, why)
    graded = {id_: one.reliability for id_, one in held.lexicon.sources.items() if getattr(one, "reliability", "")}
    if graded:
        listed = ", ".join(f"{held.names.get(id_, id_)} {grade}" for id_, grade in sorted(graded.items()))
        st.caption(plain(f"Graded: {listed}."))


def _register(change: Change, held: Desk, who: str, why: str) -> None:
    try:
        stock.begin(held.folder)
        keeping.written(corrections.register(change, held.lexicon), who, why)
    except StoreError as fault:
        st.warning(plain(str(fault)))
        return
    st.rerun()


def _take_away(held: Desk) -> None:
    stored = held.stored
    assert stored is not None
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="take away the book"):
        st.caption("Take away")
        cases = corrections.cases(stored.corpus, stored.entries)
        st.download_button("Bad readings as test cases", cases, "dispatches-bad-readings.toml", on_click="ignore")
        st.download_button(
            "The whole store as JSON Lines",
            _exported,
            "dispatches-store.jsonl",
            "application/jsonl",
            on_click="ignore",
        )


def _exported() -> bytes:
    return b"".join(keeping.opened().exported())


def counts(held: Desk) -> str:
    """How many claims analysts have checked, corrected or rejected: "2 corrected, 1 rejected"; "" where none."""
    found = held.claims["review"].value_counts()
    return ", ".join(f"{found[review]} {review}" for review in REVIEWS[1:] if found.get(review, 0))
