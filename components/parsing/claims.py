"""Counts and happenings become claims; what was seen and not used becomes a leftover with its reason."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import replace

from components.lexicon import Lexicon
from components.model import Article, Attribution, Claim, DateMention, Leftover, Quantity, Span, When
from components.parsing.changes import changes
from components.parsing.completion import completed
from components.parsing.confidence import confidence
from components.parsing.counts import Count, Refusal, counts
from components.parsing.days import issued
from components.parsing.event_types import event_type, is_news, tells_the_same
from components.parsing.floor import ACROSS
from components.parsing.happenings import Happening, happenings
from components.parsing.items import Passage
from components.parsing.kinds import modality
from components.parsing.memory import Memory
from components.parsing.subjects import subject_name
from components.parsing.times import inherited, the_same_time, when
from components.parsing.voice import NOBODY, Voices
from components.parsing.where import counted_place, happening_place

UNDATED = 2  # happenings without a day that one sentence may give
PARTIES = frozenset({"prk", "rus"})
_NEWS = frozenset({"denies", "confirms", "acknowledges"})


class Builder:
    """Walks the sentences of one article in order and remembers what was counted last."""

    def __init__(self, article: Article, lexicon: Lexicon, published: dt.date | None, about: frozenset[str]) -> None:
        self.article, self.lexicon, self.published, self.about = article, lexicon, published, about
        self.digest = article.digest
        self.memory = Memory()
        self.claims: list[Claim] = []
        self.leftovers: list[Leftover] = []
        self.printed: set[str] = set()
        self.stated: set[tuple[str | None, dt.date]] = set()

    def add(self, passage: Passage, voices: Voices) -> None:
        """Read one sentence: first its numbers, then what happens in it without a number."""
        text = " ".join(passage.sentence.span.of(self.article.text).split())
        restated = text in self.printed and len(text) > 40
        self.printed.add(text)
        if passage.sentence.boilerplate:
            self._leave_boilerplate(passage)
            return
        speaking = voices.speaking()
        found = counts(passage.items, self.lexicon, speaking, self.memory, self.about)
        told: list[Claim] = []
        for one in found:
            if isinstance(one, Refusal):
                self._leave(passage, one)
                continue
            attribution = voices.at(passage.items, one.at)
            claim = self._figure(passage, one, attribution, voices, restated)
            claim = replace(claim, flags=(*claim.flags, *changes(passage.items, one, found, self.lexicon)))
            told.append(claim)
        told += self._events(passage, voices, restated, told)
        if not any(claim.event_type == "statement" for claim in told):
            told += self._statement(passage, voices, restated, told)
        self.claims += told
        if not told:
            self._leave_speakers(passage, voices)

    def _events(self, passage: Passage, voices: Voices, restated: bool, figures: list[Claim]) -> list[Claim]:
        """Happenings with days of their own, and Russia's or North Korea's before them where no figure is told."""
        claims = [
            self._event(passage, one, _by_name(voices.at(passage.items, one.at)), voices, restated)
            for one in happenings(passage.items, self.lexicon, voices, self.about)
            if not (one.verb.event == "visit" and _arrive(figures, passage.items[one.at].start))
        ]
        fresh = [claim for claim in claims if not any(tells_the_same(figure, claim) for figure in figures)]
        dated = [claim for claim in fresh if claim.when.text is not None]
        if figures:
            return [claim for claim in dated if claim.event_type != "statement"]
        before = fresh[: fresh.index(dated[0])] if dated else fresh
        ours = [claim for claim in before if {claim.actor, claim.recipient} & PARTIES and is_news(claim)]
        return ours[: 1 if dated else UNDATED] + dated

    def _figure(
        self, passage: Passage, count: Count, attribution: Attribution, voices: Voices, restated: bool
    ) -> Claim:
        items = passage.items
        end = max(count.at + 1, count.phrase.end)
        amount = count.amount
        quantity = Quantity(
            count.measure,
            count.kind,
            amount.low,
            amount.best,
            amount.high,
            amount.bound,
            count.span,
            count.item,
            count.unit,
        )
        verb = count.predicate
        told = when(items, count.at, end, verb.at if verb else None, voices.said_at(), attribution, self.article.text)
        if told.first is None and the_same_time(items):
            told = self._days_before(told)
        return Claim(
            id=self._id(count.span, count.measure),
            article_id=self.article.id,
            event_type=event_type(count),
            modality=modality(items, count.at, count.kind, count.phrase, verb, attribution.stance == "denies"),
            actor=count.subject,
            recipient=None,
            subject=subject_name(count.subject or "other"),
            quantity=quantity,
            when=told,
            place=counted_place(items, count.at),
            attribution=replace(attribution, confidence_span=confidence(items, count.at, self.lexicon)),
            sentence=passage.sentence.span,
            in_headline=passage.sentence.headline,
            restatement=restated,
            rule=count.rule,
            flags=("joint figure",) if count.phrase.joint else (),
        )

    def _days_before(self, told: When) -> When:
        """The days of the last claim that has some, said on the day of this one."""
        for claim in reversed(self.claims):
            if claim.when.first is not None and claim.when.basis in ("stated", "relative"):
                return replace(claim.when, basis="inherited", said_on=told.said_on)
        return told

    def _event(
        self, passage: Passage, happening: Happening, attribution: Attribution, voices: Voices, restated: bool
    ) -> Claim:
        items = passage.items
        at = happening.at
        told = when(items, at, at + 1, at, voices.said_at(), attribution, self.article.text)
        return Claim(
            id=self._id(items[happening.at].span, happening.verb.event),
            article_id=self.article.id,
            event_type=happening.verb.event,
            modality="denied" if attribution.stance == "denies" else happening.modality,
            actor=happening.actor,
            recipient=happening.recipient,
            subject=subject_name(happening.actor or "other"),
            quantity=None,
            when=inherited(told, self.published),
            place=happening_place(items, happening.at, attribution.source_span),
            attribution=attribution,
            sentence=passage.sentence.span,
            in_headline=passage.sentence.headline,
            restatement=restated,
            rule="event verb",
        )

    def _statement(self, passage: Passage, voices: Voices, restated: bool, others: list[Claim]) -> list[Claim]:
        """What a named source says without a figure; beside other claims only with a stance or a day of its own.

        Beside a figure the day alone counts, once a source and day: the figure tells the rest.
        """
        figures = any(claim.quantity for claim in others)
        for voice in voices.spoken:
            told, said = voice.attribution, voice.saying
            news = said.said is not None or (told.stance in _NEWS and not figures)
            known = voice.named or (said.said is not None and told.source is not None)
            if not known or said.does == "subject" or (others and not news):
                continue
            day = said.said or told.said
            if figures and day is not None:
                if (told.source, day.first) in self.stated:
                    continue
                self.stated.add((told.source, day.first))
            return [self._stated(passage, passage.items[said.cue].span, told, day, restated)]
        if (day := issued(passage.items)) is not None and not others:
            told = _by_name(voices.carried)
            return [self._stated(passage, day.span, told, day, restated)]
        return []

    def _stated(
        self, passage: Passage, span: Span, told: Attribution, day: DateMention | None, restated: bool
    ) -> Claim:
        when_said = When(day.first, day.last, day.precision, day.basis) if day is not None else When()
        return Claim(
            id=self._id(span, "statement"),
            article_id=self.article.id,
            event_type="statement",
            modality="denied" if told.stance == "denies" else "asserted",
            actor=None,
            recipient=None,
            subject="other",
            quantity=None,
            when=inherited(when_said, self.published),
            place=None,
            attribution=told,
            sentence=passage.sentence.span,
            in_headline=passage.sentence.headline,
            restatement=restated,
            rule="saying with its day or stance",
        )

    def _id(self, span: Span, what: str) -> str:
        """Stable while text and span stay: the article's digest, the span and the measure or event."""
        seed = f"{self.digest}:{span.start}:{span.end}:{what}"
        return hashlib.sha256(seed.encode()).hexdigest()[:16]

    def _leave(self, passage: Passage, refusal: Refusal) -> None:
        span = passage.sentence.span
        self.leftovers.append(Leftover(self.article.id, refusal.amount.span, refusal.reason, refusal.detail, span))

    def _leave_boilerplate(self, passage: Passage) -> None:
        span = passage.sentence.span
        for item in passage.items:
            if item.amount is not None:
                self.leftovers.append(
                    Leftover(self.article.id, item.span, "boilerplate", "stands in page furniture", span)
                )

    def _leave_speakers(self, passage: Passage, voices: Voices) -> None:
        for voice in voices.spoken:
            if voice.named:
                self.leftovers.append(
                    Leftover(
                        self.article.id,
                        voice.saying.speaker.span,
                        "speaker without a claim",
                        "said something that holds no figure or happening of this topic",
                        passage.sentence.span,
                    )
                )

    def finished(self) -> tuple[Claim, ...]:
        """The claims in order, headlines and ledes completed by what the body says of the same thing."""
        return completed(self.claims, self.lexicon)


def _arrive(figures: Sequence[Claim], verb: int) -> bool:
    """As in "250 North Korean engineers arrived in Vladivostok": whoever was sent is no visitor."""
    return any(one.quantity and one.subject == "prk" and one.quantity.span.end + 1 == verb for one in figures)


def _by_name(attribution: Attribution) -> Attribution:
    """A happening without a number needs its source in its own paragraph: across them speaks the outlet."""
    return NOBODY if attribution.rule == ACROSS else attribution
