"""What a panel, a mark and a row of the table say: the same words for who sees the chart and for who reads it."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts import paper
from components.measures import Point
from components.measures.figures import CLASSES
from components.words import BASES, NOT_ITS_OWN, count

OURS = "our sum, not a figure of the source"


def title(measure: str, sort: str) -> str:
    """A panel's heading.

    >>> title("troops", "addition"), title("killed", "total"), title("casualties", "total")
    ('Troops: additions', 'Killed', 'Casualties (killed and wounded together)')
    >>> title("containers", "total"), title("shells", "capacity")
    ('Containers: observed', 'Shells: what could be held at most (no delivery)')
    """
    if sort == "capacity":
        return f"{measure.capitalize()}: {CLASSES[sort]} (no delivery)"
    if sort not in ("total", "derived"):
        return f"{measure.capitalize()}: {CLASSES[sort]}"
    return {
        "casualties": "Casualties (killed and wounded together)",
        "losses": "Lost, no more said",
        "containers": "Containers: observed",
        "shells": "Shells: totals, as the sources state them",
        "artillery": "Guns and launchers: totals",
        "killed": "Killed",
        "wounded": "Wounded",
        "missing": "Missing",
        "captured": "Captured",
    }.get(measure, f"{measure.capitalize()}: totals")


def told(point: Point) -> str:
    """The lines that a mark shows when it is pointed at."""
    if point.sort == "derived":
        return paper.told(
            (
                f"{point.number} {point.measure}: {OURS}",
                point.formula,
                point.days,
                f"Both parts: {point.name}",
                f"{paper.articles(len(point.articles))}{paper.READ}",
            )
        )
    return paper.told(
        (
            f"{point.number} {point.measure}" + (f", {CLASSES[point.sort]}" if point.sort != "total" else ""),
            f"{point.days} ({BASES.get(point.basis, point.basis)})",
            f"Source: {point.name}",
            f"{paper.articles(len(point.articles))}{paper.READ}",
        )
    )


def numbers(points: Sequence[Point]) -> list[dict[str, str]]:
    """The plotted numbers as rows of words."""
    return [
        {
            "What": title(point.measure, point.sort),
            "Figure": f"{point.number} = {point.formula} ({OURS})" if point.formula else point.number,
            "Source": point.name,
            "Days": point.days + NOT_ITS_OWN.get(point.basis, ""),
            "Articles": count(len(point.articles)),
        }
        for point in points
    ]
