"""The command ``brief``: every ending, the filters of the screen, and one clear line where something cannot be done."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from pptx import Presentation

from components.__main__ import main
from components.export import whole

ROOT = Path(__file__).parents[1]
SEEDS = str(ROOT / "seeds")
MADE = ("--made", "2025-05-01")


def told(*given: str) -> int:
    """The exit status of the command."""
    try:
        return main(["brief", SEEDS, *given])
    except SystemExit as left:
        return int(left.code or 0)


def test_the_command_writes_the_same_content_as_the_filters_find(tmp_path: Path) -> None:
    out = tmp_path / "brief.pptx"
    assert told("-o", str(out), "--source", "tass", "--words", "Shoigu", *MADE) == 0
    slides = Presentation(io.BytesIO(out.read_bytes())).slides
    text = "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    assert "Filters: source TASS; with the words Shoigu" in text
    assert "The same view: http://localhost:8501?source=TASS&words=Shoigu" in text
    assert [one.name for one in tmp_path.iterdir()] == ["brief.pptx"]


def test_the_stamp_has_the_address_that_is_given(tmp_path: Path) -> None:
    out = tmp_path / "brief.md"
    assert told("-o", str(out), "--address", "https://desk.example/app/", "--measure", "troops", *MADE) == 0
    assert "https://desk.example/app?measure=Troops" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["-o", "brief.odt"], "is written as .pptx, .pdf, .docx, .html, .md, .xlsx, .csv, .zip, .png, .svg"),
        (["-o", "x.png"], "--chart timeline, troops, casualties or materiel"),
        (["-o", "x.md", "--chart", "troops"], "--chart and --shape are for one picture, in a .png or .svg file"),
        (["-o", "x.zip", "--shape", "square"], "--chart and --shape are for one picture, in a .png or .svg file"),
        (["-o", "x.svg", "--chart", "matrix"], "invalid choice: 'matrix'"),
        (["-o", "x.svg", "--chart", "materiel", "--source", "tass"], "'materiel' has nothing to draw"),
        ([], "name the file to write after -o"),
        (["-o", "x.md", "--source", "nobody"], "'nobody' is no source"),
        (["-o", "x.md", "--parts", "troops,jokes"], "'jokes' is no part"),
        (["-o", "x.md", "--address", "desk"], "'desk' is no address of an app"),
        (["-o", "x.md", "--words", "zebra"], "no claim is left to brief on"),
        (["-o", "x.csv", "--template", "missing.pptx"], "cannot be read as a PowerPoint template"),
        (["-o", "x.csv", "--template", str(ROOT / "README.md")], "cannot be read as a PowerPoint template"),
        (["-o", "x.zip", "--template", "missing.pptx"], "cannot be read as a PowerPoint template"),
        (["-o", "nowhere/x.md"], "there is no folder 'nowhere'"),
        (["-o", "/proc/x.md"], "/proc/x.md cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    given: list[str], says: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(*given) == 2
    said = capsys.readouterr().err.strip()
    assert says in said
    assert "\n" not in said
    assert not list(tmp_path.iterdir())


def test_a_picture_without_a_chromium_is_said_before_anything_is_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    assert told("-o", str(tmp_path / "x.png"), "--chart", "troops") == 2
    said = capsys.readouterr().err.strip()
    assert "this machine has none: install Chromium" in said
    assert "\n" not in said
    assert not list(tmp_path.iterdir())


def test_a_folder_without_articles_is_said_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(SystemExit) as left:
        main(["brief", str(tmp_path / "in"), "-o", str(tmp_path / "x.pptx")])
    assert left.value.code == 2
    assert "no claim is left to brief on" in capsys.readouterr().err
    assert not (tmp_path / "x.pptx").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tmp_path / "x.md"
    before.write_text("before", "utf-8")

    def full(**_: object) -> tuple[int, str]:
        beside = tmp_path / ".beside"
        beside.touch()
        return os.open("/dev/full", os.O_WRONLY), str(beside)

    monkeypatch.setattr(whole.tempfile, "mkstemp", full)
    with pytest.raises(OSError, match="No space left"):
        whole.write(before, b"after")
    assert [one.read_text("utf-8") for one in tmp_path.iterdir()] == ["before"]
