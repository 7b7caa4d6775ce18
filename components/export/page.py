"""The briefing as one page that opens in any browser, from a disk too: text, tables and the screen's charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

import plotly.graph_objects as go

from components.briefing import Briefing, Evidence
from components.export import drawings, standalone
from components.export.lines import line
from components.export.markdown import SAFE
from components.export.printable import printable
from components.export.sections import Section, sections

_PAGE = Template(Path(__file__).with_name("page.html").read_text("utf-8"))
_EVIDENCE = ("No.", "Figure", "Sentence", "Source, relays", "Outlet", "Day", "Address")


def page(told: Briefing) -> bytes:
    """The parts in the order of the slides, then the evidence, the method and the stamp; UTF-8.

    The same briefing gives the same bytes. The page forbids itself every request.
    """
    figures = {f"chart-{part}": figure for part, figure in drawings.figures(told, "light").items()}
    stamp = told.stamp.lines()
    return _PAGE.substitute(
        title=_words(told.title),
        period=_words(told.period),
        filters=_words(stamp[1]),
        counted=_words(told.counted),
        sections="\n".join([*(_section(one, figures) for one in sections(told)), _evidence(told.evidence)]),
        foot=_paragraphs((*told.method, *stamp[1:])),
        library=standalone.LIBRARY.read_text("utf-8"),
        figures=f"{{{','.join(_script(place, figure) for place, figure in figures.items())}}}",
        least=standalone.LEAST_WIDTH,
    ).encode("utf-8", "replace")


def _script(place: str, figure: go.Figure) -> str:
    traces, layout = standalone.drawn(figure)
    return f'"{place}":{{"data":{traces},"layout":{layout}}}'


def _section(section: Section, figures: Mapping[str, go.Figure]) -> str:
    place = f"chart-{section.part}"
    parts = [f"<h2>{_words(section.heading)}</h2>"]
    if place in figures:
        height = int(figures[place].layout.height or standalone.HEIGHT)
        box = f'class="chart" id="{place}" style="height:{height}px"'
        alt = f'role="group" tabindex="0" aria-label="{_words(section.heading)}: a chart of the table below"'
        parts.append(f'<div class="scroll" {alt}><div {box}></div></div>')
    if section.rows:
        parts.append(_table(section.heading, section.head, [[_words(cell) for cell in row] for row in section.rows]))
    return "\n".join((*parts, _paragraphs(section.lines)))


def _evidence(evidence: Sequence[Evidence]) -> str:
    rows = [
        [
            f'<span id="evidence-{one.number}">{one.number}</span>',
            *map(_words, (one.figure, one.sentence, one.who, one.outlet, one.day)),
            _link(one.link),
        ]
        for one in evidence
    ]
    return f"<h2>Evidence</h2>\n{_table('Evidence', _EVIDENCE, rows)}"


def _table(name: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """``rows`` are HTML already."""
    heads = "".join(f'<th scope="col">{_words(cell)}</th>' for cell in head)
    lines = (f"<tr>{''.join(f'<td dir=auto>{cell}</td>' for cell in row)}</tr>" for row in rows)
    label = f'role="group" tabindex="0" aria-label="{_words(name)}: a table"'
    return "\n".join((f'<div class="scroll" {label}><table><tr>{heads}</tr>', *lines, "</table></div>"))


def _paragraphs(lines: Sequence[str]) -> str:
    return "\n".join(f'<p dir="auto">{_words(one)}</p>' for one in lines)


def _link(link: str) -> str:
    told = _words(link)
    return f'<a href="{told}" rel="noreferrer">{told}</a>' if SAFE.fullmatch(link) else told


def _words(words: str) -> str:
    return escape(printable(line(words, 700)))
