"""Statements in words, and charts that draw a drifted relay as the careful one has it."""

from __future__ import annotations

from components import lexicon, statements
from components.measures import agreement, relaying, troops
from components.statements.corroboration import corroborations
from components.statements.faithful import faithful
from tests.by_hand import NAMES, Said, claims, day, told

SAID = day(3, 25)


def drifted() -> statements.Grouping:
    return statements.group(
        claims(
            Said(4100, "at_least", article="careful", said_on=SAID, as_of=SAID, form="direct_quote", id="a"),
            Said(4100, article="bare", said_on=SAID, as_of=SAID, id="b"),
        ),
        lexicon.load(),
    )


def test_a_statement_shows_its_relays_side_by_side_with_what_each_changed() -> None:
    grouped = drifted()
    (one,) = relaying(grouped.statements, {}, NAMES, {"a"})
    assert (one.name, one.days, one.articles) == ("South Korea's JCS", "25 Mar 2025", ("bare", "careful"))
    (figure,) = one.figures
    assert figure.label == "at least 4,100 troops"
    assert [(relay.article, relay.moved) for relay in figure.relays] == [("careful", ""), ("bare", "drops the bound")]


def test_a_statement_that_the_filters_set_aside_is_not_shown() -> None:
    assert relaying(drifted().statements, {}, NAMES, set()) == ()


def test_a_drifted_relay_makes_no_point_of_its_own() -> None:
    grouped = drifted()
    assert len(troops(grouped.claims, NAMES).points) == 2
    careful = faithful(grouped.claims, grouped.statements)
    assert told(troops(careful, NAMES)) == ["at least 4,100 troops total, South Korea's JCS, 25 Mar 2025"]
    assert troops(careful, NAMES).points[0].claims == ("a", "b")


def test_the_words_and_the_table_stay_the_relays_own() -> None:
    grouped = drifted()
    before = grouped.claims.copy()
    faithful(grouped.claims, grouped.statements)
    assert grouped.claims.equals(before)


def test_the_matrix_says_of_each_family_where_it_stands() -> None:
    grouped = statements.group(
        claims(
            Said(4100, article="one", said_on=SAID, as_of=SAID, id="a"),
            Said(9300, article="two", source="ua-intel", said_on=SAID, as_of=SAID, id="b"),
            Said(4100, article="three", source="us-dod", said_on=SAID, as_of=SAID, id="c"),
        ),
        lexicon.load(),
    )
    matrix = agreement(grouped.statements, corroborations(grouped.statements), NAMES, {"a"})
    assert matrix.families == (("rok", "South Korea"), ("ua", "ua"), ("us", "us"))
    (row,) = matrix.figures.rows
    assert (row.window, row.figure, row.source, row.days) == (
        "Mar 2025",
        "4,100 troops",
        "South Korea's JCS",
        "25 Mar 2025",
    )
    assert row.positions == ("supports", "contradicts", "supports")
    assert row.claims == ("a", "b", "c")
