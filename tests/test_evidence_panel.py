"""The panel with the words behind a mark: opened by a pick or by the address, told in words, cited and linked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import articles, parsing
from components.lexicon import Lexicon
from components.model import Article
from components.views import desk, evidence, reasons

ROOT = Path(__file__).parents[1]
KILLED, TASS = "20a50e3f9d4c0a05", "8cdf2dd84f4b99d7"


@pytest.fixture
def opened(run: Callable[..., AppTest]) -> Callable[..., AppTest]:
    """A page of the seeds at an address, perhaps with claims picked before."""

    def at(path: str = "", picked: tuple[str, ...] | None = None, **address: str) -> AppTest:
        return run(path=path, state={} if picked is None else {"picked claims": picked}, **address)

    return at


def said(page: AppTest) -> str:
    return " ".join(one.value for one in (*page.markdown, *page.caption, *page.warning)).replace("\\", "")


def lit(page: AppTest) -> list[str]:
    return [html.proto.body for html in page.get("html") if 'mark class="sentence"' in html.proto.body]


def every(seeds: Path) -> tuple[str, ...]:
    return tuple(desk.load(seeds).claims["claim_id"])


@pytest.mark.parametrize("path", ["", "timeline", "figures", "sources", "statements", "articles", "leftovers"])
def test_an_address_with_a_claim_opens_its_words_on_every_page(opened: Callable[..., AppTest], path: str) -> None:
    page = opened(path, claim=KILLED)
    assert any("around 400" in html for html in lit(page))
    assert page.query_params["claim"] == KILLED


def test_a_claim_that_is_not_here_is_said_plainly_and_the_page_is_shown(opened: Callable[..., AppTest]) -> None:
    page = opened(claim="nobody")
    assert page.warning[-1].value == "The linked claim is not among these articles."
    assert len(page.get("plotly_chart")) == 3
    next(button for button in page.button if button.label == "Close").click().run()
    assert list(page.warning) == []
    assert "claim" not in page.query_params


def test_the_way_of_the_words_is_one_line(opened: Callable[..., AppTest]) -> None:
    page = opened(claim=KILLED)
    assert "Ukrainian intelligence, through lawmaker Yoo Yong-won, printed on 27 Mar 2025" in said(page)
    assert "Russian government, through TASS, printed on 27 Mar 2025" in said(opened(claim=TASS))


def test_the_way_of_the_words_leaves_out_what_is_not_known() -> None:
    row = {"source": "unattributed", "relays": ("yonhap", "tass")}
    names = {"yonhap": "Yonhap", "tass": "TASS"}
    assert evidence.path(row, Article("a", ""), names) == "No source named, through Yonhap, then TASS"
    printed = evidence.path({"source": "tass", "relays": ()}, Article("a", "", outlet="Newsmax"), names)
    assert printed == "TASS, printed by Newsmax"


def test_days_rule_and_statement_are_told_in_words(opened: Callable[..., AppTest]) -> None:
    told = said(opened(claim=KILLED))
    assert reasons.RULES["people with a casualty verb"] in told
    assert "Ukrainian intelligence" in told[told.index("Statement") :]
    assert "told by 1 article" in told
    assert KILLED not in told


def test_a_picked_mark_of_many_claims_lists_them_all_and_steps_through(
    opened: Callable[..., AppTest], seeds: Path
) -> None:
    ids = every(seeds)
    page = opened("sources", picked=ids)
    (which,) = (box for box in page.selectbox if "claims behind this mark" in box.label)
    assert len(which.options) == len(ids) == len(set(which.options))
    assert which.label == f"{len(ids)} claims behind this mark"
    first = lit(page)
    next(button for button in page.button if button.label == "Next").click().run()
    assert lit(page) != first
    assert page.query_params["claim"].split(".")[0] == ids[1]
    next(button for button in page.button if button.label == "Previous").click().run()
    assert lit(page) == first


def test_another_pick_begins_with_its_own_first_claim(opened: Callable[..., AppTest], seeds: Path) -> None:
    ids = every(seeds)
    page = opened("sources", picked=ids[:3])
    next(button for button in page.button if button.label == "Next").click().run()
    page.session_state["picked claims"] = ids[5:8]
    page.run()
    assert page.query_params["claim"].split(".")[0] == ids[5]


def test_a_claim_is_cited_and_linked(opened: Callable[..., AppTest]) -> None:
    footnote, words, link = (code.value for code in opened(claim=KILLED).code)
    assert footnote == "“North Korea sends more troops to Russia as security alliance deepens,” March 27, 2025."
    assert words.startswith("“South Korean lawmaker Yoo Yong-won, who visited Ukraine in February, cited")
    assert link.endswith(f"?claim={KILLED}")
    assert (
        opened("articles", article="002_5f822b2973527480", claim=KILLED)
        .code[-1]
        .value.endswith(f"?article=002_5f822b2973527480&claim={KILLED}")
    )


def test_the_whole_article_is_one_click_away_unless_it_is_open(opened: Callable[..., AppTest]) -> None:
    assert any("whole article" in link.proto.label for link in opened(claim=KILLED).get("page_link"))
    there = opened("articles", article="000_7bbad1f8c76d2e4e", claim=KILLED)
    assert not any("whole article" in link.proto.label for link in there.get("page_link"))


def test_every_rule_flag_and_reason_that_occurs_has_a_sentence(words: Lexicon, seeds: Path) -> None:
    loaded = articles.load([seeds, ROOT / "tests" / "articles"], words).articles
    found = [parsing.read(article, words) for article in loaded]
    claims = [claim for reading in found for claim in reading.claims]
    assert {claim.rule for claim in claims} <= set(reasons.RULES)
    assert {flag for claim in claims for flag in (*claim.flags, *claim.attribution.flags)} <= set(reasons.FLAGS)
    assert {left.reason for reading in found for left in reading.leftovers} <= set(reasons.LEFT)


def test_an_unknown_flag_says_its_own_words() -> None:
    assert reasons.flag("seen_twice today") == "Seen twice today."
