"""The family's marker beside a body's name, drawn as on the charts."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from components.charts import Theme, colour, shape
from components.measures import Body

_DRAWN = {
    "circle": '<circle cx="6" cy="6" r="5"/>',
    "square": '<rect x="1.5" y="1.5" width="9" height="9"/>',
    "diamond": '<path d="M6 0 12 6 6 12 0 6Z"/>',
    "triangle-up": '<path d="M6 1 11.5 11H.5Z"/>',
    "triangle-down": '<path d="M6 11 11.5 1H.5Z"/>',
    "pentagon": '<path d="M6 .5 11.7 4.6 9.5 11.3H2.5L.3 4.6Z"/>',
    "hexagon": '<path d="M3 .8H9L12 6 9 11.2H3L0 6Z"/>',
    "cross": '<path d="M4 0H8V4H12V8H8V12H4V8H0V4H4Z"/>',
}


def heading(body: Body, theme: Theme) -> str:
    """The body's name as HTML, its marker before it and its counts behind it."""
    return title("body", body.name, body.family, counted(body.asserted, body.relayed), theme)


def title(of: str, name: str, family: str, beside: str, theme: Theme) -> str:
    """A name as HTML, its family's marker before it and quieter words behind it; ``of`` is the heading's class."""
    drawn = _DRAWN.get(shape(family), _DRAWN["diamond"])
    hue = colour(family, theme)
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" fill="{hue}">{drawn}</svg>'
    marker = f'<img src="data:image/svg+xml,{quote(picture)}" alt="">'  # the page throws drawings out of its HTML
    return f'<h3 class="{of}">{marker}{escape(name)} <span>{escape(beside)}</span></h3>'


def counted(asserts: int, relays: int) -> str:
    """So many claims made, so many relayed."""
    parts = ((asserts, "asserted"), (relays, "relayed"))
    return ", ".join(f"{number} {part}" for number, part in parts if number)
