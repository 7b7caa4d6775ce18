"""The head of the page: the note for who opens it first, and what it says of itself on paper."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from components.views.masthead import HINT


def hinted(page: AppTest) -> bool:
    return any(HINT[0] in element.value for element in page.markdown)


def test_the_page_opens_with_three_lines_that_stay_until_they_are_hidden(run: Callable[..., AppTest]) -> None:
    page = run()
    assert len(HINT) == 3
    assert hinted(page)
    page.text_input(key="words").set_value("Kursk").run()
    assert hinted(page)
    page.button(key="close hint").click().run()
    assert not hinted(page)


def test_an_address_with_a_choice_in_it_opens_without_them(run: Callable[..., AppTest]) -> None:
    assert not hinted(run(source="TASS"))


def test_the_page_has_its_stamp_for_paper(run: Callable[..., AppTest]) -> None:
    [paper] = [html.proto.body for html in run(source="TASS").get("html") if 'class="printed"' in html.proto.body]
    assert "<p>Filters: source TASS</p>" in paper
    assert "claims shown" in paper or "claim shown" in paper


def test_words_of_the_address_are_no_markup_on_paper(run: Callable[..., AppTest]) -> None:
    [paper] = [
        html.proto.body
        for html in run(words="<script>alert(1)</script>").get("html")
        if 'class="printed"' in html.proto.body
    ]
    assert "<script" not in paper
    assert "&lt;script&gt;" in paper
