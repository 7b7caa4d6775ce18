"""The latest total that each source gives of each thing counted, side by side and never across sources (rule 12)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from components import words
from components.measures.index import FIRST_BODIES
from components.measures.timeline import lane_order
from components.statements.revisions import Ladder, Rung

COUNTED = ("troops", "killed", "wounded", "casualties", "captured")
"""What a briefing asks first; the pages of each thing counted have the rest."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The last step of one ladder: the number in words, the day for which it holds, what it did to the one before."""

    label: str
    day: str
    change: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """One source and its latest totals, in a fixed order of what they count."""

    source: str
    name: str
    family: str
    figures: tuple[KeyFigure, ...]


def key_figures(ladders: Iterable[Ladder], names: Mapping[str, str], only: Collection[str]) -> tuple[KeyFigures, ...]:
    """Each source with its latest totals of North Koreans among whose claims one is in ``only``.

    South Korea's JCS, Ukrainian intelligence and TASS come first, then the families in turn.
    """
    found: dict[tuple[str, str], list[tuple[tuple[int, str], KeyFigure]]] = {}
    for ladder in ladders:
        rungs = [rung for rung in ladder.rungs if any(told.claim_id in only for told in rung.figure.claims)]
        if ladder.subject == "prk" and ladder.measure in COUNTED and rungs:
            place = (COUNTED.index(ladder.measure), ladder.scope)
            found.setdefault((ladder.source, ladder.family), []).append((place, _latest(ladder, rungs)))
    every = [
        KeyFigures(source, words.body(source, names), family, tuple(one for _, one in sorted(figures, key=_place)))
        for (source, family), figures in found.items()
    ]
    return _in_turn(every)


def _in_turn(every: Iterable[KeyFigures]) -> tuple[KeyFigures, ...]:
    """The first bodies, then of each family its source with most figures, then of each the next."""
    turn: dict[str, int] = {}
    placed = []
    for one in sorted(every, key=lambda one: (-len(one.figures), one.source)):
        first = FIRST_BODIES.index(one.source) if one.source in FIRST_BODIES else len(FIRST_BODIES)
        turn[one.family] = turn.get(one.family, -1) + 1
        placed.append(((first, turn[one.family], lane_order(one.family), one.source), one))
    return tuple(one for _, one in sorted(placed, key=lambda pair: pair[0]))


def _latest(ladder: Ladder, rungs: list[Rung]) -> KeyFigure:
    last = rungs[-1]
    scope = f" in {ladder.scope}" if ladder.scope else ""
    before = rungs[-2].figure.careful.amount if len(rungs) > 1 else ""
    change = f"{last.change} from {before}" if before and last.change in ("rise", "fall") else ""
    return KeyFigure(
        label=words.thing(last.figure.careful.amount, ladder.measure, "total") + scope,
        day=words.day(last.day),
        change=change,
        claims=tuple(told.claim_id for told in last.figure.claims),
    )


def _place(placed: tuple[tuple[int, str], KeyFigure]) -> tuple[int, str]:
    return placed[0]
