"""Claims that count nowhere: what an article says a second time, lines of other articles on its page, and what analysts
have rejected.
"""

from __future__ import annotations

import pandas as pd

from components.measures.alike import alike_in

FIGURE = ("article_id", "family", "measure", "kind", "low", "best", "high")
EVENT = ("article_id", "family", "event_type")


def said_again(frame: pd.DataFrame) -> pd.Series[bool]:
    """Restatements, and headline claims that the body of the article makes too: the body outranks (rule 11)."""
    restated = frame["restatement"].fillna(False).astype(bool)
    headline = frame["in_headline"].fillna(False).astype(bool) & ~restated
    body = ~headline & ~restated & ~rejected(frame)
    numbered = frame["measure"].notna()
    figure, event = alike_in(frame, FIGURE), alike_in(frame, EVENT)
    repeats = figure.isin(figure[body & numbered]).where(numbered, event.isin(event[body]))
    return restated | (headline & repeats)


def furniture(frame: pd.DataFrame) -> pd.Series[bool]:
    """Claims that stand in page furniture: headlines of other articles, lists, captions of a menu."""
    return frame["flags"].map(lambda flags: "boilerplate" in flags).astype(bool)


def rejected(frame: pd.DataFrame) -> pd.Series[bool]:
    """Claims that an analyst has looked at and found wrong."""
    return frame["review"].eq("rejected").fillna(False).astype(bool)
