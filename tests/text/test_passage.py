"""A figure's passage is the right one, or none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.text.alike import alike
from industry.text.document import Document
from industry.text.passage import NotThere, Passage, passage, sentences, spans
from industry.vocabulary.observation import Observation
from tests.conftest import indicator, words

Make = Callable[..., Observation]
TEXT = "前一句没有数字。上半年全省增长8.5%，其中甲市增长18.5%、乙市增长8.5个百分点以下！“后一句也说企业8家。”"


def of(observe: Make, printed: str, paragraph: int = 1, occurrence: int | None = None) -> Observation:
    one = indicator(name=words("增长的企业"))
    return observe(
        "hebei", 1.0, as_printed=printed, paragraph=paragraph, occurrence=occurrence, indicator=one
    )


def test_the_place_of_a_print_and_its_sentence(observe: Make) -> None:
    found = passage(of(observe, "18.5%"), Document("a", (TEXT,)))
    assert isinstance(found, Passage)
    assert found.text[found.start : found.end] == "18.5%"
    start, end = found.sentence
    assert found.text[start:end].startswith("上半年") and found.text[start:end].endswith("以下！")


@pytest.mark.parametrize("printed", ["8.5%", "8.5个百分点", "8家"])
def test_never_within_another_number(observe: Make, printed: str) -> None:
    found = passage(of(observe, printed), Document("a", (TEXT,)))
    assert isinstance(found, Passage) and not found.text[: found.start].endswith("1")


def test_where_it_stands_more_than_once_the_row_says_which(observe: Make) -> None:
    twice = Document("a", ("甲企业3家，乙企业3家，丙企业13家",))
    assert passage(of(observe, "3家"), twice) == NotThere("ambiguous", 2)
    first, second = (passage(of(observe, "3家", occurrence=one), twice) for one in (1, 2))
    assert isinstance(first, Passage) and isinstance(second, Passage) and first.start < second.start
    assert passage(of(observe, "3家", occurrence=3), twice) == NotThere("beyond", 2)


def test_a_document_that_has_changed_is_told(observe: Make) -> None:
    for parts in (("全省增长9.5%。",), ("", TEXT), ()):
        assert passage(of(observe, "18.5%"), Document("a", parts)) == NotThere("changed")


@pytest.mark.parametrize(
    "text",
    [
        "另一段说粮食产量18.5%。",
        "甲市增长不到18.5%。",
        "甲市增长超18.5%。",
        "甲市增长。乙市粮食产量18.5%。",
    ],
)
def test_what_stands_there_of_something_else_is_no_passage(observe: Make, text: str) -> None:
    assert passage(of(observe, "18.5%"), Document("a", (text,))) == NotThere("changed")


def test_of_a_print_that_stood_there_twice_one_alone_may_be_either(observe: Make) -> None:
    assert passage(of(observe, "3家", occurrence=1), Document("a", ("甲企业3家",))) == NotThere("changed", 1)


def test_on_pages_an_occurrence_says_nothing(observe: Make) -> None:
    twice = Document("a", ("甲企业3家，乙企业3家",), paged=True)
    assert passage(of(observe, "3家", occurrence=2), twice) == NotThere("ambiguous", 2)


def test_of_pages_any_may_hold_it(observe: Make) -> None:
    found = passage(of(observe, "18.5%", paragraph=9), Document("a", ("第一页", TEXT), paged=True))
    assert isinstance(found, Passage) and found.part == 2


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("增加值增长18.5%", "全省增加值增长１８．５％。"),
        ("增長18.5%", "全省增长18.5%。"),
        ("增长18.5%", "全省增長18.5%。"),
        ("5-10个", "建5—10个"),
        ("5G基站", "建５g基站"),
    ],
)
def test_width_script_and_dashes_make_no_difference(printed: str, text: str) -> None:
    ((start, end),) = spans(printed, text)
    assert len(alike(text)) == len(text) and alike(text[start:end]) == alike(printed)


_NUMBERS = st.decimals("0.1", "9999", places=1).map(str) | st.integers(0, 99999).map(str)
_UNITS = st.sampled_from(["%", "个百分点", "亿元", "万亿元", "万家", "家", "", "倍"])


@given(st.lists(st.tuples(_NUMBERS, _UNITS), min_size=1, max_size=6), st.data())
def test_a_print_is_found_where_its_number_stands_and_nowhere_else(
    numbers: list[tuple[str, str]], data: st.DataObject
) -> None:
    prints = [number + unit for number, unit in numbers]
    text = "，".join(f"其中增长{one}" for one in prints)
    wanted = data.draw(st.sampled_from(prints))
    number = next(number for number, unit in numbers if number + unit == wanted)
    for start, end in spans(wanted, text):
        assert text[start:end] == wanted
        # the longest number that begins at the place is the very number of the print
        before = text[:start].rstrip("0123456789.")
        assert len(before) == start
        whole = text[start:].split("，")[0]
        assert Decimal(whole[: len(number)]) == Decimal(number) and whole[len(number) :].startswith(
            wanted[len(number) :]
        )
    assert len(list(spans(wanted, text))) >= sum(one == wanted for one in prints)


@given(st.text("。！？”增长1.5%万 \n", max_size=60))
def test_sentences_are_the_whole_text(text: str) -> None:
    found = list(sentences(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)
