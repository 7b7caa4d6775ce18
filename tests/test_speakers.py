"""Whose word it is when one person, post or body says a thing: the name alone decides."""

from __future__ import annotations

import datetime as dt

import pytest

from components import parsing
from components.lexicon import Lexicon
from components.model import Article

SAID = "North Korea is helping Russia. {} said on Monday that about 4,000 North Korean troops were in Kursk."
SPEAKERS = {
    "Defense Minister Kim Yong-hyun": "rok-mnd",
    "Foreign Minister Sergei Lavrov": "ru-gov",
    "spokesman Dmitry Peskov": "ru-gov",
    "Secretary-General Mark Rutte": "nato",
    "National security adviser Jake Sullivan": "us-gov",
    "Joint Chiefs of Staff spokesman Lee Sung-joon": "rok-jcs",
    "General Oleksandr Syrskyi": "ua-mil",
    "Chief of the General Staff Valery Gerasimov": "ru-mod",
    "Defence Secretary John Healey": "uk-mod",
    "President Yoon Suk Yeol": "rok-gov",
    "Unification Minister Chung Dong-young": "rok-gov",
    "NIS director Cho Tae-yong": "rok-nis",
    "Defense Secretary Lloyd Austin": "us-dod",
    "Secretary of State Antony Blinken": "us-gov",
    "Pentagon spokesperson Sabrina Singh": "us-dod",
    "Pentagon spokesman Pat Ryder": "us-dod",
    "White House spokesman John Kirby": "us-gov",
    "President Volodymyr Zelenskyy": "ua-gov",
    "HUR spokesman Andriy Yusov": "ua-intel",
    "Kyrylo Budanov": "ua-intel",
    "Andriy Kovalenko": "ua-gov",
    "Foreign Minister Andrii Sybiha": "ua-gov",
    "Defense Minister Rustem Umerov": "ua-gov",
    "Ukraine's ambassador to the UN": "ua-gov",
    "Kremlin aide Yuri Ushakov": "ru-gov",
    "Maria Zakharova": "ru-gov",
    "Defense Minister Andrei Belousov": "ru-mod",
    "Foreign Minister Choe Son Hui": "dprk-gov",
    "Kim Yo Jong": "dprk-gov",
    "the Ukrainian military": "ua-mil",
    "the South's unification ministry": "rok-gov",
    "the U.S. State Department": "us-gov",
    "the Treasury Department": "us-gov",
    "Estonia's intelligence chief": "ee-gov",
    "the Institute for the Study of War": "isw",
    "the Kiel Institute": "think-tank",
    "Foreign Minister Cho Tae-yul": "rok-gov",
    "Kursk governor Alexander Khinshtein": "ru-gov",
    "the Security Service of Ukraine": "ua-intel",
    "Ukraine's Special Operations Forces": "ua-mil",
    "Kaja Kallas": "eu",
    "Japan's defence ministry": "jp-gov",
    "South Korea's presidential office": "rok-gov",
    "President Lee Jae-myung": "rok-gov",
    "the Ukrainian ambassador to Seoul": "ua-gov",
    "Yonhap": "media",
    "KCNA": "kcna",
    "Vadym Skibitskyi": "ua-intel",
    "Kim Seon-ho, the vice defense minister": "rok-mnd",
    "Secretary of State Marco Rubio": "us-gov",
    "Keith Kellogg": "us-gov",
    "Defence Minister Boris Pistorius": "de-gov",
    "Emmanuel Macron": "fr-gov",
    "Pavlo Palisa": "ua-gov",
    "Oleksiy Dmytrashkivskyi": "ua-mil",
}


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_a_figure_is_its_speakers(speaker: str, words: Lexicon) -> None:
    read = parsing.read(Article("any", SAID.format(speaker), published=dt.date(2025, 6, 18)), words)
    (figure,) = (claim for claim in read.claims if claim.quantity is not None)
    assert figure.attribution.source == SPEAKERS[speaker]
