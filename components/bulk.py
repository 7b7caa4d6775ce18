"""Many articles to readings, in order: one after another, or spread over processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context

from components import lexicon, parsing
from components.lexicon import Lexicon
from components.lexicon.registry import Change, changed
from components.model import Article, Reading

PORTION = 25  # articles a process is given at once: half a second of reading, so that sending costs little beside it
AHEAD = 3  # portions a process may be ahead of whoever takes the readings: bounds what waits in memory


def readings(articles: Sequence[Article], words: Lexicon, jobs: int = 1) -> Iterator[Reading]:
    """The reading of each article, in order. Readings made by ``jobs`` > 1 processes come without their mentions.

    The processes load the word files that the package holds, so ``words`` must be those.
    """
    if jobs == 1 or len(articles) <= PORTION:
        for article in articles:
            yield parsing.read(article, words)
        return
    portions = (articles[start : start + PORTION] for start in range(0, len(articles), PORTION))
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(_portion, portion, words.changes) for portion in islice(portions, jobs * AHEAD)]
        while waiting:
            done = waiting.pop(0).result()
            waiting += [pool.submit(_portion, portion, words.changes) for portion in islice(portions, 1)]
            yield from done


def _portion(articles: Sequence[Article], changes: tuple[Change, ...]) -> tuple[Reading, ...]:
    """Without the mentions: hundreds an article, they cost more to send than to find, and no row needs them."""
    words = changed(lexicon.load(), changes)
    return tuple(replace(parsing.read(article, words), mentions=()) for article in articles)
