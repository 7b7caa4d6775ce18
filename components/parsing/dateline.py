"""The publication day an article itself prints, for when nobody stated one."""

from __future__ import annotations

import datetime as dt

from components.model import PublishedBasis
from components.parsing.dates import dates

_HEAD = 600  # characters in which a dateline or date line stands


def publication(text: str, published: dt.date | None) -> tuple[dt.date | None, PublishedBasis | None]:
    """The publication day and how it is known; a day that is given is returned without a basis of its own."""
    if published is not None:
        return published, None
    days = [found.last for found in dates(text, None) if found.precision == "day"]
    return (max(days), "inferred") if days else (None, None)
