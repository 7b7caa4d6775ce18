"""A process of its own for foreign formats, with bounds on its time and memory: whatever a file does to it, it is
replaced and the file is named.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from components.articles import bounds
from components.articles.faults import Fault
from components.model import Article

_ROOT = Path(__file__).parents[2]
_ENDED = "reading it took too long or too much memory, or broke off"
_one_file_at_a_time = Lock()
_process: subprocess.Popen[bytes] | None = None


def read(name: str, content: bytes, chosen: Mapping[str, str]) -> Iterator[Article | Fault]:
    """What ``foreign.found`` finds in the file, found by the other process."""
    if len(content) > bounds.FILE:
        yield Fault(name, f"has more than {bounds.FILE // 1_000_000} MB", "cut out the article")
        return
    with _one_file_at_a_time:
        answer = _asked(name, content, chosen)
    if answer is None:
        yield Fault(name, f"cannot be read: {_ENDED}", "paste its text instead")
        return
    for kind, values in answer:
        yield Fault(**values) if kind == "fault" else _article(values)


def headings(name: str, content: bytes) -> tuple[str, ...]:
    """The headings of a table, as the other process reads them; none where it cannot."""
    with _one_file_at_a_time:
        return tuple(_asked(name, content, None) or ()) if len(content) <= bounds.FILE else ()


def _asked(name: str, content: bytes, chosen: Mapping[str, str] | None) -> list[Any] | None:
    """The other process's answer, headings where ``chosen`` is None; None where it gave none and had to be ended."""
    global _process
    if _process is None or _process.poll() is not None:
        _process = _started()
    process = _process
    assert process.stdin is not None
    assert process.stdout is not None
    patience = bounds.SECONDS * (5 if name.lower().endswith(".zip") else 1)
    watch = Timer(patience, process.kill)
    watch.start()
    try:
        process.stdin.write(
            json.dumps([name, len(content), None if chosen is None else dict(chosen)]).encode() + b"\n" + content
        )
        process.stdin.flush()
        line = process.stdout.readline()
        answer: list[Any] | None = json.loads(line) if line.endswith(b"\n") else None
    except (OSError, ValueError):
        answer = None
    finally:
        watch.cancel()
    if answer is None:
        process.kill()
        process.wait()
        _process = None
    return answer


def _started() -> subprocess.Popen[bytes]:
    paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )


def _article(values: dict[str, Any]) -> Article:
    published, retrieved = values["published"], values["retrieved"]
    days = {
        "published": dt.date.fromisoformat(published) if published else None,
        "retrieved": dt.datetime.fromisoformat(retrieved) if retrieved else None,
    }
    return Article(**{**values, **days, "boilerplate": ()})


def serve() -> None:
    """Read files from standard input until it ends: a line with name, size and chosen columns, then the bytes; a line
    comes back, of the table's headings where the columns are null.
    """
    from components.articles import foreign, tables

    _bounded()
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand between the answers
    while line := source.readline():
        name, size, chosen = json.loads(line)
        content = source.read(size)
        answer: list[Any]
        if chosen is None:
            answer = [*tables.headings(name, content)]
        else:
            answer = [_told(one) for one in foreign.found(name, content, chosen)]
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def _told(one: Article | Fault) -> tuple[str, dict[str, Any]]:
    if isinstance(one, Fault):
        return "fault", asdict(one)
    days = {"published": one.published, "retrieved": one.retrieved}
    return "article", {**asdict(one), **{name: day.isoformat() if day else None for name, day in days.items()}}


def _bounded() -> None:
    """Let the system hold the process to its memory; where it cannot, time alone bounds it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (bounds.MEMORY, bounds.MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    serve()
