"""The briefing as Markdown, with the numbers of the slides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from components.briefing import Briefing, Evidence
from components.export.lines import line
from components.export.sections import Section, sections

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$!&])")
_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")
SAFE = re.compile(r"https?://[^\s<>()\[\]\"'`\\]{1,500}")
"""An address that a page may link to."""


def markdown(told: Briefing) -> bytes:
    """One page: the parts in the order of the slides, then the evidence, the method and the stamp."""
    lines = [f"# {_plain(told.title)}", "", f"Period: {_plain(told.period)}", ""]
    for section in sections(told):
        lines += [f"## {section.heading}", "", *_section(section), ""]
    lines += ["## Evidence", "", *(f"{one.number}. {_evidence(one)}" for one in told.evidence), ""]
    lines += ["## Method and limits", "", *(f"- {_plain(one)}" for one in (*told.method, *told.stamp.lines()[1:]))]
    return "\n".join(lines).encode("utf-8", "replace") + b"\n"


def _section(section: Section) -> list[str]:
    table, lines = _table(section.head, section.rows), [f"- {_plain(one)}" for one in section.lines]
    return [*table, "", *lines] if table and lines else [*table, *lines]


def _evidence(one: Evidence) -> str:
    where = ", ".join(part for part in (_plain(one.outlet), _plain(one.day), _link(one.link)) if part)
    return f"{_plain(one.figure)}. {_plain(one.who)}: “{_plain(one.sentence, 700)}” {where}"


def _link(link: str) -> str:
    return f"<{link}>" if SAFE.fullmatch(link) else _plain(link)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    if not rows:
        return []
    every = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cell if cell == '---' else _plain(cell) for cell in row)} |" for row in every]


def _plain(words: str, most: int = 420) -> str:
    """Words on one line that Markdown leaves alone."""
    return _START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", line(words, most)))
