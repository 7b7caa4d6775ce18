"""Back and Forward step through the views; counts stand in the searchable list and change under its choices."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.screen import Screen

pytestmark = pytest.mark.browser


def test_back_steps_through_the_filtered_page_and_the_pick_and_forward_returns(screen: Screen) -> None:
    page, evidence, steps = screen.page, screen.page.locator(".st-key-evidence"), []
    screen.open("/leftovers")
    screen.press("South Korea.s JCS")
    steps.append(page.url)
    screen.go("Troops and casualties")
    steps.append(page.url)
    screen.pick("troops")
    steps.append(page.url)
    screen.act(page.get_by_role("button", name="Next").click)
    steps.append(page.url)
    assert len(set(steps)) == 4
    screen.go("Materiel")
    expect(evidence.get_by_role("combobox")).to_have_value(re.compile("^2[.] "))
    for before in reversed(steps):
        screen.act(lambda: page.go_back(wait_until="commit"))
        expect(page).to_have_url(before)
        expect(evidence).to_have_count(1 if "claim=" in before else 0)
        expect(screen.pill("South Korea.s JCS")).to_have_attribute("aria-pressed", "true")
    for after in steps[1:]:
        screen.act(lambda: page.go_forward(wait_until="commit"))
        expect(page).to_have_url(after)
        expect(evidence).to_have_count(1 if "claim=" in after else 0)


def test_the_searchable_list_counts_beside_each_name_and_a_choice_outlives_its_count(screen: Screen) -> None:
    page = screen.page
    screen.open("/leftovers?more=Ukrainian+government")
    page.get_by_text("More filters").click()
    box = page.get_by_role("combobox", name="More sources")
    box.fill("North")
    before = behind(page.get_by_role("option", name="North Korean government"))
    box.press("Tab")
    screen.press("Casualties")
    expect(page.locator(".st-key-more")).to_contain_text("Ukrainian government")
    assert "more=Ukrainian+government" in page.url
    box.fill("North")
    after = behind(page.get_by_role("option", name="North Korean government"))
    assert (before, after) == ("1", "0")


def behind(option: Locator) -> str:
    """What the style draws behind the name of a choice."""
    drawn = option.evaluate("option => getComputedStyle(option.firstElementChild, '::after').content")
    return str(drawn).strip(' "')
