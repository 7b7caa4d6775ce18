"""The command line: rows to standard output, messages to standard error.

Exit 0; 1 when some input could not be read (each is named, the rest is done); 2 with one line for a bad argument.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, NoReturn

import pandas as pd
from tqdm import tqdm

from components import articles, brief, bulk, checks, explanation, lexicon, measures, statements, table
from components.articles.metadata import day
from components.columns import MEASURES
from components.export import claims_csv
from components.export.json_lines import json_lines
from components.export.parquet import parquet
from components.lexicon import Lexicon, LexiconError
from components.model import Article, Reading
from components.statements import rows
from components.statements.corroboration import corroborations
from components.statements.faithful import faithful

FORMATS = ("csv", "jsonl", "parquet")
MOST_JOBS = 64


class _Parser(argparse.ArgumentParser):
    """Says a bad argument in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


@dataclass(frozen=True, slots=True)
class _Readings:
    """The readings of the inputs, one at a time, and whether every input could be read."""

    articles: tuple[Article, ...]
    words: Lexicon
    complete: bool
    jobs: int = 1

    def __iter__(self) -> Iterator[Reading]:
        # Without a terminal on standard error tqdm shows nothing.
        read = bulk.readings(self.articles, self.words, self.jobs)
        yield from tqdm(read, total=len(self.articles), unit=" articles", file=sys.stderr, disable=None, leave=False)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status comes back."""
    options = _parser().parse_args(argv)
    try:
        readings = _readings(options)
        _COMMANDS[options.command](readings, options)
        sys.stdout.flush()
    except LexiconError as fault:
        print(f"The word files cannot be used: {fault}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our rows has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fault:
        print(
            f"{options.output or 'standard output'} cannot be written ({fault.strerror}); name another file after -o.",
            file=sys.stderr,
        )
        return 2
    return 0 if readings.complete else 1


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m components", description="News articles to a table of claims.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    for name, what in (
        ("claims", "the event table, one row a claim"),
        ("statements", "who said what when: one row a figure, with its relays and what each of them changed"),
        ("series", "one measure over time, source by source"),
        ("leftovers", "the numbers and speakers that no claim used, with the reason"),
        ("brief", "a briefing with numbered evidence, by its ending: .pptx, .html, .md, .xlsx, .csv or all in a .zip"),
        ("explain", "every mention, claim and leftover of an article with its rule, as text"),
    ):
        command = commands.add_parser(name, help=what, description=what)
        command.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="a .txt or .jsonl file, or a folder")
        command.add_argument("--published", type=_day, metavar="DAY", help="the day of printing where none is stated")
        command.add_argument("--outlet", metavar="NAME", help="who printed it, where no outlet is stated")
        command.add_argument("-o", dest="output", type=Path, metavar="FILE", help="write here, not to standard output")
        if name == "brief":
            brief.options(command, _day)
        elif name != "explain":
            command.add_argument("--format", choices=FORMATS, default="csv", help="csv when left out")
            marked = "begin CSV with a byte order mark, as spreadsheets need; where left out, a file after -o does"
            command.add_argument("--bom", action=argparse.BooleanOptionalAction, help=marked)
        if name != "explain":
            command.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes that read; 1")
        if name in ("claims", "statements", "series"):
            command.add_argument("--known-on", type=_day, metavar="DAY", help="only what was printed by that day")
        if name == "series":
            command.add_argument("--measure", required=True, choices=MEASURES, metavar="MEASURE")
            command.add_argument("--source", action="append", default=[], metavar="ID", help="may be given repeatedly")
    return parser


def _day(given: str) -> dt.date:
    found = day(given)
    if found is None:
        raise argparse.ArgumentTypeError(f"'{given}' is not a day; write year, month and day, such as 2025-03-27")
    return found


def _jobs(given: str) -> int:
    if not given.isdecimal() or not 1 <= int(given) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"'{given}' is no number of processes; write one from 1 to {MOST_JOBS}")
    return int(given)


def _readings(options: argparse.Namespace) -> _Readings:
    words = lexicon.load()
    loaded = articles.load(options.inputs, words)
    for fault in loaded.faults:
        print(fault, file=sys.stderr)
    given = tuple(_stated(article, options.published, options.outlet) for article in loaded.articles)
    return _Readings(given, words, not loaded.faults, getattr(options, "jobs", 1))


def _stated(article: Article, published: dt.date | None, outlet: str | None) -> Article:
    """The article with the day and outlet of the command line where it has none of its own."""
    if published and not article.published:
        article = replace(article, published=published, published_basis="analyst")
    return replace(article, outlet=article.outlet or outlet)


def _claims(readings: _Readings, options: argparse.Namespace) -> None:
    _write(_grouped(readings, options).claims, options)


def _grouped(readings: _Readings, options: argparse.Namespace) -> statements.Grouping:
    claims = table.build(readings, readings.words)
    if options.known_on:
        claims = measures.known_on(claims, options.known_on)
    return statements.group(claims, readings.words, articles.copies(readings.articles))


def _statements(readings: _Readings, options: argparse.Namespace) -> None:
    found = _grouped(readings, options).statements
    stands = corroborations(found, readings.words.compilers)
    _write(rows.frame(found, stands, rows.by_figure(checks.run(found))), options)


def _series(readings: _Readings, options: argparse.Namespace) -> None:
    for source in options.source:
        if source not in readings.words.sources:
            known = ", ".join(sorted(readings.words.sources))
            _parser().error(f"'{source}' is no source; the sources are {known}")
    found = _grouped(readings, options)
    points = measures.counted(faithful(found.claims, found.statements), options.measure, {}).points
    sums = measures.derived(points)
    _write(measures.series(found.statements, options.measure, options.source, sums), options)


def _brief(readings: _Readings, options: argparse.Namespace) -> None:
    brief.checked(options, readings.words, _parser().error)
    brief.write(readings, readings.articles, readings.words, options, _parser().error)


def _leftovers(readings: _Readings, options: argparse.Namespace) -> None:
    _write(table.leftovers(readings), options)


def _explain(readings: _Readings, options: argparse.Namespace) -> None:
    with _output(options.output) as stream:
        for reading in readings:
            stream.write("\n".join((*explanation.lines(reading, readings.words), "", "")).encode())


_COMMANDS = {
    "claims": _claims,
    "statements": _statements,
    "series": _series,
    "leftovers": _leftovers,
    "brief": _brief,
    "explain": _explain,
}


def _write(frame: pd.DataFrame, options: argparse.Namespace) -> None:
    with _output(options.output) as stream:
        match options.format:
            case "csv":
                # A file may be opened in a spreadsheet, which takes UTF-8 only behind a byte order mark.
                bom = options.output is not None if options.bom is None else options.bom
                stream.write(claims_csv.unstamped(frame, bom=bom))
            case "jsonl":
                stream.writelines(json_lines(frame))
            case "parquet":
                stream.write(parquet(frame, options.command))


@contextmanager
def _output(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with path.open("wb") as stream:
            yield stream


if __name__ == "__main__":
    sys.exit(main())
