"""What holds for every table, however its claims stand: no line is mixed, and nothing counts twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from components import lexicon, measures, statements
from components.measures import casualties, troops
from components.statements import Grouping, Statement
from components.statements.corroboration import Corroboration, corroborations
from components.statements.revisions import ladders
from components.statements.tellings import UNNAMED
from tests.by_hand import Said, claims, day

WORDS = lexicon.load()
PRINTED = day(3, 27)
SPANS = [None, None, (day(1, 1), day(2, 28)), (day(3, 20), PRINTED), (PRINTED, PRINTED)]

FIGURES = st.builds(
    Said,
    number=st.sampled_from([2, 300, 1_234, 3_000, 3_500, 11_000, None]),
    bound=st.sampled_from(["exact", "approx", "at_least", "up_to", "vague"]),
    measure=st.sampled_from(["troops", "workers", "killed", "wounded", "casualties", "shells"]),
    kind=st.sampled_from(["total", "total", "additional", "subset", "planned", "capacity", "share"]),
    source=st.sampled_from(["rok-jcs", "rok-nis", "rok-gov", "ua-intel", "ua-gov", "msmt", "experts", None]),
    days=st.sampled_from(SPANS),
    basis=st.sampled_from(["stated", "relative", "inherited"]),
    as_of=st.sampled_from([None, None, day(2, 26), PRINTED]),
    as_of_basis=st.sampled_from(["stated", "inherited"]),
    event=st.sampled_from(["deployment", "casualties", "statement"]),
    modality=st.sampled_from(["asserted", "asserted", "asserted", "planned", "possible", "denied"]),
    subject=st.sampled_from(["prk", "prk", "rus"]),
    headline=st.booleans(),
    restated=st.sampled_from([False, False, True]),
    flags=st.sampled_from([(), (), ("includes the addition",), ("boilerplate",)]),
    said_on=st.sampled_from([None, None, day(3, 20), day(3, 24), PRINTED]),
    hedged=st.booleans(),
    alternative=st.sampled_from([None, None, "either"]),
)
"""Any claim."""


def articles_of(texts: Sequence[Sequence[Said]]) -> list[Said]:
    """The claims of these texts, each article with its name, its day of printing, and a name for every claim."""
    return [
        replace(one, id=f"{n} {m}", article=f"article {n}", published=day(3, 27 + n % 3))
        for n, text in enumerate(texts)
        for m, one in enumerate(text)
    ]


TABLES = st.lists(st.lists(FIGURES, min_size=1, max_size=3), min_size=1, max_size=4).map(articles_of)


def group(table: Sequence[Said], copies: Mapping[str, str] | None = None) -> Grouping:
    return statements.group(claims(*table), WORDS, copies or {})


def stands(found: Sequence[Statement]) -> Mapping[str, Corroboration]:
    return corroborations(found, WORDS.compilers)


# A line never mixes families, sources, measures or subjects.


@given(TABLES)
def test_a_ladder_has_one_source_one_subject_and_one_measure(table: list[Said]) -> None:
    found = group(table).statements
    owner = {figure.id: statement for statement in found for figure in statement.figures}
    for ladder in ladders(found):
        for rung in ladder.rungs:
            for name in (rung.figure.id, *rung.mentions):
                assert (owner[name].source, owner[name].family) == (ladder.source, ladder.family)
            assert {told.subject for told in rung.figure.claims} == {ladder.subject}
            assert rung.figure.careful.measure == ladder.measure
            sources = {told.source for told in rung.figure.claims} - {ladder.source}
            assert sources <= WORDS.governments  # a capital's words may be those of one of its bodies
            assert {told.family for told in rung.figure.claims} == {ladder.family}


@given(TABLES, st.sampled_from(["troops", "killed", "casualties", "shells"]))
def test_a_series_changes_only_within_one_source_and_subject(table: list[Said], measure: str) -> None:
    found = measures.series(group(table).statements, measure)
    assert set(found["measure"]) <= {measure}
    steps = found[found["change"].notna()]
    firsts = steps[steps["change"].eq("first")]
    assert len(firsts) == len(steps.drop_duplicates(["source", "subject"]))
    assert not set(steps["family"]) & set(UNNAMED)
    assert not firsts.duplicated(["source", "subject"]).any()


@settings(max_examples=15)
@given(TABLES)
def test_a_point_of_a_chart_is_of_one_source_and_measure_and_counts_north_koreans(table: list[Said]) -> None:
    frame = claims(*table)
    by_name = frame.set_index("claim_id")
    for point in (*troops(frame, {}).points, *casualties(frame, {}).points):
        rows = by_name.loc[list(point.claims)]
        assert set(rows["source"]) == {point.source}
        assert set(rows["family"]) == {point.family}
        assert set(rows["measure"]) == {point.measure}
        assert set(rows["subject"]) == {"prk"}
        assert point.line in ("", f"{point.source} {point.measure}")


# The order of the rows does not matter.


@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(table: list[Said], chance: Random) -> None:
    rows = claims(*table)
    order = list(range(len(rows)))
    chance.shuffle(order)
    shuffled = rows.iloc[order].reset_index(drop=True)
    assert statements.group(shuffled, WORDS).statements == statements.group(rows, WORDS).statements


def test_a_saying_of_last_week_and_one_without_a_day_have_one_name_in_either_order() -> None:
    last_week = Said(3_000, event="statement", days=(day(3, 20), PRINTED), basis="relative", id="last week")
    undated = Said(3_000, id="undated")
    one, other = group([last_week, undated]).statements, group([undated, last_week]).statements
    assert one == other


# Families are counted, never articles.


@given(TABLES)
def test_no_figure_has_more_families_behind_it_than_are_named(table: list[Said]) -> None:
    grouping = group(table)
    named = set(grouping.claims["family"]) - set(UNNAMED)
    for found in stands(grouping.statements).values():
        assert len(found.families) == len({*found.families}) <= len(named)
        assert {*found.families} <= named


def families_of(table: Sequence[Said], copies: Mapping[str, str] | None = None) -> Mapping[str, tuple[str, ...]]:
    """By claim: the families behind its figure, none where it has no comparable one."""
    grouping = group(table, copies)
    found = stands(grouping.statements)
    rows: pd.DataFrame = grouping.claims[grouping.claims["figure_id"].notna()]
    figures = zip(rows["claim_id"], rows["figure_id"], strict=True)
    return {claim: found[name].families for claim, name in figures if name in found}


@settings(max_examples=15)
@given(TABLES, st.data())
def test_ten_prints_of_one_article_change_no_family(table: list[Said], data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(table)).article
    text = [one for one in table if one.article == first]
    names = [f"{first}, print {n}" for n in range(10)]
    printed = [replace(one, article=name, id=f"{one.id}, {name}") for name in names for one in text]
    before, after = families_of(table), families_of([*table, *printed], dict.fromkeys(names, first))
    assert {claim: after.get(claim) for claim in before} == before


@settings(max_examples=15)
@given(st.lists(FIGURES, min_size=1, max_size=4))
def test_ten_articles_of_every_claim_change_no_family(figures: list[Said]) -> None:
    once = articles_of([[one] for one in figures])
    ten = [replace(one, article=f"{one.article}, {n}", id=f"{one.id}, {n}") for one in once for n in range(10)]
    before, after = families_of(once), families_of(ten)
    assert {claim: after.get(f"{claim}, 0") for claim in before} == before


# Every number stands in one figure.


@given(TABLES)
def test_every_claim_with_a_number_stands_in_one_figure_of_its_statement(table: list[Said]) -> None:
    grouping = group(table)
    carried = Counter(told.claim_id for one in grouping.statements for figure in one.figures for told in figure.claims)
    expected = [one.id for one in table if one.number is not None and "boilerplate" not in one.flags]
    assert carried == Counter(expected)
    rows = grouping.claims[grouping.claims["figure_id"].notna()]
    assert (rows.groupby("figure_id")["statement_id"].nunique() == 1).all()
