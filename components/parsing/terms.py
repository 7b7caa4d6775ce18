"""Lexicon words in the text: longest match first, capitals kept. One dictionary walk over the tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from components.lexicon import Lexicon
from components.lexicon.entries import Entry, Noun, Person, Side, Source, Unit
from components.model import Span, Term

_TOKEN = re.compile(r"[^\W\d_]+|\d+|'s(?![^\W_])|[^\w\s]|_")


class Token(NamedTuple):
    """A word, a run of digits, a possessive "'s" or one sign; ``low`` is its case-folded text."""

    start: int
    end: int
    text: str
    low: str


class _Word(NamedTuple):
    tokens: tuple[str, ...]
    kind: str
    id: str
    weak: bool


class _Node:
    """A step of the word tree: where each next token leads, and the words that end here."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends: list[_Word] = []


def tokens(text: str) -> list[Token]:
    """Every token of the text with its place."""
    return [Token(m.start(), m.end(), m.group(), m.group().casefold()) for m in _TOKEN.finditer(text)]


def find(text: str, lexicon: Lexicon, found: list[Token] | None = None) -> tuple[Term, ...]:
    """Every lexicon word of a folded text, in order; weak words only where a safe one allows them."""
    found = tokens(text) if found is None else found
    return tuple(_allowed(_matches(text, found, _tree(lexicon)), lexicon))


def _matches(text: str, found: list[Token], tree: _Node) -> list[Term]:
    terms: list[Term] = []
    at = 0
    while at < len(found):
        node, reach, best = tree, at, 0
        words: list[_Word] = []
        while reach < len(found) and (following := node.next.get(found[reach].low)) is not None:
            if reach > at and text.count("\n", found[reach - 1].end, found[reach].start) > 1:
                break
            node, reach = following, reach + 1
            if node.ends:
                fitting = [word for word in node.ends if _case_fits(word.tokens, found, at)]
                if fitting:
                    words, best = fitting, reach
        if not words:
            at += 1
            continue
        span = Span(found[at].start, found[best - 1].end)
        terms += [Term(span, word.kind, word.id, word.weak) for word in words]
        at = best
    return terms


def _case_fits(word: tuple[str, ...], found: list[Token], at: int) -> bool:
    for offset, token in enumerate(word):
        printed = found[at + offset].text
        if token.islower() or not token.isalpha():
            continue
        if (token.isupper() and len(token) > 1 and printed != token) or not printed[0].isupper():
            return False
    return True


def _allowed(terms: list[Term], lexicon: Lexicon) -> Iterator[Term]:
    """Weak words of a source wait for its side or itself, surnames for the full name."""
    sides = {term.id for term in terms if term.kind in ("side", "adjective", "metonym")}
    safe = {(term.kind, term.id) for term in terms if not term.weak}
    sides |= {lexicon.sources[term.id].side for term in terms if term.kind == "source" and not term.weak}
    for term in terms:
        if (
            not term.weak
            or (term.kind, term.id) in safe
            or (term.kind == "source" and lexicon.sources[term.id].side in sides)
        ):
            yield term


@lru_cache(maxsize=8)
def _tree(lexicon: Lexicon) -> _Node:
    root = _Node()
    for word in _words(lexicon):
        node = root
        for token in word.tokens:
            node = node.next.setdefault(token.casefold(), _Node())
        node.ends.append(word)
    return root


def _words(lexicon: Lexicon) -> Iterator[_Word]:
    for kind, entry in lexicon.entries():
        if kind == "boilerplate":
            continue
        for label, phrases, weak in _phrases(kind, entry):
            for phrase in dict.fromkeys(phrases):
                yield _Word(tuple(token.text for token in tokens(phrase)), label, entry.id, weak)


def _phrases(kind: str, entry: Entry) -> Iterator[tuple[str, Iterable[str], bool]]:
    if isinstance(entry, Noun | Unit):
        yield kind, [form for word in entry.words for form in (word, plural(word))], False
        return
    yield kind, entry.words, False
    if isinstance(entry, Source | Person):
        yield kind, entry.weak, True
    if isinstance(entry, Side):
        yield "adjective", entry.adjectives, False
        yield "metonym", entry.metonyms, False


def plural(noun: str) -> str:
    """The plural of a noun's last word; a plural comes back as it is.

    >>> plural("serviceman"), plural("battery"), plural("prisoner of war"), plural("launch"), plural("troops")
    ('servicemen', 'batteries', 'prisoners of war', 'launches', 'troops')
    """
    head, of, rest = noun.partition(" of ")
    if of:
        return plural(head) + of + rest
    if head.endswith(("men", "people", "dead", "wounded", "missing", "killed", "injured", "personnel", "infantry")):
        return head
    if head.endswith("man"):
        return head[:-2] + "en"
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return head[:-1] + "ies"
    if head.endswith(("x", "ch", "sh", "ss")):
        return head + "es"
    return head if head.endswith("s") else head + "s"
