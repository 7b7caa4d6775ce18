"""What a command is given: the articles of its INPUT, or, where there is none, those of the store."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from tqdm import tqdm

from components import articles, bulk, corpus, lexicon
from components.articles import languages
from components.corpus import Corpus
from components.lexicon import Lexicon
from components.model import Article, Reading
from components.store import Store, Stored, StoreError, there


@dataclass(frozen=True, slots=True)
class Given:
    """The articles, the words to read them with, and whether every input could be read. ``stored`` where they come from
    the store, and have been read.
    """

    articles: tuple[Article, ...]
    words: Lexicon
    complete: bool
    jobs: int = 1
    stored: Stored | None = None

    def readings(self) -> Iterator[Reading]:
        """The readings, one at a time, with a bar on the terminal; those of the store without its corrections."""
        with progress() as told:
            for number, one in enumerate(bulk.readings(self.articles, self.words, self.jobs), start=1):
                told(number, len(self.articles))
                yield one

    def corpus(self) -> Corpus:
        return self.stored.corpus if self.stored else corpus.of(self.readings(), self.words)


def given(options: argparse.Namespace) -> Given:
    """The articles that the options of a command name; each input that cannot be read is told on standard error."""
    jobs = getattr(options, "jobs", 1)
    if not options.inputs:
        if not there(options.store):
            raise StoreError("There is no store to read yet; name an INPUT, or bring articles into the store with add.")
        if options.published or options.outlet or options.column:
            raise StoreError("--published, --outlet and --column are told of an INPUT, and none is named.")
        with Store(options.store) as store:
            stored = loaded(store, jobs)
        return Given(tuple(stored.corpus.articles.values()), stored.corpus.lexicon, True, jobs, stored)
    if options.store:
        raise StoreError(
            "--store is read where no INPUT is named; leave out one of the two, or add the INPUT to it first."
        )
    known = lexicon.load()
    found = articles.load(options.inputs, known, dict(options.column))
    for fault in found.faults:
        print(fault, file=sys.stderr)
    named = tuple(stated(one, options.published, options.outlet) for one in found.articles)
    for one in named:
        unread(one)
    return Given(named, known, not found.faults, jobs)


def unread(article: Article) -> None:
    """Name an article whose language is not read, on standard error."""
    said = languages.unread(article)
    if said:
        print(f"{article.id} {said}.", file=sys.stderr)


def stated(article: Article, published: dt.date | None, outlet: str | None) -> Article:
    """The article with the day and outlet of the command line where it has none of its own."""
    if published and not article.published:
        article = replace(article, published=published, published_basis="analyst")
    return replace(article, outlet=article.outlet or outlet)


def loaded(store: Store, jobs: int = 1) -> Stored:
    """Everything in the store; a bar shows what has to be read anew, corrections that no longer fit are named."""
    with progress() as told:
        stored = store.load(told, jobs)
    for one in stored.stale:
        on = f" on {one.entry.draft.article}" if one.entry.draft.article else ""
        print(f"Correction {one.entry.number}{on} no longer fits: {one.reason}", file=sys.stderr)
    return stored


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on the terminal; without a terminal on standard error tqdm shows nothing."""
    with tqdm(unit=" articles", file=sys.stderr, disable=None, leave=False) as bar:

        def told(done: int, every: int) -> None:
            bar.total = every
            bar.update(done - bar.n)

        yield told
