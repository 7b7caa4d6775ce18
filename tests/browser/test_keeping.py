"""What a person brings and corrects on the page: files are dropped, looked at and kept, a claim is corrected."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import served
from tests.browser.screen import DESK, Screen

pytestmark = pytest.mark.browser

SAID = (
    "South Korea's Joint Chiefs of Staff said on Monday that about 12,000 North Korean troops had been killed in Kursk."
)


def test_a_file_is_dropped_looked_at_and_kept_then_its_claim_corrected(browser: Browser, tmp_path: Path) -> None:
    table = tmp_path / "week.csv"
    table.write_text(f'title,text,date\nTroops again,"{SAID}",2025-03-04\nHeadline only,,\n', "utf-8")
    with served(tmp_path / "kept" / "store.sqlite") as address:
        page = browser.new_page(viewport=DESK)
        screen = Screen(page, address)
        screen.open("/add")
        page.get_by_role("tab", name="Upload files").click()
        page.locator('input[type="file"]').set_input_files(table)
        expect(page.get_by_text("week.csv")).to_be_visible()
        screen.act(page.get_by_role("button", name="Look at what was understood").last.click)
        expect(page.get_by_text("So the columns were understood")).to_be_visible()
        screen.act(page.get_by_role("button", name="Look at what was understood").click)
        page.get_by_label("Your name").fill("Kim")
        screen.act(page.get_by_role("button", name="Keep them").click)
        expect(page.get_by_text("Kept: Troops again")).to_be_visible()
        expect(page.get_by_text("from 3 articles")).to_be_visible()
        screen.open("/articles?article=week%202")
        screen.act(page.get_by_role("button", name="about 12,000").first.click)
        page.get_by_text("Correct or check this claim").click()
        page.get_by_label("The number", exact=True).fill("1200")
        page.get_by_label("Your name").last.fill("Kim")
        page.get_by_label("Why", exact=True).last.fill("a zero too many")
        screen.act(page.get_by_role("button", name="Keep", exact=True).click)
        expect(page.locator(".st-key-evidence h2")).to_contain_text("about 1,200")
        screen.open("/corrections")
        expect(page.get_by_text("the number: 1,200 instead of 12,000")).to_be_visible()
        assert screen.violations() == []
        assert screen.overflow() <= 0
        assert screen.faults == []
        page.close()
