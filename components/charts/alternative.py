"""What a chart shows, in words for those who do not see it; made from the same points."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.sayings import OURS, title
from components.measures import AXES, Event, Network, Point, Timeline
from components.words import days

TOLD = 12


def of_events(timeline: Timeline | Sequence[Event]) -> str:
    """The timeline in words: its axis and lanes, how many events each lane has, and the first of them."""
    if not isinstance(timeline, Timeline):
        timeline = Timeline(tuple(timeline), ())
    events = timeline.events
    if not events:
        return "Timeline without events."
    lanes: dict[str, int] = {}
    for event in events:
        lanes[event.lane] = lanes.get(event.lane, 0) + event.number
    first, last = min(event.first for event in events), max(event.last for event in events)
    held = "; ".join(f"{name} {number}" for name, number in lanes.items())
    gathered = f" gathered by {timeline.step}" if timeline.step else ""
    told = "; ".join(f"{e.label}, {e.days}, {e.name}" for e in events[:TOLD])
    more = f"; and {len(events) - TOLD} more marks" if len(events) > TOLD else ""
    lane = "source family" if timeline.lanes == "family" else "type of event"
    return (
        f"Timeline of {sum(lanes.values())} events{gathered}, {days(first, last)}. Lanes by {lane}: {held}. "
        f"Axis: {AXES[timeline.axis].lower()}. {told}{more}."
    )


def of_points(points: Sequence[Point], what: str) -> str:
    """A chart of figures in words, every number with its bound, source and days."""
    if not points:
        return f"Chart of {what} without figures."
    told = "; ".join(f"{title(p.measure, p.sort)}: {_number(p)}, {p.name}, {p.days}" for p in points[:TOLD])
    more = f"; and {len(points) - TOLD} more" if len(points) > TOLD else ""
    return f"Chart of {what}, {len(points)} figures. {told}{more}."


def of_network(told: Network) -> str:
    """The streams in words, for those who do not see them."""
    if not told.links:
        return "Network of relays without claims."
    widest = sorted(told.links, key=lambda link: -link.claims)
    names = [(told.nodes[link.start].name, told.nodes[link.end].name, link.claims) for link in widest[:TOLD]]
    streams = "; ".join(f"{start} to {end}: {number}" for start, end, number in names)
    more = f"; and {len(widest) - TOLD} more" if len(widest) > TOLD else ""
    return f"Network of {told.claims} claims from sources through relays to outlets. {streams}{more}."


def _number(point: Point) -> str:
    return f"{point.number} ({OURS}: {point.formula})" if point.formula else point.number
