"""One event of the timeline in words, and many as one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from components import words
from components.measures.chronicle import Chronicle, Lanes
from components.measures.gathering import Gathering, step_days
from components.measures.records import Record, records
from components.measures.rows import Codes, begins, day_of

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


def singly(told: Chronicle, which: Codes, names: Mapping[str, str]) -> Iterator[Event]:
    """Each of these events by itself."""
    carried = _carried(told, which, told.sizes[which])
    for row, (claims, articles) in zip(_heads(told, which), carried, strict=True):
        yield _event(row, claims, articles, told, names)


def together(told: Chronicle, which: Codes, marks: Gathering, names: Mapping[str, str]) -> Iterator[Event]:
    """These events, those of each mark as one."""
    its, leads = told.annals.tellings, told.leads[which]
    order = np.argsort(marks.mark.astype(np.uint16), kind="stable")
    first = begins(marks.mark[order])
    sources = _counted(marks.mark, its.source[leads], its.values["source"])
    types = _counted(marks.mark, its.type[leads], its.values["event_type"])
    latest = np.maximum.reduceat(its.last[leads][order], first).tolist()
    carried = _carried(told, which[order], np.add.reduceat(told.sizes[which[order]], first))
    steps = zip(marks.begin.tolist(), marks.end.tolist(), strict=True)
    heads = _heads(told, which[order[first]])
    for row, (claims, articles), own, of, steps_, last in zip(
        heads, carried, sources, types, steps, latest, strict=True
    ):
        event = _event(row, claims, articles, told, names)
        if sum(of.values()) > 1:
            within = step_days(steps_[0], marks.step) if steps_[0] == steps_[1] else None
            event = _several(event, within, day_of(last), told.lanes, _named(own, names), _named(of, words.EVENTS))
        elif marks.step not in FINE and steps_[0] == steps_[1]:
            event = replace(event, spot=True)
        yield event


def _heads(told: Chronicle, which: Codes) -> Iterator[Record]:
    """The claim that tells each of these events, with the event's days and where they come from."""
    its, leads = told.annals.tellings, told.leads[which]
    rows = records(told.annals.register.told.take(its.place[leads]))
    for row, at in zip(rows, leads.tolist(), strict=True):
        when = {"first": day_of(int(its.first[at])), "last": day_of(int(its.last[at]))}
        yield {**row, **when, "basis": its.basis[at], "bare": bool(its.bare[at])}


def _carried(told: Chronicle, which: Codes, sizes: Codes) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The claims and the articles of marks, each of so many claims (``sizes``) of these events in turn."""
    places = told.places(which)
    claims, articles = (ids[places].tolist() for ids in (told.annals.register.claims, told.annals.register.articles))
    ends = np.cumsum(sizes)
    for begin, end in zip((ends - sizes).tolist(), ends.tolist(), strict=True):
        yield tuple(claims[begin:end]), tuple(dict.fromkeys(articles[begin:end]))


def _counted(marks: Codes, codes: Codes, values: Sequence[str]) -> list[dict[str, int]]:
    """How many events of each mark have each value, the most first, else the first."""
    keys = marks * len(values) + codes
    sizes = np.bincount(keys)
    early = np.zeros(len(sizes), dtype=np.int64)
    early[keys[::-1]] = np.arange(len(keys))[::-1]
    present = np.flatnonzero(sizes)
    present = present[np.lexsort((early[present], -sizes[present], present // len(values)))]
    found: list[dict[str, int]] = [{} for _ in range(int(marks.max(initial=-1)) + 1)]
    for key, number in zip(present.tolist(), sizes[present].tolist(), strict=True):
        found[key // len(values)][values[key % len(values)]] = number
    return found


def _named(counts: Mapping[str, int], names: Mapping[str, str]) -> dict[str, int]:
    """The same with the values in words, those beyond the first few together."""
    named = {names.get(value, value): number for value, number in list(counts.items())[:NAMED]}
    others = sum(counts.values()) - sum(named.values())
    return {**named, "others": others} if others else named


def _event(
    row: Record, claims: tuple[str, ...], articles: tuple[str, ...], told: Chronicle, names: Mapping[str, str]
) -> Event:
    first, last = row["first"], row["last"]
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
    event: Event,
    within: tuple[dt.date, dt.date] | None,
    latest: dt.date,
    lanes: Lanes,
    sources: Mapping[str, int],
    types: Mapping[str, int],
) -> Event:
    """All events of a mark, whose first is given: how many of each type or, in the lane of a type, of each source.

    They lie ``within`` the days of one step, or to the ``latest`` of them.
    """
    first, last = within or (event.first, latest)
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
        spot=within is not None,
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
