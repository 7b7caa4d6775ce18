"""Derived totals: an addition on its base, both readings where the text leaves them open, and nothing counted twice.

All figures are invented, except where a comment names who said them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import lexicon, measures, statements
from components.__main__ import main
from components.columns import BESIDES, INCLUDES
from components.measures import Point, RefusedSum, add, derived, doubts, troops
from components.model import Bound
from tests.by_hand import NAMES, Said, claims, day

JANUARY, MARCH, APRIL, MAY = ((day(month, 3), day(month, 3)) for month in (1, 3, 4, 5))
BASE = Said(9000, days=JANUARY, article="base", id="base")
MORE = Said(1200, kind="additional", days=MARCH, article="more", id="more")
LATER = Said(300, kind="additional", days=APRIL, article="later", id="later")


def sums(*said: Said) -> list[str]:
    """Each derived number with its formula."""
    return [f"{point.number} = {point.formula}" for point in derived(points(*said))]


def points(*said: Said) -> Sequence[Point]:
    return troops(claims(*said), NAMES).points


def test_an_addition_makes_a_sum_with_the_total_before_it() -> None:
    (point,) = derived(points(BASE, MORE))
    assert (point.number, point.formula, point.sort, point.basis) == ("10,200", "9,000 + 1,200", "derived", "derived")
    assert (point.claims, point.articles) == (("base", "more"), ("base", "more"))
    assert point.days == "3 Mar 2025"
    assert point.line == ""


def test_the_base_is_the_latest_total_before_the_addition() -> None:
    assert sums(BASE, replace(BASE, number=9500, days=(day(2, 1), day(2, 1)), article="newer"), MORE) == [
        "10,700 = 9,500 + 1,200"
    ]


@pytest.mark.parametrize(
    "base",
    [
        pytest.param(replace(BASE, source="ua-intel"), id="of another source"),
        pytest.param(replace(BASE, source="rok-nis"), id="of another body of the family"),
        pytest.param(replace(BASE, measure="engineers"), id="of another measure"),
        pytest.param(replace(BASE, days=MARCH), id="of the same day"),
        pytest.param(replace(BASE, days=(day(1, 1), day(3, 31))), id="whose days reach into the addition's"),
        pytest.param(replace(BASE, kind="planned"), id="planned"),
        pytest.param(replace(BASE, modality="possible"), id="possible"),
        pytest.param(replace(BASE, kind="subset"), id="a part"),
        pytest.param(replace(BASE, number=(8000, 9000), bound="range"), id="a range"),
    ],
)
def test_no_addition_has_a_base_that_is(base: Said) -> None:
    assert sums(base, MORE) == []


def test_those_who_speak_without_a_name_have_no_sums() -> None:
    assert sums(*(replace(said, source=None) for said in (BASE, MORE))) == []


def test_of_two_totals_of_one_day_neither_is_the_base() -> None:
    assert sums(BASE, replace(BASE, number=9500, id="other"), MORE) == []


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        pytest.param(Said(10_200, days=MAY, article="stated"), [], id="the same"),
        pytest.param(Said(10_000, "at_least", days=MAY, article="stated"), [], id="that allows it"),
        pytest.param(Said(15_000, days=MAY, article="stated"), ["10,200 = 9,000 + 1,200"], id="that differs"),
        pytest.param(Said(10_200, days=MARCH, article="stated"), [], id="the same, of the same day"),
        pytest.param(Said(10_200, days=MAY, source="ua-intel"), ["10,200 = 9,000 + 1,200"], id="of another source"),
    ],
)
def test_a_sum_beside_a_later_total(stated: Said, shown: list[str]) -> None:
    assert sums(BASE, MORE, stated) == shown


def test_additions_after_one_base_stand_on_each_other_and_none_twice() -> None:
    assert sums(BASE, MORE, LATER) == ["10,200 = 9,000 + 1,200", "10,500 = 9,000 + 1,200 + 300"]


def test_a_stated_total_between_two_additions_is_the_base_of_the_second() -> None:
    between = replace(BASE, number=11_000, days=(day(3, 20), day(3, 20)), article="between")
    assert sums(BASE, MORE, between, LATER) == ["10,200 = 9,000 + 1,200", "11,300 = 11,000 + 300"]


def test_additions_whose_days_meet_may_be_one_and_carry_no_third() -> None:
    other = replace(MORE, number=1000, days=(day(3, 1), day(3, 31)), article="other")
    assert sums(BASE, MORE, other, LATER) == ["10,000 = 9,000 + 1,000", "10,200 = 9,000 + 1,200"]


def test_the_same_addition_told_by_two_articles_counts_once() -> None:
    assert sums(BASE, MORE, replace(MORE, article="again", id="again")) == ["10,200 = 9,000 + 1,200"]


def test_a_total_that_may_include_the_addition_gives_its_second_reading() -> None:
    # South Korea's JCS, 27 March 2025: some 11,000 and 3,000 or more.
    total = Said(11_000, "approx", days=(day(3, 27), day(3, 27)), id="total")
    more = Said(3000, "at_least", kind="additional", days=(day(1, 1), day(2, 28)), id="more")
    (point,) = derived(points(total, more))
    assert (point.number, point.formula) == ("at least 14,000", "about 11,000 + at least 3,000")
    assert point.days == "27 Mar 2025"
    assert len(doubts(points(total, more))) == 1


def test_a_total_that_includes_its_addition_gives_no_sum() -> None:
    said = (BASE, replace(MORE, article="both"), Said(9900, days=APRIL, article="both", flags=(INCLUDES,)))
    assert sums(*said) == []
    assert doubts(points(*said)) == ()


def test_one_silent_relay_leaves_open_what_another_settles() -> None:
    total = Said(9900, days=APRIL, article="both")
    told = (replace(total, flags=(INCLUDES,)), replace(total, article="silent", id="silent"))
    assert len(doubts(points(replace(MORE, article="both"), *told))) == 1


def test_a_total_beside_its_addition_is_the_base_without_a_doubt() -> None:
    said = (replace(MORE, article="both"), Said(600, days=APRIL, article="both", flags=(BESIDES,)))
    assert sums(*said) == ["1,800 = 600 + 1,200"]
    assert doubts(points(*said)) == ()


@pytest.mark.parametrize(
    ("base", "more", "number"),
    [
        (Said(11_000, "approx"), Said(1_234), "about 12,000"),
        (Said(11_000, "approx"), Said(1_234, "at_least"), "at least 12,000"),
        (Said(11_000, "approx"), Said(1_234, "up_to"), "up to 13,000"),
        (Said(10_000, "approx"), Said(1_300, "approx"), "about 11,000"),
        (Said(600), Said(37), "637"),
        (Said(600, "more_than"), Said(37), "at least 637"),
        (Said(600, "nearly"), Said(37), "up to 637"),
    ],
)
def test_a_sum_keeps_the_weakest_bound_and_no_more_digits(base: Said, more: Said, number: str) -> None:
    total, addition = points(replace(base, days=JANUARY), replace(more, kind="additional", days=MARCH))
    assert add(total, addition).number == number


BOUNDS: tuple[Bound, ...] = ("exact", "approx", "at_least", "nearly")
EVERY = points(
    *(
        Said(number, bound, kind=kind, days=(day(month, 1), day(month, 20)), source=source, article=f"{month % 2}")
        for month, number in ((1, 11_000), (3, 1_234), (2, 3_000), (4, 300), (6, 9_000))
        for bound in BOUNDS
        for kind in ("total", "additional", "planned")
        for source in ("rok-jcs", "ua-intel")
    )
)
SOME = st.lists(st.sampled_from(EVERY), unique=True, max_size=10)


@given(SOME)
def test_a_sum_is_made_of_one_source_and_its_parts_are_there_to_be_read(shown: list[Point]) -> None:
    stated = {claim: point for point in shown for claim in point.claims}
    for total in derived(shown):
        parts = [stated[claim] for claim in total.claims]
        assert {(part.source, part.measure) for part in parts} == {(total.source, total.measure)}
        assert [part.sort for part in parts].count("total") == 1
        assert all(part.sort in ("total", "addition") for part in parts)
        assert len(set(parts)) == len(parts) == total.formula.count("+") + 1
        printed = sum(part.value for part in parts)
        assert total.bound != "at_least" or total.value <= printed
        assert total.bound != "up_to" or total.value >= printed
        assert total.bound != "exact" or total.value == printed
        assert abs(total.value - printed) <= 1000 * (len(parts) - 1)


@given(SOME, st.randoms(use_true_random=False))
def test_the_order_of_the_points_is_no_matter(shown: list[Point], chance: Random) -> None:
    before = set(derived(shown))
    chance.shuffle(shown)
    assert set(derived(shown)) == before


def test_no_addition_is_added_to_a_sum_that_has_it() -> None:
    base, more = points(BASE, MORE)
    with pytest.raises(RefusedSum, match="no addition is counted twice"):
        add(add(base, more), more)


def test_the_series_of_the_command_line_has_the_sums_with_formula_and_claims() -> None:
    table = claims(BASE, MORE)
    found = statements.group(table, lexicon.load()).statements
    frame = measures.series(found, "troops", sums=derived(troops(table, NAMES).points))
    (row,) = frame[frame["kind"].eq("derived")].to_dict("records")
    assert (row["best"], row["figure"], row["formula"]) == (10_200, "10,200", "9,000 + 1,200")
    assert (row["claims"], row["source"], row["subject"]) == (["base", "more"], "rok-jcs", "prk")
    assert frame.loc[frame["kind"].ne("derived"), "formula"].isna().all()


def test_the_command_line_prints_the_sum_of_the_seeds(capfd: pytest.CaptureFixture[str], seeds: Path) -> None:
    assert main(["series", str(seeds), "--measure", "troops", "--source", "rok-jcs", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    (ours,) = [row for row in rows if row["kind"] == "derived"]
    assert (ours["figure"], ours["formula"]) == ("at least 14,000", "about 11,000 + at least 3,000")
    parts = {claim for row in rows if row["kind"] != "derived" for claim in row["claims"]}
    assert set(ours["claims"]) <= parts
