"""A program that is killed at any point leaves a store that opens, with all it has acknowledged and nothing by halves.

A child process kills itself before one of its questions to the database, the next child a few questions later, so that
points all over the work are met.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import event, select, text

from components import corrections, parsing, store
from components.lexicon import Lexicon
from components.model import Article
from components.store import Store
from components.store import schema as tables
from components.store.connection import engine
from components.store.upgrade import upgrade

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks")
TOLL = "The NIS said on Jan. 13, 2025 that about {} North Korean soldiers were killed in Kursk. Edition {}."
GIVEN = tuple(Article(f"a{n}", TOLL.format(300 + n, n)) for n in range(12))
FORK = get_context("fork")


def killed_at(question: int, place: Path, work: Callable[[Store, int], None], words: Lexicon) -> tuple[bool, bytes]:
    """Whether a child that did the work died before the question of this number, and what it had acknowledged."""
    reads, writes = os.pipe()

    def child() -> None:
        os.close(reads)
        with Store(place, words) as opened:
            asked = 0

            def count(*_: object) -> None:
                nonlocal asked
                asked += 1
                if asked == question:
                    os.kill(os.getpid(), signal.SIGKILL)

            event.listen(opened._base, "before_cursor_execute", count)
            event.listen(opened._base, "commit", count)
            work(opened, writes)

    process = FORK.Process(target=child)
    process.start()
    os.close(writes)
    with open(reads, "rb") as stream:
        acknowledged = stream.read()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode != 0, acknowledged


def adds(opened: Store, writes: int) -> None:
    for one in opened.add(GIVEN, "Kim"):
        os.write(writes, f"{one.id} ".encode())
    opened.load()


def test_a_bulk_ingest_killed_at_any_point(tmp_path: Path, words: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.store.store.PORTION", 4)
    monkeypatch.setattr("components.store.memory.PORTION", 5)
    empty = tmp_path / "empty.sqlite"
    with Store(empty, words):
        parsing.read(GIVEN[0], words)  # so that no child has to load what reading needs
    points, died = 0, True
    while died:
        points += 5
        place = tmp_path / f"{points}.sqlite"
        shutil.copy(empty, place)
        died, acknowledged = killed_at(points, place, adds, words)
        base = engine(place)
        with base.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            there = set(connection.execute(select(tables.articles.c.id)).scalars())
            worded = set(connection.execute(select(tables.wordings.c.article)).scalars())
            assert set(acknowledged.decode().split()) <= there
            assert len(there) % 4 == 0
            assert len(worded) == len(there)
        base.dispose()
    assert points > 50
    with Store(tmp_path / "30.sqlite", words) as opened:
        again = list(opened.add(GIVEN, "Kim"))
        assert {one.id or one.same_as for one in again} == {one.id for one in GIVEN}
        assert set(opened.load().corpus.claims["article_id"]) == {one.id for one in GIVEN}


def test_a_correction_killed_at_any_point(tmp_path: Path, words: Lexicon) -> None:
    place = tmp_path / "store.sqlite"
    with Store(place, words) as opened:
        list(opened.add(GIVEN[:2], "Kim"))
        rows = [row for _, row in opened.load().corpus.claims.iterrows()]
    died, points = True, 0
    while died:
        points += 2

        def corrects(opened: Store, writes: int) -> None:
            seen = next(row for row in rows if row["article_id"] == "a0")
            now = opened.load().corpus.claims
            best = float(now[now["claim_id"] == seen["claim_id"]]["best"].iloc[0])
            current = {**seen, "best": best}
            opened.correct(corrections.change(current, best=best + 1), "Kim", "look again")
            os.write(writes, b"done")

        before = lines(place)
        died, acknowledged = killed_at(points, place, corrects, words)
        after = lines(place)
        assert after - before in ({0, 1} if died and not acknowledged else {1})
    with Store(place, words) as opened:
        found = opened.load()
        best = found.corpus.claims[found.corpus.claims["article_id"] == "a0"]["best"].iloc[0]
        assert best == 300 + len(found.entries)
        assert found.stale == ()
    assert points > 10


def lines(place: Path) -> int:
    base = engine(place)
    with base.connect() as connection:
        number = len(connection.execute(select(tables.entries.c.number)).all())
    base.dispose()
    return number


def test_an_old_store_is_brought_to_the_present_shape_without_loss(tmp_path: Path, words: Lexicon) -> None:
    place = tmp_path / "old.sqlite"
    base = engine(place)
    upgrade(base, to="1")
    with Store(tmp_path / "new.sqlite", words) as new:
        list(new.add(GIVEN, "Kim"))
        new.correct(corrections.remove("a1"), "Kim", "a reprint")
        exported = b"".join(new.exported())
        with new._base.connect() as source, base.begin() as target:
            for name in ("articles", "wordings", "entries"):
                found = source.execute(select(tables.metadata.tables[name])).mappings().all()
                target.execute(tables.metadata.tables[name].insert(), [dict(row) for row in found])
    base.dispose()
    with Store(place, words) as old:
        assert b"".join(old.exported()) == exported
        assert len(old.load().corpus.articles) == len(GIVEN) - 1


def test_the_migrations_make_the_tables_that_the_program_names(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    base = engine(tmp_path / "store.sqlite")
    upgrade(base)
    with base.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    base.dispose()


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    Store(place).close()
    base = engine(place)
    with base.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '99'"))
    base.dispose()
    with pytest.raises(store.StoreError, match="newer version"):
        Store(place)
