"""Two figures of two governments, one behind or against the other, in words: who, how many each, and by which test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from components import words
from components.measures.relaying import number
from components.measures.timeline import lane_order
from components.measures.windows import Shown, Window, counted, month, place, window
from components.statements.corroboration import Corroboration, Position, Stand
from components.statements.statement import Figure, Statement

Told = tuple[Statement, Figure]
Pair = tuple[Statement, Figure, Stand]
"""A figure of a statement, and where another family stands on it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: who says it, the number, and the claims (ids) that carry it."""

    name: str
    number: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``other`` supports or contradicts ``one`` on ``what`` in ``window``; ``apart`` says how far their days are."""

    position: Position
    what: str
    window: str
    one: Side
    other: Side
    apart: str

    @property
    def claims(self) -> tuple[str, ...]:
        return (*self.one.claims, *self.other.claims)

    @property
    def says(self) -> str:
        one, other = (f"{side.name} ({side.number})" for side in (self.one, self.other))
        if self.position == "contradicts":
            return f"{one} and {other}: the numbers cannot both hold, {self.apart}"
        return f"{one} is supported by {other}, {self.apart}"

    def __str__(self) -> str:
        """The whole sentence, with what is counted and when."""
        what = self.what[:1].lower() + self.what[1:]
        return f"On {what} in {self.window}, {self.says}"


def contradictions(
    statements: Sequence[Statement],
    stands: Mapping[str, Corroboration],
    names: Mapping[str, str],
    only: AbstractSet[str],
    most: int = 40,
) -> Shown[Comparison]:
    """The pairs of figures that cannot both hold and of which one has a claim in ``only``; each pair once.

    The first ``most`` by what is counted, the latest month first, in the fixed order of families. Only rule 13 makes a
    contradiction.
    """
    once: dict[frozenset[tuple[str, ...]], Pair] = {}
    for statement, figure in sorted(_disputed(statements, stands), key=_place):
        for pair in against_or_behind([(statement, figure)], stands):
            ids, stand = _ids(figure), pair[2]
            if stand.position == "contradicts" and not only.isdisjoint((*ids, *stand.claims)):
                once.setdefault(frozenset((ids, stand.claims)), pair)
    pairs = list(once.values())
    return Shown(worded(pairs[:most], statements, names), max(0, len(pairs) - most))


def _disputed(statements: Sequence[Statement], stands: Mapping[str, Corroboration]) -> Iterator[Told]:
    """The figures that some family contradicts."""
    for statement in statements:
        for figure in statement.figures:
            found = stands.get(figure.id)
            if found and any(stand.position == "contradicts" for stand in found.stands):
                yield statement, figure


def _place(told: Told) -> tuple[object, ...]:
    return place(*topic(*told)), lane_order(told[0].family), told[1].id


def against_or_behind(figures: Iterable[Told], stands: Mapping[str, Corroboration]) -> Iterator[Pair]:
    """Each figure with every other family that is not silent on it."""
    for statement, figure in figures:
        if figure.id in stands:
            for stand in stands[figure.id].stands[1:]:
                yield statement, figure, stand


def worded(pairs: Sequence[Pair], statements: Sequence[Statement], names: Mapping[str, str]) -> tuple[Comparison, ...]:
    """The pairs in words; the statements are gone through once, for the sources of the other figures."""
    firsts = {stand.claims[0] for _, _, stand in pairs}
    others = {
        figure.careful.claim_id: (statement, figure)
        for statement in statements
        for figure in statement.figures
        if figure.careful.claim_id in firsts
    }
    return tuple(_comparison(pair, others[pair[2].claims[0]], names) for pair in pairs)


def _comparison(pair: Pair, other: Told, names: Mapping[str, str]) -> Comparison:
    statement, figure, stand = pair
    measure, subject, of = topic(statement, figure)
    return Comparison(
        position=stand.position,
        what=counted(measure, subject, names),
        window=month(of),
        one=Side(words.body(statement.source, names), number(figure.careful), _ids(figure)),
        other=Side(words.body(other[0].source, names), stand.formula or number(other[1].careful), stand.claims),
        apart=stand.apart,
    )


def topic(statement: Statement, figure: Figure) -> tuple[str, str, Window]:
    """What a figure counts, whose, and the month for which it holds."""
    return figure.careful.measure or "", figure.careful.subject, window(figure.careful, statement)


def _ids(figure: Figure) -> tuple[str, ...]:
    return tuple(told.claim_id for told in figure.claims)
