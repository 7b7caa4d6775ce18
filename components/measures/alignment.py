"""Chosen bodies next to each other: what each said of one thing for one month, or relayed, or that it is silent.

Nothing is added and nothing is chosen across bodies (rules 1 and 12).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from components import words
from components.measures.attribution import own_days
from components.measures.comparisons import Comparison, against_or_behind, topic, worded
from components.measures.picks import happened
from components.measures.records import TOLD, Record, records
from components.measures.relaying import number
from components.measures.repeats import furniture, rejected, said_again
from components.measures.timeline import label
from components.measures.windows import NO_DAY, Shown, Window, counted, days, month, month_of, place
from components.statements.corroboration import Corroboration
from components.statements.statement import Figure, Statement, Told

OPENING = 100
"""Characters of a sentence that tell which one it is."""

Topic: TypeAlias = tuple[str, str, Window]
"""Measure or type of event, whose, and the month."""


@dataclass(frozen=True, slots=True)
class Say:
    """One thing that a body said or relayed, in ``claims`` (ids); ``through`` says who stands between, "" if nobody.

    ``opening`` is the beginning of the sentence where there is no number.
    """

    words: str
    days: str
    through: str
    claims: tuple[str, ...]
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Aligned:
    """One row: a cell a body, empty where it is silent; ``compared`` are its figures' supports and contradictions."""

    what: str
    window: str
    cells: tuple[tuple[Say, ...], ...]
    compared: tuple[Comparison, ...]


def alignment(
    statements: Sequence[Statement],
    stands: Mapping[str, Corroboration],
    names: Mapping[str, str],
    bodies: Sequence[str],
    only: Collection[str],
    most: int = 40,
) -> Shown[Aligned]:
    """The figures of ``bodies`` with a claim in ``only``, a row for each thing counted and month, the latest first."""
    rows: dict[Topic, list[tuple[Statement, Figure]]] = {}
    wanted = set(bodies)
    for statement in statements:
        for figure in statement.figures:
            if any(
                one.claim_id in only and (one.source in wanted or not wanted.isdisjoint(one.relays))
                for one in figure.claims
            ):
                rows.setdefault(topic(statement, figure), []).append((statement, figure))
    order = sorted(rows, key=lambda topic: place(*topic))
    pairs = {
        topic: list(against_or_behind([told for told in rows[topic] if told[0].source in wanted], stands))
        for topic in order[:most]
    }
    compared = iter(worded([pair for found in pairs.values() for pair in found], statements, names))
    return Shown(
        tuple(
            Aligned(
                what=counted(topic[0], topic[1], names),
                window=month(topic[2]),
                cells=tuple(tuple(_says(body, rows[topic], names)) for body in bodies),
                compared=_once([next(compared) for _ in pairs[topic]]),
            )
            for topic in order[:most]
        ),
        max(0, len(order) - most),
    )


def _says(body: str, figures: Sequence[tuple[Statement, Figure]], names: Mapping[str, str]) -> Iterator[Say]:
    """What a body asserts in its own name, then what it only relays."""
    for statement, figure in figures:
        if statement.source == body:
            ways = dict.fromkeys(words.relays(told.relays, names) for told in figure.claims if told.relays)
            through = _by("through", words.listed([*ways]))
            claims = tuple(told.claim_id for told in figure.claims)
            yield Say(_number(figure.careful), days(figure.careful, statement), through, claims)
    for statement, figure in figures:
        relayed = [told for told in figure.claims if body in told.relays]
        if statement.source != body and relayed:
            of = _by("relays", words.relay(statement.source, names))
            ids = tuple(told.claim_id for told in relayed)
            yield Say(_number(relayed[0]), days(figure.careful, statement), of, ids)


def _by(how: str, who: str) -> str:
    return f"{how} {who}" if who else ""


def _number(told: Told) -> str:
    manner = words.MODALITIES[told.modality]
    said = number(told)
    return f"{said} ({manner})" if manner and told.kind != "planned" else said


def _once(compared: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """Of two figures that compare with each other, one line; contradictions first."""
    found = {(one.position, frozenset((one.one.claims, one.other.claims))): one for one in compared}
    return tuple(sorted(found.values(), key=lambda one: one.position))


def unnumbered(frame: pd.DataFrame, names: Mapping[str, str], bodies: Sequence[str], most: int = 40) -> Shown[Aligned]:
    """What ``bodies`` say or relay without a figure: a row for each type of event and month, the latest first."""
    wanted = set(bodies)
    own = frame["source"].isin(wanted) | frame["relays"].map(lambda relays: not wanted.isdisjoint(relays)).astype(bool)
    plain = frame["measure"].isna() & own & ~said_again(frame) & ~furniture(frame) & ~rejected(frame)
    rows: dict[tuple[str, Window], list[Record]] = {}
    for row in records(frame.loc[plain, [*TOLD]].assign(**happened(frame[plain]))):
        of = NO_DAY if row["last"] is pd.NaT else month_of(row["last"])
        rows.setdefault((row["event_type"], of), []).append(row)
    order = sorted(rows, key=lambda topic: (list(words.EVENTS).index(topic[0]), -topic[1][0], -topic[1][1]))
    return Shown(
        tuple(
            Aligned(
                what=words.EVENTS[kind],
                window=month(of),
                cells=tuple(tuple(_tells(body, rows[kind, of], names)) for body in bodies),
                compared=(),
            )
            for kind, of in order[:most]
        ),
        max(0, len(order) - most),
    )


def _tells(body: str, rows: Sequence[Record], names: Mapping[str, str]) -> Iterator[Say]:
    """What stands in the same sentence in the same words is one."""
    told: dict[tuple[str, str, str, str], list[str]] = {}
    for row in rows:
        through = words.relays(row["relays"], names)
        if row["source"] == body:
            said = (label(row, names), own_days(row), _by("through", through), _opening(row["sentence"]))
        elif body in row["relays"]:
            of = _by("relays", words.relay(row["source"], names))
            said = (label(row, names), own_days(row), of, _opening(row["sentence"]))
        else:
            continue
        told.setdefault(said, []).append(row["claim_id"])
    for (what, when, by, opening), claims in told.items():
        yield Say(what, when, by, tuple(claims), opening)


def _opening(sentence: str) -> str:
    """The beginning of a sentence, cut between words.

    >>> _opening("He came."), _opening("so many words " * 9)[-13:]
    ('“He came.”', 'many words …”')
    """
    said = " ".join(sentence.split())
    return f"“{said}”" if len(said) <= OPENING else f"“{said[:OPENING].rsplit(' ', 1)[0]} …”"
