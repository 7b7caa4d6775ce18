"""Tables of articles: CSV, workbooks and JSON lists, with their columns found by what they are called."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import Any, TypeAlias

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
"""What the columns may be called, the likelier first, or of the first two the last word ("Source link"); upper case,
underlines and hyphens do not matter.
"""
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d.%m.%Y")


FIELDS: Mapping[str, str] = {
    "date": "published",
    "headline": "title",
    "text": "text",
    "link": "url",
    "outlet": "outlet",
    "author": "byline",
}
"""What an analyst calls the fields for which a column can be chosen."""

Chosen: TypeAlias = Mapping[str, str]
"""The heading chosen for a field of CALLED, "" where no column is it; the other fields are found by their names."""

UNDERSTOOD: Chosen = MappingProxyType({})
"""No column is chosen: all are found by their names."""


def columns(headings: Sequence[object], chosen: Chosen = UNDERSTOOD) -> Mapping[str, int]:
    """Which column holds what; what is chosen must be there.

    >>> columns(["Date", "Headline", "Source URL"])
    {'title': 1, 'published': 0, 'url': 2}
    >>> columns(["Text", "Body", "Source"], {"text": "Body", "outlet": ""})
    {'text': 1}
    >>> columns(["Event date", "Summary", "Source link"])
    {'text': 1, 'published': 0, 'url': 2}
    """
    plain = [_plain(one) for one in headings]
    found = {field: plain.index(_plain(heading)) for field, heading in chosen.items() if heading}
    last = [one.rpartition(" ")[2] for one in plain]
    for heads, likely in ((plain, None), (last, 2)):
        for field, names in CALLED.items():
            free = (heads.index(name) for name in names[:likely] if name in heads)
            at = next((place for place in free if place not in found.values()), None)
            if at is not None and field not in chosen and field not in found:
                found[field] = at
    return {field: found[field] for field in CALLED if field in found}


def _plain(heading: object) -> str:
    return " ".join(str(heading or "").casefold().replace("_", " ").replace("-", " ").split())


def headings(name: str, content: bytes) -> tuple[str, ...]:
    """The headings of a CSV or of all sheets of a workbook, each once; none where it cannot be read."""
    tables = _csv(name, content) if name.lower().endswith(".csv") else _sheets(name, content)
    try:
        heads = [next(iter(one[1]), ()) for one in tables if not isinstance(one, Fault)]
    except csv.Error:
        return ()
    return tuple(dict.fromkeys(str(cell).strip() for head in heads for cell in head if str(cell or "").strip()))


def csv_rows(name: str, id_: str, content: bytes, chosen: Chosen = UNDERSTOOD) -> Iterator[Article | Fault]:
    for one in _csv(name, content):
        if isinstance(one, Fault):
            yield one
            continue
        try:
            yield from _rows(name, id_, one[1], chosen)
        except csv.Error as fault:
            yield Fault(name, f"cannot be read as a table ({fault})", "save it as CSV again")


def _csv(name: str, content: bytes) -> Iterator[tuple[str, Iterable[Sequence[object]]] | Fault]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Fault(name, "is not text in UTF-8", "save it as CSV UTF-8")
        return
    first = text.split("\n", 1)[0]
    parted = max((",", ";", "\t", "|"), key=first.count)
    csv.field_size_limit(bounds.TEXT)
    yield "", csv.reader(io.StringIO(text, newline=""), delimiter=parted)


def workbook(name: str, id_: str, content: bytes, chosen: Chosen = UNDERSTOOD) -> Iterator[Article | Fault]:
    """The rows of each sheet that has a heading; formulas count with the values last saved."""
    found = list(_sheets(name, content))
    for one in found:
        if isinstance(one, Fault):
            yield one
        elif len(found) > 1:
            yield from _rows(f"{name}, sheet {one[0]}", f"{id_} {one[0]}", one[1], chosen)
        else:
            yield from _rows(name, id_, one[1], chosen)


def _sheets(name: str, content: bytes) -> Iterator[tuple[str, Iterable[Sequence[object]]] | Fault]:
    """The sheets that have a row, by title."""
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
    yield from filled


def json_rows(name: str, id_: str, content: bytes, chosen: Chosen = UNDERSTOOD) -> Iterator[Article | Fault]:
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
    keys = list(dict.fromkeys(str(key) for one in objects for key in one))
    yield from _rows(name, id_, [keys, *([one.get(key) for key in keys] for one in objects)], chosen)


def _some(rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    for number, row in enumerate(rows):
        if number > bounds.MEMBERS:
            return
        yield row


def _rows(name: str, id_: str, rows: Iterable[Sequence[object]], chosen: Chosen) -> Iterator[Article | Fault]:
    every = iter(rows)
    head = next(every, [])
    known = ", ".join(str(one) for one in head if one)[:200] or "nothing"
    missing = [heading for heading in chosen.values() if heading and _plain(heading) not in map(_plain, head)]
    if missing:
        yield Fault(name, f"has no column '{missing[0]}' (its heading has {known})", "choose one of these")
        return
    at = columns(head, chosen)
    if "text" not in at and "title" not in at:
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
