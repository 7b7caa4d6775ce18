"""Questions asked of the event table. Every answer names the claims it stands for; wrong sums are refused.

The counting rules that the docstrings cite by number are listed in DESIGN.md.
"""

from components.measures.agreement import Agreed, Matrix, agreement
from components.measures.alignment import Aligned, Say, alignment, unnumbered
from components.measures.articles import Note, counted, notes
from components.measures.attribution import Body, Line, attribution
from components.measures.comparisons import Comparison, contradictions
from components.measures.figures import LeftOut, Point, Series, casualties, troops
from components.measures.index import Facet, Index, index, pick
from components.measures.key_figures import KeyFigures, key_figures
from components.measures.network import Link, Network, Node, network
from components.measures.picks import Pick, happened, known_on
from components.measures.profile import Profile, profile
from components.measures.relaying import in_order, relaying
from components.measures.series import series
from components.measures.sums import Doubt, RefusedSum, add, doubts
from components.measures.timeline import Event, Timeline, timeline
from components.measures.windows import Shown

__all__ = [
    "Agreed",
    "Aligned",
    "Body",
    "Comparison",
    "Doubt",
    "Event",
    "Facet",
    "Index",
    "KeyFigures",
    "LeftOut",
    "Line",
    "Link",
    "Matrix",
    "Network",
    "Node",
    "Note",
    "Pick",
    "Point",
    "Profile",
    "RefusedSum",
    "Say",
    "Series",
    "Shown",
    "Timeline",
    "add",
    "agreement",
    "alignment",
    "attribution",
    "casualties",
    "contradictions",
    "counted",
    "doubts",
    "happened",
    "in_order",
    "index",
    "key_figures",
    "known_on",
    "network",
    "notes",
    "pick",
    "profile",
    "relaying",
    "series",
    "timeline",
    "troops",
    "unnumbered",
]
