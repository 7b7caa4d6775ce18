import datetime as dt
import inspect
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from components.stamp import Stamp
from components.views import downloads

STAMP = Stamp("Claims", (), (), 0, (), "1", "9f3c", dt.date(2025, 4, 2))


def page() -> None:
    import datetime as dt

    import plotly.graph_objects as go

    from components.stamp import Stamp
    from components.views import downloads

    stamp = Stamp("Claims", (), (), 0, (), "1", "9f3c", dt.date(2025, 4, 2))
    downloads.show("troops by source", lambda what, theme: go.Figure(), (), stamp)


def test_a_file_name_says_chart_and_day_in_letters_that_every_disk_takes() -> None:
    assert downloads.file_name('Troops: "killed" / wounded', STAMP) == "dispatches-troops-killed-wounded-2025-04-02"


def test_a_chart_offers_its_page_and_its_numbers_and_serves_the_drawing_library_itself() -> None:
    screen = AppTest.from_function(page).run()
    assert not screen.exception
    assert [button.label for button in screen.download_button] == ["HTML", "Numbers"]
    assert (downloads.STATIC / downloads.LIBRARY).stat().st_size > 1_000_000


TABLE = ["Table as CSV", "XLSX", "Parquet", "JSON Lines", "CSV without byte order mark"]
BRIEFING = ["Slides", "Paper", "Document", "Page", "Text", "All as ZIP"]


def test_the_page_offers_charts_table_and_briefing_in_every_format(run: Callable[..., AppTest]) -> None:
    labels = [button.label for button in run().download_button]
    assert labels == [*["HTML", "Numbers"] * 3, *TABLE, *BRIEFING]


def test_nothing_found_gives_a_table_and_no_briefing(run: Callable[..., AppTest]) -> None:
    labels = [button.label for button in run(words="unicorn").download_button]
    assert labels == TABLE


def test_no_picture_script_names_another_host() -> None:
    script = (downloads.FOLDER / "downloads.js").read_text("utf-8")
    assert "://" not in script + inspect.getsource(downloads)
