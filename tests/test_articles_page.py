"""The page Articles: the list, one article read whole, and what the analyst sets about it."""

from __future__ import annotations

import datetime as dt
import html as entities
import json
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from components import articles, parsing
from components.articles.stated import NAME, read_stated
from components.lexicon import Lexicon
from components.views import desk, reading

FIRST, SECOND = "000_7bbad1f8c76d2e4e", "002_5f822b2973527480"
OURS = re.compile(r"<(style|small)>.*?</\1>", re.DOTALL)


@pytest.fixture
def read(run: Callable[..., AppTest], tmp_path: Path, seeds: Path) -> Callable[..., AppTest]:
    """The page Articles of a copy of the seeds, at an address."""
    shutil.copytree(seeds, tmp_path, dirs_exist_ok=True)
    return partial(run, tmp_path, "articles")


def lines(page: AppTest, kind: str) -> list[str]:
    return [button.label for button in page.button if str(button.key).startswith(f"line {kind}")]


def press(page: AppTest, label: str) -> None:
    next(button for button in page.button if label in button.label).click().run()
    assert not page.exception


def passages(page: AppTest) -> list[str]:
    return [html.proto.body for html in page.get("html") if html.proto.body.startswith('<div class="evidence">')]


def text(passages: list[str]) -> str:
    return "".join(entities.unescape(re.sub(r"<[^>]*>", "", OURS.sub("", passage))) for passage in passages)


def said(page: AppTest) -> str:
    return " ".join(one.value for one in (*page.markdown, *page.caption, *page.warning)).replace("\\", "")


def test_the_list_names_each_article_with_its_day_and_what_was_read_in_it(read: Callable[..., AppTest]) -> None:
    first, second = (line.replace("\\", "") for line in lines(read(), "article"))
    assert "North Korea sends at least 3,000 more troops" in first
    assert "Outlet not stated, printed 27 Mar 2025 (from the text); " in first
    assert re.search(r"\d+ claims, no leftovers", first)
    assert "printed 27 Mar 2025 (set by the analyst)" in second
    assert re.search(r"\d+ claims, \d+ leftovers", second)


def test_the_list_tells_how_many_claims_the_filters_find(read: Callable[..., AppTest]) -> None:
    assert any("1 of " in line and "found by the filters" in line for line in lines(read(source="TASS"), "article"))


def test_words_narrow_the_list(read: Callable[..., AppTest]) -> None:
    page = read()
    page.text_input(key="titled").set_value("ALLIANCE deepens").run()
    assert len(lines(page, "article")) == 1
    page.text_input(key="titled").set_value("nothing of the kind").run()
    assert "Clear them to see all articles" in said(page)


def test_an_article_is_opened_by_its_line_and_its_name_stands_in_the_address(read: Callable[..., AppTest]) -> None:
    page = read()
    press(page, "alliance deepens")
    assert page.query_params["article"] == FIRST
    assert "alliance deepens" in page.header[0].value
    press(page, "All articles")
    assert "article" not in page.query_params
    assert len(lines(page, "article")) == 2


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_an_address_opens_its_article_with_its_whole_text(read: Callable[..., AppTest], seeds: Path, name: str) -> None:
    assert text(passages(read(article=name))) == (seeds / f"{name}.txt").read_bytes().decode()


def test_an_unknown_article_is_said_plainly_and_the_list_is_shown(read: Callable[..., AppTest]) -> None:
    page = read(article="nobody")
    assert "not among these articles" in page.warning[0].value
    assert len(lines(page, "article")) == 2


def test_every_kind_of_mention_is_lit_and_page_furniture_is_grey(read: Callable[..., AppTest]) -> None:
    shown = "".join(passages(read(article=FIRST)))
    assert {"number", "date", "source", "cue", "event", "leftover", "sentence"} <= set(
        re.findall(r'<mark class="([a-z]+)"', shown)
    )
    assert 'class="furniture">Home »' in shown
    assert 'title="who: South Korea&#x27;s JCS"' in shown
    assert 'title="number: at least 3,000"' in shown
    assert "Counts neither people nor materiel: counts nations" in shown


def test_each_claim_stands_once_in_the_margin_with_source_and_days(read: Callable[..., AppTest], seeds: Path) -> None:
    page = read(article=FIRST)
    claims = desk.load(seeds).claims
    notes = lines(page, "note")
    assert len(notes) == claims["article_id"].eq(FIRST).sum()
    assert any("about 400 killed" in note and "Ukrainian intelligence through lawmaker" in note for note in notes)
    assert [int(re.match(r":gray\[(\d+)\]", note)[1]) for note in notes] == list(range(1, len(notes) + 1))  # type: ignore[index]


def test_a_note_opens_the_evidence_of_its_claim_and_lights_its_sentence(read: Callable[..., AppTest]) -> None:
    page = read(article=FIRST)
    press(page, "about 400 killed")
    assert 'class="picked"' in "".join(passages(page))
    assert page.query_params["article"] == FIRST
    assert len(page.query_params["claim"]) == 16
    assert "Ukrainian intelligence, through lawmaker Yoo Yong-won, printed on 27 Mar 2025" in said(page)


def test_claims_that_the_filters_set_aside_stay_in_the_margin_and_say_so(read: Callable[..., AppTest]) -> None:
    notes = lines(read(article=FIRST, source="TASS"), "note")
    assert 0 < sum("set aside by the filters" not in note for note in notes) < len(notes)


def test_what_is_read_anew_for_the_screen_is_what_the_desk_was_read_from(seeds: Path, words: Lexicon) -> None:
    for article in desk.load(seeds).articles.values():
        anew = parsing.read(article, words)
        claims = desk.load(seeds).claims
        assert {claim.id for claim in anew.claims} == set(claims["claim_id"][claims["article_id"].eq(article.id)])
        assert len(reading.mentions(article, words)) > 50


def test_a_long_article_is_read_in_parts(read: Callable[..., AppTest], tmp_path: Path) -> None:
    body = "Nothing happened there on that day.\n" * 4_000 + "North Korea sent 900 soldiers to Russia, Kyiv said.\n"
    (tmp_path / "long.txt").write_text(body, encoding="utf-8")
    page = read(article="long")
    assert "is shown in 3 parts" in said(page)
    assert lines(page, "note") == []
    claims = desk.load(tmp_path).claims
    (claim,) = claims["claim_id"][claims["article_id"].eq("long")]
    assert len(lines(read(article="long", claim=claim), "note")) == 1


def test_an_article_of_markup_is_shown_as_text(read: Callable[..., AppTest], tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script> <b onclick="x()">Kyiv</b> said on 4 May 2025 that 900 soldiers came to Russia.'
    row = {"id": 'a"b&c=d', "text": hostile, "title": "<i>*T*</i> :red[x]", "outlet": "](javascript:x)"}
    (tmp_path / "more.jsonl").write_text(json.dumps(row), encoding="utf-8")
    page = read(article='a"b&c=d')
    shown = "".join(passages(page))
    assert "<script" not in shown
    assert text(passages(page)) == hostile
    assert page.header[0].value == r"\<i\>\*T\*\</i\> \:red\[x\]"


def state(page: AppTest, outlet: str, day: dt.date | None, reason: str) -> None:
    page.text_input[-2].set_value(outlet)
    page.date_input[-1].set_value(day)
    page.text_input[-1].set_value(reason)
    press(page, "Save")


def test_outlet_and_day_are_set_and_the_article_is_read_with_them(read: Callable[..., AppTest], tmp_path: Path) -> None:
    page = read(article=FIRST)
    state(page, "Newsmax", dt.date(2025, 3, 28), "the masthead")
    assert "Newsmax, printed 28 Mar 2025 (set by the analyst)" in said(page)
    assert (
        "Set by the analyst: the outlet is Newsmax (otherwise: not stated) and it was printed on 28 Mar 2025 "
        "(otherwise: 27 Mar 2025). Reason: the masthead"
    ) in said(page)
    assert set(desk.load(tmp_path).claims.query("article_id == @FIRST")["outlet"]) == {"Newsmax"}
    assert read(article=FIRST).header[0].value


def test_an_outlet_alone_leaves_the_day_as_it_is(read: Callable[..., AppTest], tmp_path: Path) -> None:
    page = read(article=SECOND)
    state(page, "Newsmax", None, "")
    assert "Newsmax, printed 27 Mar 2025 (from the text)" in said(page)
    assert read_stated(tmp_path).entries[SECOND].published is None


def test_what_was_set_is_taken_back(read: Callable[..., AppTest], tmp_path: Path) -> None:
    page = read(article=FIRST)
    state(page, "Newsmax", None, "")
    press(page, "Take it back")
    assert "Set by the analyst" not in said(page)
    assert "Outlet not stated" in said(page)
    assert not (tmp_path / NAME).exists()


def test_what_cannot_be_saved_is_said_and_stays_in_the_form(read: Callable[..., AppTest], tmp_path: Path) -> None:
    page = read(article=FIRST)
    (tmp_path / NAME).mkdir()
    state(page, "Newsmax", None, "why not")
    assert "Nothing was saved" in page.warning[-1].value
    assert page.text_input[-2].value == "Newsmax"
    assert page.text_input[-1].value == "why not"


def test_a_fault_in_the_file_is_named_on_the_page(read: Callable[..., AppTest], tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("[[article]\n", encoding="utf-8")
    assert any("stated" in warning.value for warning in read().warning)


def test_articles_of_the_command_line_have_what_was_set_too(tmp_path: Path, seeds: Path, words: Lexicon) -> None:
    shutil.copytree(seeds, tmp_path, dirs_exist_ok=True)
    articles.state(tmp_path, FIRST, articles.Stated("Newsmax"))
    assert {one.id: one.outlet for one in articles.load([tmp_path], words).articles}[FIRST] == "Newsmax"


def test_the_order_of_the_statements_is_not_the_order_of_the_articles(run: Callable[..., AppTest]) -> None:
    page = run(path="statements", order="Newest first")
    page._page_hash = calc_hash("articles")
    page.run()
    assert not page.exception
    assert [box.value for box in page.selectbox] == ["Newest first"]
    assert len(lines(page, "article")) == 2
