"""What the filters find, and what they leave as it is."""

from __future__ import annotations

import datetime as dt

import pytest

from components.measures import Pick, attribution, facets, pick, timeline, troops
from tests.by_hand import NAMES, Said, claims, day

JANUARY_FEBRUARY = (day(1, 1), day(2, 28))
MARCH = (day(3, 3), day(3, 3))


def test_a_body_is_found_by_what_it_asserts_and_by_what_it_relays() -> None:
    own, passed = Said(id="own", source="tass"), Said(id="passed", source="ru-gov", relays=("tass",))
    table = claims(own, passed, Said(id="other"))
    assert list(pick(table, Pick(sources=("tass",)))["claim_id"]) == ["own", "passed"]
    (tass,) = attribution(pick(table, Pick(sources=("tass",))), NAMES, {}, ("tass",))
    assert [(line.part, line.claims) for line in tass.lines] == [("asserts", ("own",)), ("relays", ("passed",))]


def test_a_body_that_only_relays_has_a_pill_among_the_first() -> None:
    table = claims(Said(source="ru-gov", relays=("tass",)), *(Said(source="us-gov") for _ in range(4)))
    assert [(facet.body, facet.asserts, facet.relays) for facet in facets(table, Pick())] == [
        ("tass", 0, 1),
        ("us-gov", 4, 0),
        ("ru-gov", 1, 0),
    ]


def test_counts_follow_the_other_filters_but_not_the_sources() -> None:
    table = claims(Said(event="visit"), Said(source="ua-intel"))
    counts = {facet.body: facet.asserts for facet in facets(table, Pick(sources=("ua-intel",), event_types=("visit",)))}
    assert counts == {"rok-jcs": 1, "ua-intel": 0}


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (day(2, 1), None, ["months", "day"]),
        (day(3, 1), None, ["day"]),
        (None, day(2, 1), ["months"]),
        (day(4, 1), None, []),
        (day(3, 3), day(3, 3), ["day"]),
    ],
)
def test_a_claim_is_in_the_period_while_any_of_its_days_is(
    first: dt.date | None, last: dt.date | None, found: list[str]
) -> None:
    table = claims(Said(days=JANUARY_FEBRUARY, id="months"), Said(days=MARCH, id="day"))
    assert list(pick(table, Pick(first=first, last=last))["claim_id"]) == found


def test_picking_changes_nothing_in_the_table() -> None:
    table = claims(Said(2500), Said(source="ua-intel"))
    before = table.copy(deep=True)
    troops(pick(table, Pick(sources=("rok-jcs",))), NAMES)
    timeline(table, NAMES)
    assert table.equals(before)
