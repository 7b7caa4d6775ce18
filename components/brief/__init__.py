"""``python -m components brief``: the filters of the screen as options.

``brief.file`` checks and writes the file; it brings slides, paper and charts with it, of which no other command should
wait for the import.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Collection
from pathlib import Path
from urllib.parse import urlsplit

from components.briefing import DRAWN, PARTS
from components.columns import EVENT_TYPES, MEASURES, SUBJECTS
from components.export.shapes import PIXELS
from components.measures import Pick
from components.words import BOUND_NAMES

APP = "http://localhost:8501"
"""Where ``make run`` opens the app."""


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


def parts(listed: str) -> Collection[str]:
    """The names of a list, as ``--parts`` takes it."""
    return [part for part in listed.replace(",", " ").split() if part]


def _address(given: str) -> str:
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError(f"'{given}' is no address of an app; write one such as {APP}")
    return given.rstrip("/")
