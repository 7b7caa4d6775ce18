"""What is a number, what it says, and what is none. The cases: cases/amounts.toml and cases/not_amounts.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.model import Amount, Bound, Span
from components.parsing.amounts import amounts
from components.parsing.text import fold

CASES = Path(__file__).parent / "cases"
RULES = {"digits", "words", "broadcast", "scaled", "range", "vague"}
WORDS = (
    "at least|some|about|another|between|and|to|or|or more|more|3,000|3 000|12|2024|1.7|million|hundred|thousand|"
    "half a|dozens of|tens of|a|one|twenty|five|mm|K|m|May|Jan.|\u00bd|\u0130|e\u0301|\ud800"
)
PIECES = st.sampled_from([*WORDS.split("|"), *"-,.:/|%$'\"() \n"])


def case_texts(name: str, table: str, key: str) -> list[tuple[dict[str, Any], str]]:
    with (CASES / name).open("rb") as file:
        return [(case, text) for case in tomllib.load(file)[table] for text in case[key]]


def marked(text: str, found: tuple[Amount, ...]) -> str:
    for amount in reversed(found):
        text = f"{text[: amount.span.start]}<q>{amount.span.of(text)}</q>{text[amount.span.end :]}"
    return text


@pytest.mark.parametrize(("case", "text"), case_texts("amounts.toml", "amount", "says"))
def test_every_way_to_say_a_value_is_read(case: dict[str, Any], text: str) -> None:
    printed = text.replace("<q>", "").replace("</q>", "")
    found = amounts(fold(printed))
    assert marked(printed, found) == text
    (amount,) = found
    assert (amount.low, amount.best, amount.high) == (case.get("low"), case.get("best"), case.get("high"))
    assert (amount.bound, amount.more) == (case["bound"], case.get("more", False))


@pytest.mark.parametrize(("case", "text"), case_texts("not_amounts.toml", "other", "texts"))
def test_a_number_of_another_thing_is_not_read(case: dict[str, Any], text: str) -> None:
    assert marked(text, amounts(fold(text))) == text, case["why"]


@pytest.mark.parametrize(("case", "text"), case_texts("not_amounts.toml", "other", "texts"))
def test_a_number_of_another_thing_is_not_read_inside_a_sentence(case: dict[str, Any], text: str) -> None:
    sentence = f"They say this: {text} and that is all"
    assert marked(sentence, amounts(fold(sentence))) == sentence, case["why"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("34, 35 and 36 men", [34, 35, 36]),
        ("1,180, 22", [1180, 22]),
        ("75 for 75", [75, 75]),
        ("around 400 killed and 3,600 injured", [400, 3600]),
        ("rose from 410 to 2,600", [410, 2600]),
        ("up from 8,400 to 11,000", [8400, 11000]),
        ("from 11,000 to 8,000", [11000, 8000]),
        ("3,000 lost 300 at least 40 of them officers", [3000, 300, 40]),
        ("40 trucks or 3,900 crates", [40, 3900]),
        ("300 plus 20", [300, 20]),
        ("March 27 400 men came", [400]),
        ("Aug. 12, 2025: 300 men", [300]),
        ("between two villages and three towns", [2, 3]),
        ("one thousand and two thousand", [1000, 2000]),
        ("1 000 152-mm shells", [1000]),
        ("60 170-mm guns and 18 122mm launchers", [60, 18]),
        ("1,5 thousand of 11,000", [1500, 11000]),
    ],
)
def test_neighbouring_numbers_stay_apart(text: str, values: list[float]) -> None:
    assert [amount.low or amount.best or amount.high for amount in amounts(fold(text))] == values


def test_a_bound_word_does_not_carry_over_and() -> None:
    assert [amount.bound for amount in amounts("around 400 dead and 3,600 hurt")] == ["approx", "exact"]


def test_a_bound_word_stands_on_the_line_of_its_number() -> None:
    assert [amount.bound for amount in amounts("what we know about\n\n700 men came")] == ["exact"]


def test_a_range_keeps_its_ends_and_no_midpoint() -> None:
    (amount,) = amounts("200 to 300 drones")
    assert (amount.low, amount.best, amount.high) == (200, None, 300)


def test_the_numeral_is_the_bare_number() -> None:
    text = "at least another 3,000 or more men"
    (amount,) = amounts(text)
    assert (amount.span.of(text), amount.numeral.of(text)) == ("at least another 3,000 or more", "3,000")


def test_only_the_given_stretch_is_read() -> None:
    text = "300 men, at least 400 guns, 500 crates"
    assert [amount.low for amount in amounts(text, Span(9, 26))] == [400]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("300 men", "digits"),
        ("three hundred men", "words"),
        ("15-hundred men", "broadcast"),
        ("1.2 million", "scaled"),
        ("200 to 300", "range"),
        ("hundreds of men", "vague"),
    ],
)
def test_each_amount_names_the_rule_that_read_it(text: str, rule: str) -> None:
    assert [amount.rule for amount in amounts(text)] == [rule]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_read_the_same_twice_and_every_amount_stands_in_its_words(printed: str) -> None:
    text = fold(printed)
    found = amounts(text)
    assert found == amounts(text)
    reached = 0
    for amount in found:
        assert reached <= amount.span.start < amount.span.end <= len(text)
        assert amount.span.holds(amount.numeral)
        assert not text[amount.span.start].isspace()
        assert not text[amount.span.end - 1].isspace()
        assert amount.rule in RULES
        assert amount.bound in get_args(Bound)
        assert any(value is not None and value > 0 for value in (amount.low, amount.best, amount.high))
        reached = amount.span.end


def test_the_number_of_a_list_item_is_not_read() -> None:
    assert [amount.best for amount in amounts("1. Four guns\n2) 12 guns\n")] == [4, 12]


@pytest.mark.parametrize(
    "piece",
    "1|1,|1 |1-|1.|1,234| 234|100, |one |one hundred |dozen |a |a|-|between |at least |tens of |12 and |1 to |Jan. 1 |"
    "2024 |million|1m|some 3 more or |one or two |3 to 4 million ".split("|"),
)
def test_a_very_long_line_is_read_to_its_end(piece: str) -> None:
    found = amounts(piece * (100_000 // len(piece)) + "; at least 777 men")
    assert (found[-1].low, found[-1].bound) == (777, "at_least")
