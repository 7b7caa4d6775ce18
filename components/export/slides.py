"""One slide after the other: heading, lines, tables, stamp and notes on the layouts of a template or of our own."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from components.charts.palette import INKS
from components.export.claims_csv import defused
from components.export.lines import line

_PAPER = INKS["light"]
INK, QUIET, HAIRLINE, PALE = (
    RGBColor.from_string(ink[1:]) for ink in (_PAPER.text, _PAPER.quiet, _PAPER.hairline, "#F4F3EF")
)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_MARGIN, _FOOT = Inches(0.5), Inches(0.6)
_WIDE, _LETTER, _SMALL = Inches(11), 10.5, 8.5
_TALL, _LINE = 5.2, 165
"""Of our own slides: inches between heading and foot, and letters of a table side by side."""
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_CALIBRI = b'<a:latin typeface="Calibri"'
_FIXED = (1980, 1, 1, 0, 0, 0)


class TemplateError(ValueError):
    """A template that cannot be used, in one sentence."""


class Slides:
    """A deck in the making. ``foot`` stands on every slide."""

    def __init__(self, template: Path | None, foot: str) -> None:
        self._deck = _opened(template)
        self.own = template is None
        if self.own:
            self._deck.slide_width, self._deck.slide_height = Inches(13.333), Inches(7.5)
            _set_type(self._deck)
        self._foot = foot
        self._first = _layout(self._deck, PP_PLACEHOLDER.SUBTITLE, "a title and a subtitle")
        self._plain = _layout(self._deck, None, "a title")
        self.width = self._deck.slide_width - 2 * _MARGIN
        self.letter = _LETTER if self.width >= _WIDE else _SMALL
        """Size of the letters of tables, in points."""

    def opening(self, title: str, lines: Sequence[str]) -> None:
        """The title slide."""
        slide = self._deck.slides.add_slide(self._first)
        slide.shapes.title.text = line(title, 90)
        subtitle = next(one for one in slide.placeholders if one.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE)
        if self.own:
            _place(slide.shapes.title, _MARGIN, Inches(1.4), self.width, Inches(1.6))
            _place(subtitle, _MARGIN, Inches(3.2), self.width, Inches(3.2))
            _letters(slide.shapes.title.text_frame, 36, self.own)
        subtitle.text_frame.text = "\n".join(line(one, 420) for one in lines)
        _letters(subtitle.text_frame, 16, self.own)
        self._finish(slide, lines)

    def slide(self, heading: str, notes: Sequence[str]) -> Any:
        """A slide with its heading, foot and notes; what it shows is put on it later."""
        slide = self._deck.slides.add_slide(self._plain)
        title = slide.shapes.title
        title.text = line(heading, 90)
        if self.own:
            _place(title, _MARGIN, Inches(0.3), self.width, Inches(0.8))
            _letters(title.text_frame, 26, self.own)
        else:  # of the size that leaves room for a heading of two lines
            _letters(title.text_frame, 24, self.own)
        for spare in [one for one in slide.placeholders if one.placeholder_format.type not in _TITLES]:
            spare.element.getparent().remove(spare.element)
        self._finish(slide, notes)
        return slide

    @property
    def tall(self) -> float:
        """Inches between heading and foot."""
        if self.own:
            return _TALL
        title = next(one for one in self._plain.placeholders if one.placeholder_format.type in _TITLES)
        top = (title.top or 0) + (title.height or 0)
        return float(Emu(self._deck.slide_height - _FOOT - top - Inches(0.3)).inches)

    @property
    def line(self) -> float:
        """So many letters of a table fit side by side."""
        return float(_LINE * self.width / Inches(12.333) * _LETTER / self.letter)

    def box(self, slide: Any) -> tuple[int, int, int, int]:
        """Left, top, width and height of what lies between heading and foot."""
        title = slide.shapes.title
        top = Emu((title.top or 0) + (title.height or 0) + Inches(0.1))
        return _MARGIN, top, Emu(self.width), Emu(self._deck.slide_height - _FOOT - top - Inches(0.1))

    def lines(self, slide: Any, lines: Sequence[str], size: float = 14, below: float = 0) -> None:
        """Sentences, one a paragraph, so many inches below the heading."""
        left, top, width, height = self.box(slide)
        down = Inches(below)
        self._words(slide, (left, Emu(top + down), width, Emu(height - down)), [line(one, 420) for one in lines], size)

    def table(
        self, slide: Any, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], alt: str
    ) -> None:
        """A native table; ``widths`` are shares of the width of the slide. A row of one cell goes through."""
        left, top, width, _ = self.box(slide)
        frame = slide.shapes.add_table(len(rows) + 1, len(head), left, top, width, Inches(0.3) * (len(rows) + 1))
        describe(frame, alt)
        frame._element.graphic.graphicData.tbl.tblPr.find(
            "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"
        ).text = _PLAIN_TABLE
        for column, share in zip(frame.table.columns, widths, strict=True):
            column.width = Emu(int(width * share / sum(widths)))
        for n, row in enumerate((head, *rows)):
            cells = frame.table.rows[n].cells
            if len(row) == 1 < len(head):
                cells[0].merge(cells[len(head) - 1])
            for cell, words in zip(cells, (*row, *("" for _ in head[len(row) :])), strict=True):
                _cell(cell, words, self.letter, head=n == 0, own=self.own)

    def saved(self, title: str, made: dt.date) -> bytes:
        """The deck as a file that is the same whenever it is made of the same things."""
        about, day = self._deck.core_properties, dt.datetime.combine(made, dt.time())
        about.title, about.author, about.last_modified_by, about.revision = line(title, 200), "Dispatches", "", 1
        about.created = about.modified = about.last_printed = day
        about.comments = line(self._foot, 250)
        packed = io.BytesIO()
        self._deck.save(packed)
        return _undated(packed.getvalue(), day)

    def _finish(self, slide: Any, notes: Sequence[str]) -> None:
        top = self._deck.slide_height - _FOOT
        self._words(slide, (_MARGIN, top, self.width, Inches(0.45)), [line(self._foot, 330)], 9, QUIET)
        slide.notes_slide.notes_text_frame.text = "\n".join(line(one, 700) for one in notes)

    def _words(
        self, slide: Any, box: tuple[int, int, int, int], lines: Sequence[str], size: float, ink: RGBColor = INK
    ) -> None:
        frame = slide.shapes.add_textbox(*box).text_frame
        frame.word_wrap = True
        frame.text = "\n".join(lines)
        for paragraph in frame.paragraphs:
            paragraph.space_after = Pt(size / 2)
        _letters(frame, size, self.own, ink)


def describe(frame: Any, alt: str) -> None:
    """The words for those who do not see what the frame shows."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", line(alt, 900))


def _opened(template: Path | None) -> Any:
    if template is None:
        return Presentation()
    try:
        deck = Presentation(str(template))
    except Exception as fault:  # python-pptx raises whatever zipfile, lxml and its own parts raise
        raise TemplateError(f"{template} cannot be read as a PowerPoint template; give a .pptx file.") from fault
    listed = deck.slides._sldIdLst
    for entry in list(listed):
        deck.part.drop_rel(entry.rId)
        listed.remove(entry)
    return deck


def _layout(deck: Any, also: PP_PLACEHOLDER | None, what: str) -> Any:
    """The layout with a title and ``also``, with the fewest other things to fill."""
    fitting: list[tuple[bool, int, int, Any]] = []
    for layout in deck.slide_layouts:
        kinds = [one.placeholder_format.type for one in layout.placeholders]
        if any(kind in _TITLES for kind in kinds) and (also is None or also in kinds):
            fitting.append((PP_PLACEHOLDER.CENTER_TITLE in kinds and also is None, len(kinds), len(fitting), layout))
    if not fitting:
        raise TemplateError(f"The template has no slide layout with {what}; add one or leave --template out.")
    return min(fitting, key=lambda one: one[:3])[3]


def _place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _letters(frame: Any, size: float, own: bool, ink: RGBColor | None = INK) -> None:
    """Size and ink of the frame's letters; a template keeps its own ink."""
    for paragraph in frame.paragraphs:
        if own:
            paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size = Pt(size)
            if own and ink is not None:
                run.font.color.rgb = ink


def _set_type(deck: Any) -> None:
    """One serif for headings and one sans for the rest, in the theme, so that charts have them too."""
    for relation in deck.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            theme = relation.target_part
            major, minor = (f'<a:latin typeface="{face}"'.encode() for face in ("Georgia", "Arial"))
            theme._blob = theme.blob.replace(_CALIBRI, major, 1).replace(_CALIBRI, minor, 1)


def _cell(cell: Any, words: str, size: float, head: bool, own: bool) -> None:
    cell.text_frame.text = defused(words) if words.startswith(("=", "@")) else words
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    if head and own:
        cell.fill.solid()
        cell.fill.fore_color.rgb = PALE
    _letters(cell.text_frame, size, own, None)
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.bold = head
        if not paragraph.runs:  # an empty cell is as tall as its letters would be
            paragraph._p.get_or_add_endParaRPr().set("sz", str(int(size * 100)))


def _undated(packed: bytes, day: dt.datetime) -> bytes:
    """The same parts in the same order without the moment of writing, in the workbooks of the charts too."""
    out = io.BytesIO()
    stamp = rb"\g<1>" + day.strftime("%Y-%m-%dT00:00:00Z").encode() + rb"\g<2>"
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith(".xlsx"):
                content = _undated(content, day)
            elif name == "docProps/core.xml":
                content = _MADE.sub(stamp, content)
            new.writestr(zipfile.ZipInfo(name, _FIXED), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
