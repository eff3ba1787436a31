"""No text makes the reader raise or run away, and every place that it tells is one of the text given."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.text.proof import judge
from tests.conftest import world

WRITTEN = date(2021, 7, 25)
PIECES = (
    "上半年", "2021年1—6月", "去年同期", "比2019年同期", "今年以来", "全省", "江西", "河北", "全国", "我省", "三省", "规上工业增加值", "利润总额",
    "规上工业企业", "装备制造业", "占规上工业比重", "增速", "分别", "均", "高于", "低于", "比", "较", "由", "转为", "由负转正", "居", "首位",
    "增长", "下降", "加快", "收窄", "18.5%", "0.1个", "3.3个百分点", "982亿元", "六成七", "6成7", "第8位", "1.4万家", "持平", "是", "的1.4倍",
    "，", "。", "、", "和", "；", "：", "\n", "一、", "（一）", "一是", "二是", "方面：", "“", "”", "（", "）", "《", "》", "\u200b", "\u202e",
    "\u2066", "\ud800", "\udfff", "\x00", "Ⅷ", "１８．５％", "㈠", "😀", "👨‍👩‍👧", "٣", "²", "-", "—", "1" * 30, " ", "\t", "\r",
)  # fmt: skip
NAMED = ("江西", "河北", "全国", "三省")
APPROVED = ("agrees", "agrees_rounded", "comparison_true")
BUDGET = 8.0
"""Seconds of work for what takes about one."""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60))
def test_any_text(text: str) -> None:
    last = 0
    for one in judge(text, world(), WRITTEN, "jiangxi"):
        assert 0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.text
        assert one.start >= last
        last = one.start


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([one for one in PIECES if one not in NAMED]), max_size=25).map("".join))
def test_what_hangs_on_whose_it_is_is_never_approved_without(text: str) -> None:
    assert not [one for one in judge(text, world(), WRITTEN, None) if one.verdict in APPROVED]


@pytest.mark.parametrize(
    ("piece", "many"),
    [
        ("1", 200_000), ("全省规上工业增加值增长较快", 8_000), ("分别", 50_000), ("高于全国、河北", 6_000), ("比", 100_000), ("（", 100_000),
        ("“", 100_000), ("\ud800", 100_000), ("\x00", 100_000), ("Ⅷ", 50_000), ("三亿五千万", 20_000), ("一、上半年\n", 8_000), ("\n", 100_000),
        ("2021年1—6月比2020年", 1_000), ("\u202e全省\u200b增长", 10_000), ("由负转正", 3_000),
    ],
)  # fmt: skip
def test_long_texts_end_soon(piece: str, many: int) -> None:
    began = time.process_time()
    judge(piece * many, world(), WRITTEN, "jiangxi")
    assert time.process_time() - began < BUDGET


def test_time_grows_with_the_length() -> None:
    sentence = "上半年，全省规上工业增加值同比增长18.5%，高于全国2.6个百分点，列全国第8位。\n"

    def taken(many: int) -> float:
        began = time.process_time()
        judge(sentence * many, world(), WRITTEN, "jiangxi")
        return time.process_time() - began

    taken(10)
    assert taken(400) < 8 * max(taken(100), 0.02)
