"""Numbers of a table that can be compared, one a figure, and which of them hold near each other in time."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.statements.numbers import interval
from components.statements.statement import Figure, Statement, Told
from components.statements.tellings import UNNAMED

STANDS = dt.timedelta(days=31)
"""A figure still stands behind another whose as-of day is so far away."""

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
    """Voices on the same thing by the stretches of STANDS in which they hold: none further off can stand behind another
    or against it.
    """

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.voices = voices
        self._held: dict[int, list[Voice]] = {}
        for voice in voices:
            for stretch in range(_stretch(voice.first), _stretch(voice.last) + 1):
                self._held.setdefault(stretch, []).append(voice)

    def others(self, voice: Voice) -> Sequence[Voice]:
        """Each voice once that holds no further from this one than STANDS, and some beyond."""
        stretches = range(_stretch(voice.first) - 1, _stretch(voice.last) + 2)
        return list({id(one): one for stretch in stretches for one in self._held.get(stretch, ())}.values())


def _stretch(day: dt.date) -> int:
    return day.toordinal() // STANDS.days
