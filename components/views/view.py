"""What a page draws from."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from components.charts import Theme
from components.measures import Pick
from components.views.desk import Desk


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The desk as it was known on the chosen day, what the filters ask for, and what they find.

    ``found`` are rows of the event table; ``careful`` the same rows with the values of each figure's most careful
    relay: charts draw from these.
    """

    desk: Desk
    chosen: Pick
    found: pd.DataFrame
    careful: pd.DataFrame
    theme: Theme
