"""Who says what, who passed it on, and which articles print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from components import words
from components.measures.figures import UNDATED
from components.measures.picks import happened
from components.measures.records import TOLD, Record, records
from components.measures.repeats import said_again
from components.measures.timeline import label, lane_order

Part: TypeAlias = Literal["asserts", "relays"]
Told: TypeAlias = dict[tuple[str, ...], list[Record]]
"""Claims by what they say: (source, label, days, relays ...)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, in ``claims`` (ids) of ``articles`` (ids).

    ``source`` names who asserts it, ``relays`` who passed it on, in order; ``part`` is the body's own part in it.
    """

    part: Part
    label: str
    days: str
    source: str
    relays: tuple[str, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Body:
    """A source or relay with the lines it asserts before those it relays."""

    id: str
    name: str
    family: str
    lines: tuple[Line, ...]

    def count(self, part: Part) -> int:
        """So many claims (not lines) in which the body has this part."""
        return sum(len(line.claims) for line in self.lines if line.part == part)


def attribution(
    frame: pd.DataFrame, names: Mapping[str, str], families: Mapping[str, str], only: Iterable[str] = ()
) -> tuple[Body, ...]:
    """Every body of ``frame`` that asserts or relays, by family; ``only`` these bodies where any are named.

    ``families`` gives the family of a relay that is itself a source. Claims said again in an article are left out.
    """
    when = happened(frame)
    rows = records(frame[[*TOLD]].assign(**when)[~said_again(frame)])
    found: dict[tuple[str, str], Told] = {}
    for row in rows:
        for part, body in (("asserts", row["source"]), *(("relays", relay) for relay in row["relays"])):
            told = (row["source"], label(row, names), own_days(row), *row["relays"])
            found.setdefault((body, part), {}).setdefault(told, []).append(row)
    wanted = set(only)
    bodies = dict.fromkeys(body for body, _ in found if not wanted or body in wanted)
    own = {row["source"]: row["family"] for row in rows}
    every = [
        Body(body, words.body(body, names), own.get(body) or families.get(body, "media"), _lines(body, found, names))
        for body in bodies
    ]
    return tuple(sorted(every, key=lambda body: (lane_order(body.family), -body.count("asserts"), body.name)))


def _lines(
    body: str,
    found: Mapping[tuple[str, str], Told],
    names: Mapping[str, str],
) -> tuple[Line, ...]:
    parts: tuple[Part, ...] = ("asserts", "relays")
    return tuple(
        Line(
            part=part,
            label=told[1],
            days=told[2],
            source=words.relay(told[0], names),
            relays=tuple(words.relay(relay, names) for relay in told[3:]),
            claims=tuple(row["claim_id"] for row in rows),
            articles=tuple(dict.fromkeys(row["article_id"] for row in rows)),
            sentence=rows[0]["sentence"],
        )
        for part in parts
        for told, rows in _figures_first(found.get((body, part), {}))
    )


def _figures_first(told: Told) -> list[tuple[tuple[str, ...], list[Record]]]:
    return sorted(told.items(), key=lambda line: words.known(line[1][0]["measure"]) == "")


def own_days(row: Record) -> str:
    """The days of the event, "" where only the day of printing or saying stands for them."""
    if row["first"] is pd.NaT or row["basis"] in UNDATED:
        return ""
    return words.days(row["first"].date(), row["last"].date(), words.known(row["event_text"]))
