"""The store: what was put into it is there, once, and is read again only where something changed.

With DISPATCHES_TEST_DB the same tests run on that PostgreSQL database, which they empty (``make test-postgres``).
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from sqlalchemy import create_engine, text

from components import corpus, corrections, parsing, store
from components.articles import Restated, Stated
from components.corrections import ConflictError, CorrectionError
from components.lexicon import Lexicon
from components.lexicon.registry import Change
from components.model import Article, Reading, Span
from components.store import Store, StoreError, coding
from tests.test_reading import PRINTED, PROSE, WORDS

KURSK = (
    "KYIV, Jan. 13, 2025 (Quay) -- South Korea's spy agency said on Monday that about 450 North Korean soldiers were "
    "killed and 2,700 wounded in Kursk. The Pier Institute said that Russia pays 40 villages for 12 concerts."
)
PIER = "SEOUL, Feb. 2, 2025 (Pier) -- North Korea sent at least 3,000 more soldiers to Russia, the JCS said on Sunday."
LONG = " ".join(
    f"On day {n} a convoy of {n + 3} lorries left the harbour number {n * 7} bound for depot {n * 11}."
    for n in range(40)
)
WHO, WHY = "Kim", "the sentence says so"
SERVER = os.environ.get("DISPATCHES_TEST_DB")


def article(name: str, printed: str = KURSK, **more: object) -> Article:
    return replace(Article(name, printed), **more)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without an article; to make one takes longer than to copy it."""
    made = tmp_path_factory.mktemp("store") / "made" / "on first use.sqlite"
    Store(made).close()
    return made


@pytest.fixture
def place(tmp_path: Path, empty: Path) -> Path | str:
    if SERVER is None:
        return Path(shutil.copy(empty, tmp_path / "store.sqlite"))
    base = create_engine(SERVER.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with base.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    base.dispose()
    return SERVER


@pytest.fixture
def kept(place: Path | str, words: Lexicon) -> Iterator[Store]:
    with Store(place, words) as opened:
        yield opened


@pytest.fixture
def again(place: Path | str, words: Lexicon) -> Iterator[Callable[[], Store]]:
    """The same store as another program has it."""
    opened: list[Store] = []

    def other() -> Store:
        opened.append(Store(place, words))
        return opened[-1]

    yield other
    for one in opened:
        one.close()


def add(kept: Store, *those: Article) -> list[store.Added]:
    return list(kept.add(those, WHO))


def row(kept: Store, **cells: object) -> dict[str, object]:
    """The first row of the store with these cells."""
    claims = kept.load().corpus.claims
    for name, value in cells.items():
        claims = claims[claims[name] == value]
    return claims.iloc[0].to_dict()


def number(kept: Store, measure: str = "killed") -> float:
    return float(row(kept, measure=measure)["best"])


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


def test_a_correction_changes_the_claim_and_says_so(kept: Store, again: Callable[[], Store]) -> None:
    add(kept, article("kursk"))
    kept.correct(corrections.change(row(kept, measure="killed"), best=460), WHO, WHY)
    other = again().load()
    claims = other.corpus.claims
    corrected = claims[claims["measure"] == "killed"].iloc[0]
    assert (corrected["best"], corrected["review"]) == (460, "corrected")
    assert f"corrected by {WHO}" in corrected["flags"][-1]
    assert "best was 450" in corrected["flags"][-1]
    (changed,) = other.changed
    assert (changed.column, changed.old, changed.new) == ("best", 450, 460)
    assert set(claims["review"]) == {"auto", "corrected"}


def test_undoing_is_a_line_too_and_can_be_undone(kept: Store) -> None:
    add(kept, article("kursk"))
    first = kept.correct(corrections.change(row(kept, measure="killed"), best=460), WHO, WHY)
    second = kept.correct(corrections.undo(first), WHO, "read it again")
    assert number(kept) == 450
    with pytest.raises(ConflictError, match="undone already"):
        kept.correct(corrections.undo(first), WHO, WHY)
    kept.correct(corrections.undo(second), WHO, "it was right")
    assert number(kept) == 460
    assert [one.draft.does for one in kept.history()] == ["change", "undo", "undo"]


def test_a_correction_on_a_stale_view_says_so(kept: Store, again: Callable[[], Store]) -> None:
    add(kept, article("kursk"))
    seen = row(kept, measure="killed")
    again().correct(corrections.change(seen, best=460), "Lee", WHY)
    with pytest.raises(ConflictError, match=r"Meanwhile Lee changed this claim: best is 460 now, not 450"):
        kept.correct(corrections.change(seen, best=470), WHO, WHY)
    assert number(kept) == 460


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"best": -1}, "no number"),
        ({"measure": "geese"}, "no measure; choose one of"),
        ({"source": "nobody"}, "no source"),
        ({"low": 900, "high": 300, "best": None, "bound": "range"}, "low above its high"),
        ({"sentence": "x"}, "cannot be corrected"),
        ({"event_start": "Monday"}, "no day"),
        ({"best": 450}, "Nothing would be changed"),
        ({"bound": None}, "number without its bound"),
    ],
)
def test_a_correction_that_cannot_stand_is_refused(kept: Store, values: dict[str, object], says: str) -> None:
    add(kept, article("kursk"))
    with pytest.raises(CorrectionError, match=says):
        kept.correct(corrections.change(row(kept, measure="killed"), **values), WHO, WHY)
    assert kept.history() == ()


@pytest.mark.parametrize(("who", "why", "says"), [("", WHY, "who you are"), (WHO, " ", "a reason is needed")])
def test_who_and_why_are_needed(kept: Store, who: str, why: str, says: str) -> None:
    add(kept, article("kursk"))
    with pytest.raises(CorrectionError, match=says):
        kept.correct(corrections.remove("kursk"), who, why)


def test_a_leftover_becomes_a_claim(kept: Store) -> None:
    add(kept, article("kursk"))
    before = kept.load().corpus
    left = next(one for one in before.leftovers if one.span.of(KURSK) == "40")
    draft = corrections.make(
        left, KURSK, event_type="economic_aid", measure="vehicles", best=40, bound="exact", kind="total", subject="prk"
    )
    kept.correct(draft, WHO, WHY)
    after = kept.load().corpus
    made = after.claims[after.claims["measure"] == "vehicles"].iloc[0]
    assert (made["quantity_text"], made["best"], made["review"]) == ("40", 40, "corrected")
    assert left not in after.leftovers
    with pytest.raises(ConflictError, match="no longer left over"):
        kept.correct(draft, WHO, WHY)
    kept.correct(corrections.undo(1), WHO, WHY)
    assert left in kept.load().corpus.leftovers


def test_a_better_reading_makes_a_correction_stale_and_loses_nothing(
    kept: Store, monkeypatch: pytest.MonkeyPatch, again: Callable[[], Store]
) -> None:
    add(kept, article("kursk"))
    kept.correct(corrections.change(row(kept, measure="killed"), best=460), WHO, WHY)
    kept.correct(corrections.check(row(kept, measure="wounded")), WHO, WHY)
    real = parsing.read

    def better(one: Article, words: Lexicon) -> Reading:
        read = real(one, words)
        claims = [replace(c, quantity=c.quantity and replace(c.quantity, best=455.0)) for c in read.claims]
        return replace(read, claims=tuple(claims))

    monkeypatch.setattr("components.bulk.parsing.read", better)
    monkeypatch.setattr("components.store.coding.PARSER_VERSION", "better")
    found = again().load()
    assert [one.entry.number for one in found.stale] == [1, 2]
    assert found.stale[0].reason == "best was 450 when it was written and is 455 now."
    assert set(found.corpus.claims["review"]) == {"auto"}
    assert len(found.entries) == 2


def test_what_is_stated_of_an_article_is_read_by(kept: Store) -> None:
    add(kept, article("kursk"))
    one = kept.load().corpus.articles["kursk"]
    kept.correct(corrections.state(one, outlet="The Quay", published=one.published.replace(year=2024)), WHO, WHY)
    after = kept.load()
    assert after.corpus.articles["kursk"].published_basis == "analyst"
    assert set(after.corpus.claims["outlet"]) == {"The Quay"}
    assert set(after.corpus.claims["published"].dt.year) == {2024}
    assert after.kept["kursk"].held.article.outlet is None


def test_what_was_set_beside_a_folder_comes_along_as_a_correction(kept: Store) -> None:
    restated = Restated(article("kursk"), Stated(outlet="The Quay", reason="Masthead"))
    list(kept.add([restated.article], WHO, {"kursk": restated}))
    (line,) = kept.history()
    assert (line.why, dict(line.draft.values)) == ("Masthead", {"outlet": "The Quay"})
    assert kept.load().corpus.articles["kursk"].outlet == "The Quay"
    assert kept.load().kept["kursk"].held.article.outlet is None


def test_a_registered_word_is_read_where_it_stands_and_nowhere_else(kept: Store, words: Lexicon) -> None:
    add(
        kept,
        article("kursk", "The Grey House said on Monday that about 450 North Korean soldiers were killed in Kursk."),
    )
    add(kept, article("pier", PIER))
    assert row(kept, article_id="kursk")["source"] != "ua-gov"
    told: list[tuple[int, int]] = []
    kept.correct(corrections.register(Change("source", "ua-gov", words=("Grey House",)), words), WHO, WHY)
    found = kept.load(lambda *done: told.append(done))
    claims = found.corpus.claims
    assert told[-1] == (1, 1)
    assert set(claims[claims["article_id"] == "kursk"]["source"]) == {"ua-gov"}
    assert set(claims["lexicon_digest"]) == {found.corpus.lexicon.digest} != {words.digest}
    with pytest.raises(CorrectionError, match="is a word for"):
        kept.correct(corrections.register(Change("outlet", "grey", "Grey", ("Grey House",)), words), WHO, WHY)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (Change("source", "ua-gov", reliability="G"), "must be one of A, B, C, D, E, F"),
        (Change("source", "nobody", words=("Nobody",)), "is not among the sources"),
        (Change("outlet", "quay", "The Quay"), "has no word"),
        (Change("outlet", "quay", "The Quay", (" - ",)), "is no word to look for"),
    ],
)
def test_the_registry_is_checked_as_the_word_files_are(kept: Store, words: Lexicon, change: Change, says: str) -> None:
    with pytest.raises(CorrectionError, match=says):
        kept.correct(corrections.register(change, words), WHO, WHY)


def test_a_grade_is_kept_and_reads_nothing_again(kept: Store, words: Lexicon) -> None:
    add(kept, article("kursk"))
    kept.load()
    told: list[tuple[int, int]] = []
    kept.correct(corrections.register(Change("source", "rok-nis", reliability="B"), words), WHO, WHY)
    found = kept.load(lambda *done: told.append(done))
    assert found.corpus.lexicon.sources["rok-nis"].reliability == "B"
    assert told == []


def test_the_version_grows_with_each_change_and_with_nothing_else(kept: Store) -> None:
    seen = [kept.version()]
    add(kept, article("kursk"))
    seen.append(kept.version())
    kept.load()
    assert kept.version() == seen[-1]
    kept.correct(corrections.check(row(kept, measure="killed")), WHO, WHY)
    seen.append(kept.version())
    assert seen == sorted(set(seen))


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
