"""How fast the store takes in, starts and grows: ``python -m benchmarks.storing [NUMBER]``; 10,000 articles.

The articles are put together from paragraphs of the tests' articles, with other numbers in them. Seconds of the clock
and the peak memory of the process (of its readers the largest); the store is a file that is thrown away.
"""

from __future__ import annotations

import re
import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from components import articles, lexicon
from components.corrections import check
from components.model import Article
from components.store import Store

ROOT = Path(__file__).parents[1]
SEED, NUMBER, JOBS = 20250327, 10_000, 2
PARAGRAPHS = 6  # about 150 words
_DIGITS = re.compile(r"(?<![0-9])[1-9][0-9]{2,}")


def main(arguments: Sequence[str]) -> int:
    number = int(arguments[0]) if arguments else NUMBER
    given = tuple(_articles(number + 2))
    words = sum(len(one.text.split()) for one in given) / len(given)
    print(f"{number:,} articles of {words:.0f} words, {JOBS} processes")
    with TemporaryDirectory() as folder:
        place = Path(folder) / "store.sqlite"
        with Store(place) as store:
            begun = perf_counter()
            added = list(store.add(given[:-2], "benchmark"))
            _told("added", begun)
            stored = store.load(jobs=JOBS)
            _told("added and read (budget 120 s)", begun)
            begun = perf_counter()
            store.grouped()
            _told("statements grouped and kept", begun)
            copies = sum(bool(one.copy_of) for one in added)
            print(f"  {len(stored.corpus.claims):,} claims, {copies} near copies, {_size(place)} MB on the disk")
        with Store(place) as store:
            begun = perf_counter()
            stored = store.load()
            _told("opened and loaded by another program", begun)
            store.grouped()
            _told("the same with its statements (budget 5 s to a page)", begun)
            for which, one in (("the first", given[-2]), ("another", given[-1])):
                begun = perf_counter()
                list(store.add([one], "benchmark"))
                stored = store.load()
                store.grouped()
                _told(f"{which} article added to them, read, and its statements grouped (budget 1 s)", begun)
            begun = perf_counter()
            list(store.add(given[:100], "benchmark"))
            stored = store.load()
            store.grouped()
            _told("a hundred of them added again and refused", begun)
            row = stored.corpus.claims.iloc[0].to_dict()
            begun = perf_counter()
            store.correct(check(row), "benchmark", "measured")
            store.load()
            _told("one correction written and shown", begun)
    return 0


def _articles(number: int) -> Iterator[Article]:
    random = Random(SEED)
    loaded = articles.load([ROOT / "tests" / "articles" / "articles.jsonl"], lexicon.load()).articles
    paragraphs = [line for one in loaded for line in one.text.split("\n") if len(line.split()) > 10]
    for n in range(number):
        chosen = "\n\n".join(random.sample(paragraphs, PARAGRAPHS))
        text = _DIGITS.sub(
            lambda found: str(random.randrange(10 ** (len(found.group()) - 1), 10 ** len(found.group()))), chosen
        )
        yield Article(f"article {n}", text, title=f"Dispatch {n}", url=f"https://quay.example/{n}")


def _told(what: str, begun: float) -> None:
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(f"  {what}: {perf_counter() - begun:.2f} s, peak {peak} MB", flush=True)


def _size(place: Path) -> int:
    return sum(file.stat().st_size for file in place.parent.iterdir()) // 1_000_000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
