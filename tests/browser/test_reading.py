"""An article read whole, the evidence of its claims, and the address that opens it again."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.screen import PHONE, Screen

pytestmark = pytest.mark.browser

FIRST, KILLED = "000_7bbad1f8c76d2e4e", "20a50e3f9d4c0a05"


def asks(screen: Screen, **wanted: str) -> None:
    """Wait until the address has these parameters; the filters' own may stand beside them."""

    def has(url: str) -> bool:
        held = parse_qs(urlsplit(url).query)
        return all(held.get(name) == ([value] if value else None) for name, value in wanted.items())

    screen.page.wait_for_url(has, wait_until="commit")


def note(screen: Screen, words: str) -> Locator:
    return screen.page.locator(".st-key-reading").get_by_role("button", name=re.compile(words)).first


def test_an_article_is_chosen_read_and_its_claim_picked_and_the_address_opens_it_all_again(
    screen: Screen, open_screen: Callable[..., Screen]
) -> None:
    screen.open("/articles")
    screen.act(screen.page.get_by_role("button", name=re.compile("alliance deepens")).click)
    expect(screen.page.locator(".st-key-reading .evidence mark.number").first).to_be_visible()
    screen.act(note(screen, "about 400 killed").click)
    expect(screen.page.locator(".st-key-evidence .evidence mark.sentence")).not_to_have_count(0)
    asks(screen, article=FIRST, claim=KILLED)
    link = urlsplit(screen.page.url)
    again = open_screen()
    again.open(f"{link.path}?{link.query}")
    expect(again.page.locator(".st-key-evidence")).to_contain_text("through lawmaker Yoo Yong-won")
    expect(again.page.locator(".st-key-reading mark.picked")).not_to_have_count(0)


def test_the_whole_article_is_reached_from_a_picked_claim_and_the_filters_stay(screen: Screen) -> None:
    screen.open(f"/?claim={KILLED}")
    screen.press("Ukrainian intelligence")
    screen.act(screen.page.get_by_role("link", name="Read the whole article").click)
    expect(screen.page.get_by_role("heading", name=re.compile("alliance deepens"))).to_be_visible()
    expect(screen.pill("Ukrainian intelligence")).to_have_attribute("aria-pressed", "true")
    asks(screen, article=FIRST, claim=KILLED)


def test_a_claim_stays_open_and_in_the_address_from_page_to_page(screen: Screen) -> None:
    screen.open(f"/?claim={KILLED}")
    screen.act(screen.page.get_by_role("link", name="Statements").first.click)
    expect(screen.page.locator(".st-key-evidence .evidence")).to_be_visible()
    asks(screen, claim=KILLED)
    screen.act(screen.page.get_by_role("button", name="Close").click)
    expect(screen.page.locator(".st-key-evidence")).to_have_count(0)
    asks(screen, claim="")


def test_the_evidence_leaves_more_than_half_of_a_telephone(open_screen: Callable[..., Screen]) -> None:
    phone = open_screen(size=PHONE)
    phone.open(f"/articles?article={FIRST}&claim={KILLED}")
    box = phone.page.locator(".st-key-evidence").bounding_box()
    assert box is not None
    assert box["height"] < PHONE["height"] / 2
    assert phone.overflow() <= 0
    expect(phone.page.locator(".st-key-evidence").get_by_role("button", name="Close")).to_be_in_viewport()


def test_a_note_is_reached_and_picked_by_keyboard_and_the_panel_is_shut_by_keyboard(screen: Screen) -> None:
    screen.open(f"/articles?article={FIRST}")
    first = screen.page.locator(".st-key-reading").get_by_role("button").first
    first.focus()
    screen.act(lambda: screen.page.keyboard.press("Enter"))
    close = screen.page.get_by_role("button", name="Close")
    expect(close).to_be_visible()
    screen.tab_to(close)
    screen.act(lambda: screen.page.keyboard.press("Enter"))
    expect(screen.page.locator(".st-key-evidence")).to_have_count(0)
