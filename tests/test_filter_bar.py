"""The filter bar on the page: every filter in the address, counts, undo, and what the address could not open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.test_pages import words

JANUARY = "North Korea has lost about 300 soldiers killed in Russia, South Korea's NIS said on 13 January 2025.\n"
APRIL = (
    "North Korea has lost at least 600 soldiers killed in Russia, South Korea's NIS said on 30 April 2025. "
    "Some 2,000 were sent home, Ukrainian intelligence said.\n"
)
LISTING = """[[article]]
file = "january.txt"
outlet = "The Wire"
published = 2025-01-13

[[article]]
file = "april.txt"
outlet = "The Post"
published = 2025-04-30
"""


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two articles, printed in January and April."""
    (tmp_path / "january.txt").write_text(JANUARY)
    (tmp_path / "april.txt").write_text(APRIL)
    (tmp_path / "articles.toml").write_text(LISTING)
    return tmp_path


def state(page: AppTest) -> str:
    """The sentence of what the page stands on."""
    return str(page.caption[0].value)


def press(page: AppTest, label: str) -> AppTest:
    pressed = next(button for button in page.button if button.label == label).click().run()
    assert not pressed.exception
    return pressed


def counts(page: AppTest, key: str) -> list[str]:
    """The counts behind the buttons of a list, in order."""
    style = next(html.proto.body for html in page.get("html") if f".st-key-{key} " in html.proto.body)
    return [part.split('"')[0].strip() for part in style.split('content: "')[1:]]


def test_as_known_on_a_day_the_page_holds_what_had_been_printed_by_then(run: Callable[..., AppTest], two: Path) -> None:
    assert "from 2 articles" in state(run(two))
    page = run(two, known="2025-02-01")
    assert "from 1 article," in state(page)
    assert "as known on 1 Feb 2025" in words(page)
    assert not any("600" in button.label for button in page.button)


@pytest.mark.parametrize(
    ("address", "articles"),
    [
        ({"outlet": "The Wire"}, 1),
        ({"family": "Ukraine"}, 1),
        ({"measure": "Killed"}, 2),
        ({"bound": "At least"}, 1),
        ({"subject": "North Korea"}, 2),
        ({"words": "sent home"}, 1),
        ({"words": "Kharkiv"}, 0),
        ({"once": "true"}, 2),
    ],
)
def test_every_filter_opens_from_the_address(
    run: Callable[..., AppTest], two: Path, address: dict[str, str], articles: int
) -> None:
    page = run(two, **address)
    assert f"from {articles} article" in state(page)
    assert "Shown" in words(page)


def test_counts_beside_the_choices_follow_the_other_filters(run: Callable[..., AppTest], two: Path) -> None:
    before, after = run(two), run(two, outlet="The Wire")
    assert counts(before, "outlet") == counts(after, "outlet")
    assert counts(after, "measure") != counts(before, "measure")


def test_undo_takes_back_the_last_change_and_then_the_one_before(run: Callable[..., AppTest], two: Path) -> None:
    page = run(two)
    everything = state(page)
    page.text_input(key="words").set_value("home").run()
    narrowed = state(page)
    press(page, "Clear all")
    assert state(page) == everything != narrowed
    assert state(press(page, "Undo")) == narrowed
    assert state(press(page, "Undo")) == everything


def test_what_the_address_asks_for_and_is_not_here_is_named_until_a_filter_changes(
    run: Callable[..., AppTest], two: Path
) -> None:
    page = run(two, outlet="The Gazette", family="Ukraine", **{"from": "yesterday"})
    assert "The Gazette" in page.info[0].value
    assert "yesterday" in page.info[0].value
    assert "from 1 article," in state(page)
    press(page, "Clear all")
    assert not page.info


def test_a_view_with_a_name_says_it(run: Callable[..., AppTest], two: Path) -> None:
    page = run(two, view="Losses by April")
    assert page.session_state["view"] == "Losses by April"
    assert "Losses by April" in words(page)
