import datetime as dt
import inspect

from streamlit.testing.v1 import AppTest

from components.export.stamp import Stamp
from components.views import downloads

STAMP = Stamp("Claims", (), (), 0, (), "1", "9f3c", dt.date(2025, 4, 2))


def page() -> None:
    import datetime as dt

    import plotly.graph_objects as go

    from components import table
    from components.export.stamp import Stamp
    from components.views import downloads

    stamp = Stamp("Claims", (), (), 0, (), "1", "9f3c", dt.date(2025, 4, 2))
    downloads.show("troops by source", lambda what, theme: go.Figure(), (), stamp)
    downloads.show_table(table.empty(), stamp)


def test_a_file_name_says_chart_and_day_in_letters_that_every_disk_takes() -> None:
    assert downloads.file_name('Troops: "killed" / wounded', STAMP) == "dispatches-troops-killed-wounded-2025-04-02"


def test_a_page_offers_the_table_and_serves_the_drawing_library_itself() -> None:
    screen = AppTest.from_function(page).run()
    assert not screen.exception
    assert [button.label for button in screen.download_button] == ["Table as CSV"]
    assert (downloads.STATIC / downloads.LIBRARY).stat().st_size > 1_000_000


def test_no_picture_script_names_another_host() -> None:
    script = (downloads.FOLDER / "downloads.js").read_text("utf-8")
    assert "://" not in script + inspect.getsource(downloads)
