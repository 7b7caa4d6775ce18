"""Corrections as test cases: what a developer pastes into ``tests/cases`` to mend the reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from components.articles.stated import quoted
from components.corpus import Corpus
from components.corrections.entry import Entry, holding
from components.table import rows

Row: TypeAlias = Mapping[str, Any]
"""A row of the event table as JSON."""

_NAMES: Mapping[str, str] = {
    **{name: name for name in ("measure", "kind", "bound", "low", "best", "high", "item", "modality", "subject")},
    **{name: name for name in ("actor", "recipient", "source", "relays", "stance", "as_of", "said_on")},
    **{"event_type": "event", "event_start": "first", "event_end": "last", "event_basis": "basis"},
    **{"attribution": "form"},
}
"""The columns as the cases call them; the others the cases do not compare."""

_DAYS = ("first", "last", "as_of", "said_on")
_HEAD = (
    "# Corrections of analysts, as cases: see 'Report a bad reading' in README.md. Each has the sentence and what\n"
    "# should come out; mark the words that must be found before you keep it.\n"
)


def cases(corpus: Corpus, entries: Sequence[Entry]) -> str:
    """A case for each sentence with a rejected claim, a corrected one, or one made of a leftover; TOML."""
    asked = {one.draft.subject: one.why for one in holding(entries) if one.draft.does in ("reject", "change")}
    claims = corpus.claims
    touched = claims["review"].isin(["rejected", "corrected"])
    within = claims[claims["article_id"].isin(claims["article_id"][touched])]
    sentences: dict[tuple[str, int], list[Row]] = {}
    for row in rows(within):
        sentences.setdefault((row["article_id"], row["sentence_start"]), []).append(row)
    told = [_case(those, asked) for those in sentences.values() if any(map(_touched, those))]
    return "\n".join([_HEAD, *("\n".join(lines) + "\n" for lines in told)])


def _touched(row: Row) -> bool:
    return row["review"] in ("rejected", "corrected")


def _case(sentence: Sequence[Row], asked: Mapping[str, str]) -> Iterator[str]:
    first = sentence[0]
    whys = dict.fromkeys(asked.get(row["claim_id"]) or row["flags"][0] for row in sentence if _touched(row))
    yield "[[case]]"
    yield f"why = {_toml('; '.join(whys))}"
    yield f"text = {_toml(first['sentence'])}"
    if first["published"]:
        yield f"published = {first['published']}"
    if first["outlet"]:
        yield f"outlet = {_toml(first['outlet'])}"
    kept = [row for row in sentence if row["review"] != "rejected"]
    told = [row for row in kept if row["measure"] or row["review"] == "corrected"]
    told.sort(key=lambda row: row["quantity_start"] or 0)
    if told:
        yield f"claims = [{', '.join(map(_claim, told))}]"
    elif any(row["measure"] for row in sentence):
        yield "silent = true"
    lost = {row["event_type"] for row in sentence if row["review"] == "rejected" and not row["measure"]}
    if gone := sorted(lost - {row["event_type"] for row in kept}):
        yield f"without = {_toml(gone)}"


def _claim(row: Row) -> str:
    said = {of: row[name] for name, of in _NAMES.items() if row[name] not in (None, [], "")}
    return "{ " + ", ".join(f"{name} = {_toml(value, day=name in _DAYS)}" for name, value in said.items()) + " }"


def _toml(value: Any, *, day: bool = False) -> str:
    r"""A TOML value.

    >>> print(_toml('a "b"\n'), _toml(["x"]), _toml(3), _toml("2025-03-27", day=True))
    "a \"b\"\u000A" ["x"] 3 2025-03-27
    """
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, int | float):
        return str(value)
    if day:
        return dt.date.fromisoformat(value).isoformat()
    return quoted(str(value))
