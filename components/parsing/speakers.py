"""Who could be speaking in a sentence: bodies, posts of a side, persons, outlets, capitals, "he", "the agency"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from components.lexicon import Lexicon
from components.model import Span, Term
from components.parsing.apposition import name_end, name_like, new_name, span_text, with_appositions, with_name
from components.parsing.dateline import dateline_end
from components.parsing.grammar import BE, CLOSED
from components.parsing.items import Item, low
from components.parsing.relevance import side_of
from components.parsing.speaker import DEFINITE, IMPERSONAL, PERSONAL, Naming, Register, Speaker
from components.parsing.subjects import NORTH

DOCUMENTS = frozenset(
    "assessment document paper estimate estimates report intelligence calculations data statistics records "
    "figures".split()
)
OF_FORCES = frozenset("ties aid cooperation alliance trends support assistance equipment parade base service".split())
MEDIA = frozenset("broadcaster newspaper daily magazine network outlet channel portal".split())
DECIDED = frozenset("sanctions resolution resolutions embargo charter".split())
FORCES = frozenset({"forces", "troops", "army"})
NAMING = ("source", "person", "side", "adjective", "metonym", "office", "outlet")
CALLED = PERSONAL | IMPERSONAL | DEFINITE
NAME = 8  # items from a side to the office or body it owns
RARE = 8  # so few sides have "state media": North Korea's where a sentence names it, else the first one's
AREA = 7  # items from soldiers over where they are to their verb of saying
SEAT = 6  # items from a post to the place it sits in: "the governor's office in Kursk"
_WITHIN = frozenset({"of", "in", "the", "for", "from", "at", "with"})
BRIDGES = frozenset({"'s", "the", "of", "in", "for", "'", "-", "own", "a", "an"})


def speakers(items: Sequence[Item], lexicon: Lexicon, register: Register) -> tuple[Speaker, ...]:
    """Every possible speaker of a sentence, in order; the register learns the names that the sentence introduces."""
    found: list[Speaker] = []
    step = dateline_end(items)
    while step < len(items):
        item = items[step]
        if not (item.text[0].isupper() or item.low in CALLED or item.term(*NAMING) is not None):
            step += 1
            continue
        speaker = _speaker(items, step, lexicon, register, found)
        if speaker is None:
            step += 1
            continue
        speaker = with_name(items, speaker, register, lexicon)
        found.append(speaker)
        step = speaker.last + 1
    opener = found[0] if found and found[0].first <= 3 and found[0].naming != "pronoun" else None
    register.subject = opener.side if opener is not None else None
    return with_appositions(items, found, register)


def _speaker(
    items: Sequence[Item], step: int, lexicon: Lexicon, register: Register, found: Sequence[Speaker]
) -> Speaker | None:
    item = items[step]
    if (term := item.term("source")) is not None:
        source = lexicon.sources[term.id]
        if _by_its(items, step):
            return None
        if step > 0 and items[step - 1].low in ("its", "their", "his") and source.family in ("experts", "think-tank"):
            return Speaker(None, "definite", step, step, item.span)
        last = _holder(items, step)
        span = Span(item.start, items[last].end)
        return Speaker(term.id, "body", step, last, span, source.name, source.side or None)
    if (term := item.term("person")) is not None:
        person = lexicon.persons[term.id]
        register.learn(person.name, person.source)
        last = step
        while last + 1 < len(items) and name_like(items[last + 1]):
            last = name_end(items, last + 1)  # "President Lee" goes on with "Jae-myung"
        span = Span(item.start, items[last].end)
        return Speaker(person.source, "person", step, last, span, person.name, person=True)
    if (term := item.term("side", "adjective", "metonym")) is not None:
        return None if low(items, step + 1) in MEDIA else _of_a_side(items, step, term, lexicon)
    if (term := item.term("office")) is not None:
        if item.low in ("military", "army") and low(items, step + 1) in OF_FORCES:
            return None
        if step + 1 < len(items) and item.low.endswith("intelligence") and items[step + 1].low in DOCUMENTS:
            return None
        return _post(items, step, term, lexicon, register, found)
    if (term := item.term("outlet")) is not None:
        return Speaker(lexicon.outlets[term.id].source, "outlet", step, step, item.span, term.id)
    if item.low in PERSONAL | IMPERSONAL:
        return Speaker(None, "pronoun", step, step, item.span, person=item.low in PERSONAL)
    if (
        item.low in DEFINITE
        and step > 0
        and items[step - 1].low in ("the", "this", "that", "same", "both", "its", "two")
    ):
        return Speaker(None, "definite", step, step, item.span, item.low)
    return new_name(items, step, register)


def _by_its(items: Sequence[Item], step: int) -> bool:
    """As in "UN sanctions", "Security Council resolutions": what a body has decided speaks for nobody."""
    behind = items[step + 1 : step + 3]
    return (
        bool(behind) and behind[0].low in DECIDED and behind[-1].low not in ("monitors", "committee", "panel", "team")
    )


def _holder(items: Sequence[Item], step: int) -> int:
    """The index of the post that a body's possessive leads to ("the alliance's secretary general"), else ``step``."""
    if step + 1 < len(items) and items[step + 1].low == "'s":
        for ahead in range(step + 2, min(len(items), step + 6)):
            if items[ahead].term("office") is not None:
                return ahead
            if not items[ahead].word or items[ahead].low in CLOSED:
                break
    return step


def _of_a_side(items: Sequence[Item], step: int, side: Term, lexicon: Lexicon) -> Speaker | None:
    """As in "South Korea's ruling-party lawmaker", "the Ukrainian president", or the capital alone."""
    for ahead in range(step + 1, min(len(items), step + NAME)):
        item = items[ahead]
        office = item.term("office")
        if office is not None:
            source = lexicon.offices[office.id].of.get(side.id)
            if source is None:
                break
            span = Span(items[step].start, item.end)
            return Speaker(source, "post", step, ahead, span, span_text(items, step, ahead), side.id, office.id)
        if item.low in DOCUMENTS and side.kind == "adjective" and lexicon.sides[side.id].government:
            span = Span(items[step].start, item.end)
            return Speaker(lexicon.sides[side.id].government, "body", step, ahead, span, "", side.id)
        envoy = ahead + 1 < len(items) and items[ahead + 1].term("office") is not None  # "Russia's UN envoy"
        if item.term("source", "person") is not None and ahead > step + 1 and not envoy:
            break
        if envoy and item.term("source") is not None:
            continue
        if side.id != NORTH and _speaking_unit(items, ahead, lexicon):
            source = lexicon.offices["military"].of.get(side.id)
            span = Span(items[step].start, item.end)
            return Speaker(source, "post", step, ahead, span, span_text(items, step, ahead), side.id, "military")
        ordinal = item.low.isdigit() or item.low in ("st", "nd", "rd", "th")
        named = item.text[0].isupper() and item.term("unit") is not None  # "Special Operations Regiment"
        plain = ordinal or named or (item.word and not item.terms and item.low not in CLOSED)
        if not (plain or item.low in BRIDGES or item.term("noun", "place") is not None):
            break
        if ahead == step + 1 and side.kind != "adjective" and item.low not in ("'s", "'", "national", "deputy"):
            break
        if item.low in ("of", "in", "for") and ahead > step + 1:
            break
    if side.kind == "adjective" and not (
        step > 0 and items[step - 1].low == "the" and step + 1 < len(items) and items[step + 1].term("cue") is not None
    ):
        return None
    government = lexicon.sides[side.id].government or None
    city = side.kind == "metonym" and items[step].term("place") is not None
    return Speaker(government, "capital", step, step, items[step].span, side.id, side.id, implied=city)


def _speaking_unit(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """As in "Ukraine's 8th Special Operations Regiment said", "Ukrainian soldiers in the area said"."""
    unit, noun = items[at].term("unit"), items[at].term("noun")
    if noun is not None and noun.id in ("soldier", "troops", "officer"):
        behind = items[at + 1 : at + 1 + AREA]
        said = next((n for n, item in enumerate(behind) if item.term("cue") is not None), None)
        return said is not None and not any(
            item.low in BE | {",", ";", '"'}
            or item.amount is not None
            or item.term("verb", "noun", "source") is not None
            for item in behind[:said]
        )
    if at + 1 >= len(items) or items[at + 1].term("cue") is None:
        return False
    return items[at].low in FORCES or (unit is not None and lexicon.units[unit.id].reason == "formation")


def _post(
    items: Sequence[Item], step: int, office: Term, lexicon: Lexicon, register: Register, found: Sequence[Speaker]
) -> Speaker:
    """A post without its side: "the defence minister in Seoul", "a spokesman for Kyiv", else by what came before."""
    of = lexicon.offices[office.id].of
    if step > 0 and items[step - 1].low in ("its", "their", "his", "her", "our"):
        if items[step - 1].low == "our":
            return Speaker(None, "definite", step, step, items[step].span)
        person = next((one.source for one in reversed(found) if one.person and one.source in lexicon.sources), None)
        owner = register.subject if person is None else lexicon.sources[person].side
        source = of.get(owner) if owner else None
        naming: Naming = "definite" if source is None else "post"
        return Speaker(source, naming, step, step, items[step].span, side=owner, office=office.id)
    for ahead in range(step + 1, min(len(items), step + 6)):
        side = items[ahead].term("side", "metonym")
        body = items[ahead].term("source")
        if body is not None and items[ahead - 1].low in _WITHIN:
            span, known = Span(items[step].start, items[ahead].end), lexicon.sources[body.id]
            return Speaker(body.id, "body", step, ahead, span, known.name, known.side or None)
        if side is not None and side.id in of and items[ahead - 1].low in _WITHIN:
            span = Span(items[step].start, items[ahead].end)
            return Speaker(of[side.id], "post", step, ahead, span, "", side.id, office.id)
        if items[ahead].low not in _WITHIN and items[ahead].term("office") is None:
            break
    if (there := _of_a_place(items, step, lexicon)) is not None and there in of:
        return Speaker(of[there], "post", step, step, items[step].span, items[step].text, there, office.id)
    if items[0].low == "at" and found and found[0].naming == "body" and found[0].first <= 2:  # "At the Pentagon, a ..."
        return replace(found[0], naming="post", first=step, last=step, span=items[step].span, office=office.id)
    meant = step > 0 and items[step - 1].low == "the" and items[step].low in DEFINITE  # "..., the official added"
    hidden = (NORTH, "rus") if items[step].low in ("officials", "sources") else (NORTH,)  # their own say nothing of it
    named = [
        speaker.side
        for speaker in reversed(found)
        if speaker.naming in ("body", "post", "person")
        or (speaker.naming == "capital" and speaker.first <= 1 and speaker.side not in hidden and not meant)
    ]
    for near in (*named, register.home):
        if near is not None and near in of:
            printed = items[step].text
            return Speaker(of[near], "post", step, step, items[step].span, printed, near, office.id, implied=True)
    theirs = [side for side in _sides(items, lexicon) if side in of] if len(of) <= RARE else []
    if theirs:
        side_id = NORTH if NORTH in theirs else theirs[0]
        return Speaker(of[side_id], "post", step, step, items[step].span, items[step].text, side_id, office.id)
    only = set(of.values())
    source = "relay" if "relay" in only else only.pop() if len(only) == 1 else None
    kind: Naming = "definite" if source is None else "post"
    return Speaker(source, kind, step, step, items[step].span, items[step].low, office=office.id)


def _sides(items: Sequence[Item], lexicon: Lexicon) -> Iterator[str]:
    """The sides that a sentence names, in order, by name or by a person of theirs."""
    for item in items:
        term = item.term("side", "adjective", "metonym") or item.term("person")
        if term is not None and (side := side_of(term, lexicon)) is not None:
            yield side


def _of_a_place(items: Sequence[Item], step: int, lexicon: Lexicon) -> str | None:
    """The side of the place a post belongs to: "Kursk's acting governor", "the governor of Kursk"."""
    for index in (step - 2, step - 3, step + 2):
        if not 0 <= index < len(items):
            continue
        place = items[index].term("place")
        tied = items[index + 1].low == "'s" if index < step else items[index - 1].low == "of"
        if place is not None and tied:
            return lexicon.places[place.id].side
    for index in range(step + 1, min(len(items), step + SEAT)):
        place = items[index].term("place")
        if place is not None and items[index - 1].low in ("in", "of", "the"):
            return lexicon.places[place.id].side
        closed = items[index].low in CLOSED and items[index].low not in ("in", "of")
        if closed or items[index].term("cue", "verb") is not None or items[index].low in (",", "(", ";", '"'):
            break
    return None
