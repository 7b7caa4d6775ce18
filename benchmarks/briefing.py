"""How long a briefing takes, and how time and memory grow with the claims: ``python -m benchmarks.briefing``.

The articles are invented, the same for the same number. Reading them is measured beside the files made of them.
"""

from __future__ import annotations

import datetime as dt
import resource
import sys
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from time import process_time
from typing import TypeVar

from components import briefing, bulk, corpus, lexicon
from components.briefing import Gathered
from components.export.pack import WRITERS, Content
from components.lexicon import Lexicon
from components.measures import Pick
from components.model import Article

Made = TypeVar("Made")

MANY = (200, 2_000, 20_000)  # figures that the articles print
BUDGETS = {".pptx": 2.0, ".zip": 6.0}  # seconds for the first of MANY, once the process has made one
SEED, EACH = 20250327, 8  # figures an article prints
START, DAYS, MADE = dt.date(2024, 10, 1), 540, dt.date(2026, 4, 1)
BODIES = (
    "South Korea's Joint Chiefs of Staff",
    "South Korea's National Intelligence Service",
    "Ukrainian military intelligence",
    "Ukraine's General Staff",
    "The Pentagon",
    "Britain's Ministry of Defence",
    "Russia's Defense Ministry",
    "The Institute for the Study of War",
)
OUTLETS = ("Yonhap", "Reuters", "TASS", "BBC", "CNN", "Kyiv Independent", "NK News", "Kyodo News")
BOUNDS = ("", "about ", "at least ", "more than ", "up to ")
DEEDS = (
    "North Korean soldiers had been killed in Kursk",
    "North Korean soldiers had been wounded in Kursk",
    "North Korean troops were in Russia",
    "North Korean troops had been sent to Russia",
    "artillery shells had been sent from North Korea to Russia",
    "North Korean workers had arrived in Russia",
)


def main() -> int:
    """Print seconds of the processor, bytes, and the peak memory of the process so far."""
    words = lexicon.load()
    for number in (EACH, *MANY):  # the first loads what is loaded once
        _told(number, words)
    return 0


def _told(number: int, words: Lexicon) -> None:
    given = tuple(_articles(number))
    read, reading = _timed(lambda: tuple(bulk.readings(given, words, 1)))
    material, grouping = _timed(lambda: briefing.gathered(corpus.of(read, words)))
    content, choosing = _timed(lambda: _content(material))
    shown = content.told.stamp.shown
    print(
        f"{number:,} figures, {shown:,} claims: reading {reading:.2f} s, grouping {grouping:.2f} s, peak {_peak()} MB"
    )
    for ending, write in WRITERS.items():
        made, seconds = _timed(partial(write, content))
        budget = f", budget {BUDGETS[ending]} s" if ending in BUDGETS and number == MANY[0] else ""
        print(f"  {ending:<5} {choosing + seconds:6.2f} s, {len(made) / 1e6:5.1f} MB, peak {_peak()} MB{budget}")


def _content(material: Gathered) -> Content:
    found = material.index.pick(Pick())
    return Content(briefing.assemble(material, Pick(), MADE), found, partial(briefing.tables, material, found))


def _timed(make: Callable[[], Made]) -> tuple[Made, float]:
    begun = _spent()
    made = make()
    return made, _spent() - begun


def _spent() -> float:
    """Seconds of the processor, with those of the browser that draws the pictures of the zip."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + ended.ru_utime + ended.ru_stime


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _articles(figures: int) -> Iterator[Article]:
    random = Random(SEED)
    for n in range(figures // EACH):
        text = "\n\n".join(_line(random) for _ in range(EACH))
        day = START + dt.timedelta(random.randrange(DAYS))
        yield Article(f"article {n}", text, f"Report {n}", random.choice(OUTLETS), None, day, "metadata")


def _line(random: Random) -> str:
    number = random.randint(10, 99) * random.choice((10, 100))
    day = random.choice(("Monday", "Tuesday", "Thursday"))
    return f"{random.choice(BODIES)} said on {day} that {random.choice(BOUNDS)}{number:,} {random.choice(DEEDS)}."


if __name__ == "__main__":
    sys.exit(main())
