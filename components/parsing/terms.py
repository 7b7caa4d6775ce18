"""Lexicon words in the text: longest match first, capitals kept. One dictionary walk over the tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from components.lexicon import Lexicon
from components.lexicon.entries import Entry, Noun, Office, Person, Side, Source, Unit
from components.model import Span, Term
from components.parsing.text import lowered

_TOKEN = re.compile(r"[^\W\d_]+|\d+|'s(?![^\W_])|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, runs of digits, possessive "'s" and single signs of a text, as columns of one length.

    ``low`` is each one's text in lower case.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    low: Sequence[str]


class _Word(NamedTuple):
    """A phrase of the lexicon; ``capitals`` are the offsets of its tokens that ask for capitals, with those tokens."""

    kind: str
    id: str
    weak: bool
    capitals: tuple[tuple[int, str], ...]


class _Node:
    """A step of the word tree: where each next token leads, and the words that end here."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends: list[_Word] = []


def tokens(text: str) -> Tokens:
    """Every token of a folded text with its place."""
    low = lowered(text)
    spans = [match.span() for match in _TOKEN.finditer(text)]
    return Tokens([start for start, _ in spans], [end for _, end in spans], [low[start:end] for start, end in spans])


def find(text: str, lexicon: Lexicon, found: Tokens | None = None) -> tuple[Term, ...]:
    """Every lexicon word of a folded text, in order; weak words only where a safe one allows them."""
    found = tokens(text) if found is None else found
    return tuple(_allowed(_matches(text, found, _tree(lexicon)), lexicon))


def _matches(text: str, found: Tokens, tree: _Node) -> list[Term]:
    terms: list[Term] = []
    starts, low, first = found.starts, found.low, tree.next
    reached = 0
    for at, word in enumerate(low):
        if word not in first or at < reached:
            continue
        reach, words = _longest(text, found, at, first[word])
        if words:
            reached = reach
            span = Span(starts[at], found.ends[reach - 1])
            terms += [Term(span, word.kind, word.id, word.weak) for word in words]
    return terms


def _longest(text: str, found: Tokens, at: int, node: _Node) -> tuple[int, list[_Word]]:
    """The longest phrases that begin with token ``at``, and the token behind them; no phrase crosses a blank line."""
    best = at
    words: list[_Word] = []
    reach, low = at + 1, found.low
    while True:
        if node.ends and (fitting := [word for word in node.ends if _case_fits(text, word, found, at)]):
            best, words = reach, fitting
        if reach == len(low) or low[reach] not in node.next:
            return best, words
        if text.count("\n", found.ends[reach - 1], found.starts[reach]) > 1:
            return best, words
        node, reach = node.next[low[reach]], reach + 1


def _case_fits(text: str, word: _Word, found: Tokens, at: int) -> bool:
    for offset, token in word.capitals:
        printed = text[found.starts[at + offset] : found.ends[at + offset]]
        if not printed[0].isupper() or (len(token) > 1 and token.isupper() and printed != token):
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
    entered = [(tokens(phrase).low, word) for phrase, word in _words(lexicon)]
    for phrase, word in entered:
        node = root
        for token in phrase:
            node = node.next.setdefault(token, _Node())
        node.ends.append(word)
    for phrase, word in entered:
        if word.kind == "verb":
            _end_in_a_place(root, phrase)
    return root


def _end_in_a_place(root: _Node, phrase: Sequence[str]) -> None:
    """Give "came to Russia" the side and the place that its last word names, so that the phrase does not hide them."""
    whole = _node(root, phrase)
    for start in range(1, len(phrase)):
        last = _node(root, phrase[start:])
        named = [] if last is None else [word for word in last.ends if word.kind in ("side", "metonym", "place")]
        if whole is not None and named:
            capitals, kinds = whole.ends[0].capitals, {word.kind for word in whole.ends}
            whole.ends += [word._replace(capitals=capitals) for word in named if word.kind not in kinds]
            return


def _node(root: _Node, phrase: Sequence[str]) -> _Node | None:
    node: _Node | None = root
    for token in phrase:
        node = None if node is None else node.next.get(token)
    return node


def _words(lexicon: Lexicon) -> Iterator[tuple[str, _Word]]:
    for kind, entry in lexicon.entries():
        if kind == "boilerplate":
            continue
        for label, phrases, weak in _phrases(kind, entry):
            for phrase in dict.fromkeys(phrases):
                printed = enumerate(_TOKEN.findall(phrase))
                capitals = tuple((at, token) for at, token in printed if token.isalpha() and not token.islower())
                yield phrase, _Word(label, entry.id, weak, capitals)


def _phrases(kind: str, entry: Entry) -> Iterator[tuple[str, Iterable[str], bool]]:
    if isinstance(entry, Noun | Unit | Office):
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
