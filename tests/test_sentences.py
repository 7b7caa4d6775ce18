"""What one sentence gives. The cases: cases/*.toml, one file a topic; how they are marked: notation.py.

A case has `why` and `text`, and may have `title`, `outlet`, `published` (27 March 2025 if left out) and `fails = true`
(a known fault). It ends with `claims`, the figures in the order of their numbers, with `silent = true`: no figure of
North Korea's, or with `without`: event types that no row without a number may have. In a claim only what is given is
compared, but one of `low`, `best`, `high` stands for all three. A claim without a number or measure is a happening;
`also = true` allows figures beside those given; "none" is what the text does not say.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from components import parsing
from components.articles.boilerplate import spans
from components.lexicon import Lexicon
from components.model import Article, Claim, Reading
from tests.notation import NUMBERS, found, marked, told

CASES = Path(__file__).parent / "cases"
TOPICS = (
    *("sentences", "reports", "attribution", "floor", "counts", "kinds", "changes", "subjects", "times"),
    *("happenings", "noise"),
)
PRINTED = dt.date(2025, 3, 27)
CASE_KEYS = {"why", "text", "title", "outlet", "published", "fails", "claims", "silent", "also", "without"}


def cases() -> list[Any]:
    found_cases = []
    for topic in TOPICS:
        with (CASES / f"{topic}.toml").open("rb") as file:
            for number, case in enumerate(tomllib.load(file)["case"], start=1):
                known = (
                    [pytest.mark.xfail(reason=case["why"], raises=AssertionError, strict=True)]
                    if case.get("fails")
                    else []
                )
                found_cases.append(pytest.param(case, marks=known, id=f"{topic}-{number}"))
    return found_cases


def reading(case: dict[str, Any], words: Lexicon) -> Reading:
    text = marked(case["text"]).text
    article = Article(
        id="case",
        text=text,
        title=case.get("title"),
        outlet=case.get("outlet"),
        published=case.get("published", PRINTED),
        published_basis="analyst",
        boilerplate=spans(text, words),
    )
    return parsing.read(article, words)


@pytest.mark.parametrize("case", cases())
def test_a_sentence_gives_the_marked_words_and_the_claims_it_should(case: dict[str, Any], words: Lexicon) -> None:
    assert set(case) <= CASE_KEYS
    read = reading(case, words)
    sentence = marked(case["text"])
    assert found(sentence, read.mentions).named() == sentence.named(), case["why"]
    if case.get("silent"):
        assert [told(claim, sentence.text) for claim in read.claims if claim.quantity and claim.subject == "prk"] == []
    if wanted := case.get("claims"):
        assert as_asked(wanted, read.claims, sentence.text, also=case.get("also", False)) == wanted, case["why"]
    told_events = {claim.event_type for claim in read.claims if not claim.quantity}
    assert not told_events & set(case.get("without", ())), case["why"]
    assert case.get("silent") or wanted or case.get("without"), "a case expects something"


def as_asked(wanted: list[dict[str, Any]], claims: tuple[Claim, ...], text: str, *, also: bool) -> list[dict[str, Any]]:
    """What the reading says where the case asks: equal to ``wanted`` if all is as it should be."""
    figures = sorted((claim for claim in claims if claim.quantity), key=lambda claim: claim.quantity.span)
    asked_figures = [ask for ask in wanted if is_figure(ask)]
    if also:
        figures = [best_fit(ask, figures, text) for ask in asked_figures]
    answers = [asked(ask, told(figure, text)) for ask, figure in zip(asked_figures, figures, strict=False)]
    answers += [told(figure, text) for figure in figures[len(asked_figures) :]]
    happened = [told(claim, text) for claim in claims if not claim.quantity]
    for ask in wanted:
        if not is_figure(ask):
            fitting = [asked(ask, one) for one in happened]
            answers.append(ask if ask in fitting else {"no such happening among": fitting})
    order = [ask for ask in wanted if is_figure(ask)] + [ask for ask in wanted if not is_figure(ask)]
    return wanted if answers == order else answers


def is_figure(ask: dict[str, Any]) -> bool:
    return bool({"measure", "quantity", *NUMBERS} & set(ask))


def best_fit(ask: dict[str, Any], figures: list[Claim], text: str) -> Claim:
    return max(figures, key=lambda claim: sum(told(claim, text).get(key) == ask[key] for key in ask))


def asked(ask: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    """The part of an answer that a case asks for; numbers all or none."""
    keys = {*ask, *(NUMBERS if set(NUMBERS) & set(ask) else ())}
    unsaid = {key: "none" for key in ask if key not in answer}
    return {key: answer[key] for key in answer if key in keys} | unsaid
