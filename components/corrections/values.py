"""The cells of a claim that an analyst may correct, as JSON and as cells, and what may stand in them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from components import table
from components.columns import BY_NAME, DAY
from components.lexicon import Lexicon

CHANGEABLE = (
    *("event_type", "modality", "actor", "recipient", "subject", "measure", "item", "low", "best", "high", "bound"),
    *("kind", "unit", "event_start", "event_end", "event_precision", "event_basis", "as_of", "as_of_basis", "said_on"),
    *("place", "source", "relays", "attribution", "stance"),
)
"""The columns that can be corrected. The others are words and offsets of the text, or follow from these."""

_NUMBERS = ("low", "best", "high")
_NEEDED = ("event_type", "modality", "subject", "source", "attribution", "stance", "event_precision")


class CorrectionError(ValueError):
    """Why a correction cannot be made, in one sentence with its cure."""


def said(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says in the columns that can be corrected, as JSON."""
    return {name: table.plain(row[name]) for name in CHANGEABLE}


def cells(values: Mapping[str, Any], lexicon: Lexicon) -> dict[str, Any]:
    """The values as cells of the event table, with the cells that follow from them. Raises CorrectionError."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        found[name] = _cell(name, value, lexicon)
    if "source" in found:
        source = lexicon.sources.get(found["source"])
        found["family"] = source.family if source else "media"
        found["source_class"] = source.class_ if source else "media"
    if "place" in found:
        place = next((one for one in lexicon.places.values() if one.name == found["place"]), None)
        found["lat"], found["lon"] = (place.lat, place.lon) if place else (None, None)
        found["place_precision"] = place.precision if place else None
    return found


def _cell(name: str, value: Any, lexicon: Lexicon) -> Any:
    if name not in CHANGEABLE:
        raise CorrectionError(f"'{name}' cannot be corrected; it is taken from the text or follows from other cells.")
    if name == "relays":
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) and one.strip() for one in value):
            raise CorrectionError("The relays must be a list of names.")
        return tuple(value)
    if value is None or value == "":
        if name in _NEEDED:
            raise CorrectionError(f"The {_in_words(name)} cannot be empty.")
        return None
    kind = BY_NAME[name].dtype
    if name in _NUMBERS:
        return _number(name, value)
    if kind == DAY:
        return _day(name, value)
    if not isinstance(value, str):
        raise CorrectionError(f"The {_in_words(name)} must be text.")
    known = _known(name, lexicon) if isinstance(kind, str) else kind
    if known is not None and value not in known:
        raise CorrectionError(f"'{value}' is no {_in_words(name)}; choose one of {_some(known)}.")
    return value


def _known(name: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    match name:
        case "source":
            return (*sorted(lexicon.sources), "unattributed")
        case "place":
            return tuple(sorted(place.name for place in lexicon.places.values()))
        case "actor" | "recipient":
            return tuple(sorted(lexicon.sides))
        case _:
            return None


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
        raise CorrectionError(f"'{value}' is no number for {name}; write digits, such as 3000.")
    return float(value)


def _day(name: str, value: Any) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        raise CorrectionError(
            f"'{value}' is no day for the {_in_words(name)}; write year, month and day, such as 2025-03-27."
        ) from None


def _in_words(name: str) -> str:
    """A column as it is called in a sentence.

    >>> _in_words("event_type"), _in_words("said_on")
    ('event type', 'day of saying')
    """
    named = {"said_on": "day of saying", "as_of": "day for which it holds", "event_start": "first day of the event"}
    return {**named, "event_end": "last day of the event"}.get(name, name.replace("_", " "))


def _some(known: tuple[str, ...]) -> str:
    return ", ".join(known[:40]) + (" and others" if len(known) > 40 else "")
