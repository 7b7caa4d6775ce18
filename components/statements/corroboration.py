"""Who stands behind a figure: the families that say so, those that say otherwise, and those that are silent.

Families are counted, not articles (rule 10). Two figures conflict only where measure, subject, kind, scope and as-of
days meet and their intervals do not (rule 13).
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, TypeAlias

from components.statements.numbers import meet
from components.statements.statement import Statement
from components.statements.voices import STANDS, Near, Voice, voices

Position: TypeAlias = Literal["supports", "contradicts", "silent", "repeats"]
"""``repeats``: the figure's own family compiles others, and one of them said it before."""

MEETS = dt.timedelta(days=7)
"""As-of days no further apart than this meet: only then can two figures conflict."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one family stands on a figure, by the test made on ``claims``.

    ``formula`` is "" where the other figure is a stated one; ``apart`` says how far their days are apart, "" of its own
    figure.
    """

    family: str
    position: Position
    formula: str
    apart: str
    claims: tuple[str, ...]

    @property
    def says(self) -> str:
        """The whole test in words."""
        if not self.apart:
            return "what was said before" if self.position == "repeats" else "its own figure"
        against = ": the numbers cannot both hold, " if self.position == "contradicts" else ", "
        return f"as {self.formula or 'stated'}{against}{self.apart}"


@dataclass(frozen=True, slots=True)
class Corroboration:
    """A figure (by id) and every family of the table that was not silent on it; its own family is the first."""

    figure: str
    stands: tuple[Stand, ...]

    @property
    def families(self) -> tuple[str, ...]:
        """The independent families behind the figure."""
        return tuple(stand.family for stand in self.stands if stand.position == "supports")

    def position(self, family: str) -> Position:
        return next((stand.position for stand in self.stands if stand.family == family), "silent")


def corroborations(statements: Sequence[Statement], compilers: Collection[str] = ()) -> Mapping[str, Corroboration]:
    """By figure id: who supports and who contradicts each asserted figure of a named family.

    ``compilers`` are families that repeat others: they support only what no other family said before them.
    """
    alike: dict[tuple[str, str, str, str], list[Voice]] = {}
    for voice in chain.from_iterable(map(voices, statements)):
        alike.setdefault((voice.subject, voice.measure, voice.kind, voice.scope), []).append(voice)
    return {
        voice.figure: Corroboration(voice.figure, tuple(_stands(voice, near, compilers)))
        for near in map(Near, alike.values())
        for voice in near.voices
        if not voice.formula
    }


def _stands(figure: Voice, near: Near, compilers: Collection[str]) -> Iterator[Stand]:
    supported = False
    found: dict[str, Stand] = {}
    for other in sorted(near.others(figure), key=_nearest_first(figure, compilers)):
        if other.family == figure.family or other.family in found:
            continue
        stand = _stand(figure, other)
        repeats = other.family in compilers and (supported or not _spoke_first(other, figure))
        if stand is not None and not (repeats and stand.position == "supports"):
            found[other.family] = stand
            supported = supported or stand.position == "supports"
    yield _own(figure, near.voices, found, compilers)
    yield from (found[family] for family in sorted(found))


def _own(figure: Voice, every: Sequence[Voice], found: Mapping[str, Stand], compilers: Collection[str]) -> Stand:
    """The family's own stand: one that compiles others says nothing of its own where one of them said it before."""
    behind = {family for family, stand in found.items() if stand.position == "supports"}
    if figure.family in compilers and any(one.family in behind and _spoke_first(one, figure) for one in every):
        return Stand(figure.family, "repeats", "", "", figure.claims)
    return Stand(figure.family, "supports", "", "", figure.claims)


def _spoke_first(one: Voice, other: Voice) -> bool:
    """Whether one surely spoke before the other, whatever the days of which they speak."""
    spoken, after = one.said[1], other.said[0]
    return spoken is not None and after is not None and spoken < after


def _nearest_first(figure: Voice, compilers: Collection[str]) -> Callable[[Voice], tuple[object, ...]]:
    """Those who compile others come last; of one family's numbers the nearest in time, then in size, then the least."""

    def order(voice: Voice) -> tuple[object, ...]:
        apart = abs(voice.least - figure.least)
        return voice.family in compilers, _gap(figure, voice), apart, voice.least, voice.source, voice.figure

    return order


def _stand(figure: Voice, other: Voice) -> Stand | None:
    gap = _gap(figure, other)
    apart = f"{gap.days} day{'' if gap.days == 1 else 's'} apart" if gap else "on the same days"
    mine, theirs = (figure.least, figure.greatest), (other.least, other.greatest)
    if meet(mine, theirs):
        if gap > STANDS or not _ends_inside(mine, theirs):
            return None
        return Stand(other.family, "supports", other.formula, apart, other.claims)
    if gap > MEETS:
        return None
    return Stand(other.family, "contradicts", other.formula, apart, other.claims)


def _ends_inside(mine: tuple[float, float], theirs: tuple[float, float]) -> bool:
    """Whether the other's printed ends lie within mine: "at least 3,000" does not stand behind 11,000."""
    return all(mine[0] <= end <= mine[1] for end in theirs if 0 < end < math.inf) or (
        math.isfinite(mine[1]) and math.isfinite(theirs[1]) and min(mine[0], theirs[0]) > 0
    )


def _gap(one: Voice, other: Voice) -> dt.timedelta:
    return max(one.first - other.last, other.first - one.last, dt.timedelta(0))
