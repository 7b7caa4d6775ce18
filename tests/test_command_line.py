"""The command line: rows on standard output, messages on standard error, and the exit status that scripts rely on."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pandas as pd
import pytest

from components.__main__ import main
from components.columns import COLUMNS
from components.model import LeftoverReason

NAMES = [column.name for column in COLUMNS]
KURSK = "South Korea's spy agency said on Monday that about 450 North Korean soldiers were killed in Kursk."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "kursk.txt"
    path.write_text(KURSK, encoding="utf-8")
    return path


def run(capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    printed = capfd.readouterr()
    return status, printed.out, printed.err


def refusal(capfd: pytest.CaptureFixture[str], *arguments: object) -> str:
    with pytest.raises(SystemExit) as stopped:
        main([str(argument) for argument in arguments])
    printed = capfd.readouterr()
    assert stopped.value.code == 2
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err


def test_claims_are_csv_with_every_column(capfd: pytest.CaptureFixture[str], seeds: Path) -> None:
    status, out, err = run(capfd, "claims", seeds)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (status, err) == (0, "")
    assert list(rows[0]) == NAMES
    assert {row["article_id"] for row in rows} == {path.stem for path in seeds.glob("*.txt")}


def test_claims_as_json_lines_have_iso_days_nulls_and_lists(capfd: pytest.CaptureFixture[str], seeds: Path) -> None:
    status, out, _ = run(capfd, "claims", seeds, "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in seeds.glob("*.txt")}
    assert status == 0
    assert rows
    for row in rows:
        assert list(row) == NAMES
        assert row["published"] == "2025-03-27"
        assert isinstance(row["relays"], list)
        assert row["statement_id"]
        assert bool(row["figure_id"]) == bool(row["bound"])
        assert texts[row["article_id"]][row["sentence_start"] : row["sentence_end"]] == row["sentence"]


def test_claims_in_parquet_and_csv_are_the_same_rows(
    capfd: pytest.CaptureFixture[str], seeds: Path, tmp_path: Path
) -> None:
    for kind in ("csv", "parquet"):
        assert run(capfd, "claims", seeds, "--format", kind, "-o", tmp_path / f"claims.{kind}") == (0, "", "")
    packed = pd.read_parquet(tmp_path / "claims.parquet")
    flat = pd.read_csv(tmp_path / "claims.csv", encoding="utf-8-sig")
    assert list(packed["claim_id"]) == list(flat["claim_id"])
    assert list(packed["low"].astype("float64").fillna(-1)) == list(flat["low"].fillna(-1))


def test_processes_print_what_one_prints(tmp_path: Path) -> None:
    labelled = Path(__file__).parent / "articles" / "articles.jsonl"
    few = tmp_path / "few.jsonl"
    few.write_text("".join(labelled.read_text("utf-8").splitlines(keepends=True)[:12]), "utf-8")
    called = [sys.executable, "-m", "components", "claims", str(few), "--jobs"]
    alone, together = (subprocess.run([*called, jobs], capture_output=True, check=True) for jobs in ("1", "2"))
    assert (together.stdout, together.stderr) == (alone.stdout, b"")


def test_leftovers_point_at_their_words(capfd: pytest.CaptureFixture[str], seeds: Path) -> None:
    status, out, _ = run(capfd, "leftovers", seeds, "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in seeds.glob("*.txt")}
    assert status == 0
    assert rows
    for row in rows:
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["words"]
        assert row["reason"] in get_args(LeftoverReason)


def test_an_explanation_shows_each_line_with_its_mentions_and_each_claim_with_its_rule(
    capfd: pytest.CaptureFixture[str], article: Path
) -> None:
    status, out, _ = run(capfd, "explain", article, "--published", "2025-02-04", "--outlet", "The Pier")
    lines = out.splitlines()
    assert status == 0
    assert lines[0] == "kursk | The Pier | 2025-02-04 (analyst)"
    assert KURSK in lines
    assert any(line.strip().startswith("amount  about 450: approx best 450") for line in lines)
    assert any(line.strip().startswith("date  Monday: 2025-02-03, day") for line in lines)
    assert any(line.startswith("  casualties, asserted, killed total approx best 450 (about 450") for line in lines)
    assert "Leftovers: 0" in lines


def test_the_day_and_outlet_of_the_command_line_fill_only_what_is_not_stated(
    capfd: pytest.CaptureFixture[str], article: Path, seeds: Path
) -> None:
    _, out, _ = run(
        capfd, "claims", article, seeds, "--format", "jsonl", "--published", "2025-02-04", "--outlet", "The Pier"
    )
    rows = [json.loads(line) for line in out.splitlines()]
    stated = {(row["article_id"] == "kursk", row["published"], row["published_basis"]) for row in rows}
    assert (True, "2025-02-04", "analyst") in stated
    assert {day for ours, day, _ in stated if not ours} == {"2025-03-27"}
    assert {row["outlet"] for row in rows} == {"The Pier"}


def test_an_input_that_cannot_be_read_is_named_and_the_rest_is_done(
    capfd: pytest.CaptureFixture[str], article: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    status, out, err = run(capfd, "claims", tmp_path / "gone.txt", tmp_path / "empty.txt", article, "--format", "jsonl")
    assert status == 1
    assert err.splitlines() == [
        f"{tmp_path / 'gone.txt'} is not there; check the name.",
        "empty.txt is empty; paste the article's text into it or remove it.",
    ]
    assert {json.loads(line)["article_id"] for line in out.splitlines()} == {"kursk"}


def test_no_article_at_all_gives_a_table_without_rows(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, _ = run(capfd, "claims", tmp_path)
    assert status == 1
    assert out.splitlines() == [",".join(NAMES)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add"], "the following arguments are required: INPUT"),
        (["frobnicate", "x"], "invalid choice"),
        (["claims", "x", "--published", "Monday"], "'Monday' is not a day; write year, month and day"),
        (["claims", "x", "--format", "xml"], "invalid choice"),
        (
            ["add", "x", "--column", "story=Body"],
            "'story=Body' names no column; write FIELD=HEADING, FIELD being one of",
        ),
    ],
)
def test_a_bad_argument_is_refused_in_one_line(
    capfd: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert told in refusal(capfd, *arguments)


def test_a_file_that_cannot_be_written_is_refused_in_one_line(
    capfd: pytest.CaptureFixture[str], article: Path, tmp_path: Path
) -> None:
    status, out, err = run(capfd, "claims", article, "-o", tmp_path / "no folder" / "claims.csv")
    assert (status, out) == (2, "")
    assert err.splitlines() == [
        f"{tmp_path / 'no folder' / 'claims.csv'} cannot be written (No such file or directory); "
        "name another file after -o."
    ]


def test_a_cell_that_a_spreadsheet_would_run_is_defused(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "formula.jsonl"
    path.write_text(json.dumps({"id": "=1+1", "text": KURSK, "outlet": "@SUM(A1)"}), encoding="utf-8")
    _, out, _ = run(capfd, "claims", path)
    row = next(csv.DictReader(io.StringIO(out)))
    assert (row["article_id"], row["outlet"]) == ("'=1+1", "'@SUM(A1)")


def test_a_reader_that_stops_listening_is_no_error(seeds: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "components", "claims", str(seeds)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, cwd=seeds.parent, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_store_beside_an_input_is_refused(capfd: pytest.CaptureFixture[str], article: Path) -> None:
    status, out, err = run(capfd, "claims", article, "--store", "elsewhere.sqlite")
    told = "--store is read where no INPUT is named; leave out one of the two, or add the INPUT to it first.\n"
    assert (status, out, err) == (2, "", told)


def test_the_column_of_the_text_is_chosen(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    table = tmp_path / "timeline.csv"
    table.write_text(f"Text,Body\nsee the body,{KURSK}\n")
    assert run(capfd, "claims", table, "--format", "jsonl")[:2] == (0, "")
    status, out, _ = run(capfd, "claims", table, "--format", "jsonl", "--column", "text=Body")
    assert (status, [json.loads(line)["best"] for line in out.splitlines()]) == (0, [450.0])
    status, out, err = run(capfd, "claims", table, "--format", "jsonl", "--column", "text=Story")
    assert (status, out) == (1, "")
    assert "has no column 'Story' (its heading has Text, Body)" in err
