"""Page furniture is marked, line by line; news is not, and no character moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from components import articles
from components.articles.boilerplate import spans
from components.lexicon import Lexicon

BODY = "The ferry with 310 North Korean soldiers left on Monday, the harbour master said."


def furniture(text: str, words: Lexicon) -> list[str]:
    return [span.of(text) for span in spans(text, words)]


@pytest.mark.parametrize(
    "line",
    [
        "Home » World » North Korea sends 700 men east",
        "HOME > WORLD > ASIA",
        "ferry_at-dawn-2.jpg",
        "By Ada Quist and Bo Lindqvist",
        "By Ada Quist, Oslo | 3 May 2025",
        "Photo: Harbour News Archive",
        "Share | Tweet | Email | Print",
        "Facebook   Telegram   X",
        "1,871 views",
        "© 2025 The Pier. All rights reserved.",
        "Copyright 2025 The Pier",
        "Our site uses cookies. Accept all | Manage choices",
        "If you value independent reporting, support us from 2 euros a month.",
        "Support The Pier: 800 readers already do.",
        "Read also: North Korea loses 910 men on the ferry line",
        "Read more: 910 North Korean soldiers drowned, harbour master says",
        "Tags: ferries, harbours",
        "This article was summarized by AI",
        "(END)",
    ],
)
def test_furniture_between_paragraphs_is_marked_and_the_paragraphs_are_not(line: str, words: Lexicon) -> None:
    assert furniture(f"{BODY}\n{line}\n{BODY}", words) == [line]


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "Harbours, Nov. 14 (Yonhap) -- North Korea sent 310 more soldiers by ferry.",
        "Photo: some 310 North Korean soldiers wait for the ferry at dawn, as the harbour master shows.",
        "Officials warned that their support for North Korea would reach 40 ships a month.",
        "By evening 310 soldiers had boarded the ferry.",
        "By March the ferry had carried 310 soldiers.",
        'The captain said: "If you support us, you will see 310 soldiers become members of the crew."',
        "Shares of the shipyard rose after it sold 12 ferries.",
        "Facebook said that 310 accounts praised the ferry.",
        "Update: 310 more North Korean soldiers have boarded.",
        "They crossed the strait without permission.",
        "The ferry company, reporters were told, asked parliament's consent to carry 310 soldiers.",
        "2025 > 2024",
    ],
)
def test_news_is_not_furniture(line: str, words: Lexicon) -> None:
    assert furniture(f"{BODY}\n{line}\n{BODY}", words) == []


def test_a_list_of_other_articles_ends_with_its_last_item(words: Lexicon) -> None:
    listed = ["Related:", "- 910 North Korean soldiers lost at sea", "- Ferry line closes after 12 years"]
    text = "\n".join([BODY, *listed, BODY])
    assert furniture(text, words) == listed


def test_a_bare_heading_takes_the_headlines_right_under_it(words: Lexicon) -> None:
    listed = ["Most read", "910 North Korean soldiers lost at sea", "Ferry line closes after 12 years"]
    text = "\n".join([BODY, "", *listed, "", BODY])
    assert furniture(text, words) == listed


def test_who_wrote_the_article_is_told_about_in_furniture(words: Lexicon) -> None:
    text = f"By Ada Quist\n{BODY}\nAda Quist covers ferries. She spent 6 years at sea."
    assert furniture(text, words) == ["By Ada Quist", "Ada Quist covers ferries. She spent 6 years at sea."]


def test_furniture_in_an_article_of_one_line_does_not_take_the_article(words: Lexicon) -> None:
    text = f"{BODY} The harbour master counted twice. © 2025 The Pier. All rights reserved."
    assert furniture(text, words) == []


def test_the_seeds_lose_their_frames_and_nothing_else(seeds: Path, words: Lexicon) -> None:
    first, second = articles.load([seeds], words).articles
    marked = [span.of(first.text) for span in first.boilerplate]
    assert marked == [
        "Home » North Korea sends more troops to Russia as security alliance deepens",
        "img_3748-1.jpg",
        "About The Author",
        "Copyright © 2025 All rights reserved.",
    ]
    begins = second.text.index("Related:")
    assert second.boilerplate[0].start == begins
    assert [span.of(second.text) for span in second.boilerplate] == second.text[begins:].split("\n")


def test_every_word_for_furniture_is_found_in_its_example(words: Lexicon) -> None:
    for entry in words.boilerplate.values():
        for example in entry.examples:
            text = example.replace("<b>", "").replace("</b>", "")
            assert furniture(text, words) == [text], entry.id
