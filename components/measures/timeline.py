"""The events of the timeline: one mark for what one source says of one event, however many articles relay it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components import words
from components.measures.figures import UNDATED, LeftOut
from components.measures.picks import happened
from components.measures.records import TOLD, Record, alike, records
from components.measures.repeats import said_again
from components.statements.tellings import UNNAMED

LANES = ("rok", "ua", "us", "uk", "nato", "eu", "jp", "ru", "prk", "msmt", "un")
SAME_EVENT = (
    "family",
    "source",
    "what",
    "modality",
    "first",
    "last",
    "measure",
    "kind",
    "bound",
    "low",
    "best",
    "high",
)


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one source tells it, in ``claims`` (ids) of ``articles`` (ids). Days are inclusive."""

    family: str
    lane: str
    source: str
    name: str
    event_type: str
    modality: str
    first: dt.date
    last: dt.date
    basis: str
    days: str
    label: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by lane and day, and what is not drawn."""

    events: tuple[Event, ...]
    left_out: tuple[LeftOut, ...]


def timeline(frame: pd.DataFrame, names: Mapping[str, str]) -> Timeline:
    """Every event of ``frame`` on its days; ``names`` gives sources, families and sides by id in words."""
    again = said_again(frame)
    furniture = frame["flags"].map(lambda flags: "boilerplate" in flags).astype(bool) & ~again
    when = happened(frame)
    undated = when["first"].isna() & ~again & ~furniture
    drawn = frame[[*TOLD]].assign(**when, what=_what(frame, when))[~again & ~furniture & ~undated]
    events = [_event(group, names) for group in alike(records(drawn), SAME_EVENT)]
    events.sort(key=lambda event: (lane_order(event.family), event.first, event.last, event.source, event.claims))
    counts = (("said again in the same article", again), ("page furniture", furniture), ("without a day", undated))
    return Timeline(tuple(events), tuple(LeftOut(int(mask.sum()), reason) for reason, mask in counts if mask.any()))


def lane_order(family: str) -> tuple[int, str]:
    """A fixed place for each family, whatever is filtered; those who speak without a name come last."""
    if family in LANES:
        return LANES.index(family), ""
    return len(LANES) + (family in UNNAMED) + (family == "media"), family


def _what(frame: pd.DataFrame, when: pd.DataFrame) -> pd.Series[str]:
    """What happened between whom; the same for all that has neither a number nor a day of its own."""
    told = [frame[column].astype("string").fillna("") for column in ("event_type", "actor", "recipient")]
    bare = when["basis"].isin(UNDATED) & frame["measure"].isna()
    return (told[0] + " " + told[1] + " " + told[2]).mask(bare, "")


def _event(group: list[Record], names: Mapping[str, str]) -> Event:
    row = min(group, key=lambda row: row["basis"] in UNDATED)
    first, last = row["first"].date(), row["last"].date()
    bare = row["what"] == ""
    name = names.get(row["source"], row["source"])
    return Event(
        family=row["family"],
        lane=names.get(row["family"], row["family"]),
        source=row["source"],
        name=name,
        event_type=row["event_type"],
        modality=row["modality"],
        first=first,
        last=last,
        basis=row["basis"],
        days=words.days(first, last, words.known(row["event_text"])),
        label=f"{name}: {len(group)} claims without a day" if bare and len(group) > 1 else label(row, names),
        claims=tuple(other["claim_id"] for other in group),
        articles=tuple(dict.fromkeys(other["article_id"] for other in group)),
    )


def label(row: Record, names: Mapping[str, str]) -> str:
    """One claim in a few words: "Deployment: at least 3,000 more troops"; without a number, who acts towards whom.

    A number of others than North Koreans says whose it is.
    """
    actor, recipient = (names.get(words.known(row[side]), "") for side in ("actor", "recipient"))
    number = quantity(row)
    whose = f" ({actor or 'others'})" if number and row["subject"] != "prk" else ""
    what = number + whose or words.parties(row["event_type"], actor, recipient)
    manner = words.MODALITIES[row["modality"]]
    return words.EVENTS[row["event_type"]] + (f" ({manner})" if manner else "") + (f": {what}" if what else "")


def quantity(row: Record) -> str:
    """The claim's number in words; a vague one as printed; "" where it has none."""
    if not words.known(row["measure"]):
        return ""
    ends = (None if pd.isna(row[end]) else float(row[end]) for end in ("low", "best", "high"))
    number = words.amount(words.known(row["bound"]), *ends)
    if number:
        said = row["measure"] == row["event_type"]
        return number if said else words.thing(number, row["measure"], words.known(row["kind"]) or "total")
    return words.known(row["quantity_text"])
