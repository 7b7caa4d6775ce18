"""What an article is about, and whether a number of North Korea's has to do with Russia or its war at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from components.lexicon import Lexicon
from components.model import Term
from components.parsing.items import Item
from components.parsing.terms import find
from components.parsing.text import fold

ENOUGH = 2
OPENING = 300  # characters: title and lede
_ISSUERS = frozenset({"party", "ally", "third_state", "multilateral", "state_media"})
_WAR = frozenset({"rus", "ukr"})


def about(terms: Iterable[Term], lexicon: Lexicon) -> frozenset[str]:
    """The sides named in an article's opening, or twice: by name, people, capital, person or place."""
    named: Counter[str] = Counter()
    for term in terms:
        if (side := side_of(term, lexicon)) is not None:
            named[side] += ENOUGH if term.span.start < OPENING else 1
    return frozenset(side for side, times in named.items() if times >= ENOUGH)


def side_of(term: Term, lexicon: Lexicon) -> str | None:
    """The side that a word names or stands in."""
    if term.kind in ("side", "adjective", "metonym"):
        return term.id
    if term.kind == "person":
        source = lexicon.sources.get(lexicon.persons[term.id].source)
        return source.side if source is not None else None
    if term.kind == "source":
        return lexicon.sources[term.id].side
    return lexicon.places[term.id].side if term.kind == "place" else None


def issuer(outlet: str | None, lexicon: Lexicon) -> str | None:
    """The body whose own text an article is, by its outlet's name; media are outlets, not issuers."""
    found = find(fold(outlet or ""), lexicon)
    sides = [term.id for term in found if term.kind in ("side", "adjective", "metonym")]
    for term in found:
        source = term.id if term.kind == "source" else None
        if term.kind == "office" and len(sides) == 1:
            source = lexicon.offices[term.id].of.get(sides[0])
        if source is not None and source in lexicon.sources and lexicon.sources[source].class_ in _ISSUERS:
            return source
    return None


def of_the_war(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """Whether a sentence names Russia, Ukraine, or a place or person of theirs."""
    return any(side_of(term, lexicon) in _WAR for item in items for term in item.terms)


def linked(items: Sequence[Item], about: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a sentence, or else its article, speaks of Russia or its war."""
    if about & _WAR:
        return True
    return of_the_war(items, lexicon)
