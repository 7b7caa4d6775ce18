import html as entities
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import evidence

SEEDS = Path(__file__).parents[1] / "seeds"
OURS = re.compile(r"<(style|summary|small)>.*?</\1>", re.DOTALL)
TAGS = re.compile(r"<[^>]*>")
KNOWN_TAG = re.compile(
    r'</?(?:div|style|details|summary|small|mark|p)>|<div class="evidence">|<p dir="auto">'
    r'|<mark class="(?:sentence|source|number|cue)" title="[a-z ]+">'
)
SENTENCE = "The marshal's office said on 4 May that about 1,250 soldiers had crossed the river."
TEXT = f"A headline stands here\n\nFirst, the weather.\n{SENTENCE} Then it rained.\nLast, the sport.\n"


def row(text: str = TEXT, cue: object = "said", **words: str) -> dict[str, object]:
    """A row whose offsets are where the given words stand in the text."""
    marks: dict[str, object] = {"cue_text": cue}
    for name, phrase in words.items():
        marks[f"{name}_start"] = text.index(phrase)
        marks[f"{name}_end"] = text.index(phrase) + len(phrase)
    return marks


WHOLE = row(sentence=SENTENCE, source="The marshal's office", quantity="about 1,250")


def plain(page: str) -> str:
    return entities.unescape(TAGS.sub("", OURS.sub("", page)))


def marked(page: str, name: str) -> list[str]:
    """The texts of the marks of one name, inner marks opened."""
    found, depth = [], 0
    for match in re.finditer(rf'<mark class="{name}" [^>]*>', page):
        depth, at = 1, match.end()
        for tag in re.finditer(r"<mark [^>]*>|</mark>", page[match.end() :]):
            depth += -1 if tag.group() == "</mark>" else 1
            at = match.end() + tag.start()
            if depth == 0:
                break
        found.append(plain(page[match.end() : at]))
    return found


def test_the_sentence_is_marked_and_in_it_number_source_and_cue() -> None:
    page = evidence.html(TEXT, WHOLE)
    assert marked(page, "sentence") == [SENTENCE]
    assert marked(page, "number") == ["about 1,250"]
    assert marked(page, "source") == ["The marshal's office"]
    assert marked(page, "cue") == ["said"]


def test_a_row_of_the_frame_with_missing_offsets_marks_what_it_has() -> None:
    frame = pd.DataFrame([{**WHOLE, "source_start": pd.NA, "source_end": pd.NA, "cue_text": pd.NA}])
    frame = frame.astype({name: "Int64" for name in frame.columns if name.endswith(("_start", "_end"))})
    page = evidence.html(TEXT, frame.iloc[0])
    assert marked(page, "sentence") == [SENTENCE]
    assert marked(page, "source") == marked(page, "cue") == []


def test_the_cue_nearest_to_the_source_is_the_one_marked() -> None:
    text = "What he said was that, as Kyiv said, 12 boats left."
    page = evidence.html(text, row(text, sentence=text, source="Kyiv"))
    assert "Kyiv</mark> <mark" in page
    assert marked(page, "cue") == ["said"]


def test_a_source_named_in_an_earlier_paragraph_is_marked_there() -> None:
    text = "The marshal spoke at noon.\n\nAbout 40 boats left, he said."
    page = evidence.html(text, row(text, sentence="About 40 boats left, he said.", source="The marshal"))
    assert marked(page, "source") == ["The marshal"]
    assert marked(page, "sentence") == ["About 40 boats left, he said."]
    assert "<details>" not in page


def test_far_paragraphs_are_folded_and_near_ones_stand_open() -> None:
    text = "One.\n\nTwo.\n\nThree is it.\n\nFour.\n\nFive."
    page = evidence.html(text, row(text, sentence="Three is it."), around=1)
    before, middle, after = re.split(r"(?s)<details>.*?</details>", page)
    assert [plain(part).split() for part in (before, middle, after)] == [
        [],
        ["Two.", "Three", "is", "it.", "Four."],
        [],
    ]
    assert "Earlier in the article" in page
    assert "Later in the article" in page


def test_markup_in_an_article_is_shown_as_text() -> None:
    text = '<script>alert(1)</script> <img src=x onerror="y"> said </mark></div> &amp; 5 boats'
    page = evidence.html(text, row(text, sentence=text, quantity="5 boats"))
    assert "<script" not in page
    assert "<img" not in page
    assert plain(page) == text


def test_a_long_article_is_cut_around_the_sentence_and_says_so() -> None:
    text = "Filler sentence here.\n" * 20_000 + SENTENCE + "\nMore filler." * 20_000
    page = evidence.html(text, row(text, sentence=SENTENCE, quantity="1,250"))
    assert len(page) < 3 * evidence.LIMIT
    assert marked(page, "sentence") == [SENTENCE]
    assert f"{len(text):,} characters" in page


def test_no_colour_of_text_is_fixed_so_that_light_and_dark_both_hold() -> None:
    assert re.findall(r"(?<![-\w])color:\s*([^;]+);", evidence.STYLE) == ["inherit"]
    assert "#" not in evidence.STYLE


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_seed_articles_come_back_verbatim(path: Path) -> None:
    text = path.read_bytes().decode()
    start = text.index("11,000")
    page = evidence.html(text, {"sentence_start": start - 30, "sentence_end": start + 20})
    assert plain(page) == text


AWKWARD = st.text(st.sampled_from("ab <>&\"'\n\r\t/=`\x00\u2028é김<mark>"), max_size=80) | st.text(max_size=80)
OFFSET = st.none() | st.just(pd.NA) | st.just(float("nan")) | st.integers(-5, 90)
ROWS = st.fixed_dictionaries(
    {f"{name}_{end}": OFFSET for name in ("sentence", "source", "quantity") for end in ("start", "end")}
    | {"cue_text": st.just(pd.NA) | st.sampled_from(["a", "<", "said", "&", ""])}
)


@given(AWKWARD, ROWS, st.integers(0, 3))
def test_without_tags_the_html_is_the_text_again(text: str, marks: dict[str, object], around: int) -> None:
    assert plain(evidence.html(text, marks, around)) == text


@given(AWKWARD, ROWS)
def test_no_tag_of_the_article_survives(text: str, marks: dict[str, object]) -> None:
    page = OURS.sub("", evidence.html(text, marks))
    assert "<" not in KNOWN_TAG.sub("", page)


@given(AWKWARD, ROWS)
def test_every_tag_closes_in_order(text: str, marks: dict[str, object]) -> None:
    open_tags: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)", evidence.html(text, marks)):
        if closing:
            assert open_tags.pop() == name
        else:
            open_tags.append(name)
    assert open_tags == []
