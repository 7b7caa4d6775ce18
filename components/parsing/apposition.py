"""Speakers made whole: a post with its holder's name, a body with its description, one body under two names."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.model import Span
from components.parsing.grammar import CLOSED, OPENERS
from components.parsing.items import Item, low
from components.parsing.speaker import TITLES, Register, Speaker

_INSTITUTES = frozenset("institute centre center watch foundation observatory initiative consultancy".split())
SHORT = 4  # letters of "ID", "TV", "UAV"
NO_NAMES = CLOSED | OPENERS


def name_like(item: Item) -> bool:
    plain = not item.terms and item.amount is None and item.date is None
    return plain and item.word and item.text[0].isupper() and len(item.text) > 1 and item.low not in NO_NAMES


def name_end(items: Sequence[Item], step: int) -> int:
    last = step
    while last + 1 < len(items):
        following = items[last + 1]
        glued = items[last].end == following.start
        hyphened = last + 3 < len(items) and items[last + 2].low == "-" and items[last + 3].text.islower()
        if hyphened and following.text.istitle() and following.end == items[last + 2].start:
            last += 3
        elif name_like(following) and following.low not in TITLES:
            last += 1
        elif _initial(items, last + 1):
            last += 3  # "Patrick S. Ryder"
        elif following.low == "-" and glued and last + 2 < len(items) and items[last + 2].word:
            last += 2
        else:
            break
    return last


def _initial(items: Sequence[Item], step: int) -> bool:
    """Whether a letter with a full stop stands there before another name."""
    if step + 2 >= len(items) or items[step + 1].low != ".":
        return False
    return len(items[step].text) == 1 and items[step].text.isupper() and name_like(items[step + 2])


def with_name(items: Sequence[Item], speaker: Speaker, register: Register, lexicon: Lexicon) -> Speaker:
    """A post or body followed by its holder's name: "lawmaker Ok Min-su", "HUR spokesman Ivan Petrenko"."""
    if speaker.naming not in ("body", "post", "definite") or (speaker.naming == "definite" and speaker.office is None):
        return speaker
    step = speaker.last + 1
    while step < len(items) and (items[step].low in TITLES or items[step].term("office") is not None):
        step += 1
    if step < len(items) and items[step].term("person") is not None:
        person = items[step].term("person")
        assert person is not None
        span = Span(speaker.span.start, items[step].end)
        unsure = speaker.implied or speaker.source is None
        his = lexicon.persons[person.id].source if unsure else speaker.source
        return Speaker(his, "person", speaker.first, step, span, items[step].text, speaker.side, speaker.office, True)
    if step < len(items) and _begins_a_name(items, step) and not _short_for_a_thing(items[step]):
        last = name_end(items, step)
        name = span_text(items, step, last)
        register.learn(name, speaker.source)
        span = Span(speaker.span.start, items[last].end)
        return Speaker(speaker.source, "person", speaker.first, last, span, name, speaker.side, speaker.office, True)
    if step > speaker.last + 1:
        span = Span(speaker.span.start, items[step - 1].end)
        return Speaker(
            speaker.source,
            speaker.naming,
            speaker.first,
            step - 1,
            span,
            speaker.name,
            speaker.side,
            speaker.office,
            True,
        )
    return speaker


def _begins_a_name(items: Sequence[Item], step: int) -> bool:
    """A name, or a first name that is a place too: "spokesperson Artem Lysenko"."""
    place = items[step].term("place") is not None and step + 1 < len(items) and name_like(items[step + 1])
    return name_like(items[step]) or place


def _short_for_a_thing(item: Item) -> bool:
    """As in "a Russian military ID", "state TV"."""
    return item.text.isupper() and len(item.text) < SHORT


def with_appositions(items: Sequence[Item], found: list[Speaker], register: Register) -> tuple[Speaker, ...]:
    """As in "Ivan Petrenko, a spokesman for the agency,": one speaker, in either order."""
    kept: list[Speaker] = []
    described = 0
    for speaker in found:
        where = len(kept) > 1 and kept[-1].last + 1 == speaker.first
        if where and (kept[-1].naming == "capital" or _seat(items, kept[-1])):
            kept.pop()  # "an Oslo consultancy": where it sits
        before = kept[-1] if kept else None
        if before is not None and (
            before.naming == "body" or (before.naming == "person" and before.source is not None)
        ):
            described = max(described, _description_end(items, before.last + 1))
        if before is not None and _apposed(items, before, speaker):
            named, body = (before, speaker) if before.naming == "name" else (speaker, before)
            register.learn(named.name, body.source)
            span = Span(before.span.start, speaker.span.end)
            kept[-1] = Speaker(
                body.source, "person", before.first, speaker.last, span, named.name, body.side, body.office, True
            )
            continue
        if before is not None and _of_body(items, before, speaker):
            register.learn(before.name, speaker.source)
            span = Span(before.span.start, speaker.span.end)
            kept[-1] = Speaker(
                speaker.source, "person", before.first, speaker.last, span, before.name, speaker.side, None, True
            )
            continue
        if before is not None and (speaker.last < described or _same_body(items, before, speaker)):
            continue
        kept.append(speaker)
    return tuple(kept)


def _seat(items: Sequence[Item], speaker: Speaker) -> bool:
    return speaker.naming == "name" and speaker.first > 0 and items[speaker.first - 1].low in ("a", "an")


def _apposed(items: Sequence[Item], before: Speaker, speaker: Speaker) -> bool:
    kinds = {before.naming, speaker.naming}
    if "name" not in kinds or not kinds & {"body", "post"}:
        return False
    between = items[before.last + 1 : speaker.first]
    if not between or between[0].low != "," or len(between) > 9:
        return False
    plain = [item for item in between if item.low != "another"]  # "Ok Min-su, another member of the committee"
    return all(item.term("cue", "verb") is None and item.low not in ("and", ";") for item in plain)


def _of_body(items: Sequence[Item], before: Speaker, speaker: Speaker) -> bool:
    """As in "spokesman Ivan Petrenko of Ukraine's military intelligence": the body behind a name is his."""
    if before.naming not in ("name", "person") or speaker.naming not in ("body", "post") or speaker.source is None:
        return False
    between = [item.low for item in items[before.last + 1 : speaker.first]]
    return between in (["of"], ["of", "the"], ["from"], ["from", "the"]) and before.source != "relay"


def _same_body(items: Sequence[Item], before: Speaker, speaker: Speaker) -> bool:
    """As in "the Joint Chiefs of Staff (JCS)", "military intelligence, the GUR,": a second name of one body."""
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
            titled = any(item.term("office") is not None for item in items[step + 2 : ahead])
            return ahead if titled and items[ahead].term("cue") is not None else 0
    return 0


def span_text(items: Sequence[Item], first: int, last: int) -> str:
    """The printed text from one item to another, glued as printed."""
    words = [items[first].text]
    for index in range(first + 1, last + 1):
        gap = "" if items[index - 1].end == items[index].start else " "
        words.append(gap + items[index].text)
    return "".join(words)


def new_name(items: Sequence[Item], step: int, register: Register) -> Speaker | None:
    """A capitalised name that no word file has: known to the register, or new."""
    item = items[step]
    if not name_like(item) or (item.low in TITLES and low(items, step + 1) == "."):  # "Gen. Doyle"
        return None
    last = name_end(items, step)
    words = [items[index].low for index in range(step, last + 1) if name_like(items[index])]
    for word in reversed(words):
        if word in register.names:
            source, name = register.names[word]
            return Speaker(source, "person", step, last, Span(item.start, items[last].end), name, person=True)
    span = Span(item.start, items[last].end)
    if last + 1 < len(items) and items[last + 1].text in ("University", "College"):
        whole = Span(item.start, items[last + 1].end)
        return Speaker("experts", "body", step, last + 1, whole, span_text(items, step, last + 1))
    if words[-1] in _INSTITUTES:
        return Speaker("think-tank", "body", step, last, span, span_text(items, step, last))
    return Speaker(None, "name", step, last, span, span_text(items, step, last), person=True)
