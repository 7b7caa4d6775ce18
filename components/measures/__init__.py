"""Questions asked of the event table. Every answer names the claims it stands for; wrong sums are refused.

The counting rules that the docstrings cite by number are listed in DESIGN.md.
"""

from components.measures.agreement import Agreed, Matrix, agreement
from components.measures.alignment import Aligned, Say, alignment, unnumbered
from components.measures.articles import Note, claims_by_article, notes
from components.measures.asking import asked
from components.measures.attribution import Body, Line, Sayings, attribution, sayings
from components.measures.chronicle import AXES, Annals, Axis, Chronicle, Lanes, annals, chronicle
from components.measures.comparisons import Comparison, contradictions
from components.measures.derived import Doubt, derived, doubts, with_sums
from components.measures.envelope import Envelope, envelope
from components.measures.extent import Extent
from components.measures.figures import LeftOut, Point, Series
from components.measures.index import Facet, Index, index, pick
from components.measures.key_figures import KeyFigures, Totals, key_figures, totals
from components.measures.network import Link, Network, Node, network
from components.measures.periods import Period, periods
from components.measures.picks import Pick, happened, known_on
from components.measures.plots import Plot, plot
from components.measures.profile import Profile, profile
from components.measures.register import Register, register
from components.measures.relaying import in_order, relaying
from components.measures.series import series
from components.measures.sums import RefusedSum, add, added
from components.measures.tables import Tables, tables
from components.measures.thinning import thinned
from components.measures.timeline import Event, Timeline, latest, shown, timeline
from components.measures.topics import TOPICS, casualties, counted, materiel, troops
from components.measures.windows import Shown
from components.measures.wording import in_words, opening

__all__ = [
    "AXES",
    "TOPICS",
    "Agreed",
    "Aligned",
    "Annals",
    "Axis",
    "Body",
    "Chronicle",
    "Comparison",
    "Doubt",
    "Envelope",
    "Event",
    "Extent",
    "Facet",
    "Index",
    "KeyFigures",
    "Lanes",
    "LeftOut",
    "Line",
    "Link",
    "Matrix",
    "Network",
    "Node",
    "Note",
    "Period",
    "Pick",
    "Plot",
    "Point",
    "Profile",
    "RefusedSum",
    "Register",
    "Say",
    "Sayings",
    "Series",
    "Shown",
    "Tables",
    "Timeline",
    "Totals",
    "add",
    "added",
    "agreement",
    "alignment",
    "annals",
    "asked",
    "attribution",
    "casualties",
    "chronicle",
    "claims_by_article",
    "contradictions",
    "counted",
    "derived",
    "doubts",
    "envelope",
    "happened",
    "in_order",
    "in_words",
    "index",
    "key_figures",
    "known_on",
    "latest",
    "materiel",
    "network",
    "notes",
    "opening",
    "periods",
    "pick",
    "plot",
    "profile",
    "register",
    "relaying",
    "sayings",
    "series",
    "shown",
    "tables",
    "thinned",
    "timeline",
    "totals",
    "troops",
    "unnumbered",
    "with_sums",
]
