"""The arithmetic of one statement's figures: what must add up, fit into or divide by what, with the verdict in words.

Only figures of one statement and one subject are compared. A check with nothing to compare says nothing.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal, TypeAlias

from components import words
from components.columns import BESIDES, INCLUDES, OPEN_ABOVE, OPEN_BELOW
from components.statements.numbers import interval, meet
from components.statements.statement import Figure, Statement, Told

Outcome: TypeAlias = Literal["holds", "fails", "cannot tell"]
Interval: TypeAlias = tuple[float, float]

# South Korea's and others' conversions of about 13,000 containers to 6 million 152 mm rounds are some 460 a container.
# The ends leave room for other calibres and for containers that are not full.
ROUNDS_A_CONTAINER: Interval = (100.0, 2000.0)
ROUNDING = 0.5  # per cent points: shares are printed without decimals

_OPEN = (*OPEN_ABOVE, *OPEN_BELOW, "vague")
_OWN_DAY = ("stated", "relative")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one check found. ``says`` is a sentence for an analyst; ``claims`` and ``figures`` are the ids behind it."""

    check: str
    verdict: Outcome
    says: str
    claims: tuple[str, ...]
    figures: tuple[str, ...]


def run(statements: Iterable[Statement]) -> tuple[Verdict, ...]:
    """The verdicts on each statement, in order of the statements."""
    stated = ([f for f in statement.figures if f.careful.modality != "denied"] for statement in statements)
    return tuple(one for them in stated for check in (_CHECKS if len(them) > 1 else (_late,)) for one in check(them))


def _casualties(figures: list[Figure]) -> Iterator[Verdict]:
    """One verdict a number of casualties."""
    counted = _of(figures, "total", "subset")
    for whole in _of(counted, "casualties"):
        beside = [f for f in counted if _comparable(f, whole) and f.careful.modality == whole.careful.modality]
        killed: list[Figure | None] = [*_of(beside, "killed")] or [None]
        wounded: list[Figure | None] = [*_of(beside, "wounded")] or [None]
        uncounted = bool(_of(beside, "missing", "captured"))
        yield from _fairest(
            _sum_against(dead, hurt, whole, uncounted)
            for dead, hurt in product(killed, wounded)
            if (dead or hurt) and (not dead or not hurt or _comparable(dead, hurt))
        )


def _sum_against(dead: Figure | None, hurt: Figure | None, whole: Figure, uncounted: bool) -> Verdict:
    parts = [f for f in (dead, hurt) if f is not None]
    total, stated = _added(dead, hurt), interval(whole.careful)
    outcome, reason = _meeting(total, stated, *parts, whole), ""
    if uncounted and total[1] < stated[0]:  # some count the missing and captured among the casualties, some do not
        outcome, reason = "cannot tell", ", and missing or captured are counted beside them"
    first = _thing(dead.careful) if dead else "an unstated number of killed"
    second = _thing(hurt.careful) if hurt else "an unstated number of wounded"
    says = f"{first} and {second} make {_span(total)}, and {_thing(whole.careful)} are stated{reason}"
    return _verdict("killed and wounded against casualties", outcome, says, *parts, whole)


def _parts(figures: list[Figure]) -> Iterator[Verdict]:
    """One verdict a part whose whole is a figure of the statement."""
    for part in figures:
        whole = _whole(part, figures)
        if whole is None or part.careful.kind in ("share", "rate") or part.careful.subject != whole.careful.subject:
            continue
        (least, most), (floor, ceiling) = interval(part.careful), interval(whole.careful)
        outcome: Outcome = "fails" if least > ceiling else "holds" if most <= floor else "cannot tell"
        says = f"{_thing(part.careful)} are stated as a part of {_thing(whole.careful)}"
        yield _verdict("part within its whole", outcome, says, part, whole)


def _additions(figures: list[Figure]) -> Iterator[Verdict]:
    """One verdict a measure that has one addition and two totals, or one addition and a total that includes it."""
    for increment in _of(figures, "additional"):
        same = [f for f in _of(figures, increment.careful.measure) if _same_side(f, increment)]
        totals = _of(same, "total")
        if len(_of(same, "additional")) == len(totals) == 1 and INCLUDES in totals[0].careful.flags:
            says = f"{_thing(totals[0].careful)} include {_thing(increment.careful)}, and no base is stated"
            yield _verdict("base and addition against the total", "cannot tell", says, increment, *totals)
        if len(_of(same, "additional")) == 1 and len(totals) == 2:
            dated = all(total.careful.as_of_basis in _OWN_DAY for total in totals)
            base, total = sorted(totals, key=lambda total: _order(total, dated))
            yield from _addition(base, total, increment)


def _addition(base: Figure, total: Figure, increment: Figure) -> Iterator[Verdict]:
    of_total = total.careful.modality
    if increment.careful.modality != of_total or base.careful.modality not in ("asserted", of_total):
        return  # what is planned is in no total of what is done
    made, stated = _added(base, increment), interval(total.careful)
    outcome = _meeting(made, stated, base, increment, total)
    parts = f"{_thing(base.careful)} and {_thing(increment.careful)}"
    says = f"{parts} make {_span(made)}, and a total of {_thing(total.careful)} is stated"
    yield _verdict("base and addition against the total", outcome, says, base, increment, total)


def _order(figure: Figure, dated: bool) -> tuple[int, dt.date, float]:
    """The base comes before its total: by what the text says of the addition, by days if both have one, by size."""
    told = figure.careful
    day = told.as_of if dated and told.as_of else dt.date.min
    return (INCLUDES in told.flags) - (BESIDES in told.flags), day, max(told.ends, default=0.0)


def _rounds(figures: list[Figure]) -> Iterator[Verdict]:
    """One verdict a number of rounds."""
    figures = _of(figures, "total", "additional", "planned", "subset", "capacity")
    for rounds in _of(figures, "shells"):
        yield from _fairest(
            _load(rounds, boxes)
            for boxes in _of(figures, "containers")
            if _comparable(rounds, boxes) and rounds.careful.kind in ("capacity", boxes.careful.kind)
        )


def _load(rounds: Figure, boxes: Figure) -> Verdict:
    load, (low, high) = _divided(rounds, boxes), ROUNDS_A_CONTAINER
    outcome = _meeting(load, ROUNDS_A_CONTAINER, rounds, boxes)
    told = f"{_thing(rounds.careful)} in {_thing(boxes.careful)} make {_span(load)} a container"
    says = f"{told}, where {_count(low)} to {_count(high)} are likely"
    return _verdict("rounds in a container", outcome, says, rounds, boxes)


def _shares(figures: list[Figure]) -> Iterator[Verdict]:
    """One verdict a share whose part and base are figures of the statement."""
    for share in _of(figures, "share"):
        base = _whole(share, figures)
        if base is None or base.careful.subject != share.careful.subject:
            continue
        parts = [f for f in _of(figures, share.careful.measure) if _whole(f, figures) is base and _same_side(f, share)]
        yield from _fairest(_share(share, f, base) for f in parts if f.careful.kind not in ("share", "rate"))


def _share(share: Figure, part: Figure, base: Figure) -> Verdict:
    (low, high), made = interval(share.careful), _divided(part, base, 100.0)
    outcome = _meeting(made, (low - ROUNDING, high + ROUNDING), share, part, base)
    told = f"{_thing(part.careful)} of {_thing(base.careful)} are {_span(made)} per cent"
    says = f"{told}, and {_number(share.careful)} per cent is stated"
    return _verdict("share against its base", outcome, says, share, part, base)


def _late(figures: list[Figure]) -> Iterator[Verdict]:
    """One verdict a claim of something done that has a day after it was printed."""
    for figure in figures:
        for told in figure.claims:
            if told.published is None or told.modality != "asserted" or told.kind == "planned":
                continue
            happened = told.event_start if told.event_basis in _OWN_DAY else None
            counted = told.as_of if told.as_of_basis in _OWN_DAY else None
            days = (("happened from", happened), ("counted as of", counted), ("said on", told.said_on))
            late = [f"{what} {words.day(day)}" for what, day in days if day and day > told.published]
            if late:
                says = f"{_thing(told)}, {' and '.join(late)}, but printed on {words.day(told.published)}"
                yield replace(_verdict("dated after its publication", "fails", says, figure), claims=(told.claim_id,))


_CHECKS = (_casualties, _parts, _additions, _rounds, _shares, _late)


def _of(figures: Iterable[Figure], *sorts: str | None) -> list[Figure]:
    """The figures with one of these for kind or measure; nothing is both."""
    return [f for f in figures if (f.careful.kind or "total") in sorts or f.careful.measure in sorts]


def _whole(part: Figure, figures: list[Figure]) -> Figure | None:
    """The figure that a claim of this part, the careful one first, names as its whole."""
    wholes = [told.subset_of for told in part.claims if told.subset_of]
    if not wholes:
        return None
    owner = {told.claim_id: figure for figure in figures if figure is not part for told in figure.claims}
    return next((owner[whole] for whole in wholes if whole in owner), None)


def _same_side(one: Figure, other: Figure) -> bool:
    """Whether they count the same side, and not at two places."""
    mine, theirs = one.careful, other.careful
    return mine.subject == theirs.subject and len({mine.place, theirs.place} - {None}) < 2


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether both may hold of the same people or things: on one side, not as of two days, and not either or."""
    mine, theirs = one.careful, other.careful
    either_or = mine.alternative_group is not None and mine.alternative_group == theirs.alternative_group
    dated = mine.as_of_basis in _OWN_DAY and theirs.as_of_basis in _OWN_DAY
    return _same_side(one, other) and not either_or and not (dated and mine.as_of != theirs.as_of)


def _fairest(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """At most one: where several numbers may be meant, the statement is wrong only if it is wrong by all of them."""
    return sorted(verdicts, key=lambda verdict: ("holds", "cannot tell", "fails").index(verdict.verdict))[:1]


def _meeting(one: Interval, other: Interval, *figures: Figure) -> Outcome:
    """How the values compare; an open end among them or among the figures behind them decides nothing but a failure."""
    undecided = math.inf in (*one, *other) or any(figure.careful.bound in _OPEN for figure in figures)
    return "fails" if not meet(one, other) else "cannot tell" if undecided else "holds"


def _added(*figures: Figure | None) -> Interval:
    """What they make; one that is not stated may be any number."""
    ends = [interval(f.careful) if f else (0.0, math.inf) for f in figures]
    return sum(low for low, _ in ends), sum(high for _, high in ends)


def _divided(part: Figure, base: Figure, times: float = 1.0) -> Interval:
    (least, most), (floor, ceiling) = interval(part.careful), interval(base.careful)
    return times * least / ceiling if ceiling else 0.0, times * most / floor if floor else math.inf


def _verdict(check: str, outcome: Outcome, says: str, *figures: Figure) -> Verdict:
    says = f"{says[0].upper()}{says[1:]}: {outcome}."
    return Verdict(check, outcome, says, tuple(f.careful.claim_id for f in figures), tuple(f.id for f in figures))


def _count(number: float) -> str:
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"


def _span(ends: Interval) -> str:
    low, high = (_count(end) if math.isfinite(end) else "" for end in ends)
    if not high:
        return f"at least {low}" if ends[0] else "any number"
    return low if low == high else f"between {low} and {high}" if ends[0] else f"up to {high}"


def _number(told: Told) -> str:
    return told.amount or told.quantity_text or "an unstated number of"


def _thing(told: Told) -> str:
    """The number with what it counts; words without a number say both ("thousands of containers")."""
    if told.bound == "vague" or not told.ends:
        return _number(told)
    return words.thing(_number(told), told.measure or "", "additional" if told.kind == "additional" else "total")
