"""How a figure stands to the one before it: with the addition in it, beside it, counted anew, or grown."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.lexicon.entries import CueRole
from components.model import ANEW, BESIDES, GROWN, INCLUDES
from components.parsing.counts import Count, Refusal
from components.parsing.cues import does
from components.parsing.grammar import ARTICLES, CLAUSE_OPENERS, RELATIVES
from components.parsing.items import Item, low

REACH = 14  # items from a number to the word that moves it, inside one clause
WHOLE = 10  # items from "bringing" over "the number of soldiers" to its number
OBJECT = 6  # items from a verb to the word for the count it moves, and back to one that it follows
INCLUDING = 8  # items from a number to its "including"
_ESTIMATES = frozenset("estimate estimates assessment assessments".split())
_COUNTS = _ESTIMATES | frozenset("count counts tally tallies figure figures toll number numbers total".split())
_THINGS = frozenset({"number", "numbers", "total", "toll"})  # "raised the number of its soldiers" moves no estimate
_OWN = frozenset("its their his her 's".split())
_WHOLES = frozenset(
    "total totals number numbers figure strength contingent force presence count toll tally sum size overall".split()
)
_LEADS = ARTICLES | frozenset("the of total combined grand its their estimated".split())
_ENDS = CLAUSE_OPENERS | {";", ":"}
_TOWARDS = frozenset("to from past above beyond over at".split())


def changes(items: Sequence[Item], count: Count, found: Sequence[Count | Refusal], lexicon: Lexicon) -> tuple[str, ...]:
    """What the sentence says of how the figure came about, in the words of the table's flags.

    ``found`` holds all numbers of the sentence.
    """
    others = [one for one in found if isinstance(one, Count) and one.at != count.at]
    flags: list[str] = []
    if _brought_to(items, count.at, lexicon) or _including_new(items, count, others, lexicon):
        flags.append(INCLUDES)
    elif _on_top(items, count, lexicon) and _adds_alike(items, count, others):
        flags.append(BESIDES)
    if _recounted(items, count.at, lexicon):
        flags.append(ANEW)
    elif not flags and count.kind != "planned" and _grew(items, count.at, lexicon):
        flags.append(GROWN)
    return tuple(flags)


def _adds_alike(items: Sequence[Item], count: Count, others: Sequence[Count]) -> bool:
    """Whether what comes on top is of the same sort; a number that "and" lists with this one does not."""
    end = max(count.at + 1, count.phrase.end)
    adding = [one for one in others if one.at < count.at or any(item.low != "and" for item in items[end : one.at])]
    people = count.role == "people"
    return not others or any(one.role == count.role and (people or one.measure == count.measure) for one in adding)


def _brought_to(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """As in "bringing the total to 900", "bringing to 900 the number of", "for a total of 900"."""
    step = at - 1
    while step >= 0 and items[step].low in _LEADS:
        step -= 1
    lead = [item.low for item in items[step + 1 : at]]
    if lead[-2:] == ["total", "of"] and (low(items, step) == "for" or _sums(items, step, lexicon)):
        return True
    if low(items, step) != "to":
        return False
    if _sums(items, step - 1, lexicon):
        return any(item.low in _WHOLES for item in items[at + 1 : at + OBJECT])
    for index in range(step - 1, max(-1, step - WHOLE), -1):
        item = items[index]
        if item.amount is not None or item.low in _ENDS or item.low == ",":
            return False
        told = items[index + 1 : step]
        if does(item, "sums", lexicon):
            named = any(one.low in _WHOLES or one.term("noun") is not None for one in told)
            return named and told[0].low not in ("a", "an")  # "took a number of soldiers to 12 camps"
        if does(item, "grows", lexicon):
            return low(items, index - 1) in RELATIVES | {","} and [one.low for one in told[:2]] == ["the", "total"]
    return False


def _sums(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    return at >= 0 and does(items[at], "sums", lexicon)


def _including_new(items: Sequence[Item], count: Count, others: Sequence[Count], lexicon: Lexicon) -> bool:
    """As in "900 in all, including the 300 new ones": an addition right behind the word that takes it in."""
    end = max(count.at + 1, count.phrase.end)
    for index in range(end, min(len(items), end + INCLUDING)):
        if items[index].low in ("including", "counting"):
            part = next((other for other in others if index < other.at <= index + 3), None)
            if part is None:
                return False
            near = items[index + 1 : max(part.at + 1, part.phrase.end) + 2]
            return part.amount.more or any(does(item, "adds", lexicon) for item in near)
        if items[index].amount is not None or items[index].low in _ENDS:
            return False
    return False


def _on_top(items: Sequence[Item], count: Count, lexicon: Lexicon) -> bool:
    """As in "on top of the North's 900 soldiers", "joined the 900", "the 900 were joined by 300 more"."""
    if count.amount.more:
        return False
    end = max(count.at + 1, count.phrase.end)
    for index in range(end, min(len(items) - 1, end + OBJECT)):
        if items[index].amount is not None or items[index].low in _ENDS:
            break
        if does(items[index], "besides", lexicon) and items[index + 1].low == "by":
            return True
    step = count.at - 1
    while step >= 0 and (items[step].low in _LEADS or items[step].low == "'s" or _names_whose(items[step])):
        step -= 1
    return step >= 0 and does(items[step], "besides", lexicon)


def _names_whose(item: Item) -> bool:
    return item.term("side", "metonym", "adjective") is not None


def _recounted(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """As in "revised its estimate upward from 300 to 900", "raised its count to 900", "a corrected figure of 900"."""
    if (cue := _before(items, at, "recounts", lexicon)) is not None:
        beside = items[max(0, cue - OBJECT) : min(at, cue + OBJECT)]
        return any(item.low in _COUNTS for item in beside) or _leads(items, at)
    moves = (_before(items, at, "grows", lexicon), _before(items, at, "lowers", lexicon))
    return any(cue is not None and _moves_an_estimate(items, cue, at) for cue in moves)


def _moves_an_estimate(items: Sequence[Item], cue: int, at: int) -> bool:
    """As in "raised its count to", "the estimate has risen to": a word for counting is what grew."""
    for index in range(cue + 1, min(at, cue + OBJECT)):
        word, own = items[index].low, any(item.low in _OWN for item in items[cue + 1 : index])
        if word in _ESTIMATES or (word in _COUNTS and own and not (word in _THINGS and items[index + 1].low == "of")):
            return True
    for index in range(cue - 1, max(0, cue - REACH), -1):
        if items[index].low in _ENDS or items[index].low == "," or items[index].amount is not None:
            return False
        if items[index].low in _ESTIMATES:
            return items[index - 1].low in _OWN | {"the", "'s"}
    return False


def _grew(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """As in "has risen to 900", "nearly doubled from 300", "has doubled since May and stands at 900"."""
    cue = _before(items, at, "grows", lexicon)
    if cue is None:
        return False
    behind = items[cue + 1].date if cue + 1 < at else None
    return _leads(items, at) or (behind is not None and behind.lead == "since")


def _leads(items: Sequence[Item], at: int) -> bool:
    """Whether the words right before the number lead to it: "to", "from", "to a total of"."""
    step = at - 1
    while step > 0 and items[step].low in _LEADS:
        step -= 1
    return low(items, step) in _TOWARDS


def _before(items: Sequence[Item], at: int, role: CueRole, lexicon: Lexicon) -> int | None:
    """The index of the nearest cue of that role before the number, in its clause; "from 300 to 900" is one stretch."""
    for index in range(at - 1, max(-1, at - 1 - REACH), -1):
        item = items[index]
        if does(item, role, lexicon):
            return index
        moved = item.low == "," and low(items, index + 1) in ("from", "to", "up", "down")
        if item.low in _ENDS or (item.low == "," and not moved):
            return None
        if item.amount is not None and low(items, index - 1) not in ("from", "by"):
            return None
    return None
