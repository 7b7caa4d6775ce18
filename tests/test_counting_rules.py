"""What the counting rules one to eight do with figures that were really published.

Their numbers are those of DESIGN.md, section 5; nine to fourteen stand in test_counting_comparisons.py.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from components import charts, checks, lexicon, measures, statements
from components.measures import LeftOut, RefusedSum, Series, add, casualties, doubts, troops
from components.model import INCLUDES
from components.statements import Statement
from components.statements.revisions import Ladder, ladders
from tests import published_figures as said
from tests.by_hand import NAMES, Said, claims, day
from tests.by_hand import told as in_words


def stated(*figures: Said) -> tuple[Statement, ...]:
    return statements.group(claims(*figures), lexicon.load()).statements


def verdicts(*figures: Said) -> list[str]:
    return [verdict.says for verdict in checks.run(stated(*figures))]


def over_time(measure: str, *figures: Said) -> pd.DataFrame:
    return measures.series(stated(*figures), measure)


def ladder(*figures: Said) -> Ladder:
    (found,) = ladders(stated(*figures))
    return found


def drawn(series: Series, draws: str) -> list[dict[str, Any]]:
    """The strokes of a chart that draw this part of it."""
    figure = charts.troops(series.points, "light").to_dict()
    return [trace for trace in figure["data"] if draws in (trace.get("meta") or {}).values()]


def lines(series: Series) -> list[dict[str, Any]]:
    figure = charts.casualties(series.points, "light").to_dict()
    return [trace for trace in figure["data"] if "line" in (trace.get("meta") or {})]


# 1. Never add across sources. In one source a later total replaces the earlier.


@pytest.mark.parametrize("total", [said.HUR_OCTOBER_24, said.NIS_SENT_APRIL], ids=["another state", "another body"])
def test_rule_1_the_additional_3_000_of_the_joint_chiefs_add_to_no_total_of(total: Said) -> None:
    base, addition = troops(claims(total, said.JCS_MORE), NAMES).points
    with pytest.raises(RefusedSum, match=r"^Rule 1: figures of different sources"):
        add(base, addition)


def test_rule_1_the_3_000_of_the_nis_replace_its_1_500() -> None:
    found = ladder(said.NIS_OCTOBER_18, said.NIS_OCTOBER_23)
    assert [(rung.figure.careful.ends, rung.change) for rung in found.rungs] == [
        ((1_500,), "first"),
        ((3_000,), "rise"),
    ]
    earlier, later = troops(claims(said.NIS_OCTOBER_18, said.NIS_OCTOBER_23), NAMES).points
    with pytest.raises(RefusedSum, match=r"^Rule 1: a later total"):
        add(earlier, later)


def test_rule_1_the_8_000_in_the_kursk_region_do_not_replace_the_10_000_in_russia() -> None:
    found = ladders(stated(said.BLINKEN_IN_RUSSIA, said.BLINKEN_IN_KURSK))
    assert [len(one.rungs) for one in found] == [1, 1]


# 2. An addition adds only to a total of the same source and measure; the sum is marked derived, keeps the weakest bound
# and no more digits.


def test_rule_2_some_11_000_and_3_000_or_more_are_a_derived_lower_bound() -> None:
    total, addition = troops(claims(said.JCS_SENT, said.JCS_MORE), NAMES).points
    derived = add(total, addition)
    assert (derived.basis, derived.bound, derived.best, derived.high) == ("derived", "at_least", None, None)
    assert derived.claims == (*total.claims, *addition.claims)


def test_rule_2_the_4_000_casualties_are_no_addition_to_the_11_000_whom_they_befell() -> None:
    (total,) = troops(claims(said.JCS_SENT), NAMES).points
    (lost,) = casualties(claims(said.JCS_CASUALTIES), NAMES).points
    with pytest.raises(RefusedSum, match=r"^Rule 5"):
        add(total, lost)


def test_rule_2_a_stated_total_and_the_one_reckoned_from_its_parts_are_both_shown() -> None:
    # South Korea's NIS named the total of 3,000 itself. Had it named 3,500, both numbers would stand in the verdict.
    base = replace(said.NIS_OCTOBER_23, number=1_500, as_of=day(10, 13, 2024), as_of_basis="stated")
    (holds,) = verdicts(base, said.NIS_ANOTHER_1_500, said.NIS_OCTOBER_23)
    assert holds == (
        "About 1,500 troops and about 1,500 more troops make between 2,900 and 3,100, "
        "and a total of about 3,000 troops is stated: holds."
    )
    (fails,) = verdicts(base, said.NIS_ANOTHER_1_500, replace(said.NIS_OCTOBER_23, number=3_500))
    assert fails.endswith("make between 2,900 and 3,100, and a total of about 3,500 troops is stated: fails.")


# 3. "Another 1,500, total 3,000" is 3,000. "6,000, of whom 1,000 arrived" adds 1,000; 5,000 stay planned.


def test_rule_3_another_1_500_and_a_total_of_3_000_are_3_000() -> None:
    assert in_words(troops(claims(said.NIS_OCTOBER_23, said.NIS_ANOTHER_1_500), NAMES)) == [
        "about 3,000 troops total, rok-nis, 23 Oct 2024",
        "about 1,500 troops addition, rok-nis, 23 Oct 2024",
    ]


def test_rule_3_a_total_that_is_said_to_include_the_addition_raises_no_doubt() -> None:
    total = replace(said.NIS_OCTOBER_23, flags=(INCLUDES,))
    assert doubts(troops(claims(total, said.NIS_ANOTHER_1_500), NAMES).points) == ()


def test_rule_3_of_the_6_000_promised_only_the_1_000_that_arrived_are_there() -> None:
    found = troops(claims(said.NIS_PROMISED, said.NIS_ARRIVED), NAMES)
    assert [(point.number, point.sort, point.line) for point in found.points] == [
        ("about 1,000", "addition", ""),
        ("about 6,000", "plan", ""),
    ]


def test_rule_3_the_1_000_that_arrived_add_to_the_15_000_that_were_there() -> None:
    total, arrived, _ = troops(claims(said.NIS_SENT_APRIL, said.NIS_PROMISED, said.NIS_ARRIVED), NAMES).points
    assert add(total, arrived).value == 16_000


def test_rule_3_a_part_of_what_is_there_adds_nothing() -> None:
    there = replace(said.NIS_SENT_APRIL, id="there")
    part = replace(there, number=1_000, kind="subset", id="part", part_of="there")
    total, one = troops(claims(there, part), NAMES).points
    with pytest.raises(RefusedSum):
        add(total, one)


# 4. Where nothing says whether a total holds the addition, both readings are shown; two relays that read it differently
# have drifted.


def test_rule_4_some_11_000_and_3_000_or_more_are_shown_in_both_readings() -> None:
    (doubt,) = doubts(troops(claims(said.JCS_SENT, said.JCS_MORE), NAMES).points)
    assert str(doubt).startswith(
        "South Korea's JCS: the articles do not settle whether about 11,000 includes the at least 3,000 more troops."
    )


def test_rule_4_a_relay_that_has_the_total_include_the_addition_has_drifted() -> None:
    # So does one of the two articles of the seeds: the reinforcements bring the total to 11,000.
    relayed = replace(said.JCS_SENT, article="a seed", outlet=None, flags=(INCLUDES,))
    (statement,) = stated(replace(said.JCS_SENT, form="direct_quote"), relayed)
    (figure,) = statement.figures
    assert [(drift.article, drift.what) for drift in figure.drift] == [("a seed", "scope_changed")]


# 5. Killed, wounded, missing, captured, casualties and losses are different measures; killed and wounded against
# casualties is a check.


def test_rule_5_kyivs_400_killed_and_3_600_wounded_make_the_4_000_casualties() -> None:
    assert verdicts(
        said.HUR_KILLED, said.HUR_WOUNDED, replace(said.HUR_KILLED, number=4_000, measure="casualties")
    ) == [
        "About 400 killed and 3,600 wounded make between 3,980 and 4,020, and about 4,000 casualties are stated: holds."
    ]


def test_rule_5_600_killed_of_4_700_casualties_decide_nothing_without_the_wounded() -> None:
    (verdict,) = verdicts(said.NIS_KILLED_APRIL, said.NIS_CASUALTIES_APRIL)
    assert verdict.endswith("cannot tell.")


def test_rule_5_killed_and_wounded_are_two_panels_and_no_sum() -> None:
    killed, wounded = casualties(claims(said.NIS_KILLED_JANUARY, said.NIS_WOUNDED_JANUARY), NAMES).points
    assert (killed.measure, wounded.measure) == ("killed", "wounded")
    with pytest.raises(RefusedSum, match=r"^Rule 5"):
        add(killed, wounded)


# 6. Or is not and; capacity is not delivery; containers are seen, rounds are a conversion; shares stay shares.


def test_rule_6_what_6_700_containers_may_hold_is_no_delivery_and_has_no_steps() -> None:
    found = over_time("shells", said.CONTAINERS, said.SHELLS, said.ROCKETS, said.SHARE)
    assert set(found["kind"]) == {"capacity", "share"}
    assert found["change"].isna().all()
    assert over_time("containers", said.CONTAINERS)["kind"].tolist() == ["total"]


def test_rule_6_three_million_shells_or_half_a_million_rockets_are_drift_where_a_relay_has_both() -> None:
    both = [replace(one, alternative=None, article="a relay", outlet=None) for one in (said.SHELLS, said.ROCKETS)]
    own = [replace(one, form="document") for one in (said.SHELLS, said.ROCKETS)]
    (statement,) = stated(*own, *both)
    assert [[drift.what for drift in figure.drift] for figure in statement.figures] == [["or_to_and"]] * 2


def test_rule_6_the_rounds_of_a_container_are_a_conversion_with_a_verdict() -> None:
    (verdict,) = verdicts(said.CONTAINERS, said.SHELLS)
    assert verdict.startswith("More than 3,000,000 shells in about 6,700 containers make at least 44")


def test_rule_6_shares_and_capacities_are_left_out_of_the_charts_with_their_reason() -> None:
    able = replace(said.SHARE, measure="troops")
    assert troops(claims(able), NAMES).left_out == (LeftOut(1, "rates, shares or capacities"),)


# 7. A lower bound is drawn open upward, an upper bound open downward, never as an end.


@pytest.mark.parametrize(
    ("figure", "way"), [(said.JCS_MORE, 1), (said.HUR_OCTOBER_17, -1)], ids=["3,000 or more", "nearly"]
)
def test_rule_7_an_open_bound_is_drawn_open(figure: Said, way: int) -> None:
    (stroke,) = drawn(troops(claims(figure), NAMES), "open end")
    start, tip = stroke["y"]
    assert start == figure.number
    assert (tip - start) * way > 0


# 8. No line joins two sources; inside one it goes in steps. A fall in a total is flagged, not clipped.


def test_rule_8_the_killed_of_the_nis_go_in_steps_and_kyivs_number_stands_by_itself() -> None:
    killed = (said.NIS_KILLED_JANUARY, said.HUR_KILLED, said.NIS_KILLED_APRIL, said.NIS_KILLED_SEPTEMBER)
    (line,) = lines(casualties(claims(*killed), NAMES))
    assert (list(line["y"]), line["line"]["shape"]) == ([300, 600, 2_000], "hv")
    assert over_time("killed", *killed)["change"].tolist() == ["first", "rise", "rise", "first"]


def test_rule_8_a_fall_is_flagged() -> None:
    # None of these sources has gone back so far: the days of two numbers of the NIS are exchanged.
    april, january = said.NIS_KILLED_APRIL, said.NIS_KILLED_JANUARY
    later = replace(january, number=april.number)
    found = ladder(later, replace(april, number=january.number))
    assert [rung.figure.careful.ends for rung in found.falls] == [(300,)]
