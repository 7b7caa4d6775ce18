"""The language of an article is that which is stated, else that of its words; what is not English is named."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from components import articles
from components.__main__ import main
from components.articles import languages
from components.lexicon import Lexicon
from components.model import Article
from tests.test_formats import PAGE, web_archive

GERMAN = "Der Geheimdienst teilte am Montag mit, dass rund 300 nordkoreanische Soldaten bei Kursk getötet worden seien."
KOREAN = "국가정보원은 월요일 쿠르스크에서 북한군 약 300명이 사망했다고 밝혔다."
ENGLISH = "The spy agency said on Monday that about 300 North Korean soldiers had been killed in the region of Kursk."


@pytest.mark.parametrize(
    ("text", "lang", "basis"),
    [
        pytest.param(ENGLISH, "en", "detected", id="plain English"),
        pytest.param("North Korea sent 300 soldiers", "en", None, id="too few words to tell"),
        pytest.param(GERMAN, "de", "detected", id="German"),
        pytest.param(KOREAN, "ko", "detected", id="Korean"),
    ],
)
def test_the_words_tell_the_language_where_nobody_states_it(text: str, lang: str, basis: str | None) -> None:
    found = languages.detected(Article("a", text))
    assert (found.lang, found.lang_basis) == (lang, basis)


def test_a_stated_language_stands(words: Lexicon) -> None:
    page = PAGE.replace('lang="en"', 'lang="ko"')
    (found,) = articles.read_bytes("a.html", page.encode(), words).articles
    assert (found.lang, found.lang_basis) == ("ko", "stated")
    (told,) = articles.read_bytes("b.html", PAGE.replace(' lang="en"', "").encode(), words).articles
    assert (told.lang, told.lang_basis) == ("en", "detected")


def test_what_the_listing_states_holds_over_the_page(tmp_path: Path, words: Lexicon) -> None:
    (tmp_path / "a.html").write_text(PAGE.replace('lang="en"', 'lang="ko"'))
    (tmp_path / "articles.toml").write_text('[[article]]\nfile = "a.html"\nlang = "en"\n')
    (found,) = articles.load([tmp_path], words).articles
    assert (found.lang, found.lang_basis) == ("en", "stated")


def test_the_time_of_saving_is_kept_where_the_file_states_it(words: Lexicon) -> None:
    saved = dt.datetime(2025, 1, 14, 9, 30, tzinfo=dt.UTC)
    dated = b"Date: Tue, 14 Jan 2025 09:30:00 +0000\n" + web_archive()
    assert [one.retrieved for one in articles.read_bytes("a.mhtml", dated, words).articles] == [saved]
    assert [one.retrieved for one in articles.read_bytes("a.mhtml", web_archive(), words).articles] == [None]
    line = json.dumps({"text": ENGLISH, "retrieved": "2025-01-14T09:30:00+00:00"})
    assert [one.retrieved for one in articles.read_bytes("a.jsonl", line.encode(), words).articles] == [saved]


def test_a_time_that_is_none_is_named_and_the_article_is_read(words: Lexicon) -> None:
    line = json.dumps({"text": ENGLISH, "retrieved": "yesterday"})
    loaded = articles.read_bytes("a.jsonl", line.encode(), words)
    assert [one.retrieved for one in loaded.articles] == [None]
    assert "has 'yesterday' as the time of its retrieval" in str(loaded.faults[0])


def test_an_article_that_is_not_english_is_kept_and_named_as_unread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "quay.txt").write_text(GERMAN)
    store = str(tmp_path / "store.sqlite")
    assert main(["add", str(tmp_path / "quay.txt"), "--store", store]) == 0
    told = capsys.readouterr()
    assert told.out == "quay: stored\n"
    assert told.err == "quay is in German (told from its words); only English is read, so count it as unread.\n"
    assert main(["list", "--store", store, "--format", "jsonl"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert (listed["lang"], listed["lang_basis"], listed["retrieved"]) == ("de", "detected", None)
