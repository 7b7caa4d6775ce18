"""Claims that an article makes a second time: they count nowhere."""

from __future__ import annotations

import pandas as pd

FIGURE = ("article_id", "family", "measure", "kind", "low", "best", "high")
EVENT = ("article_id", "family", "event_type")


def said_again(frame: pd.DataFrame) -> pd.Series[bool]:
    """Restatements, and headline claims that the body of the article makes too: the body outranks (rule 11)."""
    restated = frame["restatement"].fillna(False).astype(bool)
    headline = frame["in_headline"].fillna(False).astype(bool) & ~restated
    body = ~headline & ~restated
    numbered = frame["measure"].notna()
    figure, event = _keys(frame, FIGURE), _keys(frame, EVENT)
    repeats = figure.isin(figure[body & numbered]).where(numbered, event.isin(event[body]))
    return restated | (headline & repeats)


def _keys(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.Series[int]:
    """A number a row, the same where all these columns are; what the text does not say equals itself."""
    key = pd.Series(0, index=frame.index)
    for column in columns:
        codes, values = pd.factorize(frame[column])
        key = pd.Series(pd.factorize(key * (len(values) + 1) + codes + 1)[0], index=frame.index)
    return key
