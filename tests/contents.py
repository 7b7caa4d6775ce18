"""What briefings are written from in the tests: the seeds, and words that would like to be more than words."""

from __future__ import annotations

import datetime as dt
from functools import partial

from components import briefing, bulk, corpus, lexicon
from components.export.pack import Content
from components.measures import Pick
from components.model import Article

MADE = dt.date(2025, 5, 1)
HOSTILE = Article(
    "hostile",
    "=cmd Ukrainian military intelligence (ГУР) said on Friday that 4,000 North Korean soldiers (북한군) had been "
    'killed in Kursk </script><script>alert("x")</script>.\n\n'
    "South Korea's National Intelligence Service said on Friday that at least 600 North Korean soldiers had been "
    "killed in Kursk, חיילים.",
    "</title><script>alert(1)</script>",
    "صحيفة الأخبار " + "n" * 500,
    'https://example.org/"><script>',
    dt.date(2025, 3, 29),
    "metadata",
)


def content_of(given: tuple[Article, ...], chosen: Pick = Pick(), title: str = "") -> Content:  # noqa: B008
    words = lexicon.load()
    material = briefing.gathered(corpus.of(bulk.readings(given, words, 1), words))
    found = material.index.pick(chosen)
    told = briefing.assemble(material, chosen, MADE, title, address="http://localhost:8501")
    return Content(told, found, partial(briefing.tables, material, found))
