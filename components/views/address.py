"""What the address asked for when the page was opened, and what of it is not here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import streamlit as st

from components.measures import Pick
from components.views.names import plain

_ASKED, _SAID = "asked by the address", "what the address could not open"

Address: TypeAlias = Mapping[str, tuple[str, ...]]
"""Parameters of an address, each with its values."""


def asked() -> Address:
    """The parameters with which this visit began; read before the first widget, which drops what it cannot use."""
    if _ASKED not in st.session_state:
        st.session_state[_ASKED] = {key: tuple(st.query_params.get_all(key)) for key in st.query_params}
    found: Address = st.session_state[_ASKED]
    return found


def told(asked: Address, opened: Address, chosen: Pick) -> None:
    """Say which of the parameters of ``opened`` did not open as asked, until a filter is changed.

    ``opened`` gives what each of them holds now, in the words of the address.
    """
    if _SAID not in st.session_state:
        wanted = [(value, opened[key]) for key in opened for value in asked.get(key, ()) if value]
        strange = [f"“{value}”" for value, held in wanted if value not in held]
        st.session_state[_SAID] = (strange, chosen)
    strange, then = st.session_state[_SAID]
    if strange and chosen == then:
        st.info(plain(f"The address asks for {', '.join(strange)}, which is not here. The rest of it is shown."))
