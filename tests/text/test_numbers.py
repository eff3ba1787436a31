"""The numbers of a text: which there are, and what only looks like one."""

from __future__ import annotations

import pytest

from industry.text.alike import alike
from industry.text.claims.english.parts.numbers import barred, figure
from industry.text.claims.numbers import numbers


def found(text: str) -> list[str]:
    even = alike(text)
    return [text[one.start : one.end] for one in numbers(even)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("同比增长8.5%，利润1.4万亿元", ["8.5%", "1.4万亿元"]),
        ("比全国高2.6个百分点，列第8位", ["2.6个百分点", "第8位"]),
        ("新增超1000个、近千家、过亿", ["超1000个", "近千家", "过亿"]),
        ("50%以上，10个左右，1000万元（含）以上", ["50%以上", "10个左右", "1000万元（含）以上"]),
        ("打造5-10个，达30至70家", ["5-10个", "30至70家"]),
        ("增长八成，三成五，六十五家，百分之十八", ["八成", "三成五", "六十五家", "百分之十八"]),
        (
            "一成八五，1成85，一成8.5，1成零5，一成八点五",
            ["一成八五", "1成85", "一成8.5", "1成零5", "一成八点五"],
        ),
        ("1400余万剂，1万余家，400多个", ["1400余万剂", "1万余家", "400多个"]),
        ("数量翻一番，与上年持平", ["翻一番", "持平"]),
        ("8个方面，前3，30强，首位", ["8个方面"[:2], "前3", "30强", "首位"]),
        ("１８．５％和2,037.1亿元", ["１８．５％", "2,037.1亿元"]),
        ("GDP23016.9亿元，CPI2.1%", ["23016.9亿元", "2.1%"]),
        ("增长l8.5%，I8.5%，O.5%，1O.5%，18.5l%", ["l8.5%", "I8.5%", "O.5%", "1O.5%", "18.5l%"]),
        ("2.0L车型，A4纸3万张", ["2.0", "3万张"]),
        ("x8.5%，高B2.6个百分点，l000个，O.95", ["x8.5%", "B2.6个百分点", "l000个", "O.95"]),
    ],
)
def test_what_is_a_number(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2021年5月25日上午9:00", "甲发〔2021〕4号", "“2+6+N”", "“1+4”规划", "“十四五”规划", "十九届六中全会", "一是抓落实，二是强考评",
        "第一，抓投资", "两位数增长", "5G网络和4G网络", "一系列政策", "“5020”项目", "1—6月", "一季度和前三季度", "前6个月", "2019—2035年",
        "十四届十三次全体会议", "两年平均", "见第15段、第19段", "见第15、19、20—21段", "第3页", "前两批和前三批",
        "L3级自动驾驶", "C919大飞机", "TOP500强", "N95口罩", "O2O平台", "V2.0版",
        "转引自https://www.example.cn/xxgk/202107/t20210716_2183480.html，仅见于转载",
    ],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert found(text) == []


LIKE = {
    "0": "OoDQ", "1": "lIi", "2": "Zz", "4": "A", "5": "Ss", "6": "bG", "7": "T", "8": "B", "9": "gq"
}  # fmt: skip
"""The letters that a scan may leave of a digit."""
AMOUNTS = ("%", "亿元", "万元", "元", "个百分点", "百分点", "万亿元")
TRUE_WORDS = (
    "5G", "4G", "3D", "A4", "CO2", "H1N1", "2B", "2C", "B2B", "P2P", "O2O", "C2M", "4S", "6S", "N95", "G20", "G60", "PM10", "L3", "V2",
    "5G+", "H7N9", "Q1", "i5", "B2", "3C", "1A", "AI", "IPv6", "10G", "5S", "8D", "EUV", "4K", "8K", "2D", "3A", "5A", "Web3",
)  # fmt: skip


@pytest.mark.parametrize("unit", AMOUNTS)
@pytest.mark.parametrize("digits", ["1", "24", "18.5", "8.9", "367", "2,037.1", "40.56", "0.7"])
def test_a_letter_in_the_place_of_any_digit_of_an_amount_leaves_one_number(digits: str, unit: str) -> None:
    """Which can't be read, since a letter is in it; the digits beside it alone would be another number."""
    for at, digit in enumerate(digits):
        for letter in LIKE.get(digit, ""):
            said = f"{digits[:at]}{letter}{digits[at + 1 :]}{unit}"
            if any(one.isdigit() for one in said):
                assert found(f"同比增长{said}，其他") == [said], said


@pytest.mark.parametrize(
    "unit", ["%", " percent", " percentage points", " billion yuan", " yuan", " million"]
)
def test_so_does_one_in_english_that_can_t_be_read(unit: str) -> None:
    for digits in ("1", "24", "18.5", "367", "2,037.1", "40.56"):
        for at, digit in enumerate(digits):
            for letter in LIKE.get(digit, ""):
                said = f"{digits[:at]}{letter}{digits[at + 1 :]}{unit}"
                if any(each.isdigit() for each in said):
                    one = figure(alike(said), 0)
                    assert one and not one.known, said


@pytest.mark.parametrize("behind", [" network", " percentage of firms", " projects", "-based firms"])
@pytest.mark.parametrize("word", TRUE_WORDS)
def test_nor_is_a_name_a_number_in_english(word: str, behind: str) -> None:
    text = alike(f"{word}{behind}")
    assert barred(text, 0) or figure(text, 0) is None


@pytest.mark.parametrize("digits", ["124", "18500", "2,037"])
def test_a_letter_like_one_or_nought_in_a_count_leaves_one_number(digits: str) -> None:
    for at, digit in enumerate(digits):
        for letter in LIKE[digit] if digit in "10" else ():
            if letter.casefold() in "lio":
                said = f"{digits[:at]}{letter}{digits[at + 1 :]}家"
                assert found(f"新增{said}，其他") == [said], said


@pytest.mark.parametrize(
    "behind",
    ["", "项目", "套餐", "产业", "元宇宙", "元年", "级", "企业", "，", "网络", "平台", "个性化", "和", "。"],
)
@pytest.mark.parametrize("word", TRUE_WORDS)
def test_a_name_of_letters_and_figures_is_no_number(word: str, behind: str) -> None:
    assert found(f"发展{word}{behind}") == []


def test_a_number_never_begins_inside_another() -> None:
    assert found("12345.67亿元") == ["12345.67亿元"]
