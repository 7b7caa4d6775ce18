"""The figures of the charts: only North Korean people and materiel, one point a figure and source, no sums."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components import words
from components.columns import FORCES, LOSSES, MATERIEL
from components.measures.picks import happened, held
from components.measures.records import TOLD, Record, alike, records
from components.measures.repeats import furniture, rejected, said_again
from components.statements.tellings import UNNAMED

UNDATED = ("published", "said")
SAME_FIGURE = ("source", "measure", "sort", "low", "best", "high", "bound")
CLASSES: Mapping[str, str] = {
    "total": "totals",
    "derived": "our sums",
    "addition": "additions",
    "plan": "planned or possible",
    "part": "parts of a larger number",
    "capacity": "what could be held at most",
}
OTHERS = "about others than North Koreans"
NOT_COUNTS = ("rate", "share", "capacity")


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of one source, carried by ``claims`` (ids) in ``articles`` (ids). Days are inclusive.

    ``sort`` is a key of CLASSES. ``line`` is shared by the totals that one step line may join, "" for all others.
    ``formula`` says how a derived number comes about, "about 11,000 + at least 3,000"; "" where a source states it.
    ``flags`` are those that all its claims carry, for one silent relay leaves open what another settles;
    ``either_or`` names the groups of which only one number can hold, ``corrected`` the claims that analysts corrected.
    """

    source: str
    name: str
    family: str
    measure: str
    sort: str
    low: float | None
    best: float | None
    high: float | None
    bound: str
    first: dt.date
    last: dt.date
    basis: str
    text: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    formula: str = ""
    flags: tuple[str, ...] = ()
    either_or: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def ends(self) -> tuple[float, ...]:
        """The printed numbers: one, or both ends of a range."""
        return tuple(end for end in (self.low, self.best, self.high) if end is not None)

    @property
    def value(self) -> float:
        """The number the mark stands at: the best, else the end that the text prints."""
        return next(end for end in (self.best, self.low, self.high) if end is not None)

    @property
    def line(self) -> str:
        named = self.family not in UNNAMED
        return f"{self.source} {self.measure}" if named and self.sort == "total" else ""

    @property
    def number(self) -> str:
        return words.amount(self.bound, self.low, self.best, self.high)

    @property
    def days(self) -> str:
        return words.days(self.first, self.last, self.text)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many claims are not drawn, for one reason in words."""

    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one chart by panel and day, and what was left out of it."""

    points: tuple[Point, ...]
    left_out: tuple[LeftOut, ...]


def troops(frame: pd.DataFrame, names: Mapping[str, str]) -> Series:
    """North Korean forces: totals, additions, plans and parts, apart. ``names`` gives sources by id in words."""
    return _series(frame, FORCES, names)


def casualties(frame: pd.DataFrame, names: Mapping[str, str]) -> Series:
    """North Korean losses; killed, wounded and the others stay different measures (rule 5)."""
    return _series(frame, LOSSES, names)


def materiel(frame: pd.DataFrame, names: Mapping[str, str]) -> Series:
    """North Korean materiel. What containers could hold is a sort of its own and never a total (rule 6)."""
    return _series(frame, MATERIEL, names, "of others than North Korea", ("rate", "share"))


def counted(frame: pd.DataFrame, measure: str, names: Mapping[str, str]) -> Series:
    """One measure of North Korea alone."""
    return _series(frame, (measure,), names)


def _series(
    frame: pd.DataFrame,
    measures: Sequence[str],
    names: Mapping[str, str],
    others: str = OTHERS,
    no_counts: Sequence[str] = NOT_COUNTS,
) -> Series:
    rows = frame[frame["measure"].isin(measures)]
    why = _why_left_out(rows, others, no_counts)
    reasons = why.dropna().value_counts(sort=False)
    told = rows.assign(sort=_sorts(rows))[why.isna()]
    points = [point for group in _groups(told) for point in _merged(group, names)]
    points.sort(key=lambda p: (measures.index(p.measure), list(CLASSES).index(p.sort), p.first, p.last, p.source))
    return Series(tuple(points), tuple(LeftOut(int(number), str(reason)) for reason, number in reasons.items()))


def _why_left_out(rows: pd.DataFrame, others: str, no_counts: Sequence[str]) -> pd.Series[str]:
    """The first reason that keeps a claim out of a chart; NA for those drawn."""
    numbered = rows[["low", "best", "high"]].notna().any(axis=1)
    reasons = {
        "rejected by an analyst": rejected(rows),
        others: rows["subject"].ne("prk"),
        "said again in the same article": said_again(rows),
        "page furniture": furniture(rows),
        "denied": rows["modality"].eq("denied"),
        "vague numbers": rows["bound"].eq("vague"),
        "without a number": ~numbered,
        _plural(no_counts): rows["kind"].isin(no_counts),
        "without a day": happened(rows)["first"].isna(),
    }
    why = pd.Series(pd.NA, index=rows.index, dtype="string")
    for reason, applies in reasons.items():
        why = why.mask(why.isna() & applies.fillna(False).astype(bool), reason)
    return why


def _plural(kinds: Sequence[str]) -> str:
    """The kinds in words.

    >>> _plural(NOT_COUNTS), _plural(("rate", "share"))
    ('rates, shares or capacities', 'rates or shares')
    """
    several = {"rate": "rates", "share": "shares", "capacity": "capacities"}
    return words.listed([several[kind] for kind in kinds]).replace(" and ", " or ")


def _groups(rows: pd.DataFrame) -> list[list[Record]]:
    """Claims of one source that print the same figure with the same bound."""
    days = held(rows).where(rows["sort"].ne("addition"), happened(rows))
    told = rows[[*TOLD, "flags", "alternative_group", "review", "sort"]].assign(**days)
    return alike(records(told), SAME_FIGURE)


def _sorts(rows: pd.DataFrame) -> pd.Series[str]:
    """The keys of CLASSES. What has come of a plan is no part of what is there: it adds to it (rule 3)."""
    planned = rows["kind"].eq("planned") | rows["modality"].isin(["planned", "possible"])
    come = rows["kind"].eq("subset") & rows["subset_of"].isin(rows.loc[planned, "claim_id"])
    sort = pd.Series("total", index=rows.index, dtype="string")
    sort = sort.mask(rows["kind"].eq("subset") & ~rows["measure"].isin(LOSSES), "part")
    sort = sort.mask(rows["kind"].eq("additional") | come, "addition")
    sort = sort.mask(planned, "plan")
    return sort.mask(rows["kind"].eq("capacity"), "capacity")


def _merged(group: list[Record], names: Mapping[str, str]) -> Iterator[Point]:
    """One point for the mentions whose days meet; a mention without days of its own joins the first (rule 11)."""
    dated = sorted((row for row in group if row["basis"] not in UNDATED), key=lambda row: row["first"])
    clusters: list[list[Record]] = []
    end = pd.Timestamp.min
    for row in dated:
        if clusters and row["first"] <= end:
            clusters[-1].append(row)
        else:
            clusters.append([row])
        end = max(end, row["last"])
    undated = sorted((row for row in group if row["basis"] in UNDATED), key=lambda row: row["first"])
    clusters = clusters or [[]]
    clusters[0] = [*clusters[0], *undated]
    for cluster in clusters:
        yield _point(cluster, names)


def _point(cluster: list[Record], names: Mapping[str, str]) -> Point:
    """The cluster's figure on the narrowest of its dated days, else on the first day of printing."""
    stated = [row for row in cluster if row["basis"] not in UNDATED]
    row = min(stated, key=lambda row: row["last"] - row["first"]) if stated else cluster[0]
    ends = {end: None if pd.isna(row[end]) else float(row[end]) for end in ("low", "best", "high")}
    return Point(
        source=row["source"],
        name=names.get(row["source"], row["source"]),
        family=row["family"],
        measure=row["measure"],
        sort=row["sort"],
        bound=row["bound"],
        first=row["first"].date(),
        last=row["last"].date(),
        basis=row["basis"],
        text=words.known(row["event_text"]),
        claims=tuple(other["claim_id"] for other in cluster),
        articles=tuple(dict.fromkeys(other["article_id"] for other in cluster)),
        flags=tuple(sorted(set(cluster[0]["flags"]).intersection(*(other["flags"] for other in cluster)))),
        corrected=tuple(other["claim_id"] for other in cluster if other["review"] == "corrected"),
        either_or=tuple(sorted({words.known(other["alternative_group"]) for other in cluster} - {""})),
        **ends,
    )
