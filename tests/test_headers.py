"""What the server says with every answer: nothing from elsewhere is loaded, framed or run."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import streamlit
from starlette.types import Message, Receive, Scope, Send

from components.views.headers import SafeHeaders, headers

POLICY = dict(part.split(" ", 1) for part in headers()["Content-Security-Policy"].split("; "))


async def careless(scope: Scope, receive: Receive, send: Send) -> None:
    """An answer that lets any page frame it."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-frame-options", b"ALLOWALL")]})
    await send({"type": "http.response.body", "body": b"words"})


def answered() -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(SafeHeaders(careless)({"type": "http"}, receive, send))
    return sent


def test_every_answer_has_the_safe_headers_once_and_its_body_as_it_was() -> None:
    start, body = answered()
    assert sorted(start["headers"]) == sorted(
        (name.lower().encode(), value.encode()) for name, value in headers().items()
    )
    assert body["body"] == b"words"


def test_no_other_host_and_no_code_made_of_text_is_allowed() -> None:
    assert not re.search(r"https?:|\*|unsafe-eval", headers()["Content-Security-Policy"])
    assert "unsafe-inline" not in POLICY["script-src"]


def test_each_script_that_stands_in_the_page_of_streamlit_is_allowed_by_its_digest_alone() -> None:
    shell = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    inline = len(re.findall(r"<script>", shell))
    assert inline > 0
    assert POLICY["script-src"].count("'sha256-") == inline
