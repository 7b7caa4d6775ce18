"""The figures of one statement: its claims by what they count and by number, and which of them is the careful one.

Claims of different texts that print one number otherwise are one figure with drift. What one text prints side by side
stays two figures.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from components.columns import LOSSES
from components.statements.drift import moved, wording
from components.statements.statement import Drift, Figure, Moved, Told
from components.statements.tellings import WHOLE_OF

_HEAVIEST = 12
"""Cells of one number, or of one measure, that are compared with the others: bounds the work in a large statement."""

_NEAR = 2.0  # two numbers of one measure further apart than this factor are two figures
_UMBRELLAS = ("casualties", "losses", "troops")
_FORMS = {"document": 0, "direct_quote": 1}


@dataclass(slots=True)
class _Cell:
    """Claims that print the same number of the same thing. ``texts`` are those that print it outside a headline."""

    subject: str
    measure: str
    kind: str
    ends: tuple[float, ...]
    claims: list[Told] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)

    @property
    def order(self) -> tuple[int, str, str, tuple[float, ...]]:
        return -len(self.texts), self.measure, self.kind, self.ends


def figures(statement: str, claims: Sequence[Told], copies: Mapping[str, str]) -> tuple[Figure, ...]:
    """The figures among ``claims``, all of the statement with this id, by measure and size."""
    cells = _cells([told for told in claims if told.numbered], copies)
    groups = _joined(cells)
    alternatives = _alternatives(claims)
    made = [_figure(statement, group, copies, alternatives) for group in groups]
    return tuple(sorted(made, key=lambda f: (f.careful.measure or "", f.careful.ends, f.id)))


def _cells(claims: Sequence[Told], copies: Mapping[str, str]) -> list[_Cell]:
    found: dict[tuple[str, str, str, tuple[float, ...]], _Cell] = {}
    for told in sorted(claims, key=lambda told: told.claim_id):
        assert told.measure is not None
        key = (told.subject, told.measure, _kind(told), told.ends)
        cell = found.setdefault(key, _Cell(*key))
        cell.claims.append(told)
        if not told.in_headline:
            cell.texts.add(copies.get(told.article_id, told.article_id))
    return sorted(found.values(), key=lambda cell: cell.order)


def _kind(told: Told) -> str:
    """A part of those sent that were lost is their total loss; a denied number is nobody's figure."""
    if told.modality == "denied":
        return "denied"
    if told.bound == "vague":
        return "vague"
    kind = "planned" if told.modality == "planned" else (told.kind or "total")
    return "total" if kind == "subset" and told.measure != "killed" and told.measure in LOSSES else kind


def _joined(cells: Sequence[_Cell]) -> list[list[_Cell]]:
    """Cells that are one figure, together: the surest evidence first, and never two that one text prints."""
    group = {id(cell): [cell] for cell in cells}
    for one, other in _pairs(cells):
        mine, theirs = group[id(one)], group[id(other)]
        if mine is theirs or _texts(mine) & _texts(theirs):
            continue
        mine += theirs
        for cell in theirs:
            group[id(cell)] = mine
    return list({id(members): members for members in group.values()}.values())


def _texts(cells: Sequence[_Cell]) -> set[str]:
    return set().union(*(cell.texts for cell in cells))


def _pairs(cells: Sequence[_Cell]) -> Iterator[tuple[_Cell, _Cell]]:
    """Pairs that may be one figure, by evidence: a number told as another kind, by one end only, as another measure,
    and last another number of the same thing.
    """
    by_number: dict[tuple[str, float], list[_Cell]] = {}
    by_measure: dict[tuple[str, str, str], list[_Cell]] = {}
    for cell in cells:
        for end in cell.ends:
            by_number.setdefault((cell.subject, end), []).append(cell)
        by_measure.setdefault((cell.subject, cell.measure, cell.kind), []).append(cell)
    near = [pair for members in by_number.values() for pair in combinations(members[:_HEAVIEST], 2)]
    for test in (_another_kind, _one_end, _another_measure):
        yield from (pair for pair in near if test(*pair))
    far = [
        (abs(math.log(_size(one) / _size(other))), n, one, other)
        for members in by_measure.values()
        for n, (one, other) in enumerate((head, cell) for head in members[:_HEAVIEST] for cell in members)
        if one is not other and _another_number(one, other)
    ]
    yield from ((one, other) for _, _, one, other in sorted(far, key=lambda pair: pair[:2]))


def _another_kind(one: _Cell, other: _Cell) -> bool:
    return one.measure == other.measure and one.ends == other.ends and not {"denied", "vague"} & {one.kind, other.kind}


def _one_end(one: _Cell, other: _Cell) -> bool:
    return (one.measure, one.kind) == (other.measure, other.kind) and one.kind not in ("denied", "vague")


def _another_measure(one: _Cell, other: _Cell) -> bool:
    """Only between a whole and its parts: a numeral shared by soldiers and workers is chance."""
    whole = WHOLE_OF.get(one.measure)
    if whole is None or whole != WHOLE_OF.get(other.measure) or {"denied", "vague"} & {one.kind, other.kind}:
        return False
    return one.ends == other.ends and (one.measure in _UMBRELLAS or other.measure in _UMBRELLAS or _odd(one.ends))


def _odd(ends: Sequence[float]) -> bool:
    """Whether a number has three digits that are no trailing zeros, so that it hardly recurs by chance."""
    return any(len(f"{end:.0f}".rstrip("0")) >= 3 for end in ends)


def _another_number(one: _Cell, other: _Cell) -> bool:
    if one.kind in ("denied", "vague", "rate", "share") or not one.ends or not other.ends:
        return False
    ratio = _size(one) / _size(other)
    return 1 / _NEAR <= ratio <= _NEAR and _same_slot(one.claims[0], other.claims[0])


def _size(cell: _Cell) -> float:
    return max(cell.ends[-1], 1.0)


def _same_slot(one: Told, other: Told) -> bool:
    """Whether nothing printed says that they count at different places or times."""
    if one.place and other.place and one.place != other.place:
        return False
    if one.as_of_basis == other.as_of_basis == "stated" and one.as_of != other.as_of:
        return False
    if one.event_start and one.event_end and other.event_start and other.event_end:
        return one.event_start <= other.event_end and other.event_start <= one.event_end
    return True


def _alternatives(claims: Sequence[Told]) -> Mapping[str, int]:
    """By article: so many of its claims tell one of several numbers of which only one can hold, or the same numbers."""
    grouped = {(told.measure, told.ends) for told in claims if told.alternative_group}
    found: dict[str, int] = {}
    for told in claims:
        if (told.measure, told.ends) in grouped and told.counts:
            found[told.article_id] = found.get(told.article_id, 0) + 1
    return found


def _figure(
    statement: str, cells: Sequence[_Cell], copies: Mapping[str, str], alternatives: Mapping[str, int]
) -> Figure:
    worded = [(wording(told), told) for cell in cells for told in cell.claims]
    support: dict[tuple[object, ...], set[str]] = {}
    for words, told in worded:
        if told.counts:
            support.setdefault(words, set()).add(copies.get(told.article_id, told.article_id))
    ranked = sorted(worded, key=lambda pair: _rank(pair[1], len(support.get(pair[0], ()))))
    claims = tuple(told for _, told in ranked)
    careful = claims[0]
    articles = tuple(dict.fromkeys(told.article_id for told in claims))
    key = "|".join((statement, careful.subject, careful.measure or "", _kind(careful), str(careful.ends)))
    return Figure(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        careful=careful,
        claims=claims,
        articles=articles,
        copies=tuple(article for article in articles if copies.get(article) in articles),
        drift=tuple(_drift(careful, claims, copies, alternatives)),
    )


def _rank(told: Told, support: int) -> tuple[object, ...]:
    """The order of care: the article's own telling before a repeat, the body before the headline, the issuer's own
    text, its direct words, then what most texts print, what names its day, was printed first, and came through fewest
    hands.
    """
    through_a_person = any(relay.startswith("lawmaker") for relay in told.relays)
    form = 2 if through_a_person else _FORMS.get(told.attribution, 2)
    printed = told.published.toordinal() if told.published else math.inf
    rest = (told.said_on is None, printed, len(told.relays), told.bound == "exact", told.article_id, told.claim_id)
    return not told.counts, told.in_headline, form, -support, *rest


def _drift(
    careful: Told, claims: Sequence[Told], copies: Mapping[str, str], alternatives: Mapping[str, int]
) -> Iterator[Drift]:
    """What each article moved, once: by its body, else by its headline. The careful article's headline is no relay,
    and a copied text counts only for what it changed itself.
    """
    seen: set[tuple[str, Moved]] = set()
    for told in sorted(claims, key=lambda told: (told.in_headline, told.article_id in copies)):
        if not told.counts or told is careful or (told.in_headline and told.article_id == careful.article_id):
            continue
        for what in moved(careful, told, alternatives.get(told.article_id, 0) > 1):
            text = copies.get(told.article_id, told.article_id)
            if (told.article_id, what) not in seen and (text, what) not in seen:
                seen.add((told.article_id, what))
                yield Drift(told.article_id, told.claim_id, what)
