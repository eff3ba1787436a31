"""Sentences with one thing changed: a digit, a sign, a unit, a region, a period, what is counted, how sure it is said."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from itertools import product

from benchmarks.sentences import FORMS, OPEN, Said, Sentence, make, periods, rows, said_of, spoken
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

Change = Callable[[Said, Observation, random.Random, Tables], tuple[Said, bool] | None]


def _swap(said: Said, old: str, new: str) -> Said | None:
    return replace(said, figure=said.figure.replace(old, new, 1)) if old in said.figure else None


def _digit(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    found = [one for one in re.finditer(r"\d", said.figure)]
    one = chance.choice(found)
    new = chance.choice([each for each in "123456789" if each != one[0]])
    return replace(said, figure=said.figure[: one.start()] + new + said.figure[one.end() :]), False


def _sign(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    for old, new in (("增长", "下降"), ("下降", "增长"), ("高", "低"), ("低", "高"), ("提高", "下降")):
        if old in said.figure and row.value:
            changed = _swap(said, old, new)
            return (changed, False) if changed else None
    return None


def _unit(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    for old, new in (("个百分点", "%"), ("%", "个百分点"), ("亿元", "万元"), ("家", "万家"), ("个", "万个")):
        if old in said.figure:
            changed = _swap(said, old, new)
            return (changed, False) if changed else None
    return None


def _holds(tables: Tables, row: Observation, region: str, period: Period | None) -> bool:
    """Whether the tables hold the same value of another region or period."""
    return any(
        one.period == period and one.value == row.value
        for one in tables.rows(row.indicator.id, region, derived=True)
    )


def _region(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    other = chance.choice([one for one in tables.catalogue.regions.values() if one.id != row.region.id])
    name = other.name.zh
    return replace(said, region=name, owner=None), _holds(tables, row, other.id, row.period)


def _period(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    assert row.period is not None
    moved = row.period.years_earlier(chance.choice((1, 2)))
    if (
        row.indicator.timing != "stock"
        and row.period.first_month == 1
        and row.period.months < 12
        and row.period.months > 1
    ):
        last = chance.choice([one for one in (2, 3, 4, 5, 6, 9, 11) if one != row.period.months])
        moved = chance.choice((moved, Period(row.period.start, row.period.start + last - 1)))
    times = periods(moved, row.indicator.timing)
    return (
        (replace(said, period=chance.choice(times)), _holds(tables, row, row.region.id, moved))
        if times
        else None
    )


def _month(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    """The last month alone in place of the months since January, or the other way round."""
    period = row.period
    if (
        period is None
        or row.indicator.timing != "flow"
        or period.months == 12
        or period.year != period.first_year
    ):
        return None
    if period.start != period.end:
        alone = Period(period.end, period.end)
        other = tables.catalogue.indicators.get(row.indicator.id + "_month")
        hit = other is not None and any(
            one.period == alone and one.value == row.value for one in tables.rows(other.id, row.region.id)
        )
        return replace(said, period=f"{period.year}年{period.month}月当月"), hit
    return None


def _scope(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    for old in ("规模以上工业", "规上工业"):
        if said.name.startswith(old):
            word = chance.choice(("全部工业", "规模以下工业", "大中型工业", "国有控股工业", "非国有工业"))
            hit = [
                one
                for one in tables.rows()
                if one.value == row.value and one.period == row.period and one.region == row.region
            ]
            return replace(said, name=said.name.replace(old, word, 1)), any(
                one.indicator.id != row.indicator.id for one in hit
            )
    return None


def _branch(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    """A word before or behind the name that makes it something else."""
    word = chance.choice(_WORDS)
    if chance.random() < 0.5:
        return replace(said, name=word + said.name), False
    return replace(said, figure=word + said.figure), False


def _status(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    rows = tables.rows(row.indicator.id, row.region.id)
    hit = any(one.period == row.period and one.value == row.value and one.status != "actual" for one in rows)
    return replace(said, figure=chance.choice(("力争", "目标为", "预计", "计划")) + said.figure), hit


def _qualified(
    said: Said, row: Observation, chance: random.Random, tables: Tables
) -> tuple[Said, bool] | None:
    word = chance.choice(("超", "近", "超过"))
    return replace(said, figure=said.figure.replace(OPEN, OPEN + word)), False


def _precise(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    found = re.search(r"\d+(\.\d+)?", said.figure)
    if found is None or row.indicator.measure == "rank":
        return None
    longer = found[0] + ("0" if "." in found[0] else ".0")
    kin = tables.rows(row.indicator.id, row.region.id)
    hit = any(one.period == row.period and one.value == row.value and one.step < row.step for one in kin)
    hit = hit or any(one - other == row.value for one, other in _apart(row, tables))
    return replace(said, figure=said.figure.replace(found[0], longer, 1)), hit


def _apart(row: Observation, tables: Tables) -> Iterator[tuple[Decimal, Decimal]]:
    """Finer figures of its period whose difference a gap is as well: of its own region, and of the one that it is a gap to."""
    of, catalogue = row.indicator.gap_of, tables.catalogue
    other = catalogue.parent_of(row.region) if row.indicator.gap_to == "parent" else catalogue.benchmark
    if of and other:
        yield from product(
            *(
                [
                    one.value
                    for one in tables.rows(of, region.id)
                    if one.period == row.period and one.step < row.step
                ]
                for region in (row.region, other)
            )
        )


def _cut(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    """A rate cut, or rounded the wrong way, to fewer digits."""
    if row.indicator.unit not in ("%", "百分点") or row.step >= 1 or row.value % 1 == 0:
        return None
    whole = abs(row.value).to_integral_value(ROUND_FLOOR) + chance.choice((0, 1))
    found = re.search(r"\d+(\.\d+)?", said.figure)
    return (
        (replace(said, figure=said.figure.replace(found[0], str(Decimal(whole)), 1)), False)
        if found
        else None
    )


def _among(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    for old, new in (("全国", "全省"), ("全省", "全国")):
        if row.indicator.measure in ("rank", "gap") and old in said.figure:
            changed = _swap(said, old, new)
            return (changed, False) if changed else None
    return None


def _another(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    """Another indicator of the same measure and unit."""
    one = row.indicator
    pool = [
        each
        for each in tables.catalogue.indicators.values()
        if each.id != one.id and (each.measure, each.unit, each.timing) == (one.measure, one.unit, one.timing)
    ]
    other = chance.choice(pool) if pool else None
    if other is None:
        return None
    name = chance.choice(spoken(replace(row, indicator=other)))
    if name in spoken(row):
        return None
    named = [
        each for each in tables.catalogue.indicators.values() if name in spoken(replace(row, indicator=each))
    ]
    named += [each for one in named for each in _month_and_since(one.id, tables)]
    hit = any(
        each.period == row.period and each.value == row.value
        for one in named
        for each in tables.rows(one.id, row.region.id, derived=True)
    )
    return replace(said, name=name), hit


def _month_and_since(indicator: str, tables: Tables) -> Iterator[Indicator]:
    """The same indicator of a single month, which may be called by one name."""
    if one := tables.catalogue.indicators.get(f"{indicator}_month"):
        yield one


_WORDS = [
    "民营",
    "外资",
    "规模以下",
    "县域",
    "出口",
    "亏损",
    "除汽车外",
    "剔除价格因素后",
    "环比",
    "日均",
    "人均",
    "税后",
    "在建",
    "中央",
    "省属",
    "大型",
    "预算",
    "名义",
    "可比价",
    "季调",
    "未",
    "假设",
    "前三位",
]
"""Words that make of a name, or of its figure, something else."""


CHANGES: dict[str, Change] = {
    "digit": _digit, "sign": _sign, "unit": _unit, "region": _region, "period": _period, "month alone": _month, "scope": _scope,
    "part": _branch, "status": _status, "qualifier": _qualified, "too precise": _precise, "cut": _cut, "population": _among,
    "indicator": _another,
}  # fmt: skip


def changed(tables: Tables, many: int, seed: int = 2) -> Iterator[Sentence]:
    """Sentences with one thing changed, each kind of change about as often."""
    chance, pool = random.Random(seed), rows(tables)
    names: Sequence[str] = tuple(CHANGES)
    while many:
        row = chance.choice(pool)
        name = chance.choice(names)
        said, how = said_of(row, chance)
        made = CHANGES[name](said, row, chance, tables) if said else None
        if made is None:
            continue
        form = chance.choice(list(FORMS))
        yield make(form, FORMS[form], made[0], how, name, made[1])
        many -= 1
