"""The page of a briefing, opened from the disk by a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from components.__main__ import main

pytestmark = pytest.mark.browser
SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_page_draws_its_charts_from_the_disk_and_asks_nobody(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    assert main(["brief", str(SEEDS), "-o", str(path), "--measure", "troops", "--made", "2025-05-01"]) == 0
    page = browser.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(said.text))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(path.as_uri())
    expect(page.locator("#chart-troops .trace").first).to_be_attached()
    expect(page.locator("#chart-timeline .trace").first).to_be_attached()
    expect(page.get_by_role("cell", name="at least 3,000").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert (asked, faults) == ([path.as_uri()], [])
    page.close()
