"""Copies: articles that print the text of another one nearly word by word, as outlets do with an agency's text.

A text is taken as the set of its runs of three words. The smallest hashes of the set are kept, so that any two texts
are compared in bounded work, and the smallest of these are the keys: only texts that share a key are compared.
"""

from __future__ import annotations

import datetime as dt
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from zlib import crc32

from components.model import Article

_DROPPED = re.compile("['\u2018\u2019\u02bc\u00ad\u200b]|(?<=[0-9]),(?=[0-9])")
_WORD = re.compile(r"[^\W_]+")
_RUN = 3  # of 140 texts with every number changed, three words keep all over a half; four lose two, five lose three
_SHORT = 38  # the runs of 40 words: of shorter texts set phrases alone are up to 0.28
_SHARE = 0.5  # different articles share up to 0.29, with 60 words quoted 0.48; copies with every number changed 0.51
_LENGTHS = 0.25  # texts cut to a third have 0.28 or more; one four times as long has reports of its own
_KEPT = 512  # all of 417 articles but one, of 667 runs, are compared whole
_KEYS = 64  # a third of an article with every fifth word changed has at least 6 of them in common with it
_FIRST = 4  # of 4,797 simulated copies that share enough none missed its original; nor did one with two


@dataclass(frozen=True, slots=True)
class Wording:
    """The smallest hashes of a text's runs of words, in order, and how many runs it has; the name of its words."""

    runs: array[int]
    number: int
    digest: bytes

    @property
    def known(self) -> int:
        """The hash up to which all runs are kept."""
        return self.runs[-1] if self.number > len(self.runs) else 1 << 32

    def below(self, limit: int) -> array[int]:
        return self.runs[: bisect_right(self.runs, limit)]


@dataclass(frozen=True, slots=True)
class Printing:
    """One article as copies are told by it."""

    id: str
    published: dt.date | None
    wording: Wording


@dataclass(frozen=True, slots=True)
class Met:
    """The wordings met so far, in order, under each key the first few that have it, and the first of the same words."""

    ids: list[str] = field(default_factory=list)
    wordings: list[Wording] = field(default_factory=list)
    under: dict[int, list[int]] = field(default_factory=dict)
    equal: dict[bytes, str] = field(default_factory=dict)

    def near(self, wording: Wording) -> tuple[str, ...]:
        """The articles found to share enough with this wording: first who shares most, of equals the first met."""
        same = self.equal.get(wording.digest)
        if same is not None or wording.number < _SHORT:
            return (same,) if same is not None else ()
        places = {place for key in wording.runs[:_KEYS] for place in self.under.get(key, ())}
        shares = ((_share(wording, self.wordings[place]), -place) for place in places)
        return tuple(self.ids[-place] for share, place in sorted(shares, reverse=True) if share >= _SHARE)

    def add(self, name: str, wording: Wording) -> None:
        if self.equal.setdefault(wording.digest, name) != name or wording.number < _SHORT:
            return
        for key in wording.runs[:_KEYS]:
            places = self.under.setdefault(key, [])
            if len(places) < _FIRST:
                places.append(len(self.ids))
        self.ids.append(name)
        self.wordings.append(wording)


def copies(articles: Iterable[Article]) -> Mapping[str, str]:
    """The id of each article that copies another one, with the id of the first printed one of that wording.

    The first printed one copies nothing. Where the day of printing is the same or unknown, the ids decide; unknown
    days come last. No two articles may have the same id.
    """
    worded = ((article, wording(article)) for article in articles)
    return copied(Printing(article.id, article.published, found) for article, found in worded if found)


def copied(printings: Iterable[Printing]) -> Mapping[str, str]:
    """The same of wordings that are known already."""
    first: dict[str, str] = {}
    met = Met()
    for one in sorted(printings, key=_printed):
        near = met.near(one.wording)
        met.add(one.id, one.wording)
        first[one.id] = first[near[0]] if near else one.id
    return {name: original for name, original in first.items() if name != original}


def _printed(one: Printing) -> tuple[bool, dt.date, str]:
    return one.published is None, one.published or dt.date.min, one.id


def _share(one: Wording, other: Wording) -> float:
    """How much of the shorter text stands in the longer one; 0 where it is too short a part of it."""
    shorter, longer = sorted((one.number, other.number))
    if shorter < _LENGTHS * longer:
        return 0.0
    limit = min(one.known, other.known)
    mine, theirs = one.below(limit), other.below(limit)
    fewer = min(len(mine), len(theirs))
    return len(set(mine).intersection(theirs)) / fewer if fewer else 0.0


def wording(article: Article) -> Wording | None:
    """None where there is no word outside the page furniture."""
    words = _words(article)
    if not words:
        return None
    hashes = {crc32(run) for run in _runs(words)}
    digest = blake2b(_bytes(words), digest_size=16).digest()
    return Wording(array("I", sorted(hashes)[:_KEPT]), len(hashes), digest)


def _words(article: Article) -> list[str]:
    """The words and numbers outside the page furniture, without capitals, punctuation and quotation marks."""
    kept: list[str] = []
    at = 0
    for span in article.boilerplate:
        kept.append(article.text[at : span.start])
        at = span.end
    kept.append(article.text[at:])
    return _WORD.findall(_DROPPED.sub("", "\n".join(kept).lower()))


def _runs(words: Sequence[str]) -> Iterator[bytes]:
    return (_bytes(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _bytes(words: Sequence[str]) -> bytes:
    return " ".join(words).encode("utf-8", "surrogatepass")
