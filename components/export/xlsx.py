"""The tables as a workbook: a sheet each, and one that says what the workbook is and what its columns mean."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeAlias

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from components.export import meanings
from components.export.claims_csv import defused, flat
from components.export.meanings import Name
from components.export.printable import printable
from components.measures.tables import Tables
from components.stamp import Stamp

MOST_LETTERS = 32_767
"""What a cell holds at most, in UTF-16 units (Excel specifications and limits)."""

MOST_ROWS = 1_048_575
"""Rows of a sheet under its header."""

_FIRST_DAY = pd.Timestamp("1899-12-30")
"""The day from which a spreadsheet counts."""

_CUT = " [cut here: the cell of a workbook holds no more; the whole stands in the CSV and in the Parquet file]"
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTHS: Mapping[str, int] = {"sentence": 80, "says": 60, "checks": 60, "why": 40, "item": 30, "outlets": 30}
_WIDE = {"string": 18, "object": 24}
_DAY, _LEAST_WIDTH, _AIR = 12, 9, 4

Cells: TypeAlias = list[Any]
Write: TypeAlias = Callable[..., Any]


def workbook(tables: Tables, stamp: Stamp, most: int = MOST_ROWS) -> bytes:
    """Sheets of typed cells under a header that stays, each with its filter; the same tables give the same bytes.

    Lists are joined by "; ". A cell of words that a spreadsheet could run as a formula gets an apostrophe before it,
    one too long for a cell ends with words that say so. A sheet has ``most`` rows at most. The last sheet counts what
    is missing.
    """
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, _OPTIONS) as book:
        book.set_properties({"title": _fit(printable(stamp.title))[:255], "created": _midnight(stamp.made)})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        frames = {field.name: getattr(tables, field.name) for field in fields(tables)}
        missing = {
            name: (_table(book.add_worksheet(name), frame.head(most), head, day), max(len(frame) - most, 0))
            for name, frame in frames.items()
        }
        _about(book.add_worksheet("about"), frames, missing, stamp, book.add_format({"bold": True}))
    return packed.getvalue()


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _table(sheet: Worksheet, frame: pd.DataFrame, head: Format, day: Format) -> int:
    """The frame on its sheet, rows in order; so many cells were too long."""
    cut = 0
    columns: list[tuple[int, Write, Cells, tuple[Format, ...]]] = []
    for n, name in enumerate(map(str, frame.columns)):
        column = frame.iloc[:, n]
        sheet.set_column(n, n, _width(name, column.dtype))
        cells, write = _cells(column), _writer(sheet, column.dtype)
        if write == sheet.write_string:
            fitted = {words: _fit(words) for words in {*cells} - {None} if len(words) * 2 > MOST_LETTERS}
            cut += sum(fitted.get(words, words) != words for words in cells)
            cells = [fitted.get(words, words) for words in cells] if fitted else cells
        columns.append((n, write, cells, (day,) if pd.api.types.is_datetime64_any_dtype(column.dtype) else ()))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(frame), 1), max(frame.shape[1] - 1, 0))
    for n, name in enumerate(map(str, frame.columns)):
        sheet.write_string(0, n, name, head)
    for row in range(len(frame)):
        for n, write, cells, look in columns:
            if cells[row] is not None:
                write(row + 1, n, cells[row], *look)
    return cut


def _width(name: str, kind: Any) -> int:
    """In letters, as a spreadsheet counts."""
    usual = _DAY if pd.api.types.is_datetime64_any_dtype(kind) else _WIDE.get(str(kind), _LEAST_WIDTH)
    return max(_WIDTHS.get(name, usual), min(len(name) + _AIR, 22))


def _writer(sheet: Worksheet, kind: Any) -> Write:
    numeric = pd.api.types.is_numeric_dtype(kind) or pd.api.types.is_datetime64_any_dtype(kind)
    write: Write = sheet.write_number if numeric else sheet.write_string
    return sheet.write_boolean if pd.api.types.is_bool_dtype(kind) else write


def _cells(column: pd.Series[Any]) -> Cells:
    """The column's values as the sheet takes them, None where there is none. Equal words are looked at once."""
    kind = column.dtype
    if pd.api.types.is_datetime64_any_dtype(kind):
        column = (column - _FIRST_DAY).dt.days
    values: list[Any] = column.tolist()
    if pd.api.types.is_numeric_dtype(column.dtype):
        return [None if value is pd.NA or value != value else value for value in values]
    if pd.api.types.is_object_dtype(kind):
        values = [flat(value) or None for value in values]
    words = {value: defused(printable(value)) for value in {*values} if isinstance(value, str)}
    return [words.get(value) for value in values]


def _fit(words: str) -> str:
    """The words, cut where a cell would be too small for them; a sign beyond the first plane takes two units."""
    units = words.encode("utf-16-le")
    if len(units) <= 2 * MOST_LETTERS:
        return words
    return units[: 2 * (MOST_LETTERS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _about(
    sheet: Worksheet,
    frames: Mapping[str, pd.DataFrame],
    missing: Mapping[str, tuple[int, int]],
    stamp: Stamp,
    bold: Format,
) -> None:
    """The stamp, what is on each sheet, and every column with its meaning and unit."""
    sheet.set_column(0, 1, 20)
    sheet.set_column(2, 2, 90)
    sheet.set_column(3, 3, 45)
    lines = [*stamp.lines()]
    lines += [line for name, frame in frames.items() for line in _told(name, len(frame), *missing[name])]
    lines += ["An empty cell means that the text does not say.", ""]
    rows = [(line, "", "", "") for line in lines]
    heads = len(rows)
    rows.append(("Sheet", "Column", "Meaning", "Unit"))
    for name, frame in frames.items():
        table: Name = name  # type: ignore[assignment]
        told = meanings.told(table, [str(column) for column in frame.columns])
        rows += [(name, column, meaning, unit) for column, (meaning, unit) in told.items()]
    for row, cells in enumerate(rows):
        for n, words in enumerate(cells):
            if words:
                sheet.write_string(row, n, _fit(defused(printable(words))), bold if row in (0, heads) else None)


def _told(name: str, rows: int, cut: int, dropped: int) -> list[str]:
    lines = [f"Sheet {name}: {rows - dropped:,} rows"]
    if dropped:
        lines.append(f"Sheet {name}: {dropped:,} more rows are not here; the CSV and the Parquet file hold the claims")
    if cut:
        lines.append(f"Sheet {name}: {cut:,} cells were too long for a workbook and are cut")
    return lines
