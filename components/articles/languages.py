"""Which language an article is in: as stated, else told from the whole of its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from components.model import Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SURE = 0.9
"""Below this probability the words are too few or too mixed to tell."""

ENGLISH = frozenset("the of and to that was were said by with from for".split())
PLAIN = 0.12
"""So large a share of these words has English alone; whatever has it need not wait a second for the model."""

LONGEST = 20_000
"""So many letters tell the language of any article."""


NAMES: Mapping[str, str] = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
BASES: Mapping[str | None, str] = {
    "stated": "as stated",
    "detected": "told from its words",
    None: "not stated, taken to be so",
}


def detected(article: Article) -> Article:
    """The article with the language of its words, unless one is stated or the words do not tell."""
    lang = None if article.lang_basis else language(article.text[:LONGEST])
    return replace(article, lang=lang, lang_basis="detected") if lang else article


def language(text: str) -> str | None:
    """Two letters, None where the words do not tell.

    >>> language("The spokesman said that the soldiers of the brigade were sent to the front by train.")
    'en'
    >>> language("국가정보원은 북한군 약 300명이 사망했다고 밝혔다."), language("1 2 3")
    ('ko', None)
    """
    words = text.casefold().split()
    if words and sum(word in ENGLISH for word in words) >= PLAIN * len(words) and "the" in words:
        return "en"
    found, sure = _identifier().classify(text)
    return found if sure >= SURE else None


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # here, as it costs most of a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def told(article: Article) -> str:
    """The language of an article and how it is known.

    >>> told(Article("a", "...", lang="ko", lang_basis="detected")), told(Article("a", "..."))
    ('Korean (told from its words)', 'English (not stated, taken to be so)')
    """
    return f"{NAMES.get(article.lang, f'another language, {article.lang}')} ({BASES[article.lang_basis]})"


def unread(article: Article) -> str:
    """What to know of an article that is not English, "" of one that is.

    >>> unread(Article("a", "...", lang="ko", lang_basis="stated"))
    'is in Korean (as stated); only English is read, so count it as unread'
    """
    english = article.lang.casefold().startswith("en")
    return "" if english else f"is in {told(article)}; only English is read, so count it as unread"
