"""What the arithmetic of one statement's figures says, case by case. All sentences that it prints are its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from components.checks import Verdict, run
from components.statements.statement import Figure, Statement, Told

PRINTED = dt.date(2025, 3, 27)
LATER, EARLIER = dt.date(2025, 4, 3), dt.date(2025, 2, 26)

NOTHING: dict[str, Any] = dict.fromkeys(Told.__dataclass_fields__)
SAID = Told(
    **NOTHING
    | {
        "claim_id": "",
        "article_id": "one",
        "published": PRINTED,
        "source": "ua-intel",
        "family": "ukr",
        "relays": (),
        "attribution": "indirect",
        "stance": "asserts",
        "modality": "asserted",
        "event_type": "casualties",
        "subject": "prk",
        "kind": "total",
        "flags": (),
        "in_headline": False,
        "restatement": False,
    }
)


def told(number: float | tuple[float, float], measure: str, bound: str = "exact", **more: Any) -> Told:
    """One claim; ``number`` fills low, best or high as its bound asks, and names the claim with its measure."""
    if isinstance(number, tuple):
        ends: dict[str, Any] = {"low": number[0], "high": number[1], "bound": "range"}
    else:
        end = {"at_least": "low", "more_than": "low", "up_to": "high", "nearly": "high"}.get(bound, "best")
        ends = {end: None if bound == "vague" else number, "bound": bound}
    return replace(SAID, **{"claim_id": f"{number} {measure}", "measure": measure, **ends, **more})


def statement(*claims: Told) -> Statement:
    figures = tuple(Figure(f"figure of {one.claim_id}", one, (one,), ("one",), (), ()) for one in claims)
    ids = tuple(one.claim_id for one in claims)
    return Statement("statement", "ua-intel", "ukr", PRINTED, PRINTED, figures, ids, ("one",), "", "")


def verdicts(*claims: Told) -> list[str]:
    return [verdict.verdict for verdict in run([statement(*claims)])]


def only(*claims: Told) -> Verdict:
    (verdict,) = run([statement(*claims)])
    return verdict


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


def test_rounds_in_a_container_are_told_as_a_number() -> None:
    assert only(BOXES, told(5_980_000, "shells")).says == (
        "5,980,000 shells in 13,000 containers make 460 a container, where 100 to 2,000 are likely: holds."
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


def test_verdicts_come_in_order_of_the_statements_and_never_across_them() -> None:
    bad, good = statement(KILLED, WOUNDED, told(4700, "casualties")), statement(KILLED, WOUNDED, CASUALTIES)
    assert [one.verdict for one in run([bad, good, bad])] == ["fails", "holds", "fails"]
    assert run([statement(KILLED, WOUNDED), statement(CASUALTIES)]) == ()
