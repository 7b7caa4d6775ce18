"""Documents of word processors and PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from statistics import median

from components.articles import bounds
from components.articles.faults import Fault
from components.model import Article

_FULL = 0.7
"""A line shorter than this part of a full one ends its paragraph."""
_HYPHEN = re.compile(r"(\w)-$")


def pdf(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    """The text of a PDF, its lines joined to paragraphs."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            yield Fault(name, "is locked by a password", "save it without one")
            return
        if len(reader.pages) > bounds.PAGES:
            yield Fault(name, f"has more than {bounds.PAGES} pages", "cut out the article")
            return
        pages = [page.extract_text() for page in reader.pages]
        about = reader.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as fault:
        yield Fault(name, f"cannot be read as PDF ({type(fault).__name__})", "print the page to PDF again, or paste it")
        return
    text = "\n".join(joined(page) for page in pages if page.strip())
    if not text.strip():
        yield Fault(name, "holds pictures of pages and no text", "have its text recognised, or paste it")
        return
    title = (about.title if about else None) or text.split("\n", 1)[0][:200]
    yield Article(id=id_, text=text, title=str(title).strip() or None, byline=_named(about.author if about else None))


def joined(page: str) -> str:
    r"""Lines as they were broken on the page, joined to paragraphs.

    >>> joined("North Korean troops were sent to the re-\ngion of Kursk by the thousands, Seoul\nsaid.\nIt denied.")
    'North Korean troops were sent to the region of Kursk by the thousands, Seoul said.\nIt denied.'
    """
    lines = [line.strip() for line in page.splitlines()]
    full = median([len(line) for line in lines if line] or [0])
    text, open_ = "", False
    for line in lines:
        if not line:
            open_ = False
        elif not open_:
            text += ("\n" if text else "") + line
            open_ = len(line) >= full * _FULL
        else:
            broken = _HYPHEN.search(text) and line[:1].islower()
            text = text[:-1] + line if broken else f"{text} {line}"
            open_ = len(line) >= full * _FULL
    return text


def docx(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    """The paragraphs of a document and the cells of its tables; pictures, links and macros are not followed."""
    from docx import Document
    from docx.table import Table

    try:
        document = Document(io.BytesIO(content))
        lines: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
        about = document.core_properties
        title, author = about.title, about.author
    except Exception as fault:  # whatever is wrong in it, python-docx says so with errors of three libraries
        yield Fault(name, f"cannot be read as a document ({type(fault).__name__})", "save it again, or paste its text")
        return
    text = "\n".join(line for line in lines if line.strip())
    if not text:
        yield Fault(name, "holds no text", "paste the article's text")
        return
    yield Article(id=id_, text=text, title=title.strip() or text.split("\n", 1)[0][:200], byline=_named(author))


def _named(author: str | None) -> str | None:
    """A byline; the names that programs write of themselves are none."""
    said = (author or "").strip()
    return None if not said or said.casefold() in ("python-docx", "anonymous", "unknown", "user") else said[:200]
