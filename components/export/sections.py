"""The parts of a briefing as sections of a page: a table of words and the lines behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from components.briefing import PARTS, Briefing, Topic
from components.briefing.parts import cited

NOTHING = "Nothing is left by the filters."


@dataclass(frozen=True, slots=True)
class Section:
    """``part`` is a key of PARTS. Numbers in square brackets are those of the evidence; nothing is escaped."""

    part: str
    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]


def sections(told: Briefing) -> Iterator[Section]:
    """The parts that were asked for, in the order of the slides."""
    topics = {topic.part: topic for topic in told.topics}
    for part in told.parts:
        yield _topic(part, topics[part]) if part in topics else _PARTS[part](part, told)


def _section(
    part: str, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], more: tuple[str, ...], empty: str = NOTHING
) -> Section:
    return Section(part, PARTS[part], head if rows else (), rows, more if rows or more else (empty,))


def _key(part: str, told: Briefing) -> Section:
    rows = tuple((source.name, str(figure)) for source in told.key_sources for figure in source.figures)
    return _section(part, ("Source", "Latest total, its day"), rows, _more(told.more_sources, "source"))


def _timeline(part: str, told: Briefing) -> Section:
    rows = tuple((one.days, one.name, cited(one.label, one.evidence)) for one in told.timeline)
    return _section(part, ("Days", "Source", "Event"), rows, _more(told.more_events, "event"))


def _topic(part: str, topic: Topic) -> Section:
    rows = tuple(
        (one.name, f"{one.measure}, {one.sort}", one.days, cited(one.number, one.evidence)) for one in topic.points
    )
    left = (f"Not shown: {'; '.join(topic.left_out)}.",) if topic.left_out else ()
    lines = (*_more(topic.more, "figure"), *topic.sentences, *left)
    return _section(part, ("Source", "What is counted", "Holds for", "Number"), rows, lines)


def _matrix(part: str, told: Briefing) -> Section:
    rows = tuple((cited(row.figure, row.evidence), row.source, row.days, *row.positions) for row in told.matrix)
    return _section(part, ("Figure", "Source", "Holds for", *told.families), rows, _more(told.more_rows, "figure"))


def _statements(part: str, told: Briefing) -> Section:
    rows = tuple(
        (one.name, one.days, cited(one.figure, one.evidence), str(one.articles), one.drift or "nothing")
        for one in told.statements
    )
    head = ("Source", "Said", "Figure", "Articles", "What relays changed")
    return _section(part, head, rows, _more(told.more_statements, "statement"))


def _disagreements(part: str, told: Briefing) -> Section:
    lines = (*(one.says for one in told.disagreements), *_more(told.more_disagreements, "disagreement"))
    none = "No two governments' figures contradict each other among what the filters leave."
    return _section(part, (), (), lines, none)


_PARTS = {
    "key": _key,
    "timeline": _timeline,
    "matrix": _matrix,
    "statements": _statements,
    "disagreements": _disagreements,
}


def _more(count: int, what: str) -> tuple[str, ...]:
    return (f"And {count:,} more {what}{'' if count == 1 else 's'} in the table.",) if count else ()
