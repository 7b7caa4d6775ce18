"""What every picture, table and deck says about itself: what it shows, what it leaves out, and from which reading."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """The words under an export.

    ``filters`` and ``sources`` are in words, as on the screen; ``left_out`` counts what the filters or the counting
    rules keep out, each with its reason. ``made`` is the day of the export: the caller gives it, nothing here reads
    the clock. ``note`` is what the page says beside the chart, such as a sum that is refused; "" where it says nothing.
    ``address`` opens the same view in the app; "" where none is known.
    """

    title: str
    filters: tuple[str, ...]
    sources: tuple[str, ...]
    shown: int
    left_out: tuple[tuple[str, int], ...]
    parser_version: str
    lexicon_digest: str
    made: dt.date
    note: str = ""
    address: str = ""

    def lines(self) -> tuple[str, ...]:
        """The stamp as lines of text, the title first.

        >>> made = dt.date(2025, 3, 27)
        >>> stamp = Stamp("Troops", (), ("Kyiv",), 1, (("a plan", 2),), "1", "9f3c07d1aa52", made)
        >>> for line in stamp.lines():
        ...     print(line)
        Troops
        Filters: none
        Sources: Kyiv
        1 claim shown; 2 left out (a plan: 2)
        Dispatches, reading rules 1, word files 9f3c07d1; made 27 Mar 2025
        """
        return (
            self.title,
            f"Filters: {'; '.join(self.filters) or 'none'}",
            f"Sources: {'; '.join(self.sources) or 'none'}",
            self.counted,
            *((f"Note: {self.note}",) if self.note else ()),
            *((f"The same view: {self.address}",) if self.address else ()),
            f"Dispatches, reading rules {self.parser_version}, word files {self.lexicon_digest[:8]}; "
            f"made {self.made.day} {self.made:%b %Y}",
        )

    @property
    def counted(self) -> str:
        """The claims shown and left out, with the reasons."""
        shown = f"{self.shown:,} claim{'' if self.shown == 1 else 's'} shown"
        total = sum(count for _, count in self.left_out)
        if not total:
            return f"{shown}; none left out"
        reasons = "; ".join(f"{reason}: {count:,}" for reason, count in self.left_out if count)
        return f"{shown}; {total:,} left out ({reasons})"
