"""``articles.toml``: what the analyst states about the text files beside it. Its own head explains the format."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from components.articles.faults import Fault
from components.articles.metadata import KEYS, Metadata, metadata
from components.articles.text_files import text_of

NAME = "articles.toml"


@dataclass(frozen=True, slots=True)
class Listing:
    """Metadata by file name; ``faults`` tell what is wrong in the listing itself."""

    entries: Mapping[str, Metadata] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read_listing(folder: Path) -> Listing:
    """The listing of ``folder``; an empty one where there is none. A broken entry costs only its broken value."""
    path = folder / NAME
    if not path.exists():
        return Listing()
    text = text_of(path)
    if isinstance(text, Fault):
        return Listing(faults=(text,))
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return Listing(faults=(Fault(NAME, f"cannot be read ({fault})", "mend that line; until then no entry holds"),))
    return _entries(raw, folder)


def _entries(raw: Mapping[str, object], folder: Path) -> Listing:
    faults = [
        Fault(NAME, f"does not know '{key}'", "begin each entry with [[article]]") for key in raw if key != "article"
    ]
    rows = raw.get("article", [])
    if not isinstance(rows, list):
        return Listing(faults=(*faults, Fault(NAME, "has [article]", "begin each entry with [[article]]")))
    entries: dict[str, Metadata] = {}
    for number, row in enumerate(rows, start=1):
        where = f"{NAME}, entry {number}"
        file = row.get("file") if isinstance(row, dict) else None
        if not isinstance(file, str):
            faults.append(Fault(where, "names no file", 'add a line such as file = "kursk.txt"'))
            continue
        where += f" ({file})"
        if file in entries:
            faults.append(Fault(where, "names a file that an entry above names", "keep one of the two"))
            continue
        if not (folder / file).is_file():
            faults.append(Fault(where, "names a file that is not in the folder", "mend the name or remove the entry"))
        faults += [
            Fault(where, f"does not know '{key}'", f"it knows file, {', '.join(KEYS)}")
            for key in row
            if key not in ("file", *KEYS)
        ]
        entries[file], wrong = metadata(row, where, basis="analyst")
        faults += wrong
    return Listing(entries, tuple(faults))
