"""Lists of choices on the filter bar, each choice with its counts, kept in the address by the choices' names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.measures import Facet
from components.views.names import plain

COUNTED = 6
"""Choices of a searchable list whose counts stand under it."""


def pills(label: str, key: str, values: Sequence[str], labels: Mapping[str, str]) -> None:
    """A row of buttons of which several may be pressed."""
    st.pills(
        label,
        values,
        selection_mode="multi",
        format_func=lambda value: labels.get(value, value),
        key=key,
        bind="query-params",
    )


def listed(label: str, key: str, values: Sequence[str], labels: Mapping[str, str]) -> DeltaGenerator:
    """A searchable list; the place under it for its counts comes back."""
    st.multiselect(
        label,
        values,
        format_func=lambda value: labels.get(value, value),
        placeholder=f"{len(values)} more" if values else "No more",
        disabled=not values,
        key=key,
        bind="query-params",
    )
    return st.empty()


def counts(key: str, values: Sequence[str], facets: Sequence[Facet]) -> None:
    """The counts behind the buttons' names: not in the labels, which the address keeps and which counts would age."""
    told = {facet.value: count(facet) for facet in facets}
    rules = (
        f'.st-key-{key} button:nth-of-type({n})::after {{content: " {told[value]}"}}'
        for n, value in enumerate(values, start=1)
    )
    st.html(f"<style>{' '.join(rules)}</style>")


def most(place: DeltaGenerator, values: Sequence[str], facets: Sequence[Facet], labels: Mapping[str, str]) -> None:
    """The counts of those of a list's choices that have most claims."""
    own = {*values}
    first = sorted((facet for facet in facets if facet.value in own), key=lambda facet: -(facet.claims + facet.relays))
    told = [f"{labels.get(facet.value, facet.value)} {count(facet)}" for facet in first if facet.claims + facet.relays]
    if told:
        place.caption(plain(", ".join(told[:COUNTED]) + (" …" if len(told) > COUNTED else "")))


def count(facet: Facet) -> str:
    """How many claims are behind a choice, and how many a body relays.

    >>> count(Facet("rok-jcs", 10, 1)), count(Facet("tass", 0, 0, 1)), count(Facet("kcna", 2, 1, 1))
    ('10', '1 relayed', '2 + 1 relayed')
    """
    if not facet.relays:
        return f"{facet.claims:,}"
    return (f"{facet.claims:,} + " if facet.claims else "") + f"{facet.relays:,} relayed"
