"""The briefing on paper: a tagged PDF of few pages with the numbers of the slides, its charts drawn as vectors."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import typst

from components import words
from components.briefing import Briefing, Evidence, KeySource, Topic
from components.charts import colour, shape
from components.export.lines import line
from components.export.markdown import SAFE
from components.export.panels import lanes, legend, panels
from components.export.sections import Section, more, not_shown, sections, widths

LOOK = Path(__file__).with_name("paper.typ")
ORDER = ("key", "timeline", "troops", "casualties", "materiel", "disagreements", "statements", "matrix")
"""The parts as they are read on paper: figures, pictures, who disagrees, then who said what."""
ROWS, SENTENCES = 8, 2
"""Rows of a table or figures of a source, and sentences of a sort under a chart, on paper at most."""
_WHERE = "the app, the slides and the tables"
_FONTLESS = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_FONTS = "For Korean, Chinese and Japanese install the fonts Noto CJK (on Debian: apt-get install fonts-noto-cjk)."
_CITED = re.compile(r"\[(\d+(?:, \d+)*)\]")


def paper(told: Briefing) -> bytes:
    """PDF/UA-1; the same briefing gives the same bytes on the same machine. Words of articles are handed over as data,
    never as markup.

    Where this machine has no font for a sign, it is a box on a tagged PDF that claims no standard, for PDF/UA allows no
    boxes; the paper and standard error say so.
    """
    content = _content(told)
    try:
        return _set(content, told.stamp.made, "ua-1")
    except typst.TypstError as fault:
        lacking = _FONTLESS.search(str(fault))
        if not lacking:
            raise
        print(f"The paper lacks a font for “{lacking[1]}” and perhaps for more. {_FONTS}", file=sys.stderr)
        content["method"].append(f"Some signs are boxes here, for which the machine had no font. {_FONTS}")
        return _set(content, told.stamp.made, None)


def _set(content: Mapping[str, Any], made: dt.date, standard: Literal["ua-1"] | None) -> bytes:
    written = typst.compile(
        LOOK.read_bytes(),
        format="pdf",
        sys_inputs={"briefing": json.dumps(content)},
        pdf_standards=standard,
        timestamp=int(dt.datetime(made.year, made.month, made.day, tzinfo=dt.UTC).timestamp()),
    )
    assert isinstance(written, bytes)
    return written


def _content(told: Briefing) -> dict[str, Any]:
    topics = {topic.part: topic for topic in told.topics}
    by_part = {one.part: one for one in sections(told)}
    shown = [_section(by_part[part], told, topics.get(part)) for part in ORDER if part in by_part]
    found = (numbers for said in _words(shown) for numbers in _CITED.findall(said))
    cited = {int(number) for numbers in found for number in numbers.split(", ")}
    return {
        "title": line(told.title),
        "period": line(told.period),
        "stamp": [line(one, 400) for one in told.stamp.lines()],
        "sections": shown,
        "evidence": [_evidence(one) for one in told.evidence if one.number in cited],
        "method": [line(one, 600) for one in (*told.method, *told.stamp.lines()[1:])],
    }


def _words(shown: object) -> Iterator[str]:
    """All that is set, but for the texts that stand for a drawing."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, dict):
        for name, part in shown.items():
            yield from _words(part) if name != "alt" else ()
    elif isinstance(shown, list | tuple):
        for part in shown:
            yield from _words(part)


def _section(section: Section, told: Briefing, topic: Topic | None) -> dict[str, Any]:
    """One kind of content a part: ``key`` figures by source, a ``timeline``, ``charts`` or ``rows``; then lines."""
    shown: dict[str, Any] = {"heading": section.heading, "key": [], "charts": [], "legend": [], "rows": []}
    if topic and topic.points:
        drawn, others = panels(topic)
        lines = [*_sentences(topic), *_elsewhere(topic, drawn, others), *not_shown(topic)]
        return shown | {"charts": drawn, "legend": legend(topic), "lines": _lines(lines)}
    if section.part == "key" and section.rows:
        return shown | {"key": _key(told.key_sources), "lines": _lines(more(section.more, "source", _WHERE))}
    if section.part == "timeline" and section.rows:
        return shown | {"timeline": lanes(told.timeline), "lines": _lines(more(section.more, "event", _WHERE))}
    rows = [[line(cell, 160) for cell in row] for row in section.rows[:ROWS]]
    left_out = len(section.rows) - len(rows) + section.more
    return shown | {
        "head": list(section.head),
        "rows": rows,
        "widths": widths([list(section.head), *rows]) if rows else [],
        "lines": _lines(section.under(more(left_out, section.what, _WHERE))),
    }


def _lines(lines: Sequence[str]) -> list[str]:
    return [line(one, 500) for one in lines]


def _sentences(topic: Topic) -> Iterator[str]:
    """The first readings, checks and refused sums."""
    for sort in _sorts(topic):
        yield from map(str, sort[:SENTENCES])


def _sorts(topic: Topic) -> Sequence[Sequence[object]]:
    return topic.readings, topic.checks, topic.refused


def _elsewhere(topic: Topic, drawn: Sequence[Mapping[str, Any]], others: int) -> Iterator[str]:
    """One line that counts what the charts and the sentences under them leave to the other formats."""
    bare = sum(not mark["label"] for chart in drawn for mark in chart["marks"])
    counts = (
        (others, "chart"),
        (topic.more, "figure"),
        (bare, "label"),
        (sum(len(sort[SENTENCES:]) for sort in _sorts(topic)), "sentence"),
    )
    told = [words.many(count, f"more {what}") for count, what in counts if count]
    if told:
        yield f"For which there is no room here: {', '.join(told)}; they are in {_WHERE}."


def _key(sources: Sequence[KeySource]) -> list[list[dict[str, Any]]]:
    """The sources in two columns of about the same height."""
    blocks = [
        {
            "name": line(one.name),
            "shape": shape(one.family),
            "colour": colour(one.family, "print"),
            "figures": [*map(line, map(str, one.figures[:ROWS])), *more(len(one.figures[ROWS:]), "figure", _WHERE)],
        }
        for one in sources
    ]
    heights = [1 + len(block["figures"]) for block in blocks]
    cut = next(n for n in range(1, len(blocks) + 1) if 2 * sum(heights[:n]) >= sum(heights))
    return [blocks[:cut], blocks[cut:]]


def _evidence(one: Evidence) -> Mapping[str, Any]:
    return {
        "number": one.number,
        "figure": line(one.figure),
        "who": line(one.who),
        "sentence": line(one.sentence, 700),
        "place": line(", ".join(part for part in (one.outlet, one.day) if part)),
        "link": one.link if SAFE.fullmatch(one.link) else "",
    }
