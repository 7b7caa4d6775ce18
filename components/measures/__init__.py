"""Questions asked of the event table. Every answer names the claims it stands for; wrong sums are refused.

The counting rules that the docstrings cite by number are listed in DESIGN.md.
"""

from components.measures.agreement import agreement
from components.measures.asking import asked
from components.measures.attribution import Body, Line, attribution
from components.measures.derived import Doubt, derived, doubts, with_sums
from components.measures.envelope import Envelope, envelope
from components.measures.figures import LeftOut, Point, Series, casualties, counted, materiel, troops
from components.measures.picks import Facet, Pick, facets, happened, known_on, pick
from components.measures.relaying import relaying
from components.measures.series import series
from components.measures.sums import RefusedSum, add, added
from components.measures.thinning import thinned
from components.measures.timeline import Event, Timeline, timeline

__all__ = [
    "Body",
    "Doubt",
    "Envelope",
    "Event",
    "Facet",
    "LeftOut",
    "Line",
    "Pick",
    "Point",
    "RefusedSum",
    "Series",
    "Timeline",
    "add",
    "added",
    "agreement",
    "asked",
    "attribution",
    "casualties",
    "counted",
    "derived",
    "doubts",
    "envelope",
    "facets",
    "happened",
    "known_on",
    "materiel",
    "pick",
    "relaying",
    "series",
    "thinned",
    "timeline",
    "troops",
    "with_sums",
]
