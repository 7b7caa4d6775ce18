"""What a relay moved, against the most careful relay of the same figure. Each dimension is judged by itself."""

from __future__ import annotations

from collections.abc import Iterator

from components.columns import BESIDES, INCLUDES
from components.statements.statement import Moved, Told

_OPENNESS = {
    "exact": "closed",
    "approx": "about",
    "at_least": "up",
    "more_than": "up",
    "up_to": "down",
    "nearly": "down",
    "range": "range",
    "vague": "vague",
}
_DONE = ("total", "additional", "subset")


def moved(careful: Told, relay: Told, together: bool = False) -> tuple[Moved, ...]:
    """Every dimension in which ``relay`` says it otherwise.

    ``together``: the relay tells another figure of the same alternative, so that its reader adds what excludes itself.
    """
    return (*_bound(careful, relay), *_hedge(careful, relay), *_what(careful, relay, together))


def wording(told: Told) -> tuple[object, ...]:
    """All that a relay can move; texts with the same are in agreement."""
    bound = _OPENNESS[told.bound or "exact"]
    return told.measure, told.kind, told.modality, told.ends, bound, _sureness(told), _scope(told)


def _scope(told: Told) -> frozenset[str]:
    return frozenset({INCLUDES, BESIDES} & {*told.flags})


def _bound(careful: Told, relay: Told) -> Iterator[Moved]:
    before, after = _OPENNESS[careful.bound or "exact"], _OPENNESS[relay.bound or "exact"]
    if before != after:
        yield "bound_dropped" if after == "closed" else "bound_changed"


def _hedge(careful: Told, relay: Told) -> Iterator[Moved]:
    before, after = _sureness(careful), _sureness(relay)
    if before < after and not (before == 1 and after == 2 and relay.stance == "assesses"):
        yield "hedge_weakened"
    elif before > after and not (before == 2 and after == 1 and careful.stance == "assesses"):
        yield "hedge_strengthened"


def _sureness(told: Told) -> int:
    """0 possible, 1 hedged in words, 2 plain, 3 called confirmed."""
    if told.modality == "possible":
        return 0
    if told.stance in ("confirms", "acknowledges"):
        return 3
    return 1 if told.confidence_text else 2


def _what(careful: Told, relay: Told, together: bool) -> Iterator[Moved]:
    if careful.measure != relay.measure:
        yield "measure_changed"
    if not _same_number(careful, relay):
        yield "number_changed"
    yield from _kind(careful, relay)
    if _scope(careful) != _scope(relay):
        yield "scope_changed"
    if careful.alternative_group and not relay.alternative_group and together:
        yield "or_to_and"


def _same_number(careful: Told, relay: Told) -> bool:
    """An end of a range is a moved bound, not another number."""
    return not {*careful.ends}.isdisjoint(relay.ends)


def _kind(careful: Told, relay: Told) -> Iterator[Moved]:
    before, after = careful.kind, relay.kind
    planned = before == "planned" or careful.modality == "planned"
    if planned and after in _DONE and relay.modality != "planned":
        yield "plan_as_fact"
    elif before == "capacity" and after in _DONE:
        yield "capacity_as_actual"
    elif (before, after) == ("subset", "additional"):
        yield "subset_as_addition"
    elif {before, after} == {"total", "additional"} or ("rate" in (before, after) and before != after):
        yield "scope_changed"
