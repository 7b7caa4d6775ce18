"""What could not be read, told to whoever chose the articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """``name`` is the file (and line), ``wrong`` what is the matter, ``cure`` what to do about it.

    >>> print(Fault("kursk.txt", "is empty", "paste the article's text into it"))
    kursk.txt is empty; paste the article's text into it.
    """

    name: str
    wrong: str
    cure: str

    def __str__(self) -> str:
        return f"{self.name} {self.wrong}; {self.cure}."
