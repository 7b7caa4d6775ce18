"""What a page draws from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from components import measures
from components.charts import Theme
from components.measures import Annals, Axis, Body, Chronicle, Extent, KeyFigures, Lanes, Pick, Plot
from components.measures.rows import Rows
from components.measures.thinning import MARKS
from components.views.desk import Desk

BODIES, LINES = 12, 60
"""A column has room for so many bodies, in the order of the filter bar, and for so many lines of all of them."""

VIEWS = 24
"""Most runs of the page change neither the filters nor the articles, and Undo goes back: so many views are kept."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The desk as it was known on the chosen day, and what the filters ask for.

    Charts draw from the rows that are found with the values of each figure's most careful relay (``desk.careful``).
    """

    desk: Desk
    chosen: Pick
    theme: Theme

    @property
    def rows(self) -> Rows:
        """A flag for each row of the event table: whether it is found."""
        return _rows(self.desk, self.chosen)

    @property
    def extent(self) -> Extent:
        return _extent(self.desk, self.chosen)

    @property
    def found(self) -> pd.DataFrame:
        """The rows of the event table that are found."""
        return _found(self.desk, self.chosen)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The first of those who say what is found, with so many lines in all that a column holds them."""
        return _bodies(self.desk, self.chosen)[0]

    @property
    def more_bodies(self) -> int:
        """How many others say something that is found."""
        return _bodies(self.desk, self.chosen)[1]

    @property
    def key_figures(self) -> tuple[KeyFigures, ...]:
        return _key_figures(self.desk, self.chosen)

    def chronicle(self, axis: Axis, lanes: Lanes) -> Chronicle:
        return _chronicle(self.desk, self.chosen, axis, lanes)

    def plot(self, topic: str, marks: int = MARKS) -> Plot:
        """What is found as one chart of so many marks: of a key of ``measures.TOPICS``."""
        return _plot(self.desk, self.chosen, topic, marks)


@lru_cache(maxsize=VIEWS)
def _rows(desk: Desk, chosen: Pick) -> Rows:
    return desk.index.rows(chosen)


@lru_cache(maxsize=VIEWS)
def _extent(desk: Desk, chosen: Pick) -> Extent:
    return desk.index.extent(_rows(desk, chosen))


@lru_cache(maxsize=2)  # all columns of a hundred thousand rows are large
def _found(desk: Desk, chosen: Pick) -> pd.DataFrame:
    return desk.claims[_rows(desk, chosen)]


@lru_cache(maxsize=VIEWS)
def _bodies(desk: Desk, chosen: Pick) -> tuple[tuple[Body, ...], int]:
    rows = _rows(desk, chosen)
    named = desk.sayings.named(rows)
    asked = [
        id_ for id_ in desk.index.values["source"] if id_ in named and (not chosen.sources or id_ in chosen.sources)
    ]
    shown = asked[:BODIES]
    return desk.sayings.bodies(rows, desk.families, shown, LINES) if shown else (), len(asked) - len(shown)


@lru_cache(maxsize=VIEWS)
def _key_figures(desk: Desk, chosen: Pick) -> tuple[KeyFigures, ...]:
    return desk.totals.latest(_rows(desk, chosen))


@lru_cache(maxsize=8)
def _annals(desk: Desk, axis: Axis, lanes: Lanes) -> Annals:
    """Laid out when an axis is first asked for, and the same under every filter."""
    return measures.annals(desk.careful, axis, lanes, desk.register)


@lru_cache(maxsize=8)
def _chronicle(desk: Desk, chosen: Pick, axis: Axis, lanes: Lanes) -> Chronicle:
    return _annals(desk, axis, lanes).chronicle(_rows(desk, chosen))


@lru_cache(maxsize=VIEWS)
def _plot(desk: Desk, chosen: Pick, topic: str, marks: int) -> Plot:
    return measures.plot(desk.ledgers[topic].found(_rows(desk, chosen)), marks)
