"""A citation names what is known of an article and nothing else."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import citation
from components.model import Article

DAY = dt.date(2025, 3, 27)
KNOWN = {"title": "Troops left", "outlet": "Newsmax", "url": "https://example.org/1", "published": DAY}
ABSENT = re.compile(r"None|not stated|n\.d\.|,,|, \.|^[,.: ]|“”|\s$")


@pytest.mark.parametrize(
    "names", [names for size in range(5) for names in itertools.combinations(KNOWN, size)], ids=", ".join
)
def test_what_is_missing_is_left_out(names: tuple[str, ...]) -> None:
    article = Article("a", "text", **{name: KNOWN[name] for name in names})  # type: ignore[arg-type]
    for cited in (citation.chicago(article), citation.plain(article)):
        assert not ABSENT.search(cited)
        assert ("Newsmax" in cited, "example.org" in cited, "2025" in cited, "Troops left" in cited) == (
            "outlet" in names,
            "url" in names,
            "published" in names,
            "title" in names,
        )
        assert bool(cited) == bool(names)


def test_a_day_that_was_only_inferred_is_not_cited() -> None:
    article = Article("a", "text", "Troops left", "Newsmax", published=DAY, published_basis="inferred")
    assert "2025" not in citation.chicago(article) + citation.plain(article)


def test_a_day_that_the_analyst_set_is_cited() -> None:
    article = Article("a", "text", "Troops left", published=DAY, published_basis="analyst")
    assert citation.chicago(article) == "“Troops left,” March 27, 2025."


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("Who left?", "“Who left?” Newsmax."),
        ("They left.", "“They left,” Newsmax."),
        ('The "great" parade', "“The ‘great’ parade,” Newsmax."),
        ("The “great” parade", "“The ‘great’ parade,” Newsmax."),
        ("North's guns", "“North's guns,” Newsmax."),
        ("Two\n lines", "“Two lines,” Newsmax."),
    ],
)
def test_a_title_keeps_its_stop_and_its_inner_quotation(title: str, cited: str) -> None:
    assert citation.chicago(Article("a", "text", title, "Newsmax")) == cited


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_a_citation_is_one_line_whatever_is_cited(title: str, outlet: str, words: str) -> None:
    article = Article("a", "text", title, outlet, published=DAY)
    for cited in (citation.chicago(article), citation.plain(article, words)):
        assert len(cited.splitlines()) == 1
