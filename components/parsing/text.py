"""The only things done to the text: fold it, lower it, and cut it into sentences. Offsets never move."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from components.model import Sentence, Span

_FOLDED = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u00b4`\u02bc",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "-": "\u2010\u2011\u2012\u2013\u2212",
    "\u2014": "\u2015",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\u200b\ufeff",
    "\n": "\u2028\u2029\u0085\v\f",
}
_FOLD = {ord(character): plain for plain, characters in _FOLDED.items() for character in characters}


def fold(text: str) -> str:
    """One character in, one character out: quotes straight, dashes short, every space a space.

    >>> fold("the army’s guns")
    "the army's guns"
    """
    return text.translate(_FOLD)


def lowered(text: str) -> str:
    """In lower case, each character still in its place.

    >>> len(lowered("İ"))
    1
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(letter.lower()[:1] for letter in text)


_STOP = re.compile(r"[.!?]['\")\]*]{0,3}(?:\[[0-9]{1,3}\]){0,9}(?=\s|$|[A-Z\"'\[(])")  # "wounded.[1] The"
_ABBREVIATIONS = frozenset(
    "rep reps sen gen lt col maj capt sgt brig adm cmdr gov pres prof dr mr mrs ms st mt no nos art sec jr sr vs etc "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "u.s u.n u.k e.u d.c n.k s.k n s a.m p.m i.e e.g approx est fig vol inc ltd co corp".split()
)
_ENDS_ANYWAY = frozenset({"a.m", "p.m", "u.s", "u.n", "u.k", "e.u", "d.c", "inc", "ltd", "co", "corp", "etc"})
_OPENERS = frozenset("the a an it he she they we in on at according but and his her its this that these those".split())
_WORD_BEFORE = re.compile(r"[A-Za-z.]{1,12}$")
_NEXT_WORD = re.compile(r"[\s\"'\[(]*([A-Za-z]+)")
_WRAPPED = re.compile(r"\n[ ]*(?:\d{1,2}:\d\d[ ]+)?(?=[a-z])")
_HEADLINE_WORDS = 30


def sentences(text: str, boilerplate: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """The sentences of a folded text, in order, white space between them left out.

    A line break ends a sentence unless the next line goes on in lower case; glued sentences ("war.The") are cut.
    """
    found: list[Sentence] = []
    body_begun = False
    furniture = iter(sorted(boilerplate))
    current = next(furniture, None)
    for number, block in enumerate(_blocks(text)):
        while current is not None and current.end <= block.start:
            current = next(furniture, None)
        marked = current is not None and current.meets(block)
        inside = tuple(_cut(text, block))
        headline = not body_begun and not marked and _looks_like_a_headline(text, inside)
        if not marked and not headline and len(block.of(text).split()) >= 8:
            body_begun = True
        found += [Sentence(span, number, headline, marked) for span in inside]
    return tuple(found)


def _blocks(text: str) -> Iterator[Span]:
    """Lines with something in them, wrapped lines joined."""
    wraps = {match.start() for match in _WRAPPED.finditer(text)}
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        while end != -1 and end in wraps and text[start:end].strip():
            end = text.find("\n", end + 1)
        end = len(text) if end == -1 else end
        block = _trimmed(text, start, end)
        if block.start < block.end:
            yield block
        start = end + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, max(start + lead, start + len(piece.rstrip())))


def _cut(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.start() < start or not _ends_a_sentence(text, start, stop.start(), stop.end(), block.end):
            continue
        yield _trimmed(text, start, stop.end())
        start = stop.end()
    rest = _trimmed(text, start, block.end)
    if rest.start < rest.end:
        yield rest


def _ends_a_sentence(text: str, start: int, stop: int, after: int, end: int) -> bool:
    if after >= end:
        return True
    following = text[after : after + 1]
    glued = not following.isspace()
    ahead = text[after : after + 40].lstrip(" \n")
    if not ahead:
        return True
    if text[stop] != ".":
        return not ahead[0].islower()
    word = _WORD_BEFORE.search(text[max(start, stop - 12) : stop])
    before = word.group().lower() if word else ""
    if glued:
        return len(before) > 1 and "." not in before and ahead[0].isupper() and ahead[1:2].islower()
    if ahead[0].islower() or ahead[0] in ",;:/":
        return False
    stem = before.lstrip(".")
    if len(stem) == 1 or stem in _ABBREVIATIONS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", stem):
        opener = _NEXT_WORD.match(text, after)
        ends_here = stem in _ENDS_ANYWAY or "." in stem
        return bool(ends_here and opener and opener.group(1).lower() in _OPENERS)
    return True


def _looks_like_a_headline(text: str, inside: Sequence[Span]) -> bool:
    """A short block above the body that does not end like a sentence."""
    if not inside or len(inside) > 2:
        return False
    block = text[inside[0].start : inside[-1].end]
    quoted = block[-1] == '"' and block.count('"') == 2 and block[-2] not in ".,!?"
    return (quoted or block[-1] not in '.!"') and len(block.split()) <= _HEADLINE_WORDS
