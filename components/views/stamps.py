"""What an export says about itself, from what is on the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import streamlit as st

from components import briefing
from components.measures import LeftOut
from components.stamp import Stamp
from components.views import filters
from components.views.view import View


def stamp(title: str, view: View, left_out: Sequence[LeftOut] = (), shown: int | None = None) -> Stamp:
    """The stamp of an export of what is found, of which a chart draws ``shown`` claims. Its address is the page that is
    open; "" where the server cannot tell its own.
    """
    titled = f"{title}: {filters.name()}" if filters.name() else title
    own = st.context.url or ""
    return briefing.stamp(titled, view.desk, view.chosen, view.extent, _today(), own, left_out, shown)


def _today() -> dt.date:
    """The day where the analyst sits."""
    return dt.datetime.now(dt.UTC).astimezone(ZoneInfo(st.context.timezone or "UTC")).date()
