"""Every page as a person sees it, in both themes and on two widths, as pictures to look at: ``make pictures``."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize

from tests.browser.conftest import launched, served
from tests.browser.screen import DESK, PHONE, Screen
from tests.browser.test_every_page import every_page

FOLDER = Path(__file__).parents[1] / "screenshots"
TALLEST = 6_000
_HEIGHT = "document.querySelector('[data-testid=\"stMain\"]').scrollHeight"


def main() -> int:
    """Write them, and say where they are."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as kept,
        served(Path(kept) / "store.sqlite") as address,
        launched() as browser,
    ):
        for scheme in ("light", "dark"):
            screen = Screen(browser.new_context(color_scheme=scheme).new_page(), address)
            for name in every_page(screen):
                for size in (DESK, PHONE):
                    _picture(screen, size, f"{name} {scheme} {size['width']}")
                screen.page.set_viewport_size(DESK)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures are in {FOLDER}")
    return 0


def _picture(screen: Screen, size: ViewportSize, name: str) -> None:
    """The page at its whole height, which only so wide a window can tell."""
    screen.page.set_viewport_size(size)
    screen.overflow()
    tall = ViewportSize(width=size["width"], height=min(TALLEST, int(screen.page.evaluate(_HEIGHT))))
    screen.page.set_viewport_size(tall)
    screen.overflow()
    screen.page.screenshot(path=FOLDER / f"{re.sub('[^a-z0-9]+', '-', name.lower())}.png")


if __name__ == "__main__":
    sys.exit(main())
