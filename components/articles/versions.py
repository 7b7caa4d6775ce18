"""What changed from one version of an article to the next, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

Went: TypeAlias = Literal["kept", "gone", "new"]
_PIECES = re.compile(r"\s*\S+|\s+")
_MOST = 2_000
"""Words of a passage that are compared one by one; a longer one is told whole, as gone and as new."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that stands in both versions, in the older alone (gone) or in the newer alone (new)."""

    went: Went
    words: str


def difference(older: str, newer: str) -> tuple[Passage, ...]:
    """The passages in order; kept and gone make up the older text, kept and new the newer one.

    >>> [(one.went, one.words) for one in difference("About 300 died.", "About 450 died.")]
    [('kept', 'About'), ('gone', ' 300'), ('new', ' 450'), ('kept', ' died.')]
    """
    return tuple(_joined(_by_lines(older.splitlines(keepends=True), newer.splitlines(keepends=True))))


def _by_lines(older: Sequence[str], newer: Sequence[str]) -> Iterator[Passage]:
    for same, was, now in _compared(older, newer):
        if same:
            yield Passage("kept", was)
            continue
        words = _PIECES.findall(was), _PIECES.findall(now)
        if max(map(len, words)) > _MOST:
            yield from (Passage("gone", was), Passage("new", now))
            continue
        for kept, gone, new in _compared(*words):
            yield from [Passage("kept", gone)] if kept else [Passage("gone", gone), Passage("new", new)]


def _compared(older: Sequence[str], newer: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    for what, begins, ends, starts, stops in SequenceMatcher(
        None, older, newer, autojunk=len(older) > _MOST
    ).get_opcodes():
        yield what == "equal", "".join(older[begins:ends]), "".join(newer[starts:stops])


def _joined(passages: Iterator[Passage]) -> Iterator[Passage]:
    """Without empty ones, neighbours of one kind together."""
    last: Passage | None = None
    for one in passages:
        if not one.words:
            continue
        if last is not None and last.went == one.went:
            last = Passage(last.went, last.words + one.words)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
