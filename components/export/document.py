"""The briefing as a document of a word processor, with the numbers of the slides."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence

from docx import Document
from docx.document import Document as Written

from components.briefing import Briefing
from components.export.lines import line
from components.export.sections import sections

_FIXED = (1980, 1, 1, 0, 0, 0)


def document(told: Briefing) -> bytes:
    """DOCX: the parts in the order of the slides, then the evidence, the method and the stamp; the same briefing gives
    the same bytes.
    """
    written = Document()
    about = written.core_properties
    made = dt.datetime.combine(told.stamp.made, dt.time(), dt.UTC)
    about.title, about.author, about.created, about.modified = line(told.title), "Dispatches", made, made
    written.add_heading(line(told.title), 0)
    written.add_paragraph(f"Period: {line(told.period)}")
    for section in sections(told):
        written.add_heading(section.heading, 1)
        if section.rows:
            _table(written, [section.head, *section.rows])
        for one in section.lines:
            written.add_paragraph(line(one, 500), style="List Bullet")
    written.add_heading("Evidence", 1)
    for proof in told.evidence:
        where = ", ".join(part for part in (proof.outlet, proof.day, proof.link) if part)
        words = (
            f"{proof.number}. {line(proof.figure)}. {line(proof.who)}: “{line(proof.sentence, 700)}” {line(where, 400)}"
        )
        written.add_paragraph(words)
    written.add_heading("Method and limits", 1)
    for one in (*told.method, *told.stamp.lines()[1:]):
        written.add_paragraph(line(one, 600), style="List Bullet")
    return _saved(written)


def _table(written: Written, rows: Sequence[Sequence[str]]) -> None:
    table = written.add_table(len(rows), len(rows[0]), style="Light List")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(cells.cells, row, strict=True):
            cell.text = line(words, 300)


def _saved(written: Written) -> bytes:
    """The file without the moment at which it was packed."""
    stream, packed = io.BytesIO(), io.BytesIO()
    written.save(stream)
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in made.infolist():
            archive.writestr(zipfile.ZipInfo(member.filename, _FIXED), made.read(member), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
