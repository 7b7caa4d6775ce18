"""The page of figures as a person meets it: rows chosen by keyboard, both arrangements, light and dark, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.screen import PHONE, Screen

pytestmark = pytest.mark.browser

FIGURES, MATERIEL = "/figures", "/materiel"
APART = "a small chart for each source"


def arrange(screen: Screen, arranged: str) -> None:
    screen.act(screen.page.get_by_text(arranged).click)


def grid(screen: Screen) -> Locator:
    return screen.page.get_by_test_id("data-grid-canvas").first


def choose(screen: Screen) -> None:
    screen.act(lambda: screen.page.keyboard.press("Shift+Space"))


def test_rows_are_chosen_by_keyboard_alone_and_a_wrong_sum_is_refused_by_its_rule(screen: Screen) -> None:
    screen.open(FIGURES)
    screen.tab_to(grid(screen))
    screen.page.keyboard.press("ArrowDown")
    choose(screen)
    screen.page.keyboard.press("ArrowDown")
    choose(screen)
    expect(screen.page.get_by_text("Not added: ")).to_contain_text("Rule 2 (")


def test_a_check_beside_the_chart_opens_its_words(screen: Screen) -> None:
    screen.open(FIGURES)
    screen.act(screen.page.get_by_role("button", name="casualties are stated as a part").click)
    expect(screen.page.locator(".evidence mark.sentence")).not_to_have_count(0)


def test_a_mark_of_a_wide_chart_opens_its_evidence(screen: Screen) -> None:
    screen.open(FIGURES)
    screen.pick("troops")


def test_small_charts_by_source_stand_in_the_address_and_their_marks_open_evidence(screen: Screen) -> None:
    screen.open(FIGURES)
    arrange(screen, APART)
    assert "arrange=" in screen.page.url
    screen.pick("troops")


def test_each_width_has_one_set_of_labels(screen: Screen) -> None:
    screen.open(FIGURES)
    label = screen.page.locator(".st-key-troops .annotation").filter(has_text="about 11,000")
    desk, phone = (label.filter(has=screen.page.locator(f'text[style*="{size}px"]')) for size in (11.5, 10.5))
    expect(desk).to_be_visible()
    expect(phone).to_be_hidden()
    screen.page.set_viewport_size(PHONE)
    expect(phone).to_be_visible()
    expect(desk).to_be_hidden()
    assert screen.overflow() <= 0
