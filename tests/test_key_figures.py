from __future__ import annotations

from components import lexicon
from components.measures import KeyFigures, key_figures
from components.statements import group
from components.statements.revisions import ladders
from tests.by_hand import NAMES, Said, claims, day

JANUARY = Said(300, "approx", measure="killed", source="rok-nis", said_on=day(1, 13), published=day(1, 13), id="old")
APRIL = Said(
    600,
    "at_least",
    measure="killed",
    source="rok-nis",
    said_on=day(4, 30),
    published=day(4, 30),
    article="later",
    id="new",
)


def latest(*said: Said, only: set[str] | None = None) -> tuple[KeyFigures, ...]:
    table = claims(*said)
    found = only if only is not None else set(table["claim_id"])
    return key_figures(ladders(group(table, lexicon.load()).statements), NAMES, found)


def lines(told: tuple[KeyFigures, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.source, figure.label, figure.day, figure.change) for one in told for figure in one.figures]


def test_a_source_stands_with_its_last_total_and_what_that_did_to_the_one_before() -> None:
    assert lines(latest(JANUARY, APRIL)) == [("rok-nis", "at least 600 killed", "30 Apr 2025", "rise from about 300")]


def test_no_figure_is_taken_across_sources() -> None:
    ukraine = Said(400, measure="killed", source="ua-intel", said_on=day(5, 2), article="third", published=day(5, 2))
    assert [(one, label) for one, label, _, _ in lines(latest(JANUARY, APRIL, ukraine))] == [
        ("ua-intel", "400 killed"),
        ("rok-nis", "at least 600 killed"),
    ]


def test_additions_and_plans_and_the_dead_of_others_are_no_key_figures() -> None:
    more = Said(3000, kind="additional", said_on=day(3, 27))
    plan = Said(6000, kind="planned", modality="planned", said_on=day(3, 27))
    russian = Said(9000, measure="killed", subject="rus", said_on=day(3, 27))
    assert latest(more, plan, russian) == ()


def test_what_the_filters_leave_out_is_not_the_latest() -> None:
    assert [figure.claims for one in latest(JANUARY, APRIL, only={"old"}) for figure in one.figures] == [("old",)]
