"""Why an article was read as it was, in plain text: its mentions, its claims with their rules, its leftovers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from components.lexicon import Lexicon
from components.model import Amount, Claim, DateMention, Quantity, Reading, Span, Term


def lines(reading: Reading, lexicon: Lexicon) -> Iterator[str]:
    """The explanation of one reading, line by line."""
    article = reading.article
    printed = f"{_day(reading.published)} ({reading.published_basis})" if reading.published else "day not stated"
    yield f"{article.title or article.id} | {article.outlet or 'outlet not stated'} | {printed}"
    yield ""
    yield from _text(reading)
    yield ""
    yield f"Claims: {len(reading.claims)}"
    for claim in reading.claims:
        yield from _claim(claim, article.text, lexicon)
    yield ""
    yield f"Leftovers: {len(reading.leftovers)}"
    for leftover in reading.leftovers:
        detail = f": {leftover.detail}" if leftover.detail else ""
        yield f"  {_words(leftover.span, article.text)} ({leftover.reason}{detail})"


def _text(reading: Reading) -> Iterator[str]:
    """Each line of the article, and under it the mentions that begin in it."""
    start, mentions = 0, sorted(reading.mentions, key=lambda mention: mention.span)
    at = 0
    for line in reading.article.text.split("\n"):
        span = Span(start, start + len(line))
        furniture = any(span.meets(part) for part in reading.article.boilerplate)
        yield f"[page furniture] {line}" if furniture else line
        while at < len(mentions) and mentions[at].span.start <= span.end:
            yield f"    {_mention(mentions[at], reading.article.text)}"
            at += 1
        start = span.end + 1


def _mention(mention: Amount | DateMention | Term, text: str) -> str:
    words = _words(mention.span, text)
    match mention:
        case Amount():
            return (
                f"amount  {words}: {mention.bound} {_range(mention.low, mention.best, mention.high)} [{mention.rule}]"
            )
        case DateMention():
            return f"date  {words}: {_days(mention.first, mention.last)}, {mention.precision} [{mention.rule}]"
        case Term():
            return f"{mention.kind}  {words}: {mention.id}"


def _claim(claim: Claim, text: str, lexicon: Lexicon) -> Iterator[str]:
    source = lexicon.sources.get(claim.attribution.source or "")
    who = source.name if source else claim.attribution.source or "the outlet itself"
    through = f" through {', '.join(claim.attribution.relays)}" if claim.attribution.relays else ""
    number = f", {_quantity(claim.quantity, text)}" if claim.quantity else ""
    yield f"  {claim.event_type}, {claim.modality}{number}"
    yield f"      subject {claim.subject}; {who}{through} [{claim.attribution.rule}]"
    when = claim.when
    happened = f"{_days(when.first, when.last)} ({when.basis})" if when.first or when.last else "day not stated"
    held = f"; holds for {_day(when.as_of)}" if when.as_of else ""
    said = f"; said on {_day(when.said_on)}" if when.said_on else ""
    yield f"      {happened}{held}{said}"
    marks = [
        *(["headline"] if claim.in_headline else []),
        *(["restatement"] if claim.restatement else []),
        *claim.flags,
    ]
    yield f"      rule {claim.rule}{'; ' + ', '.join(marks) if marks else ''}"
    yield f"      {_words(claim.sentence, text)}"


def _quantity(quantity: Quantity, text: str) -> str:
    numbers = _range(quantity.low, quantity.best, quantity.high)
    return f"{quantity.measure} {quantity.kind} {quantity.bound} {numbers} ({_words(quantity.span, text)})"


def _range(low: float | None, best: float | None, high: float | None) -> str:
    """The ends that are printed.

    >>> _range(3000, None, None), _range(10, None, 12), _range(None, None, None)
    ('low 3,000', 'low 10 high 12', 'no number')
    """
    ends = {"low": low, "best": best, "high": high}
    return " ".join(f"{name} {value:,.10g}" for name, value in ends.items() if value is not None) or "no number"


def _days(first: dt.date | None, last: dt.date | None) -> str:
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else "open"


def _words(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())
