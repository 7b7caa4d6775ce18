"""Points and events to plotly figures. Nothing is counted here."""

from components.charts import alternative
from components.charts.figures import by_source, casualties, troops, wide
from components.charts.network import links, network
from components.charts.palette import INKS, Theme, colour, shape
from components.charts.sayings import numbers
from components.charts.timeline import events, timeline

__all__ = [
    "INKS",
    "Theme",
    "alternative",
    "by_source",
    "casualties",
    "colour",
    "events",
    "links",
    "network",
    "numbers",
    "shape",
    "timeline",
    "troops",
    "wide",
]
