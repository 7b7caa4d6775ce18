"""Statements of a table that grows, shrinks and is corrected are those that would be found of it at once."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from components import lexicon, statements
from components.statements import Groups
from tests.by_hand import Said, claims, day

WORDS = lexicon.load()
ARTICLES = ("one", "two", "three", "four", "five", "six")
FIRST = Said(3_000, "at_least", said_on=day(3, 27))

SAID = st.builds(
    Said,
    number=st.sampled_from([3_000, 3_000, 4_000, 12]),
    bound=st.sampled_from(["exact", "at_least"]),
    measure=st.sampled_from(["troops", "killed"]),
    source=st.sampled_from(["rok-jcs", "rok-jcs", "rok-nis", "rok-gov", "ua-intel", None]),
    said_on=st.sampled_from([None, None, day(3, 24), day(3, 27)]),
    article=st.sampled_from(ARTICLES),
    flags=st.sampled_from([(), (), (), ("boilerplate",)]),
)
STEP = st.tuples(
    st.sets(st.sampled_from(ARTICLES)),  # those that are there
    st.dictionaries(st.sampled_from(ARTICLES[3:]), st.sampled_from(ARTICLES[:3])),  # copies
    st.sets(st.integers(0, 11)),  # claims that are rejected
    st.sets(st.integers(0, 11)),  # claims whose source is corrected
)


@settings(max_examples=12, deadline=None)
@given(said=st.lists(SAID, min_size=6, max_size=12), steps=st.lists(STEP, min_size=2, max_size=4))
def test_whatever_comes_and_goes_the_statements_are_those_of_what_is_there(
    said: list[Said], steps: list[tuple[set[str], dict[str, str], set[int], set[int]]]
) -> None:
    table = claims(*(replace(one, published=day(3, 20 + ARTICLES.index(one.article))) for one in said))
    groups = Groups(WORDS)
    for there, copies, rejected, moved in steps:
        rows = _corrected(table, rejected, moved)
        rows = rows[rows["article_id"].isin(there)].reset_index(drop=True)
        grown, whole = groups.grouped(rows, copies), statements.group(rows, WORDS, copies)
        assert grown.statements == whole.statements
        pd.testing.assert_frame_equal(grown.claims, whole.claims)


def _corrected(table: pd.DataFrame, rejected: set[int], moved: set[int]) -> pd.DataFrame:
    number = pd.Series(range(len(table)))
    return table.assign(
        review=table["review"].mask(number.isin(rejected), "rejected"),
        source=table["source"].mask(number.isin(moved), "rok-jcs"),
        family=table["family"].mask(number.isin(moved), "rok"),
    )


def test_who_resumes_from_what_was_found_goes_on_from_there() -> None:
    before = claims(FIRST, replace(FIRST, source="ua-intel", article="two"))
    found = statements.group(before, WORDS)
    after = claims(
        FIRST, replace(FIRST, source="ua-intel", article="two"), replace(FIRST, said_on=None, article="three")
    )
    groups = Groups(WORDS)
    groups.resume(before, {}, found.statements)
    grown = groups.grouped(after, {}).statements
    assert grown == statements.group(after, WORDS).statements
    assert grown[1] is found.statements[1]  # nothing new touched what Ukrainian intelligence said


def test_a_statement_that_nothing_touched_stays_the_same_object() -> None:
    groups = Groups(WORDS)
    first = groups.grouped(claims(FIRST, replace(FIRST, source="us-dod", article="two")), {}).statements
    rows = claims(FIRST, replace(FIRST, source="us-dod", article="two"), replace(FIRST, article="three"))
    second = groups.grouped(rows, {}).statements
    assert [one.articles for one in second] == [("one", "three"), ("two",)]
    assert [any(one is other for other in first) for one in second] == [False, True]
