"""Marked sentences: the words that must be found stand between tags, and come back as spans of the plain text.

`<s>` source or speaker, `<q>` number with its bound words, `<n>` counted noun, `<e>` event verb, `<c>` cue,
`<t>` date expression. Tags may nest: "<q>300 <n>guns</n></q>". A claim is told in the words of the cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from components.model import Amount, Claim, DateMention, Span, Term

NUMBERS = ("low", "best", "high")
_TAG = re.compile(r"<(/?)([sqnect])>")
_TERMS = {
    "s": frozenset({"source", "office", "person", "outlet", "side", "metonym"}),
    "n": frozenset({"noun"}),
    "e": frozenset({"verb"}),
    "c": frozenset({"cue"}),
}


@dataclass(frozen=True)
class Marked:
    """A text without its tags, and what each tag held: (tag, span) in order of their beginnings."""

    text: str
    marks: tuple[tuple[str, Span], ...]

    def named(self) -> list[str]:
        """The marks as an analyst would write them.

        >>> marked("<s>Kyiv</s> counted <q>about 300</q>").named()
        ['<s>Kyiv</s>', '<q>about 300</q>']
        """
        return [f"<{tag}>{span.of(self.text)}</{tag}>" for tag, span in self.marks]


def marked(printed: str) -> Marked:
    """Take the tags off.

    >>> marked("<q>Two <n>guns</n></q> came").marks
    (('q', Span(start=0, end=8)), ('n', Span(start=4, end=8)))
    >>> marked("<q>Two</n> guns")
    Traceback (most recent call last):
    ValueError: </n> closes no <n> in '<q>Two</n> guns'
    """
    text, open_tags, marks, reached = "", [], [], 0
    for tag in _TAG.finditer(printed):
        text += printed[reached : tag.start()]
        reached = tag.end()
        closes, name = tag.groups()
        if not closes:
            open_tags.append((name, len(text)))
        elif open_tags and open_tags[-1][0] == name:
            marks.append((name, Span(open_tags.pop()[1], len(text))))
        else:
            raise ValueError(f"</{name}> closes no <{name}> in {printed!r}")
    if open_tags:
        raise ValueError(f"<{open_tags[-1][0]}> is left open in {printed!r}")
    return Marked(text + printed[reached:], tuple(sorted(marks, key=lambda mark: mark[1])))


def found(sentence: Marked, mentions: Iterable[Amount | DateMention | Term]) -> Marked:
    """The same sentence with only the marks that a mention of that sort stands exactly behind."""
    seen = {(tag, mention.span) for mention in mentions for tag in _tags(mention)}
    return Marked(sentence.text, tuple(mark for mark in sentence.marks if mark in seen))


def _tags(mention: Amount | DateMention | Term) -> Iterable[str]:
    if isinstance(mention, Amount):
        return ("q",)
    if isinstance(mention, DateMention):
        return ("t",)
    return (tag for tag, kinds in _TERMS.items() if mention.kind in kinds)


def told(claim: Claim, text: str) -> dict[str, Any]:
    """A claim in the words of the cases; what it does not say is left out."""
    when, quantity = claim.when, claim.quantity
    said: dict[str, Any] = {"sentence": claim.sentence.of(text)}
    if quantity:
        said["quantity"] = quantity.span.of(text)
        said |= {name: getattr(quantity, name) for name in ("measure", "kind", "bound", *NUMBERS, "item")}
    said |= {
        "event": claim.event_type,
        "modality": claim.modality,
        "subject": claim.subject,
        "actor": claim.actor,
        "recipient": claim.recipient,
        "source": claim.attribution.source or "unattributed",
        "relays": list(claim.attribution.relays),
        "form": claim.attribution.form,
        "stance": claim.attribution.stance,
        "confidence": span.of(text) if (span := claim.attribution.confidence_span) else None,
        "first": when.first,
        "last": when.last,
        "basis": when.basis,
        "as_of": when.as_of,
        "said_on": when.said_on,
        "headline": claim.in_headline,
        "restatement": claim.restatement,
        "flags": [*claim.flags, *claim.attribution.flags],
    }
    return {key: value for key, value in said.items() if value is not None}
