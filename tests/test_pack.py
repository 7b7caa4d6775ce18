"""A briefing in every format, opened with other software than wrote it, and the zip of all of them."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from docx import Document
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches
from pypdf import PdfReader

from components import articles, lexicon
from components.export import chromium
from components.export.deck import deck
from components.export.pack import WRITERS, Content, zipped
from components.export.page import page
from components.measures import Pick
from tests.contents import HOSTILE, content_of

SEEDS = Path(__file__).parents[1] / "seeds"
PATH = os.environ["PATH"]
MADE = dt.date(2025, 5, 1)
NAMES = {
    "briefing.pptx",
    "briefing.html",
    "briefing.md",
    "briefing.pdf",
    "briefing.docx",
    "tables.xlsx",
    "claims.csv",
    "claims.parquet",
    "claims.jsonl",
    "README.txt",
    "manifest.json",
}


@pytest.fixture(scope="module")
def content() -> Content:
    return content_of(articles.load([SEEDS], lexicon.load()).articles, Pick(measures=("troops", "killed")))


@pytest.fixture(scope="module", autouse=True)
def _no_chromium() -> Iterator[None]:
    """Pictures take seconds; ``browser/test_taking_away.py`` has them drawn."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "")
        patch.delenv("BROWSER_PATH", raising=False)
        yield


@pytest.fixture(scope="module")
def written(content: Content) -> tuple[bytes, str]:
    """The zip, and what was said meanwhile."""
    with contextlib.redirect_stderr(io.StringIO()) as said:
        return zipped(content), said.getvalue().strip()


@pytest.fixture(scope="module")
def packed(written: tuple[bytes, str]) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written[0])) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def hostile() -> Content:
    return content_of((HOSTILE,), title="=1+1 </title><script>alert(2)</script>")


class Read(HTMLParser):
    """The tags and words of a page, those of scripts aside."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self._in = ""
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._in = tag
        for name, value in attrs:
            assert name != "src"
            assert name != "href" or (value or "").startswith("http")

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in not in ("script", "style"):
            self.words.append(data)


def test_the_zip_has_every_format_and_a_manifest_that_is_true(packed: dict[str, bytes]) -> None:
    assert packed.keys() >= NAMES
    listed = {one["name"]: one for one in json.loads(packed["manifest.json"])["files"]}
    assert listed.keys() == packed.keys() - {"manifest.json"}
    for name, one in listed.items():
        assert one["bytes"] == len(packed[name])
        assert one["sha256"] == hashlib.sha256(packed[name]).hexdigest()


def test_the_readme_tells_every_file_the_filters_and_the_versions(content: Content, packed: dict[str, bytes]) -> None:
    told = packed["README.txt"].decode("utf-8-sig")
    assert all(name in told for name in packed if name != "README.txt")
    assert "Filters: counting troops or killed" in told
    assert "http://localhost:8501?measure=Troops&measure=Killed" in told
    stamp = content.told.stamp
    assert f"reading rules {stamp.parser_version}, word files {stamp.lexicon_digest[:8]}" in told


def test_a_pack_without_pictures_says_why_and_what_to_install(
    written: tuple[bytes, str], packed: dict[str, bytes]
) -> None:
    said = written[1]
    assert "The ZIP has no pictures of the charts." in said
    assert "install Chromium" in said
    assert said in packed["README.txt"].decode()
    assert not [name for name in packed if name.startswith("chart-")]


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="this system does not list its processes")
def test_a_chromium_that_hangs_is_given_up_and_ended(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = tmp_path / "chromium"
    hanging.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    hanging.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{PATH}")
    with pytest.raises(chromium.PicturesError, match=r"were not drawn within 0\.5 seconds"):
        chromium.draw(content.told, chromium.every(["troops"]), seconds=0.5)
    running = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline")]
    assert not [line for line in running if str(hanging).encode() in line]


def test_the_same_content_gives_the_same_bytes_in_every_format(content: Content, written: tuple[bytes, str]) -> None:
    assert {Path(name).suffix for name in NAMES} >= WRITERS.keys() - {".zip"}
    assert zipped(content) == written[0]


def test_slides_workbook_csv_and_parquet_hold_the_same_claims(content: Content, packed: dict[str, bytes]) -> None:
    ids = content.claims["claim_id"].tolist()
    sheet = openpyxl.load_workbook(io.BytesIO(packed["tables.xlsx"]))["claims"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ids
    assert pq.read_table(io.BytesIO(packed["claims.parquet"]))["claim_id"].to_pylist() == ids
    assert pd.read_csv(io.BytesIO(packed["claims.csv"]))["claim_id"].tolist() == ids
    assert [json.loads(line)["claim_id"] for line in packed["claims.jsonl"].splitlines()] == ids
    slides = Presentation(io.BytesIO(packed["briefing.pptx"])).slides
    foot = f"{len(ids)} claims shown"
    assert all(any(foot in one.text_frame.text for one in slide.shapes if one.has_text_frame) for slide in slides)


def test_numbers_in_brackets_mean_the_same_in_slides_page_and_text(content: Content, packed: dict[str, bytes]) -> None:
    first = content.told.evidence[0]
    table = " ".join(Read(packed["briefing.html"]).words)
    assert first.sentence in table
    assert f"{first.figure}, " in table
    text = packed["briefing.md"].decode()
    assert re.search(rf"^1\. {re.escape(first.figure)}", text, re.MULTILINE)
    notes = [one.notes_slide.notes_text_frame.text for one in Presentation(io.BytesIO(packed["briefing.pptx"])).slides]
    assert any(f"[1] {first.who}: {first.sentence}" in one for one in notes)


def test_the_page_draws_each_topic_and_asks_nobody(content: Content, packed: dict[str, bytes]) -> None:
    told = packed["briefing.html"].decode()
    places = re.findall(r'id="(chart-\w+)"', told)
    assert places == ["chart-timeline", "chart-troops", "chart-casualties"]
    assert all(f'"{place}":{{"data":' in told for place in places)
    assert "default-src 'none'" in told


def test_hostile_words_are_words_in_every_format(hostile: Content) -> None:
    read = Read(page(hostile.told))
    assert read.tags.count("script") == 2
    assert "a" not in read.tags
    assert any("4,000" in words and "북한군" in words and "ГУР" in words for words in read.words)
    book = openpyxl.load_workbook(io.BytesIO(WRITERS[".xlsx"](hostile)))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert "<script>" not in WRITERS[".md"](hostile).decode()


def test_what_follows_an_outlet_from_right_to_left_stays_behind_it(hostile: Content) -> None:
    slides = Presentation(io.BytesIO(deck(hostile.told))).slides
    cells = [
        cell.text
        for slide in slides
        for one in slide.shapes
        if one.has_table
        for r in one.table.rows
        for cell in r.cells
    ]
    printed = [words for words in cells if "صحيفة" in words]
    assert printed
    assert all("\u200e, 29 Mar 2025" in words for words in printed)


def test_charts_on_a_template_take_its_letters_and_a_narrow_one_has_small_ones(
    content: Content, tmp_path: Path
) -> None:
    house = Presentation()
    house.slide_master.background.fill.solid()
    house.slide_master.background.fill.fore_color.rgb = RGBColor(0x12, 0x2B, 0x45)
    for layout in [one for n, one in enumerate(house.slide_layouts) if n not in (0, 5)]:
        house.slide_master.slide_layouts.remove(layout)
    house.slide_height = Inches(5.625)
    house.save(str(tmp_path / "house.pptx"))
    made = Presentation(io.BytesIO(deck(content.told, tmp_path / "house.pptx")))
    frames = [one for slide in made.slides for one in slide.shapes if one.has_chart or one.has_table]
    charts = [one.chart for one in frames if one.has_chart]
    assert all(chart.font.color.theme_color is not None for chart in charts)
    sizes = {run.font.size.pt for one in frames if one.has_table for run in runs(one.table)}
    assert sizes == {8.5}
    assert all(one.top + one.height <= made.slide_height for one in frames)


def runs(table: object) -> list[object]:
    cells = [cell for row in table.rows for cell in row.cells]  # type: ignore[attr-defined]
    return [run for cell in cells for paragraph in cell.text_frame.paragraphs for run in paragraph.runs]


def test_the_paper_is_tagged_numbered_and_stamped(packed: dict[str, bytes], content: Content) -> None:
    paper = PdfReader(io.BytesIO(packed["briefing.pdf"]))
    told = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    assert 2 <= len(paper.pages) <= 6
    assert paper.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "pdfuaid" in str(paper.xmp_metadata.rdf_root.toxml())  # type: ignore[union-attr]
    assert f"about 11,000 troops, 27 Mar 2025 [{content.told.key_sources[0].figures[0].evidence[0]}]" in told
    for line in content.told.stamp.lines()[1:]:
        assert "".join(line.split()) in "".join(told.split())
    for one in content.told.evidence:
        assert "".join(one.sentence.split()) in "".join(told.split())


def test_the_document_has_the_numbers_of_the_slides(packed: dict[str, bytes], content: Content) -> None:
    document = Document(io.BytesIO(packed["briefing.docx"]))
    told = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("about 11,000 troops" in cell for cell in cells)
    for one in content.told.evidence:
        assert any(line.startswith(f"{one.number}. {one.figure}") for line in told)


@pytest.mark.parametrize("title", ['#read("/etc/passwd")', "= $x$ *b* @a <l> \\", "#" * 500])
def test_markup_in_a_title_stays_words_on_paper_and_in_the_document(title: str) -> None:
    made = content_of((replace(HOSTILE, title=title, outlet=title),), title=title)
    paper = PdfReader(io.BytesIO(WRITERS[".pdf"](made)))
    told = "".join("".join(page.extract_text() for page in paper.pages).split())
    assert "".join(title.split())[:20] in told
    assert "root:" not in told
    assert Document(io.BytesIO(WRITERS[".docx"](made))).paragraphs[0].text.startswith(title[:20].strip())
