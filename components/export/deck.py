"""The slides of a briefing: native tables and charts, a number at every figure, the sentences in the notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from components.briefing import Briefing, Disagreement, Evidence, Plotted, Topic
from components.briefing.parts import PARTS, cited
from components.export import slide_charts, slide_room
from components.export.lines import apart, line
from components.export.sections import more as left_over
from components.export.slides import Slides, TemplateError

__all__ = ["TemplateError", "deck"]

NOTHING = "The filters leave nothing to show here. Clear one of them, or add an article."
_ROWS, _CHARTS, _SOURCES = 12, 3, 14


def deck(told: Briefing, template: Path | None = None) -> bytes:
    """The briefing as a PPTX, on the user's own ``template`` where one is given. Raises TemplateError."""
    lines = told.stamp.lines()
    slides = Slides(template, f"{line(told.counted, 210)}. {lines[-1]}")
    slides.opening(told.title, _opening(told))
    notes = _Notes(told.evidence)
    _key(slides, told, notes)
    _timeline(slides, told, notes)
    for topic in told.topics:
        _topic(slides, topic, notes)
    _matrix(slides, told, notes)
    _statements(slides, told, notes)
    _disagreements(slides, told, notes)
    _evidence(slides, told.evidence)
    _method(slides, told)
    return slides.saved(told.title, told.stamp.made)


class _Notes:
    """The sentences behind numbers, for the notes of a slide."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self._sentences = {one.number: f"[{one.number}] {one.who}: {one.sentence}" for one in evidence}

    def of(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._sentences[number] for number in dict.fromkeys(numbers))


def _opening(told: Briefing) -> tuple[str, ...]:
    filters = line(f"Filters: {'; '.join(told.stamp.filters) or 'none'}", 300)
    return f"Period: {told.period}", filters, _sources(told), line(told.counted, 300)


def _sources(told: Briefing) -> str:
    sources = told.stamp.sources
    more = f"; and {len(sources) - _SOURCES} more" if len(sources) > _SOURCES else ""
    return f"Sources: {'; '.join(line(one, 40) for one in sources[:_SOURCES]) or 'none'}{more}"


def _key(slides: Slides, told: Briefing, notes: _Notes) -> None:
    rows = [
        (source.name, cited(figure.text, figure.evidence), figure.evidence)
        for source in told.key_sources
        for figure in source.figures
    ]
    if "key" in told.parts:
        more = _more(told.more_sources, "source")
        _listed(slides, PARTS["key"], ("Source", "Latest total, its day [evidence]"), rows, (1, 2.6), notes, more)


def _timeline(slides: Slides, told: Briefing, notes: _Notes) -> None:
    if "timeline" not in told.parts:
        return
    heading, more = PARTS["timeline"], _more(told.more_events, "event")
    if not told.timeline:
        slides.lines(slides.slide(heading, (NOTHING,)), (NOTHING,))
    for start in range(0, len(told.timeline), _ROWS):
        events = told.timeline[start : start + _ROWS]
        numbers = [number for event in events for number in event.evidence]
        first, last = events[0].days, events[-1].days
        key = "filled: asserted; open: planned, possible or denied"
        days = first if first == last else f"{first} to {last}"
        slide = slides.slide(
            line(f"{heading}, {days}" + _earlier(told), 90), (f"Bars are {key}.", more, *notes.of(numbers))
        )
        alt = "Bars from first to last possible day. " + "; ".join(f"{one.days}: {one.label}" for one in events)
        slide_charts.spans(slides, slide, events, alt)


def _earlier(told: Briefing) -> str:
    return f"; {told.more_events:,} earlier in the table" if told.more_events else ""


def _topic(slides: Slides, topic: Topic, notes: _Notes) -> None:
    if not topic.points:
        slides.lines(slides.slide(topic.heading, (NOTHING,)), (NOTHING, *_left_out(topic)))
        return
    numbers = [number for point in topic.points for number in point.evidence]
    more = _more(topic.more, "figure")
    for measure, points in _by_measure(topic.points):
        slide = slides.slide(
            f"{topic.heading}: {measure}", (more, *topic.sentences, *_left_out(topic), *notes.of(numbers))
        )
        alt = f"{topic.heading}, {measure}: " + "; ".join(f"{one.line}, {one.days}: {one.number}" for one in points)
        slide_charts.points(slides, slide, points, alt)
    rows = [
        (point.name, f"{point.measure}, {point.sort}", point.days, cited(point.number, point.evidence), point.evidence)
        for point in topic.points
    ]
    head = ("Source", "What is counted", "Holds for", "Number [evidence]")
    behind = (*topic.sentences, *_left_out(topic))
    slide, below = _listed(slides, f"{topic.heading}: the numbers", head, rows, (2, 2.4, 1.6, 1.8), notes, more)
    if slide is not None and below + slide_room.height(slides, behind) <= slides.tall:
        slides.lines(slide, behind, below=below)
    else:
        _sentences(slides, f"{topic.heading}: open points and checks", behind)


def _by_measure(points: Sequence[Plotted]) -> list[tuple[str, list[Plotted]]]:
    """The measures of which most figures are shown, each for a chart of its own; single figures stand in the table."""
    found: dict[str, list[Plotted]] = {}
    for point in points:
        found.setdefault(point.measure, []).append(point)
    ordered = sorted(found.items(), key=lambda of: -len(of[1]))
    return [of for n, of in enumerate(ordered[:_CHARTS]) if n == 0 or len(of[1]) > 1]


def _left_out(topic: Topic) -> tuple[str, ...]:
    return (f"Not drawn: {'; '.join(topic.left_out)}.",) if topic.left_out else ()


def _matrix(slides: Slides, told: Briefing, notes: _Notes) -> None:
    if "matrix" not in told.parts:
        return
    rows = [
        (cited(row.figure, row.evidence), row.source, row.days, *row.positions, row.evidence) for row in told.matrix
    ]
    head = ("Figure [evidence]", "Source", "Holds for", *told.families)
    first = (1.6, 1.3, 1.1) if len(told.families) > 5 else (2.2, 1.7, 1.5)
    widths = (*first, *(1.0 for _ in told.families))
    _listed(slides, PARTS["matrix"], head, rows, widths, notes, _more(told.more_rows, "figure"))


def _statements(slides: Slides, told: Briefing, notes: _Notes) -> None:
    if "statements" in told.parts:
        rows = [
            (
                one.name,
                one.days,
                cited(one.figure, one.evidence),
                f"{one.articles}",
                one.drift or "nothing",
                one.evidence,
            )
            for one in told.statements
        ]
        head = ("Source", "Said", "Figure [evidence]", "Articles", "What relays changed")
        more = _more(told.more_statements, "statement")
        _listed(slides, PARTS["statements"], head, rows, (1.6, 1.2, 2, 0.8, 3.2), notes, more)


def _disagreements(slides: Slides, told: Briefing, notes: _Notes) -> None:
    if "disagreements" not in told.parts:
        return
    if not told.disagreements:
        none = "No two governments' figures contradict each other among what the filters leave."
        slides.lines(slides.slide(PARTS["disagreements"], (none,)), (none,))
    for one in told.disagreements:
        more = _more(told.more_disagreements, "disagreement") if one is told.disagreements[-1] else ""
        _disagreement(slides, one, notes, more)


def _disagreement(slides: Slides, one: Disagreement, notes: _Notes, more: str) -> None:
    sentences = notes.of(one.evidence)
    slide = slides.slide(f"{one.between} on {one.what}", (one.says, *sentences))
    slides.lines(slide, [part for part in (str(one.one), str(one.other), one.says, *sentences, more) if part], 16)


def _evidence(slides: Slides, evidence: Sequence[Evidence]) -> None:
    rows = [
        (f"{one.number}", line(one.figure, 90), line(one.sentence, 300), line(one.who, 110), _printed(one))
        for one in evidence
    ]
    head = ("No.", "Figure", "Sentence", "Source, relays", "Outlet, day, link")
    widths = (0.5, 1.9, 5.4, 2.1, 2.4)
    pages = list(slide_room.paged(rows, slide_room.letters(slides, widths), slides.tall))
    for n, page in enumerate(pages, start=1):
        of = f" ({n} of {len(pages)})" if len(pages) > 1 else ""
        told = [f"[{row[0]}] {evidence[int(row[0]) - 1].sentence} {evidence[int(row[0]) - 1].link}" for row in page]
        slide = slides.slide(f"Evidence{of}", told)
        alt = f"Evidence {page[0][0]} to {page[-1][0]}: figure, sentence, source, relays, outlet, day, link."
        slides.table(slide, head, page, widths, alt)


def _printed(one: Evidence) -> str:
    return ", ".join(part for part in (apart(line(one.outlet, 50)), one.day, line(one.link, 80)) if part)


def _method(slides: Slides, told: Briefing) -> None:
    lines = told.stamp.lines()
    _sentences(slides, "Method and limits", (*told.method, lines[1], _sources(told), *lines[3:]))


def _sentences(slides: Slides, heading: str, sentences: Sequence[str]) -> None:
    """Sentences on as many slides as they need."""
    told = [(line(one, 420),) for one in sentences]
    most = slides.tall + slide_room.ROW  # there is no heading of a table
    for n, page in enumerate(slide_room.paged(told, slide_room.wide(slides), most, slide_room.SENTENCE)):
        slide = slides.slide(heading + (", continued" if n else ""), [row[0] for row in page])
        slides.lines(slide, [row[0] for row in page])


def _listed(
    slides: Slides,
    heading: str,
    head: Sequence[str],
    rows: Sequence[tuple[object, ...]],
    widths: Sequence[float],
    notes: _Notes,
    more: str,
) -> tuple[Any, float]:
    """A table on as many slides as it needs. The last of each row are its numbers; ``more`` ends the last slide, which
    comes back with the inches that the table takes.
    """
    if not rows:
        slides.lines(slides.slide(heading, (NOTHING,)), (NOTHING,))
        return None, 0
    letters = slide_room.letters(slides, widths)
    worded = [tuple(map(_cell, row[:-1])) for row in rows]
    numbers = dict(zip(worded, (row[-1] for row in rows), strict=True))
    pages = list(slide_room.paged(worded, letters, slides.tall - slide_room.ROW))
    for n, page in enumerate(pages):
        cited_here = [number for row in page for number in numbers[row]]  # type: ignore[attr-defined]
        last = n == len(pages) - 1
        of = ", continued" if n else ""
        slide = slides.slide(heading + of, ((more,) if more and last else ()) + notes.of(cited_here))
        shown = [*page, (more,)] if more and last else page
        slides.table(slide, head, shown, widths, f"{heading}: {'; '.join(', '.join(row) for row in page)}")
    tall = sum(slide_room.tall(row, letters, slide_room.LINE) for row in pages[-1])
    return slide, slide_room.ROW * (2 + bool(more)) + tall


def _cell(words: object) -> str:
    return line(str(words), 220)


def _more(count: int, what: str) -> str:
    return "".join(left_over(count, what))
