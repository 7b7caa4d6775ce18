"""Who keeps the floor where a sentence names nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from components.model import Attribution
from components.parsing.grammar import BE
from components.parsing.items import DASH, Item, Passage
from components.parsing.voice import NOBODY, Voice

LOOKAHEAD = 8  # sentences from an unattributed lede to the first one that names its source
ACROSS = "carried across paragraphs"
HEARSAY = frozenset({"reportedly", "allegedly"})
PICTURES = frozenset("image images imagery photo photos photograph photographs footage video videos clip".split())
SHOWING = frozenset("show shows showed showing indicate indicates indicated suggest suggests reveal reveals".split())
THOUGHT = frozenset("thought believed understood estimated assumed reported rumoured rumored".split())
CONTEXT = 9  # items in which a sentence says that it follows something
OPENING = 8  # items in which a sentence names what it shows
CARRY = 2  # paragraphs that a voice carries over without being named again


class Floor:
    """Gives every sentence the attribution that holds where it names nobody itself.

    ``handed`` tells at which sentences of a transcript somebody else begins to speak, and for whom.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        spoken: Sequence[tuple[Voice, ...]],
        text: str,
        own: Attribution,
        handed: Mapping[int, Attribution],
    ) -> None:
        self.passages, self.spoken, self.text, self.own = passages, spoken, text, own
        self.handed, self.only_title = handed, False
        self.transcript = min(handed, default=len(passages))
        self.paragraphs: dict[int, list[int]] = {}
        for index, passage in enumerate(passages):
            self.paragraphs.setdefault(passage.sentence.paragraph, []).append(index)
        self.voiced = {passage.sentence.paragraph for passage, row in zip(passages, spoken, strict=True) if row}
        self.next_spoken = self._next_spoken()

    def _next_spoken(self) -> list[int | None]:
        """For each sentence the next one of its paragraph in which somebody speaks."""
        following: list[int | None] = [None] * len(self.passages)
        for paragraph in self.paragraphs.values():
            ahead: int | None = None
            for index in reversed(paragraph):
                following[index] = ahead
                ahead = index if self.spoken[index] else ahead
        return following

    def carried(self) -> list[Attribution]:
        carried: list[Attribution] = []
        floor, age, paragraph = NOBODY, 0, -1
        quoting = background = False
        for index, passage in enumerate(self.passages):
            here = passage.sentence.paragraph
            if here != paragraph:
                age += not _listed(passage.items)
                paragraph, quoting, background = here, False, False
            opens = quoting
            background = not opens and not self.spoken[index] and (background or _puts_in_context(passage.items))
            if index in self.handed:
                floor, age = self.handed[index], 0
            quoting ^= passage.sentence.span.of(self.text).count('"') % 2 == 1
            holds = NOBODY if background else self._holder(index, floor, age, opens, quoting)
            carried.append(self.own if holds.source is None else _carried(holds, across=age > 0))
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
        if self.own.source is not None and (floor.source is None or self.only_title):
            return NOBODY
        hearsay = any(item.low in HEARSAY for item in passage.items) or _impersonal(passage.items)
        if not opens and (hearsay or _shown(passage.items)):
            return NOBODY
        if floor.source is None and index >= self.transcript:
            return NOBODY
        if floor.source is None or self.only_title:
            named = self._first_named(index)
            return floor if named.source is None else named
        if age == 0 or opens or self._spoken_on(index):
            return floor
        paragraph = self.paragraphs[passage.sentence.paragraph]
        alone = passage.sentence.paragraph not in self.voiced
        fresh = _tells_back(self.passages[paragraph[0]].items)
        return floor if alone and not fresh and age <= CARRY and self._short(passage.sentence.paragraph) else NOBODY

    def _closing(self, index: int) -> Attribution | None:
        """The speaker named where a quotation over several sentences ends."""
        following = self.next_spoken[index]
        return None if following is None else self.spoken[following][0].attribution

    def _first_named(self, index: int) -> Attribution:
        """A lede without a source takes the first one named right after it."""
        for other in range(index + 1, min(len(self.passages), index + 1 + LOOKAHEAD)):
            for voice in self.spoken[other]:
                if voice.named and voice.saying.does not in ("denies", "declines", "doubts"):
                    return voice.attribution
        return NOBODY

    def _spoken_on(self, index: int) -> bool:
        """Later in the paragraph "he said" or "the agency said" shows that the same voice goes on."""
        following = self.next_spoken[index]
        return following is not None and not self.spoken[following][0].named

    def _short(self, paragraph: int) -> bool:
        return len(self.paragraphs[paragraph]) <= 3


def _tells_back(items: Sequence[Item]) -> bool:
    """As in "In January, Ukraine captured", "Last month the two leaders met": a paragraph that opens with its own day
    tells the background, in the outlet's voice.
    """
    opening = [item for item in items[:3] if item.low not in ("in", "on", "the", ",")]
    return bool(opening) and opening[0].date is not None and opening[0].date.precision != "day"


def _puts_in_context(items: Sequence[Item]) -> bool:
    """As in "This follows the visit in June", "The talks came a day after": the outlet sets the news in its place."""
    for index, item in enumerate(items[1:CONTEXT], start=1):
        if item.low in ("follows", "followed"):
            from_it = index + 1 < len(items) and items[index + 1].low in ("from", "up", "suit")
            return not from_it and items[index - 1].low not in BE
        if item.low in ("comes", "came"):
            return any(
                after.low in ("after", "as", "amid", "before") or after.date for after in items[index + 1 : index + 5]
            )
    return False


def _impersonal(items: Sequence[Item]) -> bool:
    """As in "It is thought that": somebody thinks so, nobody says who."""
    opening = [item.low for item in items[:5]]
    return opening[:2] in (["it", "is"], ["it", "was"]) and not THOUGHT.isdisjoint(opening[2:4])


def _shown(items: Sequence[Item]) -> bool:
    """As in "Satellite images show", "A video posted online appears to show": pictures speak, and for nobody."""
    for index, item in enumerate(items[:OPENING]):
        if item.low in PICTURES:
            return any(after.low in SHOWING for after in items[index + 1 : index + 1 + OPENING])
    return False


def _listed(items: Sequence[Item]) -> bool:
    """A bullet belongs to the paragraph that opens its list."""
    return bool(items) and items[0].low in (DASH, "\u2022", "*", "\u25cf", "\u25aa", "\u00b7")


def _carried(floor: Attribution, across: bool) -> Attribution:
    if floor.source is None:
        return NOBODY
    rule = ACROSS if across else "carried over"
    return replace(floor, form="carried_over", rule=rule, cue_span=None, stance="asserts")
