"""The fields of a claim that an analyst may correct, as a form has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import streamlit as st

from components import words
from components.columns import EVENT_TYPES, MEASURES, SUBJECTS
from components.model import Kind, Modality
from components.views.desk import Desk

NUMBERS: Mapping[str, str] = {"low": "At least", "best": "The number", "high": "At most"}
DAYS: Mapping[str, str] = {
    "event_start": "First day of the event",
    "event_end": "Last day of the event",
    "as_of": "Day the figure holds for",
    "said_on": "Day it was said",
}
_KINDS: Mapping[str, str] = {**words.KINDS, "total": "a total", "additional": "an addition"}
_FIRST, _LAST = dt.date(1948, 1, 1), dt.date(2100, 1, 1)


def called(desk: Desk) -> Mapping[str, Mapping[str, str]]:
    """The choices of each field that has some, each by what it is called."""
    bodies = {id_: words.body(id_, desk.names) for id_ in (*desk.lexicon.sources, "unattributed")}
    return {
        "event_type": {event: words.EVENTS[event] for event in EVENT_TYPES},
        "measure": {measure: words.MEASURES.get(measure, measure).capitalize() for measure in MEASURES},
        "bound": {bound: name.capitalize() for bound, name in words.BOUND_NAMES.items()},
        "kind": {kind: _KINDS[kind].capitalize() for kind in get_args(Kind)},
        "subject": {**{side: desk.names.get(side, side) for side in SUBJECTS}, "other": "Others"},
        "source": dict(sorted(bodies.items(), key=lambda body: body[1].casefold())),
        "modality": {one: (words.MODALITIES[one] or "done").capitalize() for one in get_args(Modality)},
    }


LABELS: Mapping[str, str] = {
    "event_type": "What happened",
    "measure": "What is counted",
    "bound": "How the number is bounded",
    "kind": "What sort of number",
    "subject": "Whose people or materiel",
    "source": "Who says so",
    "modality": "Done, planned or denied",
    **NUMBERS,
    **DAYS,
}
"""The fields by column, as the form and the list of corrections call them."""
_NEEDED = ("event_type", "source", "subject", "modality")


def fields(now: Mapping[str, Any], desk: Desk, key: str) -> dict[str, Any]:
    """The form's fields with what the claim says now, as JSON; what they hold comes back, by column."""
    choices = called(desk)
    found: dict[str, Any] = {}
    for row in (("event_type", "source", "modality"), ("measure", "subject", "kind"), ("bound", *NUMBERS), tuple(DAYS)):
        for place, name in zip(st.columns(len(row), vertical_alignment="bottom"), row, strict=True):
            with place:
                found[name] = _field(name, now.get(name), choices.get(name), f"{key} {name}")
    return found


def _field(name: str, now: Any, choices: Mapping[str, str] | None, key: str) -> Any:
    label = LABELS[name]
    if choices is not None:
        values: Sequence[str | None] = [*choices] if name in _NEEDED else [None, *choices]
        at = values.index(now) if now in values else 0
        return st.selectbox(label, values, at, format_func=lambda value: choices.get(value or "", "none"), key=key)
    if name in NUMBERS:
        return st.number_input(
            label, value=None if now is None else float(now), min_value=0.0, step=1.0, format="%g", key=key
        )
    day = None if now is None else dt.date.fromisoformat(now)
    chosen = st.date_input(label, day, min_value=_FIRST, max_value=_LAST, format="DD/MM/YYYY", key=key)
    return chosen.isoformat() if isinstance(chosen, dt.date) else None
