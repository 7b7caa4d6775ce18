"""Who says what inside one sentence: a cue ties a speaker to the clause it introduces or follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from components.lexicon import Lexicon
from components.lexicon.entries import Cue
from components.model import Stance
from components.parsing.grammar import ARTICLES, CLAUSE_OPENERS, PREPOSITIONS
from components.parsing.items import DASH, Item, low, within_quotes
from components.parsing.relaying import nested
from components.parsing.saying import FIGURES, Saying, placed
from components.parsing.silent import opening_subject, owned_figures
from components.parsing.speaker import Speaker
from components.parsing.speaking import after, before, follows_closely

OBJECT_REACH = 9  # items between "according to" or "citing" and the speaker
ISSUED = 14  # items from "according to" over a report and its matter to "released by"
_ISSUED = ("released by", "published by")
PAPER = 8  # items from "in a report" over its addressee to the month of it
NAMED = 6  # items from a comma to the name or post of who speaks
ASIDE = 12  # items from a saying over an aside to its "that"
BEHIND = 10  # items from a verb and its hearers to the month of the saying
_ENDS = frozenset({"", ".", ",", "of", "on", "in", "at", "from", '"'})
SAID_THEN = frozenset({"that", ",", "", ".", ":", "it", "they", "he", "she"})
EARLIER = frozenset({"earlier", "previously", "before", "once", "repeatedly"})
CLOSE = 3  # items from a speaker to its verb when a month before them dates the saying
_ATTRIBUTES = frozenset({"says", "quotes", "according_to", "denies", "declines", "doubts"})
_STANCES: dict[str, Stance] = {
    "asserts": "asserts",
    "assesses": "assesses",
    "confirms": "confirms",
    "acknowledges": "acknowledges",
}


def sayings(items: Sequence[Item], speakers: Sequence[Speaker], lexicon: Lexicon) -> tuple[Saying, ...]:
    """The sayings of a sentence, in order; relays are folded into the saying they pass on."""
    found: list[Saying] = []
    for index, item in enumerate(items):
        if not item.terms or (term := item.term("cue")) is None:
            continue
        cue = lexicon.cues[term.id]
        if (item.low in FIGURES and _noun_here(items, index)) or _puts_somewhere(items, index):
            continue
        if cue.does == "says" and found and item.low.endswith("ing") and low(items, index - 1) == ",":
            found.append(placed(items, found[-1].speaker, index, cue.does, "asserts"))  # "warned ..., noting that"
            continue
        if found and found[-1].through and item.low == "saying" and low(items, index - 1) == "as":
            found.append(placed(items, found[-1].speaker, index, cue.does, "asserts"))  # "was quoted by TASS as saying"
            continue
        if cue.does in _ATTRIBUTES and (saying := _saying(items, index, cue, speakers)) is not None:
            if _quoted_we(items, saying):
                continue
            found.append(saying)
            claimant = after(items, index, speakers, 3) if cue.does == "denies" else None
            if claimant is not None and claimant.naming in ("body", "post", "outlet"):
                found.append(replace(placed(items, claimant, claimant.last, "document", "asserts"), denied=True))
    found += [own for own in owned_figures(items, speakers) if not any(own.speaker == one.speaker for one in found)]
    if not found and (opener := opening_subject(items, speakers, lexicon)) is not None:
        found.append(opener)
    found.sort(key=lambda saying: saying.start)
    return tuple(_dated(items, saying) for saying in nested(items, found))


def _quoted_we(items: Sequence[Item], saying: Saying) -> bool:
    """As in "“We counted 17,” an officer said": who is quoted says it, whoever spoke before."""
    return items[saying.speaker.first].low == "we" and within_quotes(items, saying.speaker.first)


def _puts_somewhere(items: Sequence[Item], index: int) -> bool:
    """As in "put at Russia's disposal": no figure is put at anything."""
    behind = items[index + 2] if index + 2 < len(items) else None
    return (
        items[index].low in ("put", "puts") and low(items, index + 1) == "at" and (behind is None or not behind.amount)
    )


def _noun_here(items: Sequence[Item], index: int) -> bool:
    """As in "following reports", "the claims": a word for a figure behind a preposition or an article is no verb."""
    before = low(items, index - 1)
    return (
        before in PREPOSITIONS or before in ARTICLES or before in ("the", "following", "these", "those", "its", "new")
    )


def _saying(items: Sequence[Item], index: int, cue: Cue, speakers: Sequence[Speaker]) -> Saying | None:
    stance: Stance = (
        _STANCES.get(cue.stance, "asserts")
        if cue.does in ("says", "quotes", "according_to")
        else ("denies" if cue.does == "denies" else "declines" if cue.does == "declines" else "asserts")
    )
    item = items[index]
    if cue.does == "according_to":
        speaker = _issuer(items, index, speakers) or after(items, index, speakers, OBJECT_REACH)
        return None if speaker is None else placed(items, speaker, index, cue.does, stance)
    if cue.does == "quotes" and not item.low.endswith(" by"):
        speaker = _him(items, index) or after(items, index, speakers, OBJECT_REACH)
        relay = before(items, index, speakers)
        if speaker is None:
            return None if relay is None else placed(items, relay, index, "says", stance)
        told = placed(items, speaker, index, cue.does, stance)
        return replace(told, through=() if relay is None else (relay,), start=_start(relay, told.start))
    if item.low.endswith(" by") or low(items, index + 1) == "by":
        speaker = after(items, index, speakers, OBJECT_REACH)
        quoted_one = before(items, index, speakers) if cue.does == "quotes" else None
        if quoted_one is not None and speaker is not None:
            return replace(placed(items, quoted_one, index, "says", stance), through=(speaker,), end=speaker.last)
        return None if speaker is None else placed(items, speaker, index, "quotes_by", stance)
    speaker = before(items, index, speakers)
    dated = index > 0 and items[index - 1].date is not None
    quoted = low(items, index - 1) in ('"', "'") or ((low(items, index - 1) == "," or dated) and speaker is None)
    quoted = quoted or _inverted(items, index, speakers)
    if quoted and item.low != "told" and follows_closely(items, index, speakers):
        speaker = after(items, index, speakers, 3)
    if speaker is None or _impersonal(items, speaker, index):
        return None
    return placed(items, speaker, index, cue.does, stance)


def _him(items: Sequence[Item], index: int) -> Speaker | None:
    """As in "agencies quoted him as saying that Kim had decided"."""
    if low(items, index + 1) not in ("him", "her"):
        return None
    return Speaker(None, "pronoun", index + 1, index + 1, items[index + 1].span, person=True)


def _issuer(items: Sequence[Item], index: int, speakers: Sequence[Speaker]) -> Speaker | None:
    """As in "according to a report on North Korean trends released by the Joint Chiefs"."""
    for at in range(index + 2, min(len(items) - 1, index + ISSUED)):
        if items[at].low in (",", ";", '"'):
            return None
        if items[at].low in _ISSUED:
            return after(items, at, speakers, CLOSE)
    return None


def _inverted(items: Sequence[Item], index: int, speakers: Sequence[Speaker]) -> bool:
    """As in "..., said Budanov.": behind a comma, with nothing but an end or a preposition behind the name."""
    if low(items, index - 1) != ",":
        return False
    behind = after(items, index, speakers, 3)
    return behind is not None and low(items, behind.last + 1) in _ENDS


def _impersonal(items: Sequence[Item], speaker: Speaker, index: int) -> bool:
    """As in "it is thought", "it was widely reported", "its size is still being assessed": nobody says so."""
    if items[index].low.endswith("ed") and low(items, index - 1) == "being":
        return True
    between = [item.low for item in items[speaker.last + 1 : index]]
    return low(items, speaker.first) == "it" and between[:1] in (["is"], ["was"]) and len(between) <= 2


def _start(relay: Speaker | None, start: int) -> int:
    return start if relay is None else min(relay.first, start)


def _dated(items: Sequence[Item], saying: Saying) -> Saying:
    """The day of the saying: a plain day next to its verb, or opening the sentence before its subject."""
    inserted = _inserted(items, saying)  # and what stands before it dates what is said
    for index in _day_places(items, saying):
        date = items[index].date
        if date is None or date.lead not in ("", "on", "in", "at", "over") or date.rule == "now":
            continue
        if inserted is not None and index < inserted:
            continue
        document = any(item.low in FIGURES for item in items[max(saying.start, index - PAPER) : index])
        opens = (
            index < saying.start
            and date.precision in ("month", "week", "days")
            and (0 < saying.cue - saying.speaker.last <= CLOSE or _behind_an_aside(items, saying))
            and not any(item.amount is not None for item in items[:index])
        )
        if date.precision == "day" or opens or (date.precision == "month" and document):
            return replace(saying, said=date, said_at=index)
        behind = saying.end < index <= saying.end + BEHIND and low(items, index + 1) in SAID_THEN
        if date.precision in ("month", "week", "days") and (behind or (behind_cue(items, saying, index))):
            return replace(saying, said=date, said_at=index)
    around = items[max(0, saying.speaker.first - 2) : saying.end + 1]
    return replace(saying, earlier=True) if any(item.low in EARLIER for item in around) else saying


def _inserted(items: Sequence[Item], saying: Saying) -> int | None:
    """The comma before a saying between commas, or None: "In May, the agency said, three trains crossed"."""
    comma = next(
        (at for at in range(saying.start - 1, max(-1, saying.start - NAMED), -1) if items[at].low == ","), None
    )
    if comma is None or low(items, saying.end + 1) != "," or any(item.amount for item in items[comma : saying.start]):
        return None
    told = items[saying.end + 2 : saying.end + 2 + ASIDE]
    aside = any(one.low == "," and other.low == "that" for one, other in pairwise(told))
    return None if not told or aside or told[0].low in ('"', "that") or told[0].low.endswith("ing") else comma


def _behind_an_aside(items: Sequence[Item], saying: Saying) -> bool:
    """As in "Last month, Shoigu, on a trip to Pyongyang, said"."""
    return (
        low(items, saying.speaker.last + 1) == "," and low(items, saying.cue - 1) == "," and saying.cue > saying.start
    )


def behind_cue(items: Sequence[Item], saying: Saying, index: int) -> bool:
    """As in "said last month 900 had fallen": a span told from the day of printing, right behind its verb."""
    date = items[index].date
    told = date is not None and date.basis == "relative" and not date.lead
    return told and saying.cue < index <= saying.end + BEHIND


def _day_places(items: Sequence[Item], saying: Saying) -> list[int]:
    places: list[int] = list(range(saying.start, saying.end + 1))
    for index in range(saying.end + 1, min(len(items), saying.end + 13)):
        item = items[index]
        if item.low in ("that", ";", ":") or item.amount is not None or item.low in CLAUSE_OPENERS:
            break
        described = items[index - 1].low in ("a", "the", "his", "her", "its", "evening", "with", "to")
        in_a_name = item.text[0].isupper() and item.term("noun") is not None  # "told the Kyiv Observer on"
        told = item.term("side", "verb", "noun") is not None and item.term("cue") is None
        if told and not described and not in_a_name:
            break
        places.append(index)
    if saying.trailing and saying.start > 7:
        return places
    for index in range(saying.start - 1, max(-1, saying.start - 7), -1):
        item = items[index]
        if item.amount is not None or item.low in (";", ".", '"', DASH) or item.term("verb") is not None:
            break
        places.append(index)
    return places
