"""What stands under a list that was cut counts the same things as its heading."""

from components.measures import register, sayings
from components.measures.rows import all_of
from tests.by_hand import NAMES, Said, claims

LINES = 12


def test_what_a_list_of_claims_leaves_out_is_counted_in_claims_as_its_heading_is() -> None:
    frame = claims(*(Said(100.0 + n, article=article) for n in range(LINES + 2) for article in ("one", "two")))
    [body] = sayings(frame, NAMES, register(frame)).bodies(all_of(frame), {}, room=LINES)
    shown = sum(len(line.claims) for line in body.lines)
    assert (len(body.lines), shown, body.more) == (LINES, 2 * LINES, 4)
    assert shown + body.more == body.asserted


def test_who_has_few_lines_has_them_all_and_who_has_many_gives_way() -> None:
    frame = claims(*(Said(100.0 + n, source="rok-jcs") for n in range(20)), Said(5.0, source="tass"))
    found = sayings(frame, NAMES, register(frame)).bodies(all_of(frame), {}, room=10)
    assert {body.id: (len(body.lines), body.more) for body in found} == {"rok-jcs": (9, 11), "tass": (1, 0)}
