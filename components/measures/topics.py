"""The topics that have a chart: only North Korean people and materiel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components.columns import FORCES, LOSSES, MATERIEL
from components.measures.figures import Series
from components.measures.ledger import Ledger, ledger
from components.measures.register import Register, register
from components.measures.rows import all_of


@dataclass(frozen=True, slots=True)
class Topic:
    """``others`` says why people or things of others are left out, ``no_counts`` are the kinds that are no counts."""

    measures: tuple[str, ...]
    others: str = "about others than North Koreans"
    no_counts: tuple[str, ...] = ("rate", "share", "capacity")

    def ledger(self, frame: pd.DataFrame, names: Mapping[str, str], shared: Register) -> Ledger:
        """The table laid out for this topic; ``shared`` is its register, ``names`` gives sources by id in words."""
        return ledger(frame, names, self.measures, self.others, self.no_counts, shared)

    def series(self, frame: pd.DataFrame, names: Mapping[str, str], shared: Register | None = None) -> Series:
        """The topic in a table that is asked once, or for several topics that share its register."""
        return self.ledger(frame, names, shared or register(frame)).found(all_of(frame)).series()


TOPICS: Mapping[str, Topic] = {
    "troops": Topic(FORCES),
    "casualties": Topic(LOSSES),
    "materiel": Topic(MATERIEL, "of others than North Korea", ("rate", "share")),
}


def troops(frame: pd.DataFrame, names: Mapping[str, str]) -> Series:
    """North Korean forces: totals, additions, plans and parts, apart. ``names`` gives sources by id in words."""
    return TOPICS["troops"].series(frame, names)


def casualties(frame: pd.DataFrame, names: Mapping[str, str]) -> Series:
    """North Korean losses; killed, wounded and the others stay different measures (rule 5)."""
    return TOPICS["casualties"].series(frame, names)


def materiel(frame: pd.DataFrame, names: Mapping[str, str]) -> Series:
    """North Korean materiel. What containers could hold is a sort of its own and never a total (rule 6)."""
    return TOPICS["materiel"].series(frame, names)


def counted(frame: pd.DataFrame, measure: str, names: Mapping[str, str], shared: Register | None = None) -> Series:
    """One measure of North Korea alone; ``shared`` is the register of the frame where several are asked for."""
    return Topic((measure,)).series(frame, names, shared)
