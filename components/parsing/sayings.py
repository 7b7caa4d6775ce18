"""Who says what inside one sentence: a cue ties a speaker to the clause it introduces or follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.lexicon import Lexicon
from components.lexicon.entries import Cue
from components.model import DateMention, Stance
from components.parsing.grammar import ARTICLES, CLAUSE_OPENERS, PREPOSITIONS
from components.parsing.items import Item
from components.parsing.speakers import TITLES, Speaker

SUBJECT_REACH = 16  # items between a speaker and its verb, apposition included
OBJECT_REACH = 9  # items between "according to" or "citing" and the speaker
FIGURES = frozenset(
    "count estimate estimates figure figures number numbers tally data assessment assessments report reports update "
    "announcement claim claims toll statistics document documents paper intelligence calculations statement".split()
)
_NO_SUBJECT_AFTER = frozenset("in to from with at near on against into by about over through between toward than".split())
RELAYING = frozenset({"tass", "ria", "kcna", "media"})
_PARTIES = frozenset({"prk", "ru"})
_ATTRIBUTES = frozenset({"says", "quotes", "according_to", "denies", "declines", "doubts"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of saying. ``cue`` and ``start`` are item indices; ``trailing`` when it stands behind what was said."""

    speaker: Speaker
    cue: int
    start: int
    end: int
    does: str
    stance: Stance
    trailing: bool
    through: tuple[Speaker, ...] = ()
    said: DateMention | None = None
    said_at: int | None = None
    denied: bool = False


def sayings(items: Sequence[Item], speakers: Sequence[Speaker], lexicon: Lexicon) -> tuple[Saying, ...]:
    """The sayings of a sentence, in order; relays are folded into the saying they pass on."""
    found: list[Saying] = []
    for index, item in enumerate(items):
        term = item.term("cue")
        if term is None:
            continue
        cue = lexicon.cues[term.id]
        if item.low in FIGURES and _noun_here(items, index):
            continue
        if cue.does in _ATTRIBUTES and (saying := _saying(items, index, cue, speakers)) is not None:
            found.append(saying)
            claimant = _after(items, index, speakers, 3) if cue.does == "denies" else None
            if claimant is not None and claimant.naming in ("body", "post", "outlet"):
                found.append(replace(_placed(items, claimant, claimant.last, "document", "asserts"), denied=True))
    found += [own for own in _owned_figures(items, speakers) if not any(own.speaker == one.speaker for one in found)]
    if not found and (opener := _opening_subject(items, speakers, lexicon)) is not None:
        found.append(opener)
    found.sort(key=lambda saying: saying.start)
    return tuple(_dated(items, saying) for saying in _nested(items, found))


def _noun_here(items: Sequence[Item], index: int) -> bool:
    """"following reports", "the claims": a word for a figure behind a preposition or an article is no verb."""
    before = _low(items, index - 1)
    return before in PREPOSITIONS or before in ARTICLES or before in ("the", "following", "these", "those", "its", "new")


def _saying(items: Sequence[Item], index: int, cue: Cue, speakers: Sequence[Speaker]) -> Saying | None:
    stance: Stance = _STANCES.get(cue.stance, "asserts") if cue.does in ("says", "quotes", "according_to") else (
        "denies" if cue.does == "denies" else "declines" if cue.does == "declines" else "asserts"
    )
    item = items[index]
    if cue.does == "according_to":
        speaker = _after(items, index, speakers, OBJECT_REACH)
        return None if speaker is None else _placed(items, speaker, index, cue.does, stance)
    if cue.does == "quotes" and not item.low.endswith(" by"):
        speaker = _after(items, index, speakers, OBJECT_REACH)
        before = _before(items, index, speakers)
        if speaker is None:
            return None if before is None else _placed(items, before, index, "says", stance)
        placed = _placed(items, speaker, index, cue.does, stance)
        return replace(placed, through=() if before is None else (before,), start=_start(before, placed.start))
    if item.low.endswith(" by") or _low(items, index + 1) == "by":
        speaker = _after(items, index, speakers, OBJECT_REACH)
        return None if speaker is None else _placed(items, speaker, index, "quotes_by", stance)
    speaker = _before(items, index, speakers)
    quoted = _low(items, index - 1) in ('"', "'") or (_low(items, index - 1) == "," and speaker is None)
    if quoted and item.low != "told" and _follows_closely(items, index, speakers):
        speaker = _after(items, index, speakers, 3)
    return None if speaker is None else _placed(items, speaker, index, cue.does, stance)


_STANCES: dict[str, Stance] = {
    "asserts": "asserts",
    "assesses": "assesses",
    "confirms": "confirms",
    "acknowledges": "acknowledges",
}


def _start(before: Speaker | None, start: int) -> int:
    return start if before is None else min(before.first, start)


def _placed(items: Sequence[Item], speaker: Speaker, index: int, does: str, stance: Stance) -> Saying:
    start, end = min(speaker.first, index), max(speaker.last, index)
    return Saying(speaker, index, start, end, does, stance, _low(items, start - 1) in (",", '"', "-", "'"))


def _low(items: Sequence[Item], index: int) -> str:
    return items[index].low if 0 <= index < len(items) else ""


def _after(items: Sequence[Item], index: int, speakers: Sequence[Speaker], reach: int) -> Speaker | None:
    for speaker in speakers:
        if index < speaker.first <= index + reach:
            between = items[index + 1 : speaker.first]
            if any(item.low in (",", ";") or item.amount is not None for item in between):
                return None
            return speaker
    return None


def _follows_closely(items: Sequence[Item], index: int, speakers: Sequence[Speaker]) -> bool:
    return any(
        index < speaker.first <= index + 3 and speaker.naming != "pronoun"
        and all(item.low in ("the", "a", "an") for item in items[index + 1 : speaker.first])
        for speaker in speakers
    )


def _before(items: Sequence[Item], index: int, speakers: Sequence[Speaker]) -> Speaker | None:
    """The subject of a verb: the nearest speaker before it that no preposition holds."""
    fallback: Speaker | None = None
    for speaker in reversed(speakers):
        if speaker.last >= index:
            continue
        if index - speaker.last > SUBJECT_REACH:
            return fallback
        between = items[speaker.last + 1 : index]
        if any(item.low in CLAUSE_OPENERS or item.low == ";" or item.amount is not None for item in between):
            return fallback
        if _held(items, speaker) or _owner_only(between) or (fallback is None and _incidental(items, speaker)):
            fallback = fallback or (speaker if speaker.naming == "name" else None)
            continue
        return _meant(items, speaker, speakers)
    return fallback


def _meant(items: Sequence[Item], speaker: Speaker, speakers: Sequence[Speaker]) -> Speaker:
    """"The ministry has not moved since May, when it gave": the pronoun is the body that opens the sentence."""
    if speaker.naming != "pronoun":
        return speaker
    opener = next((other for other in speakers if other.naming in ("body", "post", "person")), None)
    if opener is None or opener.first > 3 or opener.last >= speaker.first or opener.person != speaker.person:
        return speaker
    return speaker if _held(items, opener) or _low(items, opener.last + 1) == "'s" else opener


def _incidental(items: Sequence[Item], speaker: Speaker) -> bool:
    """An unknown name behind a comma is first taken for part of an address or list."""
    return speaker.naming == "name" and _low(items, speaker.first - 1) == ","


def _held(items: Sequence[Item], speaker: Speaker) -> bool:
    """"in Seoul", "to the BBC": behind a preposition nobody is the subject."""
    step = speaker.first - 1
    while step >= 0 and items[step].low in ("the", "a", "an", "its", "their", "*", '"'):
        step -= 1
    if speaker.naming == "capital" and step >= 0 and items[step].term("verb") is not None:
        return True
    held = _low(items, step)
    if speaker.naming == "definite" and step >= 0 and items[step].term("cue") is not None and held not in ("that", "and"):
        return True
    if held in ("of", "for", "with", "at") and step > 0:
        return not (items[step - 1].low in TITLES or items[step - 1].term("office") is not None)
    cue = items[step].term("cue") if step >= 0 else None
    return held in _NO_SUBJECT_AFTER or (cue is not None and _low(items, step) == "told")


def _owner_only(between: Sequence[Item]) -> bool:
    """"Moscow's losses": the capital owns the noun and is no subject."""
    return bool(between) and between[0].low == "'s" and not any(item.low in FIGURES for item in between[1:5])


def _owned_figures(items: Sequence[Item], speakers: Sequence[Speaker]) -> list[Saying]:
    """"Kyiv's estimate", "the count of the General Staff", "numbers from the ministry": figures that somebody owns."""
    found = []
    for speaker in speakers:
        if speaker.naming in ("pronoun", "name", "definite"):
            continue
        behind = [item.low for item in items[speaker.last + 1 : speaker.last + 5]]
        ahead = [item.low for item in items[max(0, speaker.first - 3) : speaker.first]]
        owns = behind[:1] == ["'s"] and any(low in FIGURES for low in behind[1:])
        documents = bool(behind) and behind[0] in FIGURES
        given = any(low in FIGURES for low in ahead[:-1]) and any(low in ("of", "from", "by") for low in ahead[-2:])
        bracketed = ahead[-1:] == ["("] and speaker.first > 1 and items[speaker.first - 2].amount is not None
        if owns or documents or given or bracketed or _gives_a_figure(items, speaker):
            found.append(_placed(items, speaker, speaker.last, "document", "asserts"))
    return found


def _opening_subject(items: Sequence[Item], speakers: Sequence[Speaker], lexicon: Lexicon) -> Saying | None:
    """"The Pentagon has not moved since May": a body that opens a sentence and is no party to the fighting speaks in it."""
    if not speakers or speakers[0].first > 3 or speakers[0].naming not in ("body", "post", "person"):
        return None
    speaker = speakers[0]
    source = lexicon.sources.get(speaker.source or "")
    if source is None or source.family in _PARTIES or _held(items, speaker) or _low(items, speaker.last + 1) == "'s":
        return None
    return _placed(items, speaker, speaker.last, "subject", "asserts")


def _gives_a_figure(items: Sequence[Item], speaker: Speaker) -> bool:
    """"Kyiv has a higher toll of 900", "Kyiv on 900": a speaker tied to a number by a figure word or by nothing."""
    if _held(items, speaker) or speaker.naming == "outlet":
        return False
    for index in range(speaker.last + 1, min(len(items), speaker.last + 15)):
        item = items[index]
        if item.amount is not None:
            between = items[speaker.last + 1 : index]
            gapped = _low(items, speaker.first - 1) in (",", "and", "the") and [word.low for word in between] in (
                ["on"],
                ["at"],
                ["of"],
                [],
            )
            return gapped or any(word.low in FIGURES for word in between)
        if item.low == ";" or item.low in CLAUSE_OPENERS or item.low == "'s":
            return False
        if item.term("source", "office") is not None and index > speaker.last + 3:
            return False
    return False


def _nested(items: Sequence[Item], found: Sequence[Saying]) -> list[Saying]:
    """"A said that B believes": B is the source and A the relay."""
    kept: list[Saying] = []
    for saying in found:
        outer = kept[-1] if kept else None
        if outer is None:
            kept.append(saying)
        elif saying.speaker == outer.speaker and saying.does not in ("denies", "doubts"):
            kept[-1] = replace(outer, end=max(outer.end, saying.end))
        elif saying.does == "quotes_by":
            kept[-1] = replace(outer, through=(*outer.through, saying.speaker), end=saying.end)
        elif saying.denied or outer.does == "denies":
            kept.append(saying)
        elif outer.does != "according_to" and _introduces(items, outer, saying):
            kept[-1] = replace(saying, through=(*outer.through, outer.speaker), start=outer.start, trailing=outer.trailing)
        elif saying.does == "according_to" and _passes_on(saying.speaker) and not _divided(items, outer.end, saying.start):
            kept[-1] = replace(outer, through=(*outer.through, saying.speaker), end=saying.end)
        elif saying.does == "quotes" and not _divided(items, outer.end, saying.start):
            kept[-1] = replace(saying, through=(*saying.through, outer.speaker), start=outer.start, trailing=outer.trailing)
        else:
            kept.append(saying)
    return kept


def _passes_on(speaker: Speaker) -> bool:
    """", according to the agency" behind somebody else's words names a relay."""
    return speaker.naming == "outlet" or speaker.source in RELAYING


def _introduces(items: Sequence[Item], outer: Saying, inner: Saying) -> bool:
    between = items[outer.end + 1 : inner.speaker.first]
    words = [item.low for item in between if item.date is None]
    return outer.end < inner.speaker.first and len(words) <= 4 and all(
        word in ("that", "the", "by", "to", "a", "an", "reporters", "lawmakers", ",") or word.isalpha() and len(words) <= 3
        for word in words
    ) and not any(item.amount is not None for item in between)


def _divided(items: Sequence[Item], start: int, end: int) -> bool:
    return any(item.low in CLAUSE_OPENERS or item.low == ";" for item in items[start:end])


def governing(items: Sequence[Item], found: Sequence[Saying], at: int) -> Saying | None:
    """The saying that answers for the item at index ``at``: the one that introduces it, else the one that follows it."""
    forward = [saying for saying in found if saying.end < at and not _new_clause(items, saying.end + 1, at, found)]
    behind = [saying for saying in found if saying.start > at and not _new_clause(items, at, saying.start, found)]
    holding = [saying for saying in found if saying.start <= at <= saying.end]
    if holding:
        return holding[-1]
    if forward and behind and forward[-1].trailing and behind[0].trailing:
        return behind[0]
    if forward:
        return forward[-1]
    if behind:
        return behind[0]
    return min(found, key=lambda saying: min(abs(saying.start - at), abs(saying.end - at))) if len(found) == 1 else None


def _new_clause(items: Sequence[Item], start: int, end: int, found: Sequence[Saying]) -> bool:
    opens = {saying.start for saying in found}
    for index in range(start, end):
        low = items[index].low
        if low == ";" or (low in ("while", "whereas") and any(begin >= index for begin in opens if begin < end + 12)):
            return True
        if low in ("but", "while", "whereas") and any(index < begin <= index + 4 for begin in opens):
            return True
    return False


def _dated(items: Sequence[Item], saying: Saying) -> Saying:
    """The day of the saying: a plain day next to its verb, or opening the sentence before its subject."""
    for index in _day_places(items, saying):
        date = items[index].date
        if date is None or date.lead not in ("", "on", "in") or date.rule == "now":
            continue
        document = any(item.low in FIGURES for item in items[max(0, index - 3) : index])
        if date.precision == "day" or (date.precision == "month" and document):
            return replace(saying, said=date, said_at=index)
    return saying


def _day_places(items: Sequence[Item], saying: Saying) -> list[int]:
    places: list[int] = list(range(saying.start, saying.end + 1))
    for index in range(saying.end + 1, min(len(items), saying.end + 13)):
        item = items[index]
        if item.low in ("that", ";", ":") or item.amount is not None or item.low in CLAUSE_OPENERS:
            break
        described = items[index - 1].low in ("a", "the", "his", "her", "its", "evening")
        if item.term("side", "verb", "noun") is not None and item.term("cue") is None and not described:
            break
        places.append(index)
    if saying.trailing and saying.start > 7:
        return places
    for index in range(saying.start - 1, max(-1, saying.start - 7), -1):
        item = items[index]
        if item.amount is not None or item.low in (";", ".", '"', "-") or item.term("verb") is not None:
            break
        places.append(index)
    return places
