"""Which room may import what: the table of DESIGN, held against every import in the code."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEFT = {"model", "lexicon", "articles", "parsing"}
TABLE = {"columns", "table"}
RIGHT = {
    "corpus",
    "words",
    "briefing",
    "statements",
    "checks",
    "measures",
    "charts",
    "evidence",
    "citation",
    "stamp",
    "export",
}

# room: (rooms it may import, packages it may import beside the standard library)
ROOMS: dict[str, tuple[set[str], set[str]]] = {
    "model": (set(), set()),
    "version": (set(), set()),
    "stamp": (set(), set()),
    "lexicon": ({"model"}, set()),
    "articles": ({"model", "lexicon"}, {"trafilatura", "lxml", "pypdf", "docx", "openpyxl", "py3langid"}),
    "parsing": ({"model", "lexicon"}, {"dateparser"}),
    "bulk": ({"model", "lexicon", "parsing"}, set()),
    "explanation": ({"model", "lexicon"}, set()),
    "evidence": ({"model"}, set()),
    "citation": ({"model"}, set()),
    "words": (set(), {"pandas"}),
    "columns": ({"model", "lexicon"}, {"pandas"}),
    "table": ({"model", "lexicon", "columns", "version"}, {"pandas"}),
    "corpus": ({"model", "lexicon", "articles", "table"}, {"pandas"}),
    "corrections": ({"model", "lexicon", "articles", *TABLE, "words", "corpus", "version"}, {"pandas"}),
    "store": (
        {*LEFT, *TABLE, "bulk", "corpus", "corrections", "statements", "version"},
        {"pandas", "pyarrow", "sqlalchemy", "alembic", "msgspec"},
    ),
    "statements": ({"lexicon", "words", *TABLE}, {"pandas", "numpy"}),
    "checks": ({"statements", "words", *TABLE}, set()),
    "measures": ({"statements", "words", *TABLE}, {"pandas", "numpy"}),
    "charts": ({"measures", "words"}, {"pandas", "plotly"}),
    "briefing": (
        {*LEFT, *TABLE, "words", "corpus", "statements", "checks", "measures", "citation", "stamp", "version"},
        {"pandas"},
    ),
    "export": (
        {*TABLE, "words", "measures", "charts", "evidence", "briefing", "stamp"},
        {"pandas", "pyarrow", "plotly", "kaleido", "choreographer", "pptx", "xlsxwriter", "typst", "docx"},
    ),
    "brief": ({*LEFT, *TABLE, *RIGHT}, set()),
    "given": ({*LEFT, "bulk", "corpus", "store"}, {"tqdm"}),
    "keep": ({"articles", "lexicon", "table", "measures", "export", "corrections", "store", "given"}, {"pandas"}),
    "views": (
        {*LEFT, *TABLE, *RIGHT, "corrections", "store", "version"},
        {"streamlit", "starlette", "pandas", "plotly"},
    ),
    "__main__": ({*LEFT, *TABLE, *RIGHT, "corrections", "store", "explanation", "brief", "given", "keep"}, {"pandas"}),
    "app": ({*LEFT, *TABLE, *RIGHT, "corrections", "store", "views"}, {"streamlit", "starlette"}),
}
MODULES = sorted(path for path in (ROOT / "components").rglob("*.py") if path != ROOT / "components/__init__.py")
EVERYTHING = [*MODULES, *ROOT.glob("app.py")]


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "components" else parts[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of what a module imports, ``from components import table`` as components.table."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that they name their room"
            yield from (
                [f"components.{alias.name}" for alias in node.names]
                if node.module == "components"
                else [node.module or ""]
            )


def trespasses(room: str, tree: ast.AST) -> list[str]:
    rooms, packages = ROOMS[room]
    found = []
    for name in imported(tree):
        top, _, rest = name.partition(".")
        if top == "components":
            neighbour = rest.partition(".")[0]
            if neighbour not in {*rooms, room}:
                found.append(name)
        elif top not in {*packages, *sys.stdlib_module_names}:
            found.append(name)
    return found


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    assert trespasses(room_of(path), ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("parsing", "import pandas"),
        ("articles", "from components.parsing import dates"),
        ("charts", "import streamlit as st"),
        ("views", "from components import __main__"),
        ("model", "from components import lexicon"),
        ("briefing", "from components.export import deck"),
        ("stamp", "from components.briefing import Briefing"),
    ],
)
def test_a_trespass_is_seen(room: str, line: str) -> None:
    assert trespasses(room, ast.parse(line)) != []


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_one_thing_in_it(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
    assert path.stem not in {"utils", "helpers", "common", "manager", "misc"}


def test_no_command_but_brief_waits_for_the_import_of_the_writers() -> None:
    """What is imported at the top of a module, from the command line on."""
    by_name = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES
    }
    reached, left = set(), ["components.__main__"]
    while left:
        name = left.pop()
        if name not in reached:
            reached.add(name)
            left.append(name.rpartition(".")[0])
            tree = ast.parse(by_name[name].read_text(encoding="utf-8")) if name in by_name else ast.Module([], [])
            first = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
            for line in first:
                names = [f"{line.module}.{one.name}" for one in line.names] if isinstance(line, ast.ImportFrom) else []
                left += [*imported(ast.Module([line], [])), *names]
    assert "components.brief" in reached
    assert "components.export.parquet" in reached
    assert not {name.partition(".")[0] for name in reached} & {
        "plotly",
        "kaleido",
        "pptx",
        "typst",
        "docx",
        "streamlit",
    }


def test_left_of_the_event_table_nothing_reads_the_clock_or_the_network() -> None:
    forbidden = {"time", "socket", "urllib", "http", "ssl", "random", "sqlite3", "pickle"}
    for path in MODULES:
        if room_of(path) in {*LEFT, *TABLE}:
            tops = {name.partition(".")[0] for name in imported(ast.parse(path.read_text(encoding="utf-8")))}
            assert not tops & forbidden, path.name
