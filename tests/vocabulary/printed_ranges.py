"""Printed ranges with what they say: both ends with the unit, in figures, in characters, with scales."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from tests.vocabulary.printed_words import SCALES, Form, spoken

MARKS = ("-", "–", "—", "~", "～", "至", "到")
_PLACES = {"十": 10, "百": 100, "千": 1000}
_DIGITS = "零一二三四五六七八九"


def ranges() -> Iterator[Form]:
    for low, high in (("3", "5"), ("0.4", "7"), ("18.5", "20")):
        ends = Decimal(low), Decimal(high)
        for mark in ("-", "–", "—", "~", "～", "至", "到"):
            for first in (f"{low}%", low):
                printed = f"{first}{mark}{high}%"
                yield Form(printed, "%", "growth_yoy", (ends[0], ""), ends[1])
                yield Form(f"增长{printed}", "%", "growth_yoy", (ends[0], ""), ends[1])
                yield Form(f"{printed}左右", "%", "growth_yoy", (ends[0], "about"), ends[1])
                yield Form(f"下降{printed}", "%", "growth_yoy", (-ends[1], ""), -ends[0])
                yield Form(f"超{printed}", "%", "growth_yoy", None)
                yield Form(f"{printed}以上", "%", "growth_yoy", None)
            yield Form(f"-{high}%{mark}-{low}%", "%", "growth_yoy", (-ends[1], ""), -ends[0])
            yield Form(f"{low}‰{mark}{high}‰", "%", "rate", (ends[0] / 10, ""), ends[1] / 10)
            yield Form(f"{low}{mark}{high}万家", "家", "level", (ends[0] * 10**4, ""), ends[1] * 10**4)
            yield Form(f"{low}万{mark}{high}亿元", "亿元", "level", (ends[0] / 10**4, ""), ends[1])
            yield Form(f"百分之{low}{mark}百分之{high}", "%", "rate", (ends[0], ""), ends[1])
            for text in (
                f"{high}{mark}{low}家", f"{low}家{mark}{high}户外", f"{low}家{mark}", f"{low}{mark}{high}{mark}50家",
                f"8000{mark}{low}万家",
            ):  # fmt: skip
                yield Form(text, "家", "level", None)
            for text in (
                f"百分之{low}{mark}千分之{high}", f"千分之{low}{mark}{high}%", f"{low}‰{mark}{high}%",
                f"{low}%{mark}千分之{high}", f"{low}成{mark}{high}%", f"百分之{low}{mark}{high}",
            ):  # fmt: skip
                yield Form(text, "%", "rate", None)
        for mark in ("、", "和", "或", "/", ",", " ", "至少", "——"):
            yield Form(f"{low}%{mark}{high}%", "%", "growth_yoy", None)


def said_ranges() -> Iterator[Form]:
    """Ends in characters. 百 and 千 of the upper end are those of a smaller digit too (三至五百), 十 may be."""
    for (low, high), (place, weight) in product(
        ((3, 5), (1, 2), (2, 3), (5, 8), (8, 5), (9, 9)), _PLACES.items()
    ):
        for scale in ("", "万", "亿"):
            times = SCALES[scale]
            ends = (Decimal(low * times), Decimal(high * weight * times))
            if low < high:
                ends = (ends[0] * weight, ends[1])
            certain = low < high if weight > 10 else low >= high
            for mark in ("至", "到", "-", "～"):
                first, last = _DIGITS[low], f"{_DIGITS[high]}{place}{scale}"
                for said in {(first, last), (first.replace("二", "两"), last.replace("二千", "两千"))}:
                    text = mark.join(said)
                    yield _range(f"{text}家", "家", ends if certain else None)
                    yield _range(f"{text}元", "元", ends if certain else None)
                    yield _range(f"约{text}户", "家", ends if certain else None, "about")
                    yield _range(f"{text}人左右", "人", ends if certain else None, "about")
                    for words in ("超{}家", "{}余家", "近{}家", "{}家以上", "{}零五家", "{}一十家"):
                        yield _range(words.format(text), "家", None)
                    if weight > 10 or scale:
                        yield _range(f"{text}五家", "家", None)
                full = (Decimal(low * weight * times), Decimal(high * weight * times))
                yield _range(f"{first}{place}{mark}{last}家", "家", full if low < high else None)
                yield _range(f"{first}{place}{scale}{mark}{last}家", "家", full if low < high else None)
                for mixed in (
                    f"{low}{mark}{last}",
                    f"{low}.5{mark}{last}",
                    f"{first}点五{mark}{_DIGITS[high]}百{scale}",
                ):
                    yield _range(f"{mixed}家", "家", None)
                own = (Decimal(low), Decimal(high * weight * times))
                yield _range(f"{first}家{mark}{last}家", "家", own)
                yield _range(f"{low}家{mark}{last}家", "家", own)
                for tail in ("成", "家"):
                    yield _range(
                        f"{first}{low}{mark}{_DIGITS[high]}{tail}", "%" if tail == "成" else "家", None
                    )
    for low, high in (
        (3, 15),
        (5, 12),
        (8, 25),
        (10, 20),
        (15, 20),
        (20, 35),
        (1, 10),
        (250, 300),
        (800, 1200),
        (3, 5),
    ):
        for scale in ("", "万"):
            ends = (Decimal(low * SCALES[scale]), Decimal(high * SCALES[scale]))
            for mark in ("至", "到"):
                yield _range(f"{spoken(str(low))}{mark}{spoken(str(high))}{scale}家", "家", ends)
    for low, high in product(
        ("三五", "五六", "二三十", "五六百", "十五六", "三四"), ("二十家", "七百家", "一千家")
    ):
        yield _range(f"{low}至{high}", "家", None)
    for text in several_idioms():
        yield _range(text, "家", None)


def several_idioms() -> Iterator[str]:
    yield from (
        "五到百家",
        "百到千家",
        "几到十家",
        "十几到二十家",
        "数十到百家",
        "五百至千家",
        "三五家",
        "三五百家",
        "五六百家",
        "十到百家",
    )
    yield from ("两三家", "二三十家", "一二百家", "一两千家", "三四万家", "七八十万家", "五六千户")


def scaled_ranges() -> Iterator[Form]:
    """Ends in figures, each with or without a scale. A lower end without a unit may share the scale of the upper
    one: where it has a scale, both readings are tried, and none is certain if both are a range."""
    scales = ("", "百", "千", "万", "百万", "千万", "亿", "万亿")
    said = {*scales, "百亿", "千亿", "百万亿", "千万亿"}
    for low, high in product(("3", "5", "12", "800", "9000"), ("8", "1", "15", "5000")):
        for first, last in product(scales, scales):
            ends = (Decimal(low) * SCALES[first], Decimal(high) * SCALES[last])
            yield _range(f"{low}{first}家至{high}{last}家", "家", ends if ends[0] < ends[1] else None)
            shared = {ends[0] * SCALES[last[at:]] for at in range(len(last)) if first + last[at:] in said}
            if not first:
                ends, shared = (Decimal(low) * SCALES[last], ends[1]), set()
            certain = ends[0] < ends[1] and not any(one < ends[1] for one in shared)
            for mark in ("至", "-"):
                yield _range(f"{low}{first}{mark}{high}{last}家", "家", ends if certain else None)
    for text, low, high in (
        ("3千至1万2千", 3000, 12000), ("8000-1万2千", 8000, 12000), ("三千至一万二千", 3000, 12000),
        ("1万2千至2万", 12000, 20000), ("一万二千至一万五千", 12000, 15000), ("1亿2千万至3亿", 12 * 10**7, 3 * 10**8),
    ):  # fmt: skip
        yield _range(f"{text}家", "家", (Decimal(low), Decimal(high)))
    for text in (
        "3至5万2千",
        "三至五万二千",
        "3至1亿2千万",
        "1万2千至1万5千亿",
        "一万二千至三万亿",
        "2至5万3000",
        "8000至1万",
    ):
        yield _range(f"{text}家", "家", None)


def _range(text: str, unit: str, ends: tuple[Decimal, Decimal] | None, qualifier: str = "") -> Form:
    return Form(text, unit, "level", (ends[0], qualifier) if ends else None, ends[1] if ends else None)
