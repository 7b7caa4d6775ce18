"""One statement is one utterance of one source on one occasion, however many articles relay it, and what they moved.

All sentences and figures are invented.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components import articles, lexicon, parsing, statements, table
from components.lexicon import Lexicon
from components.statements import Grouping, Statement
from components.statements.statement import Figure, Moved
from tests.by_hand import Said, claims, day

WORDS = lexicon.load()
MONDAY, THURSDAY = day(3, 24), day(3, 27)
BRIEFING = Said(3_000, "at_least", said_on=THURSDAY)
UNDATED = Said(3_000, "at_least", article="two")


def group(*said: Said, **copies: str) -> tuple[Statement, ...]:
    """The statements of these claims; ``b="a"``: article b prints article a again."""
    return statements.group(claims(*said), WORDS, copies).statements


def only(*said: Said, **copies: str) -> Statement:
    (statement,) = group(*said, **copies)
    return statement


def figure(*said: Said, **copies: str) -> Figure:
    (found,) = only(*said, **copies).figures
    return found


def test_one_source_on_one_day_in_ten_articles_is_one_statement_of_ten_articles() -> None:
    statement = only(*(replace(BRIEFING, article=f"article {n}") for n in range(10)))
    assert (len(statement.articles), len(statement.figures), statement.said_on) == (10, 1, THURSDAY)
    assert statement.why == "South Korea's JCS, said on 27 Mar 2025, in 10 texts"


def test_two_occasions_of_one_source_stay_two() -> None:
    found = group(BRIEFING, replace(BRIEFING, article="two", said_on=MONDAY))
    assert [statement.said_on for statement in found] == [MONDAY, THURSDAY]


def test_two_sources_that_say_the_same_stay_two() -> None:
    found = group(BRIEFING, replace(BRIEFING, article="two", source="ua-intel"))
    assert sorted(statement.source for statement in found) == ["rok-jcs", "ua-intel"]


@pytest.mark.parametrize("second", ["one", "two"])
def test_as_many_workers_as_troops_are_two_figures_whoever_tells_them(second: str) -> None:
    troops = Said(15_000, "approx", said_on=THURSDAY)
    statement = only(troops, replace(troops, measure="workers", article=second))
    assert [found.careful.measure for found in statement.figures] == ["troops", "workers"]


def test_an_article_without_a_day_joins_the_statement_of_its_week_whose_numbers_it_shares() -> None:
    statement = only(BRIEFING, replace(UNDATED, published=day(3, 30)))
    assert (statement.articles, statement.doubt) == (("one", "two"), "")
    assert statement.why == "South Korea's JCS, said on 27 Mar 2025, in 2 texts; joined by a number of two"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(UNDATED, number=5_000), id="it shares no number"),
        pytest.param(replace(UNDATED, published=day(4, 20)), id="it was printed weeks later"),
        pytest.param(replace(UNDATED, published=day(3, 26)), id="it was printed before"),
        pytest.param(replace(UNDATED, subject="rus"), id="it counts another army"),
    ],
)
def test_an_article_without_a_day_stays_alone_where(other: Said) -> None:
    assert [statement.articles for statement in group(BRIEFING, other)].count(("two",)) == 1


def test_where_two_statements_fit_alike_an_article_stays_apart_and_its_doubt_says_so() -> None:
    found = group(BRIEFING, replace(BRIEFING, article="two", said_on=MONDAY), replace(UNDATED, article="three"))
    doubts = {statement.articles: statement.doubt for statement in found}
    kept = "may be the statement of 24 Mar 2025 or 27 Mar 2025; kept apart"
    assert doubts == {("one",): "", ("two",): "", ("three",): kept}


def test_the_words_of_a_government_join_the_one_narrower_body_that_shares_its_number() -> None:
    statement = only(BRIEFING, replace(UNDATED, source="rok-gov"))
    assert (statement.source, statement.articles) == ("rok-jcs", ("one", "two"))


def test_the_words_of_a_government_stay_apart_where_two_bodies_fit() -> None:
    other = replace(BRIEFING, article="two", source="rok-nis")
    found = group(BRIEFING, other, replace(UNDATED, article="three", source="rok-gov"))
    assert {(one.source, *one.articles) for one in found} == {
        ("rok-jcs", "one"),
        ("rok-nis", "two"),
        ("rok-gov", "three"),
    }


@pytest.mark.parametrize("source", ["experts", "western-officials", None])
def test_those_who_speak_without_a_name_are_never_joined(source: str | None) -> None:
    assert len(group(*(replace(BRIEFING, source=source, article=name) for name in ("one", "two", "three")))) == 3


def test_a_copy_of_a_text_counts_once() -> None:
    a, b = replace(BRIEFING, article="a"), replace(BRIEFING, article="b", bound="exact")
    found = figure(a, b, replace(BRIEFING, article="c"), b="a")
    assert (sorted(found.articles), found.copies) == (["a", "b", "c"], ("b",))


def test_a_line_of_page_furniture_has_no_statement() -> None:
    grouping = statements.group(claims(BRIEFING, replace(BRIEFING, flags=("boilerplate",))), WORDS)
    assert grouping.claims["statement_id"].notna().tolist() == [True, False]
    assert grouping.claims["figure_id"].notna().tolist() == [True, False]


DIRECT, ISSUED = [replace(BRIEFING, form="direct_quote")], [replace(BRIEFING, form="document")]
MOST = [BRIEFING, replace(BRIEFING, article="three")]


@pytest.mark.parametrize(
    "careful", [DIRECT, ISSUED, MOST], ids=["direct words", "the issuer's text", "what most print"]
)
def test_the_careful_relay_is(careful: list[Said]) -> None:
    found = figure(*careful, replace(BRIEFING, number=3_500, bound="exact", article="a first by name"))
    assert (found.careful.article_id, found.careful.bound) == ("one", "at_least")


def test_the_body_is_more_careful_than_the_headline_even_of_direct_words() -> None:
    headline = replace(BRIEFING, article="a", bound="exact", headline=True, form="direct_quote")
    found = figure(headline, replace(BRIEFING, article="b"))
    assert (found.careful.article_id, [drift.what for drift in found.drift]) == ("b", ["bound_dropped"])


SAID = Said(3_000, form="direct_quote", said_on=THURSDAY)
LOST = replace(SAID, number=4_000, measure="casualties", event="casualties")
PART, FIT, PLAN = replace(SAID, kind="subset"), replace(SAID, kind="capacity"), replace(SAID, kind="planned")


@pytest.mark.parametrize(
    ("careful", "relay", "moved"),
    [
        (replace(SAID, bound="at_least"), SAID, ["bound_dropped"]),
        (replace(SAID, bound="at_least"), replace(SAID, bound="approx"), ["bound_changed"]),
        (replace(SAID, number=(3_000, 4_000), bound="range"), replace(SAID, bound="up_to"), ["bound_changed"]),
        (replace(SAID, hedged=True), SAID, ["hedge_weakened"]),
        (replace(SAID, modality="possible"), SAID, ["hedge_weakened"]),
        (SAID, replace(SAID, stance="confirms"), ["hedge_weakened"]),
        (SAID, replace(SAID, hedged=True), ["hedge_strengthened"]),
        (SAID, replace(SAID, modality="possible"), ["hedge_strengthened"]),
        (replace(SAID, hedged=True), replace(SAID, stance="assesses"), []),
        (LOST, replace(LOST, measure="killed"), ["measure_changed"]),
        (SAID, replace(SAID, number=3_500), ["number_changed"]),
        (SAID, replace(SAID, flags=("includes the addition",)), ["scope_changed"]),
        (replace(SAID, kind="additional"), SAID, ["scope_changed"]),
        (PART, replace(SAID, kind="additional"), ["subset_as_addition"]),
        (FIT, SAID, ["capacity_as_actual"]),
        (PLAN, SAID, ["plan_as_fact"]),
        (replace(SAID, modality="planned"), SAID, ["plan_as_fact"]),
    ],
)
def test_what_a_relay_moved_has_its_name(careful: Said, relay: Said, moved: list[Moved]) -> None:
    found = figure(careful, replace(relay, form="indirect", article="two"))
    assert found.careful.article_id == "one"
    assert [(drift.article, drift.what) for drift in found.drift] == [("two", what) for what in moved]


def test_two_numbers_of_which_one_holds_are_moved_by_the_relay_that_tells_both_as_fact() -> None:
    shells = replace(SAID, number=2_000_000, measure="shells", kind="capacity", alternative="either")
    rockets = replace(shells, number=400_000, measure="missiles")
    both = [replace(one, alternative=None, form="indirect", article="two") for one in (shells, rockets)]
    one = replace(both[0], article="three")
    statement = only(shells, rockets, *both, one)
    moves = [(drift.article, drift.what) for found in statement.figures for drift in found.drift]
    assert moves == [("two", "or_to_and"), ("two", "or_to_and")]


def test_the_two_seed_articles_share_one_statement_with_four_figures(seeds: Path, words: Lexicon) -> None:
    read = [parsing.read(article, words) for article in articles.load([seeds], words).articles]
    found = statements.group(table.build(read, words), words).statements
    (shared,) = (statement for statement in found if len(statement.articles) > 1)
    assert (shared.source, shared.said_on, shared.doubt) == ("rok-jcs", THURSDAY, "")
    told = {(one.careful.measure, one.careful.kind): one.careful.ends for one in shared.figures}
    people = {("casualties", "subset"): (4_000,), ("troops", "additional"): (3_000,), ("troops", "total"): (11_000,)}
    assert told == {("artillery", "total"): (220,), **people}


SAYINGS = st.builds(
    Said,
    number=st.sampled_from([2, 300, 3_000, 3_500, 11_000]),
    bound=st.sampled_from(["exact", "approx", "at_least"]),
    measure=st.sampled_from(["troops", "workers", "killed", "casualties"]),
    kind=st.sampled_from(["total", "additional", "subset"]),
    source=st.sampled_from(["rok-jcs", "rok-nis", "rok-gov", "ua-intel", "experts"]),
    said_on=st.sampled_from([None, None, day(3, 20), MONDAY, THURSDAY]),
    headline=st.booleans(),
)
TEXTS = st.lists(st.lists(SAYINGS, min_size=3, max_size=3), min_size=2, max_size=5).map(
    lambda texts: [
        [replace(one, id=f"{n} {m}", article=f"{n}", published=day(3, 20 + 2 * n)) for m, one in enumerate(text)]
        for n, text in enumerate(texts)
    ]
)


def together(texts: list[list[Said]]) -> Grouping:
    return statements.group(claims(*(one for text in texts for one in text)), WORDS)


@settings(max_examples=15)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(texts: list[list[Said]], chance: object) -> None:
    shuffled = list(texts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert together(shuffled).statements == together(texts).statements


@settings(max_examples=15)
@given(TEXTS)
def test_an_added_article_keeps_the_statement_of_a_body_on_a_named_day(texts: list[list[Said]]) -> None:
    was, now = (together(some).claims.set_index("claim_id")["statement_id"] for some in (texts[:-1], texts))
    told = [one for text in texts[:-1] for one in text if one.said_on and one.source != "rok-gov"]
    assert all(was[one.id] == now[one.id] for one in told)


@settings(max_examples=15)
@given(TEXTS)
def test_what_one_text_has_a_source_say_on_one_day_is_never_parted(texts: list[list[Said]]) -> None:
    now = together(texts).claims.set_index("claim_id")["statement_id"]
    in_one = {(one.article, one.source, one.said_on): now[one.id] for text in texts for one in text}
    assert all(now[one.id] == in_one[one.article, one.source, one.said_on] for text in texts for one in text)


@settings(max_examples=15)
@given(TEXTS)
def test_every_claim_of_a_figure_has_its_statement(texts: list[list[Said]]) -> None:
    grouping = together(texts)
    named = grouping.claims.set_index("claim_id")
    for statement in grouping.statements:
        for found in statement.figures:
            rows = named.loc[[told.claim_id for told in found.claims]]
            assert set(rows["statement_id"]) == {statement.id}
            assert set(rows["figure_id"]) == {found.id}
