"""A briefing: what the screen shows of one pick, bounded, in words, with a number at every figure. It draws nothing."""

from components.briefing.assembly import assemble
from components.briefing.evidence import Evidence
from components.briefing.material import Gathered, Material, gathered, tables
from components.briefing.parts import (
    DRAWN,
    PARTS,
    Briefing,
    Disagreement,
    Happening,
    KeySource,
    MatrixRow,
    Numbered,
    Plotted,
    Told,
    Topic,
)
from components.briefing.stamps import stamp

__all__ = [
    "DRAWN",
    "PARTS",
    "Briefing",
    "Disagreement",
    "Evidence",
    "Gathered",
    "Happening",
    "KeySource",
    "Material",
    "MatrixRow",
    "Numbered",
    "Plotted",
    "Told",
    "Topic",
    "assemble",
    "gathered",
    "stamp",
    "tables",
]
