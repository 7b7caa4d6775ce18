"""Reading takes work in proportion to the text; the benchmark that measures it runs."""

from __future__ import annotations

import cProfile
import pstats
from pathlib import Path

import pytest

from benchmarks import reading as benchmark
from components import articles, bulk, parsing
from components.lexicon import Lexicon
from components.model import Article

ARTICLES = Path(__file__).parent / "articles" / "articles.jsonl"
TIMES = 4
SLACK = 1.35  # the first sentences of a text have less before them
PIECES = [
    *(
        "Seoul said 300 died, ",
        "killed 30 and ",
        "300 of them, ",
        "in May ",
        "the NIS said ",
        "said the 600 it reported ",
    ),
    *(
        "Seoul said 300 North Koreans died in Kursk. ",
        '"He ran. ',
        "- 300 men\n",
        "Q. How many?\nA. Two.\n",
        "He said. ",
    ),
    *(
        "Kim Ok-su said so.\n\n",
        "North Korea has 300 troops in Russia. ",
        "READ MORE: a\n\n",
        "\u201c",
        "3,000 ",
        "DMZ ",
    ),
]


def steps(text: str, words: Lexicon) -> int:
    """The functions called while a text is read: the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(parsing.read, Article("any", text), words)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_is_four_times_the_work(piece: str, words: Lexicon) -> None:
    steps(piece, words)
    assert steps(piece * 250 * TIMES, words) <= TIMES * SLACK * steps(piece * 250, words)


def test_few_articles_are_read_without_processes(words: Lexicon) -> None:
    given = articles.load([ARTICLES], words).articles[:2]
    assert all(reading.mentions for reading in bulk.readings(given, words, jobs=2))


def test_the_benchmark_prints_speed_and_growth(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, seeds: Path
) -> None:
    monkeypatch.setattr(benchmark, "TIMES", (1, 2))
    monkeypatch.setattr(benchmark, "NUMBERS", (2, 4))
    monkeypatch.setattr(benchmark, "ROUNDS", 1)
    assert benchmark.main([str(seeds)]) == 0
    printed = capsys.readouterr().out
    assert "articles of 600 words a second" in printed
    assert "longer texts" in printed


def test_the_benchmark_says_when_there_is_nothing_to_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert benchmark.main([str(tmp_path)]) == 2
    assert "holds no article" in capsys.readouterr().err
