"""Tables of articles: CSV, workbooks and JSON lists, with their columns found by what they are called."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import Any

from components.articles import bounds
from components.articles.faults import Fault
from components.articles.metadata import day
from components.model import Article

CALLED: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "full text", "body", "content", "article", "article text", "description", "summary", "event"),
    "title": ("title", "headline", "head", "header", "subject", "name"),
    "published": ("published", "date", "day", "publication date", "pub date", "date published", "published at", "time"),
    "outlet": ("outlet", "publisher", "newspaper", "publication", "site", "source", "media"),
    "url": ("url", "link", "address", "source url", "web address", "href"),
    "byline": ("byline", "author", "authors", "by"),
    "id": ("id", "key", "number", "no"),
}
"""What the columns may be called, the likelier first; upper case, underlines and hyphens do not matter."""
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d.%m.%Y")


def columns(headings: Sequence[object]) -> Mapping[str, int]:
    """Which column holds what.

    >>> columns(["Date", "Headline", "Source URL"])
    {'title': 1, 'published': 0, 'url': 2}
    """
    plain = [" ".join(str(one or "").casefold().replace("_", " ").replace("-", " ").split()) for one in headings]
    found: dict[str, int] = {}
    for field, names in CALLED.items():
        at = next(
            (plain.index(name) for name in names if name in plain and plain.index(name) not in found.values()), None
        )
        if at is not None:
            found[field] = at
    return found


def csv_rows(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Fault(name, "is not text in UTF-8", "save it as CSV UTF-8")
        return
    first = text.split("\n", 1)[0]
    parted = max((",", ";", "\t", "|"), key=first.count)
    csv.field_size_limit(bounds.TEXT)
    try:
        yield from _rows(name, id_, csv.reader(io.StringIO(text, newline=""), delimiter=parted))
    except csv.Error as fault:
        yield Fault(name, f"cannot be read as a table ({fault})", "save it as CSV again")


def workbook(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    """The rows of each sheet that has a heading; formulas count with the values last saved."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = [(sheet.title, [list(row) for row in _some(sheet.iter_rows(values_only=True))]) for sheet in book]
    except Exception as fault:  # openpyxl passes on the errors of zip, XML and its own checks
        yield Fault(name, f"cannot be read as a workbook ({type(fault).__name__})", "save it again, or as CSV")
        return
    filled = [(title, rows) for title, rows in sheets if rows]
    if not filled:
        yield Fault(name, "holds no row", "give it a heading and a row an article")
    for title, rows in filled:
        several = len(filled) > 1
        yield from _rows(f"{name}, sheet {title}" if several else name, f"{id_} {title}" if several else id_, rows)


def json_rows(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    """One object with a text, a list of them, or an object that holds one such list."""
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield Fault(name, "is not JSON in UTF-8", "export it again")
        return
    if isinstance(held, dict):
        lists = [value for value in held.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        held = lists[0] if len(lists) == 1 else [held]
    objects = [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []
    if not objects:
        yield Fault(name, "holds no object with an article", 'write a list such as [{"title": "...", "text": "..."}]')
        return
    headings = list(dict.fromkeys(str(key) for one in objects for key in one))
    yield from _rows(name, id_, [headings, *([one.get(key) for key in headings] for one in objects)])


def _some(rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    for number, row in enumerate(rows):
        if number > bounds.MEMBERS:
            return
        yield row


def _rows(name: str, id_: str, rows: Iterable[Sequence[object]]) -> Iterator[Article | Fault]:
    every = iter(rows)
    headings = next(every, [])
    at = columns(headings)
    if "text" not in at and "title" not in at:
        known = ", ".join(str(one) for one in headings if one)[:200] or "nothing"
        yield Fault(name, f"has no column of texts (its heading has {known})", "call one 'text' or 'headline'")
        return
    for number, row in enumerate(every, start=2):
        if number > bounds.MEMBERS + 1:
            yield Fault(name, f"has more than {bounds.MEMBERS} rows", "split it; the rows after that were not read")
            return
        if any(str(cell or "").strip() for cell in row):
            yield from _article(f"{name}, row {number},", f"{id_} {number}", {f: _cell(row, n) for f, n in at.items()})


def _cell(row: Sequence[object], at: int) -> object:
    return row[at] if at < len(row) else None


def _article(where: str, id_: str, row: Mapping[str, Any]) -> Iterator[Article | Fault]:
    said = {field: str(value).strip() for field, value in row.items() if value is not None and str(value).strip()}
    text = said.get("text") or said.get("title")
    if not text:
        yield Fault(where, "has no text", "fill it in or remove the row")
        return
    published = day_of(row.get("published"))
    if said.get("published") and published is None:
        wrong = f"has '{said['published'][:40]}' as its day"
        yield Fault(where, wrong, "write year, month and day, such as 2025-03-27; the article is read without")
    url = said.get("url", "")
    yield Article(
        id=said.get("id") or id_,
        text=text,
        title=said.get("title"),
        outlet=said.get("outlet"),
        url=url if url.startswith(("http://", "https://")) else None,
        published=published,
        published_basis="metadata" if published else None,
        byline=said.get("byline"),
    )


def day_of(given: object) -> dt.date | None:
    """The day that a cell names; of numbers whose order nobody states ("03/04/2025") there is none.

    >>> day_of("27 March 2025"), day_of("Thu, 27 Mar 2025 09:00:00 GMT"), day_of("3/27/2025"), day_of("03/04/2025")
    (datetime.date(2025, 3, 27), datetime.date(2025, 3, 27), datetime.date(2025, 3, 27), None)
    """
    found = day(given)
    if found is not None or not isinstance(given, str):
        return found
    said = " ".join(given.split())
    for shape in _WRITTEN:
        try:
            return dt.datetime.strptime(said, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return _slashed(said) or _of_mail(said)


def _slashed(said: str) -> dt.date | None:
    parts = said.split("/")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or len(parts[2]) != 4:
        return None
    one, two, year = map(int, parts)
    if one <= 12 and two <= 12 and one != two:
        return None
    month, of_month = (two, one) if one > 12 else (one, two)
    try:
        return dt.date(year, month, of_month)
    except ValueError:
        return None


def _of_mail(said: str) -> dt.date | None:
    try:
        return parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError):
        return None
