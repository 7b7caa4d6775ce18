"""``python -m components brief``: the filters of the screen as options, and the file of a briefing."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from components import briefing
from components.briefing import PARTS
from components.columns import EVENT_TYPES, MEASURES, SUBJECTS
from components.corpus import Corpus
from components.export import chromium, whole
from components.export.drawings import DRAWN, figures
from components.export.pack import WRITERS, Content
from components.export.pictures import PIXELS
from components.export.slides import Slides, TemplateError
from components.lexicon import Lexicon
from components.measures import Pick
from components.words import BOUND_NAMES

PICTURES = (".png", ".svg")
"""Endings of one chart as a picture."""

APP = "http://localhost:8501"
"""Where ``make run`` opens the app."""

Fail = Callable[[str], NoReturn]


def options(command: argparse.ArgumentParser, day: Callable[[str], dt.date]) -> None:
    """The options of the command, named as on the screen; those of a list may be given repeatedly."""
    for name, what in (
        ("source", "only what this source asserts or relays, by id"),
        ("family", "only this family of sources, by id"),
        ("only-outlet", "only what this outlet printed"),
        ("event", "only this type of event"),
        ("measure", "only this measure"),
        ("subject", "only what counts these people or materiel"),
        ("bound", "only numbers so bounded"),
    ):
        choices = {"event": EVENT_TYPES, "measure": MEASURES, "subject": SUBJECTS, "bound": tuple(BOUND_NAMES)}.get(
            name
        )
        command.add_argument(f"--{name}", action="append", default=[], choices=choices, metavar=name.upper(), help=what)
    command.add_argument("--from", dest="first", type=day, metavar="DAY", help="only what can be of this day or later")
    command.add_argument("--to", dest="last", type=day, metavar="DAY", help="only what can be of this day or earlier")
    command.add_argument("--known-on", type=day, metavar="DAY", help="only what was printed by that day")
    command.add_argument("--words", default="", help="only sentences with these words")
    command.add_argument("--given-days", action="store_true", help="without dates taken from elsewhere in the article")
    command.add_argument("--told-once", action="store_true", help="without repeats and page furniture")
    command.add_argument("--title", default="", help="the heading of the first page")
    command.add_argument("--parts", default=",".join(PARTS), metavar="LIST", help=f"of {', '.join(PARTS)}; all")
    command.add_argument("--chart", choices=DRAWN, help="the chart of a .png or .svg, in place of --parts")
    command.add_argument("--shape", choices=PIXELS, help="of that picture: wide (2560 by 1440) or square; wide")
    command.add_argument("--template", type=Path, metavar="FILE", help="a .pptx whose layouts the slides take")
    command.add_argument(
        "--address", type=_address, default=APP, metavar="URL", help=f"where the app is, for the stamp; {APP}"
    )
    command.add_argument("--made", type=day, metavar="DAY", help="the day on the stamp; the last day of printing")


def checked(given: argparse.Namespace, words: Lexicon, fail: Fail) -> None:
    """Leave with one line where an option cannot be used, before anything is read."""
    if given.output is None:
        fail("name the file to write after -o, such as -o brief.pptx")
    ending = given.output.suffix.lower()
    if ending not in (*WRITERS, *PICTURES):
        fail(f"'{given.output}' ends in no known way; a briefing is written as {', '.join((*WRITERS, *PICTURES))}")
    if ending in PICTURES:
        _drawable(given.chart, fail)
    elif given.chart or given.shape:
        fail("--chart and --shape are for one picture, in a .png or .svg file")
    for what, values, known in (
        ("part", _parts(given.parts), [*PARTS]),
        ("source", given.source, sorted(words.sources)),
        ("family", given.family, sorted({source.family for source in words.sources.values()})),
    ):
        for value in values:
            if value not in known:
                fail(f"'{value}' is no {what}; there are {', '.join(known)}")
    if given.template:
        _opened(given.template, fail)
    if given.template and ending not in (".pptx", ".zip"):
        fail("--template is for slides, in a .pptx or a .zip file")
    if not given.output.parent.is_dir():
        fail(f"there is no folder '{given.output.parent}'; make it first, or name another file after -o")
    if given.output.is_dir():
        fail(f"'{given.output}' is a folder; name a file after -o")


def write(corpus: Corpus, given: argparse.Namespace, fail: Fail) -> None:
    """The briefing as the file that the options name. Raises OSError where it cannot be written."""
    material = briefing.gathered(corpus, given.known_on)
    chosen = pick(given)
    found = material.index.pick(chosen)
    if found.empty:
        fail("no claim is left to brief on; give fewer filters, or other articles")
    printed = [article.published for article in material.articles.values() if article.published]
    made = given.made or max(printed, default=None)
    if made is None:
        fail("no article has a day of printing; give the day for the stamp as --made DAY")
    parts = [given.chart] if given.chart else _parts(given.parts)
    told = briefing.assemble(material, chosen, made, given.title, parts, given.address)
    ending = given.output.suffix.lower()
    if ending in PICTURES:
        held = _picture(told, given, "svg" if ending == ".svg" else "png", fail)
    else:
        held = WRITERS[ending](Content(told, found, partial(briefing.tables, material, found), given.template))
    whole.write(given.output, held)


def _drawable(chart: str | None, fail: Fail) -> None:
    """Leave with one line where no picture of that chart can be drawn here."""
    if not chart:
        fail(f"name the chart of the picture as --chart {', '.join(DRAWN[:-1])} or {DRAWN[-1]}")
    try:
        chromium.check()
    except chromium.PicturesError as fault:
        fail(str(fault))


def _picture(told: briefing.Briefing, given: argparse.Namespace, form: chromium.Format, fail: Fail) -> bytes:
    if given.chart not in figures(told, "print"):
        fail(f"the chart '{given.chart}' has nothing to draw; give fewer filters, or other articles")
    try:
        return chromium.draw(told, [chromium.Picture(given.chart, given.shape or "wide", form)])[0]
    except chromium.PicturesError as fault:
        fail(str(fault))


def _opened(template: Path, fail: Fail) -> None:
    """Leave with one line where the template cannot be used."""
    try:
        Slides(template, "")
    except TemplateError as fault:
        fail(str(fault))


def pick(given: argparse.Namespace) -> Pick:
    """The filters of the options, as the screen has them."""
    return Pick(
        sources=tuple(given.source),
        families=tuple(given.family),
        outlets=tuple(given.only_outlet),
        event_types=tuple(given.event),
        measures=tuple(given.measure),
        subjects=tuple(given.subject),
        bounds=tuple(given.bound),
        first=given.first,
        last=given.last,
        known_on=given.known_on,
        words=given.words.strip(),
        given_days=given.given_days,
        told_once=given.told_once,
    )


def _address(given: str) -> str:
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError(f"'{given}' is no address of an app; write one such as {APP}")
    return given.rstrip("/")


def _parts(listed: str) -> Collection[str]:
    return [part for part in listed.replace(",", " ").split() if part]
