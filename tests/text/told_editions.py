"""Sentences that tell a figure of one edition, by name or by its value alone, and beside it, whatever stands between, what is worked out of
it: right of that edition, of another, or of two mixed. In both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations, product

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.text.comparisons import ENGLISH, REGIONS, timed
from tests.text.editions import EDITIONS, editions

STOPS = {
    "zh": ("，", "；", "。", "！", "？", "。\n", "。经济运行稳中有进。"),
    "en": (", ", "; ", ". ", "! ", ".\n", ". The economy remained stable. "),
}


@dataclass(frozen=True)
class Told:
    text: str
    language: str
    stop: str
    true: bool
    """Of the edition told, which both figures are held of."""


def sentences(tables: Tables) -> Iterator[Told]:
    for first, second in permutations(REGIONS, 2):
        ones, others = (editions(tables, "gdp_growth", region) for region in (first, second))
        for time in ones.keys() & others.keys():
            yield from _growth(time, ones[time], others[time])
    for region in REGIONS:
        held = editions(tables, "gdp", region)
        for then, time in permutations(held, 2):
            if then < time:
                yield from _amounts(time, then, held[time], held[then])


def _pairs(
    ones: dict[str, Observation], others: dict[str, Observation]
) -> Iterator[tuple[Observation, Decimal, bool]]:
    """A figure of each edition with each difference of two, and whether that is the difference of its edition."""
    for (told, row), (one, other) in product(ones.items(), product(ones.values(), others.values())):
        alone = [each.value for each in ones.values()].count(row.value) == 1
        gap = one.value - other.value
        if alone and gap:
            yield row, gap, told in others and row.value - others[told].value == gap


def _growth(time: str, ones: dict[str, Observation], others: dict[str, Observation]) -> Iterator[Told]:
    whom = next(iter(others.values())).region.id
    for row, gap, true in _pairs(ones, others):
        name, country, by, way = REGIONS[row.region.id], REGIONS[whom], abs(gap), "高" if gap > 0 else "低"
        head = f"{time}，{name}地区生产总值增长{row.value}%"
        bare = f"比{country}{way}{by}个百分点"
        whole = f"{time}，{name}地区生产总值增速{bare}"
        for stop, tail in product(STOPS["zh"], (bare, f"增速{bare}", whole)):
            yield Told(f"{head}{stop}{tail}。", "zh", stop, true)
        for stop in STOPS["zh"] if row.edition in EDITIONS else ():
            yield Told(f"按{EDITIONS[row.edition]}，{head}{stop}{bare}。", "zh", stop, true)
        yield Told(
            f"{head}，{country}增长{next(iter(others.values())).value}%，{name}增速{bare}。", "zh", "", true
        )
        for stop in STOPS["zh"]:
            yield Told(f"{whole}{stop}{name}地区生产总值增长{row.value}%。", "zh", "", true)
        for stop in STOPS["zh"] if true else ():
            yield Told(f"{head}{stop}{name}地区生产总值增速{way}于{country}。", "zh", stop, true)
        yield from _english(row, gap, true, ENGLISH[whom])


def _english(row: Observation, gap: Decimal, true: bool, whom: str) -> Iterator[Told]:
    time, place, by = (timed(row) or ("", ""))[1], ENGLISH[row.region.id], abs(gap)
    than, above = (
        f"{by} percentage points {'higher' if gap > 0 else 'lower'} than in {whom}",
        "above" if gap > 0 else "below",
    )
    for stop, tail in product(
        STOPS["en"],
        (
            than,
            f"That was {than}",
            f"It was {by} percentage points {above} that of {whom}",
            f"{time}, GDP growth in {place} was {than}",
        ),
    ):
        yield Told(f"{time}, GDP in {place} grew by {row.value}%{stop}{tail}.", "en", stop, true)


def _amounts(
    time: str, then: str, ones: dict[str, Observation], others: dict[str, Observation]
) -> Iterator[Told]:
    """What an amount has grown by."""
    for row, gap, true in _pairs(ones, others):
        head = f"{time}，{REGIONS[row.region.id]}地区生产总值{row.value}亿元"
        for stop in STOPS["zh"] if gap > 0 else ():
            yield Told(f"{head}{stop}地区生产总值比{then}增加{gap}亿元。", "zh", stop, true)
