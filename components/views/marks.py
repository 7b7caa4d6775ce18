"""The family's marker beside a body's name, drawn as on the charts."""

from __future__ import annotations

from html import escape

from components.charts import Theme, colour, shape
from components.measures import Body

_CUT = {
    "circle": "circle(50%)",
    "square": "inset(8%)",
    "diamond": "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)",
    "triangle-up": "polygon(50% 5%, 98% 95%, 2% 95%)",
    "triangle-down": "polygon(50% 95%, 98% 5%, 2% 5%)",
    "pentagon": "polygon(50% 2%, 98% 38%, 80% 96%, 20% 96%, 2% 38%)",
    "hexagon": "polygon(25% 5%, 75% 5%, 100% 50%, 75% 95%, 25% 95%, 0 50%)",
    "cross": "polygon(33% 0, 67% 0, 67% 33%, 100% 33%, 100% 67%, 67% 67%, 67% 100%, 33% 100%, 33% 67%, 0 67%, 0 33%, "
    "33% 33%)",
}
"""Each marker as a cut out of a square of its colour: the page takes no drawings in HTML."""


def heading(body: Body, theme: Theme) -> str:
    """The body's name as HTML, its marker before it and its counts behind it."""
    return title("body", body.name, body.family, counted(body), theme)


def title(of: str, name: str, family: str, beside: str, theme: Theme) -> str:
    """A name as HTML, its family's marker before it and quieter words behind it; ``of`` is the heading's class."""
    cut = _CUT.get(shape(family), _CUT["diamond"])
    marker = f'<i aria-hidden="true" style="background: {colour(family, theme)}; clip-path: {cut}"></i>'
    return f'<h3 class="{of}">{marker}{escape(name)} <span>{escape(beside)}</span></h3>'


def counted(body: Body) -> str:
    """So many claims made, so many relayed."""
    parts = ((body.count("asserts"), "asserted"), (body.count("relays"), "relayed"))
    return ", ".join(f"{number} {part}" for number, part in parts if number)
