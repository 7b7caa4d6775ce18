"""The article behind one claim, its sentence, number, source words and cue lit."""

from __future__ import annotations

import re
from typing import Any, Protocol, SupportsIndex

from components.evidence.lines import Kind, Lit, lines, spans, whole
from components.evidence.style import LIMIT, STYLE
from components.model import Span

AROUND = 0  # paragraphs beside the marked one: the sentence must stand in view without scrolling
"""Paragraphs left open before and after the marked ones; the others are folded."""

_SPOKEN: dict[Kind, str] = {
    "sentence": "the sentence of the claim",
    "source": "who says it",
    "number": "the number",
    "cue": "the words that tie it to the source",
}


class Row(Protocol):
    """One row of the event table: a mapping or a pandas Series."""

    def get(self, key: str, default: Any = None, /) -> Any: ...


def html(text: str, row: Row, around: int = AROUND) -> str:
    """The article in its paragraphs, with the claim's sentence, number, source words and cue each in a mark.

    Paragraphs further than ``around`` from a marked one are folded away; a text longer than LIMIT is cut around the
    sentence, and the HTML says so. Offsets that are NA, empty or outside the text mark nothing.
    """
    text = whole(text)
    marks = _marks(text, row)
    shown = _window(text, next((mark.span for mark in marks if mark.kind == "sentence"), None))
    paragraphs = [span for span in spans(text, shown) if span.of(text).strip()]
    marked = [n for n, span in enumerate(paragraphs) if any(span.meets(mark.span) for mark in marks)]
    if marked:
        first = paragraphs[max(0, marked[0] - around)].start
        last = paragraphs[min(len(paragraphs) - 1, marked[-1] + around)].end
        parts = (Span(shown.start, first), Span(first, last), Span(last, shown.end))
    else:
        parts = (Span(shown.start, shown.start), shown, Span(shown.end, shown.end))
    before, middle, after = ("".join(body for _, body in lines(text, part, marks)) for part in parts)
    return (
        f'<div class="evidence"><style>{STYLE}</style>{_cut(text, shown)}'
        f"{_folded('Earlier in the article', before)}{middle}{_folded('Later in the article', after)}</div>"
    )


def _marks(text: str, row: Row) -> tuple[Lit, ...]:
    """What is lit of a claim."""
    found: dict[Kind, Span | None] = {
        "sentence": _span(text, row, "sentence"),
        "source": _span(text, row, "source"),
        "number": _span(text, row, "quantity"),
    }
    found["cue"] = _cue(text, row, found["sentence"], found["source"])
    return tuple(Lit(span, kind, _SPOKEN[kind]) for kind, span in found.items() if span is not None)


def _span(text: str, row: Row, name: str) -> Span | None:
    start, end = _offset(row.get(f"{name}_start")), _offset(row.get(f"{name}_end"))
    if start is None or end is None or not 0 <= start < end <= len(text):
        return None
    return Span(start, end)


def _offset(value: Any) -> int | None:
    return int(value) if isinstance(value, SupportsIndex | float) and value == value else None


def _cue(text: str, row: Row, sentence: Span | None, source: Span | None) -> Span | None:
    """The table keeps the cue's words without their place: of those in the sentence, the ones nearest to the source."""
    words = row.get("cue_text")
    if not isinstance(words, str) or not words or sentence is None:
        return None
    places = [
        Span(sentence.start + found.start(), sentence.start + found.end())
        for found in re.finditer(re.escape(words), sentence.of(text))
    ]
    near = source or sentence
    return min(places, key=lambda place: max(place.start - near.end, near.start - place.end), default=None)


def _window(text: str, sentence: Span | None) -> Span:
    if len(text) <= LIMIT:
        return Span(0, len(text))
    middle = (sentence.start + sentence.end) // 2 if sentence else 0
    start = min(max(0, middle - LIMIT // 2), len(text) - LIMIT)
    return Span(start, start + LIMIT)


def _cut(text: str, shown: Span) -> str:
    if shown.end - shown.start == len(text):
        return ""
    return f"<small>The article has {len(text):,} characters; the {LIMIT:,} around the sentence are shown.</small>"


def _folded(label: str, body: str) -> str:
    return f"<details><summary>{label}</summary>{body}</details>" if body.strip() else body
