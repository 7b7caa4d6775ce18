"""Every sentence's voices resolved to sources and relays; who keeps the floor where a sentence names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.lexicon import Lexicon
from components.model import Attribution, AttributionForm, Span
from components.parsing.days import with_days
from components.parsing.floor import Floor
from components.parsing.hearing import Hearing
from components.parsing.items import Item, Passage, low
from components.parsing.labels import asks, labelled, tag
from components.parsing.saying import Saying
from components.parsing.sayings import sayings
from components.parsing.speaker import DEFINITE, Register, Speaker, relay_name
from components.parsing.speakers import speakers
from components.parsing.voice import NOBODY, Voice, Voices

UNNAMED = "officials"  # as in "citing a military source": one nobody has introduced, so not whoever has the floor
_DESCRIBES = frozenset(
    "'s the public state national broadcaster newspaper daily weekly agency news wire channel".split()
)
OPENED = 6  # items of what an outlet that opens a sentence is called: it reports on its own
OPENING = 8  # sentences in which a dateline stands


def voices(passages: Sequence[Passage], text: str, lexicon: Lexicon, issuer: str | None = None) -> tuple[Voices, ...]:
    """The voices of every sentence of an article, in order; ``issuer`` is the body whose own text it is."""
    register = Register(home=home(passages, lexicon))
    spoken: list[tuple[Voice, ...]] = []
    heard: list[tuple[Speaker, ...]] = []
    own = NOBODY if issuer is None else Attribution(source=issuer, form="document", rule="issuer's own text")
    hearing, host = Hearing(own, lexicon, _briefing(passages, lexicon)), None
    handed: dict[int, Attribution] = {}
    for passage in passages:
        who = speakers(passage.items, lexicon, register)
        heard.append(who)
        if passage.sentence.boilerplate:
            spoken.append(())
            continue
        found = sayings(passage.items, who, lexicon)
        if (end := tag(passage.items)) is not None and not passage.sentence.headline:
            asking = asks(passage.items)
            host = host or _host(heard, own)
            handed[len(heard) - 1] = NOBODY if asking else host
            hearing.hand_over(NOBODY if asking else host)
            found = (*(() if asking else labelled(passage.items[: end + 1], who, False)), *found)
        found = found or labelled(passage.items, who, passage.sentence.headline)
        resolved = []
        for saying in found:
            voice = _resolved(saying, passage.items, who, hearing, lexicon)
            if voice is not None:
                resolved.append(voice)
                hearing.hear(voice, passage.items)
        spoken.append(tuple(resolved))
        hearing.turn(passage.items, who, resolved)
    spoken = with_days(passages, spoken)
    carried = Floor(passages, spoken, text, own, handed).carried()
    return tuple(Voices(*row) for row in zip(spoken, carried, heard, strict=True))


def _briefing(passages: Sequence[Passage], lexicon: Lexicon) -> str | None:
    """The one body that a sentence about a briefing names: "after a closed-door briefing by the spy agency"."""
    for passage in passages:
        if any(item.low.startswith("brief") for item in passage.items):
            bodies = {term.id for item in passage.items if (term := item.term("source")) is not None}
            if len(bodies) == 1:
                return bodies.pop()
    return None


def _host(heard: Sequence[Sequence[Speaker]], own: Attribution) -> Attribution:
    """Whose people answer in a transcript: who issued it, else the first body named above the first tag."""
    for row in () if own.source is not None else heard[:-1]:
        for speaker in row:
            if speaker.naming in ("body", "post", "person") and speaker.source not in (None, "relay"):
                return Attribution(speaker.source, "indirect", "transcript", source_span=speaker.span)
    return own


def home(passages: Sequence[Passage], lexicon: Lexicon) -> str | None:
    """The side of the dateline's place: the first paragraph of the opening that begins with a place in capitals."""
    for passage in passages[:OPENING]:
        for item in passage.items[:2]:
            place = item.term("place")
            if place is not None and item.text.isupper() and not passage.sentence.headline:
                side = lexicon.places[place.id].side
                return side if side in lexicon.sides else None
    return None


def _resolved(
    saying: Saying,
    items: Sequence[Item],
    who: Sequence[Speaker],
    hearing: Hearing,
    lexicon: Lexicon,
) -> Voice | None:
    speaker, floor = saying.speaker, hearing.meant(saying)
    relays = tuple(name for through in saying.through if (name := relay_name(through)))
    cue = items[saying.cue].span
    form = _form(saying, items)
    source = speaker.source
    if source == "relay":
        relays = (*relays, relay_name(speaker))
        source = _briefer(saying, who, lexicon) or hearing.told(speaker)
    elif (
        source == "media"
        and speaker.naming == "outlet"
        and floor.source is not None
        and saying.does == "says"
        and not _opens(items, saying.start)
    ):
        relays = (*relays, speaker.name)
        source = floor.source
    elif (
        source is None
        and saying.does == "quotes"
        and speaker.office is not None
        and speaker.first > 0
        and items[speaker.first - 1].low in ("a", "an")
    ):
        source = UNNAMED
    elif source is None and (other := _of_the_floor(speaker, floor, lexicon)) is not None:
        source = other
    elif source is None and saying.does == "according_to" and speaker.naming == "name":
        return Voice(
            saying, replace(NOBODY, rule=saying.does, said=saying.said, flags=("speaker in no word file",)), False
        )
    elif source is None:
        if floor.source is None and speaker.naming == "pronoun" and speaker.person:
            return Voice(saying, replace(NOBODY, rule="he or she", said=saying.said), False)
        if floor.source is None:
            return None
        return Voice(saying, _again(saying, floor, cue, form, relays), False)
    if speaker.implied:
        source = _narrowed(source, floor.source, lexicon)
    named = Attribution(
        source=source,
        form=form,
        rule=saying.does,
        source_span=speaker.span,
        cue_span=cue,
        stance=saying.stance,
        relays=tuple(dict.fromkeys(relay for relay in relays if relay != source)),
        said=saying.said,
        flags=(
            *(("denied by another source",) if saying.denied else ()),
            *(("said by two sources",) if _beside_another(items, speaker) else ()),
        ),
    )
    return Voice(saying, named, True)


def _opens(items: Sequence[Item], start: int) -> bool:
    """As in "The Yonhap agency reported", "Japan's public broadcaster NHK reported"."""
    before = items[:start]
    called = (item.term("side", "adjective") is not None or item.low in _DESCRIBES for item in before[1:])
    return start <= 1 or (start <= OPENED and before[0].term("side", "adjective") is not None and all(called))


def _beside_another(items: Sequence[Item], speaker: Speaker) -> bool:
    """As in "Kyiv and the West estimate", "South Korean and Ukrainian intelligence": one of two who say it."""
    at = speaker.first - 2 if low(items, speaker.first - 1) == "the" else speaker.first - 1
    if at < 1 or low(items, at) != "and":
        return False
    return items[at - 1].term("side", "adjective", "metonym", "source", "office", "outlet") is not None


def _briefer(saying: Saying, who: Sequence[Speaker], lexicon: Lexicon) -> str | None:
    """As in "the lawmaker said after a briefing by the spy agency": the one body named beside who only passes on."""
    named = {
        speaker.source
        for speaker in who
        if speaker is not saying.speaker and speaker.naming in ("body", "post") and speaker.source in lexicon.sources
    }
    return named.pop() if len(named) == 1 else None


def _narrowed(source: str | None, floor: str | None, lexicon: Lexicon) -> str | None:
    """As in "The vice minister" right after a body of the same government spoke is of that body."""
    known, before = lexicon.sources.get(source or ""), lexicon.sources.get(floor or "")
    if known is None or before is None or known.family != before.family:
        return source
    return floor if source in lexicon.governments else source


def _of_the_floor(speaker: Speaker, floor: Attribution, lexicon: Lexicon) -> str | None:
    """As in "The special forces" after a word of Kyiv are Ukraine's; "the ministry" is whoever spoke last."""
    known = lexicon.sources.get(floor.source or "")
    if known is None or speaker.office is None or speaker.name in DEFINITE or not speaker.name:
        return None
    return lexicon.offices[speaker.office].of.get(known.side)


def _again(
    saying: Saying, floor: Attribution, cue: Span, form: AttributionForm, relays: tuple[str, ...]
) -> Attribution:
    """As in "He added", "the agency said": whoever has the floor speaks on."""
    keeps_relays = saying.speaker.person
    return replace(
        floor,
        form=form,
        rule="speaks on",
        cue_span=cue,
        stance=saying.stance,
        relays=tuple(dict.fromkeys((*(floor.relays if keeps_relays else ()), *relays))),
        said=saying.said or floor.said,
    )


def _form(saying: Saying, items: Sequence[Item]) -> AttributionForm:
    if saying.does == "according_to":
        return "according_to"
    if saying.does == "document":
        return "document"
    beside = {items[index].low for index in (saying.start - 1, saying.end + 1) if 0 <= index < len(items)}
    return "direct_quote" if '"' in beside else "indirect"
