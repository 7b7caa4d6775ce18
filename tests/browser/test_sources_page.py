"""The page Sources as a person meets it: on a telephone, by axe, and by a click on a cell."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.screen import PHONE, Screen

pytestmark = pytest.mark.browser


def in_detail(screen: Screen) -> None:
    """One source, as the address names it."""
    screen.open("/sources?profile=South%20Korea%27s%20JCS")
    expect(screen.page.get_by_role("heading", name="How its totals changed")).to_be_visible()


def test_no_part_of_the_sources_runs_over_the_side_of_a_telephone(open_screen: Callable[..., Screen]) -> None:
    phone = open_screen(size=PHONE)
    phone.open()
    phone.act(phone.page.get_by_role("link", name="Sources", exact=True).click)
    expect(phone.page.get_by_role("heading", name="One source in detail", exact=True)).to_be_visible()
    assert phone.overflow() <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_the_sources(open_screen: Callable[..., Screen], scheme: str) -> None:
    screen = open_screen(scheme)
    in_detail(screen)
    assert screen.violations() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_the_statements(open_screen: Callable[..., Screen], scheme: str) -> None:
    screen = open_screen(scheme)
    screen.open("/statements")
    assert screen.violations() == []


def test_a_cell_opens_the_words_behind_it(screen: Screen) -> None:
    screen.open("/sources")
    screen.act(screen.page.get_by_role("button", name="about 11,000 troops").first.click)
    expect(screen.page.locator(".st-key-evidence")).to_contain_text("11,000")
