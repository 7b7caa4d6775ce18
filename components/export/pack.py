"""A briefing in every format: one file by its ending, or all of them in a zip with a list of what is what."""

from __future__ import annotations

import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

import pandas as pd

from components.briefing import Briefing
from components.export import chromium, claims_csv, plotted, xlsx
from components.export.deck import deck
from components.export.document import document
from components.export.drawings import charted
from components.export.json_lines import json_lines
from components.export.markdown import markdown
from components.export.page import page
from components.export.paper import paper
from components.export.parquet import parquet
from components.measures import Tables

_FIXED = (1980, 1, 1, 0, 0, 0)
_NOTE = "A number in square brackets is that of the evidence, the same in slides, page and text."
_PACKED = (".pptx", ".docx", ".pdf", ".xlsx", ".parquet")


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """What the files are made of: the briefing, the claims that are found, and what gives their tables, which only the
    workbook needs. ``template`` is the user's own PPTX, None for ours.
    """

    told: Briefing
    claims: pd.DataFrame
    tables: Callable[[], Tables]
    template: Path | None = None


Write = Callable[[Content], bytes]


def _csv(content: Content) -> bytes:
    return claims_csv.csv(content.claims, content.told.stamp)


_FILES: Mapping[str, tuple[Write, str]] = {
    "briefing.pptx": (
        lambda content: deck(content.told, content.template),
        "The slides. Tables and charts can be edited, the notes hold the sentences behind the figures.",
    ),
    "briefing.html": (
        lambda content: page(content.told),
        "The same content as one page for any browser, with charts that can be pointed at; it needs no network.",
    ),
    "briefing.md": (lambda content: markdown(content.told), "The same content as text, in Markdown."),
    "briefing.pdf": (
        lambda content: paper(content.told),
        "The same content on paper: tagged, with charts as vectors.",
    ),
    "briefing.docx": (
        lambda content: document(content.told),
        "The same content as a document that can be edited.",
    ),
    "tables.xlsx": (
        lambda content: xlsx.workbook(content.tables(), content.told.stamp),
        "A workbook: claims, statements, series, sources and leftovers, a sheet each; the sheet “about” tells every "
        "column.",
    ),
    "claims.csv": (_csv, "The claims for a spreadsheet, one a row; the heading of the last column is the stamp."),
    "claims.parquet": (
        lambda content: parquet(content.claims, "claims", content.told.stamp),
        "The same for programs: typed columns whose metadata say meaning and unit.",
    ),
    "claims.jsonl": (
        lambda content: b"".join(json_lines(content.claims)),
        "The same as JSON, one claim a line.",
    ),
}
"""What is in the zip: by name, how it is written and what it is."""

WRITERS: Mapping[str, Write] = {
    **{ending: _FILES[f"briefing{ending}"][0] for ending in (".pptx", ".pdf", ".docx", ".html", ".md")},
    ".xlsx": _FILES["tables.xlsx"][0],
    ".csv": _csv,
    ".zip": lambda content: zipped(content),
}
"""By the ending of the file that is asked for. Those of slides raise TemplateError."""


def zipped(content: Content) -> bytes:
    """Every file, README.txt and manifest.json; the same content gives the same bytes.

    Where no pictures can be drawn, README.txt and standard error, of the command or of the server, say why.
    """
    wanted = chromium.every(charted(content.told))
    with ThreadPoolExecutor(1) as beside:  # the browser draws while the other files are written
        drawing = beside.submit(chromium.draw, content.told, wanted)
        files = {name: write(content) for name, (write, _) in _FILES.items()}
    told = {name: what for name, (_, what) in _FILES.items()}
    for topic in content.told.topics:
        if topic.drawn:
            name = f"numbers-{topic.part}.csv"
            files[name] = claims_csv.csv(plotted.rows(topic.drawn), content.told.stamp)
            told[name] = f"The numbers of the chart “{topic.heading}”."
    try:
        files |= {one.name: held for one, held in zip(wanted, drawing.result(), strict=True)}
        told |= {one.name: one.meaning for one in wanted}
        missing = ""
    except chromium.PicturesError as fault:
        missing = f"The ZIP has no pictures of the charts. {fault}"
        print(missing, file=sys.stderr)
    files["README.txt"] = _readme(content.told, told, missing)
    files["manifest.json"] = _manifest(content.told, files)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, held in files.items():
            how = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _FIXED), held, how)
    return packed.getvalue()


def _readme(told: Briefing, files: Mapping[str, str], missing: str) -> bytes:
    """Lines that end as every editor takes them, behind a byte order mark."""
    every = {**files, "manifest.json": "The SHA-256 digest and the size of every file, for a program."}
    lines = [*told.stamp.lines(), f"Period: {told.period}", ""]
    for name, what in every.items():
        lines += [name, *wrap(what, 100, initial_indent="    ", subsequent_indent="    ")]
    lines += ["", _NOTE, *([missing] if missing else []), "", *told.method, ""]
    return ("\ufeff" + "\r\n".join(lines)).encode("utf-8", "replace")


def _manifest(told: Briefing, files: Mapping[str, bytes]) -> bytes:
    stamp = told.stamp
    about = {
        "title": stamp.title,
        "made": stamp.made.isoformat(),
        "filters": stamp.filters,
        "address": stamp.address,
        "claims shown": stamp.shown,
        "claims left out": dict(stamp.left_out),
        "reading rules": stamp.parser_version,
        "word files": stamp.lexicon_digest,
        "files": [
            {"name": name, "bytes": len(held), "sha256": hashlib.sha256(held).hexdigest()}
            for name, held in files.items()
        ],
    }
    return json.dumps(about, indent=2).encode() + b"\n"
