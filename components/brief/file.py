"""The file of a briefing: what stands against it is said before anything is read, then it is written whole."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

from components import briefing
from components.brief import parts, pick
from components.briefing import DRAWN, PARTS
from components.corpus import Corpus
from components.export import chromium, whole
from components.export.drawings import charted
from components.export.pack import WRITERS, Content
from components.export.slides import Slides, TemplateError
from components.lexicon import Lexicon

PICTURES = (".png", ".svg")
"""Endings of one chart as a picture."""

Fail = Callable[[str], NoReturn]


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
        ("part", parts(given.parts), [*PARTS]),
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
    asked = [given.chart] if given.chart else parts(given.parts)
    told = briefing.assemble(material, chosen, made, given.title, asked, given.address)
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
    if given.chart not in charted(told):
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
