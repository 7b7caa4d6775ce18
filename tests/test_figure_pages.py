"""The pages of figures: the checks beside each chart, rows that can be added up, and the arrangement in the address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APART = "a small chart for each source"


@pytest.fixture
def run(run: Callable[..., AppTest], seeds: Path) -> Callable[..., AppTest]:
    """A page by its name in the address; ``chosen`` are rows of the first table of figures."""

    def opened(path: str = "figures", folder: Path = seeds, chosen: tuple[int, ...] = (), **address: str) -> AppTest:
        page = run(folder, path, **address)
        if chosen:
            table = page.dataframe[0].proto.id.split("-", 2)[2]
            page.session_state[table] = {"selection": {"rows": list(chosen), "columns": [], "cells": []}}
            page.run()
        assert not page.exception
        return page

    return opened


def words(page: AppTest) -> str:
    return " ".join(element.value for element in (*page.caption, *page.markdown)).replace("\\", "")


def row(page: AppTest, *parts: str) -> int:
    """The place of the row that has these words."""
    table = page.dataframe[0].value
    return next(n for n, cells in enumerate(table.to_numpy().tolist()) if all(part in str(cells) for part in parts))


def test_each_topic_has_its_checks_and_its_numbers(run: Callable[..., AppTest]) -> None:
    page = run()
    assert [heading.value for heading in page.header] == ["North Korean troops", "North Korean casualties"]
    assert [heading.value for heading in page.subheader] == ["Does it add up"] * 2
    assert len(page.dataframe) == len(page.get("plotly_chart")) == 2
    assert "Choose two or more rows" in words(page)


def test_a_check_opens_the_words_behind_it(run: Callable[..., AppTest]) -> None:
    page = run()
    check = next(button for button in page.button if "casualties are stated as a part" in button.label)
    check.click().run()
    assert any('class="evidence"' in html.proto.body for html in page.get("html"))


def test_a_sum_of_ours_is_in_the_table_with_its_formula(run: Callable[..., AppTest]) -> None:
    figures = run().dataframe[0].value["Figure"].tolist()
    assert "at least 14,000 = about 11,000 + at least 3,000 (our sum, not a figure of the source)" in figures


def test_chosen_rows_are_added_with_their_formula_or_refused_with_the_rule(run: Callable[..., AppTest]) -> None:
    page = run()
    total, ours, more = row(page, "'about 11,000'"), row(page, "our sum"), row(page, "'at least 3,000'")
    added = words(run(chosen=(total, more)))
    assert "at least 14,000 troops = about 11,000 + at least 3,000" in added
    assert "Rule 4 (a total may include the addition)" in added
    assert "Rule 2 (an addition adds only to a total before it): no addition is counted twice" in words(
        run(chosen=(ours, more))
    )


def test_what_is_refused_on_the_screen_stands_on_the_picture(run: Callable[..., AppTest]) -> None:
    page = run()
    refused = run(chosen=(row(page, "our sum"), row(page, "'at least 3,000'")))
    assert "Note: Not added: " not in sheet(page)
    assert "Note: Not added: " in sheet(refused)


def sheet(page: AppTest) -> str:
    """What the page hands to the browser when the first button of a picture is pressed."""
    page.session_state["pictures of Troops"] = {"wanted": "wide"}
    parts = [part.proto for part in page.run().get("bidi_component")]
    return str(next(part for part in parts if part.component_name == "picture_buttons"))


def test_an_address_arranges_the_charts(run: Callable[..., AppTest]) -> None:
    page = run(arrange=APART)
    assert page.radio[0].value == APART
    assert run(arrange="by moonlight").radio[0].value == "all sources on one chart"


def test_materiel_has_a_page(run: Callable[..., AppTest]) -> None:
    page = run("materiel")
    assert [heading.value for heading in page.header] == ["North Korean materiel"]
    assert page.dataframe[0].value["What"].tolist() == ["Guns and launchers: totals"]
    assert "1 vague numbers" in words(page)


def test_what_containers_could_hold_is_said_to_be_no_delivery(run: Callable[..., AppTest], tmp_path: Path) -> None:
    (tmp_path / "piece.txt").write_text(
        "SEOUL, April 3, 2025 (Wire) -- North Korea has shipped about 900 containers to Russia, South Korea's defense "
        "ministry said. They could hold up to 40,000 rounds of 152 mm shells.\n"
    )
    assert "it is in no total" in words(run("materiel", tmp_path))


def test_a_page_without_a_figure_says_what_to_do(run: Callable[..., AppTest], tmp_path: Path) -> None:
    (tmp_path / "piece.txt").write_text("SEOUL, April 3, 2025 (Wire) -- A North Korean envoy visited Russia.\n")
    for path in ("figures", "materiel"):
        page = run(path, tmp_path)
        assert "Clear a filter, or add an article that has one" in words(page)
        assert len(page.dataframe) == 0
