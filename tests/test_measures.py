"""The counting rules, by their numbers in DESIGN.md."""

from __future__ import annotations

import pytest

from components.measures import (
    LeftOut,
    Pick,
    RefusedSum,
    add,
    attribution,
    casualties,
    doubts,
    index,
    timeline,
    troops,
)
from tests.by_hand import NAMES, Said, claims, day, only, told

JANUARY_FEBRUARY = (day(1, 1), day(2, 28))
MARCH = (day(3, 3), day(3, 3))
BASE = Said(9000, "approx", days=MARCH)
MORE = Said(1200, "at_least", kind="additional", days=JANUARY_FEBRUARY)


def test_rule_1_figures_of_two_sources_stay_two_figures() -> None:
    table = claims(Said(2500, days=MARCH), Said(2700, source="ua-intel", days=MARCH))
    assert told(troops(table, NAMES)) == [
        "2,500 troops total, South Korea's JCS, 3 Mar 2025",
        "2,700 troops total, Ukrainian intelligence, 3 Mar 2025",
    ]


def test_rule_1_figures_of_two_sources_are_never_added() -> None:
    base, more = troops(
        claims(Said(2500, days=MARCH), Said(700, kind="additional", source="ua-intel", days=MARCH)), NAMES
    ).points
    with pytest.raises(RefusedSum, match=r"Rule 1: .* different sources"):
        add(base, more)


def test_rule_1_a_later_total_replaces_and_is_not_added() -> None:
    earlier, later = troops(claims(Said(2500, days=MARCH), Said(3900, days=(day(4, 1), day(4, 1)))), NAMES).points
    assert earlier.line == later.line != ""
    with pytest.raises(RefusedSum, match=r"Rule 1: a later total"):
        add(earlier, later)


def test_rule_2_an_increment_adds_to_its_base_and_keeps_the_weakest_bound() -> None:
    base, more = troops(claims(BASE, MORE), NAMES).points
    derived = add(base, more)
    assert (derived.low, derived.best, derived.high, derived.bound) == (10000, None, None, "at_least")
    assert derived.basis == "derived"


def test_rule_2_a_lower_and_an_upper_bound_have_no_sum() -> None:
    base, more = troops(
        claims(Said(9000, "up_to", days=MARCH), Said(1200, "at_least", kind="additional", days=MARCH)), NAMES
    ).points
    with pytest.raises(RefusedSum, match="Rule 2"):
        add(base, more)


def test_rule_2_a_part_does_not_add_to_its_whole() -> None:
    whole, part = troops(claims(Said(6000, days=MARCH), Said(1000, kind="subset", days=MARCH)), NAMES).points
    with pytest.raises(RefusedSum, match="Rule 2"):
        add(whole, part)


def test_rule_4_a_total_that_may_include_the_addition_shows_both_readings() -> None:
    (doubt,) = doubts(troops(claims(BASE, MORE), NAMES).points)
    assert "about 9,000, or at least 10,000" in str(doubt)
    assert "our sum" in str(doubt)


def test_rule_4_figures_of_different_articles_raise_no_doubt() -> None:
    series = troops(
        claims(Said(9000, days=MARCH), Said(1200, kind="additional", days=JANUARY_FEBRUARY, article="two")), NAMES
    )
    assert doubts(series.points) == ()


def test_rule_5_killed_and_wounded_are_different_measures() -> None:
    killed, wounded = Said(310, measure="killed", days=MARCH), Said(900, measure="wounded", days=MARCH)
    series = casualties(claims(killed, wounded), NAMES)
    assert [point.measure for point in series.points] == ["killed", "wounded"]
    with pytest.raises(RefusedSum, match="Rule 5"):
        add(*series.points)


def test_rule_6_rates_shares_and_capacities_are_not_counts() -> None:
    table = claims(*(Said(50, kind=kind, days=MARCH) for kind in ("rate", "share", "capacity")))
    assert troops(table, NAMES).points == ()
    assert troops(table, NAMES).left_out == (LeftOut(3, "rates, shares or capacities"),)


def test_rule_7_a_lower_bound_has_no_upper_end() -> None:
    point = only(troops(claims(Said(2500, "at_least", days=MARCH)), NAMES))
    assert (point.low, point.best, point.high, point.number) == (2500, None, None, "at least 2,500")


def test_rule_9_plans_and_possibilities_stand_apart_and_are_never_added() -> None:
    planned, possible = Said(800, kind="planned", days=MARCH), Said(90, modality="possible", days=MARCH)
    series = troops(claims(Said(2500, days=MARCH), planned, possible), NAMES)
    assert [point.sort for point in series.points] == ["total", "plan", "plan"]
    assert all(point.line == "" for point in series.points if point.sort == "plan")
    with pytest.raises(RefusedSum, match="Rule 9"):
        add(*series.points[:2])


def test_rule_11_a_repeat_in_another_article_is_a_mention_and_no_new_point() -> None:
    point = only(
        troops(
            claims(
                Said(1200, "at_least", kind="additional", days=JANUARY_FEBRUARY, id="a"),
                Said(1200, "at_least", kind="additional", days=(day(1, 1), day(3, 27)), article="two", id="b"),
                Said(1200, "at_least", kind="additional", article="three", id="c"),
            ),
            NAMES,
        )
    )
    assert point.claims == ("a", "b", "c")
    assert point.days == "Jan–Feb 2025"


def test_rule_11_the_body_outranks_the_headline() -> None:
    series = troops(claims(Said(2500, headline=True, id="title"), Said(2500, days=MARCH, id="body")), NAMES)
    assert only(series).claims == ("body",)
    assert series.left_out == (LeftOut(1, "said again in the same article"),)


def test_rule_11_a_headline_of_its_own_counts() -> None:
    assert only(troops(claims(Said(2500, headline=True)), NAMES)).number == "2,500"


def test_the_same_total_at_two_times_is_two_points_of_one_line() -> None:
    points = troops(claims(Said(2500, days=MARCH), Said(2500, days=(day(6, 1), day(6, 1)))), NAMES).points
    assert [point.days for point in points] == ["3 Mar 2025", "1 Jun 2025"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Said(9, measure="wounded", subject="ukr"), "about others than North Koreans"),
        (Said(9, measure="wounded", restated=True), "said again in the same article"),
        (Said(9, measure="wounded", flags=("boilerplate",)), "page furniture"),
        (Said(9, measure="wounded", modality="denied"), "denied"),
        (Said(9, "vague", measure="wounded"), "vague numbers"),
    ],
)
def test_what_no_chart_counts_is_left_out_with_its_reason(said: Said, reason: str) -> None:
    series = casualties(claims(said), NAMES)
    assert series.points == ()
    assert series.left_out == (LeftOut(1, reason),)


def test_a_figure_of_an_article_without_a_day_is_left_out_with_its_reason() -> None:
    table = claims(Said(3000))
    undated = table.assign(published=table["published"].where(table["published"].isna()))
    assert troops(undated, NAMES).left_out == (LeftOut(1, "without a day"),)


def test_a_figure_holds_for_its_as_of_day_not_for_the_days_of_the_event() -> None:
    point = only(troops(claims(Said(2500, days=(day(10, 1, 2024), day(12, 31, 2024)), as_of=day(3, 3))), NAMES))
    assert point.days == "3 Mar 2025"


def test_as_of_a_part_of_a_month_stays_that_part() -> None:
    late = Said(310, measure="killed", days=(day(2, 21), day(2, 28)), as_of=day(2, 28), text="as of late February")
    assert only(casualties(claims(late), NAMES)).days == "late Feb 2025"


def test_a_figure_without_a_day_stands_on_the_day_of_printing_and_says_so() -> None:
    point = only(troops(claims(Said(2500)), NAMES))
    assert (point.days, point.basis) == ("27 Mar 2025", "published")


def test_one_event_told_by_two_articles_is_one_mark() -> None:
    told_twice = timeline(claims(Said(2500, days=MARCH, id="a"), Said(2500, days=MARCH, article="two", id="b")), NAMES)
    assert [(event.claims, event.label) for event in told_twice.events] == [(("a", "b"), "Deployment: 2,500 troops")]


def test_claims_with_neither_a_number_nor_a_day_share_one_mark_of_their_source() -> None:
    table = claims(Said(event="visit"), Said(event="meeting"), Said(2500), Said(event="visit", days=MARCH))
    assert [event.label for event in timeline(table, NAMES).events] == [
        "Visit",
        "South Korea's JCS: 2 claims without a day",
        "Deployment: 2,500 troops",
    ]


def test_lanes_keep_their_order_whoever_speaks_first() -> None:
    table = claims(*(Said(source=source, days=MARCH) for source in (None, "ru-gov", "isw", "ua-intel", "rok-jcs")))
    assert [event.family for event in timeline(table, NAMES).events] == ["rok", "ua", "ru", "isw", "media"]


@pytest.mark.parametrize("question", [troops, casualties, timeline])
def test_an_empty_table_gives_nothing_and_no_fault(question) -> None:  # type: ignore[no-untyped-def]
    answer = question(claims(), NAMES)
    assert not any(getattr(answer, part, ()) for part in ("points", "events", "left_out"))
    assert attribution(claims(), NAMES, {}) == ()
    assert set(index(claims()).facets(Pick()).values()) == {()}
