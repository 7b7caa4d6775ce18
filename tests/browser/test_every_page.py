"""What must hold on every page, checked as a person goes through them all: axe in both themes, a telephone's width."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from components.views.pages import PAGES
from tests.browser.screen import DESK, PHONE, Screen

pytestmark = pytest.mark.browser

KILLED = "20a50e3f9d4c0a05"
ONE_SOURCE = f"/sources?profile=South%20Korea%27s%20JCS&claim={KILLED}"


def every_page(screen: Screen) -> Iterator[str]:
    """The name of each page while it stands on the screen; two of them in their second state too."""
    screen.open(ONE_SOURCE)
    expect(screen.page.get_by_role("heading", name="How its totals changed")).to_be_visible()
    yield "Sources, with one source and the evidence of a claim"
    screen.act(screen.page.get_by_role("link", name="Read the whole article").click)
    yield "Articles, with one article and the evidence of a claim"
    screen.act(screen.page.get_by_role("button", name="Close").click)
    for name, _ in PAGES.values():
        screen.go(name)
        yield name
        if name == "Troops and casualties":
            screen.act(screen.page.get_by_text("a small chart for each source").click)
            yield f"{name}, a small chart for each source"


def test_axe_finds_no_violation_and_no_page_runs_over_the_side_of_a_telephone(screen: Screen) -> None:
    found, over = {}, {}
    for name in every_page(screen):
        found[name] = screen.violations()
        screen.page.set_viewport_size(PHONE)
        over[name] = screen.overflow()
        screen.page.set_viewport_size(DESK)
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert {name: pixels for name, pixels in over.items() if pixels > 0} == {}


def test_axe_finds_no_pale_words_in_the_dark(open_screen: Callable[..., Screen]) -> None:
    screen = open_screen("dark")
    found = {name: screen.violations(of="color-contrast") for name in every_page(screen)}
    assert {name: faults for name, faults in found.items() if faults} == {}
