"""The briefing as Markdown, with the numbers of the slides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from components.briefing import Briefing, Evidence, Topic
from components.briefing.parts import PARTS, cited
from components.export.lines import line

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$!&])")
_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_SAFE = re.compile(r"https?://[^\s<>()\[\]\"'`\\]{1,500}")
NOTHING = "Nothing is left by the filters."


def markdown(told: Briefing) -> bytes:
    """One page: the parts in the order of the slides, then the evidence, the method and the stamp."""
    lines = [f"# {_plain(told.title)}", "", f"Period: {_plain(told.period)}", ""]
    for heading, content in _parts(told):
        lines += [f"## {heading}", "", *(content or [NOTHING]), ""]
    return "\n".join(lines).rstrip().encode("utf-8", "replace") + b"\n"


def _parts(told: Briefing) -> Iterator[tuple[str, list[str]]]:
    topics = {topic.heading: topic for topic in told.topics}
    for part in told.parts:
        heading = PARTS[part]
        yield heading, _topic(topics[heading]) if heading in topics else _PARTS[part](told)
    yield "Evidence", [f"{one.number}. {_evidence(one)}" for one in told.evidence]
    yield "Method and limits", [f"- {_plain(one)}" for one in (*told.method, *told.stamp.lines()[1:])]


def _key(told: Briefing) -> list[str]:
    rows = [(source.name, str(figure)) for source in told.key_sources for figure in source.figures]
    return [f"- {_plain(name)}: {_plain(figure)}" for name, figure in rows] + _more(told.more_sources, "source")


def _timeline(told: Briefing) -> list[str]:
    rows = [
        f"- {_plain(one.days)}, {_plain(one.name)}: "
        + _plain(cited(one.label + (f" ({one.modality})" if one.modality else ""), one.evidence))
        for one in told.timeline
    ]
    return rows + _more(told.more_events, "event")


def _topic(topic: Topic) -> list[str]:
    head = ("Source", "What is counted", "Holds for", "Number")
    rows = [(one.name, f"{one.measure}, {one.sort}", one.days, cited(one.number, one.evidence)) for one in topic.points]
    said = [f"- {_plain(one)}" for one in topic.sentences]
    left = [f"- Not shown: {_plain('; '.join(topic.left_out))}." for _ in topic.left_out[:1]]
    behind = _more(topic.more, "figure") + said + left
    return _table(head, rows) + (["", *behind] if rows and behind else behind)


def _matrix(told: Briefing) -> list[str]:
    head = ("Figure", "Source", "Holds for", *told.families)
    rows = [(cited(row.figure, row.evidence), row.source, row.days, *row.positions) for row in told.matrix]
    return _table(head, rows) + _after(_more(told.more_rows, "figure"))


def _statements(told: Briefing) -> list[str]:
    head = ("Source", "Said", "Figure", "Articles", "What relays changed")
    rows = [
        (one.name, one.days, cited(one.figure, one.evidence), str(one.articles), one.drift or "nothing")
        for one in told.statements
    ]
    return _table(head, rows) + _after(_more(told.more_statements, "statement"))


def _disagreements(told: Briefing) -> list[str]:
    return [f"- {_plain(one.says)}" for one in told.disagreements] + _more(told.more_disagreements, "disagreement")


_PARTS = {
    "key": _key,
    "timeline": _timeline,
    "matrix": _matrix,
    "statements": _statements,
    "disagreements": _disagreements,
}


def _evidence(one: Evidence) -> str:
    where = ", ".join(part for part in (_plain(one.outlet), _plain(one.day), _link(one.link)) if part)
    return f"{_plain(one.figure)}. {_plain(one.who)}: “{_plain(one.sentence, 700)}” {where}"


def _link(link: str) -> str:
    return f"<{link}>" if _SAFE.fullmatch(link) else _plain(link)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    if not rows:
        return []
    every = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cell if cell == '---' else _plain(cell) for cell in row)} |" for row in every]


def _after(lines: list[str]) -> list[str]:
    return ["", *lines] if lines else []


def _more(count: int, what: str) -> list[str]:
    return [f"- And {count:,} more {what}{'' if count == 1 else 's'} in the table."] if count else []


def _plain(words: str, most: int = 420) -> str:
    """Words on one line that Markdown leaves alone."""
    return _START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", line(words, most)))
