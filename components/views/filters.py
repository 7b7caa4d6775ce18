"""The filter bar: one Pick for every page, kept in the address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from components import words
from components.columns import EVENT_TYPES, MEASURES, SUBJECTS
from components.measures import Index, Pick, in_words
from components.measures.timeline import lane_order
from components.measures.wording import PILLS, called
from components.views import address, choices, history
from components.views.address import Address
from components.views.names import plain

OUTLETS = 24
"""So many outlets have a button each; more stand in a searchable list."""

LONGEST = 200
"""Letters of the words to look for."""

_LISTS = ("source", "more", "family", "outlet", "event", "measure", "subject", "bound")
_DAYS = ("from", "to", "known")
_MORE, _OUTLET = "More sources and relays", "Outlet"


def show(index: Index, names: Mapping[str, str]) -> Pick:
    """The bar, and what is chosen on it."""
    asked = address.asked()
    values = _values(index)
    labels = called(names, index.values)
    with st.container(key="filters", gap="small"):
        choices.pills("Source, with claims made and claims relayed", "source", values["source"], labels["source"])
        _row(values, labels)
        chosen = _chosen()
        _summary(chosen, names, values["source"])
        _count(index, chosen, values)
    address.told(asked, _kept(labels), chosen)
    if chosen.first and chosen.last and chosen.last < chosen.first:
        st.warning("The period ends before it begins, so nothing falls into it. Change From or To.")
    return chosen


def name() -> str:
    """What the analyst calls this view; "" where it has no name."""
    return str(st.session_state.get("view") or "").strip()


def _values(index: Index) -> Mapping[str, Sequence[str]]:
    """The choices of each list, in an order that no filter changes."""
    bodies, of = index.values["source"], index.values
    return {
        "source": bodies[:PILLS],
        "more": bodies[PILLS:],
        "family": sorted(of["family"], key=lane_order),
        "outlet": of["outlet"],
        "event": [event for event in EVENT_TYPES if event in of["event_type"]],
        "measure": [measure for measure in MEASURES if measure in of["measure"]],
        "subject": [subject for subject in SUBJECTS if subject in of["subject"]],
        "bound": [bound for bound in words.BOUND_NAMES if bound in of["bound"]],
    }


def _row(values: Mapping[str, Sequence[str]], labels: Mapping[str, Mapping[str, str]]) -> None:
    """The second row and the panel of the rarer filters."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            "Words in the sentence",
            key="words",
            bind="query-params",
            max_chars=LONGEST,
            placeholder="All of these words",
            width=300,
        )
        _day("From", "from", "What may have happened on this day or later")
        _day("To", "to", "What may have happened on this day or earlier")
        _day("As known on", "known", "What had been printed by the end of this day, grouped as it was then")
    with st.expander("More filters", type="compact"):
        _panel(values, labels)


def _panel(values: Mapping[str, Sequence[str]], labels: Mapping[str, Mapping[str, str]]) -> None:
    choices.listed(_MORE, "more", values["more"], labels["more"])
    choices.pills("Type of event", "event", values["event"], labels["event"])
    choices.pills("What is counted", "measure", values["measure"], labels["measure"])
    choices.pills("Whose people or materiel", "subject", values["subject"], labels["subject"])
    choices.pills("How the number is bounded", "bound", values["bound"], labels["bound"])
    choices.pills("Family of the source", "family", values["family"], labels["family"])
    if len(values["outlet"]) <= OUTLETS:
        choices.pills(_OUTLET, "outlet", values["outlet"], labels["outlet"])
    else:
        choices.listed(_OUTLET, "outlet", values["outlet"], labels["outlet"])
    st.toggle("Hide dates taken from elsewhere in the article", key="given", bind="query-params")
    st.toggle("Hide repeats and page furniture", key="once", bind="query-params")
    st.text_input("Name of this view, for the address and exports", key="view", bind="query-params", max_chars=80)


def _day(label: str, key: str, meaning: str) -> None:
    st.date_input(
        label,
        value=None,
        format="DD/MM/YYYY",
        min_value=dt.date(1948, 1, 1),
        max_value=dt.date(2100, 1, 1),
        key=key,
        bind="query-params",
        help=meaning,
        width=160,
    )


def _chosen() -> Pick:
    """What the widgets hold."""
    state = st.session_state
    return Pick(
        sources=(*state["source"], *state["more"]),
        families=tuple(state["family"]),
        outlets=tuple(state["outlet"]),
        event_types=tuple(state["event"]),
        measures=tuple(state["measure"]),
        subjects=tuple(state["subject"]),
        bounds=tuple(state["bound"]),
        first=state["from"],
        last=state["to"],
        known_on=state["known"],
        words=state["words"].strip(),
        given_days=state["given"],
        told_once=state["once"],
    )


def _set_to(chosen: Pick, pills: Sequence[str]) -> None:
    """Put a pick onto the bar; ``pills`` are the bodies of the first row."""
    st.session_state.update(
        {
            "source": [body for body in chosen.sources if body in pills],
            "more": [body for body in chosen.sources if body not in pills],
            "family": list(chosen.families),
            "outlet": list(chosen.outlets),
            "event": list(chosen.event_types),
            "measure": list(chosen.measures),
            "subject": list(chosen.subjects),
            "bound": list(chosen.bounds),
            "from": chosen.first,
            "to": chosen.last,
            "known": chosen.known_on,
            "words": chosen.words,
            "given": chosen.given_days,
            "once": chosen.told_once,
        }
    )


def _summary(chosen: Pick, names: Mapping[str, str], pills: Sequence[str]) -> None:
    """What is set, in words, and the two ways back."""
    with st.container(key="summary", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        shown = f"Shown: {'; '.join(in_words(chosen, names))}" if chosen != Pick() else "No filter is set"
        st.caption((f"**{plain(name())}**  \n" if name() else "") + plain(shown))
        with st.container(horizontal=True, width="content", gap="small"):
            history.show(chosen, lambda before: _set_to(before, pills))


def _count(index: Index, chosen: Pick, values: Mapping[str, Sequence[str]]) -> None:
    """The counts of every choice under what the other filters leave."""
    facets = index.facets(chosen)
    listed = {"more": _MORE} | ({"outlet": _OUTLET} if len(values["outlet"]) > OUTLETS else {})
    for key in values:
        of = {"more": "source", "event": "event_type"}.get(key, key)
        choices.counts(key, values[key], facets[of], listed.get(key))


def _kept(labels: Mapping[str, Mapping[str, str]]) -> Address:
    """What the lists and days of the bar hold, by key, in the words of the address."""
    state = st.session_state
    lists = {key: tuple(labels[key].get(value, value) for value in state[key]) for key in _LISTS}
    days = {key: (state[key].isoformat(),) if state[key] else () for key in _DAYS}
    return {**lists, **days}
