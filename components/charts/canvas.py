"""A figure while it is drawn: traces and layout in the words of plotly, not yet plotly's objects.

Plotly checks and copies all that a figure holds at each touch, which takes ten times as long as drawing does. Here a
figure becomes plotly's own once, unchecked; a test has plotly check a figure of every kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go


@dataclass(frozen=True, slots=True)
class Canvas:
    """What has been drawn so far, in order: later traces lie over earlier ones."""

    traces: list[dict[str, Any]] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)

    def scatter(self, **trace: Any) -> None:
        self.traces.append({"type": "scatter", **trace})

    def bar(self, **trace: Any) -> None:
        self.traces.append({"type": "bar", **trace})

    def sankey(self, **trace: Any) -> None:
        self.traces.append({"type": "sankey", **trace})

    def lay_out(self, parts: Mapping[str, Any]) -> None:
        """Set parts of the layout; what a part had and is not set again stays."""
        for name, part in parts.items():
            old = self.layout.get(name)
            self.layout[name] = {**old, **part} if isinstance(old, dict) else part

    def figure(self) -> go.Figure:
        return go.Figure(data=self.traces, layout=self.layout, _validate=False)
