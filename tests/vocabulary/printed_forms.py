"""Printed forms with what they truly say, put together from words: what the reader of prints is tried with.

Nothing of the reader is used here. Ranges and places have modules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tests.vocabulary.printed_crossings import crossings
from tests.vocabulary.printed_places import changes_of_place, places
from tests.vocabulary.printed_ranges import ranges, said_ranges, scaled_ranges
from tests.vocabulary.printed_words import (
    AHEAD,
    BEHIND,
    CONTRADICTIONS,
    COUNTED,
    FALLS,
    FOREIGN,
    MINUS,
    MONEY,
    NUMBERS,
    QUALIFIERS,
    RISES,
    SCALES,
    STYLES,
    Form,
    several,
    spoken,
    traditional,
)


def forms() -> Iterator[Form]:
    parts = (
        growths, crossings, gaps_and_changes, levels, scales_alone, times, parts_of_a_whole, ranges, said_ranges,
        scaled_ranges, places, changes_of_place, of_another_unit,
    )  # fmt: skip
    for part in parts:
        for form in part():
            yield form
            yield form._replace(text=traditional(form.text))
    yield from nonsense()


def growths() -> Iterator[Form]:
    for number in NUMBERS:
        for style in STYLES:
            for words, qualifier in QUALIFIERS:
                figure = words.format(f"{style(number)}%")
                for rise in RISES:
                    yield Form(rise + figure, "%", "growth_yoy", (Decimal(number), qualifier))
                for fall in FALLS:
                    yield Form(fall + figure, "%", "growth_yoy", (-Decimal(number), qualifier))
            for words in CONTRADICTIONS:
                yield Form(words.format(f"{style(number)}%"), "%", "growth_yoy", None)
        for minus in MINUS:
            for before in ("", "同比", "增长", "增速为"):
                yield Form(f"{before}{minus}{number}%", "%", "growth_yoy", (-Decimal(number), ""))
            yield Form(f"下降{minus}{number}%", "%", "growth_yoy", None)
        yield Form(f"+{number}%", "%", "growth_yoy", (Decimal(number), ""))
        for words in (
            "增速回落至{}%", "增速提高到{}%", "回升至{}%", "增速放缓至{}%", "增速加快到{}%", "涨幅扩大至{}%", "增幅收窄到{}%"
        ):  # fmt: skip
            yield Form(words.format(number), "%", "growth_yoy", (Decimal(number), ""))
        for words in ("降幅收窄至{}%", "降幅扩大到{}%"):
            yield Form(words.format(number), "%", "growth_yoy", (-Decimal(number), ""))
        yield Form(f"两年平均增长{number}%", "%", "growth_two_year_average", (Decimal(number), ""))
        for words in several(
            "环比增长{}% 年均增长{}% 收窄{}% 扩大{}% 与全国相比{}% 上年同期增长{}% 降幅收窄{}% 下降为{}% 回落为{}% 下降达为{}% "
            "比上年增速{}% 加快{}% 放缓{}% 累计增长{}% 比2019年同期增长{}% 两年平均增长{}% 由负转正增长{}% 增速由5%回落至{}% 当月增长{}%"
        ):
            yield Form(words.format(number), "%", "growth_yoy", None)
    for words in ("持平", "与上年同期持平", "同比持平", "和去年同期持平"):
        yield Form(words, "%", "growth_yoy", (Decimal(0), ""))
    for words in ("基本持平", "与上年同期大体持平", "同比基本持平"):
        yield Form(words, "%", "growth_yoy", (Decimal(0), "about"))
    for words in ("与全国持平", "扭亏为盈", "由负转正", "倍增", "大幅增长", "实现正增长", "止跌回升"):
        yield Form(words, "%", "growth_yoy", None)


def gaps_and_changes() -> Iterator[Form]:
    for number in NUMBERS:
        for unit in ("个百分点", "百分点"):
            for words, qualifier in QUALIFIERS[:10]:
                figure = words.format(number + unit)
                for sign, leads in ((1, AHEAD), (-1, BEHIND)):
                    for lead in leads:
                        yield Form(lead + figure, "百分点", "gap", (sign * Decimal(number), qualifier))
                for lead in ("提高", "比上年提高", "上升", "增加", "加快", "增速比上年同期加快", "比上年高"):
                    yield Form(lead + figure, "百分点", "change", (Decimal(number), qualifier))
                for lead in several("下降 比上年回落 降低 较上年同期减少 增速比上年同期放缓 比上年同期低"):
                    yield Form(lead + figure, "百分点", "change", (-Decimal(number), qualifier))
            for lead in several("收窄 扩大 高于 低于 降幅收窄 比上年高 低于上年同期 提高 相差"):
                yield Form(f"{lead}{number}{unit}", "百分点", "gap", None)
            for lead in several("收窄 扩大 高于全国 比全国低 增速收窄 提高到 下降为 比上月提高"):
                yield Form(f"{lead}{number}{unit}", "百分点", "change", None)
    for words in ("增加{}家", "净增{}家", "比上年末增加{}家", "上升{}家", "同比多{}家", "比上年多{}家"):
        yield Form(words.format(762), "家", "change", (Decimal(762), ""))
    for words in ("减少{}家", "净减{}家", "比上年末减少{}家", "比上年少{}家"):
        yield Form(words.format(762), "家", "change", (Decimal(-762), ""))
    for words in ("多增{}家", "少增{}家", "比上月增加{}家", "增加到{}家", "新增{}家"):
        yield Form(words.format(762), "家", "change", None)


def levels() -> Iterator[Form]:
    for number in NUMBERS:
        for style in STYLES:
            for scale, weight in SCALES.items():
                if style is spoken and scale[:1] in ("百", "千"):
                    continue
                for unit, printed in COUNTED.items():
                    for word in printed:
                        value = Decimal(number) * weight
                        yield Form(f"{style(number)}{scale}{word}", unit, "level", (value, ""))
                        yield Form(f"{style(number)}{scale}多{word}", unit, "level", (value, "over"))
                for unit, own in MONEY.items():
                    value = Decimal(number) * weight / own
                    yield Form(f"{style(number)}{scale}元", unit, "level", (value, ""))
                    yield Form(f"{style(number)}({scale}元)", unit, "level", (value, ""))
        for words, qualifier in QUALIFIERS:
            for scale in ("", "万"):
                value = Decimal(number) * SCALES[scale]
                figure = words.format(f"{number}{scale}家")
                for lead in ("", "达", "达到", "共", "增长到", "降至"):
                    yield Form(lead + figure, "家", "level", (value, qualifier))
        for words in CONTRADICTIONS:
            yield Form(words.format(f"{number}家"), "家", "level", None)
        yield Form(f"突破{number}万家大关", "家", "level", (Decimal(number) * 10**4, "over"))
        yield Form(f"年均{number}家", "家/年", "level", (Decimal(number), ""))
        for lead in ("下降", "增长", "减少", "比上年增加", "高于全国", "多", "少", "年均", "由600家减少到"):
            yield Form(f"{lead}{number}家", "家", "level", None)
    for text, value in (
        ("1万2千", 12000),
        ("3千5百", 3500),
        ("一万二千", 12000),
        ("两万五千", 25000),
        ("1亿2千万", 120000000),
        ("1亿2000万", 120000000),
        ("3万2000", 32000),
    ):
        yield Form(f"{text}家", "家", "level", (Decimal(value), ""))
        yield Form(f"{text}余家", "家", "level", (Decimal(value), "over"))
    for text in ("万家", "亿家", "家", "多家", "万亿家"):
        yield Form(text, "家", "level", None)
    for text in ("亿元", "万元", "元", "千亿元", "万亿元", "年亿元"):
        yield Form(text, "亿元", "level", None)
    for text, value in (("千", 1000), ("万", 10000), ("亿", 10**8), ("百", 100)):
        for words, qualifier in (
            ("近{}家", "nearly"),
            ("{}余家", "over"),
            ("超{}家", "over"),
            ("上{}家", "at_least"),
            ("过{}家", "over"),
        ):
            yield Form(words.format(text), "家", "level", (Decimal(value), qualifier))
        for words in ("数{}家", "几{}家", "三四{}家", "上{}余以下家"):
            yield Form(words.format(text), "家", "level", None)


def scales_alone() -> Iterator[Form]:
    for text, value in (
        ("百", 100),
        ("千", 1000),
        ("万", 10000),
        ("百万", 10**6),
        ("千万", 10**7),
        ("亿", 10**8),
    ):
        for tail, qualifier in (
            ("以上", "at_least"),
            ("以下", "at_most"),
            ("左右", "about"),
            ("以内", "at_most"),
        ):
            yield Form(f"{text}家{tail}", "家", "level", (Decimal(value), qualifier))
        for idiom in ("百十", "百八十", "万八千", "千百", "千二百", "百零五"):
            for words in ("{}家", "{}余家", "约{}家", "超{}家", "{}家以上", "{}个"):
                yield Form(words.format(idiom), "个" if "个" in words else "家", "level", None)
    for text, value in (("十", 10), ("百", 100), ("千", 1000), ("万", 10000)):
        for tail, qualifier in (("以上", "at_least"), ("左右", "about")):
            yield Form(f"{text}亿元{tail}", "亿元", "level", (Decimal(value), qualifier))
            yield Form(f"{text}亿元{tail}", "亿美元", "level", None)
    for unit in ("亿元", "万元"):
        for tail in ("以上", "以下", "左右"):
            yield Form(f"{unit}{tail}", unit, "level", None)


def times() -> Iterator[Form]:
    for number in ("1.06", "1.3", "2", "10.5"):
        value = Decimal(number) * 100
        for words, qualifier in QUALIFIERS[:20]:
            figure = words.format(f"{number}倍")
            for lead in ("增长", "同比增长", "增加", "比上年同期增长"):
                yield Form(lead + figure, "%", "growth_yoy", (value, qualifier))
            yield Form("增长到" + figure, "%", "growth_yoy", (value - 100, qualifier))
            yield Form(figure, "倍", "multiple", (Decimal(number), qualifier))
            for lead in ("下降", "扩大", "缩小", "减少", "翻"):
                yield Form(lead + figure, "%", "growth_yoy", None)
        for words in several(
            "是上年同期的{}倍 为上年同期的{}倍 达到上年同期的{}倍 相当于去年同期的{}倍 增长为{}倍 增至上年的{}倍 上年同期的{}倍"
        ):
            yield Form(words.format(number), "%", "growth_yoy", (value - 100, ""))
        for words in ("是全国的{}倍", "{}倍", "是{}倍", "增长到0.{}倍", "增长{}倍到3倍"):
            yield Form(words.format(number), "%", "growth_yoy", None)
        for words in ("是上年的0.{}倍", "为去年同期的0.{}倍", "降至上年的0.{}倍"):
            digits = number.replace(".", "")
            yield Form(words.format(digits), "%", "growth_yoy", (Decimal(f"0.{digits}") * 100 - 100, ""))
        for words in ("是上年的{}倍", "达到{}倍", "为全国的{}倍"):
            yield Form(words.format(number), "倍", "multiple", (Decimal(number), ""))
        for words in ("超过上年的{}倍", "超过全国{}倍", "下降{}倍", "比上年多{}倍"):
            yield Form(words.format(number), "倍", "multiple", None)
        for lead in ("增长", "增长到", ""):
            yield Form(f"{lead}{number}倍", "亿元", "level", None)
    for count, doubled in (("一", 2), ("两", 4), ("二", 4), ("1", 2), ("三", 8)):
        for words, qualifier in (
            ("翻{}番", ""),
            ("翻了{}番", ""),
            ("实现翻{}番", ""),
            ("翻{}番以上", "at_least"),
            ("近翻{}番", "nearly"),
        ):
            yield Form(words.format(count), "%", "growth_yoy", (Decimal(doubled * 100 - 100), qualifier))
            yield Form(words.format(count), "倍", "multiple", (Decimal(doubled), qualifier))
        yield Form(f"翻{count}番", "亿元", "level", None)


def parts_of_a_whole() -> Iterator[Form]:
    for count, digit in enumerate("一二三四五六七八九", start=1):
        for words, qualifier in QUALIFIERS[:20]:
            for said in (digit, str(count)):
                yield Form(words.format(f"{said}成"), "%", "share", (Decimal(count * 10), qualifier))
            yield Form(words.format(f"{digit}成五"), "%", "rate", (Decimal(count * 10 + 5), qualifier))
        yield Form(f"{digit}成", "家", "level", None)
        yield Form(f"{digit}{'二三四五六七八九一'[count - 1]}成", "%", "share", None)
        yield Form(f"{digit}分之一", "%", "share", None)
        yield Form(f"{digit}成零五", "%", "share", None)
        for lead in ("占", "占全省的", "占比达", "占比提高到", "比重降至"):
            yield Form(f"{lead}{digit}成以上", "%", "share", (Decimal(count * 10), "at_least"))
        yield Form(f"提高{digit}成", "%", "share", None)
    for number in NUMBERS:
        value = Decimal(number)
        for said in (number, spoken(number)):
            yield Form(f"百分之{said}", "%", "share", (value, ""))
            yield Form(f"下降百分之{said}", "%", "growth_yoy", (-value, ""))
            yield Form(f"千分之{said}", "%", "rate", (value / 10, ""))
        yield Form(f"{number}‰", "%", "rate", (value / 10, ""))
        yield Form(f"下降{number}‰", "%", "growth_yoy", (-value / 10, ""))
        yield Form(f"占全国的{number}%", "%", "share", (value, ""))
        yield Form(f"下降{number}%", "%", "share", None)
    for words, qualifier in (
        ("一半", ""),
        ("过半", "over"),
        ("超过半数", "over"),
        ("近半", "nearly"),
        ("一半以上", "at_least"),
        ("不足一半", "under"),
    ):
        yield Form(words, "%", "share", (Decimal(50), qualifier))
    for words in ("大半", "多半", "小半", "绝大部分", "半"):
        yield Form(words, "%", "share", None)


def of_another_unit() -> Iterator[Form]:
    alike = {("百分点", "个百分点")}
    for number in NUMBERS[:4]:
        for unit in ("%", "家", "亿元", "亿美元", "百分点", "吨", "万千瓦"):
            for other in FOREIGN:
                money = (
                    unit.endswith("元")
                    and other.endswith("元")
                    and unit.endswith("美元") == other.endswith("美元")
                )
                if unit != other and not money and (unit, other) not in alike:
                    measure = "growth_yoy" if unit == "%" else "level"
                    yield Form(f"{number}{other}", unit, measure, None)


def nonsense() -> Iterator[Form]:
    for unit, measure in (("%", "growth_yoy"), ("家", "level"), ("亿元", "level"), ("百分点", "gap")):
        printed = "个百分点" if unit == "百分点" else unit
        for text in (
            "18,5", "1,2345", "12,34", "1.2.3", "12 34", "007", "1 8.5", "18.", ".5", "1.5.", "12，3", "18·5", "1/3", "5 或 6",
            "18.5和9.6", "1—6月增长5", "2021年18.5", "5、6", "18.5→9.6", "（18.5", "18.5)", "10-5", "1~2~3", "0x12", "1e3", "#",
            "3万5", "一二", "三四百", "十百", "一千二", "百千", "十几", "若干", "多", "N",
        ):  # fmt: skip
            yield Form(f"{text}{printed}", unit, measure, None)
