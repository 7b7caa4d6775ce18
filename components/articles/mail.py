"""Mails: the body as an article, with the day and the sender of its headers; attachments that can be read follow."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart

from components.articles.faults import Fault
from components.articles.pages import words
from components.articles.tables import day_of
from components.model import Article


def body(name: str, id_: str, content: bytes) -> Iterator[Article | Fault]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("plain", "html"))
    text = "" if part is None else _text(part)
    if not text.strip():
        yield Fault(name, "holds no text", "paste the article's text")
        return
    published = day_of(str(message.get("Date") or ""))
    yield Article(
        id=id_,
        text=text.replace("\r\n", "\n"),
        title=str(message.get("Subject") or "").strip()[:500] or None,
        published=published,
        published_basis="metadata" if published else None,
        byline=str(message.get("From") or "").strip()[:200] or None,
    )


def _text(part: MIMEPart) -> str:
    try:
        held = part.get_content()
    except (LookupError, ValueError):  # a character set that nobody knows
        raw = part.get_payload(decode=True)
        held = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    said = held if isinstance(held, str) else ""
    return words(said) if part.get_content_type() == "text/html" else said


def attachments(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of a mail by name."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    for part in message.iter_attachments():
        held = part.get_payload(decode=True)
        if part.get_filename() and isinstance(held, bytes):
            yield str(part.get_filename()), held
