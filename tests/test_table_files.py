"""The table in files of other formats, opened with other software than wrote it."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from components import articles, checks, measures, parsing, statements, table
from components.__main__ import main
from components.columns import BY_NAME
from components.export import claims_csv, meanings, xlsx
from components.export.parquet import parquet
from components.lexicon import Lexicon
from components.measures import Tables
from components.stamp import Stamp
from components.statements import rows
from components.statements.corroboration import corroborations
from components.statements.faithful import faithful
from components.statements.revisions import ladders
from tests.test_export import STAMP, claims

SHEETS = ["claims", "statements", "series", "sources", "leftovers", "about"]
HOSTILE = {
    "formula": "=HYPERLINK(1)",
    "script": "</script><script>alert(1)</script>",
    "long": "x" * 500,
    "right to left": "\u202eقوات كوريا الشمالية",
    "control": "a\x00\x07\x1b\ufffeb",
    "huge": "y" * 40_000,
    "beyond the first plane": "\U0001f680" * 20_000,
}


@pytest.fixture(scope="module")
def found(words: Lexicon, seeds: Path) -> Tables:
    """All of the two articles."""
    readings = [parsing.read(article, words) for article in articles.load([seeds], words).articles]
    grouped = statements.group(table.build(readings, words), words)
    told = grouped.statements
    stands, verdicts = corroborations(told, words.compilers), rows.by_figure(checks.run(told))
    careful, left = faithful(grouped.claims, told), table.leftovers(readings)
    return measures.tables(
        grouped.claims, careful, told, ladders(told), stands, verdicts, {"rok-jcs": "South Korea's JCS"}, left
    )


def only(frame: pd.DataFrame) -> Tables:
    """These claims and nothing that stands on them."""
    return measures.tables(frame, frame, (), (), {}, {}, {}, table.left([]))


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cell(book: openpyxl.Workbook, sheet: str, column: str, row: int = 2) -> object:
    heads = [head.value for head in book[sheet][1]]
    return book[sheet].cell(row, heads.index(column) + 1).value


def about(book: openpyxl.Workbook) -> list[str]:
    return [str(row[0]) for row in book["about"].iter_rows(values_only=True) if row[0]]


def test_a_workbook_has_a_sheet_a_table_with_every_row_and_column(found: Tables) -> None:
    content = xlsx.workbook(found, STAMP)
    assert opened(content).sheetnames == SHEETS
    for name in SHEETS[:-1]:
        frame, back = getattr(found, name), pd.read_excel(io.BytesIO(content), sheet_name=name)
        assert list(back.columns) == list(frame.columns)
        assert len(back) == len(frame) > 0


def test_cells_are_typed(found: Tables) -> None:
    back = pd.read_excel(io.BytesIO(xlsx.workbook(found, STAMP)), sheet_name="claims")
    assert back["low"].dropna().tolist() == found.claims["low"].dropna().tolist()
    assert back["published"].tolist() == found.claims["published"].tolist()
    assert back["in_headline"].tolist() == found.claims["in_headline"].tolist()
    assert back["relays"].dropna().tolist() == ["; ".join(ids) for ids in found.claims["relays"] if ids]


def test_a_header_stays_in_sight_and_filters_its_sheet(found: Tables) -> None:
    book = opened(xlsx.workbook(found, STAMP))
    for name in SHEETS[:-1]:
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref == book[name].dimensions
    assert book["claims"].column_dimensions["AT"].width > book["claims"].column_dimensions["AU"].width


def test_the_last_sheet_has_the_stamp_the_rows_and_the_meaning_of_every_column(found: Tables) -> None:
    book = opened(xlsx.workbook(found, STAMP))
    assert about(book)[: len(STAMP.lines())] == list(STAMP.lines())
    assert f"Sheet claims: {len(found.claims)} rows" in about(book)
    told = {row[:2]: row[2:] for row in book["about"].iter_rows(values_only=True) if row[1]}
    for name in SHEETS[:-1]:
        assert all(told[name, column][0] for column in getattr(found, name).columns)
    assert told["claims", "lat"] == ("degrees north", "degrees")


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_words_are_words_in_a_workbook(what: str) -> None:
    frame = claims(claim_id=["a"], source=["ua-mil"], sentence=[HOSTILE[what]], relays=[(HOSTILE[what],)])
    content = xlsx.workbook(only(frame), STAMP)
    for column in ("sentence", "relays"):
        shown = str(cell(opened(content), "claims", column))
        assert not shown.startswith(claims_csv.FORMULA_STARTS)
        assert len(shown.encode("utf-16-le")) <= 2 * xlsx.MOST_LETTERS
    if len(HOSTILE[what]) < 1_000:
        assert "control" in what or HOSTILE[what] in shown
    else:
        assert "[cut here" in shown
        assert "Sheet claims: 2 cells were too long for a workbook and are cut" in about(opened(content))
    assert "<f>" not in ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()


def test_a_hostile_stamp_is_words_too() -> None:
    stamp = Stamp(HOSTILE["formula"], tuple(HOSTILE.values()), (), 0, (), "1", "9f3c", dt.date(2025, 4, 2))
    assert about(opened(xlsx.workbook(only(table.empty()), stamp)))[0] == "'=HYPERLINK(1)"


def test_nothing_found_gives_a_workbook_with_its_headers() -> None:
    content = xlsx.workbook(only(table.empty()), STAMP)
    for name in SHEETS[:-1]:
        back = pd.read_excel(io.BytesIO(content), sheet_name=name)
        assert len(back) == 0
        assert "articles" in back.columns or "article_id" in back.columns


def test_rows_beyond_the_limit_are_counted_on_the_last_sheet(found: Tables) -> None:
    book = opened(xlsx.workbook(found, STAMP, most=3))
    assert book["claims"].max_row == 4
    assert any(f"{len(found.claims) - 3} more rows are not here" in line for line in about(book))


def test_the_same_tables_give_the_same_bytes(found: Tables) -> None:
    assert xlsx.workbook(found, STAMP) == xlsx.workbook(found, STAMP)
    assert parquet(found.claims, "claims", STAMP) == parquet(found.claims, "claims", STAMP)
    assert claims_csv.csv(found.claims, STAMP) == claims_csv.csv(found.claims, STAMP)


def test_a_relay_that_claims_nothing_itself_is_a_source_as_well(found: Tables) -> None:
    sources = found.sources.set_index("source")
    assert sources.loc["tass", "claims"] == 0
    assert sources.loc["tass", "relayed"] > 0
    assert sources.loc["rok-jcs", "name"] == "South Korea's JCS"
    assert sources["claims"].sum() == len(found.claims)


def test_statements_and_series_follow_the_claims_that_are_found(found: Tables, words: Lexicon, seeds: Path) -> None:
    readings = [parsing.read(article, words) for article in articles.load([seeds], words).articles]
    grouped = statements.group(table.build(readings, words), words)
    kept = grouped.claims[grouped.claims["source"] == "rok-jcs"]
    careful = faithful(grouped.claims, grouped.statements).loc[kept.index]
    narrow = measures.tables(kept, careful, grouped.statements, ladders(grouped.statements), {}, {}, {}, table.left([]))
    for frame, whole in ((narrow.statements, found.statements), (narrow.series, found.series)):
        assert set(frame["source"]) == {"rok-jcs"}
        assert len(frame) == (whole["source"] == "rok-jcs").sum()


@pytest.mark.parametrize("name", SHEETS[:-1])
def test_parquet_comes_back_with_its_types_and_says_what_a_column_means(found: Tables, name: meanings.Name) -> None:
    frame = getattr(found, name)
    content = parquet(frame, name, STAMP)
    back, schema = pd.read_parquet(io.BytesIO(content)), pq.read_schema(io.BytesIO(content))
    assert back.dtypes.to_dict() == frame.dtypes.to_dict()
    assert len(back) == len(frame)
    assert schema.metadata[b"stamp"].decode().splitlines() == list(STAMP.lines())
    for column in frame.columns:
        said: Mapping[bytes, bytes] = schema.field(column).metadata
        assert said[b"meaning"]
        numeric = pd.api.types.is_numeric_dtype(frame[column]) and frame[column].dtype != "boolean"
        assert (b"unit" in said) or not numeric


def test_a_table_without_rows_has_the_same_schema(found: Tables) -> None:
    for field in fields(found):
        frame = getattr(found, field.name)
        full, bare = (pq.read_schema(io.BytesIO(parquet(one, field.name))) for one in (frame, frame[:0]))
        assert full.equals(bare)


@pytest.mark.parametrize("command", ["claims", "statements", "series", "leftovers"])
def test_the_command_line_writes_parquet_with_meanings(command: str, seeds: Path, tmp_path: Path) -> None:
    more = ["--measure", "troops"] if command == "series" else []
    assert main([command, str(seeds), "--format", "parquet", "-o", str(tmp_path / "table.parquet"), *more]) == 0
    schema = pq.read_schema(tmp_path / "table.parquet")
    assert all(field.metadata[b"meaning"] for field in schema)
    if command == "claims":
        assert [field.metadata[b"meaning"].decode() for field in schema] == [one.meaning for one in BY_NAME.values()]


@pytest.mark.parametrize(("option", "marked"), [([], True), (["--no-bom"], False), (["--bom"], True)])
def test_the_byte_order_mark_of_a_csv_file_is_an_option(
    option: list[str], marked: bool, seeds: Path, tmp_path: Path
) -> None:
    assert main(["claims", str(seeds), "-o", str(tmp_path / "claims.csv"), *option]) == 0
    assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbf") == marked


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_words_come_back_from_csv_parquet_and_json(what: str) -> None:
    frame = claims(claim_id=["a"], sentence=[HOSTILE[what]])
    assert pd.read_parquet(io.BytesIO(parquet(frame, "claims")))["sentence"][0] == HOSTILE[what]
    assert claims_csv.csv(frame, STAMP, bom=False).decode().count(HOSTILE[what]) == 1
    assert json.loads(json.dumps(next(table.rows(frame))))["sentence"] == HOSTILE[what]


def test_a_table_longer_than_one_piece_keeps_all_its_rows_in_order() -> None:
    frame = claims(claim_id=[f"claim {n}" for n in range(50_001)])[["claim_id"]]
    back = pd.read_csv(io.BytesIO(claims_csv.csv(frame, STAMP)))
    assert back["claim_id"].tolist() == frame["claim_id"].tolist()


def test_a_table_put_together_from_several_is_written_as_one() -> None:
    parts = [claims(claim_id=[name], sentence=["So."], relays=[("tass",)], low=[1.0]) for name in "ab"]
    frame = pd.concat(parts, ignore_index=True)
    assert pd.read_csv(io.BytesIO(claims_csv.csv(frame, STAMP)))["claim_id"].tolist() == ["a", "b"]
    assert pd.read_parquet(io.BytesIO(parquet(frame, "claims")))["claim_id"].tolist() == ["a", "b"]


def test_twenty_thousand_claims_give_a_workbook() -> None:
    numbers = [float(n) for n in range(20_000)]
    frame = claims(claim_id=[f"claim {n}" for n in range(20_000)], source=["ua-mil"] * 20_000, low=numbers)
    book = openpyxl.load_workbook(io.BytesIO(xlsx.workbook(only(frame), STAMP)), read_only=True)
    assert sum(1 for _ in book["claims"].iter_rows(values_only=True)) == 20_001
