"""What the file of any format holds, read in memory: nothing is written, fetched or run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from components.articles import bounds, documents, feeds, json_lines, mail, pages, tables
from components.articles.faults import Fault
from components.model import Article

Reader = Callable[[str, str, bytes], Iterator[Article | Fault]]


def found(name: str, content: bytes, chosen: tables.Chosen, depth: int = 0) -> Iterator[Article | Fault]:
    """The articles of a file by its name's ending; a fault for what cannot be read. ``chosen``: columns of tables."""
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix.lower()
    reader = READERS.get(ending)
    if ending == ".zip" or ending == ".eml":
        if depth >= bounds.NESTED:
            yield Fault(name, f"lies more than {bounds.NESTED} files deep", "unpack it first")
            return
        yield from (_packed if ending == ".zip" else _mailed)(name, stem, content, chosen, depth)
    elif reader is None:
        yield Fault(name, "is in a format that is not read", "save it as text or as a page")
    else:
        for one in TABLES[ending](name, stem, content, chosen) if ending in TABLES else reader(name, stem, content):
            if isinstance(one, Article) and len(one.text) > bounds.TEXT:
                yield Fault(name, f"has an article of more than {bounds.TEXT:,} characters", "cut out the article")
            else:
                yield one


def _plain(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Fault(name, "is not text in UTF-8", "save it as plain text, encoding UTF-8")
        return
    if text.strip():
        yield Article(id=id_, text=text, title=_heading(text) if name.lower().endswith(".md") else None)
    else:
        yield Fault(name, "is empty", "remove it")


def _heading(text: str) -> str | None:
    """The first heading of a Markdown text."""
    heads = (line.lstrip("#").strip() for line in text.splitlines() if line.startswith("#"))
    return next(filter(None, heads), None)


def _lines(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    try:
        yield from json_lines.lines(name, content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        yield Fault(name, "is not text in UTF-8", "export it again as UTF-8")


TABLES = {".csv": tables.csv_rows, ".xlsx": tables.workbook, ".json": tables.json_rows}
READERS: Mapping[str, Reader] = {
    ".txt": _plain,
    ".md": _plain,
    ".jsonl": _lines,
    ".html": pages.page,
    ".htm": pages.page,
    ".mhtml": pages.saved,
    ".mht": pages.saved,
    ".pdf": documents.pdf,
    ".docx": documents.docx,
    **TABLES,
    ".xml": feeds.entries,
    ".rss": feeds.entries,
    ".atom": feeds.entries,
}
"""By the ending of the name; archives and mails are read member by member."""


def _mailed(name: str, stem: str, content: bytes, chosen: tables.Chosen, depth: int) -> Iterator[Article | Fault]:
    yield from mail.body(name, stem, content)
    for number, (attached, held) in enumerate(mail.attachments(content), start=1):
        if number > bounds.MEMBERS:
            return
        ending = PurePosixPath(attached).suffix.lower()
        if ending in READERS or ending in (".zip", ".eml"):
            yield from _inside(name, f"{stem} {number}", attached, held, chosen, depth)


def _packed(name: str, stem: str, content: bytes, chosen: tables.Chosen, depth: int) -> Iterator[Article | Fault]:
    """Each member under its own name; folders in it are no more than names, and none is ever written."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError):
        yield Fault(name, "is no archive that can be opened", "pack it again")
        return
    members = [one for one in archive.infolist() if not one.is_dir() and not _hidden(one.filename)]
    if len(members) > bounds.MEMBERS:
        yield Fault(name, f"holds more than {bounds.MEMBERS} files", "split it")
        return
    room = bounds.UNPACKED
    for number, member in enumerate(members, start=1):
        inner = f"{name}, {PurePosixPath(member.filename).name}"
        if member.file_size > min(bounds.FILE, room):
            yield Fault(inner, "unpacks to more than is read", "unpack it and take out what is needed")
            continue
        try:
            with archive.open(member) as stream:
                held = stream.read(min(bounds.FILE, room) + 1)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as fault:
            locked = isinstance(fault, RuntimeError) and member.flag_bits & 1
            yield Fault(inner, "is locked by a password" if locked else "is damaged", "pack it again")
            continue
        if len(held) > min(bounds.FILE, room):  # it unpacks to more than it says
            yield Fault(inner, "unpacks to more than is read", "unpack it and take out what is needed")
            return
        room -= len(held)
        yield from _inside(name, f"{stem} {number}", member.filename, held, chosen, depth)


def _inside(
    outer: str, id_: str, name: str, content: bytes, chosen: tables.Chosen, depth: int
) -> Iterator[Article | Fault]:
    """What a file in another one holds, named after both."""
    bare = PurePosixPath(name.replace("\\", "/")).name
    for one in found(bare, content, chosen, depth + 1):
        if isinstance(one, Fault):
            yield replace(one, name=f"{outer}, {one.name}")
        else:
            yield replace(one, id=f"{id_} {one.id}")


def _hidden(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.name.startswith(".") or "__MACOSX" in path.parts
