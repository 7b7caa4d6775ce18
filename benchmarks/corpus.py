"""Invented articles with as many claims as are wanted, the same for the same number."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

SEED = 20250327
LINES, CLAIMS = 8, 15  # sentences of an article, and the claims that they make: figures, and who spoke on which day
START, DAYS = dt.date(2024, 10, 1), 540
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


def write(folder: Path, claims: int) -> None:
    """One file of articles that make about so many claims."""
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in _articles(claims // CLAIMS))


def _articles(number: int) -> Iterator[dict[str, str]]:
    random = Random(SEED)
    for n in range(number):
        day = START + dt.timedelta(random.randrange(DAYS))
        lines = [_line(random) for _ in range(LINES)]
        yield {
            "id": f"article {n}",
            "title": f"Report {n} on North Korea and Russia",
            "outlet": random.choice(OUTLETS),
            "published": day.isoformat(),
            "text": "\n\n".join(lines),
        }


def _line(random: Random) -> str:
    day = f"{random.choice(('Monday', 'Tuesday', 'Thursday'))}"
    number = random.randint(10, 99) * random.choice((10, 100))
    return f"{random.choice(BODIES)} said on {day} that {random.choice(BOUNDS)}{number:,} {random.choice(DEEDS)}."
