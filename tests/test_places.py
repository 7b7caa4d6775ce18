"""Where people and things are counted: only a place that the clause of the number names."""

from __future__ import annotations

import pytest

from components import parsing
from components.lexicon import Lexicon
from components.model import Article


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("About 9,000 North Korean soldiers are in the Kursk region, the Pentagon said.", ["kursk-region"]),
        ("Some 5,300 North Korean troops remained in the border districts of Russia's Kursk Oblast.", ["kursk-region"]),
        ("Kyiv said 600 North Korean soldiers had been sent to Russia.", ["russia"]),
        ("Pyongyang may send up to 2,500 more troops to help Russia, the NIS said.", [None]),
        ("In Tokyo, the minister spoke of about 11,200 North Korean troops who fight for Russia.", [None]),
        (
            "Around 12,700 North Korean servicemen are in Russia, of whom 3,100 are stationed in Kursk.",
            ["russia", "kursk"],
        ),
        ("Moscow has lost about 1,200 North Korean soldiers, Ukraine's military intelligence said.", [None]),
    ],
)
def test_a_number_is_where_its_clause_says(words: Lexicon, sentence: str, places: list[str | None]) -> None:
    found = parsing.read(Article("one", sentence), words).claims
    assert [claim.place for claim in found if claim.quantity] == places
