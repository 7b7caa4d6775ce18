"""Questions asked of the event table. Every answer names the claims it stands for; wrong sums are refused.

The counting rules that the docstrings cite by number are listed in DESIGN.md.
"""

from components.measures.agreement import agreement
from components.measures.articles import Note, counted, notes
from components.measures.attribution import Body, Line, attribution
from components.measures.figures import LeftOut, Point, Series, casualties, troops
from components.measures.index import Facet, Index, index, pick
from components.measures.key_figures import KeyFigures, key_figures
from components.measures.picks import Pick, happened, known_on
from components.measures.relaying import relaying
from components.measures.series import series
from components.measures.sums import Doubt, RefusedSum, add, doubts
from components.measures.timeline import Event, Timeline, timeline

__all__ = [
    "Body",
    "Doubt",
    "Event",
    "Facet",
    "Index",
    "KeyFigures",
    "LeftOut",
    "Line",
    "Note",
    "Pick",
    "Point",
    "RefusedSum",
    "Series",
    "Timeline",
    "add",
    "agreement",
    "attribution",
    "casualties",
    "counted",
    "doubts",
    "happened",
    "index",
    "key_figures",
    "known_on",
    "notes",
    "pick",
    "relaying",
    "series",
    "timeline",
    "troops",
]
