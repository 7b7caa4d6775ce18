"""The statements and series of the command line: what scripts and spreadsheets get."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from components.statements.rows import COLUMNS
from tests.test_command_line import refusal, run

TWO_DAYS = (
    '{"id": "first", "published": "2025-01-13", "outlet": "Alpha", '
    '"text": "South Korea\'s spy agency said on Monday that about 310 North Korean soldiers were killed in Kursk."}\n'
    '{"id": "later", "published": "2025-04-30", "outlet": "Beta", '
    '"text": "South Korea\'s spy agency said Wednesday at least 640 North Korean soldiers were killed in Kursk."}\n'
)


@pytest.fixture
def briefings(tmp_path: Path) -> Path:
    path = tmp_path / "briefings.jsonl"
    path.write_text(TWO_DAYS, encoding="utf-8")
    return path


def lines(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_statements_are_one_row_a_figure(capfd: pytest.CaptureFixture[str], seeds: Path) -> None:
    status, printed, said = run(capfd, "statements", seeds, "--format", "jsonl")
    assert (status, said) == (0, "")
    shared = [row for row in lines(printed) if len(row["articles"]) == 2]
    assert {(row["source"], row["said_on"]) for row in shared} == {("rok-jcs", "2025-03-27")}
    assert len({row["statement_id"] for row in shared}) == 1
    casualties = next(row for row in shared if row["measure"] == "casualties")
    assert casualties["families"] == ["rok", "ua"]
    assert {drift["what"] for drift in casualties["drift"]} == {"bound_changed"}


def test_statements_in_csv_are_flat_and_have_every_column(capfd: pytest.CaptureFixture[str], seeds: Path) -> None:
    _, printed, _ = run(capfd, "statements", seeds)
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert list(rows[0]) == list(COLUMNS)
    assert not any("{" in cell or "[" in cell for row in rows for cell in row.values())


def test_a_series_goes_in_steps_with_what_each_changed(capfd: pytest.CaptureFixture[str], briefings: Path) -> None:
    _, printed, _ = run(capfd, "series", briefings, "--measure", "killed", "--format", "jsonl")
    told = [(row["source"], row["day"], row["figure"], row["change"]) for row in lines(printed)]
    assert told == [
        ("rok-nis", "2025-01-13", "about 310", "first"),
        ("rok-nis", "2025-04-30", "at least 640", "rise"),
    ]


def test_a_series_has_only_the_sources_named(capfd: pytest.CaptureFixture[str], briefings: Path) -> None:
    _, printed, _ = run(capfd, "series", briefings, "--measure", "killed", "--source", "ua-intel", "--format", "jsonl")
    assert printed == ""


@pytest.mark.parametrize("command", [("statements",), ("series", "--measure", "killed")])
def test_as_known_on_a_day_only_what_was_printed_by_then_counts(
    capfd: pytest.CaptureFixture[str], briefings: Path, command: tuple[str, ...]
) -> None:
    _, printed, _ = run(capfd, *command, briefings, "--known-on", "2025-04-29", "--format", "jsonl")
    assert [row["articles"] for row in lines(printed)] == [["first"]]


def test_the_claims_name_the_figures_and_statements_that_they_relay(
    capfd: pytest.CaptureFixture[str], briefings: Path
) -> None:
    _, claims, _ = run(capfd, "claims", briefings, "--known-on", "2025-04-29", "--format", "jsonl")
    _, figures, _ = run(capfd, "statements", briefings, "--known-on", "2025-04-29", "--format", "jsonl")
    of_claims = {(row["statement_id"], row["figure_id"]) for row in lines(claims) if row["figure_id"]}
    assert of_claims == {(row["statement_id"], row["figure_id"]) for row in lines(figures)}
    assert {row["article_id"] for row in lines(claims)} == {"first"}


def test_an_unknown_source_is_refused_in_one_line(capfd: pytest.CaptureFixture[str], briefings: Path) -> None:
    assert "'nobody' is no source" in refusal(capfd, "series", briefings, "--measure", "killed", "--source", "nobody")


def test_no_article_gives_a_frame_without_rows(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, printed, _ = run(capfd, "statements", tmp_path)
    assert printed.strip() == ",".join(COLUMNS)
