"""What the tests of the store have in common: two reports, an article that counts nothing, and short ways to ask."""

from __future__ import annotations

from dataclasses import replace

from components.model import Article
from components.store import Added, Store

KURSK = (
    "KYIV, Jan. 13, 2025 (Quay) -- South Korea's spy agency said on Monday that about 450 North Korean soldiers were "
    "killed and 2,700 wounded in Kursk. The Pier Institute said that Russia pays 40 villages for 12 concerts."
)
PIER = "SEOUL, Feb. 2, 2025 (Pier) -- North Korea sent at least 3,000 more soldiers to Russia, the JCS said on Sunday."
LONG = " ".join(
    f"On day {n} a convoy of {n + 3} lorries left the harbour number {n * 7} bound for depot {n * 11}."
    for n in range(40)
)
WHO, WHY = "Kim", "the sentence says so"


def article(name: str, printed: str = KURSK, **more: object) -> Article:
    return replace(Article(name, printed), **more)


def add(kept: Store, *those: Article) -> list[Added]:
    return list(kept.add(those, WHO))


def row(kept: Store, **cells: object) -> dict[str, object]:
    """The first row of the store with these cells."""
    claims = kept.load().corpus.claims
    for name, value in cells.items():
        claims = claims[claims[name] == value]
    return claims.iloc[0].to_dict()


def number(kept: Store, measure: str = "killed") -> float:
    return float(row(kept, measure=measure)["best"])
