"""Numbers that are part of another thing: dates, times, money, percentages, calibres, designations, scores, ages.

Everything here reads folded text in lower case; ``text`` is the same text as printed, for its capitals.
"""

from __future__ import annotations

import re

from components.parsing.numerals import Numeral, word_before

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b"
)
_DAYS = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_MONTH_BEFORE = re.compile(rf"\b{_MONTHS}\.? (?:the )?(?:{_DAYS}(?: ?- ?| and | or | to |, (?:and )?)){{0,4}}$")
_MONTH_BEHIND = re.compile(rf"(?:(?: ?- ?| and | or | to |, (?:and )?){_DAYS}){{0,4}}[ -](?:of )?(?P<month>{_MONTHS})")
_CURRENCY_SIGNS = frozenset("$€£¥₩₽₴₹₤")
_CURRENCIES = frozenset("cad aud try pln sgd rs usd eur gbp krw rub uah jpy cny chf nok sek inr".split())
_MONEY_BEHIND = re.compile(
    r"[ -](?:of )?(?:u\.?s\.? |american |canadian |australian |hong kong |swiss |turkish |norwegian |swedish |danish |"
    r"czech |russian |ukrainian |(?:south |north )?korean |worth of )?"
    r"(?:dollars?|euros?|cents?|rubles?|roubles?|yen|yuan|renminbi|pounds? sterling|crowns?|hryvn(?:ia|ya|ias|yas)|"
    r"francs?|kron(?:or|er)|zloty(?:s|ch)?|rupees?|lira|bucks|usd|eur|gbp|krw|rub|uah)\b|[$€£₩₽₴]"
)
_WON = re.compile(r"[ -](?:(?:south |north )?korean )?won\b")
_PERCENT = re.compile(
    r"(?:(?: ?- ?| to | or | and )[0-9.,]+)?(?: ?%| ?[- ]?(?:percent|per cent|per-cent|pct)\b|[ -]percentage| ?[°º]|"
    r" in (?:[0-9]{1,3}|two|three|four|five|six|ten)\b(?! [a-z]+s\b))"
)
_CALIBRE = re.compile(
    r"(?:(?:, | and | or | to |-? and |- or |, and |/)[0-9]{2,3}){0,4}[- ]?"
    r"(?:mm|millimet(?:er|re)s?|cal|calib(?:er|re))\b"
)
_CLOCK = re.compile(
    r"(?:(?: ?- ?| to | and )[0-9]{1,2}(?:[:.][0-9]{2})?)? ?-?(?:(?:a\.m\b|p\.m\b|am\b|pm\b)|"
    r"(?:gmt|utc|kst|est|edt|cet|cest|eest|eet|msk|bst|jst|o'clock|hrs)\b)"
)
_COUNT_OR_DASH = re.compile(
    r"-(?:(?:strong|man|men|member|person|people|soldier|troops?|round|odd|plus|some|ish)(?![a-z])|"
    r"(?:more|about|and|the|an?|most|many|of|including|in|but|or|which|who|among|with|that|nearly|roughly|some|at|up|"
    r"as|all|well|almost|around|over|far|half|not|from|for|to|by|were|was|is|are|have|has|had)(?= ))"
)
_LABELS = (
    "no nos article articles section chapter resolution resolutions route highway unit bureau office room "
    "project type model factory page pages p pp day week phase figure fig table part vol volume version "
    "flight channel camp pier gate zone hill level stage grade tier category class decree protocol "
    "terminal block episode season slide view views comment comments likes tel phone fax id isbn issn "
    "boeing airbus apollo windows unscr brigade regiment division battalion age aged ages score"
).split()
_NUMBERED = re.compile(
    r"(?<!\ba )(?<!\bper )(?<!\beach )(?<!\bevery )(?<!\bthis )(?<!\blast )(?<!\bone )"
    rf"\b(?:{'|'.join(_LABELS)}|world war|ages? of|ratio of)\.?:? "
    r"(?:#|(?:[0-9]+(?: and | or |, | to |-))*)$"
)
_TIES = frozenset({*_LABELS, "war", "of", "and", "or", "to", "in", "every"})
_RATIO = re.compile(
    r"\b(?:one|two|three|four|five|[1-9]) (?:(?!people|died|were|killed)[a-z]+ )?(?:in|out of) (?:every )?$"
)
_DAY = re.compile(r"(?:[12]?[0-9]|3[01])(?![0-9]|,[0-9]{3}|:[0-9])")
_AGE_BEFORE = re.compile(r"[A-Z][\w'.-]+, \(?$")
_YEAR_LEADS = re.compile(
    r"(?:\b(?:in|since|until|till|during|by|after|before|early|late|mid|year|years|from|to|for|through|of|"
    rf"spring|summer|autumn|fall|winter|copyright|and|between|the|that|this|{_MONTHS}\.?,?|[0-9]{{1,2}},?)|'s|©) $"
)
_STRONG_YEAR_LEADS = re.compile(r"(?:\b(?:in|since|until|till|during|year|after|before|early|late|mid)|©|copyright) $")
_COUNTED = re.compile(
    rf" (?!(?:{_MONTHS}|was|is|has|its|as|this|us|his|across|towards|sees|says)\b)"
    r"(?:more |additional |north korean |korean |russian )?"
    r"(?:[a-z-]+s|men|people|personnel|infantry|dead|of them|of those)\b"
)
_YEAR_WORDS = re.compile(r" (?:talks|elections|drills|exercises|sanctions|losses|games|olympics|protests|reforms)\b")
_SPOKEN_YEAR = re.compile(
    r"(?:nineteen|twenty)[ -](?:hundred and |oh[ -])?(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)\b"
)
_CHAIN = re.compile(r"[0-9][0-9,]*+(?:[-./:][0-9][0-9,]*+)++")
_LONG = re.compile(r"[0-9][0-9,.:/-]{24,}+")  # no count is printed that long
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}+")
_ZERO = re.compile("0[0-9]")
_LINE_NUMBER = re.compile(r"[0-9]{1,2}[.)](?= )")
_BRACKETED = re.compile(r"[\[(][0-9]{1,2}[\])]")
_FRACTION = re.compile(r"[ -](?:thirds?|quarters?|fifths?|fourths?|eighths?|tenths?|sixths?|halves)\b")


def printed_other(low: str, at: int) -> int:
    """Where the date, time, score or list number that begins at ``at`` by its own print ends; ``at`` if there is none.

    >>> printed_other("2026.03.20 (07:15)", 0), printed_other("10,000-13,500 men", 0), printed_other("24/7", 0)
    (10, 0, 4)
    """
    if low[at] not in "0123456789":
        spoken = _SPOKEN_YEAR.match(low, at)
        return spoken.end() if spoken else at
    if long := _LONG.match(low, at):
        return long.end()
    if (at == 0 or low[at - 1] == "\n") and (line := _LINE_NUMBER.match(low, at)):
        return line.end()
    if low[at - 1 : at] in ("[", "(") and (mark := _BRACKETED.match(low, at - 1)):
        return mark.end()
    if low[at - 1 : at] == " " and (day := _DAY.match(low, at)) and _MONTH_BEFORE.search(low[max(0, at - 32) : at]):
        return day.end()
    chain = _CHAIN.match(low, at)
    if chain is None:
        return at
    printed = chain[0]
    if ":" in printed or "/" in printed or printed.count("-") > 1:
        return chain.end()
    if any(part.count(".") > 1 and not _THOUSANDS.fullmatch(part) for part in printed.split("-")):
        return chain.end()
    first, dash, second = printed.partition("-")
    if dash and (re.fullmatch("(?:1[89]|20)[0-9]{2}-[0-9]{2}", printed) or _ZERO.match(first) or _ZERO.match(second)):
        return chain.end()
    return at


def named_before(low: str, text: str, numeral: Numeral) -> bool:
    """Whether what stands before the numeral makes it part of another thing.

    >>> from components.parsing.numerals import numeral as at
    >>> [named_before(s.lower(), s, at(s.lower(), i)) for s, i in (("a KN-23", 5), ("Room 9", 5), ("men 9", 4))]
    [True, True, False]
    """
    start = numeral.start
    before = low[start - 1 : start]
    digits = low[start] in "0123456789"
    if digits and before not in ("", " ", "\n") and _glued_before(text, numeral):
        return True
    if not digits and before == "-" and low[start - 2 : start - 1].isalnum() and not _dash(text, start):
        return True
    word = word_before(low, start).rstrip(".:,")
    window = low[max(0, start - 28) : start]
    if (word in _TIES or word.isdigit() or before == "#") and numeral.scale == 1 and not numeral.grouped:
        return _NUMBERED.search(window) is not None or _RATIO.search(window) is not None
    return word in _CURRENCIES or word[-1:] in _CURRENCY_SIGNS or before in _CURRENCY_SIGNS


def _glued_before(text: str, numeral: Numeral) -> bool:
    """Whether the character right before the digits ties them to a word, a sign or other digits."""
    start = numeral.start
    sign, before = text[start - 1], text[start - 2 : start - 1] if start > 1 else ""
    if sign == "-":
        return before.isalnum() and not _dash(text, start, numeral.grouped)
    if sign == "." and text[max(0, start - 4) : start - 1].split()[-1:] in (["c"], ["ca"]):
        return False
    if sign == ".":
        return not (before.isalpha() and text[max(0, start - 3) : start - 2].isalpha())
    if sign in ",:":
        return before.isdigit()
    if sign == "/":
        return not numeral.grouped or not before.isalpha()
    if sign == "'":
        return start + 2 == numeral.end and not numeral.grouped
    return sign.isalnum() or sign in "#№@+&=_\\^%<" or sign in _CURRENCY_SIGNS


def _dash(text: str, start: int, grouped: bool = False) -> bool:
    """Whether the hyphen before ``start`` is a dash between words: "the soldiers-300 of them", not "KN-23".

    >>> _dash("the soldiers-300", 13), _dash("KN-23", 3)
    (True, False)
    """
    at = start - 1
    while at > 0 and start - at < 30 and text[at - 1].isalpha():
        at -= 1
    word = text[at : start - 1]
    if len(word) < 3 or text[at - 1 : at] == "-":
        return False
    return grouped or (word.islower() and len(word) > 4 and word.endswith(("s", "ed", "en", "ers")))


def named_behind(low: str, text: str, numeral: Numeral) -> bool:
    """Whether what stands behind the numeral makes it part of another thing.

    >>> from components.parsing.numerals import numeral as at
    >>> found = [named_behind(s, s, at(s, 0)) for s in ("152-mm shells", "40 percent", "11th", "9 may", "300 men")]
    >>> found
    [True, True, True, False, False]
    """
    end = numeral.end
    following = low[end : end + 1]
    if following in ",-/ " and numeral.plain and numeral.value < 1000 and _CALIBRE.match(low, end):
        return True
    if following in (",", ".", ";", "\n", ")", '"', "") and not low[end + 1 : end + 2].isdigit():
        return numeral.value <= 99 and following in (",", ".", ";", ")") and numeral.plain and _is_age(text, numeral)
    if following.isalnum() or following == "_" or (following in ",.:/'" and low[end + 1 : end + 2].isdigit()):
        return True
    if _PERCENT.match(low, end) or _MONEY_BEHIND.match(low, end):
        return True
    if numeral.value >= 1000 and _WON.match(low, end):
        return True
    if following == "-" and low[end + 1 : end + 2].isalnum() and not _COUNT_OR_DASH.match(low, end):
        return True
    if not numeral.grouped and numeral.value < 100 and (_CLOCK.match(low, end) or _FRACTION.match(low, end)):
        return True
    if following == " " and _CLOCK.match(low, end):
        return True
    return numeral.value <= 31 and numeral.plain and _is_day(text, low, end)


def _is_age(text: str, numeral: Numeral) -> bool:
    """A bare number between a name and a comma: "Kim, 27, said"."""
    before = text[max(0, numeral.start - 24) : numeral.start]
    return text[numeral.end : numeral.end + 1] in ",.;)" and _AGE_BEFORE.search(before) is not None


def _is_day(text: str, low: str, end: int) -> bool:
    """Whether a month follows; "may" and "march" only where they are printed as months."""
    found = _MONTH_BEHIND.match(low, end)
    if found is None:
        return False
    month = text[found.start("month") : found.end("month")]
    return low[found.start("month") : found.end("month")] not in ("may", "mar", "march", "dec") or month.istitle()


def is_year(low: str, numeral: Numeral, bounded: bool) -> bool:
    """Whether four bare digits are a year and not a count.

    >>> from components.parsing.numerals import numeral as at
    >>> [is_year(s, at(s, i), False) for s, i in (("in 2024", 3), ("2000 soldiers", 0), ("2024 treaty", 0))]
    [True, False, True]
    """
    if not (numeral.plain and 1900 <= numeral.value <= 2099 and numeral.end - numeral.start == 4):
        return False
    before = low[max(0, numeral.start - 16) : numeral.start]
    counted = _COUNTED.match(low, numeral.end) and not _YEAR_WORDS.match(low, numeral.end)
    if bounded:
        return not counted and numeral.value % 50 != 0
    if not counted or _STRONG_YEAR_LEADS.search(before):
        return True
    return _YEAR_LEADS.search(before) is not None and numeral.value % 50 != 0
