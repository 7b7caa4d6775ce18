"""Sources next to each other, month by month: nothing is added, and only rule 13 makes a contradiction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components import lexicon, statements
from components.measures import (
    Aligned,
    Comparison,
    Shown,
    agreement,
    alignment,
    contradictions,
    in_order,
    unnumbered,
)
from components.measures.relaying import Order
from components.statements.corroboration import corroborations
from tests.by_hand import NAMES, Said, claims, day

WORDS = lexicon.load()
SEOUL = Said(4_000, measure="casualties", event="casualties", said_on=day(3, 27), as_of=day(3, 27), id="seoul")
KYIV = replace(SEOUL, source="ua-intel", article="two", id="kyiv")
SIDES = ("rok-jcs", "ua-intel", "tass")


def grouped(*said: Said) -> tuple[statements.Statement, ...]:
    return statements.group(claims(*said), WORDS).statements


def aligned(*said: Said, most: int = 40) -> Shown[Aligned]:
    """These claims in three columns."""
    found = grouped(*said)
    only = {claim for statement in found for claim in statement.claims}
    return alignment(found, corroborations(found), NAMES, SIDES, only, most)


def against(*said: Said, most: int = 40) -> Shown[Comparison]:
    found = grouped(*said)
    only = {claim for statement in found for claim in statement.claims}
    return contradictions(found, corroborations(found), NAMES, only, most)


def cells(row: Aligned) -> list[list[str]]:
    return [[f"{say.words}, {say.days}, {say.through}".strip(", ") for say in cell] for cell in row.cells]


def test_two_sources_of_one_month_stand_in_one_row_and_are_not_added() -> None:
    (row,) = aligned(SEOUL, replace(KYIV, number=4_100, as_of=day(3, 3))).rows
    assert (row.what, row.window) == ("Casualties", "Mar 2025")
    assert cells(row) == [["4,000 casualties, 27 Mar 2025"], ["4,100 casualties, 3 Mar 2025"], []]
    assert [say.claims for cell in row.cells for say in cell] == [("seoul",), ("kyiv",)]


def test_two_months_are_two_rows_the_later_first() -> None:
    rows = aligned(SEOUL, replace(KYIV, as_of=day(2, 28), as_of_basis="stated")).rows
    assert [(row.window, cells(row)[:2]) for row in rows] == [
        ("Mar 2025", [["4,000 casualties, 27 Mar 2025"], []]),
        ("Feb 2025", [[], ["4,000 casualties, 28 Feb 2025"]]),
    ]


def test_two_measures_and_other_peoples_losses_are_rows_of_their_own() -> None:
    others = replace(KYIV, subject="ukr", article="three", id="others")
    rows = aligned(SEOUL, replace(KYIV, measure="killed"), others).rows
    assert [row.what for row in rows] == ["Killed", "Casualties", "Casualties (others)"]


def test_a_body_that_only_relays_stands_as_the_relay_of_its_source() -> None:
    (row,) = aligned(replace(SEOUL, relays=("tass",))).rows
    assert cells(row) == [
        ["4,000 casualties, 27 Mar 2025, through TASS"],
        [],
        ["4,000 casualties, 27 Mar 2025, relays South Korea's JCS"],
    ]


def test_a_plan_and_a_denial_are_told_as_such() -> None:
    rows = aligned(
        replace(SEOUL, measure="troops", kind="planned", modality="planned"),
        replace(KYIV, measure="troops", modality="possible"),
    ).rows
    assert [say.words for cell in rows[0].cells for say in cell] == [
        "4,000 troops, to be sent",
        "4,000 troops (possible)",
    ]


def test_a_contradiction_and_its_test_stand_in_the_row_once() -> None:
    (row,) = aligned(SEOUL, replace(KYIV, number=5_000, as_of=day(3, 24))).rows
    (compared,) = row.compared
    assert compared.position == "contradicts"
    assert "the numbers cannot both hold, 3 days apart" in compared.says
    assert {*compared.claims} == {"seoul", "kyiv"}


def test_numbers_of_one_month_more_than_a_week_apart_contradict_nothing() -> None:
    (row,) = aligned(SEOUL, replace(KYIV, number=5_000, as_of=day(3, 4))).rows
    assert row.compared == ()


def test_a_support_of_a_body_that_is_not_chosen_is_told_too() -> None:
    (row,) = aligned(SEOUL, replace(KYIV, source="us-dod")).rows
    assert [str(one) for one in row.compared] == [
        "On casualties in Mar 2025, South Korea's JCS (4,000 casualties) is supported by Us-dod (4,000 casualties), "
        "on the same days"
    ]


def test_what_does_not_fit_on_the_page_is_counted() -> None:
    shown = aligned(SEOUL, replace(KYIV, measure="killed"), replace(KYIV, measure="wounded", id="hurt"), most=1)
    assert (len(shown.rows), shown.more) == (1, 2)


def test_a_contradiction_of_two_figures_is_one_line_with_the_claims_of_both() -> None:
    (pair,) = against(SEOUL, replace(KYIV, number=5_000)).rows
    assert str(pair) == (
        "On casualties in Mar 2025, South Korea's JCS (4,000 casualties) and Ukrainian intelligence "
        "(5,000 casualties): the numbers cannot both hold, on the same days"
    )
    assert {*pair.claims} == {"seoul", "kyiv"}


def test_killed_and_wounded_against_casualties_are_named_by_their_sum() -> None:
    killed = replace(KYIV, measure="killed", number=900, id="killed")
    wounded = replace(KYIV, measure="wounded", number=5_000, id="wounded")
    (pair,) = against(SEOUL, killed, wounded).rows
    assert "Ukrainian intelligence (900 killed + 5,000 wounded)" in str(pair)
    assert {*pair.claims} == {"seoul", "killed", "wounded"}


def test_a_contradiction_is_found_from_either_side_of_a_filter() -> None:
    found = grouped(SEOUL, replace(KYIV, number=5_000))
    stands = corroborations(found)
    assert all(len(contradictions(found, stands, NAMES, {id_}).rows) == 1 for id_ in ("seoul", "kyiv"))
    assert contradictions(found, stands, NAMES, set()).rows == ()


def test_the_matrix_is_ordered_by_month_and_its_rows_name_their_days() -> None:
    found = grouped(SEOUL, replace(KYIV, as_of=day(2, 28), as_of_basis="stated"))
    matrix = agreement(found, corroborations(found), NAMES, {"seoul", "kyiv"})
    assert [(row.window, row.days, row.family) for row in matrix.figures.rows] == [
        ("Mar 2025", "27 Mar 2025", "rok"),
        ("Feb 2025", "28 Feb 2025", "ua"),
    ]


def test_days_are_no_sharper_than_the_words_of_the_text() -> None:
    (row,) = aligned(replace(SEOUL, as_of=day(2, 28), as_of_basis="stated", text="as of late February")).rows
    assert (row.window, cells(row)[0]) == ("Feb 2025", ["4,000 casualties, late Feb 2025"])


def test_a_figure_without_a_day_stands_in_the_month_by_which_it_was_said() -> None:
    (row,) = aligned(replace(SEOUL, said_on=None, as_of=None)).rows
    assert row.window == "Mar 2025"
    assert cells(row)[0] == ["4,000 casualties, said by 27 Mar 2025"]


def test_what_is_said_without_a_figure_stands_by_type_and_month() -> None:
    visit = Said(event="visit", source="ru-gov", relays=("tass",), days=(day(3, 3), day(3, 3)), id="visit")
    (row,) = unnumbered(claims(visit, replace(SEOUL, article="two")), NAMES, SIDES).rows
    assert (row.what, row.window, row.compared) == ("Visit", "Mar 2025", ())
    (say,) = row.cells[2]
    assert (say.through, say.claims, say.opening) == ("relays ru-gov", ("visit",), "“Words.”")
    assert row.cells[:2] == ((), ())


@pytest.mark.parametrize(
    ("by", "order"),
    [("relays", ["rok-jcs", "us-dod", "ua-intel"]), ("newest", ["us-dod", "rok-jcs", "ua-intel"])],
)
def test_statements_come_in_the_order_asked_for(by: Order, order: list[str]) -> None:
    found = grouped(
        SEOUL,
        replace(SEOUL, article="four", id="again"),
        replace(KYIV, said_on=day(3, 20)),
        replace(KYIV, source="us-dod", article="three", id="us", said_on=day(3, 28), published=day(3, 28)),
    )
    only = {"seoul", "again", "kyiv", "us"}
    assert [one.source for one in in_order(found, only, by)] == order


def test_statements_that_a_relay_changed_can_come_first_or_alone() -> None:
    found = grouped(
        replace(KYIV, said_on=day(3, 28), published=day(3, 28)),
        replace(SEOUL, bound="at_least", form="direct_quote"),
        replace(SEOUL, article="three", id="bare"),
    )
    only = {"seoul", "bare", "kyiv"}
    assert [one.source for one in in_order(found, only, "changes")] == ["rok-jcs", "ua-intel"]
    assert [one.source for one in in_order(found, only, "newest", changed=True)] == ["rok-jcs"]
