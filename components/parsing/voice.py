"""A saying with its attribution, and all the voices of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.model import Attribution
from components.parsing.governing import governing
from components.parsing.items import Item
from components.parsing.saying import Saying
from components.parsing.speaker import Speaker

NOBODY = Attribution(source=None, form="none", rule="nobody named")


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
        named = [speaker for speaker in self.speakers if speaker.naming in ("body", "post", "person")]
        return self.voiced() | frozenset(index for one in named for index in range(one.first, one.last + 1))

    def voiced(self) -> frozenset[int]:
        """Indices of the items that name who speaks in this sentence."""
        voiced = [voice.saying.speaker for voice in self.spoken]
        return frozenset(index for one in voiced for index in range(one.first, one.last + 1))

    def said_at(self) -> frozenset[int]:
        """Indices of the dates that tell when something was said."""
        return frozenset(voice.saying.said_at for voice in self.spoken if voice.saying.said_at is not None)
