import csv
import datetime as dt
import io
import json

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import table
from components.export import claims_csv, pictures
from components.export.shapes import PIXELS
from components.stamp import Stamp

STAMP = Stamp(
    title="Troops by source",
    filters=("source: South Korea's JCS", "printed from 1 Mar 2025"),
    sources=("South Korea's JCS", "Ukrainian intelligence"),
    shown=1_204,
    left_out=(("a plan, not a thing done", 3), ("said before in the same article", 2), ("denied", 0)),
    parser_version="1",
    lexicon_digest="9f3c07d1aa52",
    made=dt.date(2025, 4, 2),
)


def claims(**columns: list[object]) -> pd.DataFrame:
    """A small event table: the given columns, the others empty, all of the real types."""
    empty = table.empty()
    rows = len(next(iter(columns.values())))
    return pd.DataFrame({name: columns.get(name, [None] * rows) for name in empty.columns}).astype(empty.dtypes)


def read(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content))


def test_a_stamp_says_title_filters_sources_counts_and_versions() -> None:
    assert STAMP.lines() == (
        "Troops by source",
        "Filters: source: South Korea's JCS; printed from 1 Mar 2025",
        "Sources: South Korea's JCS; Ukrainian intelligence",
        "1,204 claims shown; 5 left out (a plan, not a thing done: 3; said before in the same article: 2)",
        "Dispatches, reading rules 1, word files 9f3c07d1; made 2 Apr 2025",
    )


def test_the_table_comes_back_from_csv_with_its_rows_and_columns_in_order() -> None:
    frame = claims(
        claim_id=["b", "a"],
        sentence=['"So," he said,\nlater.', "About 1,250 crossed."],
        low=[None, 1250.0],
        measure=["killed", "troops"],
        event_start=[pd.Timestamp("2025-03-27"), None],
        relays=[("tass", "yonhap"), ()],
        sentence_start=[0, 17],
        restatement=[True, False],
    )
    back = read(claims_csv.csv(frame, STAMP))
    assert list(back.columns[:-1]) == list(frame.columns)
    assert back["claim_id"].tolist() == ["b", "a"]
    assert back["sentence"].tolist() == frame["sentence"].tolist()
    assert back["low"].tolist()[1] == 1250
    assert back["measure"].tolist() == ["killed", "troops"]
    assert back["event_start"].tolist()[0] == "2025-03-27"
    assert back["event_start"].isna().tolist() == [False, True]
    assert back["relays"].tolist()[0] == "tass; yonhap"
    assert back["sentence_start"].tolist() == [0, 17]
    assert back["restatement"].tolist() == [True, False]


def test_a_whole_number_is_written_without_a_point_and_a_fraction_keeps_its_digits() -> None:
    lines = claims_csv.csv(claims(best=[11000.0, 0.35])[["best"]], STAMP).decode("utf-8-sig").splitlines()
    assert lines[1:] == ["11000,", "0.35,"]


def test_the_stamp_is_the_heading_of_the_last_column_even_when_no_row_is_left() -> None:
    back = read(claims_csv.csv(table.empty(), STAMP))
    assert len(back) == 0
    assert back.columns[-1] == " | ".join(STAMP.lines())


def test_letters_beyond_ascii_survive_a_spreadsheet() -> None:
    content = claims_csv.csv(claims(sentence=["“Seoul”, 서울 – said"]), STAMP)
    assert content.startswith(b"\xef\xbb\xbf")
    assert read(content)["sentence"].tolist() == ["“Seoul”, 서울 – said"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(start: str) -> None:
    frame = claims(sentence=[f"{start}HYPERLINK(1)"], relays=[(f"{start}x", "y")])
    [record] = csv.DictReader(io.StringIO(claims_csv.csv(frame, STAMP).decode("utf-8-sig"), newline=""))
    assert record["sentence"] == f"'{start}HYPERLINK(1)"
    assert record["relays"] == f"'{start}x; y"


def test_a_negative_number_stays_a_number() -> None:
    assert read(claims_csv.csv(claims(lon=[-77.0364]), STAMP))["lon"].tolist() == [-77.0364]


def test_a_title_that_looks_like_a_formula_is_defused_too() -> None:
    stamp = Stamp("=1+1", (), (), 0, (), "1", "9f3c", dt.date(2025, 4, 2))
    assert read(claims_csv.csv(table.empty(), stamp)).columns[-1].startswith("'=1+1")


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_any_words_come_back_from_csv(sentences: list[str]) -> None:
    content = claims_csv.csv(claims(sentence=list(sentences)), STAMP).decode("utf-8-sig")
    records = list(csv.DictReader(io.StringIO(content, newline="")))
    assert [record["sentence"] for record in records] == [claims_csv.defused(words) for words in sentences]


@given(WORDS)
def test_no_cell_of_words_can_start_a_formula(words: str) -> None:
    assert not claims_csv.defused(words).startswith(claims_csv.FORMULA_STARTS)


def test_a_picture_is_white_sized_for_paper_and_carries_the_stamp() -> None:
    screen = go.Figure(go.Scatter(x=[1, 2], y=[3, 4]), layout={"paper_bgcolor": "#101010"})
    picture = pictures.stamped(screen, STAMP)
    assert (picture.layout.width, picture.layout.height) == (1280, 720)
    assert picture.layout.paper_bgcolor == picture.layout.plot_bgcolor == "#FFFFFF"
    assert picture.layout.title.text == STAMP.title
    printed = " ".join(note.text.replace("<br>", " ") for note in picture.layout.annotations)
    assert all(line in printed for line in STAMP.lines()[1:])
    assert screen.layout.paper_bgcolor == "#101010"
    assert len(screen.layout.annotations) == 0


def test_a_tall_figure_gets_a_larger_sheet_of_the_same_shape_instead_of_being_squeezed() -> None:
    low, tall, endless = (pictures.stamped(go.Figure(layout={"height": h}), STAMP).layout for h in (400, 800, 4_000))
    assert (low.width, low.height) == (1280, 720)
    assert (tall.width, tall.height) == (2048, 1152)
    assert (endless.width, endless.height) == (2560, 1440)


def test_every_sheet_fills_the_same_pixels_without_rounding() -> None:
    for height in (400, 600, 800, 1_100):
        for shape, pixels in PIXELS.items():
            sheet = pictures.laid_out(go.Figure(layout={"height": height}), STAMP, shape)
            scale = pixels[0] / sheet.width
            assert (sheet.width * scale, sheet.height * scale) == pixels


def test_a_legend_at_the_foot_stands_above_the_stamp() -> None:
    drawn = pictures.stamped(go.Figure(layout={"height": 400, "margin": {"b": 72, "l": 90}}), STAMP).layout
    assert drawn.margin.l == 90
    assert drawn.legend.y * drawn.height >= drawn.margin.b - 72


def test_a_long_stamp_gets_the_room_it_needs() -> None:
    long = Stamp("T", tuple(f"source: body {n}" for n in range(60)), (), 0, (), "1", "9f3c", dt.date(2025, 4, 2))
    short, tall = (pictures.stamped(go.Figure(), stamp).layout for stamp in (STAMP, long))
    assert tall.margin.b > short.margin.b
    assert max(map(len, tall.annotations[0].text.split("<br>"))) < 200


def test_words_in_a_stamp_are_words_in_the_picture_not_markup() -> None:
    stamp = Stamp("<b>T</b>", ("word: <a href='x'>",), (), 0, (), "1", "9f3c", dt.date(2025, 4, 2))
    drawn = json.loads(pictures.stamped(go.Figure(), stamp).to_json())["layout"]
    assert drawn["title"]["text"] == "&lt;b&gt;T&lt;/b&gt;"
    assert "<a" not in drawn["annotations"][0]["text"]
