"""Article text and spans into safe HTML. The only place that makes HTML from article text, and it escapes everything.

Nothing of the text is lost or moved: without tags and without what stands in ``style``, ``summary`` and ``small``,
which is ours, the unescaped HTML is the text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any, Protocol, SupportsIndex

from components.model import Span

AROUND = 0  # paragraphs beside the marked one: the sentence must stand in view without scrolling
"""Paragraphs left open before and after the marked ones; the others are folded."""

LIMIT = 60_000
"""Characters of an article that are sent to the screen at most; some twenty pages of print."""

STYLE = """
.evidence { line-height: 1.6; overflow-wrap: anywhere; }
.evidence p { margin: 0 0 .7em; }
.evidence summary { cursor: pointer; margin: 0 0 .7em; text-decoration: underline; text-underline-offset: .2em; }
.evidence mark { background: none; color: inherit; padding: 0; }
.evidence mark.sentence { background: rgba(230, 159, 0, .18); padding: .1em 0;
  box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.evidence mark.number { background: rgba(230, 159, 0, .34); font-weight: 700; }
.evidence mark.source { border-bottom: 2px solid currentColor; }
.evidence mark.cue { border-bottom: 2px dotted currentColor; }
"""

_SPOKEN = {
    "sentence": "the sentence of the claim",
    "source": "who says it",
    "number": "the number",
    "cue": "the words that tie it to the source",
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_PARAGRAPH = re.compile(r"[^\n]+")


class Row(Protocol):
    """One row of the event table: a mapping or a pandas Series."""

    def get(self, key: str, default: Any = None, /) -> Any: ...


def html(text: str, row: Row, around: int = AROUND) -> str:
    """The article in its paragraphs, with the claim's sentence, number, source words and cue each in a mark.

    Paragraphs further than ``around`` from a marked one are folded away; a text longer than LIMIT is cut around the
    sentence, and the HTML says so. Offsets that are NA, empty or outside the text mark nothing.
    """
    text = _LONE_SURROGATE.sub("\ufffd", text)
    marks = _marks(text, row)
    shown = _window(text, marks.get("sentence"))
    paragraphs = [span for span in _paragraphs(text, shown) if span.of(text).strip()]
    marked = [n for n, span in enumerate(paragraphs) if any(span.meets(mark) for mark in marks.values())]
    if marked:
        first = paragraphs[max(0, marked[0] - around)].start
        last = paragraphs[min(len(paragraphs) - 1, marked[-1] + around)].end
        parts = (Span(shown.start, first), Span(first, last), Span(last, shown.end))
    else:
        parts = (Span(shown.start, shown.start), shown, Span(shown.end, shown.end))
    before, middle, after = (_body(text, part, marks) for part in parts)
    return (
        f'<div class="evidence"><style>{STYLE}</style>{_cut(text, shown)}'
        f"{_folded('Earlier in the article', before)}{middle}{_folded('Later in the article', after)}</div>"
    )


def _marks(text: str, row: Row) -> dict[str, Span]:
    """The spans to light up by name, outermost first."""
    found = {
        "sentence": _span(text, row, "sentence"),
        "source": _span(text, row, "source"),
        "number": _span(text, row, "quantity"),
    }
    found["cue"] = _cue(text, row, found["sentence"], found["source"])
    return {name: span for name, span in found.items() if span is not None}


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


def _paragraphs(text: str, part: Span) -> Iterator[Span]:
    for line in _PARAGRAPH.finditer(text, part.start, part.end):
        yield Span(line.start(), line.end())


def _folded(label: str, body: str) -> str:
    return f"<details><summary>{label}</summary>{body}</details>" if body.strip() else body


def _body(text: str, part: Span, marks: dict[str, Span]) -> str:
    """The part's lines as paragraphs; the line ends between them stay, so that no character is lost."""
    written, at = [], part.start
    for line in _paragraphs(text, part):
        written.append(text[at : line.start])
        inner = "".join(_marked(text, line, list(marks.items())))
        written.append(f'<p dir="auto">{inner}</p>' if line.of(text).strip() else inner)
        at = line.end
    written.append(text[at : part.end])
    return "".join(written)


def _marked(text: str, part: Span, marks: list[tuple[str, Span]]) -> Iterator[str]:
    """The part escaped, cut at every mark: tags always nest, whatever the spans do."""
    if part.start >= part.end:
        return
    if not marks:
        yield escape(part.of(text))
        return
    (name, span), inner = marks[0], marks[1:]
    start, end = (min(max(offset, part.start), part.end) for offset in (span.start, span.end))
    yield from _marked(text, Span(part.start, start), inner)
    if start < end:
        yield f'<mark class="{name}" title="{_SPOKEN[name]}">'
        yield from _marked(text, Span(start, end), inner)
        yield "</mark>"
    yield from _marked(text, Span(end, part.end), inner)
