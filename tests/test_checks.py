"""Killed and wounded against casualties, and what holds for every check. All sentences that it prints are its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.checks import Verdict, run
from components.statements.statement import Told
from tests.told_by_hand import EARLIER, PRINTED, only, statement, told, verdicts

# Ukrainian intelligence through the lawmaker Yoo Yong-won, late February 2025: about 400 killed, 3,600 wounded.
# South Korea's JCS, 27 March 2025: 4,000 casualties.
KILLED, WOUNDED, CASUALTIES = told(400, "killed"), told(3600, "wounded"), told(4000, "casualties")
ABOUT_KILLED, ABOUT_CASUALTIES = told(400, "killed", "approx"), told(4000, "casualties", "approx")


def test_killed_and_wounded_that_make_the_casualties_hold() -> None:
    assert only(KILLED, WOUNDED, CASUALTIES) == Verdict(
        check="killed and wounded against casualties",
        verdict="holds",
        says="400 killed and 3,600 wounded make 4,000, and 4,000 casualties are stated: holds.",
        claims=("400 killed", "3600 wounded", "4000 casualties"),
        figures=("figure of 400 killed", "figure of 3600 wounded", "figure of 4000 casualties"),
    )


def test_the_sentence_says_how_far_an_approximate_number_reaches() -> None:
    assert only(ABOUT_KILLED, WOUNDED, CASUALTIES).says == (
        "About 400 killed and 3,600 wounded make between 3,980 and 4,020, and 4,000 casualties are stated: holds."
    )


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        ((KILLED, WOUNDED, told(4700, "casualties")), "fails"),
        ((KILLED, WOUNDED, told((3900, 4100), "casualties")), "holds"),
        ((ABOUT_KILLED, WOUNDED, told(4019, "casualties")), "holds"),
        ((ABOUT_KILLED, WOUNDED, told(4021, "casualties")), "fails"),
        ((KILLED, told(3600, "wounded", "at_least"), told(4700, "casualties")), "cannot tell"),
        ((KILLED, told(3600, "wounded", "more_than"), told(3000, "casualties")), "fails"),
        ((KILLED, WOUNDED, told(3000, "casualties", "up_to")), "fails"),
        ((KILLED, WOUNDED, told(5000, "casualties", "up_to")), "cannot tell"),
        ((KILLED, told(0, "wounded", "vague", quantity_text="thousands of"), CASUALTIES), "cannot tell"),
    ],
)
def test_a_sum_fails_only_if_no_value_fits_and_open_bounds_decide_nothing(
    claims: tuple[Told, ...], verdict: str
) -> None:
    assert verdicts(*claims) == [verdict]


def test_a_side_that_is_not_stated_may_be_any_number() -> None:
    assert only(KILLED, CASUALTIES).says == (
        "400 killed and an unstated number of wounded make at least 400, and 4,000 casualties are stated: cannot tell."
    )
    assert verdicts(told(4500, "killed"), CASUALTIES) == ["fails"]


def test_missing_and_captured_may_fill_the_rest_but_never_excuse_too_many() -> None:
    captured = told(2, "captured")
    assert verdicts(KILLED, WOUNDED, captured, told(4700, "casualties")) == ["cannot tell"]
    assert verdicts(KILLED, WOUNDED, captured, told(3000, "casualties")) == ["fails"]


@pytest.mark.parametrize(
    "claims",
    [
        (),
        (CASUALTIES,),
        (KILLED, WOUNDED),
        (replace(KILLED, subject="rus"), replace(WOUNDED, subject="rus"), CASUALTIES),
        (KILLED, WOUNDED, replace(CASUALTIES, modality="denied")),
        (KILLED, WOUNDED, replace(CASUALTIES, modality="possible")),
        (replace(KILLED, kind="rate"), CASUALTIES),
        (replace(KILLED, place="Kursk"), replace(CASUALTIES, place="Belgorod")),
        (
            replace(KILLED, as_of=EARLIER, as_of_basis="stated"),
            replace(CASUALTIES, as_of=PRINTED, as_of_basis="stated"),
        ),
        (
            replace(KILLED, alternative_group="a"),
            replace(CASUALTIES, alternative_group="a"),
        ),
    ],
)
def test_what_cannot_be_compared_gets_no_verdict(claims: tuple[Told, ...]) -> None:
    assert verdicts(*claims) == []


def test_a_day_taken_from_elsewhere_contradicts_nothing() -> None:
    killed = replace(KILLED, as_of=EARLIER, as_of_basis="inherited")
    assert verdicts(killed, WOUNDED, replace(CASUALTIES, as_of=PRINTED, as_of_basis="stated")) == ["holds"]


def test_of_several_numbers_killed_the_one_that_fits_is_meant() -> None:
    assert verdicts(told(50, "killed", kind="subset"), KILLED, WOUNDED, CASUALTIES) == ["holds"]


def test_verdicts_come_in_order_of_the_statements_and_never_across_them() -> None:
    bad, good = statement(KILLED, WOUNDED, told(4700, "casualties")), statement(KILLED, WOUNDED, CASUALTIES)
    assert [one.verdict for one in run([bad, good, bad])] == ["fails", "holds", "fails"]
    assert run([statement(KILLED, WOUNDED), statement(CASUALTIES)]) == ()
