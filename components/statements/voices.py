"""Numbers of a table that can be compared, one a figure, and which of them hold near each other in time."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from components.statements.numbers import interval
from components.statements.statement import Figure, Statement, Told
from components.statements.tellings import UNNAMED

STANDS = dt.timedelta(days=31)
"""A figure still stands behind another whose as-of day is so far away."""

MEETS = dt.timedelta(days=7)
"""As-of days no further apart than this meet: only then can two figures conflict."""

Places: TypeAlias = npt.NDArray[np.int64]

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


def voices(statement: Statement) -> Iterator[Voice]:
    """The comparable numbers of a statement; those who speak without a name have none."""
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
    days = days_held(told, statement)
    if told.modality != "asserted" or told.kind not in _COMPARED or told.bound == "vague" or days is None:
        return None
    assert told.measure is not None
    kind = "total" if told.kind == "subset" and not told.part else told.kind
    claims = tuple(one.claim_id for one in figure.claims)
    own = (statement.family, statement.source, told.subject, told.measure, kind, told.scope)
    said = (statement.first, statement.last)
    return Voice(*own, *interval(told), *days, said, "", claims, figure.id)


def days_held(told: Told, statement: Statement) -> tuple[dt.date, dt.date] | None:
    """The days for which a figure holds, inclusive: those of an addition; the as-of day of a total, else the days on
    which it may have been said.
    """
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


class Near:
    """Voices on the same thing, and for each of them those that stand behind it or against it."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.voices = voices
        self.spoken: dict[str, dt.date] = {}
        """The first day by whose end each family has surely spoken."""
        for voice in voices:
            if voice.said[1] is not None:
                self.spoken[voice.family] = min(self.spoken.get(voice.family, voice.said[1]), voice.said[1])
        families = {family: n for n, family in enumerate(dict.fromkeys(voice.family for voice in voices))}
        self._family = np.array([families[voice.family] for voice in voices])
        self._first = np.array([voice.first.toordinal() for voice in voices])
        self._last = np.array([voice.last.toordinal() for voice in voices])
        self._least = np.array([voice.least for voice in voices])
        self._greatest = np.array([voice.greatest for voice in voices])
        self._rank = np.empty(len(voices), dtype=np.int64)
        self._rank[sorted(range(len(voices)), key=lambda n: (voices[n].source, voices[n].figure))] = range(len(voices))
        held: dict[int, list[int]] = {}
        for n, voice in enumerate(voices):
            for stretch in range(_stretch(voice.first), _stretch(voice.last) + 1):
                held.setdefault(stretch, []).append(n)
        # Whoever holds in two stretches would be found twice.
        self._long = sum(map(len, held.values())) > len(voices)
        self._held = {stretch: np.array(those) for stretch, those in held.items()}

    def others(self, at: int) -> Sequence[Voice]:
        """Those of other families that are not silent on voice ``at``: of two numbers the nearer in time comes first,
        then in size, then the least.
        """
        near = self._around(at)
        gap = np.maximum(np.maximum(self._first[near] - self._last[at], self._first[at] - self._last[near]), 0)
        meets = (self._least[near] <= self._greatest[at]) & (self._least[at] <= self._greatest[near])
        near_enough = gap <= np.where(meets, STANDS.days, MEETS.days)
        kept = np.flatnonzero(near_enough & (~meets | self._ends_inside(at, near)))
        near, gap, least = near[kept], gap[kept], self._least[near[kept]]
        order = np.lexsort((self._rank[near], least, np.abs(least - self._least[at]), gap))
        return [self.voices[n] for n in near[order].tolist()]

    def _around(self, at: int) -> Places:
        """The voices of other families by the stretches of STANDS in which they hold; none further off can stand
        behind this one or against it.
        """
        voice = self.voices[at]
        stretches = range(_stretch(voice.first) - 1, _stretch(voice.last) + 2)
        near = np.concatenate([self._held[stretch] for stretch in stretches if stretch in self._held])
        near = np.unique(near) if self._long else near
        found: Places = near[self._family[near] != self._family[at]]
        return found

    def _ends_inside(self, at: int, near: Places) -> npt.NDArray[np.bool_]:
        """Whether the printed ends of others that meet ``at`` lie within it: "at least 3,000" does not stand behind
        11,000.
        """
        least, greatest = self._least[at], self._greatest[at]
        low, high = self._least[near], self._greatest[near]
        inside = ((low <= 0) | (least <= low)) & (np.isinf(high) | (high <= greatest))
        both: npt.NDArray[np.bool_] = inside | (
            np.isfinite(greatest) & np.isfinite(high) & (np.minimum(low, least) > 0)
        )
        return both


def _stretch(day: dt.date) -> int:
    return day.toordinal() // STANDS.days
