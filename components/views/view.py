"""What a page draws from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from components.charts import Theme
from components.measures import Pick, Series
from components.views.desk import Desk


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The desk as it was known on the chosen day, what the filters ask for, and what they find.

    ``found`` are rows of the event table. Charts draw from the same rows with the values of each figure's most careful
    relay (``desk.careful``).
    """

    desk: Desk
    chosen: Pick
    found: pd.DataFrame
    theme: Theme

    def series(self, question: Callable[..., Series]) -> Series:
        """What is found, as the points of one chart: ``measures.troops`` and its like."""
        return _series(self.desk, self.chosen, question)


@lru_cache(maxsize=24)
def _series(desk: Desk, chosen: Pick, question: Callable[..., Series]) -> Series:
    """Kept, because most runs of the page change neither the filters nor the articles."""
    found = desk.index.pick(chosen)
    return question(desk.careful.loc[found.index], desk.names)
