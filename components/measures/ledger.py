"""The figures of one chart laid out once a table, so that any rows of it give their points by arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.measures import sorting
from components.measures.alike import alike_in
from components.measures.figures import CLASSES, UNDATED, LeftOut, Point, Series
from components.measures.merging import Clusters, clusters, point
from components.measures.picks import happened, held
from components.measures.records import records
from components.measures.register import Register
from components.measures.rows import Codes, Rows, days, numbers, ranked
from components.statements.tellings import UNNAMED

SAME_FIGURE = ("source", "measure", "sort", "low", "best", "high", "bound")
SORTS = tuple(CLASSES)


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """A claim that a chart draws as one sort, each: the ``place`` of its row, days since 1970, codes.

    Claims that print the same figure are a ``group`` and lie together: the dated ones by their first day, the undated
    behind them. ``order`` is the place of a point among others by panel, days and source. What has come of a plan is
    two entries: one of the two stands, by whether the plan is ``there``, in the row ``whole``, -1 for all others.
    """

    place: Codes
    group: Codes
    first: Codes
    last: Codes
    undated: Rows
    basis: Sequence[str]
    measure: Codes
    sort: Codes
    source: Codes
    named: Rows
    article: Codes
    order: Codes
    whole: Codes
    there: Rows


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """``counts`` are the places of all claims of the topic, ``why`` the number of the reason to leave each out."""

    register: Register
    names: Mapping[str, str]
    counts: Codes
    why: Codes
    reasons: tuple[str, ...]
    entries: Entries

    def found(self, rows: Rows) -> Found:
        """The points that these rows give."""
        again, its = self.register.again.among(rows), self.entries
        kept = (rows & ~again)[its.place]
        part = np.flatnonzero(its.whole >= 0)
        kept[part] &= rows[its.whole[part]] == its.there[part]
        own = np.flatnonzero(kept)
        made = clusters(its.group[own], its.first[own], its.last[own], its.undated[own], its.place[own])
        made = made.reordered(np.argsort(its.order[own[made.leads]] * len(rows) + made.early, kind="stable"))
        return Found(self, own, made, self._left_out(rows, again))

    def _left_out(self, rows: Rows, again: Rows) -> tuple[LeftOut, ...]:
        """The reasons in order of their first claim."""
        second = self.reasons.index(sorting.AGAIN)
        why = np.where(again[self.counts] & ((self.why < 0) | (self.why > second)), second, self.why)[rows[self.counts]]
        sizes = np.bincount(why + 1, minlength=len(self.reasons) + 1)[1:]
        applied = sorted(np.flatnonzero(sizes).tolist(), key=lambda reason: int(np.argmax(why == reason)))
        return tuple(LeftOut(int(sizes[reason]), self.reasons[reason]) for reason in applied)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The points of some rows, by panel and day, each in words only when it is asked for: ``own`` are their entries."""

    ledger: Ledger
    own: Codes
    made: Clusters
    left_out: tuple[LeftOut, ...]

    def __len__(self) -> int:
        return len(self.made.leads)

    @property
    def leads(self) -> Codes:
        """Of each point the entry whose days it has."""
        return self.own[self.made.leads]

    def series(self) -> Series:
        return Series(self.points(np.arange(len(self))), self.left_out)

    def entries(self, which: Codes) -> Codes:
        """The entries of these points, one point behind another."""
        return self.own[self.made.members(which)]

    def points(self, which: Codes) -> tuple[Point, ...]:
        """These points, in the order asked for."""
        its, sizes = self.ledger.entries, self.made.sizes[which]
        ends = np.cumsum(sizes)
        told = self.ledger.register
        places = its.place[self.entries(which)]
        claims, articles = told.claims[places].tolist(), told.articles[places].tolist()
        marked = [told.told[name].take(places).tolist() for name in ("flags", "alternative_group", "review")]
        carried = list(zip(claims, articles, *marked, strict=True))
        leads = self.leads[which].tolist()
        heads = records(told.told.take(its.place[leads]))
        return tuple(
            point(
                head,
                carried[begin:end],
                SORTS[its.sort[lead]],
                its.basis[lead],
                (int(its.first[lead]), int(its.last[lead])),
                self.ledger.names,
            )
            for head, begin, end, lead in zip(heads, (ends - sizes).tolist(), ends.tolist(), leads, strict=True)
        )


def ledger(
    frame: pd.DataFrame,
    names: Mapping[str, str],
    measures: Sequence[str],
    others: str,
    no_counts: Sequence[str],
    shared: Register,
) -> Ledger:
    """The ledger of an event table for figures of these measures; ``shared`` is its register."""
    counts = np.flatnonzero(frame["measure"].isin(measures))
    rows = frame.take(counts).reset_index(drop=True)
    why, reasons = sorting.left_out(rows, others, no_counts)
    entries = _entries(rows, counts, np.flatnonzero(why < 0), measures)
    return Ledger(shared, names, counts, why, reasons, entries)


def _entries(rows: pd.DataFrame, counts: Codes, drawn: Codes, measures: Sequence[str]) -> Entries:
    whole = sorting.planned_wholes(rows)
    apart = sorting.sorts(rows, pd.Series(False, index=rows.index))
    come = sorting.sorts(rows, pd.Series(whole >= 0, index=rows.index))
    differs = drawn[(apart != come).to_numpy(dtype=bool)[drawn]]
    which = np.r_[drawn, differs]
    told = rows.take(which).reset_index(drop=True)
    told["sort"] = pd.concat([apart.iloc[drawn], come.iloc[differs]], ignore_index=True)
    when = held(told).where(told["sort"].ne("addition"), happened(told))
    first, last, undated = days(when["first"]), days(when["last"]), when["basis"].isin(UNDATED).to_numpy(dtype=bool)
    conditional = np.isin(which, differs)
    place, group = counts[which], alike_in(told, SAME_FIGURE).to_numpy().astype(np.int64)
    ready = np.lexsort((place, first, undated, group))
    measure, sort = numbers(told["measure"], measures), numbers(told["sort"], SORTS)
    source = numbers(told["source"], sorted(told["source"].unique()))
    order = ranked((measure, sort, first, last, source))
    return Entries(
        place=place[ready],
        group=group[ready],
        first=first[ready],
        last=last[ready],
        undated=undated[ready],
        basis=when["basis"].iloc[ready].tolist(),
        measure=measure[ready],
        sort=sort[ready],
        source=source[ready],
        named=~told["family"].isin(UNNAMED).to_numpy(dtype=bool)[ready],
        article=pd.factorize(told["article_id"])[0].astype(np.int64)[ready],
        order=order[ready],
        whole=np.where(conditional, counts[whole[which]], -1)[ready],
        there=(np.arange(len(which)) >= len(drawn))[ready],
    )
