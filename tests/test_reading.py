"""What holds for a reading of any text: nothing is raised, nothing is dropped, and odd texts do not stop it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from components import lexicon, parsing
from components.articles.boilerplate import spans
from components.model import Amount, Article, Reading, Span

WORDS = lexicon.load()
PRINTED = dt.date(2025, 3, 27)
PHRASES = (
    "North Korea|North Korean|Russia|Russian|Seoul|Kyiv|Kursk|TASS|the NIS|the Joint Chiefs of Staff|a lawmaker|he|it|"
    "the agency|said|told reporters|according to|citing|denied|may|will|has sent|sent|lost|were killed|killed|captured|"
    "visited|signed|troops|soldiers|of them|of whom|including|another|more|others|shells|containers|workers|dead|"
    "wounded|and|or|,|;|:|.|?|at least|about|up to|between|3,000|400|nine|12|2.5 million|thousands of|a dozen|2024|"
    "40 percent|152-mm|a month|since January|on Wednesday|as of late February|in 2024|Related:|(|)|“|”|\"|'|-|•"
).split("|")
JOINTS = st.sampled_from([" ", " ", " ", " ", "", "\n", "\n\n"])
PROSE = st.lists(st.tuples(st.sampled_from(PHRASES), JOINTS), max_size=60).map(
    lambda pieces: "".join(phrase + joint for phrase, joint in pieces)
)
TEXTS = st.one_of(PROSE, st.text(max_size=200))


def read(text: str, published: dt.date | None = PRINTED) -> Reading:
    return parsing.read(Article("any", text, published=published, boilerplate=spans(text, WORDS)), WORDS)


def unaccounted(reading: Reading) -> list[str]:
    """The amounts that no figure holds and no leftover names."""
    text = reading.article.text
    used = [claim.quantity.span for claim in reading.claims if claim.quantity is not None]
    used += [leftover.span for leftover in reading.leftovers]
    amounts = [mention.span for mention in reading.mentions if isinstance(mention, Amount)]
    return [span.of(text) for span in amounts if not any(one.meets(span) for one in used)]


@given(TEXTS)
def test_every_amount_is_in_a_claim_or_a_leftover(text: str) -> None:
    assert unaccounted(read(text)) == []


@given(TEXTS)
def test_no_amount_stands_in_two_figures_of_one_measure_or_in_a_figure_and_a_leftover(text: str) -> None:
    reading = read(text)
    figures = [(claim.quantity.span, claim.quantity.measure) for claim in reading.claims if claim.quantity]
    assert len(figures) == len(set(figures))
    amounts = [mention.span for mention in reading.mentions if isinstance(mention, Amount)]
    left = {leftover.span for leftover in reading.leftovers}
    counted = [amount for amount in amounts if any(figure.start == amount.start for figure, _ in figures)]
    assert not [span.of(text) for span in counted if span in left]


@given(TEXTS, st.sampled_from([None, PRINTED]))
def test_every_span_lies_inside_the_text_and_holds_something(text: str, published: dt.date | None) -> None:
    reading = read(text, published)
    for span in all_spans(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()


def all_spans(reading: Reading) -> list[Span]:
    found = [mention.span for mention in reading.mentions]
    for leftover in reading.leftovers:
        found += [leftover.span, leftover.sentence]
    for claim in reading.claims:
        told = claim.attribution
        found += [claim.sentence, *filter(None, (told.source_span, told.cue_span, told.confidence_span))]
        found += [claim.quantity.span] if claim.quantity else []
    return found


@given(TEXTS)
def test_a_figure_stands_in_its_sentence_and_prints_its_number(text: str) -> None:
    reading = read(text)
    amounts = [mention for mention in reading.mentions if isinstance(mention, Amount)]
    for claim in reading.claims:
        if claim.quantity is None:
            continue
        assert claim.sentence.holds(claim.quantity.span)
        values = (claim.quantity.low, claim.quantity.best, claim.quantity.high)
        inside = [amount for amount in amounts if claim.quantity.span.holds(amount.numeral)]
        assert values in [(amount.low, amount.best, amount.high) for amount in inside]


@given(TEXTS)
def test_sentences_of_claims_and_leftovers_do_not_cross_a_line_that_ends(text: str) -> None:
    reading = read(text)
    for sentence in {one.sentence for one in (*reading.claims, *reading.leftovers)}:
        assert sentence.of(text) == sentence.of(text).strip()
        assert "\n\n" not in sentence.of(text)


@given(TEXTS, st.sampled_from([None, PRINTED]))
def test_reading_twice_gives_the_same(text: str, published: dt.date | None) -> None:
    assert read(text, published) == read(text, published)


@example("The Kremlin denied the NIS report on North Korean troops in Russia.")
@given(TEXTS)
def test_the_names_of_claims_are_their_own(text: str) -> None:
    names = [claim.id for claim in read(text).claims]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("text", ["North\n\nKorea", "12 152-mm\n\nshells", "Joint Chiefs\n\nof Staff"])
def test_no_word_is_found_across_a_blank_line(text: str) -> None:
    assert [mention for mention in read(text).mentions if "\n\n" in mention.span.of(text)] == []


@given(PROSE)
def test_mentions_come_in_the_order_of_the_text(text: str) -> None:
    found = [mention.span for mention in read(text).mentions]
    assert found == sorted(found)


FIGURE = "North Korea has sent 2,150 troops to Russia."
HOSTILE = {
    "one line of a megabyte": "a" * 1_000_000,
    "a line of digits": "9" * 50_000,
    "ten thousand quotes opened": "\u201c" * 10_000,
    "ten thousand quotes opened and closed": "\u201c" * 5_000 + "\u201d" * 5_000,
    "ten thousand brackets": "(" * 10_000,
    "combining marks": "e" + "\u0301" * 10_000,
    "right-to-left signs": "\u202e\u05d0\u0627" * 3_000,
    "lone surrogates": "\ud800\udfff" * 3_000,
    "zero-width signs": "\u200b\u200c\u200d\ufeff" * 2_500,
    "control characters": "".join(map(chr, range(1, 32))) * 300,
    "null characters": "\x00" * 10_000,
    "ten thousand full stops": "." * 10_000,
    "ten thousand lines": "\n" * 10_000,
    "signs beyond the first plane": "\U0001d7d8\U0001f600" * 3_000,
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_does_not_hide_the_figure_behind_it(hostile: str) -> None:
    reading = read(f"{hostile}\n\n{FIGURE}")
    numbers = [claim.quantity.best for claim in reading.claims if claim.quantity]
    assert numbers[-1:] == [2150]
    assert unaccounted(reading) == []


@pytest.mark.parametrize(
    "piece",
    ["said ", "North Korean ", "troops ", "the NIS said ", "citing ", "of whom ", "in May ", "and ", ", ", "he ", "3 "],
)
def test_a_sentence_of_one_piece_without_end_is_read(piece: str) -> None:
    reading = read(piece * 1_500 + "\n\n" + FIGURE)
    assert [claim.quantity.best for claim in reading.claims if claim.quantity][-1:] == [2150]
    assert unaccounted(reading) == []


def test_a_figure_inside_odd_signs_is_still_read() -> None:
    reading = read("North\u00a0Korea\u2019s army: \u201e2\u202f150 soldiers\u201c sent\u200b to Russia\u2026")
    assert [claim.quantity.best for claim in reading.claims if claim.quantity] == [2150]
    assert unaccounted(reading) == []


@pytest.mark.parametrize("text", ["", " ", "\n", "3,000", "\ufeff", "said", "\u201c"])
def test_next_to_nothing_is_read_without_a_claim(text: str) -> None:
    reading = read(text)
    assert reading.claims == ()
    assert unaccounted(reading) == []
