"""Files and folders become articles. What cannot be read is named with its cure, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from components.articles import boilerplate, json_lines
from components.articles.copies import copies
from components.articles.faults import Fault
from components.articles.listing import NAME, Listing, read_listing
from components.articles.metadata import Metadata
from components.articles.text_files import text_of
from components.lexicon import Lexicon
from components.model import Article

FORMATS = (".txt", ".jsonl")

__all__ = ["FORMATS", "Fault", "Loaded", "copies", "load"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles in the order of the inputs, and what could not be read."""

    articles: tuple[Article, ...]
    faults: tuple[Fault, ...]


def load(inputs: Sequence[Path], lexicon: Lexicon) -> Loaded:
    """The articles of files and folders, with their page furniture marked. Raises nothing over what it finds there."""
    articles: dict[str, Article] = {}
    faults: list[Fault] = []
    for found in _found(inputs):
        if isinstance(found, Fault):
            faults.append(found)
        elif found.id in articles:
            cure = "rename one of them; until then only the first is read"
            faults.append(Fault(f"'{found.id}'", "is the name of two articles", cure))
        else:
            articles[found.id] = replace(found, boilerplate=boilerplate.spans(found.text, lexicon))
    return Loaded(tuple(articles.values()), tuple(faults))


def _found(inputs: Sequence[Path]) -> Iterator[Article | Fault]:
    listings: dict[Path, Listing] = {}
    for path in inputs:
        if not path.exists():
            yield Fault(str(path), "is not there", "check the name")
            continue
        folder = path if path.is_dir() else path.parent
        if folder not in listings:
            listings[folder] = read_listing(folder)
            yield from listings[folder].faults
        if path.is_dir():
            yield from _in_folder(path, listings[folder])
        else:
            yield from _in_file(path, listings[folder])


def _in_folder(folder: Path, stated: Listing) -> Iterator[Article | Fault]:
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith(".") and path.name != NAME)
    except OSError as fault:
        yield Fault(str(folder), f"cannot be opened ({fault.strerror})", "check that the folder may be read")
        return
    if not paths:
        yield Fault(str(folder), "holds no article", f"put a file into it that ends in {' or '.join(FORMATS)}")
    for path in paths:
        yield from _in_file(path, stated)


def _in_file(path: Path, stated: Listing) -> Iterator[Article | Fault]:
    match path.suffix.lower():
        case _ if path.is_dir():
            yield Fault(path.name, "is a folder inside the folder", "name it by itself to have it read")
        case ".jsonl":
            yield from json_lines.articles(path)
        case ".txt":
            text = text_of(path)
            if isinstance(text, Fault):
                yield text
            else:
                given = stated.entries.get(path.name, Metadata())
                yield Article(id=path.stem, text=text, **asdict(given))
        case _:
            yield Fault(path.name, "is in a format that is not read", f"save it as {' or '.join(FORMATS)}")
