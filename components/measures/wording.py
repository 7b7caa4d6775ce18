"""A pick in words: as the filter bar, the stamp and the address say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from components import words
from components.columns import SUBJECTS
from components.measures.index import Index
from components.measures.picks import Pick

PILLS = 7
"""So many bodies have a button each on the filter bar, by the name "source"; the others are in the list "more"."""


def in_words(chosen: Pick, names: Mapping[str, str]) -> tuple[str, ...]:
    """The filters that are set, one phrase each."""
    lists = (
        ("source", [words.relay(body, names) for body in chosen.sources]),
        ("family", [names.get(family, family) for family in chosen.families]),
        ("outlet", [names.get(outlet, outlet) for outlet in chosen.outlets]),
        ("type", [words.EVENTS[event].lower() for event in chosen.event_types]),
        ("counting", [words.MEASURES.get(measure, measure) for measure in chosen.measures]),
        ("of", [names.get(subject, "others") for subject in chosen.subjects]),
        ("number", [words.BOUND_NAMES[bound] for bound in chosen.bounds]),
    )
    days = (("from", chosen.first), ("to", chosen.last), ("as known on", chosen.known_on))
    said = [f"{of} {' or '.join(them)}" for of, them in lists if them]
    said += [f"{of} {words.day(day)}" for of, day in days if day]
    said += [f"with the words {chosen.words}"] if chosen.words else []
    said += ["without inherited dates"] if chosen.given_days else []
    said += ["without repeats and page furniture"] if chosen.told_once else []
    return tuple(said)


def called(names: Mapping[str, str], values: Mapping[str, Sequence[str]]) -> Mapping[str, Mapping[str, str]]:
    """What each choice of each list is called on the filter bar and in the address, by the names of the lists there.

    ``values`` are those of the index; ``names`` gives ids in words.
    """
    bodies = {body: words.body(body, names) for body in values["source"]}
    return {
        "source": bodies,
        "more": bodies,
        "family": names,
        "outlet": names,
        "event": words.EVENTS,
        "measure": {measure: words.MEASURES.get(measure, measure).capitalize() for measure in values["measure"]},
        "subject": {**{subject: names.get(subject, subject) for subject in SUBJECTS}, "other": "Others"},
        "bound": {bound: name.capitalize() for bound, name in words.BOUND_NAMES.items()},
    }


def opening(address: str, chosen: Pick, index: Index, names: Mapping[str, str]) -> str:
    """What opens the page at ``address`` with these filters set."""
    set_ = _set(chosen, called(names, index.values), index.values["source"][:PILLS])
    return f"{address}?{urlencode(set_)}" if set_ else address


def _set(chosen: Pick, labels: Mapping[str, Mapping[str, str]], pills: Sequence[str]) -> list[tuple[str, str]]:
    """The parameters of the address; ``pills`` are the bodies of the first row."""
    lists = {
        "source": [body for body in chosen.sources if body in pills],
        "more": [body for body in chosen.sources if body not in pills],
        "family": chosen.families,
        "outlet": chosen.outlets,
        "event": chosen.event_types,
        "measure": chosen.measures,
        "subject": chosen.subjects,
        "bound": chosen.bounds,
    }
    days = {"from": chosen.first, "to": chosen.last, "known": chosen.known_on}
    set_ = [(key, labels[key].get(value, value)) for key, values in lists.items() for value in values]
    set_ += [(key, day.isoformat()) for key, day in days.items() if day]
    set_ += [("words", chosen.words)] if chosen.words else []
    set_ += [(key, "true") for key, on in (("given", chosen.given_days), ("once", chosen.told_once)) if on]
    return set_
