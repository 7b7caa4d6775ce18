"""Files and folders become articles. What cannot be read is named with its cure, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from components.articles import boilerplate, json_lines, stated
from components.articles.copies import copies
from components.articles.faults import Fault
from components.articles.listing import NAME, Listing, read_listing
from components.articles.metadata import Metadata
from components.articles.stated import Restated, Sheet, Stated, read_stated, state
from components.articles.text_files import text_of
from components.articles.versions import Passage, difference
from components.lexicon import Lexicon
from components.model import Article

FORMATS = (".txt", ".jsonl")

__all__ = ["FORMATS", "Fault", "Loaded", "Passage", "Restated", "Stated", "copies", "difference", "load", "state"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles in the order of the inputs, what could not be read, and by id what the analyst set on the screen."""

    articles: tuple[Article, ...]
    faults: tuple[Fault, ...]
    restated: Mapping[str, Restated] = field(default_factory=dict)


def load(inputs: Sequence[Path], lexicon: Lexicon) -> Loaded:
    """The articles of files and folders, with their page furniture marked. Raises nothing over what it finds there."""
    articles: dict[str, Article] = {}
    faults: list[Fault] = []
    restated: dict[str, Restated] = {}
    for found in _found(inputs):
        if isinstance(found, Fault):
            faults.append(found)
            continue
        article = found.article if isinstance(found, Restated) else found
        if article.id in articles:
            cure = "rename one of them; until then only the first is read"
            faults.append(Fault(f"'{article.id}'", "is the name of two articles", cure))
            continue
        articles[article.id] = replace(article, boilerplate=boilerplate.spans(article.text, lexicon))
        if isinstance(found, Restated):
            restated[article.id] = found
    return Loaded(tuple(articles.values()), tuple(faults), restated)


def read_bytes(name: str, content: bytes, lexicon: Lexicon) -> Loaded:
    """The articles of a file that came by itself, under its name. Raises nothing over what it finds there."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name.replace("\\", "/")).name or "unnamed")
        path.write_bytes(content)
        return load([path], lexicon)


def _found(inputs: Sequence[Path]) -> Iterator[Article | Restated | Fault]:
    listings: dict[Path, Listing] = {}
    sheets: dict[Path, Sheet] = {}
    for path in inputs:
        if not path.exists():
            yield Fault(str(path), "is not there", "check the name")
            continue
        folder = path if path.is_dir() else path.parent
        if folder not in listings:
            listings[folder], sheets[folder] = read_listing(folder), read_stated(folder)
            yield from (*listings[folder].faults, *sheets[folder].faults)
        ids: set[str] = set()
        for found in (_in_folder if path.is_dir() else _in_file)(path, listings[folder]):
            if isinstance(found, Article):
                ids.add(found.id)
                said = sheets[folder].entries.get(found.id)
                yield Restated(found, said) if said else found
            else:
                yield found
        if path.is_dir():
            yield from stated.orphans(sheets[folder], frozenset(ids))


def _in_folder(folder: Path, listing: Listing) -> Iterator[Article | Fault]:
    try:
        named = (path for path in folder.iterdir() if path.name not in (NAME, stated.NAME))
        paths = sorted(path for path in named if not path.name.startswith("."))
    except OSError as fault:
        yield Fault(str(folder), f"cannot be opened ({fault.strerror})", "check that the folder may be read")
        return
    if not paths:
        yield Fault(str(folder), "holds no article", f"put a file into it that ends in {' or '.join(FORMATS)}")
    for path in paths:
        yield from _in_file(path, listing)


def _in_file(path: Path, listing: Listing) -> Iterator[Article | Fault]:
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
                given = listing.entries.get(path.name, Metadata())
                yield Article(id=path.stem, text=text, **asdict(given))
        case _:
            yield Fault(path.name, "is in a format that is not read", f"save it as {' or '.join(FORMATS)}")
