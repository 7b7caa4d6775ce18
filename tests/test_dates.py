"""Date expressions and the days they allow; nothing here or there reads the clock."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.model import DateMention
from components.parsing.dateline import publication
from components.parsing.dates import dates

CASES = Path(__file__).parent / "cases"
THURSDAY = dt.date(2025, 3, 27)
GROUPS: list[dict[str, Any]] = tomllib.loads((CASES / "dates.toml").read_text("utf-8"))["group"]
SILENT: list[dict[str, Any]] = tomllib.loads((CASES / "not_dates.toml").read_text("utf-8"))["case"]
READ = [
    pytest.param(group["published"], case, marked, id=marked)
    for group in GROUPS
    for case in group["case"]
    for marked in case["texts"]
]
UNREAD = [pytest.param(text, id=text) for case in SILENT for text in case["texts"]]


def marked_with(text: str, mentions: tuple[DateMention, ...]) -> str:
    for mention in reversed(mentions):
        text = f"{text[: mention.span.start]}<d>{mention.span.of(text)}</d>{text[mention.span.end :]}"
    return text


@pytest.mark.parametrize(("published", "case", "marked"), READ)
def test_a_date_is_read_with_the_days_it_allows(published: dt.date, case: dict[str, Any], marked: str) -> None:
    text = re.sub("</?d>", "", marked)
    mentions = dates(text, published)
    assert marked_with(text, mentions) == marked
    (mention,) = mentions
    for name in ("first", "last", "precision", "lead", "basis"):
        assert getattr(mention, name) == case.get(name, getattr(mention, name))


@pytest.mark.parametrize("text", UNREAD)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert marked_with(text, dates(text, THURSDAY)) == text


def days_of(text: str, published: dt.date | None = THURSDAY) -> list[tuple[str, str]]:
    return [(found.first.isoformat(), found.last.isoformat()) for found in dates(text, published)]


def test_a_neighbouring_day_counts_from_the_day_just_mentioned() -> None:
    text = "The pact was signed on 10 February. The next day two ships left, and a week earlier one had sunk."
    assert days_of(text) == [("2025-02-10",) * 2, ("2025-02-11",) * 2, ("2025-02-04",) * 2]


def test_without_an_earlier_day_the_previous_day_counts_from_publication() -> None:
    assert days_of("The envoy left the previous day.") == [("2025-03-26",) * 2]


def test_a_year_earlier_is_the_same_stretch_of_the_year_before() -> None:
    text = "It had 900 hulls as of late September 2024, up from 500 a year earlier."
    assert days_of(text) == [("2024-09-21", "2024-09-30"), ("2023-09-21", "2023-09-30")]


def test_a_day_told_by_what_came_after_it_lies_before_it() -> None:
    assert days_of("The test came five days after the crew had left.") == [("2025-03-22",) * 2]


def test_an_ordinal_day_belongs_to_the_month_last_spoken_of() -> None:
    assert days_of("It began in December. On the 20th, it ended.")[1] == ("2024-12-20",) * 2


def test_two_days_joined_by_and_are_two_dates_unless_between_spans_them() -> None:
    assert len(days_of("It was seen on 3 February and 5 March.")) == 2
    assert days_of("It was seen between 3 February and 5 March.") == [("2025-02-03", "2025-03-05")]


def test_without_a_publication_day_only_a_printed_year_resolves() -> None:
    text = "On Friday, in May and last year nothing; in May 2024 and on 3 June 2024 much."
    assert days_of(text, None) == [("2024-05-01", "2024-05-31"), ("2024-06-03", "2024-06-03")]


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("SEOUL, Jan. 13, 2025 (Wire) -- Two ships left.", dt.date(2025, 1, 13), "dateline"),
        ("SEOUL, Jan. 13 (Wire) -- Two ships left in December 2024.", dt.date(2025, 1, 13), "inferred"),
        ("Ships leave\nPublished : Dec. 3, 2025 - 17:04\nTwo ships left.", dt.date(2025, 12, 3), "text"),
        ("Ships leave\n21 August 2025, 11:42\nTwo ships left.", dt.date(2025, 8, 21), "text"),
        ("Ships leave\n19.09.2025 09:41\nTwo ships left.", dt.date(2025, 9, 19), "text"),
        ("Ships leave\nInput 2026.03.20 (07:12)\nTwo ships left.", dt.date(2026, 3, 20), "text"),
        ("Ships leave\nMarch 11, 2025\nTwo ships left.", dt.date(2025, 3, 11), "text"),
        ("Harbour briefing, 11/07/2024\nTwo ships left.", dt.date(2024, 11, 7), "text"),
        ("Two ships had left on 3 May 2024 and were back on 9 June 2024, he said.", dt.date(2024, 6, 9), "inferred"),
        ("Two ships left on Friday.", None, None),
        ("Two ships will be back on 1 January 2190.", None, None),
    ],
)
def test_the_publication_day_is_taken_from_what_the_article_prints(
    text: str, day: dt.date | None, basis: str | None
) -> None:
    assert publication(text, None) == (day, basis)


def test_a_given_publication_day_is_kept() -> None:
    assert publication("SEOUL, Jan. 13, 2025 (Wire) -- Two ships left.", THURSDAY) == (THURSDAY, None)


PIECES = (
    "since by before as of the end early mid - late 2024 1999 31 30 29 2 9999 0 20th twentieth February Feb. "
    "May March Monday next last this previous week month year years days two 999 ago earlier later after and "
    "to between from winter fall New Year Christmas first half quarter . , ( ) / 12/31/9999 31.02.2025 "
    "0001-01-01 so far today overnight will had came a few"
)
WORDS = st.lists(st.sampled_from([*PIECES.split(" "), "\n"]), max_size=30).map(" ".join)
PUBLISHED = st.one_of(st.none(), st.dates())


@given(st.one_of(st.text(), WORDS), PUBLISHED)
def test_mentions_lie_inside_in_order_and_reading_twice_is_equal(text: str, published: dt.date | None) -> None:
    mentions = dates(text, published)
    end = 0
    for mention in mentions:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.first <= mention.last
        end = mention.span.end
    assert dates(text, published) == mentions


@given(st.one_of(st.text(), WORDS))
def test_a_publication_day_is_one_of_our_times_or_none(text: str) -> None:
    day, basis = publication(text, None)
    assert (day is None) == (basis is None)
    assert day is None or 1990 <= day.year <= 2100


@pytest.mark.parametrize("unit", ["the end of ", "2024-", "March and ", "1/1/", "since ", "a" * 50, "12 ", "Monday, "])
def test_a_very_long_line_is_read_to_its_end(unit: str) -> None:
    text = unit * (250_000 // len(unit)) + " on 3 June 2024"
    assert dates(text, THURSDAY)[-1].last == dt.date(2024, 6, 3)
