"""The filter bar: one Pick for the whole page, kept in the address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components import words
from components.columns import EVENT_TYPES
from components.measures import Facet, Pick, facets

PILLS = 7


def show(claims: pd.DataFrame, names: Mapping[str, str]) -> Pick:
    """The bar, and what is chosen on it."""
    bodies = facets(claims, _chosen_besides_sources())
    labels = {facet.body: words.body(facet.body, names) for facet in bodies}
    with st.container(key="filters"):
        pills = _pills(bodies[:PILLS], labels)
        others, events, first, last, clear = st.columns([2, 2, 1.2, 1.2, 0.9], vertical_alignment="bottom")
        with others:
            more = _more(bodies[PILLS:], labels)
        present = [event for event in EVENT_TYPES if claims["event_type"].eq(event).any()]
        types = events.multiselect(
            "Type of event",
            present,
            format_func=words.EVENTS.__getitem__,
            placeholder="All types",
            key="event",
            bind="query-params",
        )
        start = _day(first, "From", "from")
        end = _day(last, "To", "to")
        chosen = Pick((*pills, *more), tuple(types), start, end)
        clear.button("Clear all", on_click=_clear, disabled=chosen == Pick(), width="stretch")
    if start and end and end < start:
        st.warning("The period ends before it begins, so nothing falls into it. Change From or To.")
    return chosen


def in_words(chosen: Pick, names: Mapping[str, str]) -> tuple[str, ...]:
    """The filters that are set, one phrase each."""
    said = []
    if chosen.sources:
        said.append("source " + " or ".join(words.relay(body, names) for body in chosen.sources))
    if chosen.event_types:
        said.append("type " + " or ".join(words.EVENTS[event].lower() for event in chosen.event_types))
    if chosen.first:
        said.append(f"from {words.day(chosen.first)}")
    if chosen.last:
        said.append(f"to {words.day(chosen.last)}")
    return tuple(said)


def _pills(first: Sequence[Facet], labels: Mapping[str, str]) -> list[str]:
    """The first bodies, each with its counts."""
    chosen: list[str] = st.pills(
        "Source, with the claims it makes and those it relays",
        [facet.body for facet in first],
        selection_mode="multi",
        format_func=labels.__getitem__,
        key="source",
        bind="query-params",
    )
    _counts(first)
    return chosen


def _more(rest: Sequence[Facet], labels: Mapping[str, str]) -> list[str]:
    """The other bodies in a list."""
    return st.multiselect(
        "More sources and relays",
        [facet.body for facet in rest],
        format_func=labels.__getitem__,
        placeholder=f"{len(rest)} more" if rest else "No more",
        disabled=not rest,
        key="more",
        bind="query-params",
    )


def _counts(shown: Sequence[Facet]) -> None:
    """The counts behind the pills' names: not in the labels, which the address keeps and which counts would age."""
    rules = (
        f'.st-key-source button:nth-of-type({n})::after {{content: " {count(facet)}"}}'
        for n, facet in enumerate(shown, start=1)
    )
    st.html(f"<style>{' '.join(rules)}</style>")


def count(facet: Facet) -> str:
    """How many claims a body makes and relays.

    >>> count(Facet("rok-jcs", 10, 0)), count(Facet("tass", 0, 1)), count(Facet("kcna", 2, 1))
    ('10', '1 relayed', '2 + 1 relayed')
    """
    if not facet.relays:
        return str(facet.asserts)
    return (f"{facet.asserts} + " if facet.asserts else "") + f"{facet.relays} relayed"


def _chosen_besides_sources() -> Pick:
    state = st.session_state
    return Pick(event_types=tuple(state.get("event", ())), first=state.get("from"), last=state.get("to"))


def _day(place: st.delta_generator.DeltaGenerator, label: str, key: str) -> dt.date | None:
    day: dt.date | None = place.date_input(
        label,
        value=None,
        format="DD/MM/YYYY",
        min_value=dt.date(1948, 1, 1),
        max_value=dt.date(2100, 1, 1),
        key=key,
        bind="query-params",
    )
    return day


def _clear() -> None:
    st.session_state.update({"source": [], "more": [], "event": [], "from": None, "to": None})
