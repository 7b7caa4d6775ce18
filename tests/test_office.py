"""LibreOffice opens the slides, the document and the workbook: nothing is lost, cut or calculated."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from pptx import Presentation
from pypdf import PageObject, PdfReader

from components import articles, lexicon
from components.export.pack import WRITERS, Content
from tests.contents import HOSTILE, content_of

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="this machine has no LibreOffice (soffice)")
ROOT = Path(__file__).parents[1]
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

Opened = Callable[[bytes, str, str], Path]


@pytest.fixture(scope="module", params=["seeds", "hostile"])
def content(request: pytest.FixtureRequest) -> Content:
    if request.param == "hostile":
        return content_of((HOSTILE,), title="=1+1 </title><script>alert(2)</script>")
    return content_of(articles.load([ROOT / "seeds"], lexicon.load()).articles)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Has LibreOffice write a file in another format; the folder where that stands."""
    profile = tmp_path_factory.mktemp("profile")

    def write(file: bytes, suffix: str, kind: str) -> Path:
        folder = tmp_path_factory.mktemp("opened")
        (folder / f"briefing{suffix}").write_bytes(file)
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind]
        subprocess.run([*command, f"briefing{suffix}"], cwd=folder, check=True, capture_output=True, timeout=120)
        return folder

    return write


def pages(folder: Path) -> list[PageObject]:
    return [*PdfReader(folder / "briefing.pdf").pages]


def without_spaces(words: str) -> str:
    """Lines break elsewhere on paper, and what is written from right to left is drawn in another order; what lies
    beside the page LibreOffice leaves out.
    """
    return "".join(sign for sign in words if sign.isascii() and not sign.isspace())


def stands_on(page: PageObject) -> str:
    return without_spaces(page.extract_text())


def told_on(slide: Any) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield from (one.text for one in shape.text_frame.paragraphs)
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if shape.has_chart:
            labels = (one.data_label for plot in shape.chart.plots for series in plot.series for one in series.points)
            yield from (label.text_frame.text for label in labels if label.has_text_frame)


def test_every_slide_shows_all_its_words(content: Content, opened: Opened) -> None:
    held = WRITERS[".pptx"](content)
    slides = Presentation(io.BytesIO(held)).slides
    drawn = pages(opened(held, ".pptx", "pdf"))
    assert len(drawn) == len(slides)
    for slide, page in zip(slides, drawn, strict=True):
        words = stands_on(page)
        assert words
        assert [one for one in told_on(slide) if without_spaces(one) not in words] == []


def test_the_document_shows_all_its_words_on_few_pages(content: Content, opened: Opened) -> None:
    held = WRITERS[".docx"](content)
    drawn = pages(opened(held, ".docx", "pdf"))
    words = "".join(map(stands_on, drawn))
    document = Document(io.BytesIO(held))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert cells
    assert [one for one in cells if without_spaces(one) not in words] == []
    assert len(drawn) <= 6


def test_a_workbook_calculates_nothing_and_keeps_every_cell(content: Content, opened: Opened) -> None:
    held = WRITERS[".xlsx"](content)
    folder = opened(held, ".xlsx", EVERY_SHEET)
    for sheet in openpyxl.load_workbook(io.BytesIO(held)):
        with (folder / f"briefing-{sheet.title}.csv").open(newline="", encoding="utf-8") as lines:
            shown = list(csv.reader(lines))
        words = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert len(shown) == len(words)
        for line, row in zip(shown, words, strict=True):
            texts = [(a, b) for a, b in zip(line, row, strict=True) if isinstance(b, str)]
            assert [a for a, b in texts] == [b for _, b in texts]
