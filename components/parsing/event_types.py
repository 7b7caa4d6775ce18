"""Which event type a figure tells, and whether a happening beside it adds anything."""

from __future__ import annotations

from components.model import Claim
from components.parsing.counts import Count

_EVENT_OF = {"workers": "labour", "captured": "capture"}
_CASUALTIES = frozenset({"killed", "wounded", "casualties", "missing", "losses"})
_MOVES = frozenset({"deployment", "withdrawal", "exchange", "combat", "labour"})
_GOODS = frozenset({"shells", "missiles", "artillery", "containers", "vehicles", "drones"})


def event_type(count: Count) -> str:
    if count.measure in _CASUALTIES:
        return "casualties"
    verb = count.predicate.event if count.predicate is not None else ""
    if count.measure in _GOODS:
        return verb if verb in ("technology_transfer", "economic_aid") else "arms_transfer"
    if count.measure in _EVENT_OF:
        return _EVENT_OF[count.measure]
    return verb if verb in _MOVES else "deployment"


def is_news(claim: Claim) -> bool:
    """Casualties told in passing, without a number or a day, are news of North Korea's alone."""
    return claim.event_type != "casualties" or claim.actor == "prk"


def tells_the_same(figure: Claim, event: Claim) -> bool:
    """A happening without days of its own adds nothing to a figure of the same event type."""
    if figure.event_type != event.event_type:
        return False
    return event.when.basis in ("published", "inherited") or event.when.text == figure.when.text
