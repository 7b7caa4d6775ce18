"""The parts of a briefing as sections of a page: a table of words and the lines behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components import words
from components.briefing import PARTS, Briefing, Topic
from components.briefing.parts import cited

NOTHING = "Nothing is left by the filters."
_NARROWEST, _WIDEST = 14, 40
"""Letters by which the width of a column is weighed."""


@dataclass(frozen=True, slots=True)
class Section:
    """``part`` is a key of PARTS. Numbers in square brackets are those of the evidence; nothing is escaped.

    ``more`` counts what is not shown of the rows, or of the sentences where there are none; ``what`` is one of it.
    """

    part: str
    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int
    what: str
    sentences: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under the rows, or the sentences that stand alone."""
        return self.under(more(self.more, self.what))

    def under(self, left_out: tuple[str, ...]) -> tuple[str, ...]:
        """The lines, with ``left_out`` behind what it counts."""
        return (*left_out, *self.sentences) if self.rows else (*self.sentences, *left_out)


def sections(told: Briefing) -> Iterator[Section]:
    """The parts that were asked for, in the order of the slides."""
    topics = {topic.part: topic for topic in told.topics}
    for part in told.parts:
        yield _topic(part, topics[part]) if part in topics else _PARTS[part](part, told)


def _section(part: str, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], more: int, what: str) -> Section:
    return Section(part, PARTS[part], head, rows, more, what) if rows else _nothing(part)


def _nothing(part: str, says: str = NOTHING) -> Section:
    return Section(part, PARTS[part], (), (), 0, "", (says,))


def _key(part: str, told: Briefing) -> Section:
    rows = tuple((source.name, str(figure)) for source in told.key_sources for figure in source.figures)
    return _section(part, ("Source", "Latest total, its day"), rows, told.more_sources, "source")


def _timeline(part: str, told: Briefing) -> Section:
    rows = tuple((one.days, one.name, cited(one.label, one.evidence)) for one in told.timeline)
    return _section(part, ("Days", "Source", "Event"), rows, told.more_events, "event")


def _topic(part: str, topic: Topic) -> Section:
    rows = tuple(
        (one.name, f"{one.measure}, {one.sort}", one.days, cited(one.number, one.evidence)) for one in topic.points
    )
    sentences = (*topic.sentences, *not_shown(topic))
    head = ("Source", "What is counted", "Holds for", "Number") if rows else ()
    return Section(part, PARTS[part], head, rows, topic.more, "figure", sentences if rows or sentences else (NOTHING,))


def not_shown(topic: Topic) -> tuple[str, ...]:
    """What the chart leaves out, and why."""
    return (f"Not shown: {'; '.join(topic.left_out)}.",) if topic.left_out else ()


def _matrix(part: str, told: Briefing) -> Section:
    rows = tuple((cited(row.figure, row.evidence), row.source, row.days, *row.positions) for row in told.matrix)
    return _section(part, ("Figure", "Source", "Holds for", *told.families), rows, told.more_rows, "figure")


def _statements(part: str, told: Briefing) -> Section:
    rows = tuple(
        (one.name, one.days, cited(one.figure, one.evidence), str(one.articles), one.drift or "nothing")
        for one in told.statements
    )
    head = ("Source", "Said", "Figure", "Articles", "What relays changed")
    return _section(part, head, rows, told.more_statements, "statement")


def _disagreements(part: str, told: Briefing) -> Section:
    if not told.disagreements:
        return _nothing(part, "No two governments' figures contradict each other among what the filters leave.")
    says = tuple(one.says for one in told.disagreements)
    return Section(part, PARTS[part], (), (), told.more_disagreements, "disagreement", says)


_PARTS = {
    "key": _key,
    "timeline": _timeline,
    "matrix": _matrix,
    "statements": _statements,
    "disagreements": _disagreements,
}


def more(count: int, what: str, where: str = "the table") -> tuple[str, ...]:
    """The line that counts what is not shown; none where all is."""
    return (f"And {words.many(count, f'more {what}')} in {where}.",) if count else ()


def widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is against the others, by its longest cell."""
    return [min(_WIDEST, max(_NARROWEST, *map(len, column))) for column in zip(*rows, strict=True)]
