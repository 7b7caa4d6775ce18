"""The briefing of what the page shows: its parts to choose, and the files it is taken away in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

import streamlit as st

from components.briefing import PARTS, assemble, tables
from components.stamp import Stamp
from components.views import filters
from components.views.downloads import button
from components.views.view import View

_FORMATS: Mapping[str, tuple[str, str, str]] = {
    "Slides": (
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "Charts and tables that can be edited; the notes hold the sentence behind every figure",
    ),
    "Paper": (".pdf", "application/pdf", "The same on paper, tagged, with charts as vectors"),
    "Document": (
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "The same as a document that can be edited",
    ),
    "Page": (".html", "text/html", "The same as one page for any browser, without a network"),
    "Text": (".md", "text/markdown", "The same in Markdown"),
    "All as ZIP": (
        ".zip",
        "application/zip",
        "Slides, paper, document, page, text, the tables and, where the server has a Chromium, pictures",
    ),
}
"""By its button: the ending of the file, its kind, and what it is."""


def show(view: View, stamp: Stamp) -> None:
    """A line of formats, and the parts to choose; nothing where the filters let nothing through."""
    if not view.extent.claims:
        return
    formats = st.container(key="take away the briefing", horizontal=True, gap="small", vertical_alignment="center")
    with st.expander("Parts of the briefing", type="compact"):
        parts = st.pills(
            "Title, evidence and method are in every briefing",
            list(PARTS),
            selection_mode="multi",
            default=list(PARTS),
            format_func=PARTS.__getitem__,
            key="parts of the briefing",
        )
    own, name = st.context.url or "", filters.name()
    with formats:
        st.caption("Briefing", width="content")
        for label, (ending, kind, meaning) in _FORMATS.items():
            made = partial(_file, view, stamp, name, tuple(parts), own, ending)
            button(label, made, "briefing", stamp, ending.removeprefix("."), kind, meaning)


def _file(view: View, stamp: Stamp, name: str, parts: Collection[str], own: str, ending: str) -> bytes:
    from components.export.pack import WRITERS, Content  # takes a while, and few pages are taken away

    told = assemble(view.desk, view.chosen, stamp.made, name, parts, own)
    return WRITERS[ending](Content(told, view.found, partial(tables, view.desk, view.found)))
