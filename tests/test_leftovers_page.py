"""The page Leftovers: by reason, lit in their sentences, narrowed by reason and words, a hundred at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.views import reasons

TREES = "The forest near the border has {number} trees, the ministry of North Korea said of Russia.\n"


@pytest.fixture
def left(run: Callable[..., AppTest], tmp_path: Path) -> Callable[..., AppTest]:
    """The page of an article with so many numbers of trees and one number of days."""

    def opened(number: int, **address: str) -> AppTest:
        body = "".join(TREES.format(number=n) for n in range(100, 100 + number))
        text = f"{body}North Korean soldiers in Russia rested for 20 days, Kyiv said.\n"
        (tmp_path / "a b&c.txt").write_text(text, encoding="utf-8")
        return run(tmp_path, "leftovers", **address)

    return opened


def seen(page: AppTest) -> list[str]:
    found = (re.search(r'<mark class="leftover"[^>]*>([^<]*)</mark>', html.proto.body) for html in page.get("html"))
    return [match[1] for match in found if match and match[1] != "what was left over"]


def headings(page: AppTest) -> list[str]:
    return [heading.value for heading in page.subheader]


def test_leftovers_stand_under_their_reason_with_its_count(left: Callable[..., AppTest]) -> None:
    page = left(3)
    assert sorted(seen(page)) == ["100", "101", "102", "20"]
    counts = {heading.rpartition(" (")[0]: int(heading.rpartition("(")[2][:-1]) for heading in headings(page)}
    assert set(counts) <= set(reasons.LEFT.values())
    assert sum(counts.values()) == 4
    assert list(counts.values()) == sorted(counts.values(), reverse=True)


def test_a_reason_narrows_the_list(left: Callable[..., AppTest]) -> None:
    page = left(3)
    assert "Reason" in [pills.proto.label for pills in page.get("button_group")]
    days = reasons.LEFT["not a count of people or materiel"]
    assert headings(left(3, reason=days)) == [heading for heading in headings(page) if days in heading]


def test_words_narrow_the_list_and_nothing_left_says_what_to_do(left: Callable[..., AppTest]) -> None:
    page = left(3, within="101 TREES")
    assert seen(page) == ["101"]
    page.text_input(key="within").set_value("no such words").run()
    assert seen(page) == []
    assert any("clear the words" in caption.value for caption in page.caption)


def test_a_hundred_are_shown_at_a_time(left: Callable[..., AppTest]) -> None:
    page = left(230)
    assert len(seen(page)) == 100
    assert len(page.get("pagination")) == 1
    assert any("231 numbers and speakers were seen" in caption.value for caption in page.caption)


def test_each_names_its_article_and_links_to_it(left: Callable[..., AppTest]) -> None:
    assert any("(articles?article=a%20b%26c)" in caption.value for caption in left(1).caption)


def test_an_article_without_leftovers_says_so(left: Callable[..., AppTest], tmp_path: Path) -> None:
    page = left(0)
    (tmp_path / "a b&c.txt").write_text("North Korea sent 900 soldiers to Russia, Kyiv said.\n", encoding="utf-8")
    page.run()
    assert any(caption.value == "Nothing is left over." for caption in page.caption)
