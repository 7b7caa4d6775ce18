"""What an analyst adds to the sources and outlets of the word files, checked as those are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from components import lexicon
from components.lexicon.entries import Entry, Source

Registered: TypeAlias = Literal["source", "outlet"]


@dataclass(frozen=True, slots=True)
class Change:
    """One source or outlet by id: more ``words`` for it, and what else is set; "" and () leave that as it is.

    A ``name`` is given to a new outlet only. ``weak`` words count after a safe word of the same side; ``reliability``
    is the grade A to F. A word begins with a capital letter if the text must.
    """

    kind: Registered
    id: str
    name: str = ""
    words: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    family: str = ""
    reliability: str = ""


def changed(base: lexicon.Lexicon, changes: Sequence[Change]) -> lexicon.Lexicon:
    """The word files with these changes, in order. Raises LexiconError naming the entry and the cure."""
    return _changed(base, tuple(changes)) if changes else base


@lru_cache(maxsize=8)
def _changed(base: lexicon.Lexicon, changes: tuple[Change, ...]) -> lexicon.Lexicon:
    tables: dict[str, Mapping[str, Entry]] = dict(base.tables)
    for change in changes:
        _free(change, tables)
        entry = _entry(change, tables[change.kind])
        tables[change.kind] = MappingProxyType({**tables[change.kind], entry.id: entry})
    told = json.dumps([base.digest, *map(asdict, changes)], ensure_ascii=True)
    digest = hashlib.sha256(told.encode()).hexdigest()[:12]
    made = lexicon.Lexicon(MappingProxyType(tables), digest, base.changes + changes)
    lexicon.check_links(made)
    return made


def touched(before: lexicon.Lexicon, after: lexicon.Lexicon) -> tuple[str, ...] | None:
    """The words by which an article can be read otherwise after the change; None if any article can.

    A reliability touches none: nothing is read by it. A family may decide whose word another one stands for.
    """
    words: list[str] = []
    for kind in ("source", "outlet"):
        was, now = before.tables[kind], after.tables[kind]
        for entry in {*was.values(), *now.values()} if was is not now else ():
            old, new = was.get(entry.id), now.get(entry.id)
            if isinstance(old, Source) and isinstance(new, Source) and old.family != new.family:
                return None
            words += sorted(_spoken(old) ^ _spoken(new))
    return tuple(dict.fromkeys(words))


def _spoken(entry: Entry | None) -> set[str]:
    return {*entry.words, *getattr(entry, "weak", ())} if entry else set()


def _entry(change: Change, known: Mapping[str, Entry]) -> Entry:
    where = f"{change.kind} '{change.id}'"
    old = known.get(change.id)
    if old is None and change.kind == "source":
        raise lexicon.LexiconError(f"{where}: is not among the sources; choose one of them, or add it to sources.toml")
    if old is not None and change.name:
        raise lexicon.LexiconError(f"{where}: is there already; add words to it, or choose another id")
    given = {name: value for name, value in asdict(change).items() if name not in ("kind", "id") and value}
    row = _row(old) if old else {"id": change.id, "examples": [f"It stood in <r>{word}</r>." for word in change.words]}
    for name, value in given.items():
        row[name] = [*row.get(name, ()), *value] if isinstance(value, tuple) else value
    if not row.get("words"):
        raise lexicon.LexiconError(f"{where}: has no word; give at least the name as it is printed")
    return lexicon.entry_of(change.kind, row, where)


def _row(entry: Entry) -> dict[str, Any]:
    """The entry as its file has it."""
    values = {field.name.rstrip("_"): getattr(entry, field.name) for field in fields(entry)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _free(change: Change, tables: Mapping[str, Mapping[str, Entry]]) -> None:
    """Whose the new words are already, if anybody's."""
    for word in (*change.words, *change.weak):
        if word != word.strip() or not any(sign.isalnum() for sign in word):
            raise lexicon.LexiconError(f"'{word}' is no word to look for; write it as the articles print it")
        for kind, table in tables.items():
            for entry in table.values():
                if word in _printed(entry):
                    name = getattr(entry, "name", "") or entry.id
                    raise lexicon.LexiconError(f"'{word}' is a word for {name} ({kind}) already; take another word")


def _printed(entry: Entry) -> tuple[str, ...]:
    return (*entry.words, *(word for more in ("weak", "adjectives", "metonyms") for word in getattr(entry, more, ())))
