"""Sentences that tell by how much an amount or a count is more than another's, rounded as people round: rightly, or by a digit too much."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import product

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.text import comparisons
from tests.text.comparisons import PROVINCES, REGIONS, Told

NAMES = {
    "gdp": "地区生产总值", "revenue": "规模以上工业企业营业收入", "profit": "规模以上工业企业利润总额",
    "designated_enterprises": "规模以上工业企业",
}  # fmt: skip
_ROUNDED = (
    ("", "", ROUND_HALF_UP), ("约", "", ROUND_HALF_UP), ("超", "", ROUND_FLOOR), ("近", "", ROUND_CEILING), ("", "多", ROUND_FLOOR),
)  # fmt: skip
_THAN = (("多于", True), ("少于", False), ("高于", True), ("低于", False), ("高出", True))
_TRILLION = Decimal(10000)


def sentences(tables: Tables) -> Iterator[Told]:
    """Of two regions at one time, and of a region at two; nothing is false that another edition's figures make true."""
    every = list(_every(tables))
    right = {one.text for one in every if one.truths != {False}}
    yield from (one for one in every if one.truths != {False} or one.text not in right)


def _every(tables: Tables) -> Iterator[Told]:
    for indicator, name in NAMES.items():
        held = [row for region in REGIONS for row in comparisons.rows(tables, region, indicator)]
        for one, other in product(held, repeat=2):
            assert one.period is not None and other.period is not None
            if one.edition != other.edition or one.value == other.value:
                continue
            both = one.region.id in PROVINCES and other.region.id in PROVINCES
            if both and one.region != other.region and one.period == other.period:
                yield from _beside(one, other, name)
            elif one.region == other.region and other.period == one.period.years_earlier():
                head, way = _head(one, name), "增加" if one.value > other.value else "减少"
                for said, true in _numbers(one, other):
                    yield Told(
                        f"{head}比上年{'' if _yearly(one) else '同期'}{way}{said}。", "zh", frozenset({true})
                    )


def _yearly(row: Observation) -> bool:
    return row.period is not None and row.period.months == 12 and not row.period.instant


def _head(row: Observation, name: str) -> str:
    assert row.period is not None
    year, month = divmod(row.period.end, 12)
    time, _ = comparisons.timed(row) or (f"截至{year}年{month + 1}月底", "")
    return f"{time}，{REGIONS[row.region.id]}{name}"


def _beside(one: Observation, other: Observation, name: str) -> Iterator[Told]:
    whom, more = REGIONS[other.region.id], one.value > other.value
    way = "多" if more else "少"
    for said, true in _numbers(one, other):
        yield Told(f"{_head(one, name)}比{whom}{way}{said}。", "zh", frozenset({true}))
        for word, up in _THAN:
            is_so = true if up == more else False if true else None
            yield Told(f"{_head(one, name)}{word}{whom}{said}。", "zh", frozenset({is_so}))
    for percent in (other.value and abs(one.value - other.value) * 100 / other.value, Decimal(1)):
        yield Told(f"{_head(one, name)}比{whom}{way}{percent:.1f}%。", "zh", frozenset({None}))


def _numbers(one: Observation, other: Observation) -> Iterator[tuple[str, bool | None]]:
    """How a difference may be told: to its own digits, rounded at later ones, or in tens and hundreds; and whether it is so, None
    of what is rounded by more than a tenth."""
    gap, own = abs(one.value - other.value), min(one.step, other.step)
    money = one.indicator.unit == "亿元"
    unit = "亿元" if money else "户"
    yield f"{gap}{unit}", True
    yield f"{gap + own}{unit}", False
    scales = [(Decimal(1), unit), (_TRILLION, "万亿元")] if money else [(Decimal(1), unit)]
    for (scale, printed), (before, behind, rounding), places in product(scales, _ROUNDED, range(-2, 3)):
        step = Decimal(1).scaleb(places) * scale
        told = (gap / step).to_integral_value(rounding) * step
        zeros = step > scale
        if step <= own or not told or behind and not zeros or zeros and not before and not behind:
            continue
        shown = _shown(told / scale, step / scale)
        rough = (zeros and before == "约" or before == "近") and abs(told - gap) > told / 10
        if told != gap:
            yield f"{before}{shown}{behind}{printed}", None if rough else True
        yield f"{before}{_shown((told + step) / scale, step / scale)}{behind}{printed}", False


def _shown(value: Decimal, step: Decimal) -> str:
    return f"{value.quantize(min(step, Decimal(1)))}"
