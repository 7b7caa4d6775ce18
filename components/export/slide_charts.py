"""Native charts with their numbers inside: steps of figures as points, events as bars between two days."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from components.briefing import Happening, Plotted
from components.briefing.parts import cited
from components.charts import palette
from components.export.claims_csv import defused
from components.export.label_room import Placed, Side, places
from components.export.lines import line
from components.export.slides import HAIRLINE, INK, Slides, describe

_EPOCH = dt.date(1899, 12, 30)
_SIDES: Mapping[Side, XL_LABEL_POSITION] = {
    "right": XL_LABEL_POSITION.RIGHT,
    "left": XL_LABEL_POSITION.LEFT,
    "above": XL_LABEL_POSITION.ABOVE,
    "below": XL_LABEL_POSITION.BELOW,
}
_MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "pentagon": XL_MARKER_STYLE.STAR,
    "hexagon": XL_MARKER_STYLE.PLUS,
}
_OPEN = ("planned or possible", "what could be held at most", "our sums")


def points(slides: Slides, slide: Any, shown: Sequence[Plotted], alt: str) -> None:
    """One series a source, measure and sort; each point is labelled with its number in words and its evidence."""
    by_line: dict[str, list[Plotted]] = {}
    for point in shown:
        by_line.setdefault(point.line, []).append(point)
    # LibreOffice draws no more points of a series than the first one has.
    series = sorted(by_line.values(), key=len, reverse=True)
    told = XyChartData(number_format="#,##0")
    for own in series:
        row = told.add_series(defused(line(own[0].line, 90)))
        for point in own:
            row.add_data_point(_serial(point.last), point.value)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *slides.box(slide), told)
    describe(frame, alt)
    chart = frame.chart
    _plain(chart, legend=True, own=slides.own)
    days = [_serial(point.last) for point in shown]
    room = max(20, (max(days) - min(days)) // 5)
    first, last = min(days) - room, max(days) + room
    _days(chart.category_axis, first, last)
    top = _top(max(point.value for point in shown))
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, top
    chart.value_axis.major_gridlines.format.line.color.rgb = HAIRLINE
    chart.value_axis.format.line.color.rgb = HAIRLINE
    chart.value_axis.tick_labels.number_format = "#,##0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    every = [point for own in series for point in own]
    marks = [((_serial(point.last) - first) / (last - first), point.value / top) for point in every]
    free = dict(zip(every, places(marks, [(cited(one.number, one.evidence),) for one in every]), strict=True))
    for drawn, own in zip(chart.plots[0].series, series, strict=True):
        _marks(drawn, own, free)


def _top(value: float) -> float:
    """A round number above the value.

    >>> _top(16400), _top(4)
    (20000.0, 5.0)
    """
    unit = 10.0 ** math.floor(math.log10(max(value, 1)))
    return next(step * unit for step in (1.5, 2, 3, 5, 8, 10, 15) if step * unit >= value * 1.1)


def spans(slides: Slides, slide: Any, events: Sequence[Happening], alt: str) -> None:
    """Events as bars from their first to their last possible day, the earliest on top."""
    told = CategoryChartData(number_format="d mmm yyyy")
    told.categories = [defused(_event(event)) for event in events]
    told.add_series("First day", [_serial(event.first) for event in events])
    told.add_series("Days", [(event.last - event.first).days + 1 for event in events], number_format="0")
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *slides.box(slide), told)
    describe(frame, alt)
    chart = frame.chart
    _plain(chart, legend=False, own=slides.own)
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_labels.font.size = Pt(9.5)
    chart.category_axis.format.line.color.rgb = HAIRLINE
    first, last = min(event.first for event in events), max(event.last for event in events)
    room = max(3, (last - first).days // 20)
    _days(chart.value_axis, _serial(first) - room, _serial(last) + 1 + room)
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 60, 100
    plot.series[0].format.fill.background()
    for n, event in enumerate(events):
        _bar(plot.series[1].points[n], event)


def _event(event: Happening) -> str:
    return line(cited(line(f"{event.days} – {event.name}: {event.label}", 84), event.evidence), 100)


def _bar(bar: Any, event: Happening) -> None:
    ink = RGBColor.from_string(palette.colour(event.family, "print").lstrip("#"))
    if event.modality in ("planned", "possible", "denied"):
        bar.format.fill.background()
    else:
        bar.format.fill.solid()
        bar.format.fill.fore_color.rgb = ink
    # A day is thinner than a hair on an axis of years; its outline is seen.
    bar.format.line.color.rgb = ink
    bar.format.line.width = Pt(2)


def _marks(drawn: Any, own: Sequence[Plotted], free: Mapping[Plotted, Placed | None]) -> None:
    family, sort = own[0].family, own[0].sort
    ink = RGBColor.from_string(palette.colour(family, "print").lstrip("#"))
    drawn.format.line.fill.background()
    drawn.marker.style = _MARKERS.get(palette.shape(family), XL_MARKER_STYLE.DIAMOND)
    drawn.marker.size = 9
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = _pale(ink) if sort.startswith(_OPEN) else ink
    drawn.marker.format.line.color.rgb = ink
    for n, point in enumerate(own):
        if place := free[point]:
            label = drawn.points[n].data_label
            label.text_frame.text = place.label
            label.position = _SIDES[place.side]
            label.text_frame.paragraphs[0].runs[0].font.size = Pt(9)


def _pale(ink: RGBColor) -> RGBColor:
    """Nearly open: LibreOffice draws no outline of a mark, and a white one would not be seen."""
    red, green, blue = (255 - (255 - part) * 2 // 5 for part in ink)
    return RGBColor(red, green, blue)


def _plain(chart: Any, legend: bool, own: bool) -> None:
    chart.has_title = False
    chart.has_legend = legend
    chart.font.size = Pt(10)
    if own:
        chart.font.color.rgb = INK
    else:  # a template may have a dark ground
        chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    if legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(9)


def _days(axis: Any, first: int, last: int) -> None:
    axis.minimum_scale, axis.maximum_scale = first, last
    axis.major_unit = max(1, (last - first) // 4)
    axis.tick_labels.number_format = "d mmm yyyy"
    axis.tick_labels.number_format_is_linked = False
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = HAIRLINE
    axis.format.line.color.rgb = HAIRLINE


def _serial(day: dt.date) -> int:
    """The day as a spreadsheet counts it."""
    return (day - _EPOCH).days
