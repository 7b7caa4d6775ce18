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
from components.corrections.overlay import Changed, Corrected, named, overlaid
from components.corrections.values import CHANGEABLE, CorrectionError

__all__ = [
    "CHANGEABLE",
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
    "settled",
    "state",
    "stated",
    "undo",
    "undone",
]
