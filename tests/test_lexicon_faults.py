"""Every fault in a word file is told with the file, the entry and the cure."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from components import lexicon
from components.lexicon import LexiconError

GOOD = """
[[noun]]
id = "rower"
measure = "troops"
role = "people"
words = ["rower"]
examples = ["Eight <n>rowers</n> crossed the lake."]
"""


def test_the_digest_follows_the_words(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for folder, text in ((first, GOOD), (second, GOOD.replace('["rower"]', '["rower", "sculler"]'))):
        folder.mkdir()
        (folder / "nouns.toml").write_text(text, "utf-8")
    assert lexicon.load(first).digest != lexicon.load(second).digest
    assert lexicon.load(first).nouns["rower"].role == "people"


def without(line: str) -> Callable[[str], str]:
    return lambda text: "\n".join(row for row in text.splitlines() if not row.startswith(line))


def instead(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            instead("measure", "alias"),
            "nouns.toml, [[noun]] number 1 (rower): does not know 'alias'; it knows id, words",
        ),
        (without("measure"), "nouns.toml, [[noun]] number 1 (rower): lacks 'measure'"),
        (without("id"), "nouns.toml, [[noun]] number 1 (no id): lacks 'id'"),
        (lambda text: text + text, "nouns.toml, [[noun]] number 2: the id 'rower' is taken"),
        (instead('["rower"]', '["rower"'), "nouns.toml: not readable as TOML"),
        (instead("[[noun]]", "[[nuon]]"), "nouns.toml: does not know [[nuon]]; it knows source, office"),
        (instead("[[noun]]", "[noun]"), "nouns.toml: write [[noun]] with two brackets on both sides"),
        (instead('["rower"]', '"rower"'), "(rower): 'words' must be a list of texts"),
        (instead('["rower"]', '["rower", 8]'), "(rower): 'words' must be a list of texts"),
        (instead('["rower"]', '[""]'), "(rower): 'words' must be a list of texts"),
        (instead('"troops"', "5"), "(rower): 'measure' must be a text"),
        (instead('"people"', '"crew"'), "(rower): 'role' is 'crew'; it must be one of people, casualty, materiel"),
        (lambda text: re.sub(r"examples = .*", "examples = []", text), "(rower): has no example"),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_a_fault_names_file_entry_and_cure(tmp_path: Path, spoil: Callable[[str], str], told: str) -> None:
    (tmp_path / "nouns.toml").write_text(spoil(GOOD), "utf-8")
    with pytest.raises(LexiconError, match=re.escape(told)):
        lexicon.load(tmp_path)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "nouns.toml").write_bytes(b"\xff\xfe\x00[[noun]]")
    with pytest.raises(LexiconError, match=r"nouns\.toml: not readable as TOML"):
        lexicon.load(tmp_path)


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        ("office", "of = { kor = 'lake' }", "offices.toml, pier: 'of.kor' names the unknown source 'lake'"),
        ("office", "of = 'lake'", "(pier): 'of' must be a table of texts"),
        ("person", "name = 'P'; source = 'lake'", "pier: names the unknown source 'lake'; add it to sources.toml"),
        ("outlet", "name = 'P'; source = 'lake'", "pier: names the unknown source 'lake'; add it to sources.toml"),
        ("outlet", "name = 'P'; agency = 'yes'", "(pier): 'agency' must be true or false"),
        ("side", "name = 'P'; government = 'lake'", "pier: names the unknown source 'lake'; add it to sources.toml"),
        (
            "place",
            "name = 'P'; side = 'rus'; lat = 'north'; lon = 1; precision = 'city'",
            "(pier): 'lat' must be a number",
        ),
        (
            "place",
            "name = 'P'; side = 'rus'; lat = 43; lon = 1; precision = 'street'",
            "(pier): 'precision' is 'street'; it must be one of city, region, country",
        ),
    ],
)
def test_a_link_or_value_that_cannot_be_is_named(tmp_path: Path, kind: str, given: str, told: str) -> None:
    rows = [f"[[{kind}]]", 'id = "pier"', 'words = ["Pier"]', 'examples = ["At the Pier."]', *given.split("; ")]
    (tmp_path / f"{kind}s.toml").write_text("\n".join(rows), "utf-8")
    with pytest.raises(LexiconError, match=re.escape(told)):
        lexicon.load(tmp_path)
