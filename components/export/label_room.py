"""Where the label of a mark stands, on a slide and on paper, so that no two lie on each other and none on a mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

Side: TypeAlias = Literal["right", "left", "above", "below"]
Box: TypeAlias = tuple[float, float, float, float]


class Letters(NamedTuple):
    """How much room a label takes, as shares of the chart's width and height: a letter's width, a line's height, and
    the gaps between mark and label, sideways and upright.
    """

    width: float
    height: float
    across: float
    up: float


SLIDE = Letters(0.0062, 0.042, 0.012, 0.012)


class Placed(NamedTuple):
    """A label and the side of its mark on which it stands."""

    side: Side
    label: str


def places(
    marks: Sequence[tuple[float, float]],
    labels: Sequence[Sequence[str]],
    letters: Letters = SLIDE,
    within: Box | None = None,
    taken: Sequence[Box] = (),
) -> tuple[Placed | None, ...]:
    """For each mark the first of its labels, the fullest first, that is free on some side; None where none is.

    ``marks`` are shares of the chart's width and height, from the lower left. A box is left, low, right, high; no label
    leaves ``within`` or lies on one that is ``taken``.
    """
    gap, up = letters.across, letters.up
    full = [(x - gap / 2, y - up, x + gap / 2, y + up) for x, y in marks] + [*taken]
    found: list[Placed | None] = []
    for n, ((x, y), fewer) in enumerate(zip(marks, labels, strict=True)):
        others = [*full[:n], *full[n + 1 :]]
        options = ((label, side, box) for label in fewer for side, box in _boxes(x, y, len(label), letters))
        free = next(
            (one for one in options if _holds(within, one[2]) and not any(_meet(one[2], other) for other in others)),
            None,
        )
        found.append(Placed(free[1], free[0]) if free else None)
        if free:
            full.append(free[2])
    return tuple(found)


def _boxes(x: float, y: float, signs: int, letters: Letters) -> tuple[tuple[Side, Box], ...]:
    width, height, gap, up = signs * letters.width, letters.height, letters.across, letters.up
    return (
        ("right", (x + gap, y - height / 2, x + gap + width, y + height / 2)),
        ("left", (x - gap - width, y - height / 2, x - gap, y + height / 2)),
        ("above", (x - width / 2, y + up, x + width / 2, y + up + height)),
        ("below", (x - width / 2, y - up - height, x + width / 2, y - up)),
    )


def _holds(within: Box | None, box: Box) -> bool:
    return within is None or (
        within[0] <= box[0] and within[1] <= box[1] and box[2] <= within[2] and box[3] <= within[3]
    )


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
