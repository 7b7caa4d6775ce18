"""What a change of the filters costs on the screen: ``python -m benchmarks.screen [CLAIMS ...]``.

The app runs on invented articles and is used in a Chromium. A change of a filter is measured against one that changes a
line of text on the same page, so that the machine and the browser drop out of the ratio. What a change costs the script
is the processor time of the server, for a browser on the same machine tells late that it has an answer.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from playwright.sync_api import Browser, Locator, Page, WebSocket, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks import corpus

NUMBERS = (1_000, 10_000, 100_000)
CHANGES, USERS = 7, 8
SCRIPT, SENT, RATIO, MEMORY = 0.050, 300_000, 2.5, 30  # seconds, bytes, times, MB a session
PATIENCE = 60_000
ROOT = Path(__file__).parents[1]
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")
_DRAWN = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED"
        && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]');
}"""


@dataclass  # without slots: Playwright keeps what it wraps on the object
class User:
    """One browser tab, with what its stream has brought since the last act."""

    page: Page
    sent: int = 0
    ended: bool = False
    begun: float = field(default_factory=monotonic)

    def listen(self, stream: WebSocket) -> None:
        stream.on("framereceived", self._received)

    def _received(self, frame: bytes | str) -> None:
        self.sent += len(frame)
        if isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished":
            self.ended = True

    def begin(self, act: Callable[[], None]) -> None:
        self.sent, self.ended, self.begun = 0, False, monotonic()
        act()

    def drawn(self) -> float:
        """Seconds until the page was drawn: only in front does a browser draw it."""
        while not self.ended:
            self.page.wait_for_timeout(5)
        self.page.wait_for_function(_DRAWN, timeout=PATIENCE)
        return monotonic() - self.begun


def main() -> int:
    """Print the costs for each number of claims."""
    numbers = tuple(map(int, sys.argv[1:])) or NUMBERS
    print(
        f"budget of a change at 100,000 claims: script {SCRIPT * 1000:.0f} ms, {SENT // 1000} kB, {RATIO} times a line "
        f"of text; {MEMORY} MB a session"
    )
    with sync_playwright() as playwright:
        place = shutil.which("chromium") or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=place, args=_FLAGS)
        for number in numbers:
            with tempfile.TemporaryDirectory() as folder:
                corpus.write(Path(folder), number)
                with _served(folder) as (address, process):
                    _measure(number, browser, address, process)
        browser.close()
    return 0


def _measure(number: int, browser: Browser, address: str, process: int) -> None:
    first = _opened(browser, address)
    before = _memory(process)
    others = [_opened(browser, address) for _ in range(USERS - 1)]
    a_session = (_memory(process) - before) / len(others)
    first.page.bring_to_front()
    line = median(_named(first, f"view {n}") for n in range(CHANGES))
    costs, drawn, sent = zip(*(_pressed(first, n, process) for n in range(CHANGES)), strict=True)
    users = [first, *others]
    worked, begun = _worked(process), monotonic()
    for n, user in enumerate(users):
        _pill(user, n % 3).evaluate("button => button.click()")
    last = _quiet(process) - begun
    print(
        f"  {number:>7,} claims: script {median(costs) * 1000:.0f} ms, {median(sent) / 1000:.0f} kB, drawn "
        f"{median(drawn):.2f} s, {median(drawn) / line:.1f} times a line of text; {a_session:.0f} MB a session; "
        f"{USERS} users at once: the server is done after {last:.2f} s and {_worked(process) - worked:.2f} s of work",
        flush=True,
    )
    for user in users:
        user.page.context.close()


def _opened(browser: Browser, address: str) -> User:
    user = User(browser.new_context(viewport={"width": 1440, "height": 1000}).new_page())
    user.page.set_default_timeout(PATIENCE)
    user.page.on("websocket", user.listen)
    user.page.goto(address)
    user.drawn()
    return user


def _pill(user: User, number: int) -> Locator:
    return user.page.get_by_test_id("stButtonGroup").first.get_by_role("button").nth(number)


def _pressed(user: User, number: int, process: int) -> tuple[float, float, int]:
    """Another filter: seconds of the server's work, seconds until it is drawn, bytes sent."""
    worked = _worked(process)
    user.begin(_pill(user, number % 3).click)
    drawn = user.drawn()
    return _worked(process) - worked, drawn, user.sent


def _named(user: User, name: str) -> float:
    """Another name for the view: one line of text on the page changes."""
    box = user.page.get_by_role("textbox", name="Name of this view")
    if not box.is_visible():
        user.page.get_by_text("More filters").click()
    box.fill(name)
    user.begin(lambda: box.press("Enter"))
    return user.drawn()


@contextmanager
def _served(folder: str) -> Iterator[tuple[str, int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port), "--", folder]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        next(line for line in process.stdout if "URL:" in line)
        try:
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()


def _worked(process: int) -> float:
    """Seconds of processor time that a process has had."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _quiet(process: int) -> float:
    """When the process had done its work: the moment from which it did none for a second."""
    worked, since = _worked(process), monotonic()
    while monotonic() - since < 1:
        sleep(0.02)
        if (now := _worked(process)) != worked:
            worked, since = now, monotonic()
    return since


def _memory(process: int) -> float:
    """Resident megabytes."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    sys.exit(main())
