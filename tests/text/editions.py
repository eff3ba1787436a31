"""Sentences that name the edition of their figures and tell a difference, a part, a multiple or an order of two: right of that edition, or of
another alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations, product

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.text.comparisons import REGIONS, rows, timed

NAMES = {"gdp": "地区生产总值", "secondary_value_added": "第二产业增加值", "gdp_growth": "地区生产总值增速"}
EDITIONS = {"first_release": "初步核算数", "final": "最终核实数", "census_5": "五经普修订数"}


@dataclass(frozen=True)
class Told:
    text: str
    true: bool | None
    """None where the edition isn't held of both."""


def sentences(tables: Tables) -> Iterator[Told]:
    for indicator in NAMES:
        for first, second in permutations(REGIONS, 2):
            ones, others = editions(tables, indicator, first), editions(tables, indicator, second)
            for time in ones.keys() & others.keys():
                yield from _beside(ones[time], others[time])
        if indicator != "gdp_growth":
            for region in REGIONS:
                yield from _times(editions(tables, indicator, region))


def editions(tables: Tables, indicator: str, region: str) -> dict[str, dict[str, Observation]]:
    """The figures of each time by their edition; of those that are held of more than one, or of one that is named."""
    found: dict[str, dict[str, Observation]] = {}
    for row in rows(tables, region, indicator):
        if time := timed(row):
            found.setdefault(time[0], {})[row.edition] = row
    return found


def _beside(ones: dict[str, Observation], others: dict[str, Observation]) -> Iterator[Told]:
    """A gap of two regions, which is the higher, and the part of the country."""
    both = {id: (ones[id], others[id]) for id in ones.keys() & others.keys()}
    for edition, words in EDITIONS.items():
        own = both.get(edition)
        row = next(iter(ones.values()))
        other = next(iter(others.values()))
        head = f"按{words}，{(timed(row) or ('',))[0]}{REGIONS[row.region.id]}{NAMES[row.indicator.id]}"
        whom = REGIONS[other.region.id]
        rate = row.indicator.unit == "%"
        for one, beside in both.values():
            gap = one.value - beside.value
            way = ("高" if gap > 0 else "低") if rate else ("多" if gap > 0 else "少")
            unit = "个百分点" if rate else "亿元"
            true = None if own is None else own[0].value - own[1].value == gap
            if rate or "china" not in (row.region.id, other.region.id):
                yield Told(f"{head}比{whom}{way}{abs(gap)}{unit}。", true)
            if other.region.id == "china" and not rate:
                share = one.value / beside.value * 100
                part = share.quantize(Decimal("0.01"), ROUND_HALF_UP)
                true = None if own is None else _near(own[0].value / own[1].value * 100, part)
                yield Told(f"{head}占全国的{part}%。", true)
        for way, more in (("高于", 1), ("低于", -1)) if rate else ():
            true = None if own is None else (own[0].value - own[1].value) * more > 0
            yield Told(f"{head}{way}{whom}。", true)


def _times(held: dict[str, dict[str, Observation]]) -> Iterator[Told]:
    """Multiples of an earlier year's amount, and what it is more than that."""
    for then, time in permutations(held, 2):
        if not then < time:
            continue
        both = {id: (held[time][id], held[then][id]) for id in held[time].keys() & held[then].keys()}
        for (edition, words), (one, before) in (
            (each, pair) for each in EDITIONS.items() for pair in both.values()
        ):
            own = both.get(edition)
            head = f"按{words}，{time}{REGIONS[one.region.id]}{NAMES[one.indicator.id]}"
            ratio = (one.value / before.value).quantize(Decimal("0.001"), ROUND_HALF_UP)
            true = None if own is None else _near(own[0].value / own[1].value, ratio)
            yield Told(f"{head}是{then}的{ratio}倍。", true)
            gap = one.value - before.value
            true = None if own is None else own[0].value - own[1].value == gap
            if gap > 0:
                yield Told(f"{head}比{then}增加{gap}亿元。", true)


def _near(value: Decimal, told: Decimal) -> bool:
    return value.quantize(told, ROUND_HALF_UP) == told


def beside_figures(tables: Tables) -> Iterator[tuple[str, str]]:
    """Sentences without an edition's name whose two figures are of an older one: with the gap of these, and of the newest."""
    for first, second in permutations(REGIONS, 2):
        ones, others = editions(tables, "gdp", first), editions(tables, "gdp", second)
        for time in ones.keys() & others.keys():
            if not {"first_release", "census_5"} <= ones[time].keys() & others[time].keys():
                continue
            for edition in ("first_release", "census_5"):
                gap = ones[time][edition].value - others[time][edition].value
                one, other = ones[time]["first_release"], others[time]["first_release"]
                told = f"{time}，{REGIONS[first]}地区生产总值{one.value}亿元，{REGIONS[second]}{other.value}亿元，"
                way = "多" if gap > 0 else "少"
                yield edition, f"{told}{REGIONS[first]}比{REGIONS[second]}{way}{abs(gap)}亿元。"


def without_the_country(tables: Tables) -> Iterator[str]:
    """A region's growth of an edition of which the country's isn't held, with its gap to the country's of another, and that of the
    region's figure of that other edition."""
    country = editions(tables, "gdp_growth", "china")
    for region, name in REGIONS.items():
        for time, held in editions(tables, "gdp_growth", region).items():
            for own, (edition, other) in product(held, country.get(time, {}).items()):
                if own in country[time] or edition not in held:
                    continue
                for row in (held[own], held[edition]):
                    gap = row.value - other.value
                    way = "高" if gap > 0 else "低"
                    yield f"{time}，{name}地区生产总值增长{held[own].value}%，比全国{way}{abs(gap)}个百分点。"
