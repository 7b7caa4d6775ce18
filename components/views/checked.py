"""What the checks say of the figures that are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from components.checks import Outcome, Verdict
from components.measures import Doubt, Plot
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


def column(what: str, plot: Plot, desk: Desk) -> None:
    """The column beside a wide chart: what the text leaves open, then the checks by outcome. A line opens its words."""
    st.subheader("Does it add up", anchor=False)
    verdicts = _verdicts(plot, desk)
    _open(plot.doubts)
    for outcome, heading in OUTCOMES.items():
        found = [at for at in verdicts if desk.verdicts[at].verdict == outcome]
        if found:
            st.markdown(f"**{heading}**")
        for n, at in enumerate(found[:MOST]):
            verdict = desk.verdicts[at]
            st.button(
                plain(f"{_who(at, desk)}: {_says(verdict)}"),
                key=f"line {what} {outcome} {n}",
                on_click=picking.pick,
                args=(verdict.claims,),
                type="tertiary",
                width="stretch",
                wrap=True,
            )
        _more(len(found))
    if not plot.doubts and not verdicts:
        st.caption("No figures are stated together that would have to add up.")
    _touched(plot, desk)


def captions(plot: Plot, desk: Desk) -> None:
    """The same as small lines under a narrow chart."""
    _open(plot.doubts)
    verdicts = _verdicts(plot, desk)
    for at in verdicts[:MOST]:
        st.caption(plain(told(desk.verdicts[at])))
    _more(len(verdicts))
    _touched(plot, desk)


def _open(doubts: Sequence[Doubt]) -> None:
    """Both readings of what the text leaves open."""
    for doubt in doubts[:MOST]:
        st.caption(plain(str(doubt)))
    _more(len(doubts))


def _more(found: int) -> None:
    if found > MOST:
        st.caption(f"And {found - MOST:,} more; choose a source or a period to see them.")


def _verdicts(plot: Plot, desk: Desk) -> list[int]:
    """The places of the verdicts whose first claim has a point."""
    places: list[int] = plot.rows[desk.judged].nonzero()[0].tolist()
    return places


def _who(verdict: int, desk: Desk) -> str:
    """Whose figures the verdict at this place is on."""
    source = str(desk.claims["source"].iloc[desk.judged[verdict]])
    return desk.names.get(source, source)


def told(verdict: Verdict) -> str:
    """The check by name and what came out."""
    return f"{verdict.check[:1].upper()}{verdict.check[1:]}: {verdict.says}"


def _says(verdict: Verdict) -> str:
    """The verdict's sentence without the outcome, which stands above it."""
    return verdict.says.removesuffix(f": {verdict.verdict}.") + "."


def _touched(plot: Plot, desk: Desk) -> None:
    """What relays and analysts did to the figures that are drawn."""
    _moved(plot, desk)
    corrected((claim for point in plot.points for claim in point.claims), desk)


def corrected(drawn: Iterable[str], desk: Desk) -> None:
    """How many of the claims (ids) that a chart draws were corrected."""
    number = len(desk.corrected.intersection(drawn)) if desk.corrected else 0
    if number:
        said = "1 claim drawn here was" if number == 1 else f"{number:,} claims drawn here were"
        st.caption(f"{said} corrected by an analyst: see Corrections.")


def _moved(plot: Plot, desk: Desk) -> None:
    """How many relays are drawn as a more careful one has them."""
    moved = int(plot.rows[desk.drifted].sum())
    if moved:
        said = "1 claim tells" if moved == 1 else f"{moved} claims tell"
        st.caption(
            f"{said} a figure otherwise than its most careful relay; it is drawn as that one has it: see Statements."
        )
