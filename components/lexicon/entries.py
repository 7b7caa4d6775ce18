"""The rows of the word files. Each has words and examples that the tests run; README.md explains them to analysts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

SourceClass: TypeAlias = Literal[
    "party", "ally", "third_state", "multilateral", "state_media", "think_tank", "media", "unnamed"
]
Reliability: TypeAlias = Literal["A", "B", "C", "D", "E", "F"]
"""The grades of the Admiralty code for a source: A completely reliable to E unreliable, F cannot be judged."""

Role: TypeAlias = Literal["people", "casualty", "materiel"]
CueRole: TypeAlias = Literal[
    "says",
    "quotes",
    "according_to",
    "denies",
    "declines",
    "doubts",
    "hedges",
    "plans",
    "adds",
    "besides",
    "sums",
    "grows",
    "lowers",
    "recounts",
    "subset",
    "capacity",
    "rate",
    "history",
    "elsewhere",
    "arms",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every word has. ``words`` are safe anywhere; a capital letter in them must be a capital in the text."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entry):
    """One who asserts. ``weak`` words count only after a safe word of the same side stood in the article.

    ``short`` is the name where room is scarce: on charts and filters. A ``compiler`` collects what others said, so
    that it stands behind a figure only where it said it first.
    """

    name: str
    short: str = ""
    family: str
    class_: SourceClass
    side: str = "other"
    weak: tuple[str, ...] = ()
    compiler: bool = False
    reliability: Reliability = "F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Entry):
    """A body or post of a side: "spy agency" is the NIS in Seoul and HUR in Kyiv. ``of``: side -> source id."""

    of: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """A named person and the source for whom that person speaks. ``weak`` is the surname, safe after the full name."""

    name: str
    source: str
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet(Entry):
    """One who prints or relays. ``source`` is set where the outlet is itself a source of the table (TASS, KCNA)."""

    name: str
    source: str = "media"
    agency: bool = False
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Entry):
    """A state or people. ``words`` are its names, ``adjectives`` its people's; ``government`` speaks when it does."""

    name: str
    government: str = ""
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun(Entry):
    """A counted noun, singular; plurals follow from grammar. ``side`` where the noun itself says whose it is."""

    measure: str
    role: Role
    side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Entry):
    """A noun whose number counts neither people nor materiel: days, kilometres, villages, dollars."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb(Entry):
    """An event verb or noun, all printed forms in ``words``. ``measure`` where it makes people killed, wounded, ..."""

    event: str
    measure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Entry):
    """A word that attributes, hedges, denies, plans, adds, takes a part or moves a count; see README.md.

    ``stance`` for those that attribute.
    """

    does: CueRole
    stance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entry):
    """A place on the map, degrees north and east; ``precision`` is city, region or country."""

    name: str
    side: str
    lat: float
    lon: float
    precision: Literal["city", "region", "country"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate(Entry):
    """A phrase that marks a line as page furniture. ``looks``: it opens the line, is all of it, or stands anywhere."""

    looks: Literal["opens", "whole", "anywhere"]
    through: Literal["line", "end", "list"] = "line"
