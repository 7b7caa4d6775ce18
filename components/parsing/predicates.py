"""What happens to the counted: the verb that governs a number, looked for behind its phrase and before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.lexicon import Lexicon
from components.lexicon.entries import Verb
from components.parsing.grammar import ADVERBS, ARTICLES, AUXILIARIES, BE, CLAUSE_OPENERS, RELATIVES
from components.parsing.items import DASH, Item
from components.parsing.phrases import Phrase

CASUALTY = frozenset({"killed", "wounded", "missing", "captured", "casualties"})
BACK = 5  # items between a transitive verb and its number: "killed, by its own count, 17"
ASIDE = 16  # items of the longest aside between a number and its verb
AHEAD = 22  # items between a number and its verb, relative clause included


_BARE = ("ed", "nt", "en", "wn", "ht", "ing")
_DIED = frozenset({"died", "perished", "fallen"})
_FINITE = frozenset({"are", "is", "were", "was", "been"})
_PARTS = frozenset({"including", "among them", "of whom", "of them", "with", "or"})
_CLOSES = {",": ",", DASH: DASH, "(": ")"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """``verbs`` govern the number; ``at`` is the index of the first; ``before`` when it stands before the number."""

    verbs: tuple[Verb, ...]
    at: int
    before: bool

    @property
    def measure(self) -> str | None:
        return combined(tuple(verb.measure for verb in self.verbs if verb.measure))

    @property
    def event(self) -> str:
        return self.verbs[0].event


def combined(measures: Sequence[str]) -> str | None:
    """The one measure of words joined by "and" or "or": killed + wounded are casualties together.

    >>> combined(("killed", "wounded")), combined(("killed",)), combined(())
    ('casualties', 'killed', None)
    """
    kinds = tuple(dict.fromkeys(measures))
    if not kinds:
        return None
    if len(kinds) > 1 and all(kind in CASUALTY for kind in kinds):
        return "casualties"
    return kinds[0]


def predicate(items: Sequence[Item], at: int, phrase: Phrase, lexicon: Lexicon) -> Predicate | None:
    """The verb of the amount at index ``at``: a transitive verb close before it, else the first behind its phrase."""
    before = _before(items, at, lexicon)
    owned = at > 0 and items[at - 1].low in ("has", "have", "had")
    beside = items[phrase.end].term("verb") if phrase.end < len(items) else None
    hurt = beside is not None and bool(lexicon.verbs[beside.id].measure)  # "has had 300 men wounded"
    behind = None if owned and not hurt else _behind(items, phrase, lexicon)
    if before is None:
        return behind
    if behind is not None and behind.measure and before.measure in (None, "losses"):
        return behind  # "lost 300 soldiers killed and wounded"
    return before


def _before(items: Sequence[Item], at: int, lexicon: Lexicon) -> Predicate | None:
    for step in range(at - 1, max(-1, at - 1 - BACK), -1):
        item = items[step]
        if (verb := item.term("verb")) is not None and not _is_noun_here(items, step):
            if _passive(items, step) and lexicon.verbs[verb.id].measure:
                return None
            return Predicate(_chain_back(items, step, lexicon), step, True)
        steps_over = item.low in ADVERBS or item.low in ARTICLES or item.low in ("with", "of", '"', "-", "to", "by")
        steps_over = steps_over or (item.word and not item.terms and items[step - 1].low in ("a", "an"))
        if not steps_over and item.term("adjective", "cue") is None and not item.low.endswith("ly"):
            return None
    return None


def _is_noun_here(items: Sequence[Item], step: int) -> bool:
    """A verb form used as a noun or an adjective: "the killed", "its deployment of"."""
    return step > 0 and items[step - 1].low in ("the", "a", "an") and items[step].term("noun") is not None


def _passive(items: Sequence[Item], step: int) -> bool:
    for item in reversed(items[max(0, step - 3) : step]):
        if item.low in BE:
            return True
        if item.low not in ADVERBS and item.low not in ("and", "or"):
            return False
    return False


def _chain_back(items: Sequence[Item], step: int, lexicon: Lexicon) -> tuple[Verb, ...]:
    """The verb and those joined to it before: "killed or wounded 300"."""
    verbs = [_verb(items[step], lexicon)]
    while step >= 2 and items[step - 1].low in ("and", "or") and items[step - 2].term("verb") is not None:
        step -= 2
        verbs.insert(0, _verb(items[step], lexicon))
    return tuple(verbs)


def _verb(item: Item, lexicon: Lexicon) -> Verb:
    term = item.term("verb")
    assert term is not None
    return lexicon.verbs[term.id]


def _behind(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> Predicate | None:
    step = past_aside(items, phrase.end)
    limit = min(len(items), step + AHEAD)
    skipping = phrase.part_of_amount
    while step < limit:
        item = items[step]
        if item.amount is not None:
            return _shared(items, step, lexicon) if items[step - 1].low in ("and", "or") else None
        if item.low in (";", ":") or item.low in CLAUSE_OPENERS:
            return None
        if item.low == "and" and step + 1 < len(items) and items[step + 1].low == "that":
            return None
        if item.low == "," and _leaves_clause(items, step + 1):
            return None
        if item.term("verb") is not None and not (skipping and not _finite(items, step)):
            told = _main_verb(items, step, phrase.end, limit, lexicon) or step
            return Predicate(_chain(items, told, lexicon), told, False)
        step += 1
    return None


def _main_verb(items: Sequence[Item], step: int, start: int, limit: int, lexicon: Lexicon) -> int | None:
    """As in "soldiers sent to help Moscow have been killed": the finite casualty verb behind a bare participle."""
    bare = not any(item.low in AUXILIARIES or item.low in RELATIVES for item in items[start:step])
    if not bare or _verb(items[step], lexicon).measure or not items[step].low.endswith(_BARE):
        return None
    for ahead in range(step + 1, limit):
        item = items[ahead]
        if item.amount is not None or item.low in (",", ";", ":", "and") or item.low in CLAUSE_OPENERS | RELATIVES:
            return None
        verb = item.term("verb")
        if verb is not None and lexicon.verbs[verb.id].measure:
            dies = item.low in _DIED and items[ahead - 1].low in ("had", "have", "has")
            return ahead if dies or items[ahead - 1].low in _FINITE else None
    return None


def _leaves_clause(items: Sequence[Item], step: int) -> bool:
    """Whether a comma is followed by a speaker, a new subject or another number."""
    for item in items[step : step + 3]:
        if item.amount is not None or item.low in CLAUSE_OPENERS or item.low in ("of", "with", "including", "among"):
            return True
        if item.low in RELATIVES or item.low in AUXILIARIES:
            return False
        cue = item.term("cue")
        if cue is not None and cue.id and item.term("verb") is None:
            return True
    return False


def past_aside(items: Sequence[Item], step: int) -> int:
    """Behind ", most of them unarmed," when the clause goes on with its verb after the aside."""
    if step >= len(items) or items[step].low not in _CLOSES:
        return step
    comma = items[step].low == ","
    for ahead in range(step + 1, min(len(items) - 1, step + ASIDE)):
        counts = items[ahead].amount is not None and items[step + 1].low not in _PARTS
        if comma and (counts or items[ahead].low in RELATIVES):
            return step
        if items[ahead].low == _CLOSES[items[step].low]:
            following = items[ahead + 1]
            goes_on = following.low in AUXILIARIES or following.term("verb") is not None
            return ahead + 1 if goes_on else step
    return step


def _finite(items: Sequence[Item], step: int) -> bool:
    if items[step].low.split()[0] in AUXILIARIES:
        return True  # "are dead" is one item
    return any(item.low in AUXILIARIES for item in items[max(0, step - 4) : step])


def _shared(items: Sequence[Item], step: int, lexicon: Lexicon) -> Predicate | None:
    """As in "300 soldiers and 20 officers were killed": the second number's verb is the first's too."""
    from_here = step + 1
    for ahead in range(from_here, min(len(items), from_here + 8)):
        item = items[ahead]
        if item.amount is not None or item.low in (",", ";", ":") or item.low in CLAUSE_OPENERS:
            return None
        if item.term("verb") is not None and item.term("noun") is None and _finite(items, ahead):
            return Predicate(_chain(items, ahead, lexicon), ahead, False)
    return None


def _chain(items: Sequence[Item], step: int, lexicon: Lexicon) -> tuple[Verb, ...]:
    """The verb and those joined to it behind: "killed, wounded or captured"."""
    verbs = [_verb(items[step], lexicon)]
    while True:
        ahead = step + 1
        while ahead < len(items) and (items[ahead].low in (",", "and", "or", "/") or items[ahead].low in AUXILIARIES):
            ahead += 1
        joined = ahead > step + 1 and ahead < len(items) and items[ahead].term("verb") is not None
        if not joined or not _verb(items[ahead], lexicon).measure or not verbs[0].measure:
            return tuple(verbs)
        verbs.append(_verb(items[ahead], lexicon))
        step = ahead
