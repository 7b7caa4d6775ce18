"""The app as a person meets it."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import ConsoleMessage, Locator, Page, ViewportSize, WebSocket, expect
from playwright.sync_api import TimeoutError as PageTimeoutError
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 30_000
FOLDED = 1_500
DESK = ViewportSize(width=1440, height=1000)
PHONE = ViewportSize(width=390, height=844)
# What Streamlit itself leaves, by rule and by the part of the page in which it is known.
KNOWN_LEFTOVERS = {
    "svg-img-alt": "stMetric",
    "aria-dialog-name": "stToast",
    "empty-table-header": "stDataFrame",
    "presentation-role-conflict": "stFileUploader",
}
_LOOKED_FOR = ("/_stcore/health", "/_stcore/host-config")
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# Counts the finished runs of the script on the page itself: a run can begin long after the click that asks for it.
# The page may fold both ends of a short run into one drawing, and then counts nothing: the server's word decides.
_COUNT_RUNS = """
window.runs = 0;
new MutationObserver(changes => {
    const ends = change => change.oldValue !== "notRunning" && change.target.dataset.testScriptState === "notRunning";
    window.runs += changes.filter(ends).length;
}).observe(document, {subtree: true, attributeFilter: ["data-test-script-state"], attributeOldValue: true});
"""
_WAITING = '[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stPlotlyChart"]:not(:has(.main-svg))'
_OWN_WORDS = """elements => elements.map(element =>
    [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join("").trim())"""


def _ends_a_run(frame: bytes | str) -> bool:
    """Whether the server says here that the script, or a part of it, has run to its end."""
    if isinstance(frame, str):
        return False
    said = ForwardMsg.FromString(frame)
    return said.WhichOneof("type") == "script_finished" and said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


class Screen:
    """The app as a person meets it: what can be pressed, and what is then to be read."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.faults: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.add_init_script(_COUNT_RUNS)
        page.on("request", lambda request: self._must_be_ours(request.url))
        page.on("websocket", self._listen)
        page.on("console", self._must_be_quiet)
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))

    def _must_be_ours(self, url: str) -> None:
        there, here = urlsplit(url), urlsplit(self.address)
        if there.scheme not in ("data", "blob") and there.netloc != here.netloc:
            self.faults.append(f"a request to another host: {url}")

    def _listen(self, stream: WebSocket) -> None:
        self._must_be_ours(stream.url)
        self.stream = stream

    def _must_be_quiet(self, said: ConsoleMessage) -> None:
        """No error but Streamlit's own: opened at a page's path, it looks for its server below that path first."""
        if said.type == "error" and not urlsplit(said.location["url"]).path.endswith(_LOOKED_FOR):
            self.faults.append(said.text)

    def open(self, path: str = "/") -> None:
        self.page.goto(self.address + path)
        self.settle()

    def enter(self, scheme: Literal["light", "dark"], size: ViewportSize) -> None:
        """Before another visit, which must open an address: until then the page of the last one stands here."""
        self.page.bring_to_front()  # a tab behind another draws late and has no focus
        self.page.set_viewport_size(size)
        self.page.emulate_media(media="null", color_scheme=scheme)
        self.faults.clear()

    def go(self, name: str) -> None:
        """To another page, by its link."""
        here = urlsplit(self.page.url).path
        self.act(self.page.get_by_role("link", name=name, exact=True).first.click)
        assert urlsplit(self.page.url).path != here

    def settle(self) -> None:
        """The script has run and nothing on the page is waiting to be drawn."""
        expect(
            self.page.locator(
                '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'
            )
        ).to_be_attached(timeout=PATIENCE)
        expect(self.page.locator(_WAITING)).to_have_count(0, timeout=PATIENCE)

    def act(self, act: Callable[[], None]) -> None:
        """Do it, and wait until the app has answered and the answer is drawn."""
        before = self.page.evaluate("window.runs")
        with self.stream.expect_event("framereceived", _ends_a_run, timeout=PATIENCE):
            act()
        with suppress(PageTimeoutError):
            self.page.wait_for_function("before => window.runs > before", arg=before, timeout=FOLDED)
        self.settle()

    def pill(self, name: str) -> Locator:
        """The filter button of a body, whatever count stands beside its name."""
        return self.page.get_by_test_id("stButtonGroup").get_by_role("button", name=re.compile(name)).first

    def press(self, name: str) -> None:
        self.act(self.pill(name).click)

    def bodies(self) -> list[str]:
        """Whose claims the attribution view lists, without their counts."""
        return [str(name) for name in self.page.locator("h3.body").evaluate_all(_OWN_WORDS)]

    def marks(self, chart: str) -> Locator:
        """The marks that stand for claims, on the chart with this key."""
        return self.page.locator(f".st-key-{chart} .js-plotly-plot .point")

    def pick(self, chart: str) -> None:
        """Click the first mark of a chart that opens its evidence."""
        self.act(lambda: self.marks(chart).first.click(force=True))
        self._evidence()

    def pick_line(self, words: str) -> None:
        """Click the line of the attribution view that says so."""
        self.act(self.page.locator(".st-key-views").get_by_role("button", name=re.compile(words)).first.click)
        self._evidence()

    def _evidence(self) -> None:
        expect(self.page.locator(".evidence mark.sentence")).not_to_have_count(0, timeout=PATIENCE)
        self.settle()

    def lit(self, name: str) -> list[str]:
        """What is marked in the article as the sentence, number, source or cue."""
        return self.page.locator(f".evidence mark.{name}").all_inner_texts()

    def tab_to(self, wanted: Locator) -> None:
        """Press Tab until the focus is there; a person would not press it a hundred times."""
        for _ in range(100):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("element => element === document.activeElement"):
                return
        pytest.fail("The keyboard does not reach it.")

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window, once it has been drawn for it."""
        drawn = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
        self.page.evaluate(drawn)
        self.settle()
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def download(self, name: str | re.Pattern[str], folder: Path) -> Path:
        button = self.page.get_by_role("button", name=name).first
        with self.page.expect_download(timeout=PATIENCE) as waiting:
            button.click()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

    def violations(self, of: str | None = None) -> list[str]:
        """What axe finds, of one rule or of all, in one line each, without Streamlit's own leftovers."""
        self.page.evaluate(AXE)
        asked = {"resultTypes": ["violations"]} | ({"runOnly": [of]} if of else {})
        found = self.page.evaluate("asked => axe.run(document, asked)", asked)
        return [
            f"{fault['id']}: {fault['help']} at {node['target']}"
            for fault in found["violations"]
            for node in fault["nodes"]
            if not self._known(fault["id"], node["target"])
        ]

    def _known(self, rule: str, target: list[Any]) -> bool:
        part = KNOWN_LEFTOVERS.get(rule)
        return part is not None and bool(
            self.page.evaluate(
                "([path, part]) => Boolean(document.querySelector(path)?.closest(`[data-testid^='${part}']`))",
                [target[0], part],
            )
        )
