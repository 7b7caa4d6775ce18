"""A real Chromium before the real app on the seeds. Every test ends with: no other host, no error in the console."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser.screen import DESK, Screen

ROOT = Path(__file__).parents[2]
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def served(store: Path) -> Iterator[str]:
    """Where the app answers, with a store of its own; it is stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = ("--server.headless", "true", "--server.address", "127.0.0.1", "--server.port", str(port))
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *server, "--", "seeds"]
    kept = {**os.environ, "DISPATCHES_DB": str(store)}
    with subprocess.Popen(
        command, cwd=ROOT, env=kept, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if "URL:" in line:
                break
        else:
            pytest.fail("The app did not start:\n" + "".join(said))
        threading.Thread(target=process.stdout.read, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app in which nothing is ever kept."""
    with served(tmp_path_factory.mktemp("kept") / "store.sqlite") as where:
        yield where


@contextmanager
def launched() -> Iterator[Browser]:
    """The Chromium of this machine, or the one that Playwright has fetched."""
    installed = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    with sync_playwright() as playwright:
        place = next(installed, playwright.chromium.executable_path)
        if not Path(place).is_file():
            pytest.fail("No Chromium on this machine: install the package chromium, then run the tests again.")
        opened = playwright.chromium.launch(executable_path=place, args=QUIET)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("BROWSER_PATH", place)  # the app and the command line draw pictures with the same
            yield opened
        opened.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as opened:
        yield opened


@pytest.fixture(scope="session")
def tabs(browser: Browser, address: str) -> Callable[[int], Screen]:
    """Tabs that stay, by number: where the page stands already it loads anew in half the time, its scripts compiled."""
    context = browser.new_context(accept_downloads=True)
    return cache(lambda number: Screen(context.new_page(), address))


@pytest.fixture
def open_screen(tabs: Callable[[int], Screen]) -> Iterator[Callable[..., Screen]]:
    """A tab with a colour scheme and a size, for each visit of a test its own; at the end it must have been quiet and
    alone.
    """
    screens: list[Screen] = []

    def opened(scheme: Literal["light", "dark"] = "light", size: ViewportSize = DESK) -> Screen:
        screens.append(tabs(len(screens)))
        screens[-1].enter(scheme, size)
        return screens[-1]

    yield opened
    assert [fault for screen in screens for fault in screen.faults] == []


@pytest.fixture
def screen(open_screen: Callable[..., Screen]) -> Screen:
    return open_screen()
