"""Words as data: the TOML files beside this module, read, checked and digested. A fault names file, entry and cure."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from components.lexicon.entries import (
    Boilerplate,
    Cue,
    Entry,
    Noun,
    Office,
    Outlet,
    Person,
    Place,
    Side,
    Source,
    Unit,
    Verb,
)

if TYPE_CHECKING:
    from components.lexicon.registry import Change

FOLDER = Path(__file__).parent
TABLES: Mapping[str, type[Entry]] = MappingProxyType(
    {
        "source": Source,
        "office": Office,
        "person": Person,
        "outlet": Outlet,
        "side": Side,
        "noun": Noun,
        "unit": Unit,
        "verb": Verb,
        "cue": Cue,
        "place": Place,
        "boilerplate": Boilerplate,
    }
)


_PLAIN: Mapping[type, str] = MappingProxyType({str: "a text", float: "a number", bool: "true or false"})


class LexiconError(ValueError):
    """A fault in a word file, told to whoever edits it."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Every entry by table and id, the digest of all that gave them, and the changes to the word files among it."""

    tables: Mapping[str, Mapping[str, Entry]]
    digest: str
    changes: tuple[Change, ...] = ()

    def entries(self) -> Iterator[tuple[str, Entry]]:
        for kind, table in self.tables.items():
            for entry in table.values():
                yield kind, entry

    @property
    def governments(self) -> frozenset[str]:
        """The sources that speak when a state or its capital is named."""
        return frozenset(side.government for side in self.sides.values() if side.government)

    @property
    def compilers(self) -> frozenset[str]:
        """The families that collect what others said."""
        return frozenset(source.family for source in self.sources.values() if source.compiler)

    def _table(self, kind: str) -> Any:
        return self.tables[kind]

    @property
    def sources(self) -> Mapping[str, Source]:
        return self._table("source")  # type: ignore[no-any-return]

    @property
    def offices(self) -> Mapping[str, Office]:
        return self._table("office")  # type: ignore[no-any-return]

    @property
    def persons(self) -> Mapping[str, Person]:
        return self._table("person")  # type: ignore[no-any-return]

    @property
    def outlets(self) -> Mapping[str, Outlet]:
        return self._table("outlet")  # type: ignore[no-any-return]

    @property
    def sides(self) -> Mapping[str, Side]:
        return self._table("side")  # type: ignore[no-any-return]

    @property
    def nouns(self) -> Mapping[str, Noun]:
        return self._table("noun")  # type: ignore[no-any-return]

    @property
    def units(self) -> Mapping[str, Unit]:
        return self._table("unit")  # type: ignore[no-any-return]

    @property
    def verbs(self) -> Mapping[str, Verb]:
        return self._table("verb")  # type: ignore[no-any-return]

    @property
    def cues(self) -> Mapping[str, Cue]:
        return self._table("cue")  # type: ignore[no-any-return]

    @property
    def places(self) -> Mapping[str, Place]:
        return self._table("place")  # type: ignore[no-any-return]

    @property
    def boilerplate(self) -> Mapping[str, Boilerplate]:
        return self._table("boilerplate")  # type: ignore[no-any-return]


@lru_cache(maxsize=8)
def load(folder: Path = FOLDER) -> Lexicon:
    """Read the word files of ``folder``. Raises LexiconError naming the file, the entry and the cure."""
    tables: dict[str, dict[str, Entry]] = {kind: {} for kind in TABLES}
    hasher = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        content = path.read_bytes()
        hasher.update(path.name.encode() + b"\0" + content)
        try:
            raw = tomllib.loads(content.decode("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            raise LexiconError(f"{path.name}: not readable as TOML ({fault}); mend that line") from fault
        for kind, rows in raw.items():
            if kind not in TABLES:
                raise LexiconError(f"{path.name}: does not know [[{kind}]]; it knows {', '.join(TABLES)}")
            if not isinstance(rows, list):
                raise LexiconError(f"{path.name}: write [[{kind}]] with two brackets on both sides")
            for number, row in enumerate(rows, start=1):
                entry = entry_of(kind, row, f"{path.name}, [[{kind}]] number {number} ({row.get('id', 'no id')})")
                if entry.id in tables[kind]:
                    raise LexiconError(f"{path.name}, [[{kind}]] number {number}: the id '{entry.id}' is taken")
                tables[kind][entry.id] = entry
    lexicon = Lexicon(MappingProxyType({k: MappingProxyType(t) for k, t in tables.items()}), hasher.hexdigest()[:12])
    check_links(lexicon)
    return lexicon


def entry_of(kind: str, row: Mapping[str, Any], where: str) -> Entry:
    """The entry that a row of a word file makes. Raises LexiconError with ``where``, the fault and the cure."""
    shape = TABLES[kind]
    hints = get_type_hints(shape)
    names = {field.name.rstrip("_"): field for field in fields(shape)}
    for key in row:
        if key not in names:
            raise LexiconError(f"{where}: does not know '{key}'; it knows {', '.join(names)}")
    given: dict[str, Any] = {}
    for key, field in names.items():
        if key in row:
            given[field.name] = _checked(row[key], hints[field.name], f"{where}: '{key}'")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise LexiconError(f"{where}: lacks '{key}'")
    entry = shape(**given)
    if not entry.examples:
        raise LexiconError(f"{where}: has no example; add a sentence with the word marked")
    return entry


def _checked(value: object, hint: Any, where: str) -> object:
    if get_origin(hint) is tuple:
        if not isinstance(value, list) or not all(isinstance(part, str) and part for part in value):
            raise LexiconError(f"{where} must be a list of texts")
        return tuple(value)
    if get_origin(hint) is dict:
        if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
            raise LexiconError(f"{where} must be a table of texts")
        return dict(value)
    if choices := get_args(hint):
        if value not in choices:
            raise LexiconError(f"{where} is '{value}'; it must be one of {', '.join(choices)}")
        return value
    if hint is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint):
        raise LexiconError(f"{where} must be {_PLAIN[hint]}")
    return value


def check_links(lexicon: Lexicon) -> None:
    """Every id that an entry names exists."""
    known = lexicon.sources.keys() | {"relay", "outlet"}
    for office in lexicon.offices.values():
        for side, source in office.of.items():
            if source not in known:
                raise LexiconError(f"offices.toml, {office.id}: 'of.{side}' names the unknown source '{source}'")
    named = [(p.id, p.source) for p in lexicon.persons.values()]
    named += [(o.id, o.source) for o in lexicon.outlets.values()]
    named += [(s.id, s.government) for s in lexicon.sides.values() if s.government]
    for entry, source in named:
        if source not in known:
            raise LexiconError(f"{entry}: names the unknown source '{source}'; add it to sources.toml")
