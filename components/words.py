"""Numbers, days and codes as an analyst reads them: "at least 3,000", "Jan–Feb 2025", "technology transfer"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping, Sequence

import pandas as pd

BOUNDS: Mapping[str, str] = {
    "exact": "",
    "approx": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "nearly": "nearly ",
    "up_to": "up to ",
}
BOUND_NAMES: Mapping[str, str] = {
    "exact": "exact",
    **{bound: word.strip() for bound, word in BOUNDS.items() if word},
    "range": "a range",
    "vague": "in words only",
}
"""Every bound by a name of its own."""

EVENTS: Mapping[str, str] = {
    "deployment": "Deployment",
    "withdrawal": "Withdrawal",
    "casualties": "Casualties",
    "capture": "Capture",
    "combat": "Combat",
    "arms_transfer": "Arms transfer",
    "technology_transfer": "Technology transfer",
    "economic_aid": "Economic aid",
    "labour": "Labour",
    "weapons_test": "Weapons test",
    "visit": "Visit",
    "meeting": "Meeting",
    "agreement": "Agreement",
    "statement": "Statement",
    "exchange": "Exchange",
}
MODALITIES: Mapping[str, str] = {
    "asserted": "",
    "planned": "planned",
    "possible": "possible",
    "denied": "denied",
}
BASES: Mapping[str, str] = {
    "stated": "the text states it",
    "relative": "reckoned from the day of printing",
    "inherited": "taken from the words nearby",
    "said": "the day it was said; the text gives no other",
    "published": "the day of printing; the text gives no other",
}
MEASURES: Mapping[str, str] = {
    "artillery": "guns and launchers",
    "losses": "lost",
}
DIRECTED = ("deployment", "arms_transfer", "technology_transfer", "economic_aid", "labour", "visit")
NOT_ITS_OWN: Mapping[str, str] = {"said": " (day it was said)", "published": " (day of printing)"}
KINDS: Mapping[str, str] = {
    "total": "",
    "additional": "more",
    "planned": "to be sent",
    "subset": "as a part of a larger number",
    "rate": "as a rate",
    "capacity": "at most to be held",
    "share": "as a share",
}


def count(number: float) -> str:
    """A number with its thousands parted.

    >>> count(11000.0), count(2.5)
    ('11,000', '2.5')
    """
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,}"


def many(number: int, one: str, more: str = "") -> str:
    """So many of a thing, which is called ``one``, and ``more`` where an s does not make several of it.

    >>> many(1, "claim"), many(1200, "claim"), many(2, "family", "families")
    ('1 claim', '1,200 claims', '2 families')
    """
    return f"{count(number)} {one if number == 1 else more or one + 's'}"


def amount(bound: str, low: float | None, best: float | None, high: float | None) -> str:
    """A number with its bound word; a vague one has no figure to print and gives "".

    >>> amount("at_least", 3000, None, None), amount("range", 10000, None, 12000), amount("exact", None, 3600, None)
    ('at least 3,000', '10,000–12,000', '3,600')
    """
    if bound == "range" and low is not None and high is not None:
        return f"{count(low)}–{count(high)}"
    value = next((end for end in (best, low, high) if end is not None), None)
    return "" if value is None or bound == "vague" else f"{BOUNDS[bound]}{count(value)}"


def thing(number: str, measure: str, kind: str) -> str:
    """What is counted, after its number.

    >>> thing("at least 3,000", "troops", "additional"), thing("about 400", "killed", "total")
    ('at least 3,000 more troops', 'about 400 killed')
    >>> thing("1,000", "troops", "subset")
    '1,000 troops, as a part of a larger number'
    """
    counted = MEASURES.get(measure, measure)
    if kind == "additional":
        return f"{number} more {counted}"
    return f"{number} {counted}" + (f", {KINDS[kind]}" if KINDS[kind] else "")


def parties(event_type: str, actor: str, recipient: str) -> str:
    """Who acts and towards whom; either may be "".

    >>> parties("visit", "Russia", "North Korea"), parties("agreement", "Russia", "North Korea")
    ('Russia to North Korea', 'Russia and North Korea')
    """
    between = " to " if event_type in DIRECTED else " and "
    return between.join(side for side in (actor, recipient) if side)


def day(value: dt.date) -> str:
    """One day, as "27 Mar 2025".

    >>> day(dt.date(2025, 3, 27))
    '27 Mar 2025'
    """
    return f"{value.day} {calendar.month_abbr[value.month]} {value.year}"


def month(value: dt.date) -> str:
    """The month of a day, as "Mar 2025".

    >>> month(dt.date(2025, 3, 27))
    'Mar 2025'
    """
    return f"{calendar.month_abbr[value.month]} {value.year}"


def days(first: dt.date, last: dt.date, text: str = "") -> str:
    """Inclusive days, no sharper than they are. ``text`` is the printed expression: its "late February" stays late.

    >>> days(dt.date(2025, 1, 1), dt.date(2025, 2, 28)), days(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    ('Jan–Feb 2025', '2024')
    >>> days(dt.date(2025, 2, 21), dt.date(2025, 2, 28), "as of late February")
    'late Feb 2025'
    >>> days(dt.date(2025, 3, 24), dt.date(2025, 3, 27)), days(dt.date(2025, 1, 1), dt.date(2025, 3, 27))
    ('24–27 Mar 2025', '1 Jan – 27 Mar 2025')
    """
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    month = calendar.month_name[last.month].lower()
    part = next((word for word in ("early", "mid", "late") if re.search(rf"\b{word}[- ]{month}", text.lower())), "")
    if part and same_month:
        return f"{part} {calendar.month_abbr[last.month]} {last.year}"
    if first == last:
        return day(first)
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return _months(first, last)
    if same_month:
        return f"{first.day}–{day(last)}"
    return f"{day(first).removesuffix(f' {first.year}') if same_year else day(first)} – {day(last)}"


def _months(first: dt.date, last: dt.date) -> str:
    """Whole months, whole years where they are."""
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    start, end = calendar.month_abbr[first.month], calendar.month_abbr[last.month]
    if first.year != last.year:
        return f"{start} {first.year} – {end} {last.year}"
    return f"{start} {first.year}" if first.month == last.month else f"{start}–{end} {first.year}"


def listed(parts: list[str]) -> str:
    """A list as a sentence has it.

    >>> listed(["killed", "wounded", "missing"])
    'killed, wounded and missing'
    """
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def known(value: object) -> str:
    """A cell's text, "" where the text does not say."""
    return "" if value is None or value is pd.NA or value != value else str(value)


def body(name: str, names: Mapping[str, str]) -> str:
    """One who asserts or relays, as a heading has it.

    >>> body("lawmaker: Yoo Yong-won", {})
    'Lawmaker Yoo Yong-won'
    """
    told = relay(name, names)
    return told[:1].upper() + told[1:]


def relay(name: str, names: Mapping[str, str]) -> str:
    """One who passed it on, by name.

    >>> relay("lawmaker: Yoo Yong-won", {}), relay("tass", {"tass": "TASS"})
    ('lawmaker Yoo Yong-won', 'TASS')
    """
    return names.get(name, name.replace(": ", " "))


def relays(bodies: Sequence[str], names: Mapping[str, str]) -> str:
    """Those who passed it on, in order.

    >>> relays(("lawmaker: Yoo Yong-won", "tass"), {"tass": "TASS"})
    'lawmaker Yoo Yong-won, then TASS'
    """
    return ", then ".join(relay(body, names) for body in bodies)
