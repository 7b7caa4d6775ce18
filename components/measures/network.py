"""Who passes whose words on: source to relay to outlet, counted in claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import pandas as pd

from components import words
from components.measures.figures import LeftOut
from components.measures.repeats import furniture, rejected, said_again
from components.measures.timeline import lane_order

MOST = 30
OUTLET = "outlet not stated"
_KINDS = ("source", "relay", "outlet")

Place: TypeAlias = tuple[int, str]
"""A node's column and its id: 0 a source, 1 and more a relay by its turn, OUTLETS an outlet."""

OUTLETS = 99
Stretch: TypeAlias = tuple[Place, Place, str]
"""From where to where, and the family whose words pass."""


@dataclass(frozen=True, slots=True)
class Node:
    """A source, a relay or an outlet; ``claims`` (a number) pass through it. A relay of relays has a later ``turn``."""

    name: str
    part: str
    family: str
    turn: int
    claims: int


@dataclass(frozen=True, slots=True)
class Link:
    """So many ``claims`` of one family's sources pass from ``start`` to ``end`` (indices of nodes)."""

    start: int
    end: int
    family: str
    claims: int


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by column and weight, links in their order; ``claims`` were counted, each once."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    claims: int
    left_out: tuple[LeftOut, ...]


def network(
    frame: pd.DataFrame, names: Mapping[str, str], families: Mapping[str, str], outlets: Mapping[str, str]
) -> Network:
    """How the claims of ``frame`` came into print; what an article says a second time is left out.

    ``families`` gives the family of a relay that is itself a source, ``outlets`` that of an outlet by its printed name.
    Of more than ``MOST`` nodes the smallest of each column stand as one.
    """
    wrong = rejected(frame)
    again = said_again(frame) & ~wrong
    beside = furniture(frame) & ~again & ~wrong
    rows = frame[~wrong & ~again & ~beside]
    own = dict(zip(rows["source"], rows["family"], strict=True))
    outlets_in_print = rows["outlet"].fillna(OUTLET).replace("not stated", OUTLET)
    weights: Counter[Place] = Counter()
    stretches: Counter[Stretch] = Counter()
    for (source, relays, outlet), number in Counter(
        zip(rows["source"], rows["relays"], outlets_in_print, strict=True)
    ).items():
        path = _path(source, relays, outlet)
        weights.update(dict.fromkeys(path, number))
        stretches.update({(start, end, own[source]): number for start, end in pairwise(path)})
    kept = _kept(weights)
    known = {**families, **own}
    nodes = [_node(place, weights[place], names, outlets if place[0] == OUTLETS else known) for place in kept]
    nodes += _others(weights, kept)
    at = {place: n for n, place in enumerate(kept)}
    rest = {_column(node): len(kept) + n for n, node in enumerate(nodes[len(kept) :])}
    links = _links(stretches, {place: at.get(place, rest.get(place[0], -1)) for place in weights})
    counts = (("rejected by an analyst", wrong), ("said again in the same article", again), ("page furniture", beside))
    left_out = tuple(LeftOut(int(mask.sum()), reason) for reason, mask in counts if mask.any())
    return Network(tuple(nodes), links, len(rows), left_out)


def _path(source: str, relays: Iterable[str], outlet: str) -> tuple[Place, ...]:
    """A relay stands by its turn, so that no path leads back."""
    return ((0, source), *((turn, relay) for turn, relay in enumerate(relays, start=1)), (OUTLETS, outlet))


def _kept(weights: Mapping[Place, int]) -> list[Place]:
    """The largest of each kind in turn, as long as there is room for them and for the rest of each column."""
    turns: list[tuple[int, int, Place]] = []
    seen: dict[str, int] = {}
    for place in sorted(weights, key=lambda place: (-weights[place], place)):
        part = _part(place[0])
        seen[part] = seen.get(part, 0) + 1
        turns.append((seen[part], _KINDS.index(part), place))
    room = MOST if len(turns) <= MOST else MOST - len({place[0] for place in weights})
    chosen = [place for _, _, place in sorted(turns)[: max(0, room)]]
    left = Counter(place[0] for place in weights.keys() - set(chosen))
    chosen += [place for place in weights.keys() - set(chosen) if left[place[0]] == 1]
    return sorted(chosen, key=lambda place: (place[0], -weights[place], place[1]))


def _part(column: int) -> str:
    return "source" if column == 0 else "outlet" if column == OUTLETS else "relay"


def _column(node: Node) -> int:
    return {"source": 0, "outlet": OUTLETS}.get(node.part, node.turn)


def _node(place: Place, claims: int, names: Mapping[str, str], families: Mapping[str, str]) -> Node:
    column, id_ = place
    name = id_ if column == OUTLETS else words.body(id_, names)
    turn = 0 if column in (0, OUTLETS) else column
    return Node(name, _part(column), families.get(id_, "media"), turn, claims)


def _others(weights: Mapping[Place, int], kept: Iterable[Place]) -> Iterator[Node]:
    """The rest of each column as one node."""
    left = weights.keys() - set(kept)
    for column in sorted({place[0] for place in left}):
        rest = [weights[place] for place in left if place[0] == column]
        part = _part(column)
        name = f"others, {len(rest)} {part}s"
        yield Node(name, part, "media", 0 if part != "relay" else column, sum(rest))


def _links(stretches: Mapping[Stretch, int], at: Mapping[Place, int]) -> tuple[Link, ...]:
    """Stretches between the same nodes are one link a family."""
    found: dict[tuple[int, int, str], int] = {}
    for (start, end, family), number in stretches.items():
        key = (at[start], at[end], family)
        found[key] = found.get(key, 0) + number
    order = sorted(found.items(), key=lambda link: (link[0][0], lane_order(link[0][2]), link[0][1]))
    return tuple(Link(*key, number) for key, number in order)
