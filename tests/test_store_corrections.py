"""Corrections in the store: held against what it says, laid over what was read, undone, reported when stale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from components import corrections, parsing
from components.articles import Restated, Stated
from components.corrections import ConflictError, CorrectionError
from components.lexicon import Lexicon
from components.lexicon.registry import Change
from components.model import Article, Reading
from components.store import Store
from tests.stored import KURSK, PIER, WHO, WHY, add, article, number, row


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
    with pytest.raises(CorrectionError, match="who you are"):
        list(kept.add([article("pier", PIER)], ""))


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
