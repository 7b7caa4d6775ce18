"""``stated.toml``: what the analyst set on the screen about articles of a folder, by article id.

It holds over the article's own file and over ``articles.toml``. The program writes it whole: beside the old one, which
the new one then replaces. Where it has a fault it is not written, so that nothing in it is lost.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

from components.articles.faults import Fault
from components.articles.metadata import NOT_STATED, metadata
from components.articles.text_files import text_of
from components.model import Article

NAME = "stated.toml"
HEAD = """# Written by Dispatches: what an analyst set on the page Articles. It holds over all else
# that is stated of an article. "id" names the article; beside it stand "outlet", "published" and "reason" where given.
"""
KEYS = ("id", "outlet", "published", "reason")
_ESCAPED = re.compile('[\x00-\x1f\x7f"\\\\]')
_one_writer = Lock()


@dataclass(frozen=True, slots=True)
class Stated:
    """What the analyst says of one article; ``None`` leaves that as it is, the outlet "not stated" takes it away."""

    outlet: str | None = None
    published: dt.date | None = None
    reason: str = ""

    def of(self, article: Article) -> Article:
        """The article as the analyst has it."""
        if self.outlet is not None:
            unknown = self.outlet.strip().casefold() == NOT_STATED
            article = replace(article, outlet=None if unknown else self.outlet)
        if self.published is not None:
            article = replace(article, published=self.published, published_basis="analyst")
        return article


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is stated by article id; ``faults`` tell what is wrong in the file itself."""

    entries: Mapping[str, Stated] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Restated:
    """An article as its own file and ``articles.toml`` have it, and what the analyst set about it."""

    before: Article
    stated: Stated

    @property
    def article(self) -> Article:
        return self.stated.of(self.before)


def read_stated(folder: Path) -> Sheet:
    """What was set about the articles of ``folder``; a broken entry costs only its broken value."""
    path = folder / NAME
    if not path.exists():
        return Sheet()
    text = text_of(path)
    if isinstance(text, Fault):
        return Sheet(faults=(text,))
    try:
        rows = tomllib.loads(text).get("article", [])
    except tomllib.TOMLDecodeError as fault:
        return Sheet(faults=(Fault(NAME, f"cannot be read ({fault})", "mend that line; until then no entry holds"),))
    if not isinstance(rows, list):
        return Sheet(faults=(Fault(NAME, "has [article]", "begin each entry with [[article]]"),))
    return _entries(rows)


def _entries(rows: list[object]) -> Sheet:
    entries: dict[str, Stated] = {}
    faults: list[Fault] = []
    for number, row in enumerate(rows, start=1):
        where = f"{NAME}, entry {number}"
        name = row.get("id") if isinstance(row, dict) else None
        if not isinstance(row, dict) or not isinstance(name, str):
            faults.append(Fault(where, "names no article", 'add a line such as id = "kursk"'))
            continue
        where += f" ({name})"
        if name in entries:
            faults.append(Fault(where, "names an article that an entry above names", "keep one of the two"))
            continue
        entries[name], wrong = _entry(row, where)
        faults += wrong
    return Sheet(entries, tuple(faults))


def _entry(row: Mapping[str, object], where: str) -> tuple[Stated, list[Fault]]:
    """The values that hold, and a fault for each that does not."""
    faults = [Fault(where, f"does not know '{key}'", f"it knows {', '.join(KEYS)}") for key in row if key not in KEYS]
    given, wrong = metadata({"outlet": row.get("outlet"), "published": row.get("published")}, where, basis="analyst")
    reason = row.get("reason", "")
    if not isinstance(reason, str):
        faults.append(Fault(where, "has a reason that is not text", "write it between quotation marks"))
        reason = ""
    outlet = row.get("outlet")
    kept = outlet if isinstance(outlet, str) and outlet else None
    return Stated(kept, given.published, reason), [*faults, *wrong]


def orphans(sheet: Sheet, ids: frozenset[str]) -> Iterator[Fault]:
    """A fault for each entry whose article is not among those of its folder."""
    for name in sheet.entries:
        if name not in ids:
            cure = "put the article back or remove the entry"
            yield Fault(f"{NAME}, entry '{name}',", "names an article that is not in the folder", cure)


def state(folder: Path, article: str, stated: Stated | None) -> str:
    """Keep what the analyst says of the article with this id, or with None take it back.

    Returns why it could not be kept, in one sentence, "" when it was; the file is then as it was before.
    """
    with _one_writer:
        sheet = read_stated(folder)
        if sheet.faults:
            return f"Nothing was saved, so that nothing is lost: {sheet.faults[0]}"
        entries = {name: held for name, held in sheet.entries.items() if name != article}
        if stated is not None:
            entries[article] = stated
        return _write(folder, entries)


def _write(folder: Path, entries: Mapping[str, Stated]) -> str:
    draft = folder / f".{NAME}.{os.getpid()}"
    try:
        content = (HEAD + "".join(_lines(name, entries[name]) for name in sorted(entries))).encode("utf-8")
    except UnicodeEncodeError:
        return "Nothing was saved: what was typed, or the article's name, holds half a character."
    try:
        draft.write_bytes(content)
        if entries:
            draft.replace(folder / NAME)
        else:
            draft.unlink()
            (folder / NAME).unlink(missing_ok=True)
    except OSError as fault:
        with suppress(OSError):
            draft.unlink()
        return f"Nothing was saved: the folder {folder} cannot be written ({fault.strerror})."
    return ""


def _lines(name: str, stated: Stated) -> str:
    written = [f"id = {quoted(name)}"]
    if stated.outlet is not None:
        written.append(f"outlet = {quoted(stated.outlet)}")
    if stated.published is not None:
        written.append(f"published = {stated.published.isoformat()}")
    if stated.reason:
        written.append(f"reason = {quoted(stated.reason)}")
    return "\n".join(["", "[[article]]", *written, ""])


def quoted(text: str) -> str:
    r"""A TOML string.

    >>> print(quoted('The "Herald"\n'))
    "The \"Herald\"\u000A"
    """
    return '"' + _ESCAPED.sub(lambda sign: _sign(sign.group()), text) + '"'


def _sign(sign: str) -> str:
    return f"\\{sign}" if sign in '"\\' else f"\\u{ord(sign):04X}"
