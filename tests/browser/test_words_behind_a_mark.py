import pytest
from playwright.sync_api import expect

from tests.browser.screen import Screen

pytestmark = pytest.mark.browser

LAWMAKER = (
    "South Korean lawmaker Yoo Yong-won, who visited Ukraine in February, cited Ukrainian intelligence indicating that "
    "around 400 North Korean soldiers had been killed and 3,600 injured as of late February."
)


def test_a_mark_of_the_casualty_chart_opens_the_sentence_it_came_from(screen: Screen) -> None:
    screen.open()
    screen.press("Ukrainian intelligence")
    screen.pick("casualties")
    assert screen.lit("sentence") == [LAWMAKER]
    assert screen.lit("source") == ["Ukrainian intelligence"]
    assert screen.lit("number")[0].startswith(("around 400", "3,600"))


def test_a_mark_of_the_timeline_opens_its_sentence_too(screen: Screen) -> None:
    screen.open()
    screen.pick("timeline")
    [sentence] = screen.lit("sentence")
    article = screen.page.locator(".st-key-evidence .evidence").inner_text()
    assert len(sentence) > 20
    assert sentence in article


def test_tass_finds_the_assurance_that_it_relays(screen: Screen) -> None:
    screen.open()
    screen.press("TASS")
    assert screen.bodies() == ["TASS"]
    screen.pick_line("Relays Russia")
    [sentence] = screen.lit("sentence")
    assert sentence.startswith("Shoigu assured Kim that the Kremlin was prioritizing")
    evidence = screen.page.locator(".st-key-evidence")
    expect(evidence).to_contain_text("TASS")
    expect(evidence).to_contain_text("Russia")


def test_a_cell_of_the_sources_opens_its_words(screen: Screen) -> None:
    screen.open("/sources")
    screen.act(screen.page.get_by_role("button", name="about 11,000 troops").first.click)
    expect(screen.page.locator(".st-key-evidence")).to_contain_text("11,000")


def test_the_evidence_closes_again_by_escape(screen: Screen) -> None:
    screen.open()
    screen.pick("casualties")
    screen.act(lambda: screen.page.keyboard.press("Escape"))
    expect(screen.page.locator(".evidence")).to_have_count(0)
