"""The commands that keep articles: add, list, remove, undo, history, cases, export-store and import-store."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pandas as pd

from components import articles, corrections, lexicon, measures, table
from components.export.claims_csv import unstamped
from components.export.json_lines import json_lines
from components.given import loaded, progress, stated, unread
from components.store import ADDRESS, FILE, Added, Store, StoreError, there

Fail = Callable[[str], NoReturn]
COMMANDS = {
    "add": "articles come into the store, are read, and stay there",
    "list": "the articles of the store, one row an article",
    "remove": "an article is taken out; it can be put back with undo",
    "undo": "a correction or removal, by its number in the history, holds no longer",
    "history": "every correction and removal, one row each",
    "cases": "the corrections as test cases, for whoever mends the reading",
    "export-store": "everything that is in the store as JSON Lines",
    "import-store": "what export-store has written comes into the store",
}

LISTED = (
    "article_id title outlet published published_basis url lang lang_basis retrieved "
    "added added_by claims copy_of versions removed"
).split()
TOLD = "number made who does article_id subject was is why undone".split()
"""The columns of ``list`` and of ``history``."""


def options(name: str, command: argparse.ArgumentParser) -> None:
    """The options of one of COMMANDS, beside ``--store`` and, of add, INPUT and what is stated of it."""
    if name in ("remove", "undo"):
        what = {"remove": "the id of an article, as list prints it", "undo": "its number, as history prints it"}[name]
        command.add_argument("subject", metavar={"remove": "ARTICLE", "undo": "NUMBER"}[name], help=what)
        command.add_argument("--why", required=True, metavar="TEXT", help="the reason")
    if name in ("add", "remove", "undo"):
        known = os.environ.get("USER") or os.environ.get("USERNAME") or "command line"
        command.add_argument("--as", dest="who", default=known, metavar="NAME", help=f"who you are; {known}")
    if name in ("list", "history"):
        command.add_argument("--format", choices=("csv", "jsonl"), default="csv", help="csv when left out")
    if name in ("list", "history", "cases", "export-store"):
        command.add_argument("-o", dest="output", type=Path, metavar="FILE", help="write here, not to standard output")
    if name == "import-store":
        command.add_argument("input", type=Path, metavar="FILE", help="what export-store has written")


def place(command: argparse.ArgumentParser) -> None:
    """The option that names the store."""
    told = f"a file, or the address of a PostgreSQL database; {ADDRESS}, else {FILE}"
    command.add_argument("--store", metavar="STORE", help=told)


def run(given: argparse.Namespace, fail: Fail) -> bool:
    """Run one of COMMANDS; whether everything that was given could be read."""
    if given.command not in ("add", "import-store") and not there(given.store):
        raise StoreError("There is no store at that place yet; add or import-store makes it.")
    with Store(given.store) as store:
        return _COMMANDS[given.command](store, given, fail)


def _add(store: Store, given: argparse.Namespace, fail: Fail) -> bool:
    found = articles.load(given.inputs, lexicon.load(), dict(given.column))
    for fault in found.faults:
        print(fault, file=sys.stderr)
    complete = not found.faults
    named = [stated(one, given.published, given.outlet) for one in found.articles]
    with progress() as told:
        for number, one in enumerate(store.add(named, given.who, found.restated), start=1):
            told(number, len(named))
            if one.fault:
                print(one.fault, file=sys.stderr)
                complete = False
            else:
                print(_became(one), flush=True)
                unread(named[number - 1])
    loaded(store, given.jobs)
    return complete


def _became(one: Added) -> str:
    """What became of an article, in one line.

    >>> _became(Added("a", same_as="b", removed=True))
    'a: not stored, its text is that of b, which was removed (history and undo bring it back)'
    >>> _became(Added("a", "a-2", copy_of="b", version_of="c"))
    'a: stored as a-2; a near copy of b; a new version of c'
    """
    if one.same_as:
        gone = ", which was removed (history and undo bring it back)" if one.removed else ""
        return f"{one.given}: not stored, its text is that of {one.same_as}{gone}"
    told = [f"{one.given}: stored" + (f" as {one.id}" if one.id != one.given else "")]
    told += [f"a near copy of {one.copy_of}"] if one.copy_of else []
    told += [f"a new version of {one.version_of}"] if one.version_of else []
    return "; ".join(told)


def _list(store: Store, given: argparse.Namespace, _fail: Fail) -> bool:
    stored = loaded(store)
    claims = measures.claims_by_article(stored.corpus.claims)
    rows = []
    for name, kept in stored.kept.items():
        one = kept.article
        rows.append(
            {
                "article_id": name,
                "title": one.title,
                "outlet": one.outlet,
                "published": one.published.isoformat() if one.published else None,
                "published_basis": one.published_basis,
                "url": one.url,
                "lang": one.lang,
                "lang_basis": one.lang_basis,
                "retrieved": one.retrieved.isoformat(" ") if one.retrieved else None,
                "added": kept.held.added.isoformat(" "),
                "added_by": kept.held.who,
                "claims": str(claims.get(name, 0)),
                "copy_of": kept.copy_of or None,
                "versions": [other for other in kept.versions if other != name],
                "removed": kept.removed.why if kept.removed else None,
            }
        )
    _write(pd.DataFrame(rows, columns=LISTED), given)
    return True


def _remove(store: Store, given: argparse.Namespace, fail: Fail) -> bool:
    if given.subject not in loaded(store).kept:
        fail(f"there is no article '{given.subject}' in the store; list prints their ids")
    number = store.correct(corrections.remove(given.subject), given.who, given.why)
    print(f"{given.subject} is removed; undo {number} puts it back.")
    return True


def _undo(store: Store, given: argparse.Namespace, fail: Fail) -> bool:
    if not given.subject.isdecimal():
        fail(f"'{given.subject}' is no number of a correction; history prints them")
    number = store.correct(corrections.undo(int(given.subject)), given.who, given.why)
    print(f"Correction {given.subject} is undone; undo {number} makes it hold again.")
    return True


def _history(store: Store, given: argparse.Namespace, _fail: Fail) -> bool:
    book = store.history()
    gone = corrections.undone(book)
    rows = [
        {
            "number": str(one.number),
            "made": one.made.isoformat(" "),
            "who": one.who,
            "does": one.draft.does,
            "article_id": one.draft.article or None,
            "subject": one.draft.subject,
            "was": [f"{name}: {table.plain(value)}" for name, value in one.draft.expected.items()],
            "is": [f"{name}: {table.plain(value)}" for name, value in one.draft.values.items()],
            "why": one.why,
            "undone": "yes" if one.number in gone else "no",
        }
        for one in book
    ]
    _write(pd.DataFrame(rows, columns=TOLD), given)
    return True


def _cases(store: Store, given: argparse.Namespace, _fail: Fail) -> bool:
    stored = loaded(store)
    with output(given.output) as write:
        write(corrections.cases(stored.corpus, stored.entries).encode())
    return True


def _export(store: Store, given: argparse.Namespace, _fail: Fail) -> bool:
    with output(given.output) as write:
        for line in store.exported():
            write(line)
    return True


def _import(store: Store, given: argparse.Namespace, fail: Fail) -> bool:
    try:
        done = store.imported(given.input)
    except OSError as fault:
        fail(f"{given.input} cannot be opened ({fault.strerror}); check the name")
    for one in done.faults:
        print(one, file=sys.stderr)
    print(f"Articles: {done.articles} new. Corrections: {done.entries} new. Already here: {done.known}.")
    loaded(store)
    return not done.faults


def _write(frame: pd.DataFrame, given: argparse.Namespace) -> None:
    with output(given.output) as write:
        if given.format == "jsonl":
            for line in json_lines(frame):
                write(line)
        else:
            write(unstamped(frame, bom=given.output is not None))


@contextmanager
def output(path: Path | None) -> Iterator[Callable[[bytes], object]]:
    """Where rows go."""
    if path is None:
        yield sys.stdout.buffer.write
        sys.stdout.buffer.flush()
    else:
        with path.open("wb") as stream:
            yield stream.write


_COMMANDS: dict[str, Callable[[Store, argparse.Namespace, Fail], bool]] = {
    "add": _add,
    "list": _list,
    "remove": _remove,
    "undo": _undo,
    "history": _history,
    "cases": _cases,
    "export-store": _export,
    "import-store": _import,
}
