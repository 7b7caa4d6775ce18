"""One source by itself: its ladders with rises and falls in words, its relays, and how the texts name it."""

from __future__ import annotations

from dataclasses import replace

from components import lexicon, statements
from components.measures import Profile, profile
from tests.by_hand import NAMES, Said, claims, day

WORDS = lexicon.load()
DEAD = Said(5_000, measure="killed", event="casualties", said_on=day(1, 13), published=day(1, 13), id="first")
LATER = replace(DEAD, number=4_700, said_on=day(4, 30), published=day(4, 30), article="two", id="second")


def made(*said: Said, body: str = "rok-jcs") -> Profile:
    grouped = statements.group(claims(*said), WORDS)
    return profile(body, grouped.claims, grouped.statements, NAMES, {})


def test_a_fall_is_flagged_in_words_and_not_corrected() -> None:
    (climb,) = made(DEAD, LATER).climbs
    assert (climb.what, climb.falls) == ("Killed", 1)
    assert [(step.figure, step.days, step.change, step.fell) for step in climb.steps] == [
        ("5,000 killed", "said on 13 Jan 2025", "first word", False),
        ("4,700 killed", "said on 30 Apr 2025", "a fall: 4,700 after 5,000; flagged, not corrected", True),
    ]


def test_a_rise_tells_what_it_rose_from_and_what_the_text_says_of_it() -> None:
    (climb,) = made(DEAD, replace(LATER, number=6_000, flags=("counted anew",))).climbs
    assert climb.steps[1].change == "a rise, after 5,000; the text says that it was counted anew"


def test_a_figure_said_again_is_a_mention() -> None:
    (climb,) = made(DEAD, replace(LATER, number=5_000)).climbs
    assert [(step.figure, step.repeats) for step in climb.steps] == [("5,000 killed", "said again in 1 statement")]


def test_a_step_keeps_its_change_when_the_one_before_is_filtered_away() -> None:
    grouped = statements.group(claims(DEAD, LATER), WORDS)
    second = grouped.claims[grouped.claims["claim_id"].eq("second")]
    (climb,) = profile("rok-jcs", second, grouped.statements, NAMES, {}).climbs
    assert [step.change for step in climb.steps] == ["a fall: 4,700 after 5,000; flagged, not corrected"]


def test_relays_and_stances_are_counted_and_repeats_are_not() -> None:
    told = made(
        replace(DEAD, relays=("tass",)),
        replace(DEAD, restated=True, id="again"),
        replace(LATER, relays=("tass",), stance="confirms"),
    )
    assert (told.asserts, told.relays) == (2, 0)
    assert [(one.words, one.claims) for one in told.through] == [("TASS", 2)]
    assert [(one.words, one.claims) for one in told.stances] == [("asserts", 1), ("confirms", 1)]


def test_a_relay_has_a_profile_of_what_it_passes_on_and_no_totals_of_its_own() -> None:
    told = made(replace(DEAD, relays=("tass",)), body="tass")
    assert (told.name, told.asserts, told.relays, told.climbs) == ("TASS", 0, 1, ())
    assert [(one.words, one.claims) for one in told.of] == [("South Korea's JCS", 1)]


def test_the_latest_article_comes_first_with_its_claims() -> None:
    assert [(one.article, one.claims) for one in made(DEAD, LATER).articles] == [
        ("two", ("second",)),
        ("one", ("first",)),
    ]
