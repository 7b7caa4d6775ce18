"""Who stands behind a figure: the families that say so, those that say otherwise, and those that are silent.

Families are counted, not articles (rule 10). Two figures conflict only where measure, subject, kind, scope and as-of
days meet and their intervals do not (rule 13).
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from components.statements.numbers import interval, meet
from components.statements.statement import Figure, Statement, Told
from components.statements.tellings import UNNAMED

Position: TypeAlias = Literal["supports", "contradicts", "silent", "repeats"]
"""``repeats``: the figure's own family compiles others, and one of them said it before."""

STANDS = dt.timedelta(days=31)
"""A figure still stands behind another whose as-of day is so far away."""

MEETS = dt.timedelta(days=7)
"""As-of days no further apart than this meet: only then can two figures conflict."""

_COMPARED = ("total", "subset", "additional")


@dataclass(frozen=True, slots=True)
class Voice:
    """One comparable number of one family: a figure, or killed and wounded of one statement taken together.

    ``formula`` is "" for a stated figure. ``first`` and ``last`` are the days for which it holds; ``said`` are those
    on which it may have been said, None where no text allows any.
    """

    family: str
    source: str
    subject: str
    measure: str
    kind: str
    scope: str
    least: float
    greatest: float
    first: dt.date
    last: dt.date
    said: tuple[dt.date | None, dt.date | None]
    formula: str
    claims: tuple[str, ...]
    figure: str


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one family stands on a figure: the words of the test and the claims it was made on."""

    family: str
    position: Position
    says: str
    claims: tuple[str, ...]


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
    voices = [voice for statement in statements for voice in _voices(statement)]
    alike: dict[tuple[str, str, str, str], list[Voice]] = {}
    for voice in voices:
        alike.setdefault((voice.subject, voice.measure, voice.kind, voice.scope), []).append(voice)
    return {
        voice.figure: Corroboration(voice.figure, tuple(_stands(voice, members, compilers)))
        for members in alike.values()
        for voice in members
        if not voice.formula
    }


def _voices(statement: Statement) -> Iterator[Voice]:
    if statement.family in UNNAMED:
        return
    stated = [voice for figure in statement.figures if (voice := _stated(statement, figure)) is not None]
    yield from stated
    losses = {voice.measure: voice for voice in stated if voice.kind == "total" and voice.subject == "prk"}
    once = [sum(v.measure == measure for v in stated) == 1 for measure in ("killed", "wounded")]
    if all(once) and {"killed", "wounded"} <= losses.keys() and "casualties" not in losses:
        yield _together(losses["killed"], losses["wounded"])


def _stated(statement: Statement, figure: Figure) -> Voice | None:
    told = figure.careful
    days = _days(told, statement)
    if told.modality != "asserted" or told.kind not in _COMPARED or told.bound == "vague" or days is None:
        return None
    assert told.measure is not None
    kind = "total" if told.kind == "subset" and not told.part else told.kind
    claims = tuple(one.claim_id for one in figure.claims)
    own = (statement.family, statement.source, told.subject, told.measure, kind, told.scope)
    said = (statement.first, statement.last)
    return Voice(*own, *interval(told), *days, said, "", claims, figure.id)


def _days(told: Told, statement: Statement) -> tuple[dt.date, dt.date] | None:
    """The days of an addition; the as-of day of a total, else the days on which it may have been said."""
    if told.kind == "additional" and told.event_start and told.event_end:
        return told.event_start, told.event_end
    if told.as_of:
        return told.as_of, told.as_of
    return (statement.first, statement.last) if statement.first and statement.last else None


def _together(killed: Voice, wounded: Voice) -> Voice:
    """Killed and wounded as casualties, never sharper than its parts."""
    least, greatest = killed.least + wounded.least, killed.greatest + wounded.greatest
    return Voice(
        family=killed.family,
        source=killed.source,
        subject=killed.subject,
        measure="casualties",
        kind="total",
        scope="",
        least=least,
        greatest=greatest,
        first=min(killed.first, wounded.first),
        last=max(killed.last, wounded.last),
        said=killed.said,
        formula=f"{_number(killed)} killed + {_number(wounded)} wounded",
        claims=(*killed.claims, *wounded.claims),
        figure=killed.figure,
    )


def _number(voice: Voice) -> str:
    middle = voice.least if math.isinf(voice.greatest) else (voice.least + voice.greatest) / 2
    return f"{middle:,.0f}"


def _stands(figure: Voice, others: Sequence[Voice], compilers: Collection[str]) -> Iterator[Stand]:
    supported = False
    found: dict[str, Stand] = {}
    for other in sorted(others, key=_nearest_first(figure, compilers)):
        if other.family == figure.family or other.family in found:
            continue
        stand = _stand(figure, other)
        repeats = other.family in compilers and (supported or not _spoke_first(other, figure))
        if stand is not None and not (repeats and stand.position == "supports"):
            found[other.family] = stand
            supported = supported or stand.position == "supports"
    yield _own(figure, [other for other in others if other.family in found], found, compilers)
    yield from (found[family] for family in sorted(found))


def _own(figure: Voice, others: Sequence[Voice], found: Mapping[str, Stand], compilers: Collection[str]) -> Stand:
    """The family's own stand: one that compiles others says nothing of its own where one of them said it before."""
    before = [other for other in others if found[other.family].position == "supports" and _spoke_first(other, figure)]
    if figure.family in compilers and before:
        return Stand(figure.family, "repeats", "what was said before", figure.claims)
    return Stand(figure.family, "supports", "its own figure", figure.claims)


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
    apart = f"{gap.days} days apart" if gap else "on the same days"
    mine, theirs = (figure.least, figure.greatest), (other.least, other.greatest)
    as_what = f"as {other.formula}" if other.formula else "as stated"
    if meet(mine, theirs):
        if gap > STANDS or not _ends_inside(mine, theirs):
            return None
        return Stand(other.family, "supports", f"{as_what}, {apart}", other.claims)
    if gap > MEETS:
        return None
    return Stand(other.family, "contradicts", f"{as_what}: the numbers cannot both hold, {apart}", other.claims)


def _ends_inside(mine: tuple[float, float], theirs: tuple[float, float]) -> bool:
    """Whether the other's printed ends lie within mine: "at least 3,000" does not stand behind 11,000."""
    return all(mine[0] <= end <= mine[1] for end in theirs if 0 < end < math.inf) or (
        math.isfinite(mine[1]) and math.isfinite(theirs[1]) and min(mine[0], theirs[0]) > 0
    )


def _gap(one: Voice, other: Voice) -> dt.timedelta:
    return max(one.first - other.last, other.first - one.last, dt.timedelta(0))
