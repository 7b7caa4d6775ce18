"""Article in, Reading out: fold, find, cut, attribute, claim. No disk, no clock, no network."""

from __future__ import annotations

from components.lexicon import Lexicon
from components.model import Article, Reading
from components.parsing import amounts, dateline, dates, terms
from components.parsing.attribution import voices
from components.parsing.claims import Builder
from components.parsing.items import items, passages
from components.parsing.relevance import about, issuer
from components.parsing.text import fold, sentences


def read(article: Article, lexicon: Lexicon) -> Reading:
    """All claims and leftovers of one article; every value of them is a mention with a span in its text."""
    text = fold(article.text)
    published, basis = dateline.publication(text, article.published)
    tokens = terms.tokens(text)
    words = terms.find(text, lexicon, tokens)
    found, days = amounts.amounts(text), dates.dates(text, published)
    row = passages(sentences(text, article.boilerplate), items(text, tokens, words, found, days))
    builder = Builder(article, lexicon, published, about(words, lexicon))
    for passage, heard in zip(row, voices(row, text, lexicon, issuer(article.outlet, lexicon)), strict=True):
        builder.add(passage, heard)
    counted = [item.amount for passage in row for item in passage.items if item.amount is not None]
    return Reading(
        article=article,
        published=published,
        published_basis=article.published_basis or basis,
        claims=builder.finished(),
        leftovers=tuple(builder.leftovers),
        mentions=tuple(sorted((*counted, *days, *words), key=lambda mention: (mention.span.start, mention.span.end))),
        lexicon_digest=lexicon.digest,
    )
