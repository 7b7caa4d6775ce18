"""Whatever rows a filter finds in a table that was laid out once, the answers are those of a table of these rows."""

from __future__ import annotations

import datetime as dt
from random import Random

import numpy as np
import pandas as pd
import pytest

from components import measures
from components.measures import AXES, Axis, Lanes, Register, chronicle, doubts, shown, thinned, with_sums
from components.measures.rows import Rows
from components.measures.topics import TOPICS
from tests.by_hand import NAMES, Said, claims

SOURCES = ("rok-jcs", "rok-nis", "ua-intel", "uk-mod", "unattributed")
MEASURES = ("troops", "engineers", "killed", "wounded", "casualties", "shells", "containers")
KINDS = (*["total"] * 9, *["additional"] * 5, *["subset"] * 2, *["planned"] * 3, "rate", "capacity")
PART, DATED = 0.15, 0.6


def invented(random: Random, number: int) -> list[Said]:
    """Claims of few sources, days and numbers, so that many of them meet."""
    made: list[Said] = []
    for n in range(number):
        first = dt.date(2025, 1, 1) + dt.timedelta(random.randrange(120))
        days = (first, first + dt.timedelta(random.choice((0, 0, 3, 30)))) if random.random() < DATED else None
        plans = [one for one in made[-12:] if one.kind == "planned"]
        part = bool(plans) and random.random() < PART
        made.append(
            Said(
                number=random.choice((*[100, 300, 600, 900, 1200] * 3, None)),
                bound=random.choice((*["exact", "approx", "at_least"] * 4, "up_to", "vague")),
                measure=plans[-1].measure if part else random.choice(MEASURES),
                kind="subset" if part else random.choice(KINDS),
                source=random.choice(SOURCES),
                relays=random.choice(((), (), ("tass",), ("tass", "kcna"))),
                article=f"article {n // 8}",
                days=days,
                basis=random.choice(("stated", "relative", "inherited")),
                as_of=first if random.random() < PART else None,
                event=random.choice(("deployment", "casualties", "arms_transfer", "visit")),
                modality=random.choice((*["asserted"] * 9, "planned", "possible", "denied")),
                subject=random.choice((*["prk"] * 9, "rus")),
                headline=random.random() < PART,
                restated=random.random() < PART,
                flags=random.choice((*[()] * 9, ("boilerplate",), ("includes the addition",))),
                said_on=first if random.random() < PART else None,
                part_of=plans[-1].id if part else None,
                id=f"claim {n}",
            )
        )
    return made


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    table = claims(*invented(Random(8), 400))
    review = np.random.default_rng(5).choice(["auto", "corrected", "rejected"], len(table), p=[0.8, 0.1, 0.1])
    return table.assign(review=pd.Series(review, index=table.index, dtype=table["review"].dtype))


@pytest.fixture(scope="module")
def shared(frame: pd.DataFrame) -> Register:
    return measures.register(frame)


@pytest.fixture(scope="module", params=[1.0, 0.6, 0.1, 0.0])
def rows(request: pytest.FixtureRequest, frame: pd.DataFrame) -> Rows:
    """A share of the rows, whole articles and single ones."""
    random = np.random.default_rng(11)
    articles, place = np.unique(frame["article_id"].to_numpy(dtype=object).astype(str), return_inverse=True)
    whole = (random.random(len(articles)) < request.param)[place]
    return whole & (random.random(len(frame)) < max(request.param, 0.7))


@pytest.mark.parametrize("topic", TOPICS)
def test_the_points_of_a_chart(frame: pd.DataFrame, shared: Register, rows: Rows, topic: str) -> None:
    found = TOPICS[topic].ledger(frame, NAMES, shared).found(rows)
    assert found.series() == TOPICS[topic].series(frame[rows], NAMES)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_chart_shows_what_it_can_hold_of_its_points_and_sums(
    frame: pd.DataFrame, shared: Register, rows: Rows, topic: str
) -> None:
    plot = measures.plot(TOPICS[topic].ledger(frame, NAMES, shared).found(rows))
    series = TOPICS[topic].series(frame[rows], NAMES)
    points, left_out = thinned(with_sums(series.points))
    assert (plot.points, plot.left_out) == (points, (*series.left_out, *left_out))
    assert plot.doubts == doubts(series.points)
    assert plot.claims == len({claim for point in points for claim in point.claims})
    assert {*frame["claim_id"][plot.rows]} == {claim for point in series.points for claim in point.claims}


def test_the_invented_claims_have_sums_and_doubts(frame: pd.DataFrame, shared: Register) -> None:
    plot = measures.plot(TOPICS["troops"].ledger(frame, NAMES, shared).found(np.ones(len(frame), dtype=bool)))
    assert sum(bool(point.formula) for point in plot.points) > 3
    assert plot.doubts


@pytest.mark.parametrize("lanes", ["family", "type"])
@pytest.mark.parametrize("axis", AXES)
def test_the_events_of_the_timeline(
    frame: pd.DataFrame, shared: Register, rows: Rows, axis: Axis, lanes: Lanes
) -> None:
    told, alone = measures.annals(frame, axis, lanes, shared).chronicle(rows), chronicle(frame[rows], axis, lanes)
    assert shown(told, NAMES, None, 40, 27) == shown(alone, NAMES, None, 40, 27)
    assert shown(told, NAMES, None, len(frame)) == shown(alone, NAMES, None, len(frame))
    assert measures.periods(told) == measures.periods(alone)
    assert measures.latest(told, NAMES, None, 60) == measures.latest(alone, NAMES, None, 60)


def test_who_says_so(frame: pd.DataFrame, shared: Register, rows: Rows) -> None:
    found = measures.sayings(frame, NAMES, shared).bodies(rows, {})
    assert found == measures.attribution(frame[rows], NAMES, {})
