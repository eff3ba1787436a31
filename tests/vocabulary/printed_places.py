"""Printed places (第3位, 前3, 第3—5位) and moves from one to another (前移4位), with what they say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tests.vocabulary.printed_words import Form, several, spoken

PLACES = ("1", "3", "8", "12", "20")


def places() -> Iterator[Form]:
    for number in PLACES:
        value = Decimal(number)
        for said in (number, spoken(number)):
            for lead in several(
                "居 位居 列 排名 居全国 进入 跻身 稳居 进入全国 上升至 升至 前移至 晋升到 下降到 后移至 升至全国"
            ):
                yield Form(f"{lead}第{said}位", "位", "rank", (value, ""))
                yield Form(f"{lead}前{said}", "位", "rank", (value, "at_most"))
                yield Form(f"{lead}前{said}位", "位", "rank", (value, "at_most"))
            for lead in several(
                "上升 前移 下降 上升到 升至 前移为 晋升为 跌破第 跌出前 由第8位升至第 倒数第 退出前 上升为第"
            ):
                yield Form(f"{lead}{said}位", "位", "rank", None)
            for words in ("第{}位以上", "第{}位以下", "前{}以上", "前{}左右以上", "不到第{}位"):
                if words != "第{}位以下":
                    yield Form(words.format(said), "位", "rank", None)
    for low, high in ((3, 5), (8, 15), (10, 20), (1, 3)):
        ends = Decimal(low), Decimal(high)
        for mark in ("-", "—", "~", "至", "到"):
            for first, last in ((str(low), str(high)), (spoken(str(low)), spoken(str(high)))):
                for words in ("第{}位", "居第{}位", "列全国第{}位"):
                    yield Form(words.format(first + mark + last), "位", "rank", (ends[0], ""), ends[1])
                    yield Form(words.format(f"{first}{mark}第{last}"), "位", "rank", (ends[0], ""), ends[1])
                for words in (
                    f"第{last}{mark}{first}位",
                    f"前{first}{mark}{last}位",
                    f"上升第{first}{mark}{last}位",
                ):
                    yield Form(words, "位", "rank", None)
    for mark in ("至", "到"):
        yield Form(f"第三{mark}五十位", "位", "rank", None)


def changes_of_place() -> Iterator[Form]:
    for number in PLACES:
        value = Decimal(number)
        for before in ("", "比上年", "较上年同期", "同比", "已"):
            for lead, sign in (
                ("前移", 1),
                ("晋升", 1),
                ("上升", 1),
                ("前进", 1),
                ("后移", -1),
                ("后退", -1),
                ("下降", -1),
            ):
                yield Form(f"{before}{lead}{number}位", "位", "change", (sign * value, ""))
                yield Form(f"{before}{lead}了{number}位", "位", "change", (sign * value, ""))
                for to in several("为 是 到 至 至第 达到 到第 为第 稳定在 保持在"):
                    yield Form(f"{before}{lead}{to}{number}位", "位", "change", None)
        for words in several("第{}位 前{} 为{}位 达到{}位 居{}位 进入{}位 保持在{}位 相当于{}位"):
            yield Form(words.format(number), "位", "change", None)
