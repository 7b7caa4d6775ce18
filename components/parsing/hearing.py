"""What a reader remembers of who spoke: who has the floor, who acted last, who was called what."""

from __future__ import annotations

from collections.abc import Sequence

from components.lexicon import Lexicon
from components.model import Attribution
from components.parsing.items import Item, within_quotes
from components.parsing.relaying import RELAYING
from components.parsing.saying import Saying
from components.parsing.speaker import DEFINITE, Speaker, relay_name
from components.parsing.speaking import held
from components.parsing.voice import Voice

BESIDE = 6  # items round a saying in which stands what its speaker or its paper is called


class Hearing:
    """``bodies`` is who spoke last of each side, ``briefed`` whom lawmakers passed on last and ``briefing`` whom a
    sentence of the article names as having briefed, ``called`` who was "the official" or "the document" last,
    ``refused`` who denied or declined in the sentence before and in this one.
    """

    def __init__(self, floor: Attribution, lexicon: Lexicon, briefing: str | None = None) -> None:
        self.floor, self.lexicon, self.briefing = floor, lexicon, briefing
        self.actor: Speaker | None = None
        self.briefed: str | None = None
        self.bodies: dict[str, str] = {}
        self.called: dict[str, Attribution] = {}
        self.refused: tuple[Attribution | None, Attribution | None] = (None, None)

    def hear(self, voice: Voice, items: Sequence[Item]) -> None:
        told, saying = voice.attribution, voice.saying
        known = self.lexicon.sources.get(told.source or "")
        if known is not None:
            self.bodies[known.side] = known.id
            if any(relay.startswith("lawmaker") for relay in told.relays):
                self.briefed = known.id
        if saying.does in ("denies", "declines"):
            self.refused = (self.refused[0], told)
            return
        self.floor = told
        if voice.named:
            for item in items[max(0, saying.start - BESIDE) : saying.end + 1 + BESIDE]:
                if (word := item.low.rpartition(" ")[2]) in DEFINITE:
                    self.called[word.removesuffix("s")] = told

    def hand_over(self, floor: Attribution) -> None:
        """Somebody else speaks in a transcript: nobody who spoke before is meant any more."""
        self.floor, self.actor = floor, None
        self.called.clear()

    def turn(self, items: Sequence[Item], who: Sequence[Speaker], spoke: Sequence[Voice]) -> None:
        """A sentence has ended: whoever acted in it is "he" in the next, and who told of another's saying goes on."""
        if spoke and (teller := self._teller(spoke[-1].saying)) is not None:
            self.floor = Attribution(source=teller.source, form="indirect", rule="speaks on", source_span=teller.span)
        self.actor = _actor(items, who) or (None if spoke else self.actor)
        self.refused = (self.refused[1], None)

    def _teller(self, saying: Saying) -> Speaker | None:
        """As in "The NIS noted that Russia had announced": the body that told what another side said."""
        inner = self.lexicon.sources.get(saying.speaker.source or "")
        if not saying.through or inner is None:
            return None
        outer = saying.through[-1]
        if outer.naming not in ("body", "post", "capital"):
            return None
        known = self.lexicon.sources.get(outer.source or "")
        return None if known is None or known.id in RELAYING or not known.side or known.side == inner.side else outer

    def meant(self, saying: Saying) -> Attribution:
        """Who speaks as "he", "the official", "the document"; else whoever has the floor."""
        speaker = saying.speaker
        if speaker.naming == "definite":
            return self.called.get(speaker.name.removesuffix("s"), self.floor)
        if self.refused[0] is not None and speaker.naming == "pronoun" and not speaker.person:
            return self.refused[0]  # "The ministry denied it. It said ..."
        if self.actor is None or speaker.naming != "pronoun" or not speaker.person:
            return self.floor
        relay = relay_name(self.actor) if self.actor.source == "relay" else None
        if self.floor.source == self.actor.source or relay in self.floor.relays:
            return self.floor
        source, relays = (self.actor.source, ()) if relay is None else (self.told(self.actor), (relay,))
        return Attribution(source=source, form="indirect", rule="he or she", source_span=self.actor.span, relays=relays)

    def told(self, speaker: Speaker) -> str | None:
        """Whom a lawmaker passes on: the body that briefed, the body of that side that spoke last, its government."""
        known = self.lexicon.sources.get(self.briefed or "")
        if known is not None and speaker.side in (None, known.side):
            return known.id
        if (body := self.bodies.get(speaker.side or "")) is not None:
            return body
        ahead = self.lexicon.sources.get(self.briefing or "")
        if ahead is not None and ahead.side == speaker.side:
            return ahead.id
        floor = self.lexicon.sources.get(self.floor.source or "")
        side = self.lexicon.sides.get(speaker.side or "")
        if side is None or (floor is not None and floor.side == side.id):
            return self.floor.source
        return side.government or self.floor.source


def _actor(items: Sequence[Item], who: Sequence[Speaker]) -> Speaker | None:
    """The person who opens a sentence, and so is "he" in the next: "On Friday the envoy came. He said ..."."""
    for speaker in who:
        alone = not within_quotes(items, speaker.first) and not held(items, speaker)
        if speaker.person and speaker.source is not None and alone:
            return speaker
        if speaker.naming != "capital":
            break
    return None
