"""The one who may be speaking, and what an article has introduced so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from components.model import Span

Naming: TypeAlias = Literal["body", "post", "person", "outlet", "capital", "pronoun", "definite", "name"]

PERSONAL = frozenset({"he", "she"})
IMPERSONAL = frozenset({"it", "they", "we"})
DEFINITE = frozenset(
    "agency ministry service report document paper assessment official officials lawmaker lawmakers spokesman "
    "spokesperson spokeswoman statement update team staff military official two both source study".split()
)
TITLES = frozenset(
    "rep brig cmdr lt gen col maj sgt capt adm mr mrs ms dr prof president minister secretary spokesman spokesperson "
    "spokeswoman representative director chief head deputy commander officer adviser advisor general colonel major "
    "lawmaker legislator mp ambassador envoy leader chairman chairperson analyst researcher expert senator "
    "member".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """``source`` is a lexicon id, "relay" for one who only passes on, or None where only the context can tell.

    ``implied`` marks a post whose side is not printed beside it.
    """

    source: str | None
    naming: Naming
    first: int
    last: int
    span: Span
    name: str = ""
    side: str | None = None
    office: str | None = None
    person: bool = False
    implied: bool = False


def relay_name(speaker: Speaker) -> str:
    """How a relay is written in the table: an outlet's or source's id, or "lawmaker: Name"."""
    if speaker.naming == "outlet":
        return speaker.name
    if speaker.source == "relay":
        return f"lawmaker: {speaker.name}" if speaker.person and speaker.name else "lawmaker"
    return speaker.source or ""


@dataclass(slots=True)
class Register:
    """The names an article has introduced so far, by part, with the source they speak for.

    ``subject`` is the side that opened the sentence before: "Kyiv goes further. Its spy chief said ..."
    ``home`` is the side of the dateline: in "TOKYO, May 4" the ministry is Japan's.
    """

    names: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    subject: str | None = None
    home: str | None = None

    def learn(self, name: str, source: str | None) -> None:
        for part in name.casefold().split():
            if len(part) > 2:
                self.names.setdefault(part, (source, name))
