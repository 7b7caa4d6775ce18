"""A briefing put together from the answers of the measures; the order of the parts is the order of the numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from components import measures, words
from components.briefing.evidence import Numbering
from components.briefing.material import Material
from components.briefing.naming import speaker
from components.briefing.parts import (
    PARTS,
    Briefing,
    Disagreement,
    Happening,
    KeySource,
    MatrixRow,
    Numbered,
    Told,
    cited,
)
from components.briefing.stamps import stamp
from components.briefing.topics import topic
from components.measures import Chronicle, Event, Pick
from components.measures.periods import main
from components.measures.relaying import FigureTold
from components.measures.timeline import lane_order

TITLE = "North Korea's military support for Russia"
SOURCES, EVENTS, ROWS, STATEMENTS, PAIRS = 8, 24, 18, 18, 8
"""So many are in a briefing at most; the rest is counted and stands in the table."""

METHOD = (
    "Between the event and the article stands the statement: many outlets relay one, and it counts once.",
    "Numbers are as printed: “at least” has no upper end, and no day is sharper than the text.",
    "Nothing is added across sources, and no figure is the best of several. A later total replaces the earlier.",
    "Killed, wounded, missing, captured and casualties are different measures. Plans are never things done.",
    "Two figures disagree only if measure, people and kind are the same, their days at most a week apart and both "
    "numbers cannot hold.",
    "Limits: rules read the articles, and nobody checks them but the reader. What a text leaves open stays open; each "
    "figure's sentence stands under its number in the evidence.",
)
"""How the figures were read and counted, one sentence a line."""


def assemble(
    material: Material,
    chosen: Pick,
    made: dt.date,
    title: str = "",
    parts: Collection[str] = tuple(PARTS),
    address: str = "",
) -> Briefing:
    """The briefing of what ``chosen`` finds; ``made`` is the day that the stamp gives, ``address`` where the app is."""
    flags = material.index.rows(chosen)
    found = material.index.frame[flags]
    only = frozenset(found["claim_id"])
    chronicle = measures.chronicle(found)
    number = Numbering(material.index.frame, material.articles, material.names)
    asked = [part for part in PARTS if part in parts]
    sources, more_sources = _key(material, only, number) if "key" in asked else ((), 0)
    newest, total = measures.latest(chronicle, material.names, None, EVENTS if "timeline" in asked else 0)
    events = _timeline(newest, number)
    topics = [topic(part, material, found, number) for part in asked if part in ("troops", "casualties", "materiel")]
    families, rows, more_rows = _matrix(material, only, number) if "matrix" in asked else ((), (), 0)
    told, more_told = _statements(material, only, number) if "statements" in asked else ((), 0)
    against, more_against = _disagreements(material, only, number) if "disagreements" in asked else ((), 0)
    return Briefing(
        title=title or TITLE,
        period=_period(chronicle),
        stamp=stamp(title or TITLE, material, chosen, material.index.extent(flags), made, address),
        parts=tuple(asked),
        key_sources=sources,
        more_sources=more_sources,
        timeline=events,
        drawn=tuple(sorted(newest, key=lambda event: (lane_order(event.family), event.first, event.last))),
        more_events=total - len(newest) if events else 0,
        topics=tuple(topics),
        families=families,
        matrix=rows,
        more_rows=more_rows,
        statements=told,
        more_statements=more_told,
        disagreements=against,
        more_disagreements=more_against,
        evidence=number.told(),
        method=METHOD,
    )


def _period(chronicle: Chronicle) -> str:
    """The days of what is found, where nearly all of it lies."""
    period = main(chronicle)
    return words.days(period.first, period.last) if period else "no days"


def _key(material: Material, only: Collection[str], number: Numbering) -> tuple[tuple[KeySource, ...], int]:
    found = measures.key_figures(material.ladders, material.names, only)
    sources = tuple(
        KeySource(
            speaker(one.name, one.family),
            one.family,
            tuple(
                Numbered(
                    f"{figure.label}, {figure.day}" + (f", {figure.change}" if figure.change else ""),
                    number.of(figure.claims),
                )
                for figure in one.figures
            ),
        )
        for one in found[:SOURCES]
    )
    return sources, max(0, len(found) - SOURCES)


def _timeline(newest: Sequence[Event], number: Numbering) -> tuple[Happening, ...]:
    return tuple(
        Happening(
            side=event.side,
            name=speaker(event.name, event.family),
            family=event.family,
            modality=words.MODALITIES[event.modality],
            basis=event.basis,
            first=event.first,
            last=event.last,
            days=event.days,
            label=event.label.removeprefix(f"{event.name}: "),
            evidence=number.of(event.claims),
        )
        for event in reversed(newest)
    )


def _matrix(
    material: Material, only: Collection[str], number: Numbering
) -> tuple[tuple[str, ...], tuple[MatrixRow, ...], int]:
    found = measures.agreement(material.statements, material.stands, material.names, only, ROWS)
    rows = tuple(
        MatrixRow(row.figure, row.source, row.days, _positions(row, found.families), number.of(row.claims[:1]))
        for row in found.figures.rows
    )
    return tuple(name for _, name in found.families), rows, found.figures.more


def _positions(row: measures.Agreed, families: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(
        "says so" if family == row.family and position == "supports" else position
        for (family, _), position in zip(families, row.positions, strict=True)
    )


def _statements(material: Material, only: Collection[str], number: Numbering) -> tuple[tuple[Told, ...], int]:
    """The figures of the statements that relays changed most, first those."""
    ordered = measures.in_order(material.statements, only, "changes")
    worded = measures.relaying(ordered[:STATEMENTS], material.stands, material.names, only)
    figures = [(statement, figure) for statement in worded for figure in statement.figures]
    told = tuple(
        Told(
            name=speaker(statement.name, statement.family),
            days=statement.days or "no day",
            figure=figure.label,
            articles=len({relay.article for relay in figure.relays}),
            drift=_drift(figure, material, number),
            evidence=number.of(figure.relays[0].claims),
        )
        for statement, figure in figures[:STATEMENTS]
    )
    return told, max(0, len(figures) - STATEMENTS) + max(0, len(ordered) - STATEMENTS)


def _drift(figure: FigureTold, material: Material, number: Numbering) -> str:
    """What each relay moved, by outlet; "" where none moved anything."""
    moved = [relay for relay in figure.relays if relay.moved]
    return "; ".join(
        f"{_outlet(relay.article, material.articles, material.names)} {relay.moved}: {relay.number}" for relay in moved
    )


def _outlet(article: str, articles: Mapping[str, object], names: Mapping[str, str]) -> str:
    outlet = getattr(articles.get(article), "outlet", None)
    return words.relay(outlet, names) if outlet else "one article"


def _disagreements(material: Material, only: frozenset[str], number: Numbering) -> tuple[tuple[Disagreement, ...], int]:
    found = measures.contradictions(material.statements, material.stands, material.names, only, PAIRS)
    pairs = tuple(
        Disagreement(
            what=f"{pair.what[:1].lower()}{pair.what[1:]}, {pair.window}",
            between=f"{pair.one.name} against {pair.other.name}",
            one=Numbered(f"{pair.one.name}: {pair.one.number}", number.of(pair.one.claims[:1])),
            other=Numbered(f"{pair.other.name}: {pair.other.number}", number.of(pair.other.claims[:1])),
            says=cited(str(pair), number.of((*pair.one.claims[:1], *pair.other.claims[:1]))),
        )
        for pair in found.rows
    )
    return pairs, found.more
