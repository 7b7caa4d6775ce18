"""Which speaker a word of saying belongs to: its subject before it, or whom it names behind it."""

from __future__ import annotations

from collections.abc import Sequence

from components.parsing.grammar import CLAUSE_OPENERS, CLOSED
from components.parsing.items import DASH, Item, low
from components.parsing.memory import magnitude
from components.parsing.saying import FIGURES
from components.parsing.speaker import PERSONAL, TITLES, Speaker

DESCRIBED = 3  # items from a preposition to the name it holds, articles left out
FEW = 12  # speakers who are counted
INSET = 32  # items of what stands between a subject and its verb, both commas included
SUBJECT_REACH = 16  # items between a speaker and its verb, apposition included
_UNNAMED = ("pronoun", "definite", "name")
_ONE = ("a", "an", "one", "another")
_RELATIVE = ("who", "which")
_INSETS = frozenset(
    "who which whose set led headed established created formed founded launched made composed comprised "
    "speaking".split()
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "*", '"'})
_SAID = frozenset("said say says stated declared reported announced confirmed noted".split())
_NO_SUBJECT_AFTER = frozenset(
    "in to from with at near on against into by about over through between toward than including".split()
)


def after(items: Sequence[Item], index: int, speakers: Sequence[Speaker], reach: int) -> Speaker | None:
    for speaker in speakers:
        if index < speaker.first <= index + reach:
            between = items[index + 1 : speaker.first]
            if any(item.low in (",", ";") or _counts_others(item) for item in between):
                return None
            return speaker
    return None


def _counts_others(item: Item) -> bool:
    """Whether a number stands there that does not count the speakers: "according to three officials"."""
    return item.amount is not None and magnitude(item.amount) > FEW


def follows_closely(items: Sequence[Item], index: int, speakers: Sequence[Speaker]) -> bool:
    return any(
        index < speaker.first <= index + 3
        and speaker.naming != "pronoun"
        and all(item.low in ("the", "a", "an") for item in items[index + 1 : speaker.first])
        for speaker in speakers
    )


def before(items: Sequence[Item], index: int, speakers: Sequence[Speaker]) -> Speaker | None:
    """The subject of a verb: the nearest speaker before it that no preposition holds; "but noted" shares its own."""
    if (subject := _before_inset(items, index, speakers)) is not None:
        return subject
    fallback: Speaker | None = None
    for speaker in reversed(speakers):
        if speaker.last >= index:
            continue
        if index - speaker.last > SUBJECT_REACH:
            return fallback
        between = items[speaker.last + 1 : index]
        shared = low(items, index - 1) == "but" and any(item.term("cue") is not None for item in between[:DESCRIBED])
        own = between[:-1] if shared else between
        if any(item.low in CLAUSE_OPENERS or item.low == ";" or item.amount is not None for item in own):
            return fallback
        if held(items, speaker) or _owner_only(between) or (fallback is None and _incidental(items, speaker)):
            fallback = fallback or (speaker if speaker.naming == "name" else None)
            continue
        return _meant(items, speaker, speakers)
    return fallback


def _before_inset(items: Sequence[Item], index: int, speakers: Sequence[Speaker]) -> Speaker | None:
    """As in "The team, set up after Russia vetoed a panel, said", "the agency, which believes": who stands between the
    commas of an inset, or behind its preposition, is not its subject.
    """
    if low(items, index - 1) in _RELATIVE and low(items, index - 2) == ",":
        return _ending_at(items, index - 2, speakers, low(items, index - 1) != "which")
    if low(items, index - 1) != ",":
        return None
    for comma in range(index - 2, max(0, index - INSET), -1):
        if items[comma].low in ('"', ";", ":", DASH):
            return None
        if items[comma].low == "," and items[comma + 1].low in _INSETS:
            return _ending_at(items, comma, speakers, low(items, comma + 1) == "who")
    return None


def _ending_at(items: Sequence[Item], comma: int, speakers: Sequence[Speaker], person: bool) -> Speaker | None:
    """The speaker right before a comma, a person or post where the inset begins with "who"."""
    end = comma - 1
    if low(items, end) == ")":  # "the team (MSMT), made up of"
        end = next((n for n in range(end, 0, -1) if items[n].low == "("), comma) - 1
    ending = next((one for one in speakers if one.last in (end, comma - 1) and one.naming not in _UNNAMED), None)
    return None if ending is None or (person and ending.naming == "capital") else ending


def _meant(items: Sequence[Item], speaker: Speaker, speakers: Sequence[Speaker]) -> Speaker:
    """As in "The ministry has not moved since May, when it gave": the pronoun is the body that opens the sentence."""
    known_figure = speaker.first > 0 and items[speaker.first - 1].amount is not None
    if speaker.naming != "pronoun" or known_figure:
        return speaker  # "the 600 it had reported" is a saying of its own
    if low(items, speaker.first) in PERSONAL:
        earlier = [other for other in speakers if other.last < speaker.first and other.person and other.source]
        if earlier:
            return earlier[-1]
    opener = next((other for other in speakers if other.naming in ("body", "post", "person")), None)
    if opener is None or opener.first > 3 or opener.last >= speaker.first or opener.person != speaker.person:
        return speaker
    return speaker if held(items, opener) or low(items, opener.last + 1) == "'s" else opener


def _incidental(items: Sequence[Item], speaker: Speaker) -> bool:
    """An unknown name behind a comma is first taken for part of an address or list."""
    return speaker.naming == "name" and low(items, speaker.first - 1) == ","


def held(items: Sequence[Item], speaker: Speaker) -> bool:
    """As in "in Seoul", "to the BBC": behind a preposition nobody is the subject."""
    step = speaker.first - 1
    if step == 0 and items[0].low in ("in", "at") and low(items, speaker.last + 1) in _SAID:
        return False  # as machine translations print "In the Kremlin said"
    while step >= 0 and (items[step].low in _DETERMINERS or _describes(items, step, speaker)):
        step -= 1
    if speaker.naming == "capital" and step >= 0 and items[step].term("verb") is not None:
        return True
    held = low(items, step)
    if held in ("and", ",") and _listed(items, step):
        return True
    if (
        speaker.naming in ("definite", "pronoun")
        and step >= 0
        and items[step].term("cue") is not None
        and held not in ("that", "and")
    ):
        return True
    if speaker.office == "military" and held in ("of", "from", "with", "in") and low(items, step - 2) in _ONE:
        return False  # "a paratrooper from Ukraine's 95th brigade told"
    if held in ("of", "for", "with", "at") and step > 0:
        return not (items[step - 1].low in TITLES or items[step - 1].term("office") is not None)
    cue = items[step].term("cue") if step >= 0 else None
    return held in _NO_SUBJECT_AFTER or (cue is not None and low(items, step) == "told")


def _listed(items: Sequence[Item], step: int) -> bool:
    """As in "countries including Germany, Japan and the United States": one of those that "including" names."""
    while step >= 0 and (items[step].low in (",", "and", "the") or items[step].term("side", "adjective") is not None):
        step -= 1
    return low(items, step) == "including"


def _describes(items: Sequence[Item], step: int, speaker: Speaker) -> bool:
    """As in "in eastern Russia", "of the minor Reform Party": a plain word before the name, at most two of them."""
    item = items[step]
    plain = item.word and not item.terms and item.text[0].islower() and item.low not in CLOSED
    return plain and speaker.first - step <= DESCRIBED and item.low not in TITLES


def _owner_only(between: Sequence[Item]) -> bool:
    """As in "Moscow's losses": the capital owns the noun and is no subject."""
    if not between or between[0].low != "'s":
        return False
    return not any(item.low in FIGURES for item in between[1:5])
