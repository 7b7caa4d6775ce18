"""What one text says that one source said on one day or in one window: the grain that statements are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.columns import LOSSES
from components.statements.statement import Told

FRESH = dt.timedelta(days=7)
"""News that names no day of saying is taken to tell what was said in the week before its printing."""

LONGEST = dt.timedelta(days=31)
"""A saying placed only in a longer span ("last year") is never joined with another."""

PLAIN_COINCIDENCE = 20
"""Smaller numbers recur by chance ("two ships"): alone they join no two texts."""

WHOLE_OF = {**dict.fromkeys(LOSSES, "losses"), "troops": "forces", "engineers": "forces"}
"""The whole that a measure is, or is a part of; others have none."""

UNNAMED = ("experts", "western-officials", "think-tank", "media")
"""Families under whose name different people speak: nothing makes two of their sayings one but a copied text,
and two of their figures need not be of one source."""

Trait = tuple[str, str, float]
"""Subject, kind of measure and a printed number: what two tellings of one statement share."""


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """``first`` and ``last`` enclose the day of saying, None where the text allows none; ``text`` is the article,
    or the one that it copies.
    """

    text: str
    source: str
    family: str
    first: dt.date | None
    last: dt.date | None
    named: bool
    claims: tuple[Told, ...]
    traits: frozenset[Trait]

    @property
    def alone(self) -> bool:
        """Whether nothing can show that another text tells the same saying."""
        return self.family in UNNAMED or self.first is None or self.last is None or self.last - self.first > LONGEST

    @property
    def order(self) -> tuple[dt.date, dt.date, str, str, bool]:
        """By days; of two tellings of one text with the same days, the one that names its own leads."""
        return self.last or dt.date.max, self.first or dt.date.max, self.source, self.text, not self.named


def shared(one: frozenset[Trait], other: frozenset[Trait]) -> int:
    """So many numbers stand in both; 0 where that may be chance."""
    both = one & other
    return len(both) if len(both) > 1 or any(number >= PLAIN_COINCIDENCE for _, _, number in both) else 0


def tellings(claims: Iterable[Told], copies: Mapping[str, str]) -> tuple[Telling, ...]:
    """Every telling, in order of its days. ``copies`` names the article whose text another one prints."""
    found: dict[tuple[str, str, dt.date | None], list[Told]] = {}
    for told in claims:
        key = (copies.get(told.article_id, told.article_id), told.source, _said(told))
        found.setdefault(key, []).append(told)
    made = (_telling(text, source, said, members) for (text, source, said), members in found.items())
    return tuple(sorted(made, key=lambda telling: telling.order))


def _said(told: Told) -> dt.date | None:
    """The day of saying; of a saying that is itself the news, the last day of the event."""
    if told.said_on is None and told.event_type == "statement" and told.event_basis in ("stated", "relative"):
        return told.event_end
    return told.said_on


def _telling(text: str, source: str, said: dt.date | None, members: Sequence[Told]) -> Telling:
    first, last = _fresh(members) if said is None else (_since(said, members), said)
    return Telling(text, source, members[0].family, first, last, said is not None, tuple(members), _traits(members))


def _traits(members: Sequence[Told]) -> frozenset[Trait]:
    return frozenset(
        (told.subject, WHOLE_OF.get(told.measure, told.measure), end)
        for told in members
        if told.measure is not None and told.counts and told.bound != "vague"
        for end in told.ends
    )


def _since(said: dt.date, members: Sequence[Told]) -> dt.date:
    """The first day of the span that the text gives for the saying ("last week")."""
    spans = (
        told.event_start
        for told in members
        if told.event_type == "statement" and told.said_on is None and told.event_end == said
    )
    return min((start for start in spans if start is not None), default=said)


def _fresh(members: Sequence[Told]) -> tuple[dt.date | None, dt.date | None]:
    """The window that a text without a day of saying allows: after the last thing it tells, before its printing."""
    printed = min((told.published for told in members if told.published), default=None)
    if printed is None:
        return None, None
    told_of = (day for told in members for day in _past(told) if day <= printed)
    return max([printed - FRESH, *told_of]), printed


def _past(told: Told) -> Iterable[dt.date]:
    """Days that must have come before whoever speaks of them."""
    if told.modality == "asserted" and told.kind != "planned" and told.event_basis in ("stated", "relative"):
        yield from (told.event_start,) if told.event_start else ()
    if told.as_of_basis == "stated" and told.as_of:
        yield told.as_of
