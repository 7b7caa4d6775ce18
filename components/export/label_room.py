"""Where the label of a point stands on a native chart, so that no two lie on each other."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.chart import XL_LABEL_POSITION

_LETTER, _HEIGHT, _GAP = 0.0062, 0.042, 0.012
_PLACES = (XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.LEFT, XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW)
_Box = tuple[float, float, float, float]


def places(marks: Sequence[tuple[float, float]], labels: Sequence[str]) -> tuple[XL_LABEL_POSITION | None, ...]:
    """For each mark the first side where its label is free, None where there is none.

    ``marks`` are shares of the chart's width and height, from the lower left.
    """
    taken = [(x - _GAP / 2, y - _GAP, x + _GAP / 2, y + _GAP) for x, y in marks]
    found: list[XL_LABEL_POSITION | None] = []
    for n, ((x, y), label) in enumerate(zip(marks, labels, strict=True)):
        others = [*taken[:n], *taken[n + 1 :]]
        boxes = _boxes(x, y, len(label) * _LETTER)
        free = next((k for k, box in enumerate(boxes) if not any(_meet(box, other) for other in others)), None)
        found.append(None if free is None else _PLACES[free])
        if free is not None:
            taken.append(boxes[free])
    return tuple(found)


def _boxes(x: float, y: float, width: float) -> tuple[_Box, ...]:
    return (
        (x + _GAP, y - _HEIGHT / 2, x + _GAP + width, y + _HEIGHT / 2),
        (x - _GAP - width, y - _HEIGHT / 2, x - _GAP, y + _HEIGHT / 2),
        (x - width / 2, y + _GAP, x + width / 2, y + _GAP + _HEIGHT),
        (x - width / 2, y - _GAP - _HEIGHT, x + width / 2, y - _GAP),
    )


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
