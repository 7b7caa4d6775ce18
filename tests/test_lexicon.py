"""Every word of the word files is found where its example marks it, and none stands twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from components import lexicon
from components.articles import boilerplate
from components.lexicon import FOLDER, TABLES
from components.lexicon.entries import Entry, Person, Side, Source
from components.parsing import terms
from components.parsing.text import fold

TAGS = {
    "source": "s",
    "office": "o",
    "person": "p",
    "outlet": "r",
    "side": "d",
    "noun": "n",
    "unit": "u",
    "verb": "e",
    "cue": "c",
    "place": "l",
    "boilerplate": "b",
}
KINDS_OF = {"side": {"side", "adjective", "metonym"}}
WORDS = lexicon.load()
ENTRIES = [(kind, entry) for kind, entry in WORDS.entries() if kind != "boilerplate"]
FURNITURE = list(WORDS.boilerplate.values())


def marked(kind: str, example: str) -> tuple[str, int, int]:
    """The example without its tags, and where the marked stretch starts and ends."""
    tag = TAGS[kind]
    before, word, after = re.fullmatch(rf"([^<>]*)<{tag}>([^<>]+)</{tag}>([^<>]*)", example).groups()
    return before + word + after, len(before), len(before) + len(word)


def phrases(entry: Entry) -> tuple[str, ...]:
    """The words of an entry that are safe anywhere."""
    if isinstance(entry, Side):
        return (*entry.words, *entry.adjectives, *entry.metonyms)
    return entry.words


def named(kind: str, entry: Entry) -> str:
    return f"{kind}-{entry.id}"


@pytest.mark.parametrize(("kind", "entry"), ENTRIES, ids=[named(*pair) for pair in ENTRIES])
def test_every_example_gives_its_word_at_the_marked_place(kind: str, entry: Entry) -> None:
    for example in entry.examples:
        text, start, end = marked(kind, example)
        found = [term for term in terms.find(fold(text), WORDS) if (term.span.start, term.span.end) == (start, end)]
        assert [term for term in found if term.kind in KINDS_OF.get(kind, {kind}) and term.id == entry.id], example


@pytest.mark.parametrize(("kind", "entry"), ENTRIES, ids=[named(*pair) for pair in ENTRIES])
def test_every_word_is_found_where_it_stands_alone(kind: str, entry: Entry) -> None:
    for word in phrases(entry):
        found = terms.find(fold(word), WORDS)
        whole = [term for term in found if (term.span.start, term.span.end) == (0, len(word))]
        assert [term for term in whole if term.kind in KINDS_OF.get(kind, {kind}) and term.id == entry.id], word


@pytest.mark.parametrize("entry", FURNITURE, ids=[entry.id for entry in FURNITURE])
def test_every_example_of_furniture_is_marked_as_furniture(entry: Entry) -> None:
    for example in entry.examples:
        text, start, end = marked("boilerplate", example)
        assert text[start:end] in entry.words
        assert any(span.start <= start and end <= span.end for span in boilerplate.spans(text, WORDS)), example


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_entries_are_sorted_by_id(path: Path) -> None:
    ids = re.findall(r'^id = "([^"]+)"$', path.read_text("utf-8"), flags=re.MULTILINE)
    assert ids
    assert ids == sorted(ids)


@pytest.mark.parametrize("kind", [kind for kind in TABLES if kind != "boilerplate"])
def test_no_word_stands_twice_within_a_kind(kind: str) -> None:
    counted = Counter(word for entry in WORDS.tables[kind].values() for word in phrases(entry))
    assert [word for word, times in counted.items() if times > 1] == []


def test_no_furniture_stands_twice_for_the_same_look() -> None:
    counted = Counter((entry.looks, word) for entry in FURNITURE for word in entry.words)
    assert [pair for pair, times in counted.items() if times > 1] == []


def test_no_counted_noun_is_a_unit_too() -> None:
    nouns = {word for noun in WORDS.nouns.values() for word in noun.words}
    assert nouns & {word for unit in WORDS.units.values() for word in unit.words} == set()


def test_no_safe_word_is_weak_as_well() -> None:
    for kind, entry in ENTRIES:
        if isinstance(entry, Source | Person):
            assert set(entry.words).isdisjoint(entry.weak), named(kind, entry)


def test_offices_and_places_belong_to_known_sides() -> None:
    known = {*WORDS.sides, "other"}
    assert {side for office in WORDS.offices.values() for side in office.of} <= known
    assert {place.side for place in WORDS.places.values()} <= known
    assert {source.side for source in WORDS.sources.values()} <= known


def test_every_place_lies_on_the_earth() -> None:
    for place in WORDS.places.values():
        assert -90 <= place.lat <= 90, place.id
        assert -180 <= place.lon <= 180, place.id


@pytest.mark.parametrize(
    ("sentence", "kind", "wanted"),
    [
        ("The U.S. Joint Chiefs of Staff met.", "source", "us-dod"),
        ("The Joint Chiefs of Staff met in Seoul.", "source", "rok-jcs"),
        ("The North Atlantic Treaty Organization met.", "source", "nato"),
        ("The North Korean Missile Administration celebrated.", "adjective", "prk"),
        ("Some 90 North Korean military personnel came.", "noun", "troops"),
        ("He was killed in action.", "verb", "kill"),
        ("The plant sent weapons by rail.", "verb", "supply"),
        ("It was formed after the Korean War.", "cue", "history"),
    ],
)
def test_the_longest_word_wins(sentence: str, kind: str, wanted: str) -> None:
    assert (kind, wanted) in {(term.kind, term.id) for term in terms.find(sentence, WORDS)}


def test_a_capital_in_a_word_asks_for_a_capital_in_the_text() -> None:
    assert [term for term in terms.find("He told us of a hur in may.", WORDS) if term.kind in ("side", "source")] == []


def test_a_weak_word_waits_for_its_side() -> None:
    alone = terms.find("SOF teams climbed the hill.", WORDS)
    after = terms.find("Ukraine sent teams. SOF teams climbed the hill.", WORDS)
    assert "ua-mil" not in {term.id for term in alone}
    assert "ua-mil" in {term.id for term in after}
