"""On which day a source spoke where its sentence does not say: its other sayings', or its paper's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.model import Attribution, DateMention
from components.parsing.items import Item, Passage
from components.parsing.saying import FIGURES
from components.parsing.voice import Voice

NEAR = 10  # items from a paper's name or its publishing to the day
FOLLOWS = 3  # sentences from a paper's day to the first words of its author
_PAPERS = FIGURES | {"briefing", "findings", "readout", "testimony"}
_ISSUING = frozenset(
    "issue issued issues release released releases publish published publishes submit submitted unveil unveiled "
    "presented delivered circulated posted gave held sent disclosed made".split()
)


def with_days(passages: Sequence[Passage], spoken: Sequence[tuple[Voice, ...]]) -> list[tuple[Voice, ...]]:
    """A source that gave its day once spoke on that day throughout, until it names another."""
    days = _papers(passages, spoken)
    for row in reversed(spoken):
        for voice in row:
            if voice.attribution.said is not None and voice.attribution.source is not None:
                days[_told(voice.attribution)] = voice.attribution.said
    dated = []
    for row in spoken:
        fresh = []
        for voice in row:
            told = voice.attribution
            if told.source is not None and told.said is not None:
                days[_told(told)] = told.said
            said = told.said
            if not (said is None and voice.saying.earlier):
                said = days.get(_told(told)) or days.get((told.source or "",))
            fresh.append(voice if said is told.said else replace(voice, attribution=replace(told, said=said)))
        dated.append(tuple(fresh))
    return dated


def _told(told: Attribution) -> tuple[str, ...]:
    """A source and the outlets it was told through: the day of another paper's scoop dates nothing said elsewhere."""
    return (told.source or "", *(relay for relay in told.relays if not relay.startswith("lawmaker")))


def _papers(passages: Sequence[Passage], spoken: Sequence[tuple[Voice, ...]]) -> dict[tuple[str, ...], DateMention]:
    """As in "issued a report Thursday": the day of whoever speaks in that sentence or first after it."""
    days: dict[tuple[str, ...], DateMention] = {}
    for index, passage in enumerate(passages):
        if passage.sentence.boilerplate or (day := issued(passage.items)) is None:
            continue
        for row in spoken[index : index + 1 + FOLLOWS]:
            named = [voice.attribution.source for voice in row if voice.named and voice.attribution.source]
            if named:
                days.setdefault((named[0],), day)
                break
    return days


def issued(items: Sequence[Item]) -> DateMention | None:
    """The day on which a sentence has a paper issued, or None."""
    for index, item in enumerate(items):
        if item.date is None or item.date.precision != "day" or item.date.lead not in ("", "on"):
            continue
        near = {other.low for other in items[max(0, index - NEAR) : index + 3]}
        if near & _PAPERS and near & _ISSUING:
            return item.date
    return None
