"""Figures as sources print them, read as numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.vocabulary.printed import read


@pytest.mark.parametrize(
    ("text", "unit", "value", "step", "scale"),
    [
        ("18.5%", "%", "18.5", "0.1", 1),
        ("6个百分点", "百分点", "6", "1", 1),
        ("0.8百分点", "百分点", "0.8", "0.1", 1),
        ("下降9.6%", "%", "-9.6", "0.1", 1),
        ("-13.5%", "%", "-13.5", "0.1", 1),
        ("第8位", "位", "8", "1", 1),
        ("前3", "位", "3", "1", 1),
        ("1.4万家", "家", "14000", "1000", 10**4),
        ("1万余家", "家", "10000", "10000", 10**4),
        ("1.86亿剂", "剂", "186000000", "1000000", 10**8),
        ("5072戶", "家", "5072", "1", 1),
        ("1800亿元", "亿元", "1800", "1", 1),
        ("50万元左右", "万元", "50", "1", 1),
        ("1万元", "万元/项", "1", "1", 1),
        ("1.2万亿元", "亿元", "12000", "1000", 10**4),
        ("500万元", "亿元", "0.05", "0.0001", 1),
        ("3亿多元", "亿元", "3", "1", 1),
        ("50万千瓦", "万千瓦", "50", "1", 1),
        ("2,692个", "个", "2692", "1", 1),
        ("近千家", "家", "1000", "1", 1),
        ("两个", "个", "2", "1", 1),
        ("十万家", "家", "100000", "10000", 10**4),
        ("过亿", "亿元", "1", "1", 1),
        ("翻一番", "倍", "2", "1", 1),
    ],
)
def test_what_is_printed(text: str, unit: str, value: str, step: str, scale: int) -> None:
    found = read(text, unit)
    assert found is not None
    assert (found.value, found.value_to, found.step, found.scale) == (
        Decimal(value),
        None,
        Decimal(step),
        scale,
    )


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [("5-10个", "个", 5, 10), ("5%～10%", "%", 5, 10), ("3至5万家", "家", 30000, 50000)],
)
def test_ranges(text: str, unit: str, low: int, high: int) -> None:
    found = read(text, unit)
    assert found is not None
    assert (found.value, found.value_to) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["", "增长", "%", "年"])
def test_no_number(text: str) -> None:
    assert read(text, "%") is None


@given(st.text(max_size=40), st.sampled_from(["%", "家", "亿元", "万元/项", "百分点", "倍"]))
def test_any_text_can_be_read(text: str, unit: str) -> None:
    found = read(text, unit)
    assert found is None or (found.value.is_finite() and found.step > 0)
