"""The shapes of a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

Shape: TypeAlias = Literal["wide", "square"]

PIXELS: Mapping[Shape, tuple[int, int]] = {"wide": (2560, 1440), "square": (2160, 2160)}
"""Width and height of a PNG, whatever the size at which the figure is laid out."""
