"""What each column of a table means and in which unit it stands: for the workbook and for the schema of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from components.columns import BY_NAME

Name: TypeAlias = Literal["claims", "statements", "series", "sources", "leftovers"]

_DAY, _COUNT, _PLACE = "day", "number of things that the measure names", "characters from the start of the article"
_SPANS = ("sentence_", "quantity_", "source_", "")
_UNITS: Mapping[str, str] = {
    **dict.fromkeys(("low", "best", "high"), _COUNT),
    **dict.fromkeys(("lat", "lon"), "degrees"),
    **dict.fromkeys((f"{what}{end}" for what in _SPANS for end in ("start", "end")), _PLACE),
    **dict.fromkeys(("event_start", "event_end", "as_of", "said_on", "published", "day"), _DAY),
    **dict.fromkeys((f"{which}_{what}" for which in ("first", "last") for what in ("said", "printed")), _DAY),
    **dict.fromkeys(("said_first", "said_last"), _DAY),
}
_NUMBERS: Mapping[Name, tuple[str, ...]] = {"sources": ("claims", "numbered", "relayed", "articles", "statements")}

_STATEMENTS = {
    "said_first": "the earliest day the statement can be of",
    "said_last": "the latest day the statement can be of",
    "careful_claim": "the claim that relays the figure most carefully; its values stand in this row",
    "claims": "the claims that relay the figure",
    "articles": "the articles that print the figure",
    "copies": "those of the articles that print another's text",
    "outlets": "who prints the figure",
    "relays": "who passed it on in between",
    "first_printed": "the first day of printing",
    "last_printed": "the last day of printing",
    "drift": "what a relay says otherwise than the most careful one: article, claim and what moved",
    "checks": "the arithmetic of the statement: check, verdict and sentence",
    "families": "the families of sources behind the figure",
    "stands": "where each family stands on the figure: family, position, words and claims",
    "why": "why these claims are one statement",
    "doubt": "what else was fair; empty where nothing was",
}
_SERIES = {
    "day": "the day for which the figure holds",
    "figure": "the number with its bound word",
    "formula": "how a sum of ours comes about; empty where a source states the figure",
    "change": "against the total before: first, rise, fall or cannot tell",
    "reason": "growth or reassessment, where the text says which",
    "mentions": "figures that only repeat this one",
    "claims": "the claims that carry the figure",
    "articles": "the articles that print the figure",
}
_SOURCES = {
    "name": "the source in words",
    "claims": "claims the source makes",
    "numbered": "those of them with a figure",
    "relayed": "claims of others that it passed on",
    "articles": "articles with a claim of the source",
    "statements": "statements of the source",
    "first_said": "the first day it is known to have spoken",
    "last_said": "the last day it is known to have spoken",
    "first_printed": "the first day of printing",
    "last_printed": "the last day of printing",
}
_LEFTOVERS = {
    "article_id": "the article in which it stands",
    "words": "the number or speaker as printed",
    "reason": "why no claim used it",
    "detail": "what the reason rests on",
    "sentence": "the sentence in which it stands",
    "start": "where the words begin",
    "end": "where the words end",
}
_OWN: Mapping[Name, Mapping[str, str]] = {
    "claims": {},
    "statements": _STATEMENTS,
    "series": _SERIES,
    "sources": _SOURCES,
    "leftovers": _LEFTOVERS,
}


class Told(NamedTuple):
    """What a column means, and its unit, "" for words."""

    meaning: str
    unit: str


def told(table: Name, columns: Sequence[str]) -> dict[str, Told]:
    """Every column of ``table``; one that has no meaning of its own there means what it means in the event table."""
    numbers = _NUMBERS.get(table, ())
    return {
        name: Told(
            _OWN[table].get(name) or BY_NAME[name].meaning,
            "number" if name in numbers else _UNITS.get(name, ""),
        )
        for name in columns
    }
