"""Lists of choices on the filter bar, each choice with its counts, kept in the address by the choices' names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from components.measures import Facet


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


def listed(label: str, key: str, values: Sequence[str], labels: Mapping[str, str]) -> None:
    """A searchable list."""
    st.multiselect(
        label,
        values,
        format_func=lambda value: labels.get(value, value),
        placeholder=f"{len(values)} more" if values else "No more",
        disabled=not values,
        key=key,
        bind="query-params",
    )


def counts(key: str, values: Sequence[str], facets: Sequence[Facet], label: str | None = None) -> None:
    """The counts behind the buttons' names, or behind those in the searchable list of this ``label``: not in the names
    themselves, which the address keeps and which counts would age.
    """
    told = {facet.value: count(facet) for facet in facets}
    of = (
        f'[role="listbox"][aria-label="{label}"] [data-key="{{}}"] > div'
        if label
        else f".st-key-{key} button:nth-of-type({{}})"
    )
    rules = (
        f'{of.format(n)}::after {{content: " {told[value]}"}}'
        for n, value in enumerate(values, start=0 if label else 1)
    )
    st.html(f"<style>{' '.join(rules)}</style>")


def count(facet: Facet) -> str:
    """How many claims are behind a choice, and how many a body relays.

    >>> count(Facet("rok-jcs", 10, 1)), count(Facet("tass", 0, 0, 1)), count(Facet("kcna", 2, 1, 1))
    ('10', '1 relayed', '2 + 1 relayed')
    """
    if not facet.relays:
        return f"{facet.claims:,}"
    return (f"{facet.claims:,} + " if facet.claims else "") + f"{facet.relays:,} relayed"
