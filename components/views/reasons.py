"""Why a claim was read as it was and why a number was left, in sentences; what has none says its own words."""

from __future__ import annotations

from collections.abc import Mapping

FORMS: Mapping[str, str] = {
    "direct_quote": "in its own words",
    "indirect": "in indirect speech",
    "according_to": "with “according to” or the like",
    "document": "in a document",
    "carried_over": "carried over from what was said before",
    "none": "no source named",
}
PRINTED: Mapping[str, str] = {
    "metadata": "from the page's own data",
    "dateline": "from the dateline",
    "text": "from the text",
    "inferred": "inferred from the text",
    "analyst": "set by the analyst",
}
RULES: Mapping[str, str] = {
    "number with a noun of people": "A number with a word for people right behind it.",
    "number with a noun of materiel": "A number with a word for weapons or goods right behind it.",
    "number with a casualty noun": "A number with a word such as “casualties” or “dead”.",
    "people with a casualty verb": "A number of people, and a verb that says what befell them.",
    "people listed as casualties": "A number of people in a list of killed, wounded or missing.",
    "people behind a casualty noun": "A number of people behind a word such as “losses”.",
    "people with a casualty noun behind their verb": "People, and a word such as “casualties” behind their verb.",
    "people described behind a comma": "A number of people; what befell them stands behind a comma.",
    "people counted before": "People whom the article counted before.",
    "wounded people whom somebody captures": "A number of wounded people, and a verb of capture.",
    "people whom somebody holds": "A number of people, and words that say who holds them.",
    "people behind a word for the figure": "A number of people behind a word such as “toll” for a figure told before.",
    "people with a verb of labour": "A number of people, and a verb that says that they work.",
    "bare number that refers back": "A number without a noun; it counts what the article counted before.",
    "bare number of them all": "A number without a noun, given for all counted before.",
    "bare number with a casualty verb": "A number without a noun, and a verb that says what befell them.",
    "bare number with a noun behind its verb": "A number without a noun; what it counts stands behind the verb.",
    "bare number with a verb of movement": "A number without a noun, and a verb of moving people.",
    "bare number with a verb of labour": "A number without a noun, and a verb of work.",
    "event verb": "A verb or noun of an event, with its day or its parties; no number.",
    "saying with its day or stance": "A named source speaks, with a day or a stance such as a denial; no number.",
}
FLAGS: Mapping[str, str] = {
    "includes the addition": "This total includes the addition told beside it.",
    "besides the addition": "The addition comes on top of this number.",
    "counted anew": "The source counted anew: its estimate moved, not necessarily the thing.",
    "grown": "The sentence says that the number has grown.",
    "joint figure": "Two armies are counted together.",
    "speaker in no word file": "Who speaks is in no word file, so that no source is given.",
    "denied by another source": "Another source denies it in the same sentence.",
    "said by two sources": "Two sources are named together; the nearer one stands.",
    "boilerplate": "It stands in page furniture, not in the article's own text.",
}
LEFT: Mapping[str, str] = {
    "other subject": "Counts others than North Koreans",
    "not a count of people or materiel": "Counts neither people nor materiel",
    "no counted noun": "Nothing says what it counts",
    "not about North Korea and Russia": "Has nothing to do with North Korea and Russia",
    "boilerplate": "Stands in page furniture",
    "speaker without a claim": "Somebody speaks, but says nothing on this topic",
}


def rule(name: str) -> str:
    """The reading rule as a sentence.

    >>> rule("event verb"), rule("by hand")
    ('A verb or noun of an event, with its day or its parties; no number.', 'By hand.')
    """
    return RULES.get(name, _as_sentence(name))


def flag(name: str) -> str:
    """What an analyst should look at, as a sentence.

    >>> flag("joint figure"), flag("read_twice")
    ('Two armies are counted together.', 'Read twice.')
    """
    return FLAGS.get(name, _as_sentence(name))


def left(reason: str) -> str:
    """Why nothing used it.

    >>> left("boilerplate"), left("too far-fetched")
    ('Stands in page furniture', 'Too far-fetched')
    """
    return LEFT.get(reason, _as_sentence(reason).removesuffix("."))


def _as_sentence(words: str) -> str:
    said = words.replace("_", " ").strip()
    return f"{said[:1].upper()}{said[1:]}."
