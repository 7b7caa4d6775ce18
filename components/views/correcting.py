"""Corrections of one claim or one leftover: what was corrected before, and the forms to do so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from components import corrections
from components.corrections import Draft, Entry
from components.measures.records import Record
from components.model import Leftover
from components.store import StoreError
from components.views import claim_form, keeping, stock
from components.views.desk import Desk
from components.views.names import plain

RIGHT, WRONG, OTHERWISE = "It is right", "It is wrong", "It should say"
VERDICTS = (OTHERWISE, WRONG, RIGHT)
_SEEN, _ASKED = "what the claim said when its form was drawn", "the form of a claim was sent"


def show(row: Record, held: Desk) -> None:
    """What analysts said of the claim of this row, and the form to say more."""
    for entry in of_claim(held, row["claim_id"]):
        line(entry, held)
    with st.expander("Correct or check this claim", type="compact"):
        verdict = st.segmented_control("This claim", VERDICTS, default=OTHERWISE, required=True, key="verdict")
        seen = _seen(row)
        with st.form(f"correct {row['claim_id']}", border=False):
            key = f"{row['claim_id']} {hash(str(seen))}"
            values = claim_form.fields(seen, held, key) if verdict == OTHERWISE else {}
            who, why = keeping.signature(row["claim_id"])
            if st.form_submit_button("Keep", on_click=_ask):
                _keep(_draft(verdict or OTHERWISE, row, seen, values), who, why, held)


def _ask() -> None:
    st.session_state[_ASKED] = True


def _seen(row: Record) -> Mapping[str, Any]:
    """What the claim says; when the form is sent, what it said when the form was drawn, for others may have corrected
    it since.
    """
    claim, before = st.session_state.get(_SEEN, ("", {}))
    asked = st.session_state.pop(_ASKED, False) and claim == row["claim_id"]
    seen: Mapping[str, Any] = before if asked else corrections.said(row)
    st.session_state[_SEEN] = (row["claim_id"], seen)
    return seen


def _draft(verdict: str, row: Record, seen: Mapping[str, Any], values: Mapping[str, Any]) -> Draft:
    if verdict == WRONG:
        draft = corrections.reject(row)
    elif verdict == RIGHT:
        draft = corrections.check(row)
    else:
        draft = corrections.change(row, **{name: value for name, value in values.items() if value != seen[name]})
    return replace(draft, expected={name: seen[name] for name in draft.expected})


def make(leftover: Leftover, held: Desk) -> None:
    """The form that makes a leftover a claim."""
    text = held.articles[leftover.article_id].text
    key = f"{leftover.article_id} {leftover.span.start}"
    with st.form(f"make {key}", border=False):
        values = claim_form.fields({"subject": "prk", "source": "unattributed", "modality": "asserted"}, held, key)
        who, why = keeping.signature(key)
        if st.form_submit_button("Make it a claim"):
            given = {name: value for name, value in values.items() if value is not None}
            _keep(corrections.make(leftover, text, **given), who, why, held)


def _keep(draft: Draft, who: str, why: str, held: Desk) -> None:
    """Keep the correction, in a store begun for it where there is none yet; the page is then drawn anew."""
    try:
        stock.begin(held.folder)
    except StoreError as fault:
        st.warning(plain(str(fault)))
        return
    keeping.written(draft, who, why)
    st.rerun()


def of_claim(held: Desk, claim: str) -> tuple[Entry, ...]:
    """The corrections of a claim that hold, in order."""
    entries = corrections.holding(held.stored.entries) if held.stored else ()
    return tuple(entry for entry in entries if entry.draft.subject == claim)


def line(entry: Entry, held: Desk) -> None:
    """One correction in a sentence, with the way to take it back."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"{plain(told(entry, held))}  \n:gray[{plain(signed(entry))}]", width="stretch")
        undo(entry)


def undo(entry: Entry) -> None:
    with st.popover("Take it back", key=f"undo {entry.number}"), st.form(f"undo form {entry.number}", border=False):
        who, why = keeping.signature(f"undo {entry.number}")
        if st.form_submit_button("Take it back"):
            keeping.written(corrections.undo(entry.number), who, why)
            st.rerun()


def signed(entry: Entry) -> str:
    """Who, when and why: "Kim, 26 Nov 2026: misread"."""
    return f"{entry.who}, {entry.made:%-d %b %Y, %H:%M} UTC: {entry.why}"


def told(entry: Entry, held: Desk) -> str:
    """What a correction does, in a sentence."""
    draft = entry.draft
    match draft.does:
        case "reject":
            return "Rejected: it counts nowhere."
        case "check":
            return "Checked and found right."
        case "change":
            moved = [
                f"{claim_form.LABELS.get(name, name).lower()}: {_shown(name, value, held)} instead of "
                f"{_shown(name, draft.expected.get(name), held)}"
                for name, value in draft.values.items()
                if name in claim_form.LABELS
            ]
            return f"Corrected: {'; '.join(moved)}."
        case "make":
            return f"Made a claim of the leftover “{draft.expected.get('words', '')}”."
        case "state":
            stated = [f"the {_FIELDS[name]} is {value or 'not known'}" for name, value in draft.values.items()]
            return f"Set: {' and '.join(stated)}."
        case "remove":
            return "The article was taken out."
        case "register":
            return f"Registered for {held.names.get(str(draft.values.get('id')), str(draft.values.get('id')))}: " + (
                "; ".join(
                    f"{name} {', '.join(value) if isinstance(value, list) else value}"
                    for name, value in draft.values.items()
                    if name not in ("kind", "id")
                )
            )
        case _:
            return f"Took back correction {draft.subject}."


_FIELDS = {"outlet": "outlet", "published": "day of printing", "title": "title"}


def _shown(name: str, value: Any, held: Desk) -> str:
    """A value as the form calls it."""
    called = claim_form.called(held).get(name, {})
    return called.get(value, corrections.shown(value)) if isinstance(value, str) else corrections.shown(value)
