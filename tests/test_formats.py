"""Files of other programs become articles; hostile ones are named with the reason, and the rest goes on."""

from __future__ import annotations

import datetime as dt
import io
import json
import signal
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from pypdf import PdfWriter

from components import articles, parsing
from components.articles import Loaded, apart, bounds
from components.lexicon import Lexicon
from components.model import Article

FILES = Path(__file__).with_name("files")
SAID = "South Korea's spy agency said on Monday that about 300 North Korean soldiers had been killed in Kursk."
MORE = "It added that 2,700 had been wounded, and that it had seen no sign of a withdrawal from the front line."
BODY = (
    f"<p>{SAID}</p><p>{MORE}</p>" + "<p>Officials in Kyiv did not comment on the report when they were asked.</p>" * 4
)
PAGE = (
    '<!doctype html><html lang="en"><head><title>Spy agency counts dead</title>'
    '<meta property="og:site_name" content="The Quay"><meta name="author" content="Ann Bell">'
    '<meta property="article:published_time" content="2025-01-13T08:00:00Z">'
    '<link rel="canonical" href="https://quay.example/news/1"></head>'
    f"<body><nav><a href='/'>Home</a></nav><article><h1>Spy agency counts dead</h1>{BODY}</article>"
    "<script>document.write('5,000 North Korean soldiers')</script><footer>All rights reserved</footer></body></html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title><item><title>Dead counted</title>'
    "<link>https://quay.example/2</link><pubDate>Mon, 13 Jan 2025 08:00:00 GMT</pubDate>"
    f"<description>&lt;p&gt;{SAID}&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay</title><entry><title>Dead counted</title>'
    '<link href="https://quay.example/3"/><published>2025-01-13T08:00:00Z</published><author><name>Ann Bell</name>'
    f'</author><content type="html">&lt;p&gt;{SAID}&lt;/p&gt;</content></entry></feed>'
)


def document() -> bytes:
    made = Document()
    made.core_properties.title, made.core_properties.author = "Dead counted", "Ann Bell"
    for line in (SAID, MORE):
        made.add_paragraph(line)
    return saved(made)


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "Headline", "Description", "Link"])
    sheet.append([dt.date(2025, 1, 13), "Dead counted", SAID, "https://quay.example/4"])
    return saved(book)


def saved(made: object) -> bytes:
    stream = io.BytesIO()
    made.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Dead counted", "Ann Bell <ann@quay.example>"
    message["Date"] = "Mon, 13 Jan 2025 08:00:00 +0000"
    message.set_content(SAID)
    message.add_attachment(MORE.encode(), maintype="text", subtype="plain", filename="../more.txt")
    return message.as_bytes()


def web_archive() -> bytes:
    message = MIMEMultipart("related")
    part = MIMEText(PAGE, "html", "utf-8")
    part["Content-Location"] = "https://quay.example/news/1"
    message.attach(part)
    return message.as_bytes()


def pdf(*lines: str) -> bytes:
    """A page with these lines, written out by hand: one font, one stream."""
    shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
    stream = f"BT /F1 10 Tf 12 TL 50 750 Td {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    written = b"%PDF-1.4\n"
    places = []
    for number, held in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj%s endobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return written + end % (table, len(written))


def packed(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in members.items():
            archive.writestr(name, held)
    return stream.getvalue()


TABLE = f'Title,Text,Published\nDead counted,"{SAID}",13 January 2025\n'.encode()
LIST = json.dumps([{"headline": "Dead counted", "body": SAID, "date": "2025-01-13"}]).encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", PAGE.encode()),
        ("a.mhtml", web_archive()),
        ("a.docx", document()),
        ("a.xlsx", workbook()),
        ("a.eml", mail()),
        ("a.csv", TABLE),
        ("a.json", LIST),
        ("a.rss", FEED.encode()),
        ("a.atom", ATOM.encode()),
        ("a.pdf", pdf("Dead counted", *SAID.split(" had "))),
        ("a.md", f"# Dead counted\n\n{SAID}".encode()),
        ("a.zip", packed({"inner/b.csv": TABLE, "__MACOSX/._b.csv": b"\0"})),
    ],
)
def test_a_file_of_each_format_becomes_an_article_with_what_it_states(
    name: str, content: bytes, words: Lexicon
) -> None:
    found = articles.read_bytes(name, content, words)
    article = found.articles[0]
    assert not found.faults
    assert "about 300 North Korean soldiers" in " ".join(article.text.split())
    assert "<" not in article.text
    assert "alert" not in article.text
    assert "5,000" not in article.text
    assert article.title
    if name.rpartition(".")[2] not in ("pdf", "md", "docx"):
        assert article.published == dt.date(2025, 1, 13)
        assert article.published_basis == "metadata"


@pytest.mark.parametrize("name", ["writer.docx", "writer.pdf", "chromium.pdf", "chromium.mhtml"])
def test_what_other_programs_save_is_read_as_the_article_that_it_is(name: str, words: Lexicon) -> None:
    [article] = articles.read_bytes(name, (FILES / name).read_bytes(), words).articles
    assert article.title == "Spy agency counts the dead of Kursk"
    told = " ".join(article.text.split())
    assert "about 300 North Korean soldiers had been killed in Russia’s Kursk region and that some 2,700 others" in told
    assert all(word in told for word in ("한도윤", "Москва", "at least 1,200 more troops"))
    found = [claim.quantity for claim in parsing.read(article, words).claims if claim.quantity]
    assert [(one.measure, one.best) for one in found][:2] == [("killed", 300), ("wounded", 2700)]


def test_a_timeline_that_calc_saved_comes_in_as_articles(words: Lexicon) -> None:
    first, second = articles.read_bytes("calc.xlsx", (FILES / "calc.xlsx").read_bytes(), words).articles
    assert (first.title, first.outlet, first.url) == (
        "Spy agency counts dead",
        "The Quay",
        "https://quay.example/news/1",
    )
    assert (first.published, second.published) == (dt.date(2025, 1, 13), dt.date(2025, 2, 4))
    assert first.text == f"{SAID} {MORE}"
    assert "up to 6,000 more North Korean troops" in second.text


def test_a_page_saved_as_one_file_keeps_address_outlet_day_and_author(words: Lexicon) -> None:
    saved_page = (FILES / "chromium.mhtml").read_bytes()
    [article] = articles.read_bytes("chromium.mhtml", saved_page, words).articles
    assert (article.url, article.outlet, article.published, article.byline) == (
        "https://quay.example/news/1",
        "The Quay",
        dt.date(2025, 1, 13),
        "Ann Bell",
    )


def test_a_page_states_its_outlet_address_and_byline(words: Lexicon) -> None:
    (page,) = articles.read_bytes("a.html", PAGE.encode(), words).articles
    assert (page.outlet, page.url, page.byline) == ("The Quay", "https://quay.example/news/1", "Ann Bell")
    assert "Home" not in page.text


def test_an_address_names_the_outlet_where_nothing_else_does(words: Lexicon) -> None:
    outlet = next(one for one in words.outlets.values() if one.domains)
    rows = f"text,url\n{SAID},https://www.{outlet.domains[0]}/2025/01/x\n".encode()
    (article,) = articles.read_bytes("a.csv", rows, words).articles
    assert article.outlet == outlet.name


def test_attachments_of_a_mail_are_articles_under_names_that_lead_nowhere(words: Lexicon) -> None:
    body, attached = articles.read_bytes("a.eml", mail(), words).articles
    assert SAID in body.text
    assert attached.text == MORE
    assert ".." not in attached.id


def test_what_the_listing_states_holds_over_the_file(tmp_path: Path, words: Lexicon) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    listed = '[[article]]\nfile = "a.html"\noutlet = "The Pier"\npublished = 2025-01-14\n'
    (tmp_path / "articles.toml").write_text(listed, "utf-8")
    (article,) = articles.load([tmp_path], words).articles
    assert (article.outlet, article.published, article.published_basis) == ("The Pier", dt.date(2025, 1, 14), "analyst")
    assert article.title == "Spy agency counts dead"


def test_folders_inside_the_folder_are_read(tmp_path: Path, words: Lexicon) -> None:
    (tmp_path / "week" / "day").mkdir(parents=True)
    (tmp_path / "week" / "day" / "a.txt").write_text(SAID, "utf-8")
    assert [one.id for one in articles.load([tmp_path], words).articles] == ["a"]


def blank() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
HOSTILE: Mapping[str, tuple[bytes, str]] = {
    "scan.pdf": (blank(), "pictures of pages and no text"),
    "torn.pdf": (pdf(SAID)[:80], "cannot be read as PDF"),
    "torn.docx": (document()[:500], "cannot be read as a document"),
    "torn.xlsx": (workbook()[:500], "cannot be read as a workbook"),
    "torn.zip": (packed({"a.txt": b"x"})[:20], "no archive"),
    "laughs.xml": (f"<!DOCTYPE x [{LAUGHS}]><rss><item><title>&a9;</title></item></rss>".encode(), "entities"),
    "outside.xml": (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><item>&e;</item></rss>', "entities"),
    "no.rss": (b"<html></html>", "no RSS or Atom feed"),
    "torn.atom": (b"<feed><entry>", "not well-formed"),
    "deep.json": (b"[" * 100_000, "not JSON"),
    "odd.csv": (b"\xff\xfe\x00", "not text in UTF-8"),
    "claims.csv": (b"a,b\n1,2\n", "no column of texts"),
    "empty.md": (b"  ", "is empty"),
    "empty.html": (b"<html><body></body></html>", "no article"),
    "russian doll.zip": (
        packed({"b.zip": packed({"c.zip": packed({"d.zip": packed({"e.txt": SAID.encode()})})})}),
        "files deep",
    ),
    "bomb.zip": (packed({"a.txt": b"0" * (bounds.FILE + 1)}), "unpacks to more than is read"),
    "locked.bin": (b"MZ", "format that is not read"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_named_with_its_reason(name: str, words: Lexicon) -> None:
    content, reason = HOSTILE[name]
    found = articles.read_bytes(name, content, words)
    assert found.articles == ()
    assert len(found.faults) == 1
    assert reason in str(found.faults[0])
    assert name in str(found.faults[0])


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path, words: Lexicon) -> None:
    for name, (content, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.html").write_text(PAGE, "utf-8")
    found = articles.load([tmp_path], words)
    assert [one.id for one in found.articles] == ["good"]
    assert len(found.faults) == len(HOSTILE)


def test_members_that_name_other_folders_are_never_written(tmp_path: Path, words: Lexicon) -> None:
    path = tmp_path / "in" / "a.zip"
    path.parent.mkdir()
    path.write_bytes(packed({"../../evil.txt": SAID.encode(), "/abs.txt": MORE.encode()}))
    found = articles.load([path], words)
    assert {one.text for one in found.articles} == {SAID, MORE}
    assert [one.name for one in tmp_path.rglob("*.txt")] == []


def test_a_file_that_takes_too_long_is_named_and_the_next_one_is_read(
    monkeypatch: pytest.MonkeyPatch, words: Lexicon
) -> None:
    assert articles.read_bytes("a.html", PAGE.encode(), words).articles
    assert apart._process is not None
    apart._process.send_signal(signal.SIGSTOP)
    monkeypatch.setattr(bounds, "SECONDS", 0.1)
    assert "too long" in str(articles.read_bytes("a.html", PAGE.encode(), words).faults[0])
    monkeypatch.undo()
    assert articles.read_bytes("a.html", PAGE.encode(), words).articles


TIMELINE = (
    b"Day,Body,Event,Seen in,Source URL\n2025-01-13,%s,Dead counted,The Quay,https://quay.example/5\n" % SAID.encode()
)


def test_columns_are_chosen_where_their_headings_mislead(words: Lexicon) -> None:
    assert articles.headings("a.csv", TIMELINE) == ("Day", "Body", "Event", "Seen in", "Source URL")
    (taken,) = articles.read_bytes("a.csv", TIMELINE, words).articles
    assert (taken.text, taken.title, taken.outlet) == (SAID, None, None)
    chosen = {"title": "event", "outlet": "Seen in", "published": ""}
    (found,) = articles.read_bytes("a.csv", TIMELINE, words, chosen).articles
    assert (found.text, found.title, found.outlet, found.published) == (SAID, "Dead counted", "The Quay", None)


def test_columns_of_a_workbook_are_chosen_too(words: Lexicon) -> None:
    assert articles.headings("a.xlsx", workbook()) == ("Date", "Headline", "Description", "Link")
    (found,) = articles.read_bytes("a.xlsx", workbook(), words, {"text": "Headline"}).articles
    assert (found.text, found.title, found.url) == ("Dead counted", None, "https://quay.example/4")


def test_a_chosen_column_that_is_not_there_is_named_with_those_that_are(words: Lexicon) -> None:
    loaded = articles.read_bytes("a.csv", TIMELINE, words, {"text": "Story"})
    assert loaded.articles == ()
    assert "has no column 'Story' (its heading has Day, Body, Event, Seen in, Source URL)" in str(loaded.faults[0])


def test_a_file_that_is_no_table_has_no_headings() -> None:
    assert articles.headings("a.xlsx", b"PK nothing") == articles.headings("a.csv", b"\xff\xfe") == ()


def test_a_process_that_broke_off_is_replaced(words: Lexicon) -> None:
    assert articles.read_bytes("a.csv", TABLE, words).articles
    assert apart._process is not None
    apart._process.kill()
    apart._process.wait()
    assert articles.read_bytes("a.csv", TABLE, words).articles


def test_an_article_of_any_format_keeps_the_shape_of_all_others(words: Lexicon) -> None:
    (article,) = articles.read_bytes("a.csv", TABLE, words).articles
    assert article == Article(
        id="a 2",
        text=SAID,
        title="Dead counted",
        lang_basis="detected",
        published=dt.date(2025, 1, 13),
        published_basis="metadata",
    )


def test_nothing_given_gives_nothing(tmp_path: Path, words: Lexicon) -> None:
    assert isinstance(articles.load([], words), Loaded)
    assert articles.load([tmp_path / "none"], words).faults
