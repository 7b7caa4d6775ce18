"""Every sentence's voices resolved to sources and relays; who keeps the floor where a sentence names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.lexicon import Lexicon
from components.model import Attribution, AttributionForm, DateMention, Span
from components.parsing.items import Item, Passage
from components.parsing.labels import labelled
from components.parsing.sayings import Saying, governing, sayings
from components.parsing.speakers import DEFINITE, Register, Speaker, speakers

NOBODY = Attribution(source=None, form="none", rule="nobody named")
LOOKAHEAD = 8  # sentences from an unattributed lede to the first one that names its source
OPENING = 8  # sentences in which a dateline stands
CARRY = 2  # paragraphs that a voice carries over without being named again


@dataclass(frozen=True, slots=True)
class Voice:
    """A saying with its attribution; ``named`` when the sentence itself names the source."""

    saying: Saying
    attribution: Attribution
    named: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of one sentence, and the attribution of what no voice in it covers."""

    spoken: tuple[Voice, ...]
    carried: Attribution
    speakers: tuple[Speaker, ...]

    def at(self, items: Sequence[Item], index: int) -> Attribution:
        """The attribution of the item at ``index``."""
        saying = governing(items, [voice.saying for voice in self.spoken], index)
        for voice in self.spoken:
            if voice.saying is saying:
                return voice.attribution
        return self.carried

    def speaking(self) -> frozenset[int]:
        """Indices of the items that name who speaks: bodies and posts always, capitals when they speak."""
        voiced = [voice.saying.speaker for voice in self.spoken]
        named = [speaker for speaker in self.speakers if speaker.naming in ("body", "post", "person")]
        return frozenset(index for one in (*voiced, *named) for index in range(one.first, one.last + 1))

    def said_at(self) -> frozenset[int]:
        """Indices of the dates that tell when something was said."""
        return frozenset(voice.saying.said_at for voice in self.spoken if voice.saying.said_at is not None)


def voices(
    passages: Sequence[Passage], text: str, lexicon: Lexicon, issuer: str | None = None
) -> tuple[Voices, ...]:
    """The voices of every sentence of an article, in order; ``issuer`` is the body whose own text it is."""
    register = Register(home=home(passages, lexicon))
    spoken: list[tuple[Voice, ...]] = []
    heard: list[tuple[Speaker, ...]] = []
    own = NOBODY if issuer is None else Attribution(source=issuer, form="document", rule="issuer's own text")
    floor = own
    for passage in passages:
        who = speakers(passage.items, lexicon, register)
        heard.append(who)
        if passage.sentence.boilerplate:
            spoken.append(())
            continue
        found = sayings(passage.items, who, lexicon)
        found = found or labelled(passage.items, who, passage.sentence.headline)
        resolved = []
        for saying in found:
            voice = _resolved(saying, passage.items, floor, lexicon)
            if voice is not None:
                resolved.append(voice)
                floor = voice.attribution if saying.does not in ("denies", "declines") else floor
        spoken.append(tuple(resolved))
    spoken = _with_days(spoken)
    carried = _Carrier(passages, spoken, text, own).carried()
    return tuple(Voices(*row) for row in zip(spoken, carried, heard, strict=True))


def home(passages: Sequence[Passage], lexicon: Lexicon) -> str | None:
    """The side of the dateline's place: the first paragraph of the opening that begins with a place in capitals."""
    for passage in passages[:OPENING]:
        for item in passage.items[:2]:
            place = item.term("place")
            if place is not None and item.text.isupper() and not passage.sentence.headline:
                side = lexicon.places[place.id].side
                return side if side in lexicon.sides else None
    return None


def _with_days(spoken: Sequence[tuple[Voice, ...]]) -> list[tuple[Voice, ...]]:
    """A source that gave its day once spoke on that day throughout, until it names another."""
    days: dict[str, DateMention] = {}
    for row in reversed(spoken):
        for voice in row:
            if voice.attribution.said is not None and voice.attribution.source is not None:
                days[voice.attribution.source] = voice.attribution.said
    dated = []
    for row in spoken:
        fresh = []
        for voice in row:
            told = voice.attribution
            if told.source is not None and told.said is not None:
                days[told.source] = told.said
            fresh.append(replace(voice, attribution=replace(told, said=days.get(told.source or ""))))
        dated.append(tuple(fresh))
    return dated


def _resolved(saying: Saying, items: Sequence[Item], floor: Attribution, lexicon: Lexicon) -> Voice | None:
    speaker = saying.speaker
    relays = tuple(name for through in saying.through if (name := relay_name(through, lexicon)))
    cue = items[saying.cue].span
    form = _form(saying, items)
    source = speaker.source
    if source == "relay":
        relays = (*relays, relay_name(speaker, lexicon))
        source = floor.source
    elif source == "media" and speaker.naming == "outlet" and floor.source is not None and saying.does == "says":
        relays = (*relays, speaker.name)
        source = floor.source
    elif source is None and (other := _of_the_floor(speaker, floor, lexicon)) is not None:
        source = other
    elif source is None:
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
        relays=tuple(dict.fromkeys(relays)),
        said=saying.said,
        flags=("denied by another source",) if saying.denied else (),
    )
    return Voice(saying, named, True)


def _narrowed(source: str | None, floor: str | None, lexicon: Lexicon) -> str | None:
    """"The vice minister" right after a body of the same government spoke is of that body."""
    known, before = lexicon.sources.get(source or ""), lexicon.sources.get(floor or "")
    if known is None or before is None or known.family != before.family:
        return source
    governments = {side.government for side in lexicon.sides.values()}
    return floor if source in governments else source


def _of_the_floor(speaker: Speaker, floor: Attribution, lexicon: Lexicon) -> str | None:
    """"The special forces" after a word of Kyiv are Ukraine's; "the ministry" is whoever spoke last."""
    known = lexicon.sources.get(floor.source or "")
    if known is None or speaker.office is None or speaker.name in DEFINITE or not speaker.name:
        return None
    return lexicon.offices[speaker.office].of.get(known.side)


def _again(saying: Saying, floor: Attribution, cue: Span, form: AttributionForm, relays: tuple[str, ...]) -> Attribution:
    """"He added", "the agency said": whoever has the floor speaks on."""
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


def relay_name(speaker: Speaker, lexicon: Lexicon) -> str:
    """How a relay is written in the table: an outlet's or source's id, or "lawmaker: Name"."""
    if speaker.naming == "outlet":
        return speaker.name
    if speaker.source == "relay":
        return f"lawmaker: {speaker.name}" if speaker.person and speaker.name else "lawmaker"
    return speaker.source or ""


def _form(saying: Saying, items: Sequence[Item]) -> AttributionForm:
    if saying.does == "according_to":
        return "according_to"
    if saying.does == "document":
        return "document"
    beside = {items[index].low for index in (saying.start - 1, saying.end + 1) if 0 <= index < len(items)}
    return "direct_quote" if '"' in beside else "indirect"


class _Carrier:
    """Gives every sentence the attribution that holds where it names nobody itself."""

    def __init__(
        self, passages: Sequence[Passage], spoken: Sequence[tuple[Voice, ...]], text: str, own: Attribution
    ) -> None:
        self.passages, self.spoken, self.text, self.own = passages, spoken, text, own
        self.only_title = False
        self.paragraphs: dict[int, list[int]] = {}
        for index, passage in enumerate(passages):
            self.paragraphs.setdefault(passage.sentence.paragraph, []).append(index)

    def carried(self) -> list[Attribution]:
        carried: list[Attribution] = []
        floor, age, paragraph = NOBODY, 0, -1
        quoting = False
        for index, passage in enumerate(self.passages):
            here = passage.sentence.paragraph
            if here != paragraph:
                age += not _listed(passage.items)
                paragraph, quoting = here, False
            opens = quoting
            quoting ^= passage.sentence.span.of(self.text).count('"') % 2 == 1
            holds = self._holder(index, floor, age, opens, quoting)
            carried.append(self.own if holds.source is None else _carried(holds))
            spoken = [voice for voice in self.spoken[index] if voice.saying.does not in ("denies", "declines")]
            if spoken:
                floor, age = spoken[-1].attribution, 0
                self.only_title = passage.sentence.headline
            elif holds.source is not None and floor.source is not None:
                floor = holds
        return carried

    def _holder(self, index: int, floor: Attribution, age: int, opens: bool, quoting: bool) -> Attribution:
        passage = self.passages[index]
        if passage.sentence.boilerplate:
            return NOBODY
        if quoting and not opens and (closing := self._closing(index)) is not None:
            return closing
        if self.own.source is not None and floor.source is None:
            return NOBODY
        if floor.source is None or self.only_title:
            named = self._first_named(index)
            return floor if named.source is None else named
        if age == 0 or opens or self._spoken_on(index):
            return floor
        alone = not any(self.spoken[other] for other in self.paragraphs[passage.sentence.paragraph])
        return floor if alone and age <= CARRY and self._short(passage.sentence.paragraph) else NOBODY

    def _closing(self, index: int) -> Attribution | None:
        """The speaker named where a quotation over several sentences ends."""
        for other in self.paragraphs[self.passages[index].sentence.paragraph]:
            if other > index and self.spoken[other]:
                return self.spoken[other][0].attribution
        return None

    def _first_named(self, index: int) -> Attribution:
        """A lede without a source takes the first one named right after it."""
        for other in range(index + 1, min(len(self.passages), index + 1 + LOOKAHEAD)):
            for voice in self.spoken[other]:
                if voice.named and voice.saying.does not in ("denies", "declines", "doubts"):
                    return voice.attribution
        return NOBODY

    def _spoken_on(self, index: int) -> bool:
        """Later in the paragraph "he said" or "the agency said" shows that the same voice goes on."""
        paragraph = self.paragraphs[self.passages[index].sentence.paragraph]
        later = [self.spoken[other][0] for other in paragraph if other > index and self.spoken[other]]
        return bool(later) and not later[0].named

    def _short(self, paragraph: int) -> bool:
        return len(self.paragraphs[paragraph]) <= 3


def _listed(items: Sequence[Item]) -> bool:
    """A bullet belongs to the paragraph that opens its list."""
    return bool(items) and items[0].low in ("-", "\u2022", "*", "\u25cf", "\u25aa", "\u00b7")


def _carried(floor: Attribution) -> Attribution:
    if floor.source is None:
        return NOBODY
    return replace(floor, form="carried_over", rule="carried over", cue_span=None, stance="asserts")

