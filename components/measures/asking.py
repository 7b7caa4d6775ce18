"""What is answered when rows of figures are chosen to be added up."""

from __future__ import annotations

from collections.abc import Sequence

from components import words
from components.measures.envelope import envelope
from components.measures.figures import Point
from components.measures.sums import RULES, RefusedSum, added


def asked(points: Sequence[Point]) -> tuple[str, ...]:
    """The sum of the chosen rows with its formula, or the rule that forbids it. Fewer than two rows give nothing.

    Where totals of several sources are chosen, the envelope stands behind the refusal (rule 12).
    """
    if len(points) < 2:
        return ()
    try:
        total = added(points)
    except RefusedSum as refusal:
        return refusal.sentence, *_for_all_sources(points)
    return (
        f"{words.thing(total.number, total.measure, 'total')} = {total.formula} "
        f"({total.name}; our sum, not a figure of the source).",
    )


def _for_all_sources(points: Sequence[Point]) -> tuple[str, ...]:
    try:
        return (f"One figure for all sources? {envelope(points)} Rule 12: {RULES[12]}.",)
    except RefusedSum:
        return ()
