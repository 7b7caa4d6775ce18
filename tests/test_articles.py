"""Files and folders become articles; every fault names its file and its cure, and the rest is read."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from components import articles
from components.articles import Loaded
from components.lexicon import Lexicon

SENTENCE = "The pier was quiet."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pier.txt").write_text(SENTENCE, encoding="utf-8")
    return tmp_path


def listed(folder: Path, *lines: str) -> None:
    (folder / "articles.toml").write_text("\n".join(("[[article]]", 'file = "pier.txt"', *lines)), encoding="utf-8")


def faults(loaded: Loaded) -> list[str]:
    return [str(fault) for fault in loaded.faults]


def test_the_seeds_are_two_articles_with_the_days_that_the_analyst_states(seeds: Path, words: Lexicon) -> None:
    loaded = articles.load([seeds], words)
    first, second = loaded.articles
    assert loaded.faults == ()
    assert (first.published, first.published_basis) == (dt.date(2025, 3, 27), "analyst")
    assert (second.published, second.published_basis) == (dt.date(2025, 3, 27), "text")
    assert first.title == "North Korea sends more troops to Russia as security alliance deepens"
    assert (first.outlet, second.outlet) == (None, None)
    assert first.text == (seeds / f"{first.id}.txt").read_bytes().decode("utf-8")


def test_a_file_of_a_folder_is_read_as_within_its_folder(seeds: Path, words: Lexicon) -> None:
    together = articles.load([seeds], words).articles
    assert articles.load(sorted(seeds.glob("*.txt")), words).articles == together


def test_an_article_without_an_entry_is_read_without_title_outlet_and_day(folder: Path, words: Lexicon) -> None:
    loaded = articles.load([folder], words)
    (article,) = loaded.articles
    assert (article.id, article.text, article.lang) == ("pier", SENTENCE, "en")
    assert (article.title, article.outlet, article.published, article.published_basis) == (None, None, None, None)
    assert loaded.faults == ()


def test_a_third_article_is_a_file_and_four_lines(folder: Path, words: Lexicon) -> None:
    listed(folder, 'title = "A quiet pier"', "published = 2025-02-04")
    (article,) = articles.load([folder], words).articles
    assert (article.title, article.published) == ("A quiet pier", dt.date(2025, 2, 4))
    assert article.published_basis == "analyst"


@pytest.mark.parametrize("text", ["one\r\ntwo\r\n", "one\rtwo", " \tone \n\n", "Seoul said “no” — 병력\u2028two"])
def test_every_character_of_a_file_is_kept(folder: Path, words: Lexicon, text: str) -> None:
    (folder / "pier.txt").write_bytes(text.encode())
    assert articles.load([folder], words).articles[0].text == text


def test_a_byte_order_mark_is_no_character(folder: Path, words: Lexicon) -> None:
    (folder / "pier.txt").write_bytes(b"\xef\xbb\xbf" + SENTENCE.encode())
    assert articles.load([folder], words).articles[0].text == SENTENCE


def test_a_line_of_json_lines_is_an_article(tmp_path: Path, words: Lexicon) -> None:
    rows = [
        {
            "id": "a",
            "text": "One.\r\nTwo.",
            "title": "T",
            "outlet": "O",
            "published": "2025-02-04",
            "url": "u",
            "lang": "uk",
        },
        {"id": 7, "text": "Three.", "published": "2025-02-04T23:30:00-05:00", "outlet": "not stated", "colour": "red"},
        {"text": "Four."},
    ]
    path = tmp_path / "three.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    loaded = articles.load([path], words)
    first, second, third = loaded.articles
    assert loaded.faults == ()
    assert (first.id, first.text, first.title, first.outlet, first.url, first.lang) == (
        "a",
        "One.\r\nTwo.",
        "T",
        "O",
        "u",
        "uk",
    )
    assert (first.published, first.published_basis) == (dt.date(2025, 2, 4), "metadata")
    assert (second.id, second.published, second.outlet) == ("7", dt.date(2025, 2, 4), None)
    assert third.id == articles.load([path], words).articles[2].id != ""


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty.txt is empty; paste the article's text into it or remove it."),
        ("blank.txt", b" \n\n", "blank.txt is empty; paste the article's text into it or remove it."),
        (
            "old.txt",
            "Київ".encode("cp1251"),
            "old.txt is not text in UTF-8; open it in an editor and save it as plain text, encoding UTF-8.",
        ),
        ("scan.tiff", b"II*", "scan.tiff is in a format that is not read; save it as .txt or .jsonl."),
        ("empty.jsonl", b"", "empty.jsonl is empty; paste the article's text into it or remove it."),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_read(
    folder: Path, words: Lexicon, name: str, content: bytes, told: str
) -> None:
    (folder / name).write_bytes(content)
    loaded = articles.load([folder], words)
    assert faults(loaded) == [told]
    assert [article.id for article in loaded.articles] == ["pier"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", 'bad.jsonl, line 1, is not JSON; write one object a line, such as {"id": "a1", "text": "..."}.'),
        (
            "[" * 100_000,
            'bad.jsonl, line 1, is not JSON; write one object a line, such as {"id": "a1", "text": "..."}.',
        ),
        ("[1]", 'bad.jsonl, line 1, has no text; give the article\'s words under "text".'),
        ('{"text": ""}', 'bad.jsonl, line 1, has no text; give the article\'s words under "text".'),
        ('{"text": 5}', 'bad.jsonl, line 1, has no text; give the article\'s words under "text".'),
        ('{"text": "\\ud83d"}', "bad.jsonl, line 1, holds half a character; export the article again as UTF-8."),
    ],
    ids=["broken", "deep", "list", "empty", "number", "surrogate"],
)
def test_a_bad_line_is_named_by_its_number_and_the_next_is_read(
    tmp_path: Path, words: Lexicon, line: str, told: str
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f'{line}\n{{"id": "good", "text": "{SENTENCE}"}}\n', encoding="utf-8")
    loaded = articles.load([path], words)
    assert faults(loaded) == [told]
    assert [article.id for article in loaded.articles] == ["good"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (['title = "'], "articles.toml cannot be read"),
        (["published = 2025-02-30"], "articles.toml cannot be read"),
        (['colour = "red"'], "articles.toml, entry 1 (pier.txt) does not know 'colour'; it knows file, title, outlet"),
        (['published = "4 Feb"'], "articles.toml, entry 1 (pier.txt) has '4 Feb' as its day of printing; write year"),
        (["title = 5"], "articles.toml, entry 1 (pier.txt) has a title that is not text; write it between"),
        (
            ["published = 2025-02-04", 'published_basis = "rumour"'],
            "articles.toml, entry 1 (pier.txt) has 'rumour' as its published_basis; choose one of metadata, dateline",
        ),
        (["[[article]]", 'title = "B"'], "articles.toml, entry 2 names no file; add a line such as file"),
        (
            ["[[article]]", 'file = "gone.txt"'],
            "articles.toml, entry 2 (gone.txt) names a file that is not in the folder",
        ),
        (
            ["[[article]]", 'file = "pier.txt"'],
            "articles.toml, entry 2 (pier.txt) names a file that an entry above names",
        ),
        (["[articles]"], "articles.toml does not know 'articles'; begin each entry with [[article]]."),
    ],
)
def test_a_fault_in_the_listing_is_told_and_the_article_is_still_read(
    folder: Path, words: Lexicon, lines: list[str], told: str
) -> None:
    listed(folder, *lines)
    loaded = articles.load([folder], words)
    assert len(loaded.faults) == 1
    assert faults(loaded)[0].startswith(told)
    assert [article.text for article in loaded.articles] == [SENTENCE]


def test_a_bad_value_costs_only_itself(folder: Path, words: Lexicon) -> None:
    listed(folder, 'title = "A quiet pier"', 'published = "soon"')
    (article,) = articles.load([folder], words).articles
    assert (article.title, article.published, article.published_basis) == ("A quiet pier", None, None)


def test_a_missing_path_and_an_empty_folder_are_told(tmp_path: Path, words: Lexicon) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    loaded = articles.load([tmp_path / "gone.txt", empty], words)
    assert loaded.articles == ()
    assert faults(loaded) == [
        f"{tmp_path / 'gone.txt'} is not there; check the name.",
        f"{empty} holds no article; put a file into it that ends in .txt or .jsonl.",
    ]


def test_hidden_files_are_not_read(folder: Path, words: Lexicon) -> None:
    before = articles.load([folder], words)
    (folder / ".hidden.txt").write_text("x", encoding="utf-8")
    assert articles.load([folder], words) == before


def test_of_two_articles_with_one_name_the_first_is_read(folder: Path, words: Lexicon) -> None:
    path = folder / "second.jsonl"
    path.write_text('{"id": "pier", "text": "Another pier."}', encoding="utf-8")
    loaded = articles.load([folder], words)
    assert [article.text for article in loaded.articles] == [SENTENCE]
    assert faults(loaded) == [
        "'pier' is the name of two articles; rename one of them; until then only the first is read."
    ]
