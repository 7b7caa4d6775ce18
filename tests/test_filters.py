"""What the filters find, and what they leave as it is."""

from __future__ import annotations

import datetime as dt

import pytest

from components import lexicon
from components.measures import Pick, attribution, index, pick, timeline, troops
from components.statements import group
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
    assert [(facet.value, facet.claims, facet.relays) for facet in index(table).facets(Pick())["source"]] == [
        ("tass", 0, 1),
        ("us-gov", 4, 0),
        ("ru-gov", 1, 0),
    ]


def test_counts_follow_the_other_filters_but_not_the_sources() -> None:
    table = claims(Said(event="visit"), Said(source="ua-intel"))
    counts = index(table).facets(Pick(sources=("ua-intel",), event_types=("visit",)))
    assert {facet.value: facet.claims for facet in counts["source"]} == {"rok-jcs": 1, "ua-intel": 0}
    assert {facet.value: facet.claims for facet in counts["event_type"]} == {"deployment": 1, "visit": 0}


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


def test_every_choice_has_its_counts_under_all_the_other_filters() -> None:
    table = claims(
        Said(400, measure="killed", event="casualties", source="ua-intel", outlet="A"),
        Said(3600, measure="wounded", event="casualties", source="ua-intel", outlet="A"),
        Said(3000, bound="at_least", article="two", outlet="B"),
    )
    facets = index(table).facets(Pick(outlets=("A",), measures=("killed",)))
    counts = {name: {facet.value: facet.claims for facet in found} for name, found in facets.items()}
    assert counts["measure"] == {"killed": 1, "troops": 0, "wounded": 1}
    assert counts["outlet"] == {"A": 1, "B": 0}
    assert counts["family"] == {"rok": 0, "ua": 1}
    assert counts["bound"] == {"at_least": 0, "exact": 1}


def test_statements_are_counted_beside_claims() -> None:
    table = claims(
        *(Said(3000, article=f"article {n}", said_on=day(3, 27)) for n in range(10)),
        Said(400, measure="killed", said_on=day(3, 27)),
    )
    grouped = group(table, lexicon.load()).claims
    (jcs,) = index(grouped).facets(Pick())["source"]
    assert (jcs.claims, jcs.statements) == (11, 1)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Pick(families=("ua",)), ["ua"]),
        (Pick(outlets=("A",)), ["rok"]),
        (Pick(measures=("troops",)), ["rok"]),
        (Pick(subjects=("rus",)), ["ua"]),
        (Pick(bounds=("at_least",)), ["rok"]),
        (Pick(words="words"), ["rok", "ua"]),
        (Pick(words="words soldiers"), []),
        (Pick(given_days=True), ["rok"]),
        (Pick(told_once=True), ["rok"]),
        (Pick(known_on=day(3, 27)), ["rok"]),
        (Pick(known_on=day(3, 26)), []),
    ],
)
def test_each_filter_finds_its_claims(chosen: Pick, found: list[str]) -> None:
    rok = Said(3000, "at_least", days=MARCH, outlet="A", id="rok")
    ua = Said(
        400,
        measure="killed",
        source="ua-intel",
        subject="rus",
        days=MARCH,
        basis="inherited",
        restated=True,
        article="two",
        published=day(4, 1),
        id="ua",
    )
    assert list(pick(claims(rok, ua), chosen)["claim_id"]) == found


def test_words_between_quotation_marks_stand_side_by_side() -> None:
    assert Pick(words='"special forces" Kursk').phrases == ("special forces", "kursk")


def test_picking_changes_nothing_in_the_table() -> None:
    table = claims(Said(2500), Said(source="ua-intel"))
    before = table.copy(deep=True)
    troops(pick(table, Pick(sources=("rok-jcs",))), NAMES)
    timeline(table, NAMES)
    assert table.equals(before)
