"""How fast articles are read, and how time and memory grow: ``python -m benchmarks.reading [INPUT...]``.

Ratios of one run compare; absolute figures are those of the machine at that minute.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from components import articles, lexicon, parsing
from components.lexicon import Lexicon
from components.model import Article

ROOT = Path(__file__).parents[1]
USUAL = (ROOT / "seeds", ROOT / "tests" / "articles" / "articles.jsonl")
STANDARD = 600  # words of an article in the budget
BUDGET = 300  # such articles a second on one core
TIMES = (1, 2, 4, 8)
NUMBERS = (100, 1_000, 10_000)
ROUNDS = 3  # the fastest of them counts: the others were disturbed


def main(arguments: Sequence[str]) -> int:
    """Print the speed on each input, then the growth with length and with the number of articles of the first."""
    words = lexicon.load()
    inputs = [Path(argument) for argument in arguments] or list(USUAL)
    corpora = {path: articles.load([path], words).articles for path in inputs}
    for path, corpus in corpora.items():
        if not corpus:
            print(f"{path} holds no article", file=sys.stderr)
            return 2
        _seconds(corpus, words)  # the first reading loads what dateparser needs
        print(f"{path.name}: {_speed(corpus, words)}")
    first = next(iter(corpora.values()))
    print("\nlonger texts, seconds a word against the plain text")
    _length(first, words)
    print("\nmore articles, seconds an article against the first line; peak memory of the process")
    _number(first, words)
    return 0


def _seconds(corpus: Sequence[Article], words: Lexicon) -> float:
    begun = process_time()
    for article in corpus:
        parsing.read(article, words)
    return process_time() - begun


def _fastest(corpus: Sequence[Article], words: Lexicon) -> float:
    return min(_seconds(corpus, words) for _ in range(ROUNDS))


def _count(corpus: Sequence[Article]) -> int:
    return sum(len(article.text.split()) for article in corpus)


def _speed(corpus: Sequence[Article], words: Lexicon) -> str:
    """In articles of 600 words, whatever the length of these."""
    a_second = _count(corpus) / _fastest(corpus, words)
    standard = a_second / STANDARD
    return (
        f"{len(corpus)} articles, {_count(corpus):,} words: {a_second:,.0f} words a second, "
        f"{standard:.0f} articles of {STANDARD} words a second ({standard / BUDGET:.0%} of the budget)"
    )


def _length(corpus: Sequence[Article], words: Lexicon) -> None:
    plain = 0.0
    for times in TIMES:
        longer = [replace(one, text="\n\n".join([one.text] * times), boilerplate=()) for one in corpus]
        a_word = _fastest(longer, words) / _count(longer)
        plain = plain or a_word
        print(f"  {times} x: {a_word / plain:.2f}")


def _number(corpus: Sequence[Article], words: Lexicon) -> None:
    first = 0.0
    for number in NUMBERS:
        many = list(islice(cycle(corpus), number))
        an_article = _seconds(many, words) / number
        first = first or an_article
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"  {number:,} articles: {an_article / first:.2f}, {peak} MB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
