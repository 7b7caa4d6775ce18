"""Who passes whose words on, counted in claims, and its streams."""

from __future__ import annotations

from dataclasses import replace

from components import charts
from components.measures import LeftOut, Network, network
from components.measures.network import MOST
from tests.by_hand import NAMES, Said, claims, day

FAMILIES = {"tass": "ru"}
ONE = Said(2_500, source="rok-jcs", outlet="Herald", days=(day(3, 3), day(3, 3)))


def streams(told: Network) -> list[str]:
    names = [node.name for node in told.nodes]
    return [f"{names[link.start]} > {names[link.end]} {link.claims}" for link in told.links]


def made(*said: Said) -> Network:
    return network(claims(*said), NAMES, FAMILIES, {"Gazette": "ru"})


def test_a_claim_without_a_relay_goes_from_its_source_to_the_outlet() -> None:
    told = made(ONE, replace(ONE, number=2_600))
    assert streams(told) == ["South Korea's JCS > Herald 2"]
    assert [(node.part, node.family, node.claims) for node in told.nodes] == [
        ("source", "rok", 2),
        ("outlet", "media", 2),
    ]


def test_a_relayed_claim_passes_every_relay_in_order() -> None:
    assert streams(made(replace(ONE, relays=("lawmaker: Yoo", "tass")))) == [
        "South Korea's JCS > Lawmaker Yoo 1",
        "Lawmaker Yoo > TASS 1",
        "TASS > Herald 1",
    ]


def test_relays_that_relay_each_other_make_no_circle() -> None:
    told = made(replace(ONE, relays=("cnn", "tass")), replace(ONE, number=1, relays=("tass", "cnn"), article="two"))
    assert all(told.nodes[link.start].turn < told.nodes[link.end].turn or link.end > link.start for link in told.links)
    assert len([node for node in told.nodes if node.part == "relay"]) == 4


def test_a_claim_said_again_in_its_article_is_not_counted() -> None:
    told = made(ONE, replace(ONE, restated=True))
    assert (told.claims, told.left_out) == (1, (LeftOut(1, "said again in the same article"),))


def test_an_outlet_that_is_not_stated_is_named_so_and_a_known_one_has_its_family() -> None:
    told = made(replace(ONE, outlet=None), replace(ONE, article="two", outlet="Gazette"))
    assert [(node.name, node.family) for node in told.nodes if node.part == "outlet"] == [
        ("Gazette", "ru"),
        ("outlet not stated", "media"),
    ]


def test_the_smallest_of_too_many_stand_as_one_and_no_claim_is_lost() -> None:
    told = made(*(replace(ONE, article=f"article {n}", outlet=f"Outlet {n:02}") for n in range(40)))
    assert len(told.nodes) <= MOST
    assert told.nodes[-1].name == "others, 13 outlets"
    assert sum(link.claims for link in told.links) == 40


def test_streams_have_the_colour_of_whose_words_they_are_and_equal_claims_give_equal_figures() -> None:
    told = made(ONE)
    figure = charts.network(told, "light")
    assert figure.data[0].link.color == ("rgba(0,114,178,0.28)",)
    assert figure.to_json() == charts.network(made(ONE), "light").to_json()


def test_names_with_tags_stay_words() -> None:
    assert "&lt;b&gt;" in charts.network(made(replace(ONE, outlet="<b>Herald</b>")), "print").data[0].node.label[1]


def test_the_network_is_told_in_words_and_as_a_table() -> None:
    told = made(ONE)
    assert charts.alternative.of_network(told) == (
        "Network of 1 claims from sources through relays to outlets. South Korea's JCS to Herald: 1."
    )
    assert charts.links(told) == [{"From": "South Korea's JCS", "To": "Herald", "Claims": "1"}]
