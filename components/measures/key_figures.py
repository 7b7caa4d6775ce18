"""The latest total that each source gives of each thing counted, side by side and never across sources (rule 12)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from components import words
from components.measures.index import FIRST_BODIES
from components.measures.rows import Codes, Rows
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


@dataclass(frozen=True, slots=True, eq=False)
class Totals:
    """The ladders of what is counted first, laid out once: ``rungs`` one ladder behind another, each with the number
    of its ``ladder``; the ``places`` of a rung's claims in the table begin at ``begins``.
    """

    names: Mapping[str, str]
    ladders: tuple[Ladder, ...]
    rungs: tuple[Rung, ...]
    ladder: Codes
    places: Codes
    begins: Codes

    def latest(self, rows: Rows) -> tuple[KeyFigures, ...]:
        """Each source with its latest totals of North Koreans that one of these rows gives.

        South Korea's JCS, Ukrainian intelligence and TASS come first, then the families in turn.
        """
        if not self.rungs:
            return ()
        given = np.flatnonzero(np.logical_or.reduceat(rows[self.places], self.begins))
        ends = np.searchsorted(self.ladder[given], np.arange(len(self.ladders)), "right").tolist()
        found: dict[tuple[str, str], list[tuple[tuple[int, str], KeyFigure]]] = {}
        for ladder, begin, end in zip(self.ladders, [0, *ends[:-1]], ends, strict=True):
            if end > begin:
                last = [self.rungs[at] for at in given[max(begin, end - 2) : end]]
                place = (COUNTED.index(ladder.measure), ladder.scope)
                found.setdefault((ladder.source, ladder.family), []).append((place, _latest(ladder, last)))
        every = [
            KeyFigures(source, words.body(source, self.names), family, _sorted(figures))
            for (source, family), figures in found.items()
        ]
        return _in_turn(every)


def totals(ladders: Iterable[Ladder], names: Mapping[str, str], claims: Sequence[str]) -> Totals:
    """The ladders laid out over a table of these ``claims`` (ids), all of theirs among them."""
    place = {claim: n for n, claim in enumerate(claims)}
    asked = tuple(one for one in ladders if one.subject == "prk" and one.measure in COUNTED)
    rungs = [(n, rung) for n, ladder in enumerate(asked) for rung in ladder.rungs]
    places = [[place[told.claim_id] for told in rung.figure.claims] for _, rung in rungs]
    sizes = np.array([len(own) for own in places], dtype=np.int64)
    return Totals(
        names=names,
        ladders=asked,
        rungs=tuple(rung for _, rung in rungs),
        ladder=np.array([n for n, _ in rungs], dtype=np.int64),
        places=np.array([n for own in places for n in own], dtype=np.int64),
        begins=np.cumsum(sizes) - sizes,
    )


def key_figures(ladders: Sequence[Ladder], names: Mapping[str, str], only: Collection[str]) -> tuple[KeyFigures, ...]:
    """The latest totals among whose claims (ids) one is in ``only``; whoever asks often keeps the ``totals``."""
    claims = [told.claim_id for ladder in ladders for rung in ladder.rungs for told in rung.figure.claims]
    return totals(ladders, names, claims).latest(np.array([claim in only for claim in claims], dtype=bool))


def _in_turn(every: Iterable[KeyFigures]) -> tuple[KeyFigures, ...]:
    """The first bodies, then of each family its source with most figures, then of each the next."""
    turn: dict[str, int] = {}
    placed = []
    for one in sorted(every, key=lambda one: (-len(one.figures), one.source)):
        first = FIRST_BODIES.index(one.source) if one.source in FIRST_BODIES else len(FIRST_BODIES)
        turn[one.family] = turn.get(one.family, -1) + 1
        placed.append(((first, turn[one.family], lane_order(one.family), one.source), one))
    return tuple(one for _, one in sorted(placed, key=lambda pair: pair[0]))


def _latest(ladder: Ladder, rungs: Sequence[Rung]) -> KeyFigure:
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


def _sorted(figures: list[tuple[tuple[int, str], KeyFigure]]) -> tuple[KeyFigure, ...]:
    return tuple(figure for _, figure in sorted(figures, key=lambda placed: placed[0]))
