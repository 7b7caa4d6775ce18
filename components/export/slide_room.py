"""How much fits on a slide: rows and sentences by the inches that they take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.util import Inches

from components.export.slides import Slides

ROW, LINE, _EDGE, SENTENCE = 0.3, 0.185, 0.1, 0.25
"""Inches of a row at least, of a line of small print, what a cell adds to its lines, and of a line of a sentence."""


def paged(
    rows: Sequence[tuple[str, ...]], width: Sequence[float], most: float, each: float = LINE
) -> Iterator[list[tuple[str, ...]]]:
    """The rows by slide of ``most`` inches, of which one goes to the heading of a table."""
    page: list[tuple[str, ...]] = []
    height = ROW
    for row in rows:
        own = tall(row, width, each)
        if page and height + own > most:
            yield page
            page, height = [], ROW
        page.append(row)
        height += own
    if page:
        yield page


def tall(row: tuple[str, ...], width: Sequence[float], each: float) -> float:
    """The inches of a row: as tall as its longest cell, in lines of ``width`` letters and of ``each`` inches."""
    lines = max(-(-len(cell) // max(1, int(room))) for cell, room in zip(row, width, strict=True))
    return max(ROW, lines * each + _EDGE)


def letters(slides: Slides, widths: Sequence[float]) -> list[float]:
    """So many letters fit into a line of each column."""
    return [slides.line * width / sum(widths) for width in widths]


def wide(slides: Slides) -> tuple[float]:
    """So many letters of a sentence fit side by side."""
    return (115 * slides.width / Inches(12.333),)


def height(slides: Slides, sentences: Sequence[str]) -> float:
    return sum(tall((one,), wide(slides), SENTENCE) for one in sentences)
