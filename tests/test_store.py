"""The store: what was put into it is there, once, and is read again only where something changed.

With DISPATCHES_TEST_DB these tests run on that PostgreSQL database, which they empty (``make test-postgres``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from components import corpus, corrections, parsing, statements
from components.lexicon import Lexicon
from components.model import Article, Span
from components.statements import groups
from components.store import Store, coding
from tests.stored import KURSK, LONG, PIER, WHO, WHY, add, article, row
from tests.test_reading import PRINTED, PROSE, WORDS


def test_what_was_stored_is_there_for_the_next_program(kept: Store, again: Callable[[], Store], words: Lexicon) -> None:
    one = article("kursk", title="Toll", outlet="The Quay", url="https://quay.example/1")
    assert [added.id for added in add(kept, one)] == ["kursk"]
    found = again().load()
    assert found.kept["kursk"].held.article == one
    assert found.kept["kursk"].held.who == WHO
    wanted = corpus.of([parsing.read(one, words)], words)
    assert found.corpus.claims.equals(wanted.claims)
    assert found.corpus.leftovers == wanted.leftovers
    assert found.corpus.articles == wanted.articles


def test_only_what_changed_is_read_again(kept: Store, again: Callable[[], Store]) -> None:
    add(kept, article("kursk"), article("pier", PIER))
    told: list[tuple[int, int]] = []
    kept.load(lambda *done: told.append(done))
    assert told[-1] == (2, 2)
    told.clear()
    other = again()
    other.load(lambda *done: told.append(done))
    assert told == []
    add(other, article("harbour", LONG))
    kept.load(lambda *done: told.append(done))
    assert told[-1] == (1, 1)


def test_the_same_text_is_refused_and_points_at_the_first(kept: Store) -> None:
    first, second = add(kept, article("kursk"), article("again", title="Another heading"))
    assert (second.id, second.same_as, second.removed) == ("", "kursk", False)
    kept.correct(corrections.remove("kursk"), WHO, WHY)
    (third,) = add(kept, article("kursk"))
    assert (third.same_as, third.removed) == ("kursk", True)
    assert first.id == "kursk"


def test_another_text_of_the_same_name_gets_a_name_of_its_own(kept: Store) -> None:
    named = [one.id for one in add(kept, article("kursk"), article("kursk", PIER), article("kursk", LONG))]
    assert named == ["kursk", "kursk-2", "kursk-3"]
    assert set(kept.load().corpus.claims["article_id"]) >= {"kursk", "kursk-2"}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_near_copy_is_kept_and_marked_whichever_came_first(kept: Store, order: tuple[int, int]) -> None:
    day = parsing.dateline.publication(KURSK, None)[0]
    early = article("early", LONG, published=day)
    late = article("late", "Updated.\n" + LONG, published=day.replace(day=20))
    added = add(kept, *([early, late][n] for n in order))
    assert added[1].copy_of == added[0].id
    assert kept.load().corpus.copies == {"late": "early"}
    kept.correct(corrections.remove("early"), WHO, WHY)
    assert kept.load().corpus.copies == {}


def test_versions_of_one_address_are_a_history(kept: Store) -> None:
    day = parsing.dateline.publication(KURSK, None)[0]
    add(kept, article("new", PIER, url="https://www.quay.example/a?utm_source=x", published=day.replace(day=20)))
    (added,) = add(kept, article("old", KURSK, url="http://quay.example/a#top", published=day))
    assert added.version_of == "new"
    assert kept.load().kept["new"].versions == ("old", "new")


def test_an_article_that_cannot_be_stored_is_named_and_the_rest_goes_on(kept: Store) -> None:
    broken, blank, good = add(kept, article("half", "\ud800"), article("blank", " \n"), article("kursk"))
    assert "half a character" in str(broken.fault)
    assert "has no text" in str(blank.fault)
    assert good.id == "kursk"


@given(PROSE)
def test_a_reading_comes_back_as_it_was_but_for_its_mentions(printed: str) -> None:
    one = Article("any", printed, published=PRINTED, boilerplate=(Span(0, len(printed)),))
    read = parsing.read(one, WORDS)
    assert coding.reading(coding.packed_reading(read), one, WORDS) == replace(read, mentions=())
    assert coding.article(*coding.packed(one)) == one


def test_the_table_comes_back_from_one_piece_as_it_was(
    kept: Store, again: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components.store.memory.MANY", 2)
    add(kept, article("kursk", outlet="The Quay"), article("pier", PIER))
    whole = kept.load().corpus
    read: list[str] = []
    real = coding.reading
    monkeypatch.setattr("components.store.coding.reading", lambda *given: read.append("one") or real(*given))
    other = again().load().corpus
    assert read == []
    assert other.claims.equals(whole.claims)
    assert [*other.claims.dtypes] == [*whole.claims.dtypes]
    assert (other.articles, other.leftovers) == (whole.articles, whole.leftovers)


def test_statements_are_kept_and_only_what_a_change_touches_is_grouped_anew(
    kept: Store, again: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components.store.store.MANY", 2)
    add(kept, article("kursk", outlet="The Quay"), article("pier", PIER))
    assert kept.grouped().statements == _grouped(kept).statements
    made: list[str] = []
    real = groups.figures
    monkeypatch.setattr(groups, "figures", lambda name, *given: made.append(name) or real(name, *given))
    other = again()
    assert other.grouped().claims.equals(_grouped(kept).claims)
    made.clear()
    assert other.grouped().statements == kept.grouped().statements
    assert made == []
    other.correct(corrections.reject(row(other, measure="killed")), WHO, WHY)
    assert "killed" not in {figure.careful.measure for one in other.grouped().statements for figure in one.figures}
    of_kursk = {one.id for one in other.grouped().statements if "kursk" in one.articles}
    assert set(made) == of_kursk < {one.id for one in other.grouped().statements}


def test_statements_kept_by_two_programs_in_turn_are_those_of_the_last(
    kept: Store, again: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components.store.store.MANY", 1)
    other = again()
    for n, one in enumerate((kept, other, kept, kept, other)):
        add(one, article(f"pier {n}", PIER.replace("3,000", f"{n + 4},000")))
        assert one.grouped().statements == _grouped(one).statements
        last = again()
        assert last.grouped().statements == one.grouped().statements
        assert last.grouped().claims.equals(one.grouped().claims)


def _grouped(store: Store) -> statements.Grouping:
    """From nothing."""
    said = store.load().corpus
    return statements.group(said.claims, said.lexicon, said.copies)


def test_the_version_grows_with_each_change_and_with_nothing_else(kept: Store, tmp_path: Path) -> None:
    seen = [kept.version()]
    add(kept, article("kursk"))
    seen.append(kept.version())
    kept.load()
    assert kept.version() == seen[-1]
    kept.correct(corrections.check(row(kept, measure="killed")), WHO, WHY)
    seen.append(kept.version())
    assert seen == sorted(set(seen))
    add(kept, article("kursk"), article("again"))
    (tmp_path / "all.jsonl").write_bytes(b"".join(kept.exported()))
    kept.imported(tmp_path / "all.jsonl")
    assert kept.version() == seen[-1]
