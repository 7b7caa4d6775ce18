"""The store among several: who writes at once, what goes out and comes in, and what is no store."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from components import corrections
from components.lexicon import Lexicon
from components.lexicon.registry import Change
from components.store import Store, StoreError
from tests.stored import LONG, PIER, WHO, WHY, add, article, row

SERVER = os.environ.get("DISPATCHES_TEST_DB")


def test_two_who_add_and_correct_at_once_lose_nothing(kept: Store, again: Callable[[], Store]) -> None:
    add(kept, article("kursk"))
    sessions = (kept, again())
    faults: list[BaseException] = []

    def works(session: Store, n: int) -> None:
        try:
            for at in range(5):
                add(session, article(f"of {n} and {at}", f"{PIER} Edition {n} of {at}."), article("shared", PIER))
                session.correct(corrections.check(row(session, measure="killed")), f"analyst {n}", f"look {at}")
        except BaseException as fault:
            faults.append(fault)
            raise

    both = [threading.Thread(target=works, args=(session, n)) for n, session in enumerate(sessions)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert not faults
    assert len(again().load().kept) == 12
    assert len(kept.history()) == 10


def test_everything_goes_out_and_comes_back(kept: Store, tmp_path: Path, words: Lexicon) -> None:
    add(kept, article("kursk", title="T\u00f6ll", url="https://quay.example/1"), article("pier", PIER))
    kept.correct(corrections.change(row(kept, measure="killed"), best=460), WHO, WHY)
    kept.correct(corrections.remove("pier"), WHO, WHY)
    kept.correct(corrections.undo(2), "Lee", WHY)
    kept.correct(corrections.register(Change("outlet", "quay", "The Quay", ("Quay Weekly",)), words), WHO, WHY)
    file = tmp_path / "all.jsonl"
    file.write_bytes(b"".join(kept.exported()))
    with Store(tmp_path / "other.sqlite", words) as other:
        done = other.imported(file)
        assert (done.articles, done.entries, done.known, done.faults) == (2, 4, 0, [])
        assert b"".join(other.exported()) == file.read_bytes()
        assert other.load().corpus.claims.equals(kept.load().corpus.claims)
        again_ = other.imported(file)
        assert (again_.articles, again_.entries, again_.known) == (0, 0, 6)


def test_what_is_imported_is_held_against_what_is_there(kept: Store, tmp_path: Path, words: Lexicon) -> None:
    file = tmp_path / "all.jsonl"
    with Store(tmp_path / "other.sqlite", words) as other:
        add(other, article("early", LONG))
        file.write_bytes(b"".join(other.exported()))
    add(kept, article("late", "Updated.\n" + LONG))
    assert kept.imported(file).articles == 1
    (copied,) = kept.load().corpus.copies.items()
    assert set(copied) == {"early", "late"}


def test_a_broken_line_is_named_and_the_others_come_in(kept: Store, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    lines = [
        b'{"dispatches": 1}',
        b"{",
        b'{"article": {"id": "a", "text": 5}, "added": "2025-01-01T00:00:00", "who": "x"}',
        b'{"article": {"id": "a", "text": "Words."}, "added": "2025-01-01T00:00:00", "who": "x"}',
        b'{"entry": {"number": 1, "does": "explode", "subject": "a", "article": "a", "expected": {}, "values": {}, '
        b'"who": "x", "why": "y", "made": "2025-01-01T00:00:00"}}',
    ]
    file.write_bytes(b"\n".join(lines))
    done = kept.imported(file)
    assert done.articles == 1
    assert [str(one).split(" cannot")[0] for one in done.faults] == [f"all.jsonl, line {n}," for n in (2, 3, 5)]


def test_a_writer_waits_for_another_and_then_says_so(kept: Store, again: Callable[[], Store]) -> None:
    other = again()
    with other._base.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("UPDATE state SET version = version"))
        with kept._base.connect() as own:
            wait = "PRAGMA busy_timeout = 50" if SERVER is None else "SET lock_timeout = 50"
            own.exec_driver_sql(wait)
            own.commit()
        with pytest.raises(StoreError, match="is being written by somebody else"):
            add(kept, article("kursk"))
    assert [one.id for one in add(kept, article("kursk"))] == ["kursk"]


@pytest.mark.skipif(SERVER is not None, reason="a file")
@pytest.mark.parametrize(
    ("content", "says"), [(b"no database at all, but long enough to be looked at" * 30, "is no store of Dispatches")]
)
def test_a_file_that_is_no_store_is_told_in_one_line(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "x.sqlite"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=says):
        Store(file)
    assert file.read_bytes() == content


@pytest.mark.parametrize("address", ["mysql://a@b/c", "postgresql://nobody@localhost:1/none"])
def test_an_address_that_is_no_store_is_told_in_one_line(address: str) -> None:
    with pytest.raises(StoreError) as told:
        Store(address)
    assert "\n" not in str(told.value)
