"""English sentences with one thing changed: a digit, a sign, a unit, a region, a period, what is counted, how sure it is said."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal

from benchmarks.english import FRAMES, SIZE, Said, make, periods, places, said_of, spoken
from benchmarks.sentences import CLOSE, OPEN, Sentence, rows
from industry.tables.tables import Tables
from industry.vocabulary.periods import Period

Change = Callable[[Said, random.Random, Tables], tuple[Said, bool] | None]


def _held(
    tables: Tables, said: Said, region: str, period: Period | None, value: Decimal | None = None
) -> bool:
    """Whether the tables hold the same value of another region or period, or of the month alone."""
    one = said.row.indicator
    kin = [one.id, f"{one.id}_month", f"{one.id}_quarter", re.sub("_(?:month|quarter)$", "", one.id)]
    wanted = said.row.value if value is None else value
    return any(
        row.value == wanted
        and row.period
        and period
        and (row.period.start, row.period.end) == (period.start, period.end)
        for id in kin
        if id in tables.catalogue.indicators
        for row in tables.rows(id, region, derived=True)
    )


def _digit(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    begin, end = said.figure.index(OPEN), said.figure.index(CLOSE)
    one = chance.choice([one for one in re.finditer(r"\d", said.figure) if begin < one.start() < end])
    new = chance.choice([each for each in "123456789" if each != one[0]])
    return replace(said, figure=said.figure[: one.start()] + new + said.figure[one.end() :]), False


_OPPOSITES = (
    ("rose", "fell"), ("fell", "rose"), ("grew", "declined"), ("declined", "grew"), ("up", "down"), ("down", "up"), ("growth", "decline"), ("decline", "growth"),
    ("increased", "decreased"), ("decreased", "increased"), ("expanded", "dropped"), ("dropped", "expanded"), ("above", "below"), ("below", "above"),
    ("higher", "lower"), ("lower", "higher"), ("faster", "slower"), ("slower", "faster"),
)  # fmt: skip


def _sign(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    for old, new in _OPPOSITES:
        if said.row.value and re.search(rf"\b{old}\b", said.figure):
            return replace(said, figure=re.sub(rf"\b{old}\b", new, said.figure, count=1)), False
    return None


def _unit(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    for old, new in ((" percentage points", "%"), ("%", " percentage points"), (" percent", " percentage points"), (" per cent", " percentage points"),
                     ("billion", chance.choice(("million", "trillion"))), ("trillion", "billion")):  # fmt: skip
        if old in said.figure:
            return replace(said, figure=said.figure.replace(old, new, 1)), False
    return None


def _region(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    others = [one for one in tables.catalogue.regions.values() if one.id != said.row.region.id]
    other = chance.choice(others)
    fake = replace(said.row, region=other)
    region, whose = places(fake, False)
    if chance.random() < 0.2:
        region, whose = "in Shanxi Province", "Shanxi's"
        return replace(said, region=region, whose=whose, owner=None), False
    return replace(said, region=region, whose=whose, owner=None), _held(
        tables, said, other.id, said.row.period
    )


def _period(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    period = said.row.period
    assert period is not None
    moved = period.years_earlier(chance.choice((1, 2)))
    if said.row.indicator.timing != "stock" and period.first_month == 1 and 1 < period.months < 12:
        last = chance.choice([one for one in (2, 3, 4, 5, 6, 9, 11) if one != period.months])
        moved = chance.choice(
            (moved, Period(period.start, period.start + last - 1), Period(period.end, period.end))
        )
    times = periods(moved, said.row.indicator.timing)
    return (
        (replace(said, period=chance.choice(times)), _held(tables, said, said.row.region.id, moved))
        if times
        else None
    )


def _status(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    kin = tables.rows(said.row.indicator.id, said.row.region.id)
    hit = any(
        one.period == said.row.period and one.value == said.row.value and one.status != "actual"
        for one in kin
    )
    word = chance.choice(("is expected to have", "is projected to have", "was planned to have", "will have"))
    return replace(said, figure=f"{word} {said.figure}"), hit


def _part(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    """A word before the name that makes it something else."""
    word = chance.choice([one for one in _WORDS if one not in said.name])
    return replace(said, name=f"{word} {said.name}"), False


def _among(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    for old, new in (("nationwide", "in the province"), ("in the country", "in the province"), ("in the province", "nationwide"),
                     ("national average", "provincial average"), ("provincial average", "national average")):  # fmt: skip
        if said.row.indicator.measure in ("rank", "gap") and old in said.figure:
            return replace(said, figure=said.figure.replace(old, new, 1)), False
    return None


def _behind(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    """Words behind the number that make it something else."""
    if said.row.indicator.measure not in ("growth_yoy", "level"):
        return None
    word = chance.choice(
        (
            "excluding automobiles",
            "month on month",
            "in nominal terms",
            "in exports",
            "for private firms",
            "than in 2010",
            "a day",
            "at most",
        )
    )
    return replace(said, figure=said.figure.split(CLOSE)[0] + CLOSE + " " + word), False


def _qualified(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    word = chance.choice(("nearly ", "more than ", "over ", "at least ", "less than "))
    return replace(said, figure=said.figure.replace(OPEN, OPEN + word)), False


def _precise(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    found = re.search(r"(?<=\ue000)(?:RMB |CNY )?([\d,]+\.\d+)", said.figure)
    if found is None:
        return None
    kin = tables.rows(said.row.indicator.id, said.row.region.id)
    hit = any(
        one.period == said.row.period and one.value == said.row.value and one.step < said.row.step
        for one in kin
    )
    return replace(said, figure=said.figure.replace(found[1], found[1] + "0", 1)), hit


def _cut(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    row = said.row
    if row.indicator.unit not in ("%", "百分点") or row.step >= 1 or row.value % 1 == 0:
        return None
    whole = abs(row.value).to_integral_value(ROUND_FLOOR) + chance.choice((0, 1))
    return replace(said, figure=re.sub(r"(?<=\ue000)[\d.]+", str(whole), said.figure)), False


def _scope(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    for old in (*SIZE, "industrial value added"):
        if old in said.name:
            word = chance.choice(
                (
                    "all industry",
                    "industrial enterprises below designated size",
                    "large industrial enterprises",
                    "state-owned industrial enterprises",
                    "enterprises above designated size in services",
                )
            )
            new = word if old in SIZE else f"value added of {word}"
            same = any(
                row.value == said.row.value
                and row.period == said.row.period
                and row.indicator.id != said.row.indicator.id
                for row in tables.rows("all_industry_growth", said.row.region.id)
            )
            return replace(said, name=said.name.replace(old, new, 1)), same
    return None


def _another(said: Said, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    """Another indicator of the same measure and unit."""
    one = said.row.indicator
    pool = [
        each
        for each in tables.catalogue.indicators.values()
        if each.id != one.id and (each.measure, each.unit, each.timing) == (one.measure, one.unit, one.timing)
    ]
    other = chance.choice(pool) if pool else None
    names = spoken(replace(said.row, indicator=other)) if other else []
    if other is None or not names or set(names) & set(spoken(said.row)):
        return None
    hit = any(
        row.value == said.row.value and row.period == said.row.period
        for each in tables.catalogue.indicators.values()
        if set(spoken(replace(said.row, indicator=each))) & set(names)
        for row in tables.rows(each.id, said.row.region.id, derived=True)
    )
    return replace(said, name=names[0][0].lower() + names[0][1:]), hit


_WORDS = (
    "private", "foreign-funded", "rural", "export-oriented", "loss-making", "provincial-level", "large", "small", "estimated", "average", "per capita", "nominal",
    "high-tech", "non-public", "new", "heavy", "state-owned", "seasonally adjusted", "daily", "rest of the", "equipment", "central", "manufacturing",
)  # fmt: skip

CHANGES: dict[str, Change] = {
    "digit": _digit, "sign": _sign, "unit": _unit, "region": _region, "period": _period, "status": _status, "part": _part, "population": _among, "behind": _behind,
    "qualifier": _qualified, "too precise": _precise, "cut": _cut, "scope": _scope, "indicator": _another,
}  # fmt: skip


def changed(tables: Tables, many: int, seed: int = 12) -> Iterator[Sentence]:
    """Sentences with one thing changed, each kind of change about as often."""
    chance, pool = random.Random(seed), rows(tables)
    names: Sequence[str] = tuple(CHANGES)
    while many:
        name = chance.choice(names)
        said, how = said_of(chance.choice(pool), chance)
        made = CHANGES[name](said, chance, tables) if said else None
        if made is None:
            continue
        yield make(chance.choice(list(FRAMES)), made[0], how, name, made[1])
        many -= 1
