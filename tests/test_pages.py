"""The first page's logic: whole, filtered by its address, without articles, and with files that cannot be read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from components.views.reasons import LEFT

JCS = "South Korea's JCS"


def headings(page: AppTest) -> list[str]:
    return [heading.value for heading in page.header]


def bodies(page: AppTest) -> list[str]:
    return [
        html.proto.body.split('alt="">')[1].split(" <span>")[0]
        for html in page.get("html")
        if 'class="body"' in html.proto.body
    ]


def lines(page: AppTest) -> list[str]:
    return [button.label for button in page.button if str(button.key).startswith("line")]


def words(page: AppTest) -> str:
    return " ".join(element.value for element in (*page.caption, *page.markdown, *page.info, *page.warning))


def test_the_page_shows_the_three_views(run: Callable[..., AppTest]) -> None:
    page = run()
    assert page.title[0].value == "Dispatches"
    assert headings(page) == [
        "Latest figures, source by source",
        "Timeline",
        "North Korean troops",
        "North Korean casualties",
        "Who says so",
    ]
    assert len(page.get("plotly_chart")) == 3
    assert len(lines(page)) > 5
    assert page.session_state["source"] == []


def test_the_first_pills_are_the_joint_chiefs_ukrainian_intelligence_and_tass(run: Callable[..., AppTest]) -> None:
    assert run().get("button_group")[0].options[:3] == [
        JCS,
        "Ukrainian intelligence",
        "TASS",
    ]


def test_an_address_opens_its_view(run: Callable[..., AppTest]) -> None:
    page = run(source="TASS")
    assert page.session_state["source"] == ["tass"]
    assert bodies(page) == ["TASS"]
    assert all("Relays" in line for line in lines(page))


def test_an_address_with_a_strange_source_opens_the_whole_page(run: Callable[..., AppTest]) -> None:
    page = run(source="Nobody at all")
    assert page.session_state["source"] == []
    assert len(bodies(page)) > 1


def test_a_type_and_a_period_in_the_address_narrow_the_page(run: Callable[..., AppTest]) -> None:
    page = run(event="Agreement", **{"from": "2024-01-01", "to": "2024-12-31"})
    assert lines(page)
    assert all(line.startswith("Agreement") for line in lines(page))


def test_a_period_in_which_nothing_happened_says_what_to_do(run: Callable[..., AppTest]) -> None:
    page = run(**{"from": "1990-01-01", "to": "1990-12-31"})
    assert page.get("plotly_chart") == []
    assert "Widen the period or clear a filter" in words(page)


def test_a_period_that_ends_before_it_begins_is_named(run: Callable[..., AppTest]) -> None:
    assert "ends before it begins" in words(run(**{"from": "2025-03-01", "to": "2025-02-01"}))


def test_clear_all_clears_every_filter(run: Callable[..., AppTest]) -> None:
    page = run(source=JCS, event="Deployment", **{"from": "2024-01-01"})
    everything = run()
    next(button for button in page.button if button.label == "Clear all").click().run()
    assert lines(page) == lines(everything)
    assert "from" not in page.query_params


def test_picking_a_line_opens_its_words_and_close_shuts_them(run: Callable[..., AppTest]) -> None:
    page = run(source="Ukrainian intelligence")
    next(button for button in page.button if "about 400" in button.label).click().run()
    evidence = next(html.proto.body for html in page.get("html") if 'class="evidence"' in html.proto.body)
    assert "around 400" in evidence
    assert "lawmaker Yoo Yong\\-won" in words(page)
    next(button for button in page.button if button.label == "Close").click().run()
    assert not any('class="evidence"' in html.proto.body for html in page.get("html"))


def test_leftovers_are_one_click_away_with_their_reason(run: Callable[..., AppTest]) -> None:
    page = run(path="leftovers")
    assert headings(page) == ["Leftovers"]
    left = [html.proto.body for html in page.get("html") if 'title="Counts' in html.proto.body]
    assert left
    assert page.subheader[0].value in [f"{said} ({len(left)})" for said in LEFT.values()]
    assert f"{len(left)} numbers and speakers" in words(page)


def test_the_kharkiv_wounded_are_on_no_casualty_chart(run: Callable[..., AppTest]) -> None:
    page = run(state={"casualties as a table": True})
    assert "about 400" in page.table[0].value["Figure"].tolist()
    assert not page.table[0].value["Figure"].str.contains("at least 9").any()


def test_a_table_is_sent_when_it_is_opened(run: Callable[..., AppTest]) -> None:
    assert len(run().table) == 0
    assert len(run(state={"troops as a table": True}).table) == 1


def test_an_empty_folder_says_what_to_do(run: Callable[..., AppTest], tmp_path: Path) -> None:
    page = run(tmp_path)
    assert page.get("plotly_chart") == []
    assert "no article to read" in page.info[0].value
    assert "load this page again" in page.info[0].value


def test_a_folder_that_is_not_there_says_what_to_do(run: Callable[..., AppTest], tmp_path: Path) -> None:
    page = run(tmp_path / "nowhere")
    assert "check the name" in words(page)


def test_files_that_cannot_be_read_are_named_and_the_rest_goes_on(
    run: Callable[..., AppTest], seeds: Path, tmp_path: Path
) -> None:
    shutil.copytree(seeds, tmp_path, dirs_exist_ok=True)
    (tmp_path / "hollow.txt").write_text("")
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\x00\x01\x80")
    page = run(tmp_path)
    assert any("hollow" in fault.value for fault in page.warning)
    assert any("broken" in fault.value for fault in page.warning)
    assert len(page.get("plotly_chart")) == 3


def test_a_broken_listing_is_named_and_its_articles_are_read_all_the_same(
    run: Callable[..., AppTest], seeds: Path, tmp_path: Path
) -> None:
    shutil.copytree(seeds, tmp_path, dirs_exist_ok=True)
    (tmp_path / "articles.toml").write_text("[[article]\n")
    page = run(tmp_path)
    assert any("articles" in fault.value for fault in page.warning)
    assert len(lines(page)) > 5


def test_a_new_article_is_read_without_a_new_start(run: Callable[..., AppTest], seeds: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds, tmp_path, dirs_exist_ok=True)
    before = run(tmp_path).caption[0].value
    (tmp_path / "later.txt").write_text(
        "North Korea has sent 1,700 soldiers to Russia, the Pentagon said on 3 April 2025.\n"
    )
    assert before.split(";")[0] != run(tmp_path).caption[0].value.split(";")[0]


def test_a_day_of_printing_that_only_the_text_gives_is_told_with_where_it_comes_from(
    run: Callable[..., AppTest], tmp_path: Path
) -> None:
    (tmp_path / "piece.txt").write_text(
        "SEOUL, April 3, 2025 (Wire) -- North Korea has sent 1,700 soldiers to Russia, the Pentagon said.\n"
    )
    page = run(tmp_path)
    next(button for button in page.button if "1,700" in button.label).click().run()
    assert "3 Apr 2025 \\(from the dateline\\)" in words(page)
