"""A table as JSON Lines: one row a line, in the frame's order."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pandas as pd

from components import table


def json_lines(frame: pd.DataFrame) -> Iterator[bytes]:
    """Each row with its end of line; days as ISO days, null what the text does not say, lists as lists."""
    for row in table.rows(frame):
        yield json.dumps(row, ensure_ascii=False, allow_nan=False).encode() + b"\n"
