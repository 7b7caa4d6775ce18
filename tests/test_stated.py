"""What the analyst sets about an article: kept in a file beside the articles, holding over what else is stated."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import articles
from components.articles import Stated, state
from components.articles.stated import NAME, read_stated
from components.lexicon import Lexicon
from components.model import Article
from components.views import desk

PRINTED = dt.date(2025, 3, 28)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pier.txt").write_text("The pier was quiet.", encoding="utf-8")
    row = {"id": "harbour 1", "text": "The harbour was loud.", "outlet": "Harbour News", "published": "2025-02-01"}
    (tmp_path / "more.jsonl").write_text(json.dumps(row), encoding="utf-8")
    return tmp_path


def loaded(folder: Path, words: Lexicon) -> dict[str, Article]:
    return {article.id: article for article in articles.load([folder], words).articles}


def faults(folder: Path, words: Lexicon) -> list[str]:
    return [str(fault) for fault in articles.load([folder], words).faults]


def test_what_is_set_holds_over_the_file_and_over_the_listing(folder: Path, words: Lexicon) -> None:
    (folder / "articles.toml").write_text('[[article]]\nfile = "pier.txt"\noutlet = "Pier Post"\n', encoding="utf-8")
    assert state(folder, "pier", Stated("The Quay", PRINTED, "masthead in the picture")) == ""
    assert state(folder, "harbour 1", Stated("The Mole")) == ""
    found = loaded(folder, words)
    assert (found["pier"].outlet, found["pier"].published, found["pier"].published_basis) == (
        "The Quay",
        PRINTED,
        "analyst",
    )
    assert (found["harbour 1"].outlet, found["harbour 1"].published_basis) == ("The Mole", "metadata")
    assert faults(folder, words) == []


def test_what_was_there_before_is_told_beside_it(folder: Path, words: Lexicon) -> None:
    state(folder, "harbour 1", Stated("The Mole", PRINTED, "seen in print"))
    told = articles.load([folder], words).restated
    assert list(told) == ["harbour 1"]
    assert told["harbour 1"].before.outlet == "Harbour News"
    assert told["harbour 1"].stated.reason == "seen in print"


def test_not_stated_takes_an_outlet_away(folder: Path, words: Lexicon) -> None:
    state(folder, "harbour 1", Stated("not stated"))
    assert loaded(folder, words)["harbour 1"].outlet is None


def test_what_is_taken_back_is_as_before_and_the_rest_stays(folder: Path, words: Lexicon) -> None:
    before = loaded(folder, words)
    state(folder, "pier", Stated("The Quay"))
    state(folder, "harbour 1", Stated("The Mole"))
    assert state(folder, "pier", None) == ""
    assert loaded(folder, words)["harbour 1"].outlet == "The Mole"
    assert state(folder, "harbour 1", None) == ""
    assert loaded(folder, words) == before
    assert not (folder / NAME).exists()


def test_a_file_of_the_folder_read_alone_has_what_was_set_too(folder: Path, words: Lexicon) -> None:
    state(folder, "pier", Stated("The Quay"))
    (article,) = articles.load([folder / "pier.txt"], words).articles
    assert article.outlet == "The Quay"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[article]\n", "cannot be read"),
        ("[article]\n", "begin each entry with [[article]]"),
        ('[[article]]\noutlet = "A"\n', "entry 1 names no article"),
        ('[[article]]\nid = "pier"\noutlet = 3\n', "entry 1 (pier) has a outlet that is not text"),
        ('[[article]]\nid = "pier"\npublished = "soon"\n', "'soon' as its day of printing"),
        ('[[article]]\nid = "pier"\nreason = 3\n', "a reason that is not text"),
        ('[[article]]\nid = "pier"\ncolour = "red"\n', "does not know 'colour'"),
        ('[[article]]\nid = "pier"\n[[article]]\nid = "pier"\n', "names an article that an entry above names"),
        ('[[article]]\nid = "gone"\noutlet = "A"\n', "names an article that is not in the folder"),
    ],
)
def test_a_fault_is_named_and_every_article_is_read(folder: Path, words: Lexicon, content: str, said: str) -> None:
    (folder / NAME).write_text(content, encoding="utf-8")
    (fault,) = faults(folder, words)
    assert NAME in fault
    assert said in fault
    assert len(loaded(folder, words)) == 2


def test_a_file_with_a_fault_is_left_as_it_is(folder: Path) -> None:
    (folder / NAME).write_text("[[article]\n", encoding="utf-8")
    assert "cannot be read" in state(folder, "pier", Stated("The Quay"))
    assert (folder / NAME).read_text(encoding="utf-8") == "[[article]\n"


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(folder: Path, tmp_path: Path) -> None:
    said = state(tmp_path / "nowhere", "pier", Stated("The Quay"))
    assert said.startswith("Nothing was saved: the folder ")
    assert said.count(". ") == 0


def test_nothing_lies_about_when_the_file_cannot_be_replaced(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir())
    (folder / NAME).mkdir()
    assert state(folder, "pier", Stated("The Quay")).startswith("Nothing was saved")
    assert sorted(path.name for path in folder.iterdir() if path.name != NAME) == names


def test_half_a_character_is_refused_in_words(folder: Path) -> None:
    assert "half a character" in state(folder, "pier", Stated("\ud800"))


@given(
    st.dictionaries(st.text(max_size=12), st.tuples(st.text(min_size=1, max_size=12), st.dates(), st.text(max_size=20)))
)
def test_every_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, said: dict[str, tuple[str, dt.date, str]]
) -> None:
    folder = tmp_path_factory.mktemp("stated")
    for name, (outlet, day, reason) in said.items():
        assert state(folder, name, Stated(outlet, day, reason)) == ""
    assert read_stated(folder).entries == {name: Stated(*rest) for name, rest in said.items()}
    assert read_stated(folder).faults == ()


def test_the_file_is_plain_toml_that_a_person_can_mend(folder: Path) -> None:
    state(folder, "pier", Stated('The "Quay"', PRINTED))
    rows = tomllib.loads((folder / NAME).read_text(encoding="utf-8"))
    assert rows == {"article": [{"id": "pier", "outlet": 'The "Quay"', "published": PRINTED}]}


def test_the_desk_is_read_anew_when_something_was_set(folder: Path) -> None:
    assert desk.load(folder).articles["pier"].outlet is None
    state(folder, "pier", Stated("The Quay"))
    held = desk.load(folder)
    assert held.articles["pier"].outlet == "The Quay"
    assert held.restated["pier"].stated == Stated("The Quay")
