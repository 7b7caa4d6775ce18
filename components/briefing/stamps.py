"""What an export says about itself: one way for the page, its charts, and a briefing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from components import measures, words
from components.briefing.material import Material
from components.measures import Extent, LeftOut, Pick
from components.stamp import Stamp
from components.version import PARSER_VERSION


def stamp(
    title: str,
    material: Material,
    chosen: Pick,
    extent: Extent,
    made: dt.date,
    address: str,
    left_out: Sequence[LeftOut] = (),
    shown: int | None = None,
) -> Stamp:
    """The stamp of what ``chosen`` finds, which is of this ``extent``, and of which a chart draws ``shown`` claims.

    ``made`` is the day of the export, ``address`` where the app is, "" where nobody knows.
    """
    set_aside = len(material.index.frame) - extent.claims
    reasons = (("set aside by the filters", set_aside), *((part.reason, part.count) for part in left_out))
    return Stamp(
        title=title,
        filters=measures.in_words(chosen, material.names),
        sources=tuple(sorted({words.relay(source, material.names) for source in extent.sources})),
        shown=extent.claims if shown is None else shown,
        left_out=tuple(reason for reason in reasons if reason[1]),
        parser_version=PARSER_VERSION,
        lexicon_digest=material.lexicon_digest,
        made=made,
        address=measures.opening(address, chosen, material.index, material.names) if address else "",
    )
