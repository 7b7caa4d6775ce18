"""Figures that were really published about North Korea's help for Russia's war: who said them, who printed them, when.

Numbers and names are facts; no wording of an outlet stands here.
"""

from __future__ import annotations

from dataclasses import replace

from tests.by_hand import Said, day

# South Korea's NIS, in public and to the National Assembly. First 1,500 special forces of a planned 12,000 ...
NIS_OCTOBER_18 = Said(
    1_500,
    "approx",
    source="rok-nis",
    article="Yonhap, 18 Oct 2024",
    outlet="Yonhap",
    published=day(10, 18, 2024),
    said_on=day(10, 18, 2024),
)
NIS_PLAN_OF_12_000 = replace(NIS_OCTOBER_18, number=12_000, modality="planned")
# ... five days later another 1,500, in all 3,000.
NIS_OCTOBER_23 = replace(
    NIS_OCTOBER_18,
    number=3_000,
    article="Yonhap, 23 Oct 2024",
    published=day(10, 23, 2024),
    said_on=day(10, 23, 2024),
)
NIS_ANOTHER_1_500 = replace(NIS_OCTOBER_23, number=1_500, kind="additional")

# Ukraine's HUR, 17 October 2024 (Budanov to The War Zone): nearly 11,000; 24 October: some 12,000, with 500 officers.
HUR_OCTOBER_17 = Said(
    11_000,
    "nearly",
    source="ua-intel",
    article="The War Zone, 17 Oct 2024",
    outlet="The War Zone",
    published=day(10, 17, 2024),
    said_on=day(10, 17, 2024),
)
HUR_OCTOBER_24 = replace(
    HUR_OCTOBER_17,
    number=12_000,
    bound="approx",
    place="russia",
    article="The Kyiv Independent, 24 Oct 2024",
    outlet="The Kyiv Independent",
    published=day(10, 24, 2024),
    said_on=day(10, 24, 2024),
)
# The Pentagon, 28 October 2024: about 10,000. Blinken, 31 October: some 10,000 in Russia, up to 8,000 in the Kursk
# region. Zelensky, 4 November: 11,000 in the Kursk region.
PENTAGON_OCTOBER_28 = Said(
    10_000,
    "approx",
    source="us-dod",
    article="Reuters, 28 Oct 2024",
    outlet="Reuters",
    published=day(10, 28, 2024),
    said_on=day(10, 28, 2024),
)
BLINKEN_IN_RUSSIA = replace(
    PENTAGON_OCTOBER_28,
    source="us-gov",
    place="russia",
    article="Reuters, 31 Oct 2024",
    published=day(10, 31, 2024),
    said_on=day(10, 31, 2024),
)
BLINKEN_IN_KURSK = replace(BLINKEN_IN_RUSSIA, number=8_000, bound="up_to", place="kursk-region")
ZELENSKY_NOVEMBER_4 = Said(
    11_000,
    source="ua-gov",
    article="Reuters, 4 Nov 2024",
    outlet="Reuters",
    published=day(11, 4, 2024),
    said_on=day(11, 4, 2024),
)

# One day, two numbers: Zelensky over 3,000 killed and wounded, South Korea's JCS some 1,100 casualties.
ZELENSKY_DECEMBER_23 = Said(
    3_000,
    "more_than",
    "casualties",
    source="ua-gov",
    event="casualties",
    article="Reuters, 23 Dec 2024",
    outlet="Reuters",
    published=day(12, 23, 2024),
    said_on=day(12, 23, 2024),
)
JCS_DECEMBER_23 = replace(
    ZELENSKY_DECEMBER_23,
    number=1_100,
    bound="approx",
    source="rok-jcs",
    article="Yonhap, 23 Dec 2024",
    outlet="Yonhap",
)

# NIS, 13 January 2025: about 300 killed and 2,700 wounded. 30 April 2025: some 15,000 sent, 4,700 casualties, of them
# 600 killed. 2 September 2025: some 2,000 killed; of 6,000 more that were promised, 1,000 engineers had arrived.
NIS_KILLED_JANUARY = Said(
    300,
    "approx",
    "killed",
    source="rok-nis",
    event="casualties",
    article="Yonhap, 13 Jan 2025",
    outlet="Yonhap",
    published=day(1, 13),
    said_on=day(1, 13),
)
NIS_WOUNDED_JANUARY = replace(NIS_KILLED_JANUARY, number=2_700, measure="wounded")
NIS_KILLED_APRIL = replace(
    NIS_KILLED_JANUARY,
    number=600,
    article="Yonhap, 30 Apr 2025",
    published=day(4, 30),
    said_on=day(4, 30),
)
NIS_CASUALTIES_APRIL = replace(NIS_KILLED_APRIL, number=4_700, measure="casualties")
NIS_SENT_APRIL = replace(NIS_KILLED_APRIL, number=15_000, measure="troops", event="deployment")
NIS_KILLED_SEPTEMBER = replace(
    NIS_KILLED_JANUARY,
    number=2_000,
    article="Yonhap, 2 Sep 2025",
    published=day(9, 2),
    said_on=day(9, 2),
)
NIS_PROMISED = replace(
    NIS_KILLED_SEPTEMBER, number=6_000, measure="troops", kind="planned", event="deployment", id="promised"
)
NIS_ARRIVED = replace(NIS_PROMISED, number=1_000, kind="subset", id="arrived", part_of="promised")

# "Western officials" to the BBC, 22 January 2025: some 4,000 casualties. Nobody is named.
OFFICIALS_JANUARY = Said(
    4_000,
    "approx",
    "casualties",
    source="western-officials",
    event="casualties",
    article="BBC, 22 Jan 2025",
    outlet="BBC",
    published=day(1, 22),
    said_on=day(1, 22),
)

# HUR through the lawmaker Yu Yong-won, 26 February 2025: about 400 killed, 3,600 wounded.
HUR_KILLED = Said(
    400,
    "approx",
    "killed",
    source="ua-intel",
    relays=("lawmaker: Yoo Yong-won",),
    event="casualties",
    article="Yonhap, 26 Feb 2025",
    outlet="Yonhap",
    published=day(2, 26),
    said_on=day(2, 26),
)
HUR_WOUNDED = replace(HUR_KILLED, number=3_600, bound="exact", measure="wounded")

# South Korea's JCS, 27 March 2025: some 11,000 sent, of them about 4,000 casualties; some 3,000 or more in addition.
JCS_SENT = Said(
    11_000,
    "approx",
    article="Yonhap, 27 Mar 2025",
    outlet="Yonhap",
    published=day(3, 27),
    said_on=day(3, 27),
)
JCS_MORE = replace(JCS_SENT, number=3_000, bound="at_least", kind="additional", days=(day(1, 1), day(2, 28)))
JCS_CASUALTIES = replace(JCS_SENT, number=4_000, measure="casualties", kind="subset", event="casualties")

# The Multilateral Sanctions Monitoring Team, 29 May 2025: over 11,000 in 2024, over 3,000 more early in 2025; and up
# to nine million rounds.
MSMT_MORE = replace(
    JCS_MORE,
    bound="more_than",
    source="msmt",
    article="Reuters, 29 May 2025",
    outlet="Reuters",
    published=day(5, 29),
    said_on=day(5, 29),
)
MSMT_ROUNDS = replace(
    MSMT_MORE, number=9_000_000, bound="up_to", measure="shells", kind="total", event="arms_transfer", days=None
)

# The United Kingdom's Ministry of Defence, 15 June 2025: over 6,000 casualties.
UK_CASUALTIES = Said(
    6_000,
    "more_than",
    "casualties",
    source="uk-mod",
    event="casualties",
    article="the ministry's update, 15 Jun 2025",
    published=day(6, 15),
    said_on=day(6, 15),
    form="document",
)

# Shoigu through TASS, 17 June 2025: North Korea will send 1,000 sappers and 5,000 military construction workers.
SAPPERS = Said(
    1_000,
    measure="engineers",
    kind="planned",
    source="ru-gov",
    relays=("tass",),
    modality="planned",
    article="TASS, 17 Jun 2025",
    outlet="TASS",
    published=day(6, 17),
    said_on=day(6, 17),
)
BUILDERS = replace(SAPPERS, number=5_000)

# South Korea's MND, 26 February 2024: some 6,700 containers, which may hold over three million 152 mm shells or over
# half a million 122 mm rockets.
CONTAINERS = Said(
    6_700,
    "approx",
    "containers",
    source="rok-mnd",
    event="arms_transfer",
    article="Yonhap, 27 Feb 2024",
    outlet="Yonhap",
    published=day(2, 27, 2024),
    said_on=day(2, 26, 2024),
)
SHELLS = replace(
    CONTAINERS, number=3_000_000, bound="more_than", measure="shells", kind="capacity", alternative="either"
)
ROCKETS = replace(SHELLS, number=500_000)
# HUR's Budanov to Bloomberg, July 2025: two fifths of the rounds that Russia fires.
SHARE = Said(
    40,
    measure="shells",
    kind="share",
    source="ua-intel",
    event="arms_transfer",
    article="Bloomberg, 11 Jul 2025",
    outlet="Bloomberg",
    published=day(7, 11),
    said_on=day(7, 11),
)
