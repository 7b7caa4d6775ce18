"""An article as a row of items (date, amount, lexicon word or plain token), in text order, never overlapping."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from components.model import Amount, DateMention, Sentence, Span, Term
from components.parsing.terms import Tokens

LONGEST = 240  # items of a passage; no sentence of the labelled articles has half as many
SIDES = ("side", "adjective", "metonym")
"""The kinds of words that name a side."""
DASH = "\u2014"  # what an item reads where a dash or a free-standing hyphen is printed; a hyphen joins two words


@dataclass(slots=True, eq=False)  # not frozen, which alone would double the cost of building one a word
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
    tokens: Tokens,
    terms: Iterable[Term],
    amounts: Iterable[Amount],
    dates: Iterable[DateMention],
) -> tuple[Item, ...]:
    """The row of items of a folded text. Dates win over amounts, amounts over words that begin inside them."""
    at_terms: dict[int, tuple[Term, ...]] = {}
    for term in terms:
        at_terms[term.span.start] = (*at_terms.get(term.span.start, ()), term)
    heads = {amount.span.start: _head(text, amount) for amount in amounts}
    heads |= {date.span.start: _head(text, date) for date in dates}
    row: list[Item] = []
    reached = 0
    for start, end, low in zip(tokens.starts, tokens.ends, tokens.low, strict=True):
        if start < reached:
            continue
        if (head := heads.get(start)) is not None:
            item = head
        elif (here := at_terms.get(start)) is not None and not _cuts_into(here[0], end, heads):
            printed = text[start : here[0].span.end]
            item = Item(start, here[0].span.end, printed.casefold(), printed, terms=here)
        elif low == "-" and not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            item = Item(start, end, DASH, text[start:end])
        else:
            item = Item(start, end, low, text[start:end])
        row.append(item)
        reached = item.end
    return tuple(row)


def _head(text: str, mention: Amount | DateMention) -> Item:
    start, end = mention.span.start, mention.span.end
    printed = text[start:end]
    if isinstance(mention, Amount):
        return Item(start, end, printed.casefold(), printed, amount=mention)
    return Item(start, end, printed.casefold(), printed, date=mention)


def _cuts_into(term: Term, first_end: int, heads: Container[int]) -> bool:
    """Whether a date or an amount begins inside a phrase whose first word ends at ``first_end``."""
    return term.span.end > first_end and any(at in heads for at in range(first_end, term.span.end))


def comma(items: Sequence[Item], start: int, stop: int) -> bool:
    """Whether a comma stands at one of these places."""
    return any(item.low == "," for item in items[start:stop])


def within_quotes(items: Sequence[Item], at: int) -> bool:
    """Whether a quotation is open there."""
    return sum(item.low == '"' for item in items[:at]) % 2 == 1


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its items."""

    sentence: Sentence
    items: tuple[Item, ...]


def passages(sentences: Sequence[Sentence], row: Sequence[Item]) -> tuple[Passage, ...]:
    """Each sentence with the items that begin inside it."""
    starts = [item.start for item in row]
    found: list[Passage] = []
    for sentence in sentences:
        inside = row[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        found += [Passage(sentence, tuple(inside))] if len(inside) <= LONGEST else _parts(sentence, inside)
    return tuple(found)


def _parts(sentence: Sentence, inside: Sequence[Item]) -> Iterator[Passage]:
    """A sentence without end in parts, each up to a comma if it has one: what is looked for in a part stays bounded."""
    begin = 0
    while begin < len(inside):
        end = min(begin + LONGEST, len(inside))
        if end < len(inside):
            commas = (at + 1 for at in range(end - 1, begin + LONGEST // 2, -1) if inside[at].low in (",", ";"))
            end = next(commas, end)
        part = inside[begin:end]
        first = sentence.span.start if begin == 0 else part[0].start
        last = sentence.span.end if end == len(inside) else part[-1].end
        yield Passage(replace(sentence, span=Span(first, last)), tuple(part))
        begin = end


def low(items: Sequence[Item], index: int) -> str:
    """The case-folded text of the item at ``index``, empty outside the sentence."""
    return items[index].low if 0 <= index < len(items) else ""
