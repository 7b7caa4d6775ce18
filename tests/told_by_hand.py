"""Claims as the checks read them, written down by hand, and the verdicts on a statement made of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from components.checks import Verdict, run
from components.statements.statement import Figure, Statement, Told

PRINTED = dt.date(2025, 3, 27)
LATER, EARLIER = dt.date(2025, 4, 3), dt.date(2025, 2, 26)

NOTHING: dict[str, Any] = dict.fromkeys(Told.__dataclass_fields__)
SAID = Told(
    **NOTHING
    | {
        "claim_id": "",
        "article_id": "one",
        "published": PRINTED,
        "source": "ua-intel",
        "family": "ukr",
        "relays": (),
        "attribution": "indirect",
        "stance": "asserts",
        "modality": "asserted",
        "event_type": "casualties",
        "subject": "prk",
        "kind": "total",
        "flags": (),
        "in_headline": False,
        "restatement": False,
    }
)


def told(number: float | tuple[float, float], measure: str, bound: str = "exact", **more: Any) -> Told:
    """One claim; ``number`` fills low, best or high as its bound asks, and names the claim with its measure."""
    if isinstance(number, tuple):
        ends: dict[str, Any] = {"low": number[0], "high": number[1], "bound": "range"}
    else:
        end = {"at_least": "low", "more_than": "low", "up_to": "high", "nearly": "high"}.get(bound, "best")
        ends = {end: None if bound == "vague" else number, "bound": bound}
    return replace(SAID, **{"claim_id": f"{number} {measure}", "measure": measure, **ends, **more})


def statement(*claims: Told) -> Statement:
    figures = tuple(Figure(f"figure of {one.claim_id}", one, (one,), ("one",), (), ()) for one in claims)
    ids = tuple(one.claim_id for one in claims)
    return Statement("statement", "ua-intel", "ukr", PRINTED, PRINTED, figures, ids, ("one",), "", "")


def verdicts(*claims: Told) -> list[str]:
    return [verdict.verdict for verdict in run([statement(*claims)])]


def only(*claims: Told) -> Verdict:
    (verdict,) = run([statement(*claims)])
    return verdict
