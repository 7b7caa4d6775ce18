"""An article as a row of items (date, amount, lexicon word or plain token), in text order, never overlapping."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from components.model import Amount, DateMention, Sentence, Span, Term
from components.parsing.terms import Token


@dataclass(frozen=True, slots=True)
class Item:
    """One step of a sentence. ``low`` is its case-folded text; at most one of ``amount`` and ``date`` is set."""

    start: int
    end: int
    low: str
    text: str
    amount: Amount | None = None
    date: DateMention | None = None
    terms: tuple[Term, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def term(self, *kinds: str) -> Term | None:
        """The first lexicon word of one of the kinds that stands here."""
        for term in self.terms:
            if term.kind in kinds:
                return term
        return None

    @property
    def word(self) -> bool:
        return self.amount is None and self.date is None and self.low[:1].isalpha()


def items(
    text: str,
    tokens: Sequence[Token],
    terms: Sequence[Term],
    amounts: Sequence[Amount],
    dates: Sequence[DateMention],
) -> tuple[Item, ...]:
    """The row of items of a folded text. Dates win over amounts, amounts over words that begin inside them."""
    at_terms: dict[int, list[Term]] = {}
    for term in terms:
        at_terms.setdefault(term.span.start, []).append(term)
    at_dates = {date.span.start: date for date in dates}
    at_amounts = {amount.span.start: amount for amount in amounts}
    heads = sorted({*at_dates, *at_amounts})
    row: list[Item] = []
    reached = 0
    for token in tokens:
        if token.start < reached:
            continue
        item = _item(text, token, at_terms, at_dates, at_amounts)
        ahead = bisect_left(heads, token.start + 1)
        if item.amount is None and item.date is None and ahead < len(heads) and heads[ahead] < item.end:
            item = Item(token.start, token.end, token.low, token.text)
        row.append(item)
        reached = item.end
    return tuple(row)


def _item(
    text: str,
    token: Token,
    terms: dict[int, list[Term]],
    dates: dict[int, DateMention],
    amounts: dict[int, Amount],
) -> Item:
    if (date := dates.get(token.start)) is not None:
        piece = date.span.of(text)
        return Item(date.span.start, date.span.end, piece.casefold(), piece, date=date)
    if (amount := amounts.get(token.start)) is not None:
        piece = amount.span.of(text)
        return Item(amount.span.start, amount.span.end, piece.casefold(), piece, amount=amount)
    if here := terms.get(token.start):
        span = here[0].span
        return Item(span.start, span.end, span.of(text).casefold(), span.of(text), terms=tuple(here))
    return Item(token.start, token.end, token.low, token.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its items."""

    sentence: Sentence
    items: tuple[Item, ...]


def passages(sentences: Sequence[Sentence], row: Sequence[Item]) -> tuple[Passage, ...]:
    """Each sentence with the items that begin inside it."""
    starts = [item.start for item in row]
    return tuple(
        Passage(sentence, tuple(row[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]))
        for sentence in sentences
    )


def low(items: Sequence[Item], index: int) -> str:
    """The case-folded text of the item at ``index``, empty outside the sentence."""
    return items[index].low if 0 <= index < len(items) else ""
