"""The briefing as a document of a word processor, with the numbers of the slides."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence

from docx import Document
from docx.document import Document as Written
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Row

from components.briefing import Briefing, Evidence
from components.charts.palette import INKS
from components.export.lines import line
from components.export.sections import sections, widths

_FIXED = (1980, 1, 1, 0, 0, 0)
_PAGE, _MARGIN = (Cm(21), Cm(29.7)), Cm(1.8)
_COLUMNS = 6
"""Tables of more have smaller letters, as a word of the matrix shall not break."""
_TABLE, _BESIDE = "Light Shading", "57"
"""The style of the tables, and the twentieths of a point between its lines and words."""
_UNSHADED = "06A0"
"""Heading and first column stand out, rows have no shade: bits of ``w:tblLook`` (ECMA-376, 17.4.56)."""
_INK, _QUIET = (RGBColor.from_string(ink[1:]) for ink in (INKS["light"].text, INKS["light"].quiet))


def document(told: Briefing) -> bytes:
    """DOCX: the parts in the order of the slides, then the evidence, the method and the stamp; the same briefing gives
    the same bytes.
    """
    written = _blank()
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
        _proof(written, proof)
    written.add_heading("Method and limits", 1)
    for one in (*told.method, *told.stamp.lines()[1:]):
        written.add_paragraph(line(one, 600), style="List Bullet")
    return _saved(written)


def _blank() -> Written:
    """An A4 document in small black letters."""
    written = Document()
    sheet = written.sections[0]
    sheet.page_width, sheet.page_height = _PAGE
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = _MARGIN
    for name, size, before, after in (
        ("Normal", 9.5, 0, 3),
        ("Title", 20, 0, 6),
        ("Heading 1", 12.5, 12, 4),
        ("List Bullet", 9.5, 2, 0),
    ):
        style = written.styles[name]
        style.font.name = "Arial"
        style.font.size, style.font.color.rgb = Pt(size), _INK
        shape = style.paragraph_format
        shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.05
    for margins in written.styles[_TABLE].element.iter(qn("w:tblCellMar")):
        for side in (qn("w:left"), qn("w:right")):
            margins.find(side).set(qn("w:w"), _BESIDE)
    return written


def _proof(written: Written, proof: Evidence) -> None:
    paragraph = written.add_paragraph()
    paragraph.add_run(f"{proof.number}. {line(proof.figure)}. ").bold = True
    paragraph.add_run(f"{line(proof.who)}: ")
    paragraph.add_run(f"“{line(proof.sentence, 700)}”").italic = True
    where = ", ".join(part for part in (proof.outlet, proof.day, proof.link) if part)
    paragraph.add_run(f" {line(where, 400)}").font.color.rgb = _QUIET


def _table(written: Written, rows: Sequence[Sequence[str]]) -> None:
    """The first row is the heading, said again on every page; no row is torn by the end of a page."""
    table = written.add_table(len(rows), len(rows[0]), style=_TABLE)
    table.autofit = False
    table._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:val"), _UNSHADED)
    size = Pt(8.5 if len(rows[0]) <= _COLUMNS else 7)
    shares = widths(rows)
    room = _PAGE[0] - 2 * _MARGIN
    _mark(table.rows[0], "w:tblHeader")
    for column, share in zip(table.columns, shares, strict=True):
        column.width = int(room * share / sum(shares))
    for cells, row in zip(table.rows, rows, strict=True):
        _mark(cells, "w:cantSplit")
        for cell, column, words in zip(cells.cells, table.columns, row, strict=True):
            cell.width = column.width
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            paragraph.add_run(line(words, 300)).font.size = size


def _mark(row: _Row, what: str) -> None:
    """Word's own mark on a row, for which python-docx has no name."""
    row._tr.get_or_add_trPr().append(OxmlElement(what))


def _saved(written: Written) -> bytes:
    """The file without the moment at which it was packed."""
    stream, packed = io.BytesIO(), io.BytesIO()
    written.save(stream)
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in made.infolist():
            archive.writestr(zipfile.ZipInfo(member.filename, _FIXED), made.read(member), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
