"""One body by itself: how its totals changed, who passes its words on, and how the texts name and quote it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from components import words
from components.measures.relaying import number
from components.measures.repeats import rejected, said_again
from components.measures.windows import counted, days, place
from components.statements.revisions import Ladder, Rung, ladders
from components.statements.statement import Statement

REASONS: Mapping[str, str] = {
    "reassessment": "the text says that it was counted anew",
    "growth": "the text says that it has grown",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One total on the days for which it holds; ``change`` against the one before and ``repeats`` in words."""

    days: str
    figure: str
    change: str
    repeats: str
    fell: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Climb:
    """The totals of one thing in order of their days; ``falls`` of them are smaller than the one before."""

    what: str
    steps: tuple[Step, ...]
    falls: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Words and in how many claims they stand."""

    words: str
    claims: int


@dataclass(frozen=True, slots=True)
class Printed:
    """An article (id) and what it has of the body, the latest article first."""

    article: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """``asserts`` and ``relays`` count claims; ``through`` are those who pass its words on, ``of`` those it relays."""

    name: str
    family: str
    asserts: int
    relays: int
    climbs: tuple[Climb, ...]
    through: tuple[Counted, ...]
    of: tuple[Counted, ...]
    cues: tuple[Counted, ...]
    stances: tuple[Counted, ...]
    forms: tuple[Counted, ...]
    articles: tuple[Printed, ...]


def profile(
    body: str,
    frame: pd.DataFrame,
    statements: Sequence[Statement],
    names: Mapping[str, str],
    families: Mapping[str, str],
) -> Profile:
    """The body in the claims of ``frame``; what an article says a second time and what was rejected
    is left out of the counts.
    """
    counting = frame[~said_again(frame) & ~rejected(frame)]
    own = counting[counting["source"].eq(body)]
    passed = counting[counting["relays"].map(lambda relays: body in relays).astype(bool)]
    through = own["relays"].explode().dropna().map(lambda relay: words.body(relay, names))
    return Profile(
        name=words.body(body, names),
        family=str(own["family"].iloc[0]) if len(own) else families.get(body, "media"),
        asserts=len(own),
        relays=len(passed),
        climbs=tuple(_climbs(body, statements, names, set(frame["claim_id"]))),
        through=_counts(through),
        of=_counts(passed["source"].map(lambda source: words.body(source, names))),
        cues=_counts(own["cue_text"].str.lower()),
        stances=_counts(own["stance"].astype("string")),
        forms=_counts(own["source_text"].str.strip()),
        articles=_articles(pd.concat([own, passed]).drop_duplicates("claim_id")),
    )


def _counts(values: pd.Series[str]) -> tuple[Counted, ...]:
    counts = values.dropna().value_counts()
    found = (Counted(str(value), int(number)) for value, number in counts.items() if value and number)
    return tuple(sorted(found, key=lambda one: (-one.claims, one.words.lower(), one.words)))


def _articles(rows: pd.DataFrame) -> tuple[Printed, ...]:
    grouped = rows.groupby("article_id", sort=True)
    printed = grouped["published"].max().sort_values(ascending=False, kind="stable", na_position="last")
    claims = grouped["claim_id"].agg(list)
    return tuple(Printed(str(id_), tuple(claims[id_])) for id_ in printed.index)


def _climbs(
    body: str, statements: Sequence[Statement], names: Mapping[str, str], only: Collection[str]
) -> Iterator[Climb]:
    """Whole ladders, of which the steps in ``only`` are told: a change is against the figure before, shown or not."""
    own = [statement for statement in statements if statement.source == body]
    where = {figure.id: statement for statement in own for figure in statement.figures}
    for ladder in sorted(ladders(own), key=lambda ladder: place(ladder.measure, ladder.subject, (0, 0))):
        steps = tuple(_steps(ladder, where, only))
        if steps:
            yield Climb(counted(ladder.measure, ladder.subject, names), steps, sum(step.fell for step in steps))


def _steps(ladder: Ladder, where: Mapping[str, Statement], only: Collection[str]) -> Iterator[Step]:
    for before, rung in pairwise((None, *ladder.rungs)):
        assert rung is not None
        figure = rung.figure
        if any(told.claim_id in only for told in figure.claims):
            yield Step(
                days=days(figure.careful, where[figure.id]),
                figure=number(figure.careful),
                change=_change(rung, before),
                repeats=_repeats(len(rung.mentions)),
                fell=rung in ladder.falls,
                claims=tuple(told.claim_id for told in figure.claims),
            )


def _change(rung: Rung, before: Rung | None) -> str:
    reason = f"; {REASONS[rung.reason]}" if rung.reason else ""
    if before is None:
        return f"first word{reason}"
    after = before.figure.careful.amount
    if rung.change == "fall":
        return f"a fall: {rung.figure.careful.amount} after {after}; flagged, not corrected{reason}"
    if rung.change == "rise":
        return f"a rise, after {after}{reason}"
    return f"cannot tell whether it changed, beside {after}{reason}"


def _repeats(mentions: int) -> str:
    return f"said again in {mentions} statement{'' if mentions == 1 else 's'}" if mentions else ""
