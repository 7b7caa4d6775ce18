"""One article read whole: every mention lit by kind, its claims in the margin, what was left over, what was set."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

import streamlit as st

from components import evidence, measures, parsing, words
from components.evidence import Lit
from components.lexicon import Lexicon, names
from components.measures import Note
from components.model import Amount, Article, DateMention, Leftover, Span, Term
from components.views import leftovers, picking
from components.views.names import plain
from components.views.view import View

LOOKS: Mapping[str, str] = {
    "number": "a number",
    "date": "a date",
    "source": "who speaks or is spoken of",
    "cue": "a word that attributes, hedges or denies",
    "event": "a word for what happened",
    "leftover": "seen, but used by no claim",
    "sentence": "the sentence of a claim, with the number of its note",
    "furniture": "page furniture",
}
REVIEWED: Mapping[str, str] = {
    "checked": "checked by an analyst",
    "corrected": "corrected by an analyst",
    "rejected": "rejected by an analyst: it counts nowhere",
}
"""What stands beside a claim that an analyst has looked at."""

SPEAKERS = ("source", "outlet", "person", "office", "metonym")
ATTRIBUTING = ("says", "quotes", "according_to", "denies", "declines", "doubts", "hedges")


def show(view: View, article: Article) -> None:
    """The text and its margin, a stretch of it at a time where it is long; then the list of what was left over."""
    rows = view.desk.claims[view.desk.claims["article_id"].eq(article.id)]
    notes = measures.notes(rows, view.desk.names)
    left = [one for one in view.desk.leftovers if one.article_id == article.id]
    lit = (
        *mentions(article, view.desk.lexicon),
        *(Lit(one.span, "leftover", leftovers.why(one)) for one in left),
        *_sentences(notes),
    )
    st.html(evidence.legend(LOOKS))
    with st.container(key="reading", gap=None):
        found = frozenset(view.found["claim_id"][view.found["article_id"].eq(article.id)])
        _passages(article, _part(article, notes), lit, notes, found)
    _left(left, article)


def _sentences(notes: Sequence[Note]) -> Iterator[Lit]:
    """The sentences of the claims, each with the numbers of its notes; those of picked claims lit once more."""
    numbers: dict[Span, list[str]] = {}
    for number, note in enumerate(notes, start=1):
        numbers.setdefault(Span(note.start, note.end), []).append(str(number))
    for span, own in numbers.items():
        yield Lit(span, "sentence", "the sentence of a claim", ", ".join(own))
    for note in notes:
        if note.claim in picking.picked():
            yield Lit(Span(note.start, note.end), "picked", "the sentence of the picked claim")


def _part(article: Article, notes: Sequence[Note]) -> Span:
    """The stretch of the text to show: first the one in which the picked claim stands."""
    parts = evidence.parts(article.text)
    if len(parts) == 1:
        return parts[0]
    picked = next((note.start for note in notes if note.claim in picking.picked()), 0)
    at = bisect_right([part.start for part in parts], picked)
    st.caption(f"The article has {len(article.text):,} characters and is shown in {len(parts)} parts.")
    return parts[st.pagination(len(parts), default=at, key=f"part of {article.id}") - 1]


def _passages(article: Article, part: Span, lit: Sequence[Lit], notes: Sequence[Note], found: Collection[str]) -> None:
    for passage in evidence.passages(article.text, part, lit, [note.start for note in notes], article.boilerplate):
        text, margin = st.columns([5, 3], gap="large")
        text.html(passage.html)
        with margin.container(gap=None):
            for number, note in enumerate(notes, start=1):
                if passage.span.start <= note.start < passage.span.end:
                    _note(note, number, note.claim in found)


def _note(note: Note, number: int, found: bool) -> None:
    """One claim in the margin; picking it opens its evidence."""
    through = f" through {words.listed(list(note.relays))}" if note.relays else ""
    again, aside = "said again" if note.again else "", "" if found else "set aside by the filters"
    beside = (f"{note.source}{through}", note.days, again, REVIEWED.get(note.review, ""), aside)
    label = f"~~{plain(note.label)}~~" if note.review == "rejected" else plain(note.label)
    picking.line(
        f":gray[{number}] {label}  \n:gray[{plain(', '.join(part for part in beside if part))}]",
        (note.claim,),
        f"line note {note.claim}",
    )


def _left(left: Sequence[Leftover], article: Article) -> None:
    st.subheader("Left over in this article", anchor=False)
    if not left:
        st.caption("Every number and speaker seen was used by a claim.")
    for one in left:
        st.markdown(f"**{plain(one.span.of(article.text))}** :gray[{plain(leftovers.why(one))}]")


@lru_cache(maxsize=16)
def mentions(article: Article, held: Lexicon) -> tuple[Lit, ...]:
    """What the reading rules see in the article, read anew: the desk keeps no mentions."""
    said = names.of_sources(held)
    found = (_lit(mention, article.text, held, said) for mention in parsing.read(article, held).mentions)
    return tuple(one for one in found if one is not None)


def _lit(mention: Amount | DateMention | Term, text: str, held: Lexicon, said: Mapping[str, str]) -> Lit | None:
    """The mention by its kind; None for words that only serve to tell what is counted, and where."""
    match mention:
        case Amount(bound=bound, low=low, best=best, high=high):
            return Lit(mention.span, "number", f"number: {words.amount(bound, low, best, high) or 'as printed'}")
        case DateMention(first=first, last=last):
            return Lit(mention.span, "date", f"date: {words.days(first, last, mention.span.of(text))}")
        case Term(kind=kind) if kind in SPEAKERS:
            return Lit(mention.span, "source", f"who: {_who(mention, held, said)}")
        case Term(kind="cue", id=id_) if held.cues[id_].does in ATTRIBUTING:
            return Lit(mention.span, "cue", "attributes, hedges or denies")
        case Term(kind="verb", id=id_):
            return Lit(mention.span, "event", f"what happened: {words.EVENTS[held.verbs[id_].event].lower()}")
    return None


def _who(term: Term, held: Lexicon, said: Mapping[str, str]) -> str:
    """A speaker in words: a person with the body, a capital with its government."""
    if term.kind == "person":
        person = held.persons[term.id]
        body = said.get(person.source, "")
        return f"{person.name} ({body})" if body else person.name
    if term.kind == "office":
        return "an office or a body"
    return f"the government of {said[term.id]}" if term.kind == "metonym" else said.get(term.id, term.id)
