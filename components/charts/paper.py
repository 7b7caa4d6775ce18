"""What all charts share: the ground, the axes, the marks' manner of speaking, and room for labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from components.charts.canvas import Canvas
from components.charts.palette import INKS, SANS, Theme, shape

DAY = 86_400_000.0
LABEL, SMALL = 12, 11
READ = "; click to read the words"
"""What a mark says of itself on the screen; nobody can click on paper."""

MANNERS = {
    "stated": ("", "on a day the text gives"),
    "printed": ("-open", "on the day of printing"),
    "planned": ("-open-dot", "planned or possible"),
    "beside": ("-dot", "an addition or a part, no total"),
}


def moment(value: dt.date) -> float:
    """A day as plotly's date axis counts: milliseconds since 1970."""
    return (value - dt.date(1970, 1, 1)).days * DAY


def manner(basis: str, planned: bool) -> str:
    """How a mark is drawn: a key of MANNERS. Hollow where only the day of printing or saying is known."""
    if planned:
        return "planned"
    return "printed" if basis in ("published", "said") else "stated"


def symbol(family: str, how: str) -> str:
    """The family's marker in that manner."""
    return shape(family) + MANNERS[how][0]


def period(days: Iterable[tuple[dt.date, dt.date]]) -> tuple[float, float]:
    """The axis from the first to the last day with air on both sides; a lone day gets a month on each side."""
    firsts, lasts = zip(*days, strict=True)
    start, end = moment(min(firsts)), moment(max(lasts)) + DAY
    air = max((end - start) * 0.04, 0.0 if end - start > 20 * DAY else 30 * DAY)
    return start - air, end + air


def sheet(theme: Theme, height: int) -> Canvas:
    """An empty canvas of the theme's ground."""
    ink = INKS[theme]
    layout = {
        "template": {"data": {"scatter": [{"type": "scatter"}]}},  # plotly's "none": no look but ours
        "height": height,
        "paper_bgcolor": ink.ground,
        "plot_bgcolor": ink.ground,
        "font": {"family": SANS, "size": LABEL, "color": ink.text},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 30},
        "hoverlabel": {
            "bgcolor": ink.ground,
            "bordercolor": ink.hairline,
            "font": {"family": SANS, "size": LABEL, "color": ink.text},
            "align": "left",
        },
        "hovermode": "closest",
        "dragmode": False,
        "clickmode": "event+select",
        "barmode": "overlay",
        "showlegend": False,
    }
    return Canvas(layout=layout)


def date_axis(theme: Theme, span: tuple[float, float]) -> dict[str, Any]:
    """A quiet date axis with hairlines."""
    ink = INKS[theme]
    return {
        "type": "date",
        "range": list(span),
        "tickfont": {"size": SMALL, "color": ink.quiet},
        **_ticks(span[1] - span[0]),
        "gridcolor": ink.hairline,
        "gridwidth": 1,
        "zeroline": False,
        "showline": True,
        "linecolor": ink.hairline,
        "ticks": "",
        "fixedrange": True,
    }


def _ticks(length: float) -> dict[str, Any]:
    """Days on a short axis, else every first, third, sixth or twelfth month, so that no two ticks read the same."""
    if length <= 100 * DAY:
        return {"tickformat": "%-d %b\n%Y", "nticks": 5}
    step = next((months for months in (1, 3, 6, 12, 24, 60, 120) if length <= months * 8 * 31 * DAY), 240)
    return {"tickformat": "%b\n%Y" if step < 12 else "%Y", "dtick": f"M{step}"}


def side(first: float, last: float, span: tuple[float, float], letters: int, width: int = 350) -> tuple[float, str]:
    """Where a label of so many letters stands, (x, xanchor): at its mark if ``width`` pixels hold it, else an edge."""
    need = letters * 6.4 * (span[1] - span[0]) / width
    if first + need <= span[1]:
        return first, "left"
    if last - need >= span[0]:
        return last, "right"
    return (span[0], "left") if first - span[0] < span[1] - last else (span[1], "right")


def plain(words: str) -> str:
    """Plotly reads a few tags in text; words from articles must stay words."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def told(lines: Sequence[str]) -> str:
    """The lines that a mark shows when it is pointed at."""
    return "<br>".join(plain(line) for line in lines if line)


def articles(number: int) -> str:
    return f"{number} article" + ("" if number == 1 else "s")


def chosen(claims: Sequence[tuple[str, ...]], picked: Sequence[str]) -> list[int] | None:
    """The marks that stand for a picked claim; None, which fades nothing, where none is picked."""
    return [n for n, ids in enumerate(claims) if set(ids) & set(picked)] if picked else None
