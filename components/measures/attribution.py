"""Who says what, who passed it on, and which articles print it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from components import words
from components.measures.alike import alike_in
from components.measures.figures import UNDATED
from components.measures.picks import happened
from components.measures.records import TOLD, Record, records
from components.measures.register import Register, register
from components.measures.rows import Codes, Rows, all_of, spread
from components.measures.timeline import label, lane_order

Part: TypeAlias = Literal["asserts", "relays"]
PARTS: tuple[Part, ...] = ("asserts", "relays")
OWN = ("claim_id", "article_id", "sentence")
"""The columns that no two claims of different articles share, and that are no part of what is said."""


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
    """What each claim of an event table says, in words, and who says it or passes it on: laid out once a table.

    ``place``, ``part`` (twice the number of a body, and one more where it relays) and ``group`` are of each claim that
    a body makes or relays, in the order of their lines; a group is one body's one part in one thing said. Of each group
    ``said`` has source, label, days and relays, ``relays`` tells whether the body passes it on, and its claims lie
    among ``members``, from ``begin`` so many (``sizes``). ``own`` gives the family of each source.
    """

    names: Mapping[str, str]
    register: Register
    ids: tuple[str, ...]
    own: Mapping[str, str]
    place: Codes
    part: Codes
    group: Codes
    members: Codes
    begin: Codes
    sizes: Codes
    said: tuple[tuple[str, ...], ...]
    relays: Rows

    def named(self, rows: Rows) -> frozenset[str]:
        """The ids of all that assert or relay something in these rows."""
        found = self.part[self._kept(rows)[self.place]] // 2
        return frozenset(self.ids[n] for n in np.unique(found).tolist())

    def bodies(
        self, rows: Rows, families: Mapping[str, str], only: Collection[str] = (), room: int | None = None
    ) -> tuple[Body, ...]:
        """Every body that asserts or relays in these rows, by family; ``only`` these where any are named.

        ``families`` gives the family of a relay that is itself a source. Claims said again in an article and rejected
        ones are left out. With ``room`` for so many lines in all, those who have the most give way to the others.
        """
        kept = self._kept(rows)
        found = np.flatnonzero(kept[self.place])
        asserted, relayed = np.bincount(self.part[found], minlength=2 * len(self.ids)).reshape(-1, 2).T.tolist()
        bounds = np.searchsorted(self.part[found] // 2, np.arange(len(self.ids) + 1))
        named = [n for n, id_ in enumerate(self.ids) if asserted[n] + relayed[n] and (not only or id_ in only)]
        firsts = [_firsts(self.group[found[bounds[n] : bounds[n + 1]]], room) for n in named]
        most = None if room is None else shared([len(groups) for groups in firsts], room)
        every = []
        for n, groups in zip(named, firsts, strict=True):
            id_ = self.ids[n]
            lines = tuple(self._lines(groups[:most], kept))
            more = asserted[n] + relayed[n] - sum(len(line.claims) for line in lines)
            family = self.own[id_] if asserted[n] else families.get(id_, "media")
            every.append(Body(id_, words.body(id_, self.names), family, lines, asserted[n], relayed[n], more))
        return tuple(sorted(every, key=lambda body: (lane_order(body.family), -body.asserted, body.name)))

    def _kept(self, rows: Rows) -> Rows:
        return rows & ~self.register.again.among(rows) & ~self.register.rejected

    def _lines(self, groups: Codes, kept: Rows) -> Iterator[Line]:
        """The lines of one body: these groups, as far as their claims are kept."""
        places = self.members[spread(self.begin[groups], self.sizes[groups])]
        of = np.repeat(np.arange(len(groups)), self.sizes[groups])[kept[places]]
        places = places[kept[places]]
        first = np.searchsorted(of, np.arange(len(groups)))
        claims, articles = (ids[places].tolist() for ids in (self.register.claims, self.register.articles))
        sentences = self.register.told["sentence"].take(places[first]).tolist()
        ends = [*first[1:].tolist(), len(places)]
        for group, begin, end, sentence in zip(groups.tolist(), first.tolist(), ends, sentences, strict=True):
            source, said, days, *relays = self.said[group]
            yield Line(
                part=PARTS[int(self.relays[group])],
                label=said,
                days=days,
                source=words.relay(source, self.names),
                relays=tuple(words.relay(relay, self.names) for relay in relays),
                claims=tuple(claims[begin:end]),
                articles=tuple(dict.fromkeys(articles[begin:end])),
                sentence=sentence,
            )


def shared(wanted: Sequence[int], room: int) -> int:
    """How many each may have at most, at least one, so that what they want fits into the room where it can.

    >>> shared([16, 3, 1], 10), shared([16, 3, 1], 40), shared([5, 5, 5], 2), shared([], 5)
    (6, 16, 1, 5)
    """
    for place, number in enumerate(sorted(wanted)):
        level = room // (len(wanted) - place)
        if number >= level:
            return max(1, level)
        room -= number
    return max(wanted, default=room)


def _firsts(groups: Codes, most: int | None) -> Codes:
    """The first groups in their order, each once: ``most`` of them, or all."""
    size = len(groups) if most is None else 4 * most
    while True:
        first = list(dict.fromkeys(groups[:size].tolist()))[:most]
        if len(first) == most or size >= len(groups):
            return np.array(first, dtype=np.int64)
        size *= 4


def sayings(frame: pd.DataFrame, names: Mapping[str, str], shared: Register) -> Sayings:
    """What every claim of an event table with this register says; ``names`` gives sources by id in words."""
    told = frame[[name for name in TOLD if name not in OWN]].assign(**happened(frame))
    alike = alike_in(told, [*told.columns]).to_numpy()
    firsts = records(told.take(np.unique(alike, return_index=True)[1]))
    number: dict[tuple[str, ...], int] = {}
    said = np.array([number.setdefault(_said(row, names), len(number)) for row in firsts], dtype=np.int64)[alike]
    passed = frame["relays"].reset_index(drop=True).explode().dropna()
    place = np.r_[np.arange(len(frame)), passed.index.to_numpy(dtype=np.int64)]
    relayed = np.arange(len(place)) >= len(frame)
    codes, bodies = pd.factorize(np.concatenate([frame["source"].astype(object), passed.astype(object)]))
    part = codes * 2 + relayed
    of = said[place]
    keys, group = np.unique(part * (len(number) + 1) + of, return_inverse=True)
    unnumbered = frame["measure"].isna().to_numpy(dtype=bool)[place]
    ready, own = np.lexsort((place, unnumbered, part)), np.lexsort((place, group))
    sizes = np.bincount(group, minlength=len(keys))
    every = tuple(number)
    return Sayings(
        names=names,
        register=shared,
        ids=tuple(map(str, bodies)),
        own=dict(zip(frame["source"].tolist(), frame["family"].tolist(), strict=True)),
        place=place[ready],
        part=part[ready],
        group=group[ready],
        members=place[own],
        begin=np.cumsum(sizes) - sizes,
        sizes=sizes,
        said=tuple(every[key] for key in (keys % (len(number) + 1)).tolist()),
        relays=keys // (len(number) + 1) % 2 == 1,
    )


def _said(row: Record, names: Mapping[str, str]) -> tuple[str, ...]:
    return row["source"], label(row, names), own_days(row), *row["relays"]


def attribution(
    frame: pd.DataFrame, names: Mapping[str, str], families: Mapping[str, str], only: Iterable[str] = ()
) -> tuple[Body, ...]:
    """The bodies of a table that is asked once, with all their lines; whoever asks it often keeps its ``sayings``."""
    return sayings(frame, names, register(frame)).bodies(all_of(frame), families, set(only))


def own_days(row: Record) -> str:
    """The days of the event, "" where only the day of printing or saying stands for them."""
    if row["first"] is pd.NaT or row["basis"] in UNDATED:
        return ""
    return words.days(row["first"].date(), row["last"].date(), words.known(row["event_text"]))
