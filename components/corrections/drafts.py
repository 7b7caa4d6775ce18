"""Corrections as they are written: from what the analyst sees, and held against what the store says at that moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import pandas as pd

from components import table
from components.corrections.entry import Draft, Entry, undone
from components.corrections.overlay import Corrected, claim, named, shown
from components.corrections.values import CorrectionError, cells, said
from components.lexicon import Lexicon, LexiconError
from components.lexicon.registry import Change, changed
from components.model import Article, Leftover

_STATED = ("title", "outlet", "published")


class ConflictError(CorrectionError):
    """Somebody else was there first: what was seen is no longer so."""


def reject(row: Mapping[str, Any]) -> Draft:
    """The claim of a row is wrong: it stays visible and counts nowhere."""
    return Draft("reject", row["claim_id"], row["article_id"], said(row))


def check(row: Mapping[str, Any]) -> Draft:
    """The claim of a row was looked at and is right."""
    return Draft("check", row["claim_id"], row["article_id"], said(row))


def change(row: Mapping[str, Any], **values: Any) -> Draft:
    """Other values for some columns of CHANGEABLE; days as dates or ISO days, None where the text does not say."""
    seen = said(row)
    new = {name: table.plain(value) for name, value in values.items()}
    for first, basis in (("event_start", "event_basis"), ("as_of", "as_of_basis")):
        if new.get(first) and basis not in new and seen[basis] in (None, "published"):
            new[basis] = "stated"
    return Draft("change", row["claim_id"], row["article_id"], {name: seen.get(name) for name in new}, new)


def make(leftover: Leftover, text: str, **values: Any) -> Draft:
    """A leftover of a text is a claim with these values of CHANGEABLE; ``event_type`` is needed."""
    seen = {"words": leftover.span.of(text), "reason": leftover.reason}
    return Draft("make", named(leftover), leftover.article_id, seen, {k: table.plain(v) for k, v in values.items()})


def state(article: Article, **values: str | dt.date | None) -> Draft:
    """Of an article the title, outlet or day of printing is otherwise; None where it is not known."""
    seen = {name: table.plain(getattr(article, name)) for name in values if name in _STATED}
    return Draft("state", article.id, article.id, seen, {name: table.plain(value) for name, value in values.items()})


def remove(article: str) -> Draft:
    """An article is taken out: it stays in the store, and nothing reads it until that is undone."""
    return Draft("remove", article, article)


def register(change: Change, lexicon: Lexicon) -> Draft:
    """A source or outlet has more words, another family or grade; or there is a new outlet."""
    seen = lexicon.tables[change.kind].get(change.id)
    values = {name: table.plain(value) for name, value in asdict(change).items() if value}
    expected = {name: getattr(seen, name) for name in ("family", "reliability") if values.get(name)} if seen else {}
    return Draft("register", f"{change.kind} {change.id}", "", expected, values)


def undo(number: int) -> Draft:
    """The line with this number holds no longer; undone in its turn, it does again."""
    return Draft("undo", str(number))


def registered(draft: Draft) -> Change:
    """The change of the word files that a line makes."""
    given: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in draft.values.items()}
    return Change(**given)


def settled(draft: Draft, now: Corrected, entries: Sequence[Entry], lexicon: Lexicon) -> Draft:
    """The draft as it is to be kept. Raises ConflictError where it rests on what is no longer so, CorrectionError where
    it cannot stand. ``now`` has at least the article concerned, ``entries`` is the whole book.
    """
    if draft.article and draft.article not in now.corpus.articles:
        raise ConflictError("The article is no longer here: it was removed meanwhile.")
    match draft.does:
        case "reject" | "check" | "change":
            return _on_claim(draft, now, entries, lexicon)
        case "make":
            return _of_leftover(draft, now)
        case "state":
            return _of_article(draft, now.corpus.articles[draft.article])
        case "register":
            return _registered(draft, lexicon)
        case "undo":
            return _undone(draft, entries)
        case _:
            return draft


def _on_claim(draft: Draft, now: Corrected, entries: Sequence[Entry], lexicon: Lexicon) -> Draft:
    rows = now.corpus.claims[now.corpus.claims["claim_id"] == draft.subject]
    if rows.empty:
        raise ConflictError("This claim is no longer there: its sentence is read otherwise now. Look at it again.")
    row = {str(name): value for name, value in rows.iloc[0].items()}
    seen = said(row)
    for name, value in draft.expected.items():
        if seen.get(name) != value:
            who = next((one.who for one in reversed(entries) if one.draft.subject == draft.subject), "a new reading")
            raise ConflictError(
                f"Meanwhile {who} changed this claim: {name} is {shown(seen.get(name))} now, not {shown(value)}. "
                "Look at it again."
            )
    if draft.does == "change":
        found = cells(draft.values, lexicon)
        new = {name: table.plain(found[name]) for name in draft.values}
        if all(seen[name] == value for name, value in new.items()):
            raise CorrectionError("Nothing would be changed; mark the claim as checked instead.")
        _sound({**row, **found})
        return Draft("change", draft.subject, draft.article, draft.expected, new)
    if draft.does == "reject" and row["review"] == "rejected":
        raise ConflictError("The claim is rejected already.")
    return draft


def _sound(row: Mapping[str, Any]) -> None:
    """Raise CorrectionError where a row says what no claim can say."""
    wrong = table.problems(table.frame([{k: None if _missing(v) else v for k, v in row.items()}]))
    if wrong:
        told = wrong[0].replace(f"the claim {row['claim_id']} ", "")
        raise CorrectionError(f"So corrected, the claim {told}; mend that value too.")


def _missing(value: Any) -> bool:
    return not isinstance(value, list | tuple) and bool(pd.isna(value))


def _of_leftover(draft: Draft, now: Corrected) -> Draft:
    article = now.corpus.articles[draft.article]
    found = next((x for x in now.corpus.leftovers if x.article_id == article.id and named(x) == draft.subject), None)
    if found is None:
        raise ConflictError(
            "This number is no longer left over: somebody made it a claim, or it is read otherwise now."
        )
    row = claim(found, article, draft.values, now.corpus)
    if (now.corpus.claims["claim_id"] == row["claim_id"]).any():
        raise CorrectionError("The sentence has this claim already; correct that one.")
    _sound(row)
    return Draft("make", draft.subject, draft.article, draft.expected, {k: table.plain(row[k]) for k in draft.values})


def _of_article(draft: Draft, article: Article) -> Draft:
    stated(article, draft.values)
    for name, value in draft.values.items():
        if table.plain(getattr(article, name)) != draft.expected.get(name):
            said_now = shown(table.plain(getattr(article, name)))
            raise ConflictError(f"Meanwhile the {name} of this article was set to {said_now}. Look at it again.")
        if name == "published" and value is not None:
            cells({"said_on": value}, Lexicon({}, ""))
        elif value is not None and not str(value).strip():
            raise CorrectionError(f"The {name} is empty; write it, or say that it is not known.")
    return draft


def stated(article: Article, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article that a line sets. Raises CorrectionError or ValueError where it cannot."""
    found = dict(values)
    for name, value in found.items():
        if name not in _STATED or not (value is None or isinstance(value, str)):
            raise CorrectionError(f"The {name} of an article cannot be so corrected; {', '.join(_STATED)} can.")
    if "published" in found:
        day = found["published"]
        found["published"] = dt.date.fromisoformat(day) if day else None
        found["published_basis"] = "analyst" if day else None
    return found


def _registered(draft: Draft, lexicon: Lexicon) -> Draft:
    change = registered(draft)
    entry = lexicon.tables[change.kind].get(change.id)
    for name, value in draft.expected.items():
        if getattr(entry, name, None) != value:
            raise ConflictError(f"Meanwhile the {name} of {change.id} was set to {getattr(entry, name, None)}.")
    try:
        changed(lexicon, (change,))
    except LexiconError as fault:
        raise CorrectionError(f"{fault}.") from None
    return draft


def _undone(draft: Draft, entries: Sequence[Entry]) -> Draft:
    number = int(draft.subject)
    entry = next((entry for entry in entries if entry.number == number), None)
    if entry is None:
        raise CorrectionError(f"There is no correction {number}.")
    if number in undone(entries):
        raise ConflictError(f"Correction {number} was undone already.")
    return Draft("undo", draft.subject, entry.draft.article)
