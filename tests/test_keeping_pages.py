"""What an analyst adds and corrects on the pages is kept in the store, by name and with a reason, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import corrections
from components.views import keeping

KILLED = "20a50e3f9d4c0a05"
ARTICLE = "000_7bbad1f8c76d2e4e"
PRINTED = "South Korea's Joint Chiefs of Staff said on Monday that about 12,000 North Korean troops were in Russia."

Run = Callable[..., AppTest]


def fill(page: AppTest, **given: str) -> AppTest:
    """Write into every field with these labels, "_" for a space."""
    for label, value in given.items():
        fields = [one for one in page.text_input if one.label == label.replace("_", " ")]
        assert fields
        for one in fields:
            one.set_value(value)
    return page


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    page.run()
    assert not page.exception
    return page


def said(page: AppTest) -> str:
    return " ".join(one.value for one in (*page.markdown, *page.caption, *page.success, *page.warning)).replace(
        "\\", ""
    )


def correct(page: AppTest, number: float, who: str = "Kim", why: str = "misprint") -> AppTest:
    next(one for one in page.number_input if one.label == "The number").set_value(number)
    return press(fill(page, Your_name=who, Why=why), "Keep")


def paste(page: AppTest, title: str, text: str) -> AppTest:
    page.text_area[0].set_value(text)
    return press(fill(page, Title=title), "Look at what was understood")


def test_nothing_is_kept_until_something_is_written(run: Run) -> None:
    page = run(path="corrections")
    assert "Nothing was corrected yet" in said(page)
    assert not Path(keeping.place()).exists()


def test_a_number_is_corrected_by_name_and_reason_and_the_page_shows_it(run: Run) -> None:
    page = correct(run(claim=KILLED), 450)
    assert "Kept as correction 1" in said(page)
    assert "1 corrected" in said(page)
    assert "1 claim drawn here was corrected by an analyst: see Corrections." in said(page)
    panel = said(run(claim=KILLED))
    assert "Corrected: the number: 450 instead of 400." in panel
    assert "Kim" in panel
    assert "misprint" in panel
    assert "about 450 killed" in " ".join(button.label for button in page.button).replace("\\", "")


def test_without_a_name_or_a_reason_nothing_is_kept(run: Run) -> None:
    assert "Say why" in said(correct(run(claim=KILLED), 450, why=""))
    assert "Say who you are" in said(correct(run(claim=KILLED), 450, who=""))
    assert "1 corrected" not in said(run())


def test_a_correction_on_a_stale_view_says_so(run: Run) -> None:
    mine, theirs = run(claim=KILLED), run(claim=KILLED)
    correct(theirs, 450, who="Lee")
    assert "Meanwhile Lee changed this claim" in said(correct(mine, 500))


def test_a_rejected_claim_leaves_the_charts_and_comes_back_when_that_is_undone(run: Run) -> None:
    page = run(claim=KILLED, state={"verdict": "It is wrong"})
    page = press(fill(page, Your_name="Kim", Why="not said there"), "Keep")
    assert "1 rejected" in said(page)
    assert "about 400 killed" not in " ".join(one.label for one in page.button).replace("\\", "")
    (note,) = (one.label for one in run(path="articles", article=ARTICLE).button if "~~" in one.label)
    assert "400 killed" in note
    assert "rejected by an analyst" in note
    book = run(path="corrections")
    assert "Rejected: it counts nowhere." in said(book)
    press(fill(book, Your_name="Lee", Why="it is said"), "Take it back")
    assert "(taken back)" in said(run(path="corrections"))
    assert "rejected" not in said(run())


def test_a_leftover_is_made_a_claim(run: Run) -> None:
    page = run(path="leftovers")
    next(one for one in page.selectbox if one.label == "Which").set_value(0)
    page.run()
    next(one for one in page.selectbox if one.label == "What happened").set_value("agreement")
    page = press(fill(page, Your_name="Kim", Why="it counts"), "Make it a claim")
    assert "49 claims" in said(page)
    assert "1 leftover" in said(page)


def test_the_outlet_of_an_article_in_the_store_is_set_by_name(run: Run) -> None:
    correct(run(claim=KILLED), 450)
    page = run(path="articles", article=ARTICLE)
    press(fill(page, Outlet="The Quay", Your_name="Kim", How_you_know="masthead"), "Save")
    assert "the outlet is The Quay" in said(run(path="articles", article=ARTICLE))


def test_a_pasted_text_is_shown_as_understood_then_kept_once(run: Run) -> None:
    page = paste(run(path="add"), "Troops again", PRINTED)
    assert len(page.dataframe) == 1
    page = press(fill(page, Your_name="Kim"), "Keep them")
    assert "Kept: [Troops again]" in said(page)
    assert "from 3 articles" in said(page)
    page = press(fill(paste(page, "Once more", PRINTED), Your_name="Kim"), "Keep them")
    assert "Not kept: this very text is there already" in said(page)
    assert "from 3 articles" in said(run())


def test_the_columns_of_a_table_are_shown_and_another_one_is_chosen(run: Run) -> None:
    page = run(path="add")
    table = f'Day,Body,Event\n2025-03-31,"{PRINTED}",Troops counted\n'.encode()
    page.file_uploader[0].set_value([("timeline.csv", table, "text/csv")])
    [one for one in page.button if one.label == "Look at what was understood"][-1].click()
    page.run()
    shown = {one.label: one.value for one in page.selectbox if one.key.startswith("column 0")}
    assert (shown["Date"], shown["Text"], shown["Headline"]) == ("Day", "Body", "no column")
    next(one for one in page.selectbox if one.key == "column 0 headline").set_value("Event")
    page = press(page, "Look at what was understood")
    assert page.dataframe[0].value.loc[0, ["Title", "Language"]].tolist() == [
        "Troops counted",
        "English (told from its words)",
    ]


def test_an_article_is_taken_out_and_put_back(run: Run) -> None:
    correct(run(claim=KILLED), 450)
    page = run(path="articles", article=ARTICLE)
    press(fill(page, Your_name="Kim", Why="a hoax"), "Take it out")
    assert "from 1 article," in said(run())
    press(fill(run(path="corrections"), Your_name="Kim", Why="no hoax"), "Take it back")
    assert "from 2 articles" in said(run())


def test_an_alias_of_a_source_is_registered_and_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("The Blue Lantern said on 3 March 2025 that 300 North Korean troops died.", "utf-8")
    page = run(folder, path="corrections")
    next(one for one in page.selectbox if one.label == "Source").set_value("rok-nis")
    page = fill(page, **{"Another_name_for_it,_as_printed": "the Blue Lantern"})
    page = press(fill(page, Your_name="Kim", Why="its nickname"), "Register")
    assert "Kept as correction" in said(page)
    claims = keeping.opened().load().corpus.claims
    assert set(claims["source"]) == {"rok-nis"}


def test_versions_show_what_changed_and_escape_it(run: Run) -> None:
    page = run(path="add")
    for text in (PRINTED, PRINTED.replace("12,000", "13,000 <b>bold</b>")):
        page = paste(fill(page, **{"Address,_kept_but_never_opened": "https://quay.example/1"}), "Troops", text)
        page = press(fill(page, Your_name="Kim"), "Keep them")
    assert "a new version of" in said(page)
    shown = run(path="articles", article="troops-2")
    html = " ".join(one.value for one in shown.get("html") if "changes" in getattr(one, "value", ""))
    assert "<ins>" in html or "Version 2 of 2" in said(shown)
    assert "<b>bold</b>" not in html


def test_every_correction_has_a_sentence(run: Run) -> None:
    correct(run(claim=KILLED), 450)
    keeping.opened().correct(corrections.undo(1), "Kim", "it was right")
    assert "Took back correction 1." in said(run(path="corrections"))


@pytest.mark.parametrize("place", ["/proc/none/store.sqlite"])
def test_a_store_that_cannot_be_made_is_told_and_nothing_breaks(
    run: Run, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    page = run(claim=KILLED)
    monkeypatch.setenv("DISPATCHES_DB", place)
    assert "cannot be made" in said(correct(page, 450))
