"""What an export says about itself, from what is on the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import streamlit as st

from components import measures, words
from components.measures import LeftOut
from components.stamp import Stamp
from components.version import PARSER_VERSION
from components.views import filters
from components.views.view import View


def stamp(title: str, view: View, left_out: Sequence[LeftOut] = (), shown: int | None = None) -> Stamp:
    """The stamp of an export of what is found, of which a chart draws ``shown`` claims."""
    desk, extent = view.desk, view.extent
    set_aside = len(desk.claims) - extent.claims
    reasons = (("set aside by the filters", set_aside), *((part.reason, part.count) for part in left_out))
    return Stamp(
        title=f"{title}: {filters.name()}" if filters.name() else title,
        filters=measures.in_words(view.chosen, desk.names),
        sources=tuple(sorted({words.relay(source, desk.names) for source in extent.sources})),
        shown=extent.claims if shown is None else shown,
        left_out=tuple(reason for reason in reasons if reason[1]),
        parser_version=PARSER_VERSION,
        lexicon_digest=desk.lexicon_digest,
        made=_today(),
        address=_address(view),
    )


def _address(view: View) -> str:
    """The page that is open with its filters; "" where the server cannot tell its own address."""
    own = st.context.url
    return measures.opening(own, view.chosen, view.desk.index, view.desk.names) if own else ""


def _today() -> dt.date:
    """The day where the analyst sits."""
    return dt.datetime.now(dt.UTC).astimezone(ZoneInfo(st.context.timezone or "UTC")).date()
