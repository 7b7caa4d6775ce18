"""The words that the word files have for ids: of sources, outlets, families and sides."""

from __future__ import annotations

from collections.abc import Mapping

from components.lexicon import Lexicon

NOT_IN_LEXICON: Mapping[str, str] = {"unattributed": "Unattributed", "media": "Media and unattributed"}


def of_sources(lexicon: Lexicon) -> Mapping[str, str]:
    """Sources, outlets, families and sides by id; the short name where the lexicon has one."""
    sides = {id_: side.name for id_, side in lexicon.sides.items()}
    families = {
        source.family: sides.get(source.side, source.name)
        for source in lexicon.sources.values()
        if source.family not in lexicon.sources
    }
    outlets = {id_: outlet.name for id_, outlet in lexicon.outlets.items()}
    sources = {id_: source.short or source.name for id_, source in lexicon.sources.items()}
    return {**sides, **families, **outlets, **sources, **NOT_IN_LEXICON}


def families(lexicon: Lexicon) -> Mapping[str, str]:
    """The family of each source, and of each outlet that is itself a source."""
    of_outlets = {
        id_: lexicon.sources[outlet.source].family
        for id_, outlet in lexicon.outlets.items()
        if outlet.source in lexicon.sources
    }
    return {**of_outlets, **{id_: source.family for id_, source in lexicon.sources.items()}}
