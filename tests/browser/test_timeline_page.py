from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.screen import Screen

pytestmark = pytest.mark.browser


def at_full_width(screen: Screen) -> Screen:
    """The page of the timeline."""
    screen.open("/timeline")
    return screen


def test_the_switches_stand_in_the_address_and_change_the_chart(screen: Screen) -> None:
    at_full_width(screen)
    marks = screen.marks("timeline").count()
    for name, key in (("By type of event", "lanes="), ("When it was said", "axis=")):
        screen.act(screen.page.get_by_role("radio", name=name).click)
        assert key in urlsplit(screen.page.url).query
    assert 0 < screen.marks("timeline").count() < marks


def test_a_year_chosen_stands_in_the_address(screen: Screen) -> None:
    at_full_width(screen)
    everything = screen.marks("timeline").count()
    screen.page.get_by_role("combobox", name="Jump to").click()
    screen.act(screen.page.get_by_role("option", name="2024", exact=True).click)
    assert "jump=2024" in screen.page.url
    assert 0 < screen.marks("timeline").count() < everything


def test_a_mark_and_an_event_of_the_list_open_their_words(screen: Screen) -> None:
    at_full_width(screen)
    screen.pick("timeline")
    screen.act(screen.page.get_by_role("button", name="Close").click)
    screen.pick_line("about 11,000 troops")


def test_the_list_can_be_reached_and_pressed_by_keyboard_alone(screen: Screen) -> None:
    at_full_width(screen)
    screen.tab_to(screen.page.locator(".st-key-events").get_by_role("button").first)
    screen.act(lambda: screen.page.keyboard.press("Enter"))
    expect(screen.page.locator(".evidence mark.sentence")).not_to_have_count(0)
