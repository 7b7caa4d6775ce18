"""Who stands behind a figure: the families that say so, those that say otherwise, and those that are silent.

Families are counted, not articles (rule 10). Two figures conflict only where measure, subject, kind, scope and as-of
days meet and their intervals do not (rule 13).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, TypeAlias

from components.statements.numbers import meet
from components.statements.statement import Statement
from components.statements.voices import Near, Voice, voices

Position: TypeAlias = Literal["supports", "contradicts", "silent", "repeats"]
"""``repeats``: the figure's own family compiles others, and one of them said it before."""


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
        voice.figure: Corroboration(voice.figure, tuple(_stands(at, near, compilers)))
        for near in map(Near, alike.values())
        for at, voice in enumerate(near.voices)
        if not voice.formula
    }


def _stands(at: int, near: Near, compilers: Collection[str]) -> Iterator[Stand]:
    """The own family's stand, then the others' by family; those who compile others are asked last."""
    figure = near.voices[at]
    others = near.others(at)
    nearest = {other.family: other for other in reversed(others) if other.family not in compilers}
    found = {family: _stand(figure, other) for family, other in nearest.items()}
    supported = any(stand.position == "supports" for stand in found.values())
    for other in others:
        if other.family in compilers and other.family not in found:
            stand = _stand(figure, other)
            if stand.position == "contradicts" or not (supported or not _spoke_first(other, figure)):
                found[other.family] = stand
                supported = supported or stand.position == "supports"
    yield _own(figure, near, found, compilers)
    yield from (found[family] for family in sorted(found))


def _own(figure: Voice, near: Near, found: Mapping[str, Stand], compilers: Collection[str]) -> Stand:
    """The family's own stand: one that compiles others says nothing of its own where one of them said it before."""
    behind = [family for family, stand in found.items() if stand.position == "supports"]
    spoken = [near.spoken[family] for family in behind if family in near.spoken]
    after = figure.said[0]
    if figure.family in compilers and spoken and after is not None and min(spoken) < after:
        return Stand(figure.family, "repeats", "", "", figure.claims)
    return Stand(figure.family, "supports", "", "", figure.claims)


def _spoke_first(one: Voice, other: Voice) -> bool:
    """Whether one surely spoke before the other, whatever the days of which they speak."""
    spoken, after = one.said[1], other.said[0]
    return spoken is not None and after is not None and spoken < after


def _stand(figure: Voice, other: Voice) -> Stand:
    gap = _gap(figure, other)
    apart = f"{gap.days} day{'' if gap.days == 1 else 's'} apart" if gap else "on the same days"
    both = meet((figure.least, figure.greatest), (other.least, other.greatest))
    return Stand(other.family, "supports" if both else "contradicts", other.formula, apart, other.claims)


def _gap(one: Voice, other: Voice) -> dt.timedelta:
    return max(one.first - other.last, other.first - one.last, dt.timedelta(0))
