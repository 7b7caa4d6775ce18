"""One event of the timeline in words, and many as one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from components import words
from components.measures.chronicle import Chronicle, Lanes
from components.measures.gathering import step_days
from components.measures.records import Record, records

NAMED = 3
"""So many types or sources of gathered events are named; the rest are counted."""

FINE = ("week", "month")
"""Steps beside which a span inside one of them is wide enough to be seen."""

SPOKEN: Mapping[str, str] = {"said_on": "the day it was said", "published": "the day of printing"}


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one source tells it, in ``claims`` (ids) of ``articles`` (ids). Days are inclusive.

    Or so many (``number``) of one lane, family and manner gathered. ``spot``: it has one place on the axis, a day or
    the step in which it lies with all that it gathers. ``side`` is the family in words, ``dated`` where the days come
    from, ``beside`` the fewest words that tell it in its lane.
    """

    family: str
    side: str
    lane: str
    source: str
    name: str
    event_type: str
    modality: str
    first: dt.date
    last: dt.date
    basis: str
    days: str
    dated: str
    label: str
    beside: str
    sentence: str
    spot: bool
    number: int
    claims: tuple[str, ...]
    articles: tuple[str, ...]


def singly(told: Chronicle, rows: pd.DataFrame, names: Mapping[str, str]) -> Iterator[Event]:
    """Each of ``rows`` as an event of its own."""
    claims, articles = _carried(told, pd.Series(rows.index, index=rows.index))
    for at, row in zip(rows.index.tolist(), records(rows), strict=True):
        yield _event(row, claims[at], articles[at], told, names)


def together(
    told: Chronicle, rows: pd.DataFrame, marks: pd.DataFrame, step: str, names: Mapping[str, str]
) -> Iterator[Event]:
    """The events of each mark as one; ``marks`` has the ``mark`` of each of ``rows``, and its first and last step."""
    claims, articles = _carried(told, marks["mark"])
    rows = rows.assign(**marks[["mark", "begin", "end"]])
    sources, types = _counted(rows, "source"), _counted(rows, "event_type")
    heads = rows.assign(latest=rows.groupby("mark")["last"].transform("max")).drop_duplicates("mark")
    for row in records(heads):
        mark = row["mark"]
        event = _event(row, claims[mark], articles[mark], told, names)
        if sum(types[mark].values()) > 1:
            event = _several(
                event, row, step, told.lanes, _named(sources[mark], names), _named(types[mark], words.EVENTS)
            )
        elif step not in FINE and row["begin"] == row["end"]:
            event = replace(event, spot=True)
        yield event


def _carried(told: Chronicle, marks: pd.Series[int]) -> tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]]:
    """The claims and the articles of each mark; ``marks`` gives the mark of each event."""
    own = told.claims[told.claims["event"].isin(marks.index)]
    claims: dict[int, dict[str, None]] = {}
    articles: dict[int, dict[str, None]] = {}
    columns = (own["event"].map(marks), own["claim_id"], own["article_id"])
    for mark, claim, article in zip(*(column.tolist() for column in columns), strict=True):
        claims.setdefault(mark, {})[claim] = None
        articles.setdefault(mark, {})[article] = None
    return {mark: tuple(ids) for mark, ids in claims.items()}, {mark: tuple(ids) for mark, ids in articles.items()}


def _counted(rows: pd.DataFrame, column: str) -> dict[int, dict[str, int]]:
    """How many events of each mark have each value of the column, the most first."""
    found: dict[int, dict[str, int]] = {}
    sizes = rows.groupby(["mark", column], observed=True, sort=False).size()
    counts = sizes.sort_values(ascending=False, kind="stable")
    for (mark, value), number in zip(counts.index.tolist(), counts.tolist(), strict=True):
        found.setdefault(mark, {})[value] = number
    return found


def _named(counts: Mapping[str, int], names: Mapping[str, str]) -> dict[str, int]:
    """The same with the values in words, those beyond the first few together."""
    named = {names.get(value, value): number for value, number in list(counts.items())[:NAMED]}
    others = sum(counts.values()) - sum(named.values())
    return {**named, "others": others} if others else named


def _event(
    row: Record, claims: tuple[str, ...], articles: tuple[str, ...], told: Chronicle, names: Mapping[str, str]
) -> Event:
    first, last = row["first"].date(), row["last"].date()
    name, side = names.get(row["source"], row["source"]), names.get(row["family"], row["family"])
    undated = f"{len(claims)} claims without a day" if row["bare"] and len(claims) > 1 else ""
    full = f"{name}: {undated}" if undated else label(row, names)
    of_text = told.axis not in SPOKEN
    return Event(
        family=row["family"],
        side=side,
        lane=side if told.lanes == "family" else words.EVENTS[row["event_type"]],
        source=row["source"],
        name=name,
        event_type=row["event_type"],
        modality=row["modality"],
        first=first,
        last=last,
        basis=row["basis"],
        days=words.days(first, last, words.known(row["event_text"]) if of_text else ""),
        dated=words.BASES[row["basis"]] if of_text else SPOKEN[told.axis],
        label=full,
        beside=full if told.lanes == "family" else _in_type(name, undated or _what(row, names), row["modality"]),
        sentence=row["sentence"],
        spot=first == last,
        number=1,
        claims=claims,
        articles=articles,
    )


def _in_type(name: str, what: str, modality: str) -> str:
    """What an event says in the lane of its type: "South Korea's JCS: at least 3,000 more troops"."""
    manner = words.MODALITIES[modality]
    return name + (f" ({manner})" if manner else "") + (f": {what}" if what else "")


def _several(
    event: Event, row: Record, step: str, lanes: Lanes, sources: Mapping[str, int], types: Mapping[str, int]
) -> Event:
    """All events of a mark, whose first is given: how many of each type or, in the lane of a type, of each source."""
    spot = row["begin"] == row["end"]
    first, last = step_days(row["begin"], step) if spot else (event.first, row["latest"].date())
    number = sum(types.values())
    parts = types if lanes == "family" else sources
    told = f"{words.count(number)} events: {words.listed([f'{part} {count}' for part, count in parts.items()])}"
    return replace(
        event,
        source="",
        name=words.listed(list(sources)),
        event_type=event.event_type if len(types) == 1 else "",
        first=first,
        last=last,
        days=words.days(first, last),
        dated="the days of all of them",
        label=told,
        beside=words.count(number),
        sentence="",
        spot=spot,
        number=number,
    )


def label(row: Record, names: Mapping[str, str]) -> str:
    """One claim in a few words: "Deployment: at least 3,000 more troops"; without a number, who acts towards whom.

    A number of others than North Koreans says whose it is.
    """
    what, manner = _what(row, names), words.MODALITIES[row["modality"]]
    return words.EVENTS[row["event_type"]] + (f" ({manner})" if manner else "") + (f": {what}" if what else "")


def _what(row: Record, names: Mapping[str, str]) -> str:
    """The claim's number, or who acts towards whom; "" where neither is told."""
    actor, recipient = (names.get(words.known(row[side]), "") for side in ("actor", "recipient"))
    number = quantity(row)
    whose = f" ({actor or 'others'})" if number and row["subject"] != "prk" else ""
    return number + whose or words.parties(row["event_type"], actor, recipient)


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
