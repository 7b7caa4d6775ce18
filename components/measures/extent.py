"""How much a filter finds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """So many claims of so many articles, who asserts them, and the first and last day of their printing; None where
    no day is known.
    """

    claims: int
    articles: int
    sources: tuple[str, ...]
    families: tuple[str, ...]
    printed: tuple[dt.date, dt.date] | None
