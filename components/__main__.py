"""The command line: rows to standard output, messages to standard error.

Exit 0; 1 when some input could not be read (each is named, the rest is done); 2 with one line for a bad argument.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pandas as pd

from components import brief, checks, explanation, keep, measures, statements, table
from components.articles.metadata import day
from components.articles.tables import FIELDS
from components.columns import MEASURES
from components.corrections import CorrectionError
from components.export import claims_csv
from components.export.json_lines import json_lines
from components.export.parquet import parquet
from components.given import Given, given
from components.lexicon import LexiconError
from components.statements import rows
from components.statements.corroboration import corroborations
from components.statements.faithful import faithful
from components.store import StoreError

FORMATS = ("csv", "jsonl", "parquet")
MOST_JOBS = 64


class _Parser(argparse.ArgumentParser):
    """Says a bad argument in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status comes back."""
    options = _parser().parse_args(argv)
    try:
        if options.command in keep.COMMANDS:
            complete = keep.run(options, _parser().error)
        else:
            found = given(options)
            _COMMANDS[options.command](found, options)
            complete = found.complete
        sys.stdout.flush()
    except LexiconError as fault:
        print(f"The word files cannot be used: {fault}", file=sys.stderr)
        return 1
    except (StoreError, CorrectionError) as fault:
        print(fault, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our rows has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fault:
        where = getattr(options, "output", None) or "standard output"
        print(f"{where} cannot be written ({fault.strerror}); name another file after -o.", file=sys.stderr)
        return 2
    return 0 if complete else 1


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m components", description="News articles to a table of claims.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    for name, what in (
        ("claims", "the event table, one row a claim"),
        ("statements", "who said what when: one row a figure, with its relays and what each of them changed"),
        ("series", "one measure over time, source by source"),
        ("leftovers", "the numbers and speakers that no claim used, with the reason"),
        (
            "brief",
            "a briefing with numbered evidence as .pptx, .pdf, .docx, .html, .md, .xlsx, .csv or all in a .zip, or one "
            "chart as .png or .svg",
        ),
        ("explain", "every mention, claim and leftover of an article with its rule, as text"),
    ):
        command = commands.add_parser(name, help=what, description=what)
        _inputs(command, "*", "a .txt or .jsonl file, or a folder; without one the store is read")
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
    for name, what in keep.COMMANDS.items():
        command = commands.add_parser(name, help=what, description=what)
        if name == "add":
            _inputs(command, "+", "a .txt or .jsonl file, or a folder")
            command.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes that read; 1")
        else:
            keep.place(command)
        keep.options(name, command)
    return parser


def _inputs(command: argparse.ArgumentParser, number: str, what: str) -> None:
    command.add_argument("inputs", nargs=number, type=Path, metavar="INPUT", help=what)
    command.add_argument("--published", type=_day, metavar="DAY", help="the day of printing where none is stated")
    command.add_argument("--outlet", metavar="NAME", help="who printed it, where no outlet is stated")
    columns = f"the heading of the column that is FIELD ({', '.join(FIELDS)}) in tables, nothing for none; repeatable"
    command.add_argument("--column", action="append", type=_column, default=[], metavar="FIELD=HEADING", help=columns)
    keep.place(command)


def _column(given: str) -> tuple[str, str]:
    field, parted, heading = given.partition("=")
    if not parted or field not in FIELDS:
        known = ", ".join(FIELDS)
        raise argparse.ArgumentTypeError(f"'{given}' names no column; write FIELD=HEADING, FIELD being one of {known}")
    return FIELDS[field], heading.strip()


def _day(given: str) -> dt.date:
    found = day(given)
    if found is None:
        raise argparse.ArgumentTypeError(f"'{given}' is not a day; write year, month and day, such as 2025-03-27")
    return found


def _jobs(given: str) -> int:
    if not given.isdecimal() or not 1 <= int(given) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"'{given}' is no number of processes; write one from 1 to {MOST_JOBS}")
    return int(given)


def _claims(found: Given, options: argparse.Namespace) -> None:
    _write(_grouped(found, options).claims, options)


def _grouped(found: Given, options: argparse.Namespace) -> statements.Grouping:
    corpus = found.corpus()
    claims = measures.known_on(corpus.claims, options.known_on) if options.known_on else corpus.claims
    return statements.group(claims, corpus.lexicon, corpus.copies)


def _statements(found: Given, options: argparse.Namespace) -> None:
    said = _grouped(found, options).statements
    stands = corroborations(said, found.words.compilers)
    _write(rows.frame(said, stands, rows.by_figure(checks.run(said))), options)


def _series(found: Given, options: argparse.Namespace) -> None:
    for source in options.source:
        if source not in found.words.sources:
            known = ", ".join(sorted(found.words.sources))
            _parser().error(f"'{source}' is no source; the sources are {known}")
    grouped = _grouped(found, options)
    points = measures.counted(faithful(grouped.claims, grouped.statements), options.measure, {}).points
    sums = measures.derived(points)
    _write(measures.series(grouped.statements, options.measure, options.source, sums), options)


def _brief(found: Given, options: argparse.Namespace) -> None:
    from components.brief import file  # with slides, paper and charts, for which no other command should wait

    file.checked(options, found.words, _parser().error)
    file.write(found.corpus(), options, _parser().error)


def _leftovers(found: Given, options: argparse.Namespace) -> None:
    corpus = found.corpus()
    _write(table.left([(one, corpus.articles[one.article_id].text) for one in corpus.leftovers]), options)


def _explain(found: Given, options: argparse.Namespace) -> None:
    with keep.output(options.output) as write:
        for reading in found.readings():
            write("\n".join((*explanation.lines(reading, found.words), "", "")).encode())


_COMMANDS = {
    "claims": _claims,
    "statements": _statements,
    "series": _series,
    "leftovers": _leftovers,
    "brief": _brief,
    "explain": _explain,
}


def _write(frame: pd.DataFrame, options: argparse.Namespace) -> None:
    with keep.output(options.output) as write:
        match options.format:
            case "csv":
                # A file may be opened in a spreadsheet, which takes UTF-8 only behind a byte order mark.
                bom = options.output is not None if options.bom is None else options.bom
                write(claims_csv.unstamped(frame, bom=bom))
            case "jsonl":
                for line in json_lines(frame):
                    write(line)
            case "parquet":
                write(parquet(frame, options.command))


if __name__ == "__main__":
    sys.exit(main())
