"""What every test shares: a bounded, repeatable Hypothesis, the two articles of the seeds, and the browser's place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from components import lexicon
from components.lexicon import Lexicon

settings.register_profile(
    "dispatches",
    derandomize=True,
    max_examples=60,
    deadline=None,  # a shared machine is no clock
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dispatches")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder with the two articles."""
    return Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="session")
def words() -> Lexicon:
    """The lexicon that the app reads with."""
    return lexicon.load()


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """The browser of this machine; none where Playwright has fetched its own."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
