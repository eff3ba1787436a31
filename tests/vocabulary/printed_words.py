"""The words, numbers and ways of writing from which printed forms are put together, and what a form is: a text, a
unit, a measure and its truth (value and qualifier, or None where nobody could say them for certain); of a range
also its upper end.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

Truth = tuple[Decimal, str] | None


class Form(NamedTuple):
    text: str
    unit: str
    measure: str
    truth: Truth
    high: Decimal | None = None


def several(words: str) -> list[str]:
    return words.split()


QUALIFIERS = (
    ("{}", ""), ("约{}", "about"), ("大约{}", "about"), ("{}左右", "about"), ("约{}左右", "about"), ("{}上下", "about"),
    ("近{}", "nearly"), ("接近{}", "nearly"), ("将近{}", "nearly"), ("超{}", "over"), ("超过{}", "over"),
    ("突破{}", "over"), ("逾{}", "over"), ("大于{}", "over"), ("超过{}以上", "over"), ("{}以上", "at_least"),
    ("{}及以上", "at_least"), ("不低于{}", "at_least"), ("不少于{}", "at_least"), ("至少{}", "at_least"),
    ("不超过{}", "at_most"), ("不高于{}", "at_most"), ("{}以内", "at_most"), ("{}以下", "at_most"),
    ("控制在{}以内", "at_most"), ("不足{}", "under"), ("不到{}", "under"), ("不满{}", "under"),
)  # fmt: skip
CONTRADICTIONS = ("约{}以上", "近{}左右", "超{}以内", "不足{}以上", "约超{}", "不超过{}左右")
RISES = (
    "",
    *several(
        "增长 同比增长 增 增加 提高 上升 上涨 增速 增幅为 比上年同期增长 较上年增长 正增长 增速达 同比微增 小幅增长 实现增长 预计增长 与上年同期相比增长 增速保持在"
    ),
)
FALLS = (
    "下降", "同比下降", "降", "减少", "减", "降低", "回落", "下滑", "下跌", "缩减", "负增长", "降幅", "降幅达", "比上年同期下降",
    "较上年同期减少", "略降", "同比小幅下降", "与去年同期相比下降", "实现下降",
)  # fmt: skip
CROSSED = several("跌破 降破 跌穿 失守")
MINUS = tuple("-−–—－﹣")
AHEAD = several(
    "高于全国 比全国高 快于全国 高出全国 较全国快 超过全国 领先全国 高于全国平均水平 增速比全国快 增幅高于全国平均 略高于全国 高"
)
BEHIND = several("低于全国 比全国低 慢于全国 较全国慢 低于全国平均水平 落后全国 低 增速比全国慢 略低于全国")
NUMBERS = ("18.5", "7", "0.4", "120", "1234.5", "20")
SCALES = {
    "": 1,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
COUNTED = {
    "家": ("家", "户", "戶"),
    "个": ("个", "個"),
    "台": ("台",),
    "人": ("人",),
    "平方米": ("平方米",),
    "件": ("件",),
}
MONEY = {"元": 1, "万元": 10**4, "亿元": 10**8}
FOREIGN = ("家", "%", "亿元", "美元", "亿美元", "百分点", "倍", "吨", "人")


def full_width(text: str) -> str:
    return text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))


def traditional(text: str) -> str:
    simple = "国个点万亿两与较约减负达涨缩扩满为长级净稳于户时后将实现预计确体占过余这来从数单业产进关跻"
    full = "國個點萬億兩與較約減負達漲縮擴滿為長級淨穩於戶時後將實現預計確體佔過餘這來從數單業產進關躋"
    return text.translate(str.maketrans(simple, full))


def grouped(text: str) -> str:
    return f"{Decimal(text):,}"


def spoken(text: str) -> str:
    """A number below 10,000 in characters."""
    whole, _, decimals = text.partition(".")
    digits = "零一二三四五六七八九"
    said = "".join(
        digits[int(one)] + place if one != "0" else "零"
        for one, place in zip(whole.zfill(4), ("千", "百", "十", ""), strict=True)
    )
    while "零零" in said:
        said = said.replace("零零", "零")
    said = said.strip("零") or "零"
    said = said.removeprefix("一") if said.startswith("一十") else said
    return said + ("点" + "".join(digits[int(one)] for one in decimals) if decimals else "")


STYLES: tuple[Callable[[str], str], ...] = (str, full_width, grouped, spoken)
