"""How figures of one article hang together: a part names its whole, and of numbers joined by "or" one can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.model import Claim, Quantity

REACH = 6  # figures from a part back to its whole
_PEOPLE = frozenset(
    {"troops", "engineers", "workers", "killed", "wounded", "casualties", "missing", "captured", "losses"}
)


def wholes_and_alternatives(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, parts with ``subset_of`` and capacities of one sentence with ``alternative_group``."""
    figures = [(claim, claim.quantity) for claim in claims if claim.quantity is not None]
    told: dict[str, Quantity] = {}
    for index, (claim, quantity) in enumerate(figures):
        if quantity.kind == "subset" and (whole := _whole(figures, index)) is not None:
            told[claim.id] = replace(quantity, subset_of=whole.id)
        elif quantity.kind == "capacity" and (first := _first_of_its_sentence(figures, index)) is not None:
            told[first.id] = _grouped(first, first)
            told[claim.id] = _grouped(claim, first)
    return tuple(replace(claim, quantity=told[claim.id]) if claim.id in told else claim for claim in claims)


def _grouped(claim: Claim, first: Claim) -> Quantity:
    assert claim.quantity is not None
    return replace(claim.quantity, alternative_group=first.id)


def _whole(figures: Sequence[tuple[Claim, Quantity]], index: int) -> Claim | None:
    """The nearest figure of the same people that is no smaller: in the sentence behind the part, else before it."""
    claim, part = figures[index]
    behind = [one for one in figures[index + 1 : index + 2] if one[0].sentence == claim.sentence]
    inside = behind if behind and behind[0][1].span.start <= part.span.end else []
    for other, whole in (*inside, *reversed(figures[max(0, index - REACH) : index])):
        alike = whole.measure == part.measure or {whole.measure, part.measure} <= _PEOPLE
        if alike and other.subject == claim.subject and _size(whole) >= _size(part) and whole.kind != "subset":
            return other
    return None


def _first_of_its_sentence(figures: Sequence[tuple[Claim, Quantity]], index: int) -> Claim | None:
    """The first capacity of the sentence, if another than this one."""
    claim, _ = figures[index]
    for other, quantity in figures[max(0, index - REACH) : index]:
        if other.sentence == claim.sentence and quantity.kind == "capacity":
            return other
    return None


def _size(quantity: Quantity) -> float:
    return max(number for number in (quantity.low, quantity.best, quantity.high, 0.0) if number is not None)
