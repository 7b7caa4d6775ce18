"""Who stands behind a figure, who contradicts it, and who is silent: families are counted, never articles.

All sentences and figures are invented, except those of the two seed articles.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from components import articles, lexicon, parsing, statements, table
from components.lexicon import Lexicon
from components.statements.corroboration import Corroboration, Position, corroborations
from tests.by_hand import Said, claims, day

WORDS = lexicon.load()
MONDAY, THURSDAY = day(3, 24), day(3, 27)
SEOUL = Said(4_000, measure="casualties", event="casualties", said_on=THURSDAY)
KYIV = replace(SEOUL, source="ua-intel", article="two")
TEAM = replace(SEOUL, source="msmt", article="three")


def behind(figure: Said, *others: Said, compilers: Collection[str] = ()) -> Corroboration:
    """Where every family stands on the figure of the first claim."""
    named = claims(replace(figure, id="the figure"), *others)
    found = statements.group(named, WORDS).statements
    (name,) = (
        of_it.id
        for statement in found
        for of_it in statement.figures
        if "the figure" in [told.claim_id for told in of_it.claims]
    )
    return corroborations(found, compilers)[name]


def test_in_the_seeds_kyivs_killed_and_wounded_stand_behind_seouls_casualties(seeds: Path, words: Lexicon) -> None:
    read = [parsing.read(article, words) for article in articles.load([seeds], words).articles]
    found = statements.group(table.build(read, words), words).statements
    (name,) = (figure.id for one in found for figure in one.figures if figure.careful.measure == "casualties")
    four_thousand = corroborations(found, words.compilers)[name]
    assert four_thousand.families == ("rok", "ua")
    assert [stand.says for stand in four_thousand.stands if stand.family == "ua"] == [
        "as 400 killed + 3,600 wounded, 27 days apart"
    ]


def test_ten_outlets_of_one_source_are_one_family() -> None:
    printed = [replace(SEOUL, article=f"article {n}", outlet=f"Outlet {n}") for n in range(9)]
    assert behind(SEOUL, *printed).families == ("rok",)


def test_two_bodies_of_one_government_are_one_family() -> None:
    assert behind(SEOUL, replace(SEOUL, source="rok-nis", article="two")).families == ("rok",)


def test_two_governments_are_two_families_with_their_claims_and_the_words_of_the_test() -> None:
    found = behind(SEOUL, replace(KYIV, said_on=MONDAY, id="kyiv's"))
    assert [(stand.family, stand.says, stand.claims) for stand in found.stands] == [
        ("rok", "its own figure", ("the figure",)),
        ("ua", "as stated, 3 days apart", ("kyiv's",)),
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "position"),
    [
        (SEOUL, KYIV, "supports"),
        (SEOUL, replace(KYIV, number=5_000), "contradicts"),
        (SEOUL, replace(KYIV, said_on=day(3, 20), number=5_000), "contradicts"),
        (SEOUL, replace(KYIV, said_on=day(3, 19), number=5_000), "silent"),
        (SEOUL, replace(KYIV, said_on=day(2, 24)), "supports"),
        (SEOUL, replace(KYIV, said_on=day(2, 23)), "silent"),
        (replace(SEOUL, bound="approx"), replace(KYIV, number=4_100), "supports"),
        (replace(SEOUL, bound="approx"), replace(KYIV, number=4_400), "contradicts"),
        (replace(SEOUL, bound="at_least"), replace(KYIV, number=11_000), "supports"),
        (replace(SEOUL, number=11_000), replace(KYIV, bound="at_least"), "silent"),
        (replace(SEOUL, number=3_000), replace(KYIV, bound="at_least"), "contradicts"),
        (replace(SEOUL, number=5_000), replace(KYIV, bound="up_to"), "contradicts"),
        (replace(SEOUL, number=(3_000, 5_000), bound="range"), KYIV, "supports"),
        (SEOUL, replace(KYIV, measure="killed"), "silent"),
        (SEOUL, replace(KYIV, subject="rus"), "silent"),
        (SEOUL, replace(KYIV, kind="additional"), "silent"),
        (SEOUL, replace(KYIV, modality="denied"), "silent"),
        (SEOUL, replace(KYIV, modality="possible"), "silent"),
        (SEOUL, replace(KYIV, bound="vague"), "silent"),
        (SEOUL, replace(KYIV, source="experts"), "silent"),
        (SEOUL, replace(KYIV, source=None), "silent"),
    ],
)
def test_another_family_stands_by_intervals_and_days(mine: Said, theirs: Said, position: Position) -> None:
    family = WORDS.sources[theirs.source].family if theirs.source else "media"
    assert behind(mine, theirs).position(family) == position


def test_a_contradiction_says_how_it_was_found() -> None:
    found = behind(SEOUL, replace(KYIV, number=5_000))
    assert found.stands[1].says == "as stated: the numbers cannot both hold, on the same days"
    assert found.families == ("rok",)


def test_the_day_for_which_a_figure_holds_counts_before_the_day_it_was_said() -> None:
    assert behind(SEOUL, replace(KYIV, number=5_000, as_of=day(2, 1))).position("ua") == "silent"


def test_a_lone_family_has_only_its_own_stand_and_every_other_is_silent() -> None:
    found = behind(SEOUL)
    assert [stand.family for stand in found.stands] == ["rok"]
    assert found.position("ua") == "silent"


@pytest.mark.parametrize(
    ("compilers", "families"),
    [
        pytest.param((), ("rok", "msmt"), id="one who speaks for itself is a family more"),
        pytest.param(("msmt",), ("rok",), id="one who collects what others said is none"),
    ],
)
def test_a_collector_does_not_stand_behind_what_another_family_said_before(
    compilers: tuple[str, ...], families: tuple[str, ...]
) -> None:
    assert behind(replace(SEOUL, said_on=MONDAY), TEAM, compilers=compilers).families == families


def test_a_collector_stands_behind_what_it_said_first() -> None:
    assert behind(SEOUL, replace(TEAM, said_on=MONDAY), compilers={"msmt"}).families == ("rok", "msmt")


def test_a_collector_adds_nothing_where_two_others_have_said_it() -> None:
    found = behind(SEOUL, KYIV, replace(TEAM, said_on=MONDAY), compilers={"msmt"})
    assert found.families == ("rok", "ua")


def test_a_collector_may_contradict_what_another_family_said_before() -> None:
    found = behind(replace(SEOUL, said_on=MONDAY), replace(TEAM, number=8_000), compilers={"msmt"})
    assert found.position("msmt") == "contradicts"


def test_where_one_family_says_two_numbers_on_one_day_its_position_is_no_chance() -> None:
    other = replace(KYIV, source="ua-mil", number=5_000, article="three")
    days = [day(3, number) for number in range(1, 31)]
    found = {behind(*(replace(one, said_on=on) for one in (SEOUL, KYIV, other))).position("ua") for on in days}
    assert len(found) == 1


@pytest.mark.parametrize(
    "casualties",
    [
        pytest.param([], id="killed and wounded are taken together"),
        pytest.param([replace(KYIV, number=5_000)], id="but never beside stated casualties"),
    ],
)
def test_killed_and_wounded_of_one_statement_are_its_casualties(casualties: list[Said]) -> None:
    parts = [replace(KYIV, number=400, measure="killed"), replace(KYIV, number=3_600, measure="wounded")]
    found = behind(SEOUL, *parts, *casualties)
    assert found.position("ua") == ("contradicts" if casualties else "supports")


def test_killed_of_one_day_and_wounded_of_another_are_no_casualties() -> None:
    killed = replace(KYIV, number=400, measure="killed")
    wounded = replace(KYIV, number=3_600, measure="wounded", article="three", said_on=MONDAY)
    assert behind(SEOUL, killed, wounded).position("ua") == "silent"


def test_an_addition_holds_for_the_days_of_its_event() -> None:
    winter = (day(1, 1), day(2, 28))
    mine = Said(3_000, kind="additional", said_on=THURSDAY, days=winter)
    theirs = replace(mine, source="ua-intel", article="two", said_on=day(6, 1))
    assert behind(mine, theirs).position("ua") == "supports"
