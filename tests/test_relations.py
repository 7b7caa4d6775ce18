"""Parts and their wholes, figures of which one can hold, the unit of a rate, and figures of two armies together."""

from __future__ import annotations

import datetime as dt

from components import parsing
from components.lexicon import Lexicon
from components.model import Article, Claim


def figures(text: str, words: Lexicon) -> list[Claim]:
    read = parsing.read(Article("any", text, published=dt.date(2025, 3, 27)), words)
    return [claim for claim in read.claims if claim.quantity is not None]


def whole_of(part: Claim) -> str | None:
    assert part.quantity is not None
    return part.quantity.subset_of


def group_of(figure: Claim) -> str | None:
    assert figure.quantity is not None
    return figure.quantity.alternative_group


def unit_of(figure: Claim) -> str | None:
    assert figure.quantity is not None
    return figure.quantity.unit


def test_a_part_names_the_whole_before_it(words: Lexicon) -> None:
    whole, part = figures("North Korea has had 4,700 casualties in Kursk, including 600 dead.", words)
    assert (whole_of(whole), whole_of(part)) == (None, whole.id)


def test_a_part_names_the_whole_printed_behind_it(words: Lexicon) -> None:
    part, whole = figures("Some 4,000 of the 11,000 North Korean soldiers in Kursk were wounded.", words)
    assert (whole_of(part), whole_of(whole)) == (whole.id, None)


def test_a_part_is_of_no_smaller_figure(words: Lexicon) -> None:
    text = "North Korea sent Russia 15,000 troops and 1,000 sappers. Some 10,000 of them guard the border."
    troops, _, part = figures(text, words)
    assert whole_of(part) == troops.id


def test_shells_are_no_part_of_soldiers(words: Lexicon) -> None:
    text = "North Korea has 15,000 soldiers in Russia. Its ships brought shells, including 900 old shells sent in May."
    assert all(whole_of(figure) is None for figure in figures(text, words))


def test_two_loads_of_the_same_containers_are_alternatives(words: Lexicon) -> None:
    text = "North Korea sent Russia 6,000 containers, which could carry 2 million shells or 400,000 rockets."
    containers, shells, rockets = figures(text, words)
    assert group_of(containers) is None
    assert group_of(shells) == group_of(rockets) == shells.id


def test_a_rate_has_its_unit(words: Lexicon) -> None:
    a_month, in_all = figures("Russia gets 90,000 North Korean shells a month and has had 5 million in all.", words)
    assert (unit_of(a_month), unit_of(in_all)) == ("a month", None)


def test_the_men_of_two_armies_are_neither_army_s(words: Lexicon) -> None:
    (joint,) = figures("Kyiv faces 50,000 Russian and North Korean troops in Kursk.", words)
    assert (joint.subject, joint.flags) == ("other", ("joint figure",))


def test_two_numbers_of_two_armies_are_no_joint_figure(words: Lexicon) -> None:
    *_, north_korean = figures("In Kursk fight 40,000 Russian and 10,000 North Korean troops.", words)
    assert (north_korean.flags, north_korean.subject) == ((), "prk")


def test_a_figure_of_two_sources_says_so(words: Lexicon) -> None:
    text = "South Korean and Ukrainian intelligence say that 11,000 North Korean troops are in Russia."
    (figure,) = figures(text, words)
    assert figure.attribution.flags == ("said by two sources",)


def test_a_figure_of_one_source_has_no_flag(words: Lexicon) -> None:
    text = "Ukrainian intelligence says that 11,000 North Korean and 40,000 Russian troops are in Kursk."
    figure, *_ = figures(text, words)
    assert figure.attribution.flags == ()
