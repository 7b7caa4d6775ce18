"""What a correction does to everything that is counted, how it is handed on, and the commands of the store."""

from __future__ import annotations

import csv
import datetime as dt
import io
import tomllib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import briefing, corrections, measures, statements
from components.__main__ import main
from components.articles import difference
from components.corpus import Corpus
from components.lexicon import Lexicon
from components.measures import Pick
from components.model import Article
from components.store import Store

TOLL = "The NIS said on Jan. 13, 2025 that about 300 North Korean soldiers were killed and 2,700 wounded in Kursk."
SENT = "North Korea sent 11,000 soldiers to Russia in October 2024, Kyiv said on Nov. 5, 2024."


@pytest.fixture
def kept(tmp_path: Path, words: Lexicon) -> Store:
    opened = Store(tmp_path / "store.sqlite", words)
    list(opened.add([Article("toll", TOLL, outlet="The Quay"), Article("sent", SENT)], "Kim"))
    return opened


def rows(kept: Store, measure: str) -> list[dict[str, object]]:
    claims = kept.load().corpus.claims
    return [row.to_dict() for _, row in claims[claims["measure"] == measure].iterrows()]


def grouped(corpus: Corpus) -> statements.Grouping:
    return statements.group(corpus.claims, corpus.lexicon, corpus.copies)


def test_a_rejected_claim_is_visible_and_counts_nowhere(kept: Store) -> None:
    before = kept.load().corpus
    for row in rows(kept, "killed"):
        kept.correct(corrections.reject(row), "Kim", "these are others")
    after = kept.load().corpus
    assert len(after.claims) == len(before.claims)
    wrong = after.claims[after.claims["review"] == "rejected"]
    assert set(wrong["measure"]) == {"killed"}
    names = {"rok-nis": "NIS"}
    losses = measures.casualties(after.claims, names)
    assert "killed" in {point.measure for point in measures.casualties(before.claims, names).points}
    assert "killed" not in {point.measure for point in losses.points}
    assert [(left.count, left.reason) for left in losses.left_out][:1] == [(len(wrong), "rejected by an analyst")]
    told = measures.chronicle(after.claims)
    assert not set(after.claims["claim_id"].iloc[told.places(np.arange(len(told)))]) & set(wrong["claim_id"])
    assert [left.count for left in told.left_out if left.reason == "rejected by an analyst"] == [len(wrong)]
    named = grouped(after)
    assert named.claims[named.claims["review"] == "rejected"]["statement_id"].isna().all()
    figures = {told.claim_id for one in named.statements for figure in one.figures for told in figure.claims}
    assert not figures & set(wrong["claim_id"])
    assert len(measures.network(after.claims, names, {}, {}).left_out) == 1
    assert "killed" not in {line.label for body in measures.attribution(after.claims, names, {}) for line in body.lines}


def test_a_corrected_number_is_marked_on_its_point_and_in_the_briefing(kept: Store) -> None:
    (row,) = rows(kept, "killed")
    kept.correct(corrections.change(row, best=320), "Kim", "a slip of the pen")
    corpus = kept.load().corpus
    marked = [point for point in measures.casualties(corpus.claims, {}).points if point.corrected]
    assert [(point.measure, point.best, point.corrected) for point in marked] == [("killed", 320, (row["claim_id"],))]
    material = briefing.gathered(corpus)
    told = briefing.assemble(material, Pick(), dt.date(2025, 5, 1))
    (losses,) = (topic for topic in told.topics if topic.part == "casualties")
    assert [one.text for one in losses.readings if "about 320: corrected by an analyst" in one.text]


def test_corrections_are_cases_that_can_be_pasted(kept: Store) -> None:
    (killed,) = rows(kept, "killed")
    (sent,) = rows(kept, "troops")
    kept.correct(corrections.change(killed, best=320), "Kim", 'the "320" of the headline')
    kept.correct(corrections.reject(sent), "Kim", "not these")
    stored = kept.load()
    found = tomllib.loads(corrections.cases(stored.corpus, stored.entries))["case"]
    assert [one["why"] for one in found] == ['the "320" of the headline', "not these"]
    assert found[0]["text"] == TOLL
    assert found[0]["outlet"] == "The Quay"
    assert [claim.get("best") for claim in found[0]["claims"] if claim.get("measure")] == [320, 2700]
    assert found[0]["claims"][0]["as_of"].isoformat() == "2025-01-13"
    assert found[1]["silent"] is True


WORDS = st.lists(st.sampled_from(["about", " 300 ", "died\n", "\n", "450", "", " "]), max_size=30).map("".join)


@given(WORDS, WORDS)
def test_a_difference_holds_both_texts_whole(older: str, newer: str) -> None:
    told = difference(older, newer)
    assert "".join(one.words for one in told if one.went != "new") == older
    assert "".join(one.words for one in told if one.went != "gone") == newer


def run(capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    try:
        status = main([str(argument) for argument in arguments])
    except SystemExit as left:
        status = int(left.code or 0)
    printed = capfd.readouterr()
    return status, printed.out, printed.err


def test_the_commands_keep_articles(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(capfd, "claims")[:2] == (2, "")
    assert not (tmp_path / "data").exists()
    first, second = sorted(path.stem for path in seeds.glob("*.txt"))
    assert run(capfd, "add", seeds, "--as", "Kim") == (0, f"{first}: stored\n{second}: stored\n", "")
    assert (tmp_path / "data" / "dispatches.sqlite").is_file()
    assert "not stored, its text is that of" in run(capfd, "add", seeds)[1]
    for command in (("claims",), ("statements",), ("leftovers",), ("series", "--measure", "troops")):
        assert run(capfd, *command) == run(capfd, command[0], seeds, *command[1:])
    assert run(capfd, "explain")[1] == run(capfd, "explain", seeds)[1]
    assert run(capfd, "remove", first, "--why", "a reprint", "--as", "Kim")[0] == 0
    assert {row["article_id"] for row in csv.DictReader(io.StringIO(run(capfd, "claims")[1]))} == {second}
    listed = list(csv.DictReader(io.StringIO(run(capfd, "list")[1])))
    assert [row["removed"] for row in listed] == ["a reprint", ""]
    assert run(capfd, "undo", "1", "--why", "the original")[0] == 0
    history = list(csv.DictReader(io.StringIO(run(capfd, "history")[1])))
    assert [(row["does"], row["undone"]) for row in history] == [("remove", "yes"), ("undo", "no")]
    assert run(capfd, "export-store", "-o", "all.jsonl")[0] == 0
    assert run(capfd, "import-store", "all.jsonl", "--store", "other.sqlite")[1].startswith("Articles: 2 new.")
    assert run(capfd, "claims", "--store", "other.sqlite") == run(capfd, "claims")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["claims"], "There is no store to read yet"),
        (["list"], "There is no store at that place yet"),
        (["remove", "x"], "the following arguments are required: --why"),
        (["remove", "x", "--why", "y", "--store", "made.sqlite"], "there is no article 'x'"),
        (["undo", "x", "--why", "y", "--store", "made.sqlite"], "'x' is no number"),
        (["undo", "7", "--why", "y", "--store", "made.sqlite"], "There is no correction 7"),
        (["import-store", "nothing.jsonl"], "cannot be opened"),
        (["list", "--store", "mysql://x"], "The store is a file, or a PostgreSQL database"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Store("made.sqlite").close()
    assert run(capfd, "list", "--store", "made.sqlite")[1].startswith("article_id,title,")
    assert run(capfd, "history", "--store", "made.sqlite")[1].startswith("number,made,")
    status, out, err = run(capfd, *arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
