"""The closed classes of English that the readers lean on. Open classes are words of the lexicon."""

from __future__ import annotations

PREPOSITIONS = frozenset(
    "of in on at to from for with by into onto near about over under between among within without during after before "
    "since until till through throughout across along around against inside outside beside besides beyond behind "
    "above below toward towards upon via per as than off out up down".split()
)
CONJUNCTIONS = frozenset("and or but nor while whereas although though because so if when that whether plus".split())
PRONOUNS = frozenset(
    "i you he she it we they them him us me who whom which whose this these those there here his her its their our my "
    "himself herself itself themselves ones".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would shall should can could may might must "
    "ought 'd 'll 've".split()
)
MODALS = frozenset("will would shall should can could may might must".split())
BE = frozenset("is are was were be been being".split())
ARTICLES = frozenset("a an the some any no every each all both another other others such".split())
PARTITIVES = frozenset(
    "piece pieces unit units set sets member members batch batches kind kinds type types lot lots sort total".split()
)
THEM = frozenset("them these those whom which who".split())
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
CLAUSE_OPENERS = frozenset("while whereas but although though because".split())
OPENERS = frozenset(
    "earlier later meanwhile separately previously however also recently notably additionally similarly moreover "
    "furthermore still instead then now today yesterday overall finally initially originally reportedly "
    "nevertheless nonetheless elsewhere thus therefore according besides".split()
)
CLOSED = PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ARTICLES | {"not", "n't", "to"}
ADVERBS = frozenset(
    "already also now still likely probably apparently reportedly so far just only even ever once again then there "
    "currently presently together alone overall altogether actually perhaps possibly most mostly strong each "
    "apiece".split()
)
