"""Files and folders become articles. What cannot be read is named with its cure, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from components.articles import apart, boilerplate, bounds, json_lines, languages, stated
from components.articles.apart import headings
from components.articles.copies import copies
from components.articles.faults import Fault
from components.articles.listing import NAME, Listing, read_listing
from components.articles.metadata import Metadata
from components.articles.stated import Restated, Sheet, Stated, read_stated, state
from components.articles.tables import UNDERSTOOD, Chosen
from components.articles.text_files import text_of
from components.articles.versions import Passage, difference
from components.lexicon import Lexicon
from components.model import Article

PLAIN = (".txt", ".jsonl")
FORMATS = (
    *PLAIN,
    *(".md", ".html", ".htm", ".mhtml", ".mht", ".pdf", ".docx", ".eml", ".json", ".csv", ".xlsx", ".zip"),
    *(".xml", ".rss", ".atom"),
)
"""What is read; the plain ones here, the others by a process of their own."""
DEEP, MOST = 8, 50_000
"""So many folders inside each other are read, and so many files."""

__all__ = [
    "FORMATS",
    "Fault",
    "Loaded",
    "Passage",
    "Restated",
    "Stated",
    "copies",
    "difference",
    "headings",
    "load",
    "state",
]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles in the order of the inputs, what could not be read, and by id what the analyst set on the screen."""

    articles: tuple[Article, ...]
    faults: tuple[Fault, ...]
    restated: Mapping[str, Restated] = field(default_factory=dict)


def load(inputs: Sequence[Path], lexicon: Lexicon, columns: Chosen = UNDERSTOOD) -> Loaded:
    """The articles of files and folders, with their page furniture marked. Raises nothing over what it finds there.

    ``columns`` are those chosen for tables.
    """
    articles: dict[str, Article] = {}
    faults: list[Fault] = []
    restated: dict[str, Restated] = {}
    for found in _found(inputs, columns):
        if isinstance(found, Fault):
            faults.append(found)
            continue
        article = found.article if isinstance(found, Restated) else found
        if article.id in articles:
            cure = "rename one of them; until then only the first is read"
            faults.append(Fault(f"'{article.id}'", "is the name of two articles", cure))
            continue
        outlet = article.outlet or _outlet(article.url, lexicon)
        told = replace(article, outlet=outlet, boilerplate=boilerplate.spans(article.text, lexicon))
        articles[article.id] = languages.detected(told)
        if isinstance(found, Restated):
            restated[article.id] = found
    return Loaded(tuple(articles.values()), tuple(faults), restated)


def read_bytes(name: str, content: bytes, lexicon: Lexicon, columns: Chosen = UNDERSTOOD) -> Loaded:
    """The articles of a file that came by itself, under its name. Raises nothing over what it finds there."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name.replace("\\", "/")).name or "unnamed")
        path.write_bytes(content)
        return load([path], lexicon, columns)


def _found(inputs: Sequence[Path], columns: Chosen) -> Iterator[Article | Restated | Fault]:
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
        for found in (_in_folder if path.is_dir() else _in_file)(path, listings[folder], columns):
            if isinstance(found, Article):
                ids.add(found.id)
                said = sheets[folder].entries.get(found.id)
                yield Restated(found, said) if said else found
            else:
                yield found
        if path.is_dir():
            yield from stated.orphans(sheets[folder], frozenset(ids))


def _outlet(url: str | None, lexicon: Lexicon) -> str | None:
    """The outlet whose domain the address is of."""
    host = url.split("/")[2].lower() if url and "://" in url else ""
    for outlet in lexicon.outlets.values() if host else ():
        if any(host == domain or host.endswith(f".{domain}") for domain in outlet.domains):
            return outlet.name
    return None


def _in_folder(folder: Path, listing: Listing, columns: Chosen, depth: int = 1) -> Iterator[Article | Fault]:
    try:
        named = (path for path in folder.iterdir() if path.name not in (NAME, stated.NAME))
        paths = sorted(path for path in named if not path.name.startswith("."))
    except OSError as fault:
        yield Fault(str(folder), f"cannot be opened ({fault.strerror})", "check that the folder may be read")
        return
    if not paths and depth == 1:
        yield Fault(str(folder), "holds no article", f"put a file into it that ends in {' or '.join(PLAIN)}")
    for number, path in enumerate(paths):
        if number == MOST:
            yield Fault(str(folder), f"holds more than {MOST:,} files", "name its parts one by one")
            return
        if not path.is_dir():
            yield from _in_file(path, listing, columns)
        elif depth < DEEP and not path.is_symlink():
            yield from _in_folder(path, read_listing(path), columns, depth + 1)
        else:
            yield Fault(path.name, "is a folder too deep inside the folder", "name it by itself to have it read")


def _in_file(path: Path, listing: Listing, columns: Chosen) -> Iterator[Article | Fault]:
    given = listing.entries.get(path.name, Metadata())
    match path.suffix.lower():
        case ".jsonl":
            yield from json_lines.articles(path)
        case ".txt":
            text = text_of(path)
            if isinstance(text, Fault):
                yield text
            else:
                yield Article(id=path.stem, text=text, **asdict(given))
        case ending if ending in FORMATS:
            yield from _foreign(path, given, columns)
        case _:
            yield Fault(path.name, "is in a format that is not read", f"save it as {' or '.join(PLAIN)}")


def _foreign(path: Path, given: Metadata, columns: Chosen) -> Iterator[Article | Fault]:
    """A file in a format of others; what the listing states of it holds over what it says itself."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= bounds.FILE else b""
    except OSError as fault:
        yield Fault(path.name, f"cannot be opened ({fault.strerror})", "check that the file is there and may be read")
        return
    if size > bounds.FILE:
        yield Fault(path.name, f"has more than {bounds.FILE // 1_000_000} MB", "cut out the article")
        return
    said = {name: value for name, value in asdict(given).items() if value != getattr(Metadata(), name)}
    said |= {"lang": given.lang} if given.lang_basis else {}
    for one in apart.read(path.name, content, columns):
        yield replace(one, **said) if isinstance(one, Article) else one
