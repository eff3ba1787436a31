"""Printed growths and levels that cross a line (跌破5%, 升破5%, 回落至5%以下), or start from the turn of a year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tests.vocabulary.printed_words import CROSSED, NUMBERS, STYLES, Form


def crossings() -> Iterator[Form]:
    """What falls below a line is still what the line is counted in: 跌破5% is a growth."""
    for number in NUMBERS:
        value = Decimal(number)
        for style in STYLES:
            figure = f"{style(number)}%"
            for crossed in CROSSED:
                for lead in ("", "增速", "增速已", "增幅首次", "同比增速"):
                    for tail in ("", "大关", "关口", "以下"):
                        yield Form(f"{lead}{crossed}{figure}{tail}", "%", "growth_yoy", (value, "under"))
                yield Form(f"降幅{crossed}{figure}", "%", "growth_yoy", (-value, "under"))
                yield Form(f"占比{crossed}{figure}", "%", "share", (value, "under"))
                yield Form(f"{crossed}{figure}", "%", "rate", (value, "under"))
                yield Form(f"{crossed}{style(number)}万家", "家", "level", (Decimal(number) * 10**4, "under"))
                for text in ("下降{}", "{}-", "同比{}", "{}约", "{}近", "由升转{}"):
                    yield Form(text.format(crossed) + figure, "%", "growth_yoy", None)
                for text in (f"{crossed}{figure}以上", f"{crossed}{figure}左右", f"{crossed}3%至{figure}"):
                    yield Form(text, "%", "growth_yoy", None)
                for measure in ("gap", "change"):
                    yield Form(f"{crossed}{number}个百分点", "百分点", measure, None)
            for lead in ("下降破", "下跌破", "回落破", "下滑破", "放缓破"):
                yield Form(lead + figure, "%", "growth_yoy", None)
            for lead in ("跌至", "跌到", "降至", "回落至", "增速回落到", "增速放缓至"):
                yield Form(f"{lead}{figure}以下", "%", "growth_yoy", (value, "at_most"))
            for lead in ("升破", "涨破", "增速破", "增长破", "增速升破"):
                truth = (value, "over") if lead != "增速升破" else None
                yield Form(lead + figure, "%", "growth_yoy", truth)
            for lead in ("跌超", "降逾", "降幅破", "跌幅突破", "降超过"):
                yield Form(lead + figure, "%", "growth_yoy", (-value, "over"))
        for turn in ("年初", "上年末", "去年底"):
            for words in (
                "比{}增长{}%",
                "较{}下降{}%",
                "与{}相比增长{}%",
                "高于{}{}%",
                "是{}的{}倍",
                "增至{}的{}倍",
            ):
                yield Form(words.format(turn, number), "%", "growth_yoy", None)
            yield Form(f"比{turn}提高{number}个百分点", "百分点", "change", (value, ""))
            yield Form(f"较{turn}下降{number}个百分点", "百分点", "change", (-value, ""))
    for words in ("与年初持平", "较上年末持平", "比年初翻一番", "与去年底基本持平"):
        yield Form(words, "%", "growth_yoy", None)
