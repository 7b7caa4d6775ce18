"""How one source's figure changed: each new number is a rise, a fall or a first word; a repeat is a mention.

All sentences and figures are invented, except where a comment names who said them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from components import lexicon, statements
from components.statements.revisions import Change, Ladder, ladders
from tests.by_hand import Said, claims, day

WORDS = lexicon.load()
DEAD = Said(300, measure="killed", event="casualties", source="rok-nis")
LATER = (day(1, 13), day(4, 30), day(9, 2))


def climbed(*said: Said) -> tuple[Ladder, ...]:
    """The ladders of these claims, each of an article of its own."""
    apart = [replace(one, article=f"article {n}", published=one.said_on or one.published) for n, one in enumerate(said)]
    return ladders(statements.group(claims(*apart), WORDS).statements)


def only(*said: Said) -> Ladder:
    (ladder,) = climbed(*said)
    return ladder


def on(*numbers: Said) -> list[Said]:
    """The first said in January, the next in April, the last in September."""
    return [replace(said, said_on=said_on) for said, said_on in zip(numbers, LATER, strict=False)]


def test_three_numbers_of_one_service_are_a_first_word_and_two_rises() -> None:
    # South Korea's NIS: 300 killed on 13 January 2025, about 600 on 30 April, about 2,000 on 2 September (Yonhap).
    # The bound of the second is invented.
    ladder = only(*on(DEAD, replace(DEAD, number=600, bound="at_least"), replace(DEAD, number=2_000, bound="approx")))
    assert (ladder.source, ladder.family, ladder.subject, ladder.measure) == ("rok-nis", "rok", "prk", "killed")
    assert [(rung.day, rung.figure.careful.ends, rung.change) for rung in ladder.rungs] == [
        (day(1, 13), (300,), "first"),
        (day(4, 30), (600,), "rise"),
        (day(9, 2), (2_000,), "rise"),
    ]
    assert ladder.falls == ()


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (DEAD, replace(DEAD, number=301), "rise"),
        (DEAD, replace(DEAD, number=299), "fall"),
        (DEAD, replace(DEAD, number=300, bound="more_than"), "cannot tell"),
        (DEAD, replace(DEAD, number=300, bound="up_to"), "cannot tell"),
        (replace(DEAD, bound="approx"), replace(DEAD, number=310, bound="approx"), "rise"),
        (replace(DEAD, bound="approx"), replace(DEAD, number=290, bound="approx"), "fall"),
        (replace(DEAD, bound="at_least"), replace(DEAD, number=400, bound="at_least"), "rise"),
        (replace(DEAD, bound="at_least"), replace(DEAD, number=400), "rise"),
        (replace(DEAD, bound="at_least"), replace(DEAD, number=200), "fall"),
        (replace(DEAD, number=(300, 400), bound="range"), replace(DEAD, number=350), "cannot tell"),
        (replace(DEAD, number=(300, 400), bound="range"), replace(DEAD, number=500), "rise"),
        (replace(DEAD, bound="up_to"), replace(DEAD, number=200), "cannot tell"),
    ],
)
def test_a_number_after_another_is(before: Said, after: Said, change: Change) -> None:
    first, second = only(*on(before, after)).rungs
    assert (first.change, second.change) == ("first", change)


def test_a_fall_is_flagged_on_its_ladder() -> None:
    ladder = only(*on(replace(DEAD, number=600), DEAD))
    assert [rung.figure.careful.ends for rung in ladder.falls] == [(300,)]


@pytest.mark.parametrize(
    ("again", "days", "mentions"),
    [
        pytest.param(DEAD, [day(1, 13)], 1, id="without a day for which it holds"),
        pytest.param(
            replace(DEAD, as_of=day(4, 30), as_of_basis="inherited"), [day(1, 13)], 1, id="with another's day"
        ),
        pytest.param(
            replace(DEAD, as_of=day(4, 30), as_of_basis="stated"),
            [day(1, 13), day(4, 30)],
            0,
            id="with a day of its own",
        ),
    ],
)
def test_a_number_said_again(again: Said, days: Sequence[object], mentions: int) -> None:
    rungs = only(*on(DEAD, again)).rungs
    assert [rung.day for rung in rungs] == days
    assert len(rungs[0].mentions) == mentions


def test_an_old_number_said_again_after_a_new_one_is_no_fall() -> None:
    ladder = only(*on(DEAD, replace(DEAD, number=600), DEAD))
    assert [(rung.figure.careful.ends, len(rung.mentions)) for rung in ladder.rungs] == [((300,), 1), ((600,), 0)]


def test_a_number_that_held_before_the_last_one_stands_before_it() -> None:
    past = replace(DEAD, number=200, as_of=day(1, 1), as_of_basis="stated")
    ladder = only(*on(DEAD, past))
    assert [(rung.day, rung.change) for rung in ladder.rungs] == [(day(1, 1), "first"), (day(1, 13), "rise")]


@pytest.mark.parametrize(
    ("flags", "reason"),
    [((), ""), (("counted anew",), "reassessment"), (("grown",), "growth"), (("something else",), "")],
)
def test_the_reason_of_a_change_is_what_the_text_says(flags: tuple[str, ...], reason: str) -> None:
    assert only(*on(DEAD, replace(DEAD, number=600, flags=flags))).rungs[1].reason == reason


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(DEAD, source="ua-intel"), id="another source"),
        pytest.param(replace(DEAD, source="rok-jcs"), id="another body of one family"),
        pytest.param(replace(DEAD, measure="wounded"), id="another measure"),
        pytest.param(replace(DEAD, subject="rus"), id="another army"),
    ],
)
def test_each_has_a_ladder_of_its_own(other: Said) -> None:
    assert [len(ladder.rungs) for ladder in climbed(*on(DEAD, replace(other, number=600)))] == [1, 1]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(replace(DEAD, source="experts"), id="of nameless experts"),
        pytest.param(replace(DEAD, source=None), id="of an outlet"),
        pytest.param(replace(DEAD, modality="denied"), id="denied"),
        pytest.param(replace(DEAD, modality="possible"), id="possible"),
        pytest.param(replace(DEAD, kind="planned"), id="planned"),
        pytest.param(replace(DEAD, kind="additional"), id="added to another"),
        pytest.param(replace(DEAD, kind="subset"), id="a part"),
        pytest.param(replace(DEAD, bound="vague"), id="without a number"),
    ],
)
def test_no_ladder_has_a_figure_that_is(said: Said) -> None:
    assert climbed(*on(said)) == ()


def test_the_part_of_those_sent_that_was_lost_is_a_total() -> None:
    assert len(only(*on(replace(DEAD, measure="casualties", kind="subset"))).rungs) == 1


def test_ten_articles_of_one_statement_are_one_rung() -> None:
    assert len(only(*[replace(DEAD, said_on=LATER[0])] * 10).rungs) == 1


def test_the_order_of_two_numbers_of_one_day_is_no_chance() -> None:
    days = [day(3, number) for number in range(1, 31)]
    both = [climbed_in_one(replace(DEAD, said_on=on), replace(DEAD, number=900, said_on=on)) for on in days]
    assert len({tuple(rung.change for rung in ladder.rungs) for ladder in both}) == 1


def climbed_in_one(*said: Said) -> Ladder:
    (ladder,) = ladders(statements.group(claims(*said), WORDS).statements)
    return ladder
