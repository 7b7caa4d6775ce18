"""The address of a stamp opens the view that the stamp tells of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest

from components import articles, briefing, bulk, corpus, lexicon, measures
from components.measures import Pick

EVERY = Pick(
    sources=("tass", "rok-jcs", "ua-gov"),
    families=("rok", "ru"),
    event_types=("deployment", "visit"),
    measures=("troops",),
    subjects=("prk",),
    bounds=("at_least",),
    first=dt.date(2024, 12, 1),
    last=dt.date(2025, 4, 30),
    known_on=dt.date(2025, 4, 1),
    words='"North Korean" & troops',
    given_days=True,
    told_once=True,
)


def test_the_address_sets_every_filter_that_the_page_has(run: Callable[..., AppTest], seeds: Path) -> None:
    words = lexicon.load()
    loaded = articles.load([seeds], words).articles
    material = briefing.gathered(corpus.of(bulk.readings(loaded, words, 1), words))
    held = {value for values in material.index.values.values() for value in values}
    assert {*EVERY.sources, *EVERY.families, *EVERY.event_types, *EVERY.bounds} <= held
    address = measures.opening("http://localhost:8501", EVERY, material.index, material.names)
    page = run(**parse_qs(urlsplit(address).query))
    state = page.session_state
    assert (*state["source"], *state["more"]) == EVERY.sources
    assert (state["family"], state["event"], state["measure"]) == (["rok", "ru"], ["deployment", "visit"], ["troops"])
    assert (state["subject"], state["bound"], state["words"]) == (["prk"], ["at_least"], EVERY.words)
    assert (state["from"], state["to"], state["known"]) == (EVERY.first, EVERY.last, EVERY.known_on)
    assert state["given"]
    assert state["once"]


def test_without_a_filter_the_address_is_that_of_the_page(seeds: Path) -> None:
    words = lexicon.load()
    loaded = articles.load([seeds], words).articles
    material = briefing.gathered(corpus.of(bulk.readings(loaded, words, 1), words))
    assert measures.opening("http://localhost:8501", Pick(), material.index, material.names) == "http://localhost:8501"
