import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import expect
from pptx import Presentation

from components.__main__ import main
from tests.browser.screen import Screen

pytestmark = pytest.mark.browser
SEEDS = Path(__file__).parents[2] / "seeds"
NAME = "국가정보원 ГУР"


def picture(kind: str, chart: str) -> re.Pattern[str]:
    return re.compile(rf"Picture as {kind}:.*{chart}", re.IGNORECASE)


def by_command(about: Mapping[str, Any], path: Path) -> bytes:
    """The same chart of the same filters, drawn by the command line on the day and at the address of the page."""
    chosen = ("--source", "rok-jcs", "--title", NAME, "--chart", "troops")
    stamp = ("--address", about["address"].partition("?")[0], "--made", about["made"])
    assert main(["brief", str(SEEDS), *chosen, *stamp, "-o", str(path)]) == 0
    return path.read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_is_taken_away_as_a_white_png(open_screen: Callable[..., Screen], scheme: str, tmp_path: Path) -> None:
    screen = open_screen(scheme)
    screen.open()
    path = screen.download(picture("PNG", "timeline"), tmp_path)
    assert re.fullmatch(r"dispatches-[a-z-]*timeline[a-z-]*-\d{4}-\d\d-\d\d\.png", path.name)
    is_ink_on_white(path.read_bytes(), (2560, 1440))
    is_ink_on_white(screen.download(picture("square PNG", "timeline"), tmp_path).read_bytes(), (2160, 2160))


def is_ink_on_white(held: bytes, size: tuple[int, int]) -> None:
    assert held.startswith(b"\x89PNG\r\n\x1a\n")
    with Image.open(io.BytesIO(held)) as image:
        assert image.size == size
        greys = image.convert("RGBA").convert("L").histogram()
        assert image.convert("RGB").getpixel((3, 3)) == (255, 255, 255)
    assert 0.002 < sum(greys[:200]) / sum(greys) < 0.3


def words_of(svg: bytes) -> str:
    root = ElementTree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    return " ".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))


def test_every_chart_is_taken_away_as_an_svg_with_its_title_and_stamp(screen: Screen, tmp_path: Path) -> None:
    screen.open()
    screen.press("South Korea.s JCS")
    for chart in ("timeline", "troops", "casualties"):
        words = words_of(screen.download(picture("SVG", chart), tmp_path).read_bytes())
        assert chart in words.lower()
        assert "Filters: source South Korea's JCS" in words
        assert re.search(r"[1-9]\d* claims? shown", words)
    stands_alone(screen, screen.download("HTML", tmp_path), "North Korea and Russia: timeline")
    numbers = pd.read_csv(screen.download("Numbers", tmp_path))
    assert set(numbers["source"]) == {"South Korea's JCS"}
    assert "Filters: source South Korea's JCS" in numbers.columns[-1]


def stands_alone(screen: Screen, path: Path, title: str) -> None:
    """The page draws its chart from the disk, and asks nobody for anything."""
    page = screen.page.context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: screen.faults.append(said.text))
    page.on("pageerror", lambda fault: screen.faults.append(str(fault)))
    page.goto(path.as_uri())
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_text("Filters: source South Korea's JCS")).to_be_visible()
    expect(page.locator("#chart .point").first).to_be_attached()
    page.get_by_text("The numbers of the chart as a table").click()
    expect(page.get_by_role("cell", name="South Korea's JCS", exact=True).first).to_be_visible()
    assert asked == [path.as_uri()]
    page.close()


def test_the_table_is_taken_away_as_shown(screen: Screen, tmp_path: Path) -> None:
    screen.open(f"/?view={NAME}")
    whole = pd.read_csv(screen.download("Table as CSV", tmp_path))
    screen.press("South Korea.s JCS")
    path = screen.download("Table as CSV", tmp_path)
    table = pd.read_csv(path)
    kept = table["source"].eq("rok-jcs") | table["relays"].fillna("").str.split("; ").map(lambda ids: "rok-jcs" in ids)
    assert kept.all()
    assert 0 < len(table) < len(whole)
    assert set(table["claim_id"]) < set(whole["claim_id"])
    assert f"{len(table)} claims shown" in table.columns[-1]
    opening = re.search(r"The same view: (\S+)", table.columns[-1])
    assert opening
    screen.page.goto(f"{opening[1]}&view={NAME}")
    expect(screen.page.get_by_text("Shown: source South Korea's JCS")).to_be_visible()
    assert table["sentence"].str.contains("11,000", regex=False).any()
    claims = table["claim_id"].tolist()
    assert pd.read_excel(screen.download("XLSX", tmp_path), sheet_name="claims")["claim_id"].tolist() == claims
    assert pd.read_parquet(screen.download("Parquet", tmp_path))["claim_id"].tolist() == claims
    assert pd.read_json(screen.download("JSON Lines", tmp_path), lines=True)["claim_id"].tolist() == claims
    plain = screen.download("CSV without byte order mark", tmp_path).read_bytes()
    assert path.read_bytes() == b"\xef\xbb\xbf" + plain
    slides = Presentation(screen.download("Slides", tmp_path)).slides
    screen.page.get_by_text("Parts of the briefing").click()
    for part in ("Timeline", "North Korean casualties", "North Korean materiel"):
        screen.press(part)
    with zipfile.ZipFile(screen.download("All as ZIP", tmp_path)) as pack:
        assert "source South Korea's JCS" in " ".join(pack.read("README.txt").decode().split())
        assert pd.read_csv(pack.open("claims.csv"))["claim_id"].tolist() == claims
        fewer = [*Presentation(io.BytesIO(pack.read("briefing.pptx"))).slides]
        drawn = [name for name in pack.namelist() if name.startswith("chart-")]
        assert drawn == ["chart-troops.png", "chart-troops-square.png", "chart-troops.svg"]
        is_ink_on_white(pack.read(drawn[0]), (2560, 1440))
        is_ink_on_white(pack.read(drawn[1]), (2160, 2160))
        svg, about = pack.read(drawn[2]), json.loads(pack.read("manifest.json"))
    assert f"North Korean troops: {NAME}" in words_of(svg)
    assert "Filters: source South Korea's JCS" in words_of(svg)
    assert by_command(about, tmp_path / "troops.svg") == svg
    assert 0 < len(fewer) < len(slides)
