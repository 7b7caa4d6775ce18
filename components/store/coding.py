"""Articles, wordings and readings as bytes: JSON, with the types of the model checked on the way back."""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
import zlib
from array import array
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from components.articles.copies import Wording
from components.lexicon import Lexicon
from components.model import Article, Claim, Leftover, PublishedBasis, Reading
from components.version import PARSER_VERSION

_ENCODE = msgspec.json.Encoder(order="deterministic").encode
_ARTICLE = msgspec.json.Decoder(Article)
_FOLLOWING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ref_src")
"""How the names of those parts of an address begin that say only through whom a reader came."""


@dataclass(frozen=True, slots=True)
class Read:
    """A reading without its article and mentions: the one is stored, of the others no row is made."""

    published: dt.date | None
    published_basis: PublishedBasis | None
    claims: tuple[Claim, ...]
    leftovers: tuple[Leftover, ...]


_READ = msgspec.json.Decoder(Read)


def packed(article: Article) -> tuple[bytes, bytes]:
    """All that is known of an article, and its text. Raises UnicodeEncodeError over half a character."""
    return _ENCODE(replace(article, text="")), article.text.encode("utf-8")


def article(body: bytes, text: bytes) -> Article:
    return replace(_ARTICLE.decode(body), text=text.decode("utf-8"))


def address(url: str | None) -> str | None:
    """The digest of an address, without scheme, "www.", the place in the page and what says who sent the reader.

    >>> address("https://www.quay.example/a?id=7&utm_source=x#top") == address("http://quay.example/a/?id=7")
    True
    """
    if not url or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        asked = sorted(pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith(_FOLLOWING))
        plain = f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{urlencode(asked)}"
    except ValueError:  # no address, but whoever writes it twice means the same
        plain = url.strip()
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


def runs(wording: Wording) -> bytes:
    """The hashes of a wording, little-endian."""
    return _little(wording.runs).tobytes()


def wording(packed_runs: bytes, number: int, digest: bytes) -> Wording:
    return Wording(_little(array("I", packed_runs)), number, digest)


def _little(hashes: array[int]) -> array[int]:
    turned = array("I", hashes)
    if sys.byteorder == "big":
        turned.byteswap()
    return turned


def key(given: Article, digest: str, lexicon: Lexicon) -> str:
    """The digest of all that a reading rests on, and of the shape in which it is kept. ``digest`` is the text's."""
    own = _ENCODE(replace(given, text=digest))
    return hashlib.sha256(b"\0".join((own, PARSER_VERSION.encode(), lexicon.digest.encode(), _SHAPE))).hexdigest()


def packed_reading(reading: Reading) -> bytes:
    kept = Read(reading.published, reading.published_basis, reading.claims, reading.leftovers)
    return zlib.compress(_ENCODE(kept), 1)


def reading(body: bytes, given: Article, lexicon: Lexicon) -> Reading:
    """The reading of an article as it was kept, without its mentions."""
    kept = _READ.decode(zlib.decompress(body))
    return Reading(
        article=given,
        published=kept.published,
        published_basis=kept.published_basis,
        claims=kept.claims,
        leftovers=kept.leftovers,
        mentions=(),
        lexicon_digest=lexicon.digest,
    )


def packed_json(value: Any) -> bytes:
    return _ENCODE(value)


def unpacked_json(body: bytes) -> Any:
    return msgspec.json.decode(body)


_SHAPE = msgspec.json.encode(msgspec.json.schema(Read))
