"""What a number of articles say, before anything is put together: from files or from the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from components import articles, table
from components.lexicon import Lexicon
from components.model import Article, Leftover, Reading


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """``articles`` by id, with the day of printing that their text gives where nobody stated one; the event table
    (``claims``) without statements; ``copies`` names the article that another one prints again.
    """

    articles: Mapping[str, Article]
    claims: pd.DataFrame
    leftovers: tuple[Leftover, ...]
    copies: Mapping[str, str]
    lexicon: Lexicon


def of(readings: Iterable[Reading], lexicon: Lexicon) -> Corpus:
    """The corpus of these readings, taken one by one so that no more than one is held."""
    given: list[Article] = []
    found: list[Article] = []
    leftovers: list[Leftover] = []
    claims = table.build(_noted(readings, given, found, leftovers), lexicon)
    return Corpus(
        articles={one.id: one for one in found},
        claims=claims,
        leftovers=tuple(leftovers),
        copies=articles.copies(given),
        lexicon=lexicon,
    )


def dated(reading: Reading) -> Article:
    """The article with its day of printing, where nobody stated one and the text gives it."""
    return replace(reading.article, published=reading.published, published_basis=reading.published_basis)


def _noted(
    readings: Iterable[Reading], given: list[Article], found: list[Article], leftovers: list[Leftover]
) -> Iterator[Reading]:
    for one in readings:
        given.append(one.article)
        found.append(dated(one))
        leftovers.extend(one.leftovers)
        yield one
