"""What a number measures and of what kind it is, wording by wording."""

from __future__ import annotations

import datetime as dt

import pytest

from components import parsing
from components.lexicon import Lexicon
from components.model import Article, Claim

NOUNS = {
    "300 North Korean troops": "troops",
    "300 North Korean special forces troops": "troops",
    "300 elite North Korean infantrymen": "troops",
    "300 members of the North Korean special forces": "troops",
    "300 North Korean storm troopers": "troops",
    "300 North Korean artillerymen": "troops",
    "300 North Korean officers": "troops",
    "three North Korean generals": "troops",
    "300 North Korean military advisers": "troops",
    "300 North Korean drone operators": "troops",
    "300 North Korean sappers": "engineers",
    "300 North Korean combat engineers": "engineers",
    "300 North Korean deminers": "engineers",
    "300 North Korean military engineers": "engineers",
    "300 North Korean military construction workers": "engineers",
    "300 North Korean engineering troops": "engineers",
    "300 North Korean workers": "workers",
    "300 North Korean labourers": "workers",
    "300 North Korean construction workers": "workers",
    "300 North Korean IT workers": "workers",
    "300 North Korean shells": "shells",
    "300,000 rounds of North Korean ammunition": "shells",
    "300,000 North Korean artillery rounds": "shells",
    "300,000 North Korean 152mm shells": "shells",
    "300,000 North Korean 122-mm rockets": "shells",
    "300,000 North Korean munitions": "shells",
    "60 North Korean KN-23 missiles": "missiles",
    "60 North Korean ballistic missiles": "missiles",
    "60 North Korean short-range ballistic missiles": "missiles",
    "60 North Korean KN-23s": "missiles",
    "60 North Korean Hwasong-11 missiles": "missiles",
    "60 North Korean anti-tank missiles": "missiles",
    "60 North Korean howitzers": "artillery",
    "60 North Korean self-propelled guns": "artillery",
    "60 North Korean M1989 Koksan guns": "artillery",
    "60 North Korean multiple rocket launchers": "artillery",
    "60 North Korean MLRS": "artillery",
    "60 North Korean artillery pieces": "artillery",
    "60 North Korean 170mm self-propelled howitzers": "artillery",
    "60 North Korean 240-mm multiple launch rocket systems": "artillery",
    "60 pieces of North Korean long-range artillery": "artillery",
    "60 North Korean mortars": "artillery",
    "300 North Korean containers": "containers",
    "300 containers of North Korean munitions": "containers",
    "300 shipping containers from North Korea": "containers",
    "60 North Korean armoured vehicles": "vehicles",
    "60 North Korean trucks": "vehicles",
    "60 North Korean tanks": "vehicles",
    "60 North Korean drones": "drones",
    "60 North Korean attack drones": "drones",
    "60 North Korean suicide drones": "drones",
}
ENDS = {
    "have been killed": "killed",
    "have died": "killed",
    "are dead": "killed",
    "were wounded": "wounded",
    "have been injured": "wounded",
    "were killed or wounded": "casualties",
    "have been killed and injured": "casualties",
    "have become casualties": "casualties",
    "have been captured": "captured",
    "were taken prisoner": "captured",
    "are missing": "missing",
    "have gone missing": "missing",
    "have been lost": "losses",
    "lost their lives": "killed",
    "fell in battle": "killed",
    "were put out of action": "casualties",
    "were slain": "killed",
    "have perished": "killed",
    "suffered injuries": "wounded",
    "surrendered": "captured",
    "were eliminated": "casualties",
    "were hospitalised": "wounded",
    "were buried": "killed",
    "died of their wounds": "killed",
}
DEEDS = {
    "killed about 300 North Korean soldiers": "killed",
    "captured 3 North Korean soldiers": "captured",
    "wounded 300 North Korean troops": "wounded",
    "eliminated 300 North Koreans": "casualties",
    "took two North Koreans prisoner": "captured",
    "inflicted 300 casualties on North Korean troops": "casualties",
}
LOSSES = {
    "suffered 300 casualties": "casualties",
    "suffered about 300 deaths": "killed",
    "has 300 dead": "killed",
    "had 300 killed in action": "killed",
    "lost 300 soldiers": "losses",
    "lost about 300 men killed and wounded": "casualties",
    "saw 300 of its soldiers killed": "killed",
    "has had 300 men wounded": "wounded",
    "counts 300 missing": "missing",
}
KINDS = {
    "North Korea will send 3,000 troops to Russia.": "planned",
    "North Korea plans to send 3,000 troops to Russia.": "planned",
    "North Korea is preparing to deploy 3,000 troops to Russia.": "planned",
    "North Korea could send another 3,000 troops to Russia.": "planned",
    "North Korea has agreed to send 3,000 troops to Russia.": "planned",
    "North Korea decided to dispatch 3,000 troops to Russia.": "planned",
    "North Korea is expected to send 3,000 troops to Russia.": "planned",
    "North Korea is set to send 3,000 troops to Russia.": "planned",
    "North Korea has sent 3,000 troops to Russia.": "total",
    "North Korea sent another 3,000 troops to Russia.": "additional",
    "North Korea sent 3,000 more troops to Russia.": "additional",
    "North Korea sent an additional 3,000 troops to Russia.": "additional",
    "North Korea has sent a further 3,000 troops to Russia.": "additional",
    "North Korea additionally sent 3,000 troops to Russia.": "additional",
    "A new batch of 3,000 North Korean troops has arrived in Russia.": "total",
    "Up to 3,000 North Korean troops may arrive in Russia by August.": "planned",
    "Some 3,000 North Korean troops are due to arrive in Russia in August.": "planned",
    "The ship can carry up to 300 North Korean soldiers to Russia.": "capacity",
    "Russia loses 300 North Korean soldiers a week.": "rate",
    "Russia receives 300 North Korean shells per day.": "rate",
    "North Korea may have sent 3,000 troops to Russia.": "total",
    "North Korea intends to send 3,000 workers to Russia.": "planned",
    "North Korea promised Russia 3,000 workers.": "planned",
    "Moscow wants 3,000 workers from North Korea.": "planned",
    "Russia has asked for 3,000 North Korean workers.": "planned",
    "Russia hopes to receive 3,000 North Korean workers.": "planned",
    "North Korea has pledged 3,000 workers to Russia.": "planned",
    "North Korea offered Russia 3,000 workers.": "planned",
    "North Korea is ready to send 3,000 engineers to Russia.": "planned",
    "North Korea to deploy 3,000 troops to Russia": "planned",
    "The number of North Korean troops in Russia could rise to 15,000.": "planned",
    "North Korea is considering sending 3,000 troops to Russia.": "planned",
    "North Korea would send 3,000 troops to Russia, he said.": "planned",
    "North Korea had sent 3,000 troops to Russia by December.": "total",
    "3,000 North Korean troops will be sent to Russia.": "planned",
}


def figure(text: str, words: Lexicon) -> Claim:
    read = parsing.read(Article("any", text, published=dt.date(2025, 6, 18)), words)
    (one,) = (claim for claim in read.claims if claim.quantity is not None)
    assert one.subject == "prk"
    return one


def measure(text: str, words: Lexicon) -> str:
    quantity = figure(text, words).quantity
    assert quantity is not None
    return quantity.measure


@pytest.mark.parametrize("noun", NOUNS)
def test_the_noun_says_what_is_counted(noun: str, words: Lexicon) -> None:
    assert measure(f"Ukrainian intelligence said that {noun} were sent to Russia.", words) == NOUNS[noun]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("who", ["North Korean soldiers", "North Koreans"])
def test_the_verb_says_what_became_of_them(who: str, end: str, words: Lexicon) -> None:
    assert measure(f"Ukrainian intelligence said that about 300 {who} {end} in Kursk.", words) == ENDS[end]


@pytest.mark.parametrize("deed", DEEDS)
def test_who_is_killed_by_others_is_still_north_korean(deed: str, words: Lexicon) -> None:
    assert measure(f"Ukrainian forces {deed} in Kursk, Russia, the General Staff said.", words) == DEEDS[deed]


@pytest.mark.parametrize("loss", LOSSES)
def test_what_north_korea_lost(loss: str, words: Lexicon) -> None:
    assert measure(f"North Korea {loss} in Kursk, Russia, the General Staff of Ukraine said.", words) == LOSSES[loss]


@pytest.mark.parametrize("text", KINDS)
def test_done_to_come_or_added(text: str, words: Lexicon) -> None:
    quantity = figure(text, words).quantity
    assert quantity is not None
    assert quantity.kind == KINDS[text]
