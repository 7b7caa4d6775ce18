"""What every test shares: a bounded, repeatable Hypothesis, the two articles of the seeds, and the browser's place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine, text
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from components import lexicon
from components.lexicon import Lexicon
from components.store import Store

ROOT = Path(__file__).parents[1]
SERVER = os.environ.get("DISPATCHES_TEST_DB")
"""A PostgreSQL database that the tests of the store may empty; without one they use files."""

settings.register_profile(
    "dispatches",
    derandomize=True,
    max_examples=25,
    deadline=None,  # a shared machine is no clock
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dispatches")


BROWSER = "tests/browser"
LAST = (f"{BROWSER}/test_every_page.py", f"{BROWSER}/test_keeping.py")
"""Browser tests for the worker that is done with all others while a browser still runs."""


class _FewBrowsers(LoadFileScheduling):
    """Files stay together, and the browsers with one worker: two at once take nearly as long as one after the other, so
    a second one begins when nothing else is left to do.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(LAST):
            return LAST[0]
        return BROWSER if nodeid.startswith(f"{BROWSER}/") else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _FewBrowsers:
    return _FewBrowsers(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.nodeid.startswith(LAST))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder with the two articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def words() -> Lexicon:
    """The lexicon that the app reads with."""
    return lexicon.load()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, seeds: Path, tmp_path: Path) -> Callable[..., AppTest]:
    """A page of a folder at an address; ``path`` is the page's name there, ``state`` what the session holds before.
    Where it keeps something, it does so in a store that the test alone has.
    """
    monkeypatch.setenv("DISPATCHES_DB", str(tmp_path / "kept" / "store.sqlite"))

    def opened(
        folder: Path = seeds, path: str = "", state: Mapping[str, object] = MappingProxyType({}), **address: str
    ) -> AppTest:
        monkeypatch.setenv("SEEDS", str(folder))
        page = AppTest.from_file(ROOT / "app.py", default_timeout=60)
        page._page_hash = calc_hash(path)  # AppTest.switch_page knows pages that are files only
        for key, value in address.items():
            page.query_params[key] = value
        for key, held in state.items():
            page.session_state[key] = held
        page.run()
        assert not page.exception
        return page

    return opened


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without an article; to make one takes longer than to copy it."""
    made = tmp_path_factory.mktemp("store") / "made" / "on first use.sqlite"
    Store(made).close()
    return made


@pytest.fixture
def place(tmp_path: Path, empty: Path) -> Path | str:
    if SERVER is None:
        return Path(shutil.copy(empty, tmp_path / "store.sqlite"))
    base = create_engine(SERVER.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with base.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    base.dispose()
    return SERVER


@pytest.fixture
def kept(place: Path | str, words: Lexicon) -> Iterator[Store]:
    with Store(place, words) as opened:
        yield opened


@pytest.fixture
def again(place: Path | str, words: Lexicon) -> Iterator[Callable[[], Store]]:
    """The same store as another program has it."""
    opened: list[Store] = []

    def other() -> Store:
        opened.append(Store(place, words))
        return opened[-1]

    yield other
    for one in opened:
        one.close()
