"""Rows that an analyst chooses to add: the sum, or the rule that forbids it by number and name, or the envelope.

All figures are invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.columns import INCLUDES
from components.measures import Point, RefusedSum, added, asked, casualties, envelope, troops
from tests.by_hand import NAMES, Said, claims, day

JANUARY, MARCH, APRIL = ((day(month, 3), day(month, 3)) for month in (1, 3, 4))
BASE = Said(9000, days=JANUARY, article="base")
MORE = Said(1200, kind="additional", days=MARCH, article="more")
LATER = Said(300, kind="additional", days=APRIL, article="later")
KYIV = replace(BASE, number=12_000, source="ua-intel", article="kyiv")


def points(*said: Said) -> Sequence[Point]:
    table = claims(*said)
    return (*troops(table, NAMES).points, *casualties(table, NAMES).points)


def refused(*said: Said) -> RefusedSum:
    with pytest.raises(RefusedSum) as refusal:
        added(points(*said))
    return refusal.value


def test_a_base_and_its_additions_are_added_whatever_the_order_of_choosing() -> None:
    chosen = points(LATER, MORE, BASE)
    assert added(chosen).formula == added(chosen[::-1]).formula == "9,000 + 1,200 + 300"
    assert added(chosen).number == "10,500"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        pytest.param(1, (BASE, KYIV), id="two sources"),
        pytest.param(1, (BASE, replace(BASE, number=9500, days=MARCH)), id="two totals"),
        pytest.param(2, (MORE, LATER), id="two additions"),
        pytest.param(2, (BASE, replace(MORE, kind="subset")), id="a part"),
        pytest.param(3, (replace(BASE, article="one", days=APRIL, flags=(INCLUDES,)), replace(MORE, article="one")),
                     id="a total that includes it"),
        pytest.param(4, (replace(BASE, days=APRIL), MORE), id="a total after the addition"),
        pytest.param(5, (replace(BASE, measure="killed"), replace(BASE, measure="wounded")), id="two measures"),
        pytest.param(6, (replace(BASE, alternative="a"), replace(MORE, alternative="a")), id="either or"),
        pytest.param(9, (BASE, replace(MORE, kind="planned")), id="a plan"),
    ],
)  # fmt: skip
def test_a_wrong_sum_is_refused_with_its_rule_and_its_rows(rule: int, said: Sequence[Said]) -> None:
    refusal = refused(*said)
    assert refusal.rule == rule
    assert str(refusal).startswith(f"Rule {rule}: ")
    assert set(refusal.rows) == set(points(*said))
    assert refusal.sentence.startswith("Not added: ")
    assert f"Rule {rule} (" in refusal.sentence
    assert all(f"{row.name}, {row.days}" in refusal.sentence for row in refusal.rows)


def test_only_the_row_that_does_not_fit_is_named() -> None:
    refusal = refused(BASE, MORE, replace(LATER, kind="planned"))
    assert [row.number for row in refusal.rows] == ["9,000", "300"]


def test_one_figure_for_all_sources_is_their_envelope_and_no_best() -> None:
    found = envelope(points(BASE, KYIV, replace(KYIV, number=10_000, bound="at_least", source="nato", article="n")))
    assert (found.low, found.high, found.open_above, found.open_below) == (9000, 12_000, True, False)
    assert str(found) == (
        "The sources' figures lie between 9,000 and 12,000 troops (least and greatest as printed; no best is chosen). "
        "Some sources set no end above."
    )


def test_of_a_source_only_its_latest_total_is_in_the_envelope() -> None:
    found = envelope(points(replace(BASE, number=100), replace(BASE, number=9500, days=MARCH, article="new"), KYIV))
    assert (found.low, {row.number for row in found.rows}) == (9500, {"9,500", "12,000"})


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        pytest.param(5, (BASE, replace(KYIV, measure="killed")), id="two measures"),
        pytest.param(12, (BASE, replace(KYIV, kind="planned")), id="a plan"),
        pytest.param(12, (BASE, replace(BASE, number=9500, days=MARCH)), id="one source"),
    ],
)
def test_there_is_no_envelope_of(rule: int, said: Sequence[Said]) -> None:
    with pytest.raises(RefusedSum) as refusal:
        envelope(points(*said))
    assert refusal.value.rule == rule


EVERY = points(
    *(
        replace(BASE, number=number, source=source, article=source)
        for number in (3, 400, 9_000, 11_000)
        for source in ("rok-jcs", "ua-intel", "nato", "us-gov")
    )
)


@given(st.lists(st.sampled_from(EVERY), min_size=2, max_size=6, unique_by=lambda point: point.source))
def test_every_figure_lies_in_the_envelope_and_its_ends_are_printed(chosen: list[Point]) -> None:
    found = envelope(chosen)
    assert {found.low, found.high} <= {point.value for point in chosen}
    assert all(found.low <= point.value <= found.high for point in chosen)


def test_a_sum_says_its_formula_and_that_no_source_states_it() -> None:
    assert asked(points(BASE, MORE)) == (
        "10,200 troops = 9,000 + 1,200 (South Korea's JCS; our sum, not a figure of the source).",
    )


def test_a_sum_that_is_only_one_of_two_readings_says_so() -> None:
    said, doubt = asked(points(replace(BASE, days=APRIL, article="both"), replace(MORE, article="both")))
    assert said.startswith("10,200 troops = 9,000 + 1,200")
    assert doubt.startswith("Rule 4 (a total may include the addition): South Korea's JCS: the articles do not settle")


def test_totals_of_two_sources_are_refused_and_answered_by_their_envelope() -> None:
    refusal, found = asked(points(BASE, KYIV))
    assert "Rule 1 (" in refusal
    assert found.startswith("One figure for all sources? The sources' figures lie between 9,000 and 12,000 troops")
    assert found.endswith("Rule 12: no best figure across sources.")


def test_one_row_is_no_question() -> None:
    assert asked(points(BASE)) == asked(()) == ()
