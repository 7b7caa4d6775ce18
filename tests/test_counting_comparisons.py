"""What the counting rules nine to fourteen do with figures that were really published.

Their numbers are those of DESIGN.md, section 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from components import lexicon, statements
from components.measures import LeftOut, RefusedSum, Series, add, agreement, casualties, troops
from components.statements import Statement
from components.statements.corroboration import Corroboration, corroborations
from components.statements.revisions import ladders
from tests import published_figures as said
from tests.by_hand import NAMES, Said, claims, day, only

WORDS = lexicon.load()
OUTLETS = (
    "Yonhap",
    "Reuters",
    "AFP",
    "BBC",
    "CNN",
    "Associated Press",
    "NK News",
    "KBS",
    "The Guardian",
    "The Korea Times",
)


def stated(*figures: Said) -> tuple[Statement, ...]:
    return statements.group(claims(*figures), WORDS).statements


def behind(figure: Said, *others: Said) -> Corroboration:
    """Where every family stands on the first figure."""
    named = statements.group(claims(replace(figure, id="the figure"), *others), WORDS)
    (name,) = named.claims.set_index("claim_id").loc[["the figure"], "figure_id"]
    return corroborations(named.statements, WORDS.compilers)[name]


def says(found: Corroboration) -> Mapping[str, str]:
    return {stand.family: stand.says for stand in found.stands}


def chart(one: Said) -> Series:
    return (casualties if one.event == "casualties" else troops)(claims(one), NAMES)


# 9. Plans and possibilities never enter a total of things done.


def test_rule_9_shoigus_sappers_and_builders_are_plans_and_add_to_nothing() -> None:
    done = replace(said.SAPPERS, number=100, kind="total", modality="asserted")  # invented: nobody counted any
    total, *plans = troops(claims(done, said.SAPPERS, said.BUILDERS), NAMES).points
    assert [(point.value, point.sort) for point in plans] == [(1_000, "plan"), (5_000, "plan")]
    with pytest.raises(RefusedSum, match=r"^Rule 9"):
        add(total, plans[0])
    assert ladders(stated(said.SAPPERS, said.BUILDERS)) == ()


def test_rule_9_the_12_000_that_were_to_go_are_not_in_the_total_of_the_1_500_that_went() -> None:
    (found,) = ladders(stated(said.NIS_OCTOBER_18, said.NIS_PLAN_OF_12_000))
    assert [rung.figure.careful.ends for rung in found.rungs] == [(1_500,)]


# 10. Corroboration counts families, not articles. A body that compiles others supports only what it adds; those who
# speak without a name support nothing.


def test_rule_10_ten_outlets_on_one_briefing_of_the_nis_are_one_family() -> None:
    first, *others = [replace(said.NIS_CASUALTIES_APRIL, article=name, outlet=name) for name in OUTLETS]
    assert behind(first, *others).families == ("rok",)


def test_rule_10_two_bodies_of_one_government_are_one_family() -> None:
    again = replace(said.NIS_CASUALTIES_APRIL, number=4_000, said_on=day(3, 27), published=day(3, 27))
    assert behind(said.JCS_CASUALTIES, again).families == ("rok",)


def test_rule_10_kyivs_killed_and_wounded_stand_behind_seouls_4_000() -> None:
    found = behind(said.JCS_CASUALTIES, said.HUR_KILLED, said.HUR_WOUNDED)
    assert found.families == ("rok", "ua")
    assert says(found)["ua"] == "as 400 killed + 3,600 wounded, 29 days apart"


def test_rule_10_western_officials_without_a_name_support_nothing() -> None:
    assert behind(said.HUR_KILLED, said.OFFICIALS_JANUARY).families == ("ua",)
    near = replace(said.OFFICIALS_JANUARY, said_on=day(3, 27), published=day(3, 27))
    assert behind(said.JCS_CASUALTIES, near).families == ("rok",)


def test_rule_10_the_monitoring_team_does_not_support_the_additional_3_000_that_seoul_had_told() -> None:
    assert behind(said.JCS_MORE, said.MSMT_MORE).families == ("rok",)


def test_rule_10_nor_the_11_000_of_an_earlier_day() -> None:
    in_2024 = replace(said.MSMT_MORE, number=11_000, kind="total", days=None, as_of=day(12, 31, 2024))
    assert behind(replace(said.JCS_SENT, bound="at_least"), in_2024).families == ("rok",)


def test_rule_10_the_monitoring_team_does_support_what_it_told_first() -> None:
    later = replace(said.JCS_MORE, said_on=day(6, 30), published=day(6, 30), article="later")
    assert behind(later, said.MSMT_MORE).families == ("rok", "msmt")


def test_rule_10_what_the_monitoring_team_repeats_is_seouls_alone_on_its_own_line_too() -> None:
    assert behind(said.MSMT_MORE, said.JCS_MORE).families == ("rok",)


# 11. A background repeat of an old figure is a mention and no new point. Body outranks headline.


def test_rule_11_the_11_000_as_background_weeks_later_are_a_mention() -> None:
    background = replace(said.JCS_SENT, article="The Korea Times, 30 Apr 2025", published=day(4, 30), said_on=None)
    point = only(troops(claims(said.JCS_SENT, background), NAMES))
    assert (point.days, len(point.claims)) == ("27 Mar 2025", 2)
    (ladder,) = ladders(stated(said.JCS_SENT, background))
    assert [(rung.day, len(rung.mentions)) for rung in ladder.rungs] == [(day(3, 27), 1)]


def test_rule_11_the_4_700_of_a_headline_are_those_of_the_body() -> None:
    headline = replace(said.NIS_CASUALTIES_APRIL, headline=True)
    found = casualties(claims(headline, said.NIS_CASUALTIES_APRIL), NAMES)
    assert only(found).claims == ("claim 2",)
    assert found.left_out == (LeftOut(1, "said again in the same article"),)


# 12. No figure is computed across sources.


def test_rule_12_the_four_numbers_of_autumn_2024_stay_four() -> None:
    autumn = (said.NIS_OCTOBER_23, said.HUR_OCTOBER_24, said.PENTAGON_OCTOBER_28, said.ZELENSKY_NOVEMBER_4)
    found = troops(claims(*autumn), NAMES)
    assert [(point.source, point.value, point.articles) for point in found.points] == [
        (figure.source, figure.number, (figure.article,)) for figure in autumn
    ]


def test_rule_12_the_matrix_has_a_line_a_source_and_none_for_all() -> None:
    named = statements.group(claims(said.ZELENSKY_DECEMBER_23, said.JCS_DECEMBER_23), WORDS)
    stands = corroborations(named.statements, WORDS.compilers)
    matrix = agreement(named.statements, stands, {}, frozenset(named.claims["claim_id"]))
    assert sorted(row.source.lower() for row in matrix.figures.rows) == ["rok-jcs", "ua-gov"]


# 13. Two figures conflict only if measure, subject, scope and days meet and their intervals do not; the flag names the
# test and the rows.


def test_rule_13_some_1_100_and_more_than_3_000_on_one_day_conflict() -> None:
    found = behind(said.JCS_DECEMBER_23, replace(said.ZELENSKY_DECEMBER_23, id="Zelensky's"))
    assert found.position("ua") == "contradicts"
    assert says(found)["ua"] == "as stated: the numbers cannot both hold, on the same days"
    assert found.stands[1].claims == ("Zelensky's",)


@pytest.mark.parametrize(
    ("one", "other", "family"),
    [
        pytest.param(said.NIS_CASUALTIES_APRIL, said.UK_CASUALTIES, "uk", id="4,700 in April, over 6,000 in June"),
        pytest.param(said.NIS_KILLED_JANUARY, said.OFFICIALS_JANUARY, "western-officials", id="killed and casualties"),
        pytest.param(said.JCS_SENT, said.MSMT_MORE, "msmt", id="a total and an addition"),
        pytest.param(said.NIS_PLAN_OF_12_000, said.HUR_OCTOBER_17, "ua", id="a plan and what was done"),
        pytest.param(said.JCS_CASUALTIES, replace(said.HUR_KILLED, subject="ukr"), "ua", id="another army"),
    ],
)
def test_rule_13_no_conflict(one: Said, other: Said, family: str) -> None:
    named = stated(one, other)
    assert all(found.position(family) != "contradicts" for found in corroborations(named, WORDS.compilers).values())


def test_rule_13_up_to_8_000_in_the_kursk_region_do_not_conflict_with_12_000_in_russia() -> None:
    assert behind(said.HUR_OCTOBER_24, said.BLINKEN_IN_KURSK).position("us") != "contradicts"


# 14. A wrong sum is refused with the rule's name.


@pytest.mark.parametrize(
    ("rule", "base", "addition"),
    [
        pytest.param(1, said.HUR_OCTOBER_24, said.JCS_MORE, id="another source"),
        pytest.param(1, said.NIS_OCTOBER_18, said.NIS_OCTOBER_23, id="a later total"),
        pytest.param(1, *(replace(one, source="experts") for one in (said.JCS_SENT, said.JCS_MORE)), id="no name"),
        pytest.param(2, said.NIS_SENT_APRIL, said.NIS_ARRIVED, id="a part"),
        pytest.param(2, replace(said.HUR_OCTOBER_17, source="rok-jcs"), said.JCS_MORE, id="open above and below"),
        pytest.param(5, said.HUR_KILLED, said.HUR_WOUNDED, id="another measure"),
        pytest.param(9, said.NIS_OCTOBER_18, said.NIS_PLAN_OF_12_000, id="a plan"),
    ],
)
def test_rule_14_a_wrong_sum_is_refused_by_its_rule(rule: int, base: Said, addition: Said) -> None:
    points = [only(chart(replace(one, id=id_))) for one, id_ in ((base, "base"), (addition, "addition"))]
    with pytest.raises(RefusedSum, match=rf"^Rule {rule}: [^\n]+\.$"):
        add(*points)
