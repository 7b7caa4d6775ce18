"""What analysts correct: written down line by line, laid over the event table, never erased."""

from components.corrections.cases import cases
from components.corrections.drafts import (
    ConflictError,
    change,
    check,
    make,
    register,
    registered,
    reject,
    remove,
    settled,
    state,
    stated,
    undo,
)
from components.corrections.entry import Draft, Entry, Stale, holding, undone
from components.corrections.overlay import NOTES, Changed, Corrected, named, overlaid, shown
from components.corrections.values import CHANGEABLE, CorrectionError, said

__all__ = [
    "CHANGEABLE",
    "NOTES",
    "Changed",
    "ConflictError",
    "Corrected",
    "CorrectionError",
    "Draft",
    "Entry",
    "Stale",
    "cases",
    "change",
    "check",
    "holding",
    "make",
    "named",
    "overlaid",
    "register",
    "registered",
    "reject",
    "remove",
    "said",
    "settled",
    "shown",
    "state",
    "stated",
    "undo",
    "undone",
]
