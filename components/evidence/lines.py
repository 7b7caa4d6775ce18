"""The lines of a text as paragraphs of HTML, with stretches of them lit. Tags always nest, whatever the spans do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from typing import Literal, TypeAlias, get_args

from components.model import Span

Kind: TypeAlias = Literal["sentence", "picked", "leftover", "source", "number", "date", "event", "cue"]

_ORDER = {kind: place for place, kind in enumerate(get_args(Kind))}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Lit:
    """A stretch of the text to be lit; ``says`` is what the pointer reads there, ``number`` is shown before it."""

    span: Span
    kind: Kind
    says: str
    number: str = ""


def whole(text: str) -> str:
    """The text, with a sign of one character for what no page can show."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def spans(text: str, part: Span) -> Iterator[Span]:
    """The part's lines that have any character, without their ends."""
    for line in _LINE.finditer(text, part.start, part.end):
        yield Span(line.start(), line.end())


def lines(text: str, part: Span, lit: Iterable[Lit] = (), furniture: Iterable[Span] = ()) -> Iterator[tuple[Span, str]]:
    """Each line of the part with its HTML and the line ends before it: no character is lost.

    A line of white space is no paragraph. Kinds are lit in their order, the first outermost; of one kind the later
    stretch begins where the earlier ends.
    """
    marks, grey = _Ahead(_parted(lit)), _Ahead(Lit(span, "leftover", "") for span in sorted(furniture))
    at = part.start
    for line in spans(text, part):
        inner = "".join(_line(text, line, marks.meeting(line)))
        look = ' class="furniture"' if grey.meeting(line) else ""
        paragraph = f'<p dir="auto"{look}>{inner}</p>' if line.of(text).strip() else inner
        yield Span(at, line.end), text[at : line.start] + paragraph
        at = line.end
    if at < part.end:
        yield Span(at, part.end), text[at : part.end]


def _parted(lit: Iterable[Lit]) -> Iterator[Lit]:
    """In order of their starts, none meeting another of its kind: so at most one of each kind is open anywhere."""
    ends: dict[Kind, int] = {}
    for one in sorted(lit, key=lambda one: (one.span.start, one.span.end)):
        start = ends.get(one.kind, 0)
        if start < one.span.end and one.span.start < one.span.end:
            ends[one.kind] = one.span.end
            yield one if start <= one.span.start else replace(one, span=Span(start, one.span.end))


class _Ahead:
    """Stretches in order of their starts, asked for line by line from the first to the last."""

    def __init__(self, lit: Iterable[Lit]) -> None:
        self.lit = tuple(lit)
        self.at = 0
        self.open: list[Lit] = []

    def meeting(self, line: Span) -> list[Lit]:
        """Those that meet the line."""
        self.open = [one for one in self.open if one.span.end > line.start]
        while self.at < len(self.lit) and self.lit[self.at].span.start < line.end:
            if self.lit[self.at].span.end > line.start:
                self.open.append(self.lit[self.at])
            self.at += 1
        return self.open


def _line(text: str, line: Span, lit: list[Lit]) -> Iterator[str]:
    """The line escaped; a mark that reaches over the edge of an outer one is closed there and opened again."""
    edges = {line.start, line.end}
    edges.update(edge for one in lit for edge in (one.span.start, one.span.end) if line.start < edge < line.end)
    cuts = sorted(edges)
    ahead, stack = _Ahead(lit), list[Lit]()
    for start, end in pairwise(cuts):
        wanted = sorted(ahead.meeting(Span(start, end)), key=lambda one: _ORDER[one.kind])
        kept = 0
        while kept < min(len(stack), len(wanted)) and stack[kept] is wanted[kept]:
            kept += 1
        yield "</mark>" * (len(stack) - kept)
        for one in wanted[kept:]:
            yield _opened(one, first=one.span.start == start)
        yield escape(text[start:end])
        stack = wanted
    yield "</mark>" * len(stack)


def _opened(one: Lit, first: bool) -> str:
    """The tag that opens a mark; its number stands in an attribute, for the text must stay the text."""
    number = f' data-number="{escape(one.number)}"' if one.number and first else ""
    return f'<mark class="{one.kind}" title="{escape(" ".join(one.says.split()))}"{number}>'
