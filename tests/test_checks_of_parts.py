"""Parts within wholes, additions to bases, rounds in containers, shares, and days after the printing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from components.checks import run
from components.statements.statement import Figure, Told
from tests.told_by_hand import EARLIER, LATER, PRINTED, only, statement, told, verdicts

SENT = told(11000, "troops", "approx", event_type="deployment")


@pytest.mark.parametrize(
    ("part", "verdict"),
    [
        (told(4000, "casualties"), "holds"),
        (told(10500, "casualties"), "holds"),
        (told(11000, "casualties"), "cannot tell"),
        (told(4000, "casualties", "at_least"), "cannot tell"),
        (told(4000, "casualties", "up_to"), "holds"),
        (told(12000, "casualties"), "fails"),
        (told(12000, "casualties", "more_than"), "fails"),
        (told(12000, "casualties", modality="possible"), "fails"),
    ],
)
def test_a_part_is_no_larger_than_its_whole(part: Told, verdict: str) -> None:
    assert verdicts(SENT, replace(part, kind="subset", subset_of=SENT.claim_id)) == [verdict]


def test_a_whole_without_an_upper_end_refuses_no_part() -> None:
    part = told(12000, "casualties", kind="subset", subset_of="11000 troops")
    assert verdicts(told(11000, "troops", "at_least"), part) == ["cannot tell"]


def test_a_part_says_so_and_names_both_claims() -> None:
    verdict = only(SENT, told(12000, "casualties", kind="subset", subset_of=SENT.claim_id))
    assert verdict.says == "12,000 casualties are stated as a part of about 11,000 troops: fails."
    assert verdict.claims == ("12000 casualties", "11000 troops")


def test_a_whole_that_another_relay_names_counts_and_an_unknown_one_does_not() -> None:
    careful, other = told(400, "killed"), told(400, "killed", claim_id="other relay", subset_of="other text's whole")
    whole = told(300, "troops")
    wholes = Figure("whole", whole, (whole, replace(whole, claim_id="other text's whole")), ("one",), (), ())
    part = Figure("part", careful, (careful, other), ("one",), (), ())
    assert [v.verdict for v in run([replace(statement(), figures=(wholes, part))])] == ["fails"]
    assert [v.verdict for v in run([replace(statement(), figures=(part,))])] == []


BASE, MORE = told(9000, "troops"), told(1200, "troops", kind="additional")


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        ((BASE, MORE, told(10200, "troops")), "holds"),
        ((told(10200, "troops"), BASE, MORE), "holds"),
        ((BASE, MORE, told(12000, "troops")), "fails"),
        ((BASE, MORE, told(10000, "troops", "approx")), "holds"),
        ((BASE, told(1200, "troops", "at_least", kind="additional"), told(12000, "troops")), "cannot tell"),
        ((BASE, told(1200, "troops", "at_least", kind="additional"), told(10000, "troops")), "fails"),
        ((BASE, MORE, told(10200, "troops", flags=("includes the addition",))), "holds"),
    ],
)
def test_a_base_and_an_addition_make_the_total(claims: tuple[Told, ...], verdict: str) -> None:
    assert verdicts(*claims) == [verdict]


def test_the_earlier_total_is_the_base_although_it_is_larger() -> None:
    base = told(12000, "troops", as_of=EARLIER, as_of_basis="stated")
    assert only(told(10800, "troops", as_of=PRINTED, as_of_basis="stated"), base, MORE).says == (
        "12,000 troops and 1,200 more troops make 13,200, and a total of 10,800 troops is stated: fails."
    )


def test_a_total_that_includes_the_addition_tells_nothing_without_its_base() -> None:
    assert only(told(3000, "troops", flags=("includes the addition",)), MORE).says == (
        "3,000 troops include 1,200 more troops, and no base is stated: cannot tell."
    )


@pytest.mark.parametrize(
    "claims",
    [
        (BASE, MORE),
        (BASE, told(12000, "troops")),
        (BASE, MORE, told(500, "troops", kind="additional"), told(12000, "troops")),
        (BASE, MORE, told(12000, "workers")),
        (BASE, replace(MORE, modality="planned"), told(12000, "troops")),
    ],
)
def test_an_addition_without_one_base_and_one_total_gets_no_verdict(claims: tuple[Told, ...]) -> None:
    assert verdicts(*claims) == []


BOXES = told(13000, "containers", event_type="arms_transfer")


@pytest.mark.parametrize(
    ("rounds", "boxes", "verdict"),
    [
        (told(6_000_000, "shells"), BOXES, "holds"),
        (told(6_000_000, "shells", kind="capacity"), BOXES, "holds"),
        (told(1_300_000, "shells"), BOXES, "holds"),
        (told(1_200_000, "shells"), BOXES, "fails"),
        (told(60_000_000, "shells"), BOXES, "fails"),
        (told(6_000_000, "shells", "up_to"), BOXES, "cannot tell"),
        (told(6_000_000, "shells"), replace(BOXES, best=None, low=13000.0, bound="more_than"), "cannot tell"),
        (told(600_000, "shells", "up_to"), BOXES, "fails"),
    ],
)
def test_a_container_holds_a_hundred_to_two_thousand_rounds(rounds: Told, boxes: Told, verdict: str) -> None:
    assert verdicts(boxes, rounds) == [verdict]


@pytest.mark.parametrize(
    ("rounds", "load", "verdict"),
    [(5_980_000, "460", "holds"), (65_000, "5", "fails"), (19_500, "1.5", "fails"), (100, "0.00769", "fails")],
)
def test_rounds_in_a_container_are_told_as_a_number(rounds: int, load: str, verdict: str) -> None:
    assert only(BOXES, told(rounds, "shells")).says == (
        f"{rounds:,} shells in 13,000 containers make {load} a container, where 100 to 2,000 are likely: {verdict}."
    )


@pytest.mark.parametrize(
    ("share", "part", "verdict"),
    [
        (told(36, "casualties"), told(4000, "casualties"), "holds"),
        (told(36, "casualties"), told(4040, "casualties"), "fails"),
        (told(40, "casualties", "approx"), told(4500, "casualties"), "holds"),
        (told(40, "casualties"), told(4000, "casualties", "at_least"), "cannot tell"),
        (told(30, "casualties"), told(4000, "casualties", "at_least"), "fails"),
    ],
)
def test_a_share_is_its_part_of_the_base(share: Told, part: Told, verdict: str) -> None:
    base = told(11000, "troops")
    share = replace(share, kind="share", unit="per cent", subset_of=base.claim_id)
    found = run([statement(base, replace(part, kind="subset", subset_of=base.claim_id), share)])
    assert [one.verdict for one in found if one.check == "share against its base"] == [verdict]
    assert verdicts(base, share) == []


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"event_start": LATER, "event_basis": "stated"}, "happened from 3 Apr 2025"),
        ({"as_of": LATER, "as_of_basis": "relative"}, "counted as of 3 Apr 2025"),
        ({"said_on": LATER}, "said on 3 Apr 2025"),
    ],
)
def test_a_day_after_the_printing_fails_and_is_named(days: dict[str, Any], says: str) -> None:
    verdict = only(told(1000, "troops", "at_least", **days))
    assert verdict.says == f"At least 1,000 troops, {says}, but printed on 27 Mar 2025: fails."
    assert (verdict.claims, verdict.figures) == (("1000 troops",), ("figure of 1000 troops",))


@pytest.mark.parametrize(
    "fine",
    [
        {"event_start": PRINTED, "event_basis": "stated", "said_on": EARLIER},
        {"event_start": LATER, "event_basis": "inherited"},
        {"event_start": LATER, "event_basis": "stated", "modality": "planned"},
        {"event_start": LATER, "event_basis": "stated", "modality": "possible"},
        {"event_start": LATER, "event_basis": "stated", "kind": "planned"},
        {"said_on": LATER, "published": None},
    ],
)
def test_a_plan_a_day_from_elsewhere_and_a_day_before_are_fine(fine: dict[str, Any]) -> None:
    assert verdicts(told(1000, "troops", **fine)) == []
