"""Who says what, who passed it on, and which articles print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from components import words
from components.measures.figures import UNDATED
from components.measures.picks import happened
from components.measures.records import TOLD, Record, records
from components.measures.repeats import rejected, said_again
from components.measures.timeline import label, lane_order

Part: TypeAlias = Literal["asserts", "relays"]
Codes: TypeAlias = npt.NDArray[np.int64]
PARTS: tuple[Part, ...] = ("asserts", "relays")
LINES = 12
"""Each body has so many lines at least, where it has them."""


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
    """A source or relay with the first of its lines, what it asserts before what it relays and figures before the rest.

    ``asserted``, ``relayed`` and ``more``, which are in none of these lines, count claims: a line may hold several.
    """

    id: str
    name: str
    family: str
    lines: tuple[Line, ...]
    asserted: int
    relayed: int
    more: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Sayings:
    """What each claim of an event table says, in words: laid out once a table, for every view of it.

    ``codes`` number the rows by what they say; ``said`` has for each number source, label, days and relays.
    """

    names: Mapping[str, str]
    codes: pd.Series[int]
    said: tuple[tuple[str, ...], ...]

    def bodies(
        self, found: pd.DataFrame, families: Mapping[str, str], only: Iterable[str] = (), share: int = 0
    ) -> tuple[Body, ...]:
        """Every body that asserts or relays in the rows ``found``, by family; ``only`` these where any are named.

        ``families`` gives the family of a relay that is itself a source. Claims said again in an article and rejected
        ones are left out. Where so many lines in all are wanted, each body has its ``share`` of them, but never less
        than LINES.
        """
        rows = found[~said_again(found) & ~rejected(found)]
        told = _told(rows, self.codes.loc[rows.index].to_numpy().astype(np.int64))
        wanted = set(only)
        named = [body for body in told.bodies if not wanted or body in wanted]
        most = max(LINES, share // max(1, len(named))) if share else None
        own = dict(zip(rows["source"], rows["family"], strict=True))
        every = [self._body(body, told, own.get(body) or families.get(body, "media"), most) for body in named]
        return tuple(sorted(every, key=lambda body: (lane_order(body.family), -body.asserted, body.name)))

    def _body(self, id_: str, told: _Told, family: str, most: int | None) -> Body:
        groups = told.bodies[id_]
        shown = groups[:most]
        return Body(
            id=id_,
            name=words.body(id_, self.names),
            family=family,
            lines=tuple(self._line(told, group) for group in shown),
            asserted=told.claims(group for group in groups if not told.relayed[group]),
            relayed=told.claims(group for group in groups if told.relayed[group]),
            more=told.claims(groups[len(shown) :]),
        )

    def _line(self, told: _Told, group: int) -> Line:
        its = told.rows[told.begins[group] : told.ends[group]]
        source, said, days, *relays = self.said[told.codes[group]]
        return Line(
            part=PARTS[told.relayed[group]],
            label=said,
            days=days,
            source=words.relay(source, self.names),
            relays=tuple(words.relay(relay, self.names) for relay in relays),
            claims=tuple(told.claim_ids[its]),
            articles=tuple(dict.fromkeys(told.article_ids[its])),
            sentence=str(told.sentences[its[0]]),
        )


@dataclass(frozen=True, slots=True)
class _Told:
    """Groups of rows in which one body has one part in one thing said: ``rows`` from ``begins`` to ``ends`` are places
    in the table, and in the columns of it that lines show. ``bodies`` have the numbers of their groups in the order of
    the lines.
    """

    claim_ids: pd.api.extensions.ExtensionArray
    article_ids: pd.api.extensions.ExtensionArray
    sentences: pd.api.extensions.ExtensionArray
    bodies: Mapping[str, list[int]]
    rows: Codes
    begins: list[int]
    ends: list[int]
    codes: list[int]
    relayed: list[int]

    def claims(self, groups: Iterable[int]) -> int:
        """How many rows these groups have."""
        return sum(self.ends[group] - self.begins[group] for group in groups)


def _told(rows: pd.DataFrame, codes: Codes) -> _Told:
    passed = rows["relays"].reset_index(drop=True).explode().dropna()
    places = np.concatenate([np.arange(len(rows)), passed.index.to_numpy(dtype=np.int64)])
    relayed = np.repeat([0, 1], [len(rows), len(passed)])
    numbers, names = pd.factorize(np.concatenate([rows["source"].astype(object), passed.astype(object)]))
    unnumbered = rows["measure"].isna().to_numpy()[places]
    said = codes[places]
    order = np.lexsort((places, said, relayed, numbers))
    keys = np.stack([numbers, relayed, said])[:, order]
    begins = np.flatnonzero(np.r_[True, (keys[:, 1:] != keys[:, :-1]).any(axis=0)]) if len(order) else order
    ends = np.r_[begins[1:], len(order)]
    first = order[begins]
    bodies: dict[str, list[int]] = {}
    for group in np.lexsort((places[first], unnumbered[first], relayed[first])):
        bodies.setdefault(str(names[numbers[first[group]]]), []).append(int(group))
    return _Told(
        claim_ids=rows["claim_id"].array,
        article_ids=rows["article_id"].array,
        sentences=rows["sentence"].array,
        bodies=bodies,
        rows=places[order],
        begins=begins.tolist(),
        ends=ends.tolist(),
        codes=said[first].tolist(),
        relayed=relayed[first].tolist(),
    )


def sayings(frame: pd.DataFrame, names: Mapping[str, str]) -> Sayings:
    """What every claim of an event table says; ``names`` gives sources by id in words."""
    rows = records(frame[[*TOLD]].assign(**happened(frame)))
    said = [(row["source"], label(row, names), own_days(row), *row["relays"]) for row in rows]
    number: dict[tuple[str, ...], int] = {}
    codes = [number.setdefault(one, len(number)) for one in said]
    return Sayings(names, pd.Series(codes, index=frame.index, dtype="int64"), tuple(number))


def attribution(
    frame: pd.DataFrame, names: Mapping[str, str], families: Mapping[str, str], only: Iterable[str] = ()
) -> tuple[Body, ...]:
    """The bodies of a table that is asked once, with all their lines; whoever asks it often keeps its ``sayings``."""
    return sayings(frame, names).bodies(frame, families, only)


def own_days(row: Record) -> str:
    """The days of the event, "" where only the day of printing or saying stands for them."""
    if row["first"] is pd.NaT or row["basis"] in UNDATED:
        return ""
    return words.days(row["first"].date(), row["last"].date(), words.known(row["event_text"]))
