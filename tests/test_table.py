"""The event table: its columns, rows from a reading made by hand, and what is found wrong with a frame."""

from __future__ import annotations

import datetime as dt
import json

import pandas as pd
import pytest

from components import table
from components.columns import BY_NAME, COLUMNS
from components.lexicon import Lexicon
from components.model import Article, Attribution, Claim, Leftover, Quantity, Reading, Span, When

TEXT = (
    "Harbour notes.\n"
    "South Korea's spy agency believes that at least 650 soldiers fell, a lawmaker said. It added nothing."
)
ARTICLE = Article(id="harbour", text=TEXT, title="Harbour notes", outlet="The Pier", published=dt.date(2025, 2, 4))


def where(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FELL = Claim(
    id="a1-killed",
    article_id="harbour",
    event_type="casualties",
    modality="asserted",
    actor="ukr",
    recipient="prk",
    subject="prk",
    quantity=Quantity("killed", "total", 650, None, None, "at_least", where("at least 650")),
    when=When(dt.date(2025, 1, 1), dt.date(2025, 1, 31), "month", "stated", "January", said_on=dt.date(2025, 2, 3)),
    place=None,
    attribution=Attribution(
        source="rok-nis",
        form="indirect",
        rule="speaker before its verb",
        source_span=where("South Korea's spy agency"),
        cue_span=where("believes"),
        stance="assesses",
        relays=("lawmaker",),
        flags=("two speakers",),
    ),
    sentence=where("South Korea's spy agency believes that at least 650 soldiers fell, a lawmaker said."),
    in_headline=False,
    restatement=False,
    rule="count before its verb",
    flags=("round number",),
)
ADDED = Claim(
    id="a1-statement",
    article_id="harbour",
    event_type="statement",
    modality="denied",
    actor=None,
    recipient=None,
    subject="other",
    quantity=None,
    when=When(),
    place="atlantis",
    attribution=Attribution(source=None, form="none", rule="own voice"),
    sentence=where("It added nothing."),
    in_headline=False,
    restatement=True,
    rule="denial",
)
LEFT = Leftover("harbour", where("650"), "other subject", "somebody else's", where("Harbour notes."))
READING = Reading(ARTICLE, dt.date(2025, 2, 4), "metadata", (FELL, ADDED), (LEFT,), (), "0123456789ab")


@pytest.fixture
def frame(words: Lexicon) -> pd.DataFrame:
    return table.build([READING], words)


def test_the_empty_table_has_every_column_with_its_type() -> None:
    empty = table.empty()
    assert list(empty.columns) == [column.name for column in COLUMNS]
    assert dict(empty.dtypes) == {column.name: column.pandas_dtype for column in COLUMNS}
    assert table.problems(empty) == ()


def test_every_column_says_what_it_means() -> None:
    assert len(COLUMNS) == len(BY_NAME)
    assert all(column.meaning for column in COLUMNS)


def test_a_reading_becomes_one_row_a_claim_in_text_order(frame: pd.DataFrame) -> None:
    assert list(frame["claim_id"]) == ["a1-killed", "a1-statement"]
    assert dict(frame.dtypes) == dict(table.empty().dtypes)
    assert table.problems(frame, {"harbour": ARTICLE}) == ()


def test_a_row_holds_the_words_that_it_points_at(frame: pd.DataFrame) -> None:
    row = next(table.rows(frame))
    assert TEXT[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
    assert TEXT[row["quantity_start"] : row["quantity_end"]] == row["quantity_text"] == "at least 650"
    assert TEXT[row["source_start"] : row["source_end"]] == row["source_text"] == "South Korea's spy agency"
    assert row["cue_text"] == "believes"


def test_a_row_tells_source_family_relays_and_days(frame: pd.DataFrame) -> None:
    row = next(table.rows(frame))
    assert (row["source"], row["family"], row["source_class"]) == ("rok-nis", "rok", "ally")
    assert (row["relays"], row["flags"]) == (["lawmaker"], ["round number", "two speakers"])
    assert (row["low"], row["best"], row["high"], row["bound"]) == (650, None, None, "at_least")
    assert (row["event_start"], row["event_end"], row["said_on"]) == ("2025-01-01", "2025-01-31", "2025-02-03")
    assert (row["published"], row["published_basis"], row["outlet"]) == ("2025-02-04", "metadata", "The Pier")
    assert (row["review"], row["lexicon_digest"]) == ("auto", "0123456789ab")


def test_what_the_text_does_not_say_is_missing(frame: pd.DataFrame) -> None:
    row = list(table.rows(frame))[1]
    silent = ("measure", "low", "best", "high", "bound", "kind", "quantity_start", "event_start", "as_of", "said_on")
    assert all(row[name] is None for name in (*silent, "source_text", "cue_text", "lat", "lon", "statement_id"))
    assert (row["source"], row["family"], row["source_class"]) == ("unattributed", "media", "media")
    assert (row["place"], row["restatement"], row["relays"]) == ("atlantis", True, [])


def test_a_known_place_stands_on_the_map(words: Lexicon) -> None:
    place = next(iter(words.places.values()))
    reading = Reading(ARTICLE, None, None, (_with(ADDED, place=place.id),), (), (), "0")
    row = next(table.rows(table.build([reading], words)))
    assert (row["place"], row["lat"], row["lon"]) == (place.name, place.lat, place.lon)
    assert row["place_precision"] == place.precision


def test_rows_are_json(frame: pd.DataFrame) -> None:
    rows = list(table.rows(frame))
    assert json.loads(json.dumps(rows, allow_nan=False)) == rows


def test_leftovers_keep_their_words_and_reason() -> None:
    row = next(table.rows(table.leftovers([READING])))
    assert (row["words"], row["reason"], row["detail"]) == ("650", "other subject", "somebody else's")
    assert TEXT[row["start"] : row["end"]] == "650"
    assert row["sentence"] == "Harbour notes."


def test_a_sound_frame_survives_parquet(frame: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("parquet") / "claims.parquet"
    frame.to_parquet(path)
    back = pd.read_parquet(path)
    for lists in ("relays", "flags"):
        back[lists] = back[lists].map(tuple)
    pd.testing.assert_frame_equal(back, frame)


def test_a_missing_an_extra_and_a_mistyped_column_are_named(frame: pd.DataFrame) -> None:
    assert table.problems(frame.drop(columns="low")) == ("the column 'low' is missing",)
    assert table.problems(frame.assign(mood="grim")) == ("the column 'mood' does not belong to the event table",)
    assert table.problems(frame.assign(low="650")) == ("the column 'low' is str; it must be Float64",)
    assert table.problems(frame.astype({"kind": "string"})) == ("the column 'kind' is string; it must be a category",)


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("claim_id", pd.NA, "has no claim_id"),
        ("claim_id", "a1-statement", "has a claim_id that another row has too"),
        ("high", 600.0, "has a low above its high"),
        ("best", 640.0, "has a best outside its low and high"),
        ("low", pd.NA, "has a bound without its number"),
        ("bound", None, "has a number without its bound"),
        ("measure", None, "has a number without its measure"),
        ("quantity_start", pd.NA, "has a number without its words"),
        ("event_end", pd.Timestamp("2024-12-31"), "has an event that ends before it begins"),
        ("family", pd.NA, "names a source that the word files do not know"),
        ("sentence_end", 3, "has a sentence that ends before it begins"),
    ],
)
def test_a_planted_fault_is_found(frame: pd.DataFrame, column: str, value: object, fault: str) -> None:
    planted = frame.copy()
    planted.loc[0, column] = value
    assert any(problem.endswith(fault) for problem in table.problems(planted))


@pytest.mark.parametrize("span", ["sentence", "quantity", "source"])
def test_words_that_their_article_does_not_print_there_are_found(frame: pd.DataFrame, span: str) -> None:
    planted = frame.copy()
    planted.loc[0, f"{span}_start"] -= 1
    assert table.problems(planted, {"harbour": ARTICLE}) == (
        f"the claim a1-killed has a {span} that is not what its article prints there",
    )


def test_a_claim_without_its_article_is_found(frame: pd.DataFrame) -> None:
    assert "the claim a1-killed names the unknown article 'harbour'" in table.problems(frame, {})


def test_a_value_outside_its_closed_list_is_kept_and_named(words: Lexicon) -> None:
    reading = Reading(ARTICLE, None, None, (_with(FELL, event_type="parade"),), (), (), "0")
    frame = table.build([reading], words)
    assert list(frame["event_type"]) == ["parade"]
    assert table.problems(frame) == ("'parade' is not a known event_type",)


def _with(claim: Claim, **changes: object) -> Claim:
    return Claim(**{name: getattr(claim, name) for name in Claim.__slots__} | changes)  # type: ignore[arg-type]
