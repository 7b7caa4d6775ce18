"""Questions asked of the event table. Every answer names the claims it stands for; wrong sums are refused.

The counting rules that the docstrings cite by number are listed in DESIGN.md.
"""

from components.measures.agreement import agreement
from components.measures.attribution import Body, Line, attribution
from components.measures.chronicle import AXES, Axis, Chronicle, Lanes, chronicle
from components.measures.figures import LeftOut, Point, Series, casualties, troops
from components.measures.periods import Period, periods
from components.measures.picks import Facet, Pick, facets, happened, known_on, pick
from components.measures.relaying import relaying
from components.measures.series import series
from components.measures.sums import Doubt, RefusedSum, add, doubts
from components.measures.timeline import Event, Timeline, latest, shown, timeline

__all__ = [
    "AXES",
    "Axis",
    "Body",
    "Chronicle",
    "Doubt",
    "Event",
    "Facet",
    "Lanes",
    "LeftOut",
    "Line",
    "Period",
    "Pick",
    "Point",
    "RefusedSum",
    "Series",
    "Timeline",
    "add",
    "agreement",
    "attribution",
    "casualties",
    "chronicle",
    "doubts",
    "facets",
    "happened",
    "known_on",
    "latest",
    "periods",
    "pick",
    "relaying",
    "series",
    "shown",
    "timeline",
    "troops",
]
