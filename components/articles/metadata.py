"""What somebody states about an article beside its text: title, outlet, address, day of printing, language, byline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from components.articles.faults import Fault
from components.model import LangBasis, PublishedBasis

TEXTS = ("title", "outlet", "url", "lang", "byline")
KEYS = (*TEXTS, "published", "published_basis", "retrieved")
NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Metadata:
    """``None`` where nothing is stated; the words "not stated" say the same."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str = "en"
    published: dt.date | None = None
    published_basis: PublishedBasis | None = None
    byline: str | None = None
    lang_basis: LangBasis | None = None
    retrieved: dt.datetime | None = None


def metadata(stated: Mapping[str, Any], name: str, basis: PublishedBasis) -> tuple[Metadata, tuple[Fault, ...]]:
    """The values of ``stated`` that hold, and a fault for each that does not. ``basis`` is where its day comes from."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for key in TEXTS:
        match stated.get(key):
            case None | "":
                pass
            case str(text):
                if text.strip().casefold() != NOT_STATED:
                    values[key] = text
            case _:
                faults.append(Fault(name, f"has a {key} that is not text", "write it between quotation marks"))
    if "lang" in values:
        values["lang_basis"] = "stated"
    if stated.get("retrieved") not in (None, ""):
        values["retrieved"] = moment(stated["retrieved"])
        if values["retrieved"] is None:
            wrong = f"has '{stated['retrieved']}' as the time of its retrieval"
            faults.append(Fault(name, wrong, "write day and time, such as 2025-03-27T09:30+09:00"))
    if stated.get("published") not in (None, ""):
        published = day(stated["published"])
        if published is None:
            wrong = f"has '{stated['published']}' as its day of printing"
            faults.append(Fault(name, wrong, "write year, month and day, such as 2025-03-27"))
        else:
            values |= {"published": published, "published_basis": stated.get("published_basis", basis)}
    if stated.get("published_basis", basis) not in get_args(PublishedBasis):
        wrong = f"has '{stated['published_basis']}' as its published_basis"
        faults.append(Fault(name, wrong, f"choose one of {', '.join(get_args(PublishedBasis))}"))
        values["published_basis"] = basis if "published" in values else None
    return Metadata(**values), tuple(faults)


def day(value: object) -> dt.date | None:
    """The day that a TOML or ISO date names.

    >>> day("2025-03-27T09:30:00+09:00"), day("27 March"), day(20250327)
    (datetime.date(2025, 3, 27), None, None)
    """
    match value:
        case dt.datetime():
            return value.date()
        case dt.date():
            return value
        case str():
            try:
                return dt.datetime.fromisoformat(value.strip()).date()
            except ValueError:
                return None
        case _:
            return None


def moment(value: object) -> dt.datetime | None:
    """The day and time that a TOML or ISO date names; a day alone is none.

    >>> moment("2025-03-27T09:30+09:00").isoformat(), moment("2025-03-27")
    ('2025-03-27T09:30:00+09:00', None)
    """
    if isinstance(value, dt.datetime):
        return value
    try:
        return dt.datetime.fromisoformat(value.strip()) if isinstance(value, str) and ":" in value else None
    except ValueError:
        return None
