"""Which states an article is about: named at least twice, by name, people or capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from components.lexicon import Lexicon
from components.model import Term

ENOUGH = 2


def about(terms: Iterable[Term], lexicon: Lexicon) -> frozenset[str]:
    """The sides named at least twice in an article."""
    named = Counter(term.id for term in terms if term.kind in ("side", "adjective", "metonym"))
    named.update(
        lexicon.sources[lexicon.persons[term.id].source].side
        for term in terms
        if term.kind == "person" and lexicon.persons[term.id].source in lexicon.sources
    )
    return frozenset(side for side, times in named.items() if times >= ENOUGH)
