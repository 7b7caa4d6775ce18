"""One colour and one marker shape a family, the same on every chart, and the inks of screen and paper.

Colours are Okabe and Ito's set (Color Universal Design, 2008), with lighter twins on dark ground.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Theme: TypeAlias = Literal["light", "dark", "print"]

SANS = "Public Sans, Helvetica Neue, Arial, sans-serif"
SERIF = "SourceSerif, Georgia, serif"

_ON_LIGHT: Mapping[str, str] = {
    "rok": "#0072B2",
    "ua": "#E69F00",
    "us": "#56B4E9",
    "uk": "#009E73",
    "nato": "#009E73",
    "ru": "#D55E00",
    "prk": "#CC79A7",
}
_ON_DARK: Mapping[str, str] = {
    "rok": "#4FA8DC",
    "ua": "#FFC04D",
    "us": "#A8DDFB",
    "uk": "#2FBF93",
    "nato": "#2FBF93",
    "ru": "#FF9152",
    "prk": "#EBAFCF",
}
_GREY: Mapping[Theme, str] = {"light": "#7F7F7F", "dark": "#B4B4B4", "print": "#7F7F7F"}
_SHAPES: Mapping[str, str] = {
    "rok": "circle",
    "ua": "square",
    "us": "diamond",
    "uk": "triangle-up",
    "nato": "triangle-down",
    "ru": "pentagon",
    "prk": "hexagon",
    "eu": "star-square",
    "jp": "star-diamond",
    "un": "hexagram",
    "msmt": "star",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of one ground."""

    ground: str
    text: str
    quiet: str
    hairline: str


INKS: Mapping[Theme, Ink] = {
    "light": Ink(ground="#FFFFFF", text="#1B1B1A", quiet="#5C5B57", hairline="#DAD8D2"),
    "dark": Ink(ground="#141517", text="#E9E7E2", quiet="#A9A7A1", hairline="#34363A"),
    "print": Ink(ground="#FFFFFF", text="#000000", quiet="#444444", hairline="#CCCCCC"),
}


def colour(family: str, theme: Theme) -> str:
    """The family's colour; grey for those who have none of their own."""
    return (_ON_DARK if theme == "dark" else _ON_LIGHT).get(family, _GREY[theme])


def shape(family: str) -> str:
    """The family's marker, by plotly's name for it."""
    return _SHAPES.get(family, "cross")
