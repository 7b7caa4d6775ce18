"""What holds for any text: nothing moves, every span lies inside, and rows come back as they went."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import pairwise

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from components import lexicon, parsing, table
from components.articles.boilerplate import spans
from components.export.claims_csv import defused, unstamped
from components.model import Article, Reading
from components.parsing.text import fold

WORDS = lexicon.load()
PIECES = st.sampled_from(
    [
        *"North Korea Russia Seoul said killed troops soldiers sent about more than at least 3,000 400 nine".split(),
        *("11,000 2025 27 March Monday Kursk TASS according to JCS “ ” ( ) . , : ; - – » > © 2.5m 10K \" ' %").split(),
        *["\n", "\r\n", "\n\n", "Related:", "By Ada Quist", "병력", "\u00a0", "\u2028", "=", "+1", "@", "İ", "ß"],
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
    st.text(max_size=200),
)


def read(text: str, name: str = "any", outlet: str | None = None) -> Reading:
    article = Article(id=name, text=text, outlet=outlet, boilerplate=spans(text, WORDS))
    return parsing.read(article, WORDS)


@given(TEXTS)
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXTS)
def test_furniture_lies_inside_the_text_in_order_without_white_space_around_it(text: str) -> None:
    found = spans(text, WORDS)
    assert list(found) == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)


@given(TEXTS)
def test_reading_twice_is_equal(text: str) -> None:
    assert read(text) == read(text)


@given(TEXTS)
def test_a_table_of_any_text_has_no_problem_and_points_at_its_words(text: str) -> None:
    reading = read(text)
    frame = table.build([reading], WORDS)
    assert table.problems(frame, {"any": reading.article}) == ()
    for mention in (*reading.mentions, *reading.leftovers):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


@given(TEXTS)
def test_every_claim_lies_in_its_sentence(text: str) -> None:
    for claim in read(text).claims:
        assert 0 <= claim.sentence.start < claim.sentence.end <= len(text)
        assert claim.quantity is None or claim.sentence.holds(claim.quantity.span)


def cell(value: object) -> str:
    """One value of the table as a spreadsheet finds it."""
    match value:
        case tuple():
            return defused("; ".join(value))
        case pd.Timestamp() if value is not pd.NaT:
            return f"{value:%Y-%m-%d}"
        case float() if value.is_integer():
            return str(int(value))
    return "" if pd.isna(value) else defused(str(value))  # type: ignore[call-overload]


@given(TEXTS, st.text(st.characters(codec="utf-8"), max_size=12))
def test_the_csv_comes_back(text: str, outlet: str) -> None:
    frame = table.build([replace(read(text), article=replace(read(text).article, outlet=outlet))], WORDS)
    back = list(csv.DictReader(io.StringIO(unstamped(frame, bom=False).decode(), newline="")))
    assert back == [{name: cell(value) for name, value in row.items()} for row in frame.to_dict("records")]
    assert not any(one.startswith(("=", "@", "+", "\t", "\r")) for row in back for one in row.values())


@given(TEXTS)
def test_the_json_comes_back(text: str) -> None:
    rows = list(table.rows(table.build([read(text)], WORDS)))
    assert [json.loads(json.dumps(row, allow_nan=False)) for row in rows] == rows
