"""Claims that count nowhere: what an article says a second time, lines of other articles on its page, and what analysts
have rejected.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.measures.alike import alike_in
from components.measures.rows import Codes, Rows, all_of, flags

FIGURE = ("article_id", "family", "measure", "kind", "low", "best", "high")
EVENT = ("article_id", "family", "event_type")


@dataclass(frozen=True, slots=True, eq=False)
class Repeats:
    """Who says what again, laid out once a table. Headlines and bodies are places in it; whatever they say has a
    number, and only what some headline says is kept of the bodies.
    """

    restated: Rows
    headlines: Codes
    their: Codes
    bodies: Codes
    said: Codes

    def among(self, rows: Rows) -> Rows:
        """Restatements, and headline claims that the body of the article makes too: the body outranks (rule 11).

        Only what is among ``rows`` counts.
        """
        again = self.restated & rows
        told = np.zeros(int(self.their.max(initial=-1)) + 1, dtype=bool)
        told[self.said[rows[self.bodies]]] = True
        again[self.headlines[told[self.their]]] = True
        return again & rows


def repeats(frame: pd.DataFrame) -> Repeats:
    """The repeats of an event table."""
    restated = flags(frame["restatement"])
    headline = flags(frame["in_headline"]) & ~restated
    numbered = frame["measure"].notna().to_numpy(dtype=bool)
    figure, event = (alike_in(frame, columns).to_numpy() for columns in (FIGURE, EVENT))
    event = event + len(frame)
    body = np.flatnonzero(~headline & ~restated & ~flags(rejected(frame)))
    counted = body[numbered[body]]
    places, said = np.r_[counted, body], np.r_[figure[counted], event[body]]
    headlines = np.flatnonzero(headline)
    meant = np.where(numbered, figure, event)[headlines]
    known, their = np.unique(meant, return_inverse=True)
    number = pd.Index(known).get_indexer(pd.Index(said))
    return Repeats(restated, headlines, their, places[number >= 0], number[number >= 0].astype(np.int64))


def said_again(frame: pd.DataFrame) -> pd.Series[bool]:
    """What is said again in a table that is asked once; whoever asks it often keeps its ``repeats``."""
    return pd.Series(repeats(frame).among(all_of(frame)), index=frame.index)


def furniture(frame: pd.DataFrame) -> pd.Series[bool]:
    """Claims that stand in page furniture: headlines of other articles, lists, captions of a menu."""
    return frame["flags"].map(lambda flags: "boilerplate" in flags).astype(bool)


def rejected(frame: pd.DataFrame) -> pd.Series[bool]:
    """Claims that an analyst has looked at and found wrong."""
    return frame["review"].eq("rejected").fillna(False).astype(bool)
