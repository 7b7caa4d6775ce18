"""The pages Sources and Statements: what they show at an address, and that every line opens its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

JCS, KYIV = "South Korea's JCS", "Ukrainian intelligence"
TWO = (
    '{"id": "first", "published": "2025-01-13", "outlet": "Alpha", "title": "One", '
    '"text": "South Korea\'s spy agency said on Monday that about 640 North Korean soldiers were killed in Kursk."}\n'
    '{"id": "later", "published": "2025-01-16", "outlet": "Beta", "title": "Two", '
    '"text": "Ukraine\'s military intelligence said Thursday that 310 North Korean soldiers were killed in Kursk."}\n'
    '{"id": "last", "published": "2025-04-30", "outlet": "Beta", "title": "Three", '
    '"text": "South Korea\'s spy agency said Wednesday that about 300 North Korean soldiers were killed in Kursk."}\n'
)


@pytest.fixture
def run(run: Callable[..., AppTest]) -> Callable[..., AppTest]:
    """The page Sources, where no other is named."""
    return partial(run, path="sources")


@pytest.fixture
def disputed(tmp_path: Path) -> Path:
    (tmp_path / "news.jsonl").write_text(TWO, encoding="utf-8")
    return tmp_path


def lines(page: AppTest, part: str = "line") -> list[str]:
    return [button.label for button in page.button if str(button.key).startswith(part)]


def heads(page: AppTest) -> list[str]:
    htmls = [html.proto.body for html in page.get("html")]
    return [body.split('alt="">')[1].split(" <span>")[0] for body in htmls if 'class="body"' in body]


def words(page: AppTest) -> str:
    return " ".join(element.value for element in (*page.caption, *page.markdown))


def test_the_first_three_stand_side_by_side_with_what_each_says_or_relays(run: Callable[..., AppTest]) -> None:
    page = run()
    assert heads(page) == ["South Korea&#x27;s JCS", KYIV, "TASS"]
    said = lines(page, "line side")
    assert any("about 11,000 troops" in line and "through Yonhap" in line for line in said)
    assert any("relays Russian government" in line for line in said)
    assert [html.proto.body for html in page.get("html")].count('<p class="silent">silent</p>') > 5


def test_the_sources_of_the_filter_are_the_columns_and_those_chosen_here_outrank_them(
    run: Callable[..., AppTest],
) -> None:
    assert heads(run(source=JCS)) == ["South Korea&#x27;s JCS"]
    page = run(source=JCS, beside=KYIV)
    assert heads(page) == [KYIV]
    assert page.session_state["beside"] == ["ua-intel"]


def test_a_line_of_the_columns_opens_its_words(run: Callable[..., AppTest]) -> None:
    page = run()
    next(button for button in page.button if "about 400 killed" in button.label).click().run()
    assert any('class="evidence"' in html.proto.body for html in page.get("html"))


def test_a_support_is_told_with_its_test(run: Callable[..., AppTest]) -> None:
    assert any("is supported by Ukrainian intelligence" in line for line in lines(run(), "line figures"))


def test_two_numbers_that_cannot_both_hold_are_listed_and_open_the_words_of_both(
    run: Callable[..., AppTest], disputed: Path
) -> None:
    page = run(disputed)
    (line,) = lines(page, "line contradiction")
    assert "the numbers cannot both hold, 3 days apart" in line
    next(button for button in page.button if button.label == line).click().run()
    claim = next(box for box in page.selectbox if "claims behind this mark" in box.label)
    assert len(claim.options) == 2


def test_without_contradictions_the_page_says_so(run: Callable[..., AppTest]) -> None:
    assert "No two governments' figures contradict" in words(run())


def test_the_matrix_names_months_and_days_and_says_each_position_in_words(
    run: Callable[..., AppTest], disputed: Path
) -> None:
    bodies = [html.proto.body for html in run(disputed).get("html")]
    assert '<h3 class="topic">Jan 2025</h3>' in bodies
    row = next(body for body in bodies if "positions" in body and "contradicts" in body)
    assert "×" in row


def test_the_network_is_drawn_with_its_table_and_its_pictures(run: Callable[..., AppTest]) -> None:
    page = run(state={"network as a table": True})
    assert len(page.get("plotly_chart")) == 1
    assert "From" in page.table[0].value.columns
    assert "said again in the same article" in words(page)


def test_one_source_in_detail_flags_a_fall_in_words(run: Callable[..., AppTest], disputed: Path) -> None:
    page = run(disputed, profile="South Korea's NIS")
    assert "1 fall" in words(page)
    assert any(
        "a fall: about 300 after about 640; flagged, not corrected" in line.replace("\\", "")
        for line in lines(page, "line step")
    )
    assert any("Three" in line for line in lines(page, "line article"))


def test_without_a_chosen_source_the_page_says_what_to_do(run: Callable[..., AppTest]) -> None:
    assert "Choose a source to read" in words(run())


def test_a_period_in_which_nothing_happened_says_what_to_do_in_every_part(run: Callable[..., AppTest]) -> None:
    page = run(**{"from": "1990-01-01", "to": "1990-12-31"})
    assert words(page).count("lear one of them") + words(page).count("clear a filter") >= 3
    assert page.get("plotly_chart") == []


def test_the_statements_come_in_the_order_of_the_address(run: Callable[..., AppTest], disputed: Path) -> None:
    page = run(disputed, path="statements", order="Newest first")
    assert page.session_state["order"] == "newest"
    assert [line.split()[1] for line in lines(page, "line statement")] == ["300", "killed", "640"]


def test_a_statement_says_why_its_claims_are_one(run: Callable[..., AppTest]) -> None:
    told = words(run(path="statements"))
    assert "Taken as one statement: South Korea's JCS, said on 27 Mar 2025, in 2 texts" in told.replace("\\", "")


def test_only_statements_with_changes_can_be_asked_for(run: Callable[..., AppTest], disputed: Path) -> None:
    assert "No statement that a relay changed" in words(run(disputed, path="statements", changed="true"))


def test_more_statements_are_shown_when_asked_for(run: Callable[..., AppTest], tmp_path: Path) -> None:
    line = '{{"id": "{0}{1}", "published": "2025-{1:02}-13", "outlet": "Alpha", "text": "{2} in Kursk."}}'
    seoul = "South Korea's spy agency said that about {}10 North Korean soldiers were killed"
    kyiv = "Ukraine's military intelligence said that {}300 North Korean soldiers were wounded"
    told = [line.format(name, n, said.format(n)) for name, said in (("a", seoul), ("b", kyiv)) for n in range(1, 10)]
    (tmp_path / "news.jsonl").write_text("\n".join(told) + "\n", encoding="utf-8")
    page = run(tmp_path, path="statements")
    assert "12 of 18 statements" in words(page)
    next(button for button in page.button if button.label == "Show 6 more").click().run()
    assert "18 of 18 statements" in words(page)
    assert not any(button.label.startswith("Show") for button in page.button)
