"""What the page does by itself: it takes the keyboard to the words and back, and follows the system's theme."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from components.charts import INKS
from tests.browser.screen import Screen

pytestmark = pytest.mark.browser


def test_the_keyboard_is_taken_to_the_words_it_opened_and_by_escape_back_to_where_it_was(screen: Screen) -> None:
    page = screen.page
    screen.open("/sources")
    line = page.locator(".st-key-sides").get_by_role("button", name="about 11,000 troops").first
    line.focus()
    screen.act(lambda: page.keyboard.press("Enter"))
    heading = page.locator(".st-key-evidence h2")
    expect(heading).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    screen.act(lambda: page.keyboard.press("Escape"))
    expect(page.locator(".st-key-evidence")).to_have_count(0)
    expect(line).to_be_focused()


def test_charts_are_drawn_anew_when_the_system_turns_dark(screen: Screen) -> None:
    screen.open("/materiel")
    ink = screen.page.locator(".st-key-materiel .xtick text").first
    expect(ink).to_have_css("fill", rgb(INKS["light"].quiet))
    screen.page.emulate_media(color_scheme="dark")
    expect(ink).to_have_css("fill", rgb(INKS["dark"].quiet))


def rgb(colour: str) -> str:
    """A colour as the browser names it.

    >>> rgb("#1B0A00")
    'rgb(27, 10, 0)'
    """
    return f"rgb({', '.join(str(int(colour[n : n + 2], 16)) for n in (1, 3, 5))})"
