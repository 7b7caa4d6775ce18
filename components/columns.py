"""The columns of the event table: name, type and meaning.

Days are ``datetime64[us]`` at midnight, both ends inclusive. Offsets are ``Int64`` string indices into the article's
text, end exclusive. ``relays`` and ``flags`` hold tuples.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

import pandas as pd

from components import model
from components.lexicon.entries import SourceClass

EVENT_TYPES = (
    "deployment",
    "withdrawal",
    "casualties",
    "capture",
    "combat",
    "arms_transfer",
    "technology_transfer",
    "economic_aid",
    "labour",
    "weapons_test",
    "visit",
    "meeting",
    "agreement",
    "statement",
    "exchange",
)
SUBJECTS = ("prk", "rus", "ukr", "kor", "usa", "other")
PEOPLE = ("troops", "engineers", "workers")
FORCES = ("troops", "engineers")
LOSSES = ("killed", "wounded", "casualties", "missing", "captured", "losses")
MATERIEL = ("shells", "missiles", "artillery", "containers", "vehicles", "drones")
MEASURES = (*PEOPLE, *LOSSES, *MATERIEL)
OPEN_ABOVE, OPEN_BELOW = ("at_least", "more_than"), ("up_to", "nearly")
"""Bounds that set no end on one side."""

REVIEWS = ("auto", "checked", "corrected", "rejected")
INCLUDES, BESIDES, ANEW, GROWN = model.INCLUDES, model.BESIDES, model.ANEW, model.GROWN
DAY = "datetime64[us]"


@dataclass(frozen=True, slots=True)
class Column:
    """``dtype`` is a pandas type by name, or the closed list of named categories."""

    name: str
    dtype: str | tuple[str, ...]
    meaning: str

    @property
    def pandas_dtype(self) -> Any:
        return self.dtype if isinstance(self.dtype, str) else pd.CategoricalDtype(list(self.dtype))


def _columns(group: Mapping[str, tuple[str | tuple[str, ...], str]]) -> tuple[Column, ...]:
    return tuple(Column(name, kind, meaning) for name, (kind, meaning) in group.items())


COLUMNS: tuple[Column, ...] = _columns(
    {
        "claim_id": ("string", "the claim's name, the same whenever the same text is read"),
        "article_id": ("string", "the article that prints the claim"),
        "statement_id": ("string", "the statement that the claim relays"),
        "figure_id": ("string", "the figure of that statement"),
        "event_type": (EVENT_TYPES, "what happened"),
        "modality": (get_args(model.Modality), "whether it is asserted, planned, possible or denied"),
        "actor": ("string", "the side that acts, alpha-3"),
        "recipient": ("string", "the side that receives, alpha-3"),
        "subject": (SUBJECTS, "whose people or materiel the number counts, alpha-3"),
        "measure": (MEASURES, "what the number counts"),
        "item": ("string", "the counted thing as named; several are parted by semicolons"),
        "low": ("Float64", "the lower end that the text prints"),
        "best": ("Float64", "the number that the text prints, exact or approximate"),
        "high": ("Float64", "the upper end that the text prints"),
        "bound": (get_args(model.Bound), "how the number is bounded"),
        "kind": (
            get_args(model.Kind),
            "whether it is a total, an addition, a plan, a part, rate, capacity or share",
        ),
        "unit": ("string", "the unit of a rate or share"),
        "subset_of": ("string", "the whole that a part belongs to"),
        "alternative_group": ("string", "numbers of which only one can hold share this name"),
        "quantity_text": ("string", "the number phrase as printed"),
        "event_start": (DAY, "the earliest day the event can have begun"),
        "event_end": (DAY, "the latest day the event can have ended"),
        "event_precision": (get_args(model.Precision), "how sharp the text is about the day"),
        "event_basis": (get_args(model.DateBasis), "where the event's day comes from"),
        "event_text": ("string", "the date expression as printed"),
        "as_of": (DAY, "the day up to which the figure holds"),
        "as_of_basis": (get_args(model.DateBasis), "where that day comes from"),
        "said_on": (DAY, "the day the source said it"),
        "published": (DAY, "the day the article was printed"),
        "published_basis": (get_args(model.PublishedBasis), "where the day of printing comes from"),
        "place": ("string", "the place by name"),
        "lat": ("Float64", "degrees north"),
        "lon": ("Float64", "degrees east"),
        "place_precision": (("city", "region", "country"), "how sharp the place is"),
        "source": ("string", "who asserts it; unattributed is the outlet's own voice"),
        "source_text": ("string", "the source as printed"),
        "family": ("string", "the government or body that the source belongs to"),
        "source_class": (get_args(SourceClass), "what sort of source it is"),
        "relays": ("object", "who passed it on in between, in order"),
        "outlet": ("string", "who prints it"),
        "cue_text": ("string", "the word that attributes, as printed"),
        "attribution": (get_args(model.AttributionForm), "in which form it is attributed"),
        "stance": (
            get_args(model.Stance),
            "how the source stands to what it says",
        ),
        "confidence_text": ("string", "how sure the source says it is, as printed"),
        "sentence": ("string", "the sentence that makes the claim"),
        "sentence_start": ("Int64", "where the sentence begins"),
        "sentence_end": ("Int64", "where the sentence ends"),
        "quantity_start": ("Int64", "where the number phrase begins"),
        "quantity_end": ("Int64", "where the number phrase ends"),
        "source_start": ("Int64", "where the source's name begins"),
        "source_end": ("Int64", "where the source's name ends"),
        "in_headline": ("boolean", "it stands in a title or heading"),
        "restatement": ("boolean", "the article said it before; counts nowhere"),
        "rule": ("string", "the rule that read it"),
        "parser_version": ("string", "the version of the reading rules"),
        "lexicon_digest": ("string", "the digest of the word files"),
        "flags": ("object", "what an analyst should look at"),
        "review": (REVIEWS, "whether an analyst has looked at it"),
    }
)
BY_NAME: Mapping[str, Column] = {column.name: column for column in COLUMNS}
