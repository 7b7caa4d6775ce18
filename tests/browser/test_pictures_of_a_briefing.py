"""A chart that the command line draws with this machine's Chromium; ``test_taking_away.py`` has those of a pack."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from components.__main__ import main

pytestmark = pytest.mark.browser
SAID = (
    "Ukrainian military intelligence (ГУР) said on Friday that 4,000 North Korean soldiers (북한군) had been killed in "
    "Kursk."
)


def test_a_chart_is_the_same_svg_each_time_in_every_script(browser: Browser, tmp_path: Path) -> None:
    given = tmp_path / "said.jsonl"
    given.write_text(json.dumps({"text": SAID, "published": "2025-03-29"}), "utf-8")
    assert browser.is_connected()  # so there is a Chromium
    drawn = []
    for name in ("one.svg", "other.svg"):
        out = tmp_path / name
        chosen = ("--chart", "casualties", "--words", "북한군 ГУР", "--made", "2025-05-01")
        assert main(["brief", str(given), "-o", str(out), *chosen]) == 0
        drawn.append(out.read_bytes())
    assert drawn[0] == drawn[1]
    root = ElementTree.fromstring(drawn[0])
    words = " ".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "North Korean casualties" in words
    assert "with the words 북한군 ГУР" in words
    assert re.search(r"\b4,000\b", words)
