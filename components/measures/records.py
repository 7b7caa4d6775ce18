"""Rows of the event table as dictionaries, for the few that are told one by one."""

from __future__ import annotations

from typing import Any, TypeAlias

import pandas as pd

Record: TypeAlias = dict[str, Any]


def records(frame: pd.DataFrame) -> list[Record]:
    """Every row by column name, in order."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
