"""How well the labelled articles of articles/ are read, in counts. Their README says what a label is.

A label is found when a figure overlaps its words, has its measure and shares one of its printed numbers; a figure of
North Korea's that answers no label and no ignored stretch is invented. The floors stand a little below what is read, so
that a loss fails and a gain does not; raise them after a gain.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from components import articles, parsing
from components.lexicon import Lexicon
from components.model import Claim, Quantity, Reading, Span

ARTICLES = Path(__file__).parent / "articles"
DAYS_EITHER_WAY = dt.timedelta(days=7)
FLOORS = {
    "found": 402, "values": 402, "bound": 400, "kind": 392, "source": 357, "when": 92, "said": 91, "events": 51,
}  # fmt: skip
MOST_INVENTED = 30


@dataclass
class Tally:
    """Counts over all articles; ``wrong`` says in a line each what was missed, invented or told otherwise."""

    counts: Counter[str] = field(default_factory=Counter)
    by_measure: dict[str, Counter[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def add(self, what: str, measure: str) -> None:
        self.counts[what] += 1
        self.by_measure.setdefault(measure, Counter())[what] += 1

    def __str__(self) -> str:
        rows = [("all", self.counts), *sorted(self.by_measure.items())]
        lines = [
            f"{name}: " + ", ".join(f"{count} {what}" for what, count in sorted(row.items())) for name, row in rows
        ]
        return "\n".join([*lines, *self.wrong])


@dataclass(frozen=True)
class Figure:
    """A claim with a number, and the number."""

    claim: Claim
    quantity: Quantity

    @property
    def numbers(self) -> tuple[float | None, ...]:
        return (self.quantity.low, self.quantity.best, self.quantity.high)


@pytest.fixture(scope="module")
def tally(words: Lexicon) -> Tally:
    total = Tally()
    for article in articles.load([ARTICLES / "articles.jsonl"], words).articles:
        labels = json.loads((ARTICLES / "labels" / f"{article.id}.json").read_text(encoding="utf-8"))
        compare(parsing.read(article, words), labels, total)
    return total


def compare(reading: Reading, labels: dict[str, Any], total: Tally) -> None:
    """Count one article's figures against its labels."""
    left = [Figure(claim, claim.quantity) for claim in reading.claims if claim.quantity is not None]
    left = [figure for figure in left if any(number is not None for number in figure.numbers)]
    for label in labels["claims"]:
        near = [figure for figure in left if figure.quantity.span.meets(stretch(label))]
        if label["bound"] == "vague":
            left = [figure for figure in left if figure not in near]
            continue
        measure = among(label["measure"])[0]
        total.add("labelled", measure)
        fitting = [figure for figure in near if answers(figure, label)]
        if not fitting:
            total.add("missed", measure)
            total.wrong.append(f"{reading.article.id} missed: {measure} {label['quote_check']!r}")
            continue
        figure = max(fitting, key=lambda one: shared(one.quantity.span, stretch(label)))
        left.remove(figure)
        total.add("found", measure)
        judge(figure, label, reading.article.id, total)
    invented(reading, left, [stretch(one) for one in labels["ignore"]], total)
    for event in labels["events"]:
        total.counts["events"] += happens(reading, event)


def judge(figure: Figure, label: dict[str, Any], name: str, total: Tally) -> None:
    """Count what a found figure says right and wrong."""
    for part, right in parts(figure, label).items():
        total.add(part if right else f"{part} wrong", among(label["measure"])[0])
        if not right:
            asked = {end: label[end] for end in ("low", "best", "high")} if part == "values" else label[part]
            total.wrong.append(f"{name} {part}: {label['quote_check']!r} is {asked}")


def happens(reading: Reading, event: dict[str, Any]) -> bool:
    """Whether a row of the right type stands in the sentence that tells the event."""
    types, sentence = {event["type"], *event.get("alt", [])}, Span(event["sentence_start"], event["sentence_end"])
    return any(claim.event_type in types and claim.sentence.meets(sentence) for claim in reading.claims)


def invented(reading: Reading, left: Iterable[Figure], ignored: Sequence[Span], total: Tally) -> None:
    for figure in left:
        if figure.claim.subject == "prk" and not any(figure.quantity.span.meets(span) for span in ignored):
            total.add("invented", figure.quantity.measure)
            total.wrong.append(f"{reading.article.id} invented: {figure.quantity.span.of(reading.article.text)!r}")


def answers(figure: Figure, label: dict[str, Any]) -> bool:
    same = {label[end] for end in ("low", "best", "high")} & set(figure.numbers)
    return figure.quantity.measure in among(label["measure"]) and bool(same - {None})


def parts(figure: Figure, label: dict[str, Any]) -> dict[str, bool]:
    """What a found figure says right: only what the label asks."""
    claim, quantity = figure.claim, figure.quantity
    said = {
        "values": figure.numbers == (label["low"], label["best"], label["high"]),
        "bound": quantity.bound == label["bound"],
        "kind": quantity.kind in among(label["kind"]),
        "source": (claim.attribution.source or "unattributed") in among(label["source"]),
    }
    if label.get("when"):
        spans = [(claim.when.first, claim.when.last), (claim.when.as_of, claim.when.as_of)]
        said["when"] = any(lies(span, label["when"], DAYS_EITHER_WAY) for span in spans)
    if label.get("said"):
        said["said"] = lies((claim.when.said_on, claim.when.said_on), label["said"], dt.timedelta())
    return said


def lies(days: tuple[dt.date | None, dt.date | None], asked: Sequence[str], slack: dt.timedelta) -> bool:
    """Whether days lie inside the labelled ones, give or take ``slack``."""
    first, last = days
    earliest, latest = map(dt.date.fromisoformat, asked)
    return first is not None and last is not None and earliest - slack <= first and last <= latest + slack


def stretch(label: dict[str, Any]) -> Span:
    return Span(label["start"], label["end"])


def shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def among(value: str | Iterable[str]) -> list[str]:
    """A label's one or several right answers."""
    return [value] if isinstance(value, str) else list(value)


def test_every_label_stands_on_the_words_it_names(words: Lexicon) -> None:
    read = {one.id: one.text for one in articles.load([ARTICLES / "articles.jsonl"], words).articles}
    for file in sorted((ARTICLES / "labels").glob("*.json")):
        labels = json.loads(file.read_text(encoding="utf-8"))
        for label in (*labels["claims"], *labels["ignore"]):
            assert stretch(label).of(read[labels["id"]]) == label["quote_check"]


def test_no_more_figures_are_invented_than_before(tally: Tally) -> None:
    assert tally.counts["invented"] <= MOST_INVENTED, str(tally)


@pytest.mark.parametrize("part", FLOORS)
def test_no_fewer_figures_are_right_than_before(part: str, tally: Tally) -> None:
    assert tally.counts[part] >= FLOORS[part], str(tally)
