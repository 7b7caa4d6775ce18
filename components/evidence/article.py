"""A whole article, lit by kind and cut into passages; one sentence of it; what each look means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from components.evidence.lines import Lit, lines, whole
from components.evidence.style import LIMIT, STYLE
from components.model import Span

NEAR = 600
"""Characters of a sentence that are shown on either side of the words it is shown for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole lines of a text as HTML; ``span`` is where they stand."""

    span: Span
    html: str


def parts(text: str) -> tuple[Span, ...]:
    """The text in stretches of at most LIMIT characters, cut where a line or at least a word ends."""
    found, start = [], 0
    while len(text) - start > LIMIT:
        ends = (text.rfind(sign, start + LIMIT // 2, start + LIMIT) for sign in ("\n", " "))
        end = next((at + 1 for at in ends if at != -1), start + LIMIT)
        found.append(Span(start, end))
        start = end
    return (*found, Span(start, len(text)))


def passages(
    text: str, part: Span, lit: Iterable[Lit], cuts: Iterable[int], furniture: Iterable[Span] = ()
) -> Iterator[Passage]:
    """The part in passages: a line in which a cut stands begins one. Lines of ``furniture`` are greyed."""
    wanted = sorted(cut for cut in cuts if part.start <= cut < part.end)
    written: list[str] = []
    start, at = part.start, 0
    for line, body in lines(whole(text), part, lit, furniture):
        begins = at < len(wanted) and wanted[at] < line.end
        if begins and written:
            yield Passage(Span(start, line.start), _page(written))
            start, written = line.start, []
        while at < len(wanted) and wanted[at] < line.end:
            at += 1
        written.append(body)
    yield Passage(Span(start, part.end), _page(written))


def sentence(text: str, span: Span, lit: Lit) -> str:
    """One sentence with one stretch of it lit; of a very long one what stands near that."""
    shown = Span(max(span.start, lit.span.start - NEAR), min(span.end, lit.span.end + NEAR))
    piece, moved = whole(shown.of(text)), Span(lit.span.start - shown.start, lit.span.end - shown.start)
    before = "<small>… </small>" if shown.start > span.start else ""
    after = "<small> …</small>" if shown.end < span.end else ""
    body = (written for _, written in lines(piece, Span(0, len(piece)), (replace(lit, span=moved),)))
    return _page((before, *body, after))


def legend(looks: Mapping[str, str]) -> str:
    """The look of all that is lit on a page, and what each kind looks like, said in its own look."""
    named = "".join(f'<span><mark class="{kind}">{escape(said)}</mark></span>' for kind, said in looks.items())
    return f'<div class="evidence legend"><style>{STYLE}</style>{named}</div>'


def _page(written: Iterable[str]) -> str:
    return f'<div class="evidence">{"".join(written)}</div>'
