"""What is answered when rows of figures are chosen to be added up."""

from __future__ import annotations

from collections.abc import Sequence

from components import words
from components.measures.derived import doubts
from components.measures.envelope import envelope
from components.measures.figures import Point
from components.measures.sums import RULES, RefusedSum, added


def asked(points: Sequence[Point]) -> tuple[str, ...]:
    """The sum of the chosen rows with its formula, or the rule that forbids it. Fewer than two rows give nothing.

    A sum that is only the second of two readings says so (rule 4).
    Where totals of several sources are chosen, the envelope stands behind the refusal (rule 12).
    """
    if len(points) < 2:
        return ()
    try:
        total = added(points)
    except RefusedSum as refusal:
        return refusal.sentence, *_for_all_sources(points)
    made = f"{words.thing(total.number, total.measure, 'total')} = {total.formula}"
    sentence = f"{made} ({total.name}; our sum, not a figure of the source)."
    return (sentence, *(f"Rule 4 ({RULES[4]}): {doubt}" for doubt in doubts(points)))


def _for_all_sources(points: Sequence[Point]) -> tuple[str, ...]:
    try:
        return (f"One figure for all sources? {envelope(points)} Rule 12: {RULES[12]}.",)
    except RefusedSum:
        return ()
