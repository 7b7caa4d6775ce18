"""Copies of one article are recognised, whatever outlets do to it; articles of their own are left alone."""

from __future__ import annotations

import cProfile
import datetime as dt
import os
import pstats
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import articles
from components.articles import boilerplate, copies
from components.lexicon import Lexicon
from components.model import Article

ROOT = Path(__file__).parents[1]
PARAGRAPHS = (
    "A cargo ferry with 310 North Korean soldiers on board left the port of Wenlow early on Monday, the harbour master "
    "told reporters, and turned north once it had passed the lighthouse.",
    '"We counted them twice because the first list did not agree with the second," he said. "Nobody was missing, and '
    'nobody carried a rifle that we could see."',
    "The ship, built in 1987 and painted grey last winter, had waited nine days for a pilot. Its owner keeps two more "
    "of the same kind and would not say where they are now.",
    "Officials in the city declined to comment. A clerk of the customs house said 45 crates had been loaded by night "
    "under lamps, most of them marked as spare parts for tractors.",
)
STORY = "\n\n".join(PARAGRAPHS)
REPORTED_ANEW = (
    "Some 310 men from North Korea sailed out of Wenlow on Monday before most of the town was awake. According to the "
    "harbour master, whose staff went through the passenger list twice, all had turned up and none seemed armed.\n\n"
    "Their vessel dates from 1987. For nine days it lay at the quay without a pilot, wearing the coat of grey it was "
    "given in winter, and its sister ships have not been seen this month.\n\n"
    "Lamps burned on the pier through the night while 45 crates went into the hold. Tractor parts, said the papers, if "
    "a customs clerk is to be believed. The ministry had nothing to add."
)
OTHER = (
    "Beekeepers on the eastern slopes expect a poor year after frost took the early blossom in April. Their union has "
    "asked for cheaper sugar and a delay of the spring levy, which falls due in June. A wet summer could yet save the "
    "lime trees, its chairwoman said, but hardly anybody in the valley plans to buy new hives before the autumn fair."
)
QUOTATION = (
    '"We have signed what we have signed, and those who read it will find no secret page in it, neither about soldiers '
    'nor about shells, whatever the neighbours like to print," the spokeswoman of the ferry company said.'
)
PAGE = "This page is kept by volunteers of the reading room. Ask at the desk for a printed list of all sheets.\n\n"


def article(name: str, text: str, day: int | None = 1) -> Article:
    return Article(name, text, published=dt.date(2025, 3, day) if day else None)


def is_a_copy(text: str, of: str = STORY) -> bool:
    return copies([article("first", of), article("second", text, 2)]) == {"second": "first"}


def test_the_same_text_elsewhere_is_a_copy() -> None:
    assert is_a_copy(STORY)


def test_typography_makes_no_difference() -> None:
    assert is_a_copy(STORY.upper().replace('"', "\u201d").replace(",", " \u2013").replace("\n\n", " "))
    assert is_a_copy("The guards\u2019 3,000 boots", of="the guards' 3000 boots")


def test_a_trimmed_copy_is_a_copy() -> None:
    assert is_a_copy("\n\n".join(PARAGRAPHS[:2]))
    assert is_a_copy("\n\n".join(PARAGRAPHS[1:3]))


def test_a_copy_with_another_headline_and_a_byline_is_a_copy() -> None:
    assert is_a_copy(f"Grey ship slips out of Wenlow with hundreds aboard\nFrom our desk in Oskar Bay\n\n{STORY}")


def test_a_copy_with_a_few_words_changed_is_a_copy() -> None:
    edited = STORY.replace("early on Monday", "at dawn").replace("declined to comment", "kept silent")
    assert edited != STORY
    assert is_a_copy(edited.replace("most of them", "nearly all").replace("a pilot", "its pilot"))


def test_a_copy_with_its_numbers_changed_is_a_copy() -> None:
    numbers = {"310": "340", "1987": "1989", "nine": "eleven", "45": "60"}
    assert is_a_copy(" ".join(numbers.get(word, word) for word in STORY.split(" ")))


def test_a_copy_with_another_quotation_is_a_copy() -> None:
    assert is_a_copy(
        STORY.replace(PARAGRAPHS[1], '"They all came, and I saw no guns," he said. "That is what I know."')
    )


def test_an_updated_version_with_a_new_paragraph_is_a_copy() -> None:
    assert is_a_copy(f"{STORY}\n\nThe ferry came back on Tuesday without passengers, the coast guard reported later.")


def test_a_report_of_the_same_briefing_in_other_words_is_no_copy() -> None:
    assert copies([article("first", STORY), article("second", REPORTED_ANEW, 2)]) == {}


def test_a_shared_quotation_makes_no_copy() -> None:
    given = [article("first", f"{STORY}\n\n{QUOTATION}"), article("second", f"{QUOTATION}\n\n{OTHER}", 2)]
    assert copies(given) == {}


def test_a_long_article_that_prints_a_short_one_among_its_own_reports_is_no_copy() -> None:
    own = " ".join(f"Reader number{n} wrote letter{n} to editor{n}." for n in range(120))
    assert copies([article("first", STORY), article("second", f"{STORY}\n\n{own}", 2)]) == {}


def test_two_articles_printed_together_stay_two() -> None:
    given = [article("first", STORY), article("second", OTHER), article("third", f"{STORY}\n\n{OTHER}", 2)]
    assert copies(given) == {"third": "first"}


@pytest.mark.parametrize("marked", [True, False])
def test_shared_page_furniture_makes_no_copy(marked: bool, words: Lexicon) -> None:
    frame = "Related:\n- Ferry line closes after 12 years\n- Bakers of Wenlow ask for flour\n- Rain keeps the fair away"
    given = [f"{frame}\n\n{STORY}", f"{frame}\n\n{OTHER}"] if marked else [PAGE + STORY, PAGE + OTHER]
    found = [Article(str(n), text, boilerplate=boilerplate.spans(text, words)) for n, text in enumerate(given)]
    assert all(bool(one.boilerplate) == marked for one in found)
    assert copies(found) == {}


def test_marked_page_furniture_hides_no_copy(words: Lexicon) -> None:
    frame = "Related:\n" + "\n".join(f"- Ferry {n} leaves harbour {n} after {n} years" for n in range(80))
    texts = [STORY.replace("\n\n", f"\n\n{frame}\n\n"), STORY]
    found = [Article(str(n), text, boilerplate=boilerplate.spans(text, words)) for n, text in enumerate(texts)]
    assert copies(found) == {"1": "0"}


def test_very_short_texts_are_copies_only_when_equal() -> None:
    note = "The ferry with 310 soldiers left Wenlow on Monday, the harbour master said."
    assert is_a_copy(note.upper(), of=note)
    assert not is_a_copy(note.replace("Monday", "Tuesday"), of=note)
    assert not is_a_copy(PARAGRAPHS[0], of=STORY)


def test_texts_without_words_are_no_copies() -> None:
    assert copies([]) == {}
    assert copies([article(str(n), text) for n, text in enumerate(["", "", " \n", "...", "...", "\u201c\u201d"])]) == {}


def test_a_text_that_no_encoding_holds_is_read() -> None:
    assert is_a_copy(f"\ud800 {STORY} \x00\u0130", of=f"\ud800 {STORY}")


def test_the_first_printed_is_the_original_and_unknown_days_come_last() -> None:
    days = {"late": 9, "early": 2, "unknown": None, "also early": 2}
    expected = {"early": "also early", "late": "also early", "unknown": "also early"}
    assert copies([article(name, STORY, day) for name, day in days.items()]) == expected


def test_copies_of_copies_lead_to_the_first() -> None:
    words = f"{STORY} {OTHER}".split()
    given = [article(f"version {n}", " ".join(words[n * 30 : n * 30 + 80]), n + 1) for n in range(3)]
    assert copies([given[0], given[2]]) == {}
    assert copies(given) == {"version 1": "version 0", "version 2": "version 0"}


SENTENCES = st.sampled_from([*STORY.split(". "), *OTHER.split(". "), "", "ferry"])
TEXTS = st.lists(SENTENCES, max_size=9).map(". ".join)
GIVEN = st.lists(st.tuples(TEXTS, st.sampled_from([None, 1, 2])), max_size=12).map(
    lambda drawn: [article(f"{n:02}", text, day) for n, (text, day) in enumerate(drawn)]
)


@given(GIVEN, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(given: list[Article], chance: object) -> None:
    shuffled = list(given)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert copies(shuffled) == copies(given) == copies(given[::-1])


@given(GIVEN)
def test_a_copy_leads_to_an_earlier_article_that_is_no_copy(given: list[Article]) -> None:
    found = copies(given)
    by_id = {one.id: one for one in given}
    assert not found.keys() & set(found.values())
    for name, original in found.items():
        days = [by_id[one].published or dt.date.max for one in (original, name)]
        assert (days[0], original) < (days[1], name)


@given(TEXTS)
def test_every_text_with_a_word_is_a_copy_of_itself(text: str) -> None:
    assert is_a_copy(text, of=text) == any(character.isalnum() for character in text)


def test_no_two_articles_of_the_test_set_are_copies(words: Lexicon, seeds: Path) -> None:
    assert copies(articles.load([ROOT / "tests" / "articles" / "articles.jsonl", seeds], words).articles) == {}


def test_every_run_of_the_program_finds_the_same() -> None:
    code = "from tests.test_copies import *; print(copies([article(str(n), STORY[n * 40:]) for n in range(20)]))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != b""


def numbered(number: int, text: Callable[[int], str]) -> list[Article]:
    return [article(f"{n:06}", text(n)) for n in range(number)]


def own_words(n: int, number: int = 60) -> str:
    return " ".join(f"word{n}x{m}" for m in range(number))


HOSTILE: dict[str, Callable[[int], list[Article]]] = {
    "equal articles": lambda size: numbered(size, lambda _: STORY),
    "equal but for a word": lambda size: numbered(size, lambda n: f"{STORY} Edition{n}"),
    "one paragraph shared": lambda size: numbered(size, lambda n: f"{QUOTATION} {own_words(n)}"),
    "each half of the one before": lambda size: numbered(size, lambda n: f"{own_words(n)} {own_words(n + 1)}"),
    "nothing shared": lambda size: numbered(size, own_words),
    "one word repeated": lambda size: [article("one", "ferry " * size * 100)],
    "one long article of short ones": lambda size: [
        *numbered(size, own_words),
        article("long", " ".join(own_words(n) for n in range(size)), 2),
    ],
}


def steps(given: Sequence[Article]) -> int:
    """The functions called while copies are found: the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(copies, given)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_articles_are_four_times_the_work(hostile: Callable[[int], list[Article]]) -> None:
    assert steps(hostile(400)) <= 4 * 1.1 * steps(hostile(100))


def test_ten_thousand_equal_articles_have_one_original() -> None:
    assert set(copies(numbered(10_000, lambda _: OTHER)).values()) == {"000000"}
