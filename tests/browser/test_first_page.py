import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from components.views.headers import headers
from components.views.reasons import LEFT
from tests.browser.screen import Screen

pytestmark = pytest.mark.browser

HEADINGS = ("Timeline", "North Korean troops", "North Korean casualties", "Who says so")


def test_the_first_page_shows_the_three_views_with_their_charts_and_prints_them_with_their_stamp(
    screen: Screen,
) -> None:
    screen.open()
    for heading in HEADINGS:
        expect(screen.page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    for chart in ("timeline", "troops", "casualties"):
        assert screen.marks(chart).count() > 0
    assert len(screen.bodies()) > 3
    screen.act(screen.page.get_by_text("The figures of troops as a table").click)
    expect(screen.page.get_by_role("cell", name="about 11,000", exact=True)).to_be_visible()
    screen.page.emulate_media(media="print")
    expect(screen.page.locator(".printed")).to_contain_text("claims shown")
    expect(screen.pill("TASS")).to_be_hidden()


def test_the_server_says_what_a_page_may_load(screen: Screen) -> None:
    told = screen.page.request.get(screen.address).headers
    assert told | {name.lower(): value for name, value in headers().items()} == told


def test_a_pill_leaves_only_what_its_body_asserts_or_relays_and_pressed_again_shows_everything(screen: Screen) -> None:
    screen.open()
    everybody = screen.bodies()
    screen.press("South Korea.s JCS")
    assert screen.bodies() == ["South Korea's JCS"] != everybody
    assert "source=" in urlsplit(screen.page.url).query
    screen.press("South Korea.s JCS")
    assert screen.bodies() == everybody


def test_the_address_opens_the_same_view_again(screen: Screen, open_screen: Callable[..., Screen]) -> None:
    screen.open()
    screen.press("South Korea.s JCS")
    link = urlsplit(screen.page.url)
    again = open_screen()
    again.open(f"{link.path}?{link.query}")
    expect(again.pill("South Korea.s JCS")).to_have_attribute("aria-pressed", "true")
    assert again.bodies() == screen.bodies()


def test_the_pills_can_be_reached_and_pressed_by_keyboard_alone(screen: Screen) -> None:
    screen.open()
    screen.tab_to(screen.pill("South Korea.s JCS"))
    screen.act(lambda: screen.page.keyboard.press("Enter"))
    expect(screen.pill("South Korea.s JCS")).to_have_attribute("aria-pressed", "true")


def test_what_no_claim_used_is_one_click_away(screen: Screen) -> None:
    screen.open()
    screen.act(screen.page.get_by_role("link", name="Leftovers").click)
    expect(screen.page.get_by_role("heading", name=re.compile("|".join(LEFT.values()))).first).to_be_visible()
    expect(screen.page.locator(".evidence mark.leftover").first).to_be_visible()
