"""The names of sources and the words of the filters, as on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from components import words
from components.lexicon import Lexicon
from components.measures import Pick
from components.statements.tellings import UNNAMED

NOT_IN_LEXICON: Mapping[str, str] = {"unattributed": "Unattributed", "media": "Media and unattributed"}


def of_sources(lexicon: Lexicon) -> Mapping[str, str]:
    """Sources, outlets, families and sides by id; the short name where the lexicon has one."""
    sides = {id_: side.name for id_, side in lexicon.sides.items()}
    families = {
        source.family: sides.get(source.side, source.name)
        for source in lexicon.sources.values()
        if source.family not in lexicon.sources
    }
    outlets = {id_: outlet.name for id_, outlet in lexicon.outlets.items()}
    sources = {id_: source.short or source.name for id_, source in lexicon.sources.items()}
    return {**sides, **families, **outlets, **sources, **NOT_IN_LEXICON}


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


def speaker(name: str, family: str) -> str:
    """A source by name; of those who speak without one, that they do.

    >>> speaker("TASS", "ru"), speaker("Experts", "experts")
    ('TASS', 'Experts (no named source)')
    """
    return f"{name} (no named source)" if family in UNNAMED else name
