"""How fast claims become files, and how time and memory grow with them: ``python -m benchmarks.exporting``.

The claims are those of ``benchmarks.grouping``, with sentences as long as those of articles.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from time import process_time

import pandas as pd

from benchmarks.grouping import SEED, speed_table
from components import checks, lexicon, measures, statements, table
from components.export import claims_csv, xlsx
from components.export.json_lines import json_lines
from components.export.parquet import parquet
from components.lexicon import Lexicon
from components.measures import Tables
from components.stamp import Stamp
from components.statements import rows
from components.statements.corroboration import corroborations
from components.statements.faithful import faithful
from components.statements.revisions import ladders

MANY = (1_000, 10_000, 100_000)  # claims
FEWER = (1_250, 5_000, 20_000)  # the last is what the page gives at most
BUDGET = 1.0  # seconds for the CSV of the last of MANY
ROUNDS = 3  # the fastest of them counts: the others were disturbed
WORDS = "North Korea troops Kursk said about 3,000 soldiers Seoul the in to of were have been sent".split()
STAMP = Stamp("Claims", (), (), 0, (), "1", "0" * 12, date(2025, 3, 27))


def main() -> int:
    """Print seconds, those a claim against the first line, bytes and the peak memory of the process so far."""
    words = lexicon.load()
    frames = [_frame(number, words) for number in MANY]
    last = _told("CSV", frames, lambda frame: claims_csv.csv(frame, STAMP))
    print(f"  budget {BUDGET} s for {MANY[-1]:,} claims: {last / BUDGET:.0%} of it")
    _told("Parquet", frames, lambda frame: parquet(frame, "claims", STAMP))
    _told("JSON Lines", frames, _lines)
    _told("XLSX, five tables", [_tables(_frame(number, words), words) for number in FEWER], _workbook)
    return 0


def _frame(number: int, words: Lexicon) -> pd.DataFrame:
    random = Random(SEED)
    frame = speed_table(number, words)
    sentences = [" ".join(random.choices(WORDS, k=random.randint(12, 36))) for _ in range(number)]
    return frame.assign(sentence=pd.array(sentences, dtype="string"))


def _tables(frame: pd.DataFrame, words: Lexicon) -> Tables:
    grouped = statements.group(frame, words)
    told = grouped.statements
    return measures.tables(
        grouped.claims,
        faithful(grouped.claims, told),
        told,
        ladders(told),
        corroborations(told, words.compilers),
        rows.by_figure(checks.run(told)),
        {},
        table.left([]),
    )


def _lines(frame: pd.DataFrame) -> bytes:
    return b"".join(json_lines(frame))


def _workbook(tables: Tables) -> bytes:
    return xlsx.workbook(tables, STAMP)


def _told(name: str, sizes: Sequence[pd.DataFrame | Tables], write: Callable[..., bytes]) -> float:
    """The lines of one format; the seconds of the last of them."""
    print(name)
    first = seconds = 0.0
    for given in sizes:
        number = len(given.claims if isinstance(given, Tables) else given)
        seconds, content = _fastest(given, write)
        first = first or seconds / number
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"  {number:>7,} claims: {seconds:.2f} s, {seconds / number / first:.2f}, "
            f"{len(content) / 1e6:.1f} MB, peak {peak} MB"
        )
    return seconds


def _fastest(given: pd.DataFrame | Tables, write: Callable[..., bytes]) -> tuple[float, bytes]:
    seconds, content = float("inf"), b""
    for _ in range(ROUNDS):
        begun = process_time()
        content = write(given)
        seconds = min(seconds, process_time() - begun)
    return seconds, content


if __name__ == "__main__":
    sys.exit(main())
