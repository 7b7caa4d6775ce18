"""Pictures drawn by a Chromium of this machine: one is started for all pictures of a briefing, and ended with them."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from components.briefing import PARTS, Briefing
from components.export import standalone
from components.export.drawings import figures, stamps
from components.export.pictures import stamped
from components.export.shapes import PIXELS, Shape

if TYPE_CHECKING:
    from kaleido import Kaleido

Format: TypeAlias = Literal["png", "svg"]

SECONDS = 90.0
"""What all pictures of one briefing may take; a busy machine takes twenty for twelve."""

_INSTALL = "install Chromium (on Debian: apt-get install chromium) or Chrome"
_MISSING = f"Pictures need a Chromium and this machine has none: {_INSTALL}."

_FEW = 6
"""Up to so many pictures are drawn sooner than a second tab is open."""

_END = 8.0
"""Seconds in which a browser that has drawn may end by itself."""

_PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src file: 'unsafe-inline' 'unsafe-eval';
 style-src 'unsafe-inline'; img-src data: blob:; connect-src data: blob:">
<style id="head-style"></style>
<script>
// The drawing library names parts of a picture by chance; by this row of numbers the same figure has the same names.
let last = 1;
Math.random = () => (last = (last * 16807) % 2147483647) / 2147483647;
</script>
"""


class PicturesError(Exception):
    """Why no picture could be drawn, in one line."""


class Picture(NamedTuple):
    """One picture of the chart of a part."""

    part: str
    shape: Shape
    format: Format

    @property
    def name(self) -> str:
        return f"chart-{self.part}{'-square' if self.shape == 'square' else ''}.{self.format}"

    @property
    def meaning(self) -> str:
        width, height = PIXELS[self.shape]
        how = f"{width:,} by {height:,} points" if self.format == "png" else "sharp at any size"
        return f"A picture of the chart “{PARTS[self.part]}”, {how}."


def every(parts: Iterable[str]) -> Sequence[Picture]:
    """What a pack has of each chart: both shapes as PNG, and the wide one as SVG."""
    kinds: Sequence[tuple[Shape, Format]] = (("wide", "png"), ("square", "png"), ("wide", "svg"))
    return [Picture(part, shape, form) for part in parts for shape, form in kinds]


def found() -> str | None:
    """Where this machine has a Chromium or a relation of it: named by ``BROWSER_PATH``, on the PATH, fetched by
    ``kaleido_get_chrome``, or, on systems whose programs are not on the PATH, in its usual place.
    """
    from choreographer.browsers import Chromium  # its import sets up logging: only where pictures are asked for

    return Chromium.find_browser(skip_local=False, skip_typical=sys.platform.startswith("linux"))


def check() -> None:
    """Raises PicturesError where there is no Chromium, with what to install."""
    if not found():
        raise PicturesError(_MISSING)


def draw(told: Briefing, wanted: Sequence[Picture], seconds: float = SECONDS) -> Sequence[bytes]:
    """The pictures that are wanted, in their order, each of the print figure of its part; that part must have a chart.

    The same briefing gives the same SVG, and on one machine the same PNG. Raises PicturesError within ``seconds`` and
    a few more.
    """
    if not wanted:
        return ()
    check()
    charts, said = figures(told, "print"), stamps(told)
    sheets = [(one, stamped(charts[one.part], said[one.part], one.shape).to_plotly_json()) for one in wanted]
    # A thread of its own, for the one that asks may have a loop that is running, as the server of the page has.
    with ThreadPoolExecutor(1) as apart:
        try:
            return apart.submit(asyncio.run, _drawn(sheets, seconds)).result()
        except TimeoutError:
            raise PicturesError(f"The pictures were not drawn within {seconds:g} seconds; try again.") from None
        except Exception as fault:  # of the browser, of its page or of the way to it, each with a class of its own
            raise PicturesError(
                f"{found()} drew no pictures ({type(fault).__name__}); start it by hand to see whether it runs."
            ) from fault


async def _drawn(sheets: Sequence[tuple[Picture, dict[str, object]]], seconds: float) -> Sequence[bytes]:
    from kaleido import Kaleido
    from kaleido.errors import BrowserFailedError

    for name in ("kaleido", "choreographer", "browser_proc"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters of it is in the fault
    # No sandbox: Chromium refuses one to root and in most containers, and the page is ours, with figures for data. The
    # proxy is an address at which nobody answers, so that not even the browser's own requests leave the machine.
    artist = Kaleido(
        1 + (len(sheets) > _FEW), path=found(), page_generator=_Page(), timeout=None, proxy_server="http://127.0.0.1:9"
    )
    answers = False
    try:
        async with asyncio.timeout(seconds) as limit:
            try:
                await artist.open()
                drawn = await asyncio.gather(*(artist.calc_fig(sheet, _options(one, sheet)) for one, sheet in sheets))
            except BrowserFailedError:
                if limit.expired():  # kaleido takes a browser that was stopped for one that shut by itself
                    raise TimeoutError from None
                raise
        answers = True
        return drawn
    finally:
        await _ended(artist, answers)


def _options(one: Picture, sheet: dict[str, object]) -> dict[str, object]:
    layout = sheet["layout"]
    assert isinstance(layout, dict)
    scale = PIXELS[one.shape][0] / layout["width"] if one.format == "png" else 1
    return {"format": one.format, "width": layout["width"], "height": layout["height"], "scale": scale}


class _Page:
    """The page in which figures are drawn, with the installed library; it forbids itself every request."""

    def generate_index(self) -> str:
        from kaleido import PageGenerator

        scripts = f'<script src="{standalone.LIBRARY.as_uri()}" charset="utf-8"></script>\n'
        return f"{_PAGE}{scripts}{PageGenerator.footer}"


async def _ended(artist: Kaleido, answers: bool) -> None:
    """End the browser with all that it started; by force, where it answers no more."""
    if answers:
        with suppress(TimeoutError):
            async with asyncio.timeout(_END):
                await artist.close()
    process = getattr(artist, "subprocess", None)
    if process is not None and process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:  # it began a session of its own
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    await artist.close()
