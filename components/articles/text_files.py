"""Plain text in UTF-8. Every character is kept, line ends too, so that offsets are those of the file."""

from __future__ import annotations

from pathlib import Path

from components.articles.faults import Fault


def text_of(path: Path) -> str | Fault:
    """The file's characters without a byte-order mark, or why there are none."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        return Fault(path.name, f"cannot be opened ({fault.strerror})", "check that the file is there and may be read")
    except UnicodeDecodeError:
        return Fault(
            path.name, "is not text in UTF-8", "open it in an editor and save it as plain text, encoding UTF-8"
        )
    if not text.strip():
        return Fault(path.name, "is empty", "paste the article's text into it or remove it")
    return text
