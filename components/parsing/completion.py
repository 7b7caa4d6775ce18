"""What a headline or lede leaves out and the body says of the same thing: the source, the days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.lexicon import Lexicon
from components.model import Claim, When
from components.parsing.relations import wholes_and_alternatives

NEAR = 400  # characters from a lede to the sentence that says when ("the reinforcements, sent in ...")


def completed(claims: Sequence[Claim], lexicon: Lexicon) -> tuple[Claim, ...]:
    """Headlines take the source of the body's same figure; wide spans the narrower days said of the same event.

    A happening that the headline only announces is left to the body.
    """
    body = [claim for claim in claims if not claim.in_headline and claim.quantity is not None]
    sourced = [_with_body_source(claim, body, lexicon) for claim in claims]
    undated = [claim for claim in sourced if claim.quantity is None and claim.when.basis in ("stated", "relative")]
    told = {claim.event_type for claim in claims if not claim.in_headline}
    kept = [claim for claim in sourced if claim.quantity or not claim.in_headline or claim.event_type not in told]
    return wholes_and_alternatives([_with_narrower_days(claim, undated) for claim in kept])


def _with_body_source(claim: Claim, body: Sequence[Claim], lexicon: Lexicon) -> Claim:
    if not claim.in_headline or claim.quantity is None:
        return claim
    same = next((other for other in body if _same_figure(claim, other) and other.attribution.source), None)
    if same is None:
        return claim
    told = claim.attribution
    if told.source is None or told.form == "carried_over" or _vaguer(told.source, same.attribution.source, lexicon):
        told = replace(same.attribution, form="carried_over", rule="headline, by the body's figure")
    days = claim.when if claim.when.said_on else replace(claim.when, said_on=same.when.said_on)
    return replace(claim, attribution=told, when=days)


def _vaguer(title: str, body: str | None, lexicon: Lexicon) -> bool:
    """A headline's "Seoul" or "CNN reports" gives way to the body's narrower or original source."""
    if body is None or title == body:
        return False
    one, other = lexicon.sources[title], lexicon.sources[body]
    return one.family == "media" or (one.family == other.family and title in lexicon.governments)


def _same_figure(one: Claim, other: Claim) -> bool:
    if one.quantity is None or other.quantity is None or one.quantity.measure != other.quantity.measure:
        return False
    ours = {one.quantity.low, one.quantity.best, one.quantity.high} - {None}
    return bool(ours & {other.quantity.low, other.quantity.best, other.quantity.high})


def _with_narrower_days(claim: Claim, events: Sequence[Claim]) -> Claim:
    """As in "900 this year ... the reinforcements, sent in May": the second sentence dates the first."""
    days = claim.when
    if claim.quantity is None or days.first is None or days.last is None or days.precision == "day":
        return claim
    if (days.text or "").casefold().startswith(("since", "between", "from")):
        return claim  # what has come together over a stretch is not told by its last batch
    for event in events:
        near = 0 <= event.sentence.start - claim.sentence.end <= NEAR
        told = event.when
        if near and event.event_type == claim.event_type and told.first is not None and told.last is not None:
            inside = days.first <= told.first and told.last <= days.last
            if inside and told.last - told.first < days.last - days.first:
                return replace(claim, when=_narrowed(days, told))
    return claim


def _narrowed(days: When, told: When) -> When:
    return replace(days, first=told.first, last=told.last, precision=told.precision, basis="inherited", text=told.text)
