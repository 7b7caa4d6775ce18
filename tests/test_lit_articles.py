"""Whole articles lit by kind: nothing of the text is lost, every tag nests, and the work grows with the text."""

from __future__ import annotations

import html as entities
import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import evidence
from components.evidence import Kind, Lit
from components.model import Span

OURS = re.compile(r"<(style|small)>.*?</\1>", re.DOTALL)
KNOWN_TAG = re.compile(
    r'</(?:div|mark|p)>|<div class="evidence">|<p dir="auto"(?: class="furniture")?>'
    rf'|<mark class="(?:{"|".join(get_args(Kind))})" title="[^"<>]*"(?: data-number="[^"<>]*")?>'
)
AWKWARD = st.text(st.sampled_from("ab <>&\"'\n\r\t/=`\x00\u2028é김<mark>"), max_size=80) | st.text(max_size=80)
SPAN = st.tuples(st.integers(0, 90), st.integers(0, 90)).map(lambda ends: Span(*sorted(ends)))
SAID = st.text(max_size=5) | st.just('"><script>')
LIT = st.builds(Lit, SPAN, st.sampled_from(get_args(Kind)), SAID, SAID)
SPANS = st.lists(SPAN, max_size=3)


def plain(page: str) -> str:
    return entities.unescape(re.sub(r"<[^>]*>", "", OURS.sub("", page)))


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def pages(text: str, lit: list[Lit], cuts: list[int], furniture: list[Span]) -> list[str]:
    return [passage.html for passage in evidence.passages(text, Span(0, len(text)), lit, cuts, furniture)]


@given(AWKWARD, st.lists(LIT, max_size=8), st.lists(st.integers(-5, 90), max_size=5), SPANS)
def test_the_passages_without_their_tags_are_the_text(
    text: str, lit: list[Lit], cuts: list[int], furniture: list[Span]
) -> None:
    whole = Span(0, len(text))
    passages = list(evidence.passages(text, whole, lit, cuts, furniture))
    assert "".join(plain(passage.html) for passage in passages) == text
    assert "".join(passage.span.of(text) for passage in passages) == text


@given(AWKWARD, st.lists(LIT, max_size=8), st.lists(st.integers(-5, 90), max_size=5), SPANS)
def test_every_tag_is_ours_and_closes_in_order(
    text: str, lit: list[Lit], cuts: list[int], furniture: list[Span]
) -> None:
    for page in pages(text, lit, cuts, furniture):
        assert "<" not in KNOWN_TAG.sub("", page)
        open_tags: list[str] = []
        for closing, name in re.findall(r"<(/?)([a-z]+)", page):
            if closing:
                assert open_tags.pop() == name
            else:
                open_tags.append(name)
        assert open_tags == []


@given(AWKWARD.filter(bool), SPAN, SPAN)
def test_a_sentence_by_itself_comes_back_too(text: str, span: Span, inner: Span) -> None:
    sentence = Span(min(span.start, len(text)), min(span.end, len(text)))
    lit = Lit(Span(min(inner.start, len(text)), min(inner.end, len(text))), "leftover", "")
    if sentence.start <= lit.span.start <= lit.span.end <= sentence.end:
        assert plain(evidence.sentence(text, sentence, lit)) == sentence.of(text)


def test_marks_that_overlap_are_cut_at_the_edge_of_the_outer_one() -> None:
    text = "late March 2025 saw 900 more"
    page = "".join(pages(text, [Lit(Span(0, 15), "source", "a"), Lit(Span(5, 19), "date", "b")], [], []))
    inner = '<mark class="source" title="a">late <mark class="date" title="b">March 2025</mark></mark>'
    assert inner + '<mark class="date" title="b"> saw</mark> 900 more' in page


def test_a_claim_begins_the_passage_that_holds_its_sentence() -> None:
    text = "A title\n\nFirst words.\nThe claim. More.\nLast words.\n"
    passages = list(evidence.passages(text, Span(0, len(text)), [], [text.index("The claim")]))
    assert [plain(passage.html).split() for passage in passages] == [
        ["A", "title", "First", "words."],
        ["The", "claim.", "More.", "Last", "words."],
    ]


def test_page_furniture_is_greyed_and_nothing_else() -> None:
    text = "Home » News\n\nSoldiers came.\nShare this"
    page = "".join(pages(text, [], [], [at(text, "Home » News"), at(text, "Share this")]))
    assert re.findall(r'class="furniture">([^<]*)<', page) == ["Home » News", "Share this"]


def test_the_number_of_a_sentence_stands_beside_the_text_and_not_in_it() -> None:
    text = "First.\nSecond line."
    page = "".join(pages(text, [Lit(Span(0, len(text)), "sentence", "a", "3, 4")], [], []))
    assert page.count('data-number="3, 4"') == 1
    assert plain(page) == text


def test_the_pointer_reads_words_that_cannot_leave_their_place() -> None:
    text = "900 came"
    page = "".join(pages(text, [Lit(at(text, "900"), "number", '"><img src=x\nonerror=y>')], [], []))
    assert "<img" not in page
    assert 'title="&quot;&gt;&lt;img src=x onerror=y&gt;"' in page


@pytest.mark.parametrize("line", ["word 12 and more ", "word 12 and more\n"])
def test_the_html_grows_with_the_text_and_its_marks(line: str) -> None:
    def edges(times: int) -> int:
        text = line * times
        lit = [Lit(Span(n * len(line), n * len(line) + 9), kind, "") for n in range(times) for kind in get_args(Kind)]
        pieces = pages(text, lit, [n * len(line) for n in range(0, times, 7)], [])
        return sum(len(piece) for piece in pieces)

    small, large = edges(60), edges(6_000)
    assert large < 101 * small


@pytest.mark.parametrize("line", ["word 12 and more ", "word 12 and more\n"])
def test_a_megabyte_comes_back(line: str) -> None:
    text = line * 60_000
    lit = [Lit(Span(n, n + 40), "number", "") for n in range(0, len(text), 400)]
    assert "".join(map(plain, pages(text, lit, list(range(0, len(text), 900)), []))) == text


def test_a_long_text_is_parted_where_lines_or_words_end() -> None:
    for text in ("Some words here.\n" * 12_000, "Some words here. " * 12_000, "x" * 200_000, "short", ""):
        parts = evidence.parts(text)
        assert "".join(part.of(text) for part in parts) == text
        assert all(part.end - part.start <= evidence.LIMIT for part in parts)
    assert len(evidence.parts("short")) == len(evidence.parts("")) == 1


def test_a_very_long_sentence_is_shown_around_its_words() -> None:
    text = "go on " * 500 + "900 men" + " go on" * 500
    page = evidence.sentence(text, Span(0, len(text)), Lit(at(text, "900 men"), "leftover", "left over"))
    assert len(page) < 2_000
    assert ">900 men</mark>" in page
    assert page.count("…") == 2


def test_the_legend_shows_each_look_on_its_own_words() -> None:
    assert '<mark class="date">a date</mark>' in evidence.legend({"date": "a date"})


def test_no_kind_is_told_by_its_colour_alone() -> None:
    look = evidence.STYLE
    told = {kind: re.search(rf"mark\.{kind} {{([^}}]*)}}", look) for kind in get_args(Kind)}
    lines = [found[1] for kind, found in told.items() if found and kind not in ("sentence", "picked")]
    assert len(lines) == 6
    assert all("border" in line or "font-weight" in line for line in lines)
    assert len({re.sub(r"background[^;]*;", "", line) for line in lines}) == len(lines)


@pytest.mark.parametrize("name", ["000", "002"])
def test_the_seeds_come_back_verbatim(seeds: Path, name: str) -> None:
    (path,) = seeds.glob(f"{name}*.txt")
    text = path.read_bytes().decode()
    assert "".join(map(plain, pages(text, [], list(range(0, len(text), 97)), []))) == text
