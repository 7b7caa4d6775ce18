"""What the checks say of the figures that are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from components import measures
from components.checks import Outcome, Verdict
from components.measures import Doubt, Point
from components.views import picking
from components.views.desk import Desk
from components.views.names import plain

OUTCOMES: Mapping[Outcome, str] = {
    "fails": "It does not add up",
    "holds": "It adds up",
    "cannot tell": "It cannot be told",
}


MOST = 10
"""So many lines of one kind are shown at most."""


def column(what: str, points: Sequence[Point], desk: Desk) -> None:
    """The column beside a wide chart: what the text leaves open, then the checks by outcome. A line opens its words."""
    st.subheader("Does it add up", anchor=False)
    doubts, verdicts = measures.doubts(points), _verdicts(points, desk)
    _open(doubts)
    said = {claim: point.name for point in points if not point.formula for claim in point.claims}
    for outcome, heading in OUTCOMES.items():
        found = [verdict for verdict in verdicts if verdict.verdict == outcome]
        if found:
            st.markdown(f"**{heading}**")
        for n, verdict in enumerate(found[:MOST]):
            st.button(
                plain(f"{said[verdict.claims[0]]}: {_says(verdict)}"),
                key=f"line {what} {outcome} {n}",
                on_click=picking.pick,
                args=(verdict.claims,),
                type="tertiary",
                width="stretch",
                wrap=True,
            )
        _more(len(found))
    if not doubts and not verdicts:
        st.caption("No figures are stated together that would have to add up.")
    _moved(points, desk)


def captions(points: Sequence[Point], desk: Desk) -> None:
    """The same as small lines under a narrow chart."""
    _open(measures.doubts(points))
    verdicts = _verdicts(points, desk)
    for verdict in verdicts[:MOST]:
        st.caption(plain(told(verdict)))
    _more(len(verdicts))
    _moved(points, desk)


def _open(doubts: Sequence[Doubt]) -> None:
    """Both readings of what the text leaves open."""
    for doubt in doubts[:MOST]:
        st.caption(plain(str(doubt)))
    _more(len(doubts))


def _more(found: int) -> None:
    if found > MOST:
        st.caption(f"And {found - MOST:,} more; choose a source or a period to see them.")


def _verdicts(points: Sequence[Point], desk: Desk) -> list[Verdict]:
    """The checks whose first claim is drawn."""
    drawn = {claim for point in points for claim in point.claims}
    return [verdict for verdict in desk.verdicts if verdict.claims[0] in drawn]


def told(verdict: Verdict) -> str:
    """The check by name and what came out."""
    return f"{verdict.check[:1].upper()}{verdict.check[1:]}: {verdict.says}"


def _says(verdict: Verdict) -> str:
    """The verdict's sentence without the outcome, which stands above it."""
    return verdict.says.removesuffix(f": {verdict.verdict}.") + "."


def _moved(points: Sequence[Point], desk: Desk) -> None:
    """How many relays are drawn as a more careful one has them."""
    moved = desk.drifted & {claim for point in points for claim in point.claims}
    if moved:
        said = "1 claim tells" if len(moved) == 1 else f"{len(moved)} claims tell"
        st.caption(
            f"{said} a figure otherwise than its most careful relay; it is drawn as that one has it: see Statements."
        )
