"""How fast claims become statements, and how much planted drift is found: ``python -m benchmarks.grouping``.

The statements are invented, and so is every relay: truth is known because it was planted here, before grouping. Each
relay carries all figures of its statement; a fifth of the relays move one figure, and never as the issuer's own words.
"""

from __future__ import annotations

import datetime as dt
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import comb
from random import Random
from time import process_time
from typing import Any, get_args

import pandas as pd

from components import lexicon, statements
from components.columns import COLUMNS
from components.lexicon import Lexicon
from components.model import Bound

SEED = 20250327
NUMBERS = (1_000, 10_000, 100_000)  # claims
BUDGET = 10.0  # seconds for the last of them
RELAYS = 6  # articles that relay each statement of the speed tables, each beside another statement
STATEMENTS, ARTICLES = 200, 5_000
MOVED, DAYLESS, QUOTED = 0.2, 0.25, 0.5  # shares: two of the articles, the last of the statements
START, DAYS = dt.date(2024, 1, 1), 730
BODIES = ("rok-nis", "rok-jcs", "rok-mnd", "rok-dia", "ua-intel", "ua-mil", "us-dod", "uk-mod", "ru-mod", "isw")
_MEASURES = {
    "deployment": "troops total, troops additional, troops subset, troops planned, engineers planned",
    "labour": "engineers additional, workers planned, workers subset",
    "casualties": "casualties total, killed total, wounded total, captured total",
    "arms_transfer": "shells total, missiles total, drones total, shells capacity, missiles capacity, artillery rate",
}
_SHAPES = [(event, *shape.split()) for event, shapes in _MEASURES.items() for shape in shapes.split(", ")]
_MEANS = {"exact": "=", "approx": "~", "at_least": "up", "more_than": "up", "up_to": "down", "nearly": "down"}
_BOUNDS: tuple[Bound, ...] = get_args(Bound)[:-1]  # all but vague
_SAME = {"subject": "prk", "in_headline": False, "restatement": False, "flags": (), "review": "auto"}
_FIRMER = {"subset": ("subset_as_addition", "additional"), "capacity": ("capacity_as_actual", "total")}
_FIRMER["planned"] = ("plan_as_fact", "total")


@dataclass(frozen=True, slots=True)
class Line:
    """One figure as a relay prints it; ``most`` is the upper end of a range. ``sure``: 0 possible to 3 confirmed."""

    event: str
    measure: str
    kind: str
    number: int
    most: int
    bound: Bound
    sure: int
    began: dt.date | None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement. ``quoted``: some relays print it in its direct words, as none does that moves a figure."""

    source: str
    day: dt.date
    quoted: bool
    lines: tuple[Line, ...]


Row = dict[str, Any]
Part = tuple[Said, tuple[Line, ...]]
Drifts = set[tuple[str, str]]  # articles and what they moved


def main() -> int:
    """Print the speed and its growth, then what was found of the planted drift and of the statements."""
    words = lexicon.load()
    print(f"growing tables: seconds, those a claim against the first line; budget {NUMBERS[-1]:,} claims in {BUDGET} s")
    first = 0.0
    for number in NUMBERS:
        frame = speed_table(number, words)
        begun = process_time()
        found = statements.group(frame, words)
        seconds = process_time() - begun
        first = first or seconds / number
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"  {number:>7,} claims, {len(found.statements):>5,} statements: {seconds:.2f} s, "
            f"{seconds / number / first:.2f}, peak {peak} MB ({seconds / BUDGET:.0%} of the budget)"
        )
    _quality(words)
    return 0


def speed_table(number: int, words: Lexicon) -> pd.DataFrame:
    """So many claims, about 8 an article: each article tells two statements that lie next to each other in time."""
    random = Random(SEED)
    said = _said(random, sorted(words.sources), number // (RELAYS * 4) + 2)
    said.sort(key=lambda one: (one.day, one.source))
    rows: list[Row] = []
    for n, (one, other) in enumerate(pairwise(said)):
        for relay in range(RELAYS // 2):
            rows += _article(f"article {n}-{relay}", [(one, one.lines), (other, other.lines)], random, words)
    return _frame(rows[:number])


def _frame(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame({c.name: pd.Series([row.get(c.name) for row in rows], dtype=c.pandas_dtype) for c in COLUMNS})


def _said(random: Random, sources: Sequence[str], number: int) -> list[Said]:
    """Statements of different sources or days; a third of them share their day with the one before, if they can."""
    found: dict[tuple[str, dt.date], Said] = {}
    day = START
    while len(found) < number:
        if random.random() > 1 / 3:
            day = START + dt.timedelta(random.randrange(DAYS))
        source = random.choice(sources)
        if (source, day) not in found:
            found[source, day] = Said(source, day, random.random() < QUOTED, tuple(_lines(random, day)))
    return list(found.values())


def _lines(random: Random, day: dt.date) -> Iterator[Line]:
    """Three to six figures of different things. No number stands twice, so that truth is never a matter of taste."""
    taken: set[int] = set()
    for event, measure, kind in random.sample(_SHAPES, random.randint(3, 6)):
        number = 0
        while not number or {number, number * 3 // 2} & taken:
            number = random.randint(10, random.choice((99, 99, 999))) * random.choice((1, 10, 100))
        taken |= {number, number * 3 // 2}
        planned = kind == "planned"
        sure = random.choice((1, 2, 2, 2, 3) if planned else (0, 1, 2, 2, 2, 3))
        began = day - dt.timedelta(random.randint(2, 40)) if random.random() < 1 / 3 and not planned else None
        yield Line(event, measure, kind, number, number * 3 // 2, random.choice(_BOUNDS), sure, began)


def _article(name: str, parts: Sequence[Part], random: Random, words: Lexicon, moved: bool = False) -> Iterator[Row]:
    """The rows of one article, printed within three days; a quarter of all articles name no day of saying."""
    dayless = random.random() < DAYLESS
    printed = max(said.day for said, _ in parts) + dt.timedelta(random.randint(0, 3))
    forms = ("indirect", "according_to", *(("direct_quote",) if parts[0][0].quoted and not moved else ()))
    relays, outlet = random.choice(((), (), ("yonhap",), ("tass", "yonhap"))), f"outlet {random.randint(1, 40)}"
    for n, (said, line) in enumerate((said, line) for said, lines in parts for line in lines):
        modality = "planned" if line.kind == "planned" else ("asserted" if line.sure else "possible")
        stance, hedge = "confirms" if line.sure == 3 else "asserts", "likely" if line.sure == 1 else None
        family, day = words.sources[said.source].family, None if dayless else said.day
        end, basis = (said.day, "stated") if line.began else (None, None)
        yield {
            **_SAME,
            **{"claim_id": f"{name} claim {n}", "article_id": name, "published": printed, "relays": relays},
            **{"source": said.source, "family": family, "said_on": day, "attribution": random.choice(forms)},
            **{"event_type": line.event, "modality": modality, "stance": stance, "confidence_text": hedge},
            **{"event_start": line.began, "event_end": end, "event_basis": basis, "outlet": outlet},
            **{"measure": line.measure, "kind": line.kind, "bound": line.bound, "quantity_text": str(line.number)},
            **dict(zip(("low", "best", "high"), _ends(line), strict=True)),
        }


def _ends(line: Line) -> tuple[int | None, int | None, int | None]:
    number, means = line.number, _MEANS.get(line.bound)
    if means is None:
        return number, None, line.most
    return {"up": (number, None, None), "down": (None, None, number)}.get(means, (None, number, None))


def _altered(line: Line, random: Random) -> Mapping[str, Line]:
    """The line with one thing changed, by every kind of change that it allows."""
    flat = replace(line, number=line.most) if line.bound == "range" else line
    others: tuple[Bound, ...] = tuple(b for b in _BOUNDS[1:-1] if _MEANS[b] != _MEANS.get(line.bound))
    weaker, stronger = range(int(line.kind == "planned"), line.sure), range(line.sure + 1, 4)
    other = max(10, round(line.number * random.uniform(1.1, 1.9) ** random.choice((1, -1))))
    made = {"bound_changed": replace(flat, bound=random.choice(others))}
    made["number_changed"] = replace(line, number=other, most=other * 3 // 2)
    if line.bound != "exact":
        made["bound_dropped"] = replace(flat, bound="exact")
    for what, levels in (("hedge_weakened", stronger), ("hedge_strengthened", weaker)):
        if levels:
            made[what] = replace(line, sure=random.choice(levels))
    if line.measure == "casualties":
        made["measure_changed"] = replace(line, measure="killed")
    if line.kind in _FIRMER:
        what, kind = _FIRMER[line.kind]
        made[what] = replace(line, kind=kind)
    return made


def _moved(said: Said, random: Random) -> tuple[tuple[Line, ...], str]:
    """The statement's lines with one of them altered, and how. A changed number is none that the statement prints."""
    printed = {number for line in said.lines for number in (line.number, line.most)}
    found: dict[str, list[tuple[int, Line]]] = {}
    for n, line in enumerate(said.lines):
        for what, other in _altered(line, random).items():
            if what != "number_changed" or not {other.number, other.most} & printed:
                found.setdefault(what, []).append((n, other))
    change = random.choice(sorted(found))
    n, line = random.choice(found[change])
    return (*said.lines[:n], line, *said.lines[n + 1 :]), change


def planted(words: Lexicon) -> tuple[pd.DataFrame, Mapping[str, int], Drifts, frozenset[str]]:
    """The table; by article the number of its statement; the planted drift; the articles of quoted statements."""
    random = Random(SEED)
    said = _said(random, BODIES, STATEMENTS)
    truth = {f"article {n}": random.randrange(STATEMENTS) for n in range(ARTICLES)}
    changed = {*random.sample(sorted(truth), round(ARTICLES * MOVED))}
    rows: list[Row] = []
    drift: Drifts = set()
    for name, number in truth.items():
        lines, what = _moved(said[number], random) if name in changed else (said[number].lines, "")
        drift |= {(name, what)} if what else set()
        rows += _article(name, [(said[number], lines)], random, words, name in changed)
    random.shuffle(rows)
    return _frame(rows), truth, drift, frozenset(name for name, number in truth.items() if said[number].quoted)


def _quality(words: Lexicon) -> None:
    frame, truth, drift, quoted = planted(words)
    grouped = statements.group(frame, words).statements
    found = {(one.article, str(one.what)) for said in grouped for figure in said.figures for one in figure.drift}
    print(f"\n{STATEMENTS} statements in {ARTICLES:,} articles: drift found against planted")
    print(_score("all", found, drift))
    for name, chosen in (("quoted directly", True), ("never quoted", False)):
        print(_score(name, *({pair for pair in pairs if (pair[0] in quoted) == chosen} for pairs in (found, drift))))
    for kind in sorted({what for _, what in found | drift}):
        print(_score(kind, *({pair for pair in pairs if pair[1] == kind} for pairs in (found, drift))))
    both = Counter((truth[article], one.id) for one in grouped for article in one.articles)
    own, theirs = Counter(truth.values()), Counter({one.id: len(one.articles) for one in grouped})
    whole = sum(own[number] == theirs[name] == size for (number, name), size in both.items())
    right, meant, made = (sum(comb(size, 2) for size in sizes.values()) for sizes in (both, own, theirs))
    wrong = f"{made - right:,} joined wrongly, {meant - right:,} parted wrongly"
    print(
        f"  {whole} of {len(own)} statements whole, {len(grouped)} found; pairs of articles: {right:,} right, {wrong}"
    )


def _score(name: str, found: Drifts, planted: Drifts) -> str:
    right = len(found & planted)
    precision, recall = (f"{right / len(of):.3f}" if of else "none" for of in (found, planted))
    counts = f"{len(planted)} planted, {len(found)} found, {right} right"
    return f"  {name:<18} precision {precision}, recall {recall} ({counts})"


if __name__ == "__main__":
    sys.exit(main())
