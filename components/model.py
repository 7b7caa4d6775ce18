"""The nouns, frozen.

Spans are Python string indices into the article's stored text, end exclusive. Days are inclusive at both ends.
``None`` means "the text does not say", and only that.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Literal, TypeAlias

Bound: TypeAlias = Literal["exact", "approx", "at_least", "more_than", "nearly", "up_to", "range", "vague"]
Kind: TypeAlias = Literal["total", "additional", "planned", "subset", "rate", "capacity", "share"]
Modality: TypeAlias = Literal["asserted", "planned", "possible", "denied"]
Stance: TypeAlias = Literal["asserts", "assesses", "confirms", "acknowledges", "denies", "declines"]
AttributionForm: TypeAlias = Literal["direct_quote", "indirect", "according_to", "document", "carried_over", "none"]
Precision: TypeAlias = Literal["day", "days", "week", "month", "season", "quarter", "half", "year", "unknown"]
DateBasis: TypeAlias = Literal["stated", "relative", "inherited", "published"]
PublishedBasis: TypeAlias = Literal["metadata", "dateline", "text", "inferred", "analyst"]
LangBasis: TypeAlias = Literal["stated", "detected"]
LeftoverReason: TypeAlias = Literal[
    "other subject",
    "not a count of people or materiel",
    "no counted noun",
    "not about North Korea and Russia",
    "boilerplate",
    "speaker without a claim",
]

INCLUDES, BESIDES = "includes the addition", "besides the addition"
ANEW, GROWN = "counted anew", "grown"
"""Flags of a claim: how its figure stands to the one before it."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One news text as an outlet printed it; ``text`` is never changed.

    ``lang`` has two letters; where ``lang_basis`` is None, it is taken to be English. ``retrieved`` is when it
    was saved.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_basis: PublishedBasis | None = None
    lang: str = "en"
    boilerplate: tuple[Span, ...] = ()
    byline: str | None = None
    lang_basis: LangBasis | None = None
    retrieved: dt.datetime | None = None

    @property
    def digest(self) -> str:
        """Sha256 of the text, hexadecimal: the text's identity wherever it is stored."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the paragraph (line) it stands in; ``headline`` for titles and headings above the body."""

    span: Span
    paragraph: int
    headline: bool = False
    boilerplate: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed, with its bound words inside ``span`` and its bare numeral in ``numeral``.

    Exact and approximate numbers fill ``best``, lower bounds ``low``, upper bounds ``high``, ranges both ends.
    ``more`` marks an addition said inside the phrase ("another 500", "1,000 more").
    """

    span: Span
    numeral: Span
    low: float | None
    best: float | None
    high: float | None
    bound: Bound
    rule: str
    more: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression resolved to the earliest and latest day it allows.

    ``lead`` is the preposition that steers it ("as of", "since", "until", "by", "between", "before", "after", "").
    """

    span: Span
    first: dt.date
    last: dt.date
    precision: Precision
    basis: DateBasis
    lead: str
    rule: str


@dataclass(frozen=True, slots=True)
class Term:
    """A lexicon word found in the text: which table (``kind``), which entry (``id``)."""

    span: Span
    kind: str
    id: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, through whom, with which words. ``source`` is a lexicon id; ``None`` is the outlet's own voice."""

    source: str | None
    form: AttributionForm
    rule: str
    source_span: Span | None = None
    cue_span: Span | None = None
    stance: Stance = "asserts"
    confidence_span: Span | None = None
    relays: tuple[str, ...] = ()
    said: DateMention | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """The number of a claim, by measure. ``span`` is the printed phrase; ``low``, ``best``, ``high`` as in Amount."""

    measure: str
    kind: Kind
    low: float | None
    best: float | None
    high: float | None
    bound: Bound
    span: Span
    item: str | None = None
    unit: str | None = None
    subset_of: str | None = None
    alternative_group: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The days of the event, the day a figure holds for, and the day it was said."""

    first: dt.date | None = None
    last: dt.date | None = None
    precision: Precision = "unknown"
    basis: DateBasis | None = None
    text: str | None = None
    as_of: dt.date | None = None
    as_of_basis: DateBasis | None = None
    said_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says one source asserts: one row of the event table."""

    id: str
    article_id: str
    event_type: str
    modality: Modality
    actor: str | None
    recipient: str | None
    subject: str
    quantity: Quantity | None
    when: When
    place: str | None
    attribution: Attribution
    sentence: Span
    in_headline: bool
    restatement: bool
    rule: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """A number or speaker that was seen and that no claim used."""

    article_id: str
    span: Span
    reason: LeftoverReason
    detail: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article gave. ``mentions`` is every amount, date and term found, in text order."""

    article: Article
    published: dt.date | None
    published_basis: PublishedBasis | None
    claims: tuple[Claim, ...]
    leftovers: tuple[Leftover, ...]
    mentions: tuple[Amount | DateMention | Term, ...]
    lexicon_digest: str
