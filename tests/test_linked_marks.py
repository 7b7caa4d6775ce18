"""An address that names the claims of a mark opens all of them; a broken one opens what is there and says so."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components.views import picking

KILLED, WOUNDED, CASUALTIES = "20a50e3f9d4c0a05", "853f3dd61870ff26", "301e1c5bbc3a917c"
Run = Callable[..., AppTest]


def which(page: AppTest) -> tuple[str, int, str]:
    """What the list of the mark's claims is called, how long it is, and which claim is read."""
    [box] = (box for box in page.selectbox if box.key == picking.CHOSEN)
    return box.label, len(box.options), str(box.value)


def address(page: AppTest) -> str:
    """What the address says of the picked claims."""
    asked = page.query_params[picking.CLAIM]
    return asked if isinstance(asked, str) else asked[0]


def told(page: AppTest) -> list[str]:
    return [one.value for one in (*page.info, *page.warning)]


def test_a_mark_of_several_claims_stands_in_the_address_which_opens_it_again_at_the_claim_that_was_read(
    run: Run,
) -> None:
    page = run(state={"picked claims": (CASUALTIES, KILLED, WOUNDED)})
    page.button(key="Next claim").click().run()
    assert which(page) == ("3 claims behind this mark", 3, KILLED)
    again = run(claim=address(page))
    assert which(again) == ("3 claims behind this mark", 3, KILLED)
    assert address(again) == address(page)
    assert told(again) == []
    assert [code.value for code in again.code][-1].endswith(f"?claim={address(page)}")


def test_a_mark_of_more_claims_than_the_address_holds_says_so(run: Run) -> None:
    page = run(claim=f"{KILLED}.{CASUALTIES}.{KILLED}.of1043")
    assert which(page) == ("The first 2 of 1,043 claims behind this mark", 2, KILLED)
    assert "The address of the first 2 of 1,043 claims behind this mark" in [one.value for one in page.caption]


def test_a_broken_address_of_a_mark_opens_what_is_there_and_says_what_is_not(run: Run) -> None:
    page = run(claim=f"nobody.{CASUALTIES}.nobody.{KILLED}")
    assert which(page)[1:] == (2, CASUALTIES)
    assert told(page) == ["1 of the 3 linked claims is not among these articles."]
    assert told(run(claim="nobody.nobody.no one")) == ["The linked claims are not among these articles."]


@given(st.text(alphabet="of.0123456789abcdef", max_size=2_000))
def test_no_address_asks_for_more_claims_than_one_may_hold(asked: str) -> None:
    first, ids, number = picking.parsed(asked)
    assert len(set(ids)) == len(ids) <= picking.MOST + 2
    assert number >= len(ids)
    assert first in ids or not ids


@given(st.integers(1, 3_000), st.data())
def test_an_address_is_bounded_and_gives_back_what_it_holds(number: int, drawn: st.DataObject) -> None:
    ids = [f"{n:016x}" for n in range(number)]
    claim = drawn.draw(st.sampled_from(ids))
    asked = picking.written(claim, ids, number)
    assert len(asked) <= 750
    first, opened, behind = picking.parsed(asked)
    assert (first, behind) == (claim, number)
    assert set(opened) == {*ids[: picking.MOST], claim}
    assert picking.written(first, opened, behind) == asked
