"""Page furniture: lines that the page added to the article. They are marked, never moved or cut.

Words come from the lexicon; what follows from the form of a line (paths, file names, bylines, appeals) is here.
Captions and datelines are news, and so is a line of which less than half is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from components.lexicon import Lexicon
from components.lexicon.entries import Boilerplate
from components.model import Span

_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d\u00a0\t", "''\"\"  ")
_STOP = re.compile(r"(?<=[.!?])\s+(?=\S)")
_PARTS = re.compile(r"\s*[|•·/]\s*| {2,}")
_NUMBERS = re.compile(r"(?<![\d.,:()\[\]])[\d.,:()\[\]]+[kKmM]?\b|[():\[\]]")  # a run is tried once: linear
_CRUMBS = re.compile(r"\s*[»›→>]\s*|\s+/\s+")
_PICTURE = re.compile(r"\S{1,120}\.(?:jpe?g|png|gif|webp|svg|avif)", re.IGNORECASE)
_CREDIT = re.compile(r"(?:Photo|Image|Picture|Illustration)(?: credit)? ?[:/] ?\S+(?: \S+){0,6}(?<!\.)")
_COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\) ?\d{4})", re.IGNORECASE)
_ITEM = re.compile(r"[-–—•*·▪‣] ?\S")
_HEADLINE = re.compile(r"(?:\S+ ){2,24}\S*[^\s.!:]")
_NAME = r"[A-Z][\w'.-]{0,30}(?: (?:[A-Z][\w'.-]{0,30}|de|van|von|der|al|bin|el|la)){0,4}"
_BYLINE = re.compile(
    rf"(?:By|by|BY) ({_NAME}(?:(?:, and|,| and| &) {_NAME}){{0,5}})(?: staff| in {_NAME})?(?: *$| {{2}}| ?[|•·–—])"
)
_AND = re.compile(r", and |, | and | & ")
_QUOTED = re.compile(r'"[^"]{0,600}"')
_READER = re.compile(r"\b(?:[Yy]our?|[Rr]eaders?|[Uu]s)\b")
_CALLS = re.compile(r"(?:Support|Join|Subscribe|Donate|Become|Sign up|Follow|Help us)\b")
_ASKS = re.compile(
    r"\b(?:donat|subscri|patron|paywall|coffee|newsletter|sign up|join (?:us|our)"
    r"|independent (?:news|journalis|report))",
    re.IGNORECASE,
)
_HINTS = re.compile(r"\b(?:support|gifts?\b|monthly|a month|join|become|member|community|give\b)", re.IGNORECASE)
_AUTHORS = 12
_APPEAL_WORDS = 120
_FURNITURE_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something in it, white space at its ends left out; ``gap`` where an empty line stands before it."""

    span: Span
    text: str
    gap: bool


def spans(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """The lines of ``text`` that are page furniture, in order, without the white space around them."""
    straight = text.translate(_STRAIGHT)
    lines = tuple(_lines(straight))
    authors = tuple(name for line in lines for name in _authors(line.text))[:_AUTHORS]
    words = _words(lexicon).within(straight.lower())
    found: list[Span] = []
    at = 0
    while at < len(lines):
        reach = _reach(lines, at, words, authors)
        found += [line.span for line in lines[at:reach]]
        at = max(reach, at + 1)
    return tuple(found)


def _reach(lines: Sequence[_Line], at: int, words: _Words, authors: Sequence[str]) -> int:
    """The line after the last one that belongs to the furniture at ``at``; ``at`` itself where there is none."""
    line = lines[at]
    if _by_its_form(line.text) or line.text.startswith(tuple(authors)):
        return at + 1
    entry = words.entry(line.text)
    if entry is None or (entry.through == "line" and words.hold_news(line.text)):
        return at
    if entry.through == "end" and line.span.start * 2 > lines[-1].span.end:
        return len(lines)
    return at + 1 if entry.through == "line" else _list_end(lines, at + 1, bare=len(line.text.split()) <= 4)


def _list_end(lines: Sequence[_Line], at: int, *, bare: bool) -> int:
    """Where the list under a heading ends: with its marked items, or under a bare heading with its headlines."""
    items = at
    while items < len(lines) and _ITEM.match(lines[items].text):
        items += 1
    if items > at or not bare:
        return items
    first = at
    while at < len(lines) and _HEADLINE.fullmatch(lines[at].text) and (at == first or not lines[at].gap):
        at += 1
    return at


def _by_its_form(line: str) -> bool:
    return bool(
        _PICTURE.fullmatch(line)
        or _CREDIT.fullmatch(line)
        or (_COPYRIGHT.match(line) and len(line.split()) <= 40)
        or _BYLINE.match(line)
        or _is_a_path(line)
        or _is_an_appeal(line)
    )


def _is_a_path(line: str) -> bool:
    """Where a page stands in its site.

    >>> _is_a_path("Home » North Korea sends guns"), _is_a_path("WORLD > ASIA > KOREA"), _is_a_path("10 > 9")
    (True, True, False)
    """
    if not any(sign in line for sign in "»›→>/"):
        return False
    steps = _CRUMBS.split(line)
    if len(steps) < 2 or not all(steps) or line.endswith("."):
        return False
    return steps[0].casefold() == "home" or (len(steps) > 2 and " / " not in line and len(steps[0].split()) <= 3)


def _is_an_appeal(line: str) -> bool:
    """A request to the reader, outside quotation marks, for money or company.

    >>> _is_an_appeal("If you value independent reporting, support us from 2 euros a month.")
    True
    >>> _is_an_appeal("Officials warned that support for Moscow would grow.")
    False
    """
    if len(line.split()) > _APPEAL_WORDS or not _READER.search(line):
        return False
    own_words = _QUOTED.sub("", line)
    if not _READER.search(own_words):
        return False
    asks = {match.lower() for match in _ASKS.findall(own_words)}
    hints = {match.lower() for match in _HINTS.findall(own_words)}
    return bool(asks and len(asks | hints) >= 2) or bool(_CALLS.match(own_words))


def _authors(line: str) -> tuple[str, ...]:
    """The names in a byline.

    >>> _authors("By Ada Quist and Bo Lindqvist | 3 May 2025"), _authors("By evening they had gone.")
    (('Ada Quist', 'Bo Lindqvist'), ())
    """
    byline = _BYLINE.match(line)
    return tuple(name for name in _AND.split(byline[1]) if " " in name) if byline else ()


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon's furniture by how it looks; each word with its lower-case form and its entry."""

    opens: tuple[tuple[str, str, Boilerplate], ...]
    openings: tuple[str, ...]
    whole: dict[str, Boilerplate]
    anywhere: tuple[tuple[str, str, Boilerplate], ...]
    subject: tuple[str, ...]

    def within(self, lower: str) -> _Words:
        """The same, without the words that this text has nowhere."""
        return replace(self, anywhere=tuple(word for word in self.anywhere if word[0] in lower))

    def hold_news(self, line: str) -> bool:
        """A line about North Korea that has a number, or more words than furniture has, is read all the same."""
        told = any(character.isdigit() for character in line) or len(line.split()) > _FURNITURE_WORDS
        return told and any(name in line for name in self.subject)

    def entry(self, line: str) -> Boilerplate | None:
        """The entry whose word makes this line furniture."""
        lower = line.lower()
        if found := self.whole.get(lower.rstrip(" :.")):
            return found
        if lower.startswith(self.openings):
            for low, word, entry in self.opens:
                if lower.startswith(low) and _fits(word, line, 0):
                    return entry
        return self._in_parts(line) or self._in_sentences(line, lower)

    def _in_parts(self, line: str) -> Boilerplate | None:
        """A bar of which every part is a word of its own, numbers aside ("Share | Print | 12 comments")."""
        if len(line.split()) > 20:
            return None
        bare = [_NUMBERS.sub(" ", part).strip(" -.:").lower() for part in _PARTS.split(line)]
        named = [self.whole.get(" ".join(part.split())) for part in bare if part]
        return named[0] if named and all(named) else None

    def _in_sentences(self, line: str, lower: str) -> Boilerplate | None:
        near = [(word, low, entry) for low, word, entry in self.anywhere if low in lower]
        if not near:
            return None
        said = _STOP.split(_QUOTED.sub('""', line))
        hits = [entry for part in said if (entry := _first(near, part)) is not None]
        return hits[0] if len(hits) * 2 >= len(said) else None


def _first(words: Sequence[tuple[str, str, Boilerplate]], sentence: str) -> Boilerplate | None:
    lower = sentence.lower()
    for word, low, entry in words:
        at = lower.find(low)
        if at >= 0 and _fits(word, sentence, at):
            return entry
    return None


def _fits(word: str, line: str, at: int) -> bool:
    """A word of the lexicon stands there by itself, and its capitals are capitals."""
    end = at + len(word)
    runs_on = (word[-1].isalnum() and line[end : end + 1].isalnum()) or (
        at > 0 and word[0].isalnum() and line[at - 1].isalnum()
    )
    return not runs_on and all(b.isupper() for a, b in zip(word, line[at:end], strict=False) if a.isupper())


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    entries = lexicon.boilerplate.values()
    by_looks = {
        looks: tuple((word.lower(), word, entry) for entry in entries if entry.looks == looks for word in entry.words)
        for looks in ("opens", "whole", "anywhere")
    }
    whole = {low.rstrip(" :."): entry for low, _, entry in by_looks["whole"]}
    north = lexicon.sides["prk"]
    openings = tuple(low for low, _, _ in by_looks["opens"])
    return _Words(
        by_looks["opens"], openings, whole, by_looks["anywhere"], (*north.words, *north.adjectives, *north.metonyms)
    )


def _lines(text: str) -> Iterator[_Line]:
    start, gap = 0, True
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            begin = start + raw.index(bare)
            yield _Line(Span(begin, begin + len(bare)), bare, gap)
        gap = not bare
        start += len(raw) + 1
