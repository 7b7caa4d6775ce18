"""Materiel that was fired, tested, made or shot down: its numbers count no delivery."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.parsing.items import Item
from components.parsing.memory import magnitude
from components.parsing.phrases import Phrase
from components.parsing.predicates import Predicate

USED = "fired, tested, made or shot down, not handed over"
_MAKES = frozenset(
    "make makes making produce produces produced producing manufacture manufactures build builds built churn churns "
    "use uses expend expends".split()
)
_STRUCK = frozenset("destroyed damaged hit struck burned burnt abandoned downed intercepted".split())
_STRUCK_BEFORE = _STRUCK | {"shot down"}
FEW = 13  # "in two rounds": more are shells


def fired(
    items: Sequence[Item], at: int, said: Phrase, verb: Predicate | None, lexicon: Lexicon, delivered: bool
) -> bool:
    """Missiles flown, tested or shot down count no delivery, unless the sentence also tells of one."""
    if not delivered and any(item.low in _STRUCK_BEFORE for item in items[max(0, at - 2) : at]):
        return True
    if verb is not None and not verb.before and _events(items[:at], lexicon) & {"deployment", "arms_transfer"}:
        return False  # "had sent shells of the kind used in bombarding Ukraine"
    used = (verb is not None and verb.event in ("weapons_test", "combat")) or _struck(items, said.end)
    used = used or any(
        items[index].low in _MAKES and items[index - 1].low != "would" for index in range(max(0, at - 3), at)
    )
    part = delivered or any(item.low in ("of which", "of those") for item in items[max(0, at - 2) : at])
    return used and not part and "arms_transfer" not in _events(items, lexicon)


def _events(items: Sequence[Item], lexicon: Lexicon) -> frozenset[str]:
    """The event types that the verbs of these items tell."""
    return frozenset(
        event for item in items if (term := item.term("verb")) is not None and (event := lexicon.verbs[term.id].event)
    )


def _struck(items: Sequence[Item], end: int) -> bool:
    """As in "9 guns destroyed and 2 damaged", "two launchers were hit": what the enemy did to them."""
    return any(item.low in _STRUCK for item in items[end : end + 3])


def rounds_of_something(items: Sequence[Item], at: int, said: Phrase) -> bool:
    """As in "sent in two rounds": behind "in", a handful of rounds are no shells."""
    few = items[at - 1].low in ("in", "over") and items[max(at, said.last)].low in ("rounds", "round")
    amount = items[at].amount
    return few and amount is not None and magnitude(amount) < FEW
