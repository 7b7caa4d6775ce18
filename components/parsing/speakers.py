"""Who could be speaking in a sentence: named bodies, posts of a side, persons, outlets, capitals, "he" and "the agency"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from components.lexicon import Lexicon
from components.model import Span, Term
from components.parsing.grammar import CLOSED
from components.parsing.items import Item

Naming: TypeAlias = Literal["body", "post", "person", "outlet", "capital", "pronoun", "definite", "name"]

PERSONAL = frozenset({"he", "she"})
IMPERSONAL = frozenset({"it", "they", "we"})
DEFINITE = frozenset(
    "agency ministry service report document paper assessment official officials lawmaker lawmakers spokesman "
    "spokesperson spokeswoman statement update team staff military official two both source study".split()
)
TITLES = frozenset(
    "rep lt gen col maj sgt capt adm mr mrs ms dr prof president minister secretary spokesman spokesperson spokeswoman "
    "representative director chief head deputy commander officer adviser advisor general colonel major lawmaker "
    "legislator mp ambassador envoy leader chairman chairperson analyst researcher expert senator member".split()
)
DOCUMENTS = frozenset("assessment document paper estimate estimates report intelligence calculations".split())
INSTITUTES = frozenset("institute centre center watch foundation observatory initiative consultancy".split())
BRIDGES = frozenset({"'s", "the", "of", "in", "for", "'", "-", "own", "a", "an"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """``source`` is a lexicon id, "relay" for one who only passes on, or None where only the context can tell.

    ``implied`` marks a post whose side is not printed beside it.
    """

    source: str | None
    naming: Naming
    first: int
    last: int
    span: Span
    name: str = ""
    side: str | None = None
    office: str | None = None
    person: bool = False
    implied: bool = False


@dataclass(slots=True)
class Register:
    """The names an article has introduced so far, by part, with the source they speak for.

    ``subject`` is the side that opened the sentence before: "Kyiv goes further. Its spy chief said ..."
    ``home`` is the side of the dateline: in "TOKYO, May 4" the ministry is Japan's.
    """

    names: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    subject: str | None = None
    home: str | None = None

    def learn(self, name: str, source: str | None) -> None:
        for part in name.casefold().split():
            if len(part) > 2:
                self.names.setdefault(part, (source, name))


def speakers(items: Sequence[Item], lexicon: Lexicon, register: Register) -> tuple[Speaker, ...]:
    """Every possible speaker of a sentence, in order; the register learns the names that the sentence introduces."""
    found: list[Speaker] = []
    step = 0
    while step < len(items):
        speaker = _speaker(items, step, lexicon, register, found)
        if speaker is None:
            step += 1
            continue
        speaker = _with_name(items, speaker, register)
        found.append(speaker)
        step = speaker.last + 1
    opener = found[0] if found and found[0].first <= 3 and found[0].naming != "pronoun" else None
    register.subject = opener.side if opener is not None else None
    return _with_appositions(items, found, register)


def _speaker(
    items: Sequence[Item], step: int, lexicon: Lexicon, register: Register, found: Sequence[Speaker]
) -> Speaker | None:
    item = items[step]
    if (term := item.term("source")) is not None:
        source = lexicon.sources[term.id]
        if step > 0 and items[step - 1].low in ("its", "their", "his") and source.family in ("experts", "think-tank"):
            return Speaker(None, "definite", step, step, item.span)
        last = _holder(items, step)
        span = Span(item.start, items[last].end)
        return Speaker(term.id, "body", step, last, span, source.name, source.side or None)
    if (term := item.term("person")) is not None:
        person = lexicon.persons[term.id]
        return Speaker(person.source, "person", step, step, item.span, person.name, person=True)
    if (term := item.term("side", "adjective", "metonym")) is not None:
        return _of_a_side(items, step, term, lexicon)
    if (term := item.term("office")) is not None:
        return _post(items, step, term, lexicon, register, found)
    if (term := item.term("outlet")) is not None:
        return Speaker(lexicon.outlets[term.id].source, "outlet", step, step, item.span, term.id)
    if item.low in PERSONAL | IMPERSONAL:
        return Speaker(None, "pronoun", step, step, item.span, person=item.low in PERSONAL)
    if item.low in DEFINITE and step > 0 and items[step - 1].low in ("the", "this", "that", "both", "its", "two"):
        return Speaker(None, "definite", step, step, item.span, item.low)
    return _name(items, step, register)


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
    """"South Korea's ruling-party lawmaker", "the Ukrainian president", or the capital alone."""
    for ahead in range(step + 1, min(len(items), step + 6)):
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
        if item.term("source", "person") is not None and ahead > step + 1:
            break
        plain = item.word and not item.terms and item.low not in CLOSED
        if not (plain or item.low in BRIDGES or item.term("noun", "place") is not None):
            break
        if ahead == step + 1 and side.kind != "adjective" and item.low not in ("'s", "'"):
            break
        if item.low in ("of", "in", "for") and ahead > step + 1:
            break
    if side.kind == "adjective" and not (
        step > 0 and items[step - 1].low == "the" and step + 1 < len(items) and items[step + 1].term("cue") is not None
    ):
        return None
    government = lexicon.sides[side.id].government or None
    return Speaker(government, "capital", step, step, items[step].span, side.id, side.id)


def _post(
    items: Sequence[Item], step: int, office: Term, lexicon: Lexicon, register: Register, found: Sequence[Speaker]
) -> Speaker:
    """A post without its side: "the defence minister in Seoul", "a spokesman for Kyiv", else by what came before."""
    of = lexicon.offices[office.id].of
    if step > 0 and items[step - 1].low in ("its", "their", "his", "her", "our"):
        if items[step - 1].low == "our":
            return Speaker(None, "definite", step, step, items[step].span)
        owner = register.subject
        source = of.get(owner) if owner else None
        naming: Naming = "definite" if source is None else "post"
        return Speaker(source, naming, step, step, items[step].span, side=owner, office=office.id)
    for ahead in range(step + 1, min(len(items), step + 6)):
        side = items[ahead].term("side", "metonym")
        if side is not None and side.id in of and items[ahead - 1].low in ("of", "in", "the", "for"):
            span = Span(items[step].start, items[ahead].end)
            return Speaker(of[side.id], "post", step, ahead, span, "", side.id, office.id)
        if items[ahead].low not in ("of", "in", "the", "for") and items[ahead].term("office") is None:
            break
    named = [
        speaker.side
        for speaker in reversed(found)
        if speaker.naming in ("body", "post", "person") or (speaker.naming == "capital" and speaker.first <= 1)
    ]
    for known in (*named, register.home):
        if known is not None and known in of:
            printed = items[step].text
            return Speaker(of[known], "post", step, step, items[step].span, printed, known, office.id, implied=True)
    only = set(of.values())
    source = only.pop() if len(only) == 1 else None
    kind: Naming = "definite" if source is None else "post"
    return Speaker(source, kind, step, step, items[step].span, items[step].low, office=office.id)


def _name(items: Sequence[Item], step: int, register: Register) -> Speaker | None:
    """A capitalised name that no word file has: known to the register, or new."""
    item = items[step]
    if not _name_like(item):
        return None
    last = _name_end(items, step)
    words = [items[index].low for index in range(step, last + 1) if _name_like(items[index])]
    for word in reversed(words):
        if word in register.names:
            source, name = register.names[word]
            return Speaker(source, "person", step, last, Span(item.start, items[last].end), name, person=True)
    span = Span(item.start, items[last].end)
    if words[-1] in INSTITUTES:
        return Speaker("think-tank", "body", step, last, span, span_text(items, step, last))
    return Speaker(None, "name", step, last, span, span_text(items, step, last), person=True)


def _name_like(item: Item) -> bool:
    plain = not item.terms and item.amount is None and item.date is None
    return plain and item.word and item.text[0].isupper() and len(item.text) > 1 and item.low not in CLOSED


def _name_end(items: Sequence[Item], step: int) -> int:
    last = step
    while last + 1 < len(items):
        following = items[last + 1]
        glued = items[last].end == following.start
        hyphened = last + 3 < len(items) and items[last + 2].low == "-" and items[last + 3].text.islower()
        if hyphened and following.text.istitle() and following.end == items[last + 2].start:
            last += 3
        elif _name_like(following) and not (following.low in TITLES):
            last += 1
        elif following.low == "-" and glued and last + 2 < len(items) and items[last + 2].word:
            last += 2
        else:
            break
    return last


def _with_name(items: Sequence[Item], speaker: Speaker, register: Register) -> Speaker:
    """A post or body followed by its holder's name: "lawmaker Ok Min-su", "HUR spokesman Ivan Petrenko"."""
    if speaker.naming not in ("body", "post", "definite") or speaker.naming == "definite" and speaker.office is None:
        return speaker
    step = speaker.last + 1
    while step < len(items) and (items[step].low in TITLES or items[step].term("office") is not None):
        step += 1
    if step < len(items) and items[step].term("person") is not None:
        person = items[step].term("person")
        assert person is not None
        span = Span(speaker.span.start, items[step].end)
        return Speaker(
            speaker.source, "person", speaker.first, step, span, items[step].text, speaker.side, speaker.office, True
        )
    if step < len(items) and _name_like(items[step]):
        last = _name_end(items, step)
        name = span_text(items, step, last)
        register.learn(name, speaker.source)
        span = Span(speaker.span.start, items[last].end)
        return Speaker(speaker.source, "person", speaker.first, last, span, name, speaker.side, speaker.office, True)
    if step > speaker.last + 1:
        span = Span(speaker.span.start, items[step - 1].end)
        return Speaker(
            speaker.source, speaker.naming, speaker.first, step - 1, span, speaker.name, speaker.side, speaker.office, True
        )
    return speaker


def _with_appositions(items: Sequence[Item], found: list[Speaker], register: Register) -> tuple[Speaker, ...]:
    """"Ivan Petrenko, a spokesman for Ukraine's military intelligence," is one speaker; so is the reverse order."""
    kept: list[Speaker] = []
    described = 0
    for speaker in found:
        before = kept[-1] if kept else None
        if before is not None and before.naming == "body":
            described = max(described, _description_end(items, before.last + 1))
        if before is not None and _apposed(items, before, speaker):
            named, body = (before, speaker) if before.naming == "name" else (speaker, before)
            register.learn(named.name, body.source)
            span = Span(before.span.start, speaker.span.end)
            kept[-1] = Speaker(
                body.source, "person", before.first, speaker.last, span, named.name, body.side, body.office, True
            )
            continue
        if before is not None and (speaker.last < described or _same_body(items, before, speaker)):
            continue
        kept.append(speaker)
    return tuple(kept)


def _apposed(items: Sequence[Item], before: Speaker, speaker: Speaker) -> bool:
    kinds = {before.naming, speaker.naming}
    if "name" not in kinds or not kinds & {"body", "post"}:
        return False
    between = items[before.last + 1 : speaker.first]
    if not between or between[0].low != "," or len(between) > 9:
        return False
    return all(item.term("cue") is None and item.term("verb") is None for item in between) and not any(
        item.low in ("and", ";") for item in between
    )


def _same_body(items: Sequence[Item], before: Speaker, speaker: Speaker) -> bool:
    """"the Joint Chiefs of Staff (JCS)", "military intelligence, the GUR,": a second name of one body."""
    if before.source != speaker.source or before.source is None or "capital" in (before.naming, speaker.naming):
        return False
    between = [item.low for item in items[before.last + 1 : speaker.first]]
    return len(between) <= 5 and (not between or between[0] in ("(", ",") or between == ["or"])


def _description_end(items: Sequence[Item], step: int) -> int:
    """Where ", a Washington think tank," ends; 0 when a body is not described right behind its name."""
    if step + 1 >= len(items) or items[step].low != "," or items[step + 1].low not in ("a", "an", "the", "our", "its"):
        return 0
    for ahead in range(step + 2, min(len(items), step + 12)):
        if items[ahead].low == ",":
            return ahead
        if items[ahead].term("cue", "verb") is not None or items[ahead].amount is not None:
            return 0
    return 0


def span_text(items: Sequence[Item], first: int, last: int) -> str:
    """The printed text from one item to another, glued as printed."""
    words = [items[first].text]
    for index in range(first + 1, last + 1):
        gap = "" if items[index - 1].end == items[index].start else " "
        words.append(gap + items[index].text)
    return "".join(words)
