"""How a briefing names who speaks."""

from __future__ import annotations

from components.statements.tellings import UNNAMED


def speaker(name: str, family: str) -> str:
    """A source by name; of those who speak without one, that they do.

    >>> speaker("TASS", "ru"), speaker("Experts", "experts")
    ('TASS', 'Experts (no named source)')
    """
    return f"{name} (no named source)" if family in UNNAMED else name
