"""The figures of materiel: containers are observed, rounds are a conversion, capacity is no delivery. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.measures import LeftOut, RefusedSum, add, derived, materiel, troops
from components.model import Kind
from tests.by_hand import NAMES, Said, claims, day

MARCH = (day(3, 3), day(3, 3))
BOXES = Said(13_000, "approx", measure="containers", event="arms_transfer", days=MARCH)
ROUNDS = replace(BOXES, number=6_000_000, bound="up_to", measure="shells", kind="capacity", modality="possible")


def test_containers_and_what_they_could_hold_are_figures_of_two_sorts() -> None:
    shown = materiel(claims(BOXES, ROUNDS), NAMES).points
    assert [(point.measure, point.sort, point.number) for point in shown] == [
        ("shells", "capacity", "up to 6,000,000"),
        ("containers", "total", "about 13,000"),
    ]


def test_a_capacity_is_on_no_line_and_in_no_sum() -> None:
    more = replace(ROUNDS, number=500, bound="exact", kind="additional", modality="asserted", days=(day(4, 1),) * 2)
    capacity, addition = sorted(materiel(claims(ROUNDS, more), NAMES).points, key=lambda point: -point.value)
    assert (capacity.sort, capacity.line) == ("capacity", "")
    assert derived((capacity, addition)) == ()
    with pytest.raises(RefusedSum, match=r"^Rule 6: .* no delivery"):
        add(capacity, addition)


@pytest.mark.parametrize("kind", ["rate", "share"])
def test_rates_and_shares_are_left_out_with_the_reason(kind: Kind) -> None:
    answer = materiel(claims(replace(BOXES, kind=kind)), NAMES)
    assert (answer.points, answer.left_out) == ((), (LeftOut(1, "rates or shares"),))


def test_only_north_korean_materiel_is_counted() -> None:
    answer = materiel(claims(replace(BOXES, subject="rus")), NAMES)
    assert (answer.points, answer.left_out) == ((), (LeftOut(1, "of others than North Korea"),))


def test_a_part_of_the_guns_is_no_total_of_guns() -> None:
    (point,) = materiel(claims(replace(BOXES, measure="artillery", kind="subset")), NAMES).points
    assert (point.sort, point.line) == ("part", "")


def test_people_and_materiel_are_on_different_charts() -> None:
    table = claims(BOXES, Said(2500, days=MARCH))
    assert [point.measure for point in troops(table, NAMES).points] == ["troops"]
    assert [point.measure for point in materiel(table, NAMES).points] == ["containers"]
