"""Sentences composed from the tables, true ones and such with one thing changed, in forms of wording that people use.

Written without the reader's own names and forms: a name is the indicator's, said as people say it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from industry.rules.lock import preferred
from industry.tables.tables import Tables
from industry.vocabulary.fields import Measure
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

GROWTHS: tuple[Measure, ...] = ("growth_yoy", "growth_two_year_average", "growth_annual_average")


@dataclass(frozen=True)
class Sentence:
    """``at``: the span of the number asked about; ``true``: whether it says what the tables say of ``row``; ``change``:
    what was changed. A changed one ``coincides`` where it happens to say what the tables hold."""

    text: str
    at: tuple[int, int]
    row: Observation
    written: date
    owner: str | None
    form: str
    change: str = ""
    coincides: bool = False

    @property
    def true(self) -> bool:
        return not self.change


@dataclass(frozen=True)
class Said:
    """What a sentence is made of: region, period, name, the words of the figure; ``mark`` its number in them."""

    row: Observation
    region: str
    period: str
    name: str
    figure: str
    owner: str | None


Form = Callable[[Said], str]
_OPEN, _CLOSE = "\ue000", "\ue001"
FORMS: dict[str, Form] = {
    "period first": lambda s: f"{s.period}，{s.region}{s.name}{s.figure}。",
    "region first": lambda s: f"{s.region}{s.period}{s.name}{s.figure}。",
    "name then period": lambda s: f"{s.region}{s.name}{s.period}{s.figure}。",
    "no comma": lambda s: f"{s.period}{s.region}{s.name}{s.figure}。",
    "after a heading": lambda s: (
        f"一、工业运行情况\n{s.period}，{s.region}{s.name}{s.figure}，运行总体平稳。"
    ),
    "after other words": lambda s: f"据统计，{s.period}{s.region}{s.name}{s.figure}。",
    "half-width": lambda s: f"{s.period},{s.region}{s.name}{s.figure}.".replace("，", ","),
    "before a clause": lambda s: f"{s.period}，{s.region}{s.name}{s.figure}，为全年目标任务打下基础。",
    "carried on": lambda s: f"{s.period}，全国经济运行平稳。{s.region}{s.name}{s.figure}。",
    "in brackets": lambda s: (
        f"{s.period}，{s.region}{s.name}（以国家统计局反馈为准）保持平稳，其中{s.name}{s.figure}。"
    ),
    "traditional": lambda s: f"{s.period}，{s.region}{s.name}{s.figure}。",
}
"""How region, period and name are put together; the figure's own words are in `_figures`."""


def _figures(row: Observation, number: str) -> list[tuple[str, str]]:
    """Ways to say a figure of its measure: what follows the name."""
    measure = row.indicator.measure
    marked = f"{_OPEN}{number}{_CLOSE}"
    if measure in GROWTHS and not row.qualifier:
        fall = row.value < 0
        word, noun = ("下降", "降幅") if fall else ("增长", "增速")
        if measure == "growth_annual_average":
            return [("annual", f"年均{word}{marked}"), ("annual noun", f"年均增速为{marked}")][
                : 1 if fall else 2
            ]
        if measure == "growth_two_year_average":
            return [("two years", f"两年平均{word}{marked}")]
        found = [
            ("year on year", f"同比{word}{marked}"),
            ("grows", f"{word}{marked}"),
            ("grows 了", f"同比{word}了{marked}"),
        ]
        return found + (
            []
            if fall
            else [
                (noun, f"{noun}为{marked}"),
                ("reaches", f"同比增速达到{marked}"),
                ("rate", f"增幅达{marked}"),
            ]
        )
    if measure in ("level", "count"):
        return [
            ("is", f"为{marked}"),
            ("bare", marked),
            ("reaches", f"达{marked}"),
            ("reaches 到", f"达到{marked}"),
        ]
    if measure in ("share", "rate", "contribution"):
        return [("is", f"为{marked}"), ("reaches", f"达{marked}"), ("bare", marked)]
    if measure == "rank":
        among = "全国" if row.indicator.rank_among == "china" else "全省"
        return [("places", f"列{among}{marked}"), ("stands", f"居{among}{marked}")]
    if measure == "gap":
        to = "全国" if row.indicator.gap_to == "china" else "全省"
        way = "低" if row.value < 0 else "高"
        return [("above", f"比{to}{way}{marked}"), ("above the average", f"{way}于{to}平均水平{marked}")]
    if measure == "change" and row.indicator.unit == "百分点":
        way = "下降" if row.value < 0 else "提高"
        return [("moves", f"同比{way}{marked}"), ("moves 比", f"比上年同期{way}{marked}")]
    return []


def _spoken(row: Observation) -> list[str]:
    """What people call an indicator: its name without the measure, which the figure's words say."""
    one = row.indicator
    found = {one.name.zh, one.short.zh} if one.short and not one.addition else {one.name.zh}
    if "新增" in one.name.zh:
        found = {one.name.zh}
    names = set()
    for name in found:
        for ending in (
            "两年平均增速",
            "年均增速",
            "同比变动",
            "在全国的位次",
            "在全省的位次",
            "与全国之差",
            "与全省之差",
            "增速",
        ):
            if name.endswith(ending):
                name = name.removesuffix(ending)
                break
        name = re.sub("(?<=位次)$|增速$", "", name) if one.measure in ("rank", "gap") else name
        names.add(name)
        names.add(name.replace("规模以上工业", "规上工业"))
        names.add(name.replace("地区生产总值", "GDP"))
    return sorted(names)


def _number(row: Observation) -> str | None:
    """The figure as people write it, without a sign."""
    one, value = row.indicator, abs(row.value)
    if row.value_to is not None or row.qualifier:
        return None
    digits = f"{(value / row.scale).quantize(row.step / row.scale):f}"
    mark = {1: "", 10**4: "万", 10**8: "亿"}.get(row.scale)
    if one.measure == "rank":
        return f"第{digits}位"
    unit = {"百分点": "个百分点"}.get(one.unit, one.unit)
    return None if mark is None or "/" in unit else f"{digits}{mark}{unit}"


def _periods(period: Period, timing: str) -> list[str]:
    year, last = period.year, period.month
    if timing == "stock":
        return (
            [f"{year}年末", f"截至{year}年底"]
            if last == 12
            else [f"{year}年{last}月末", f"截至{year}年{last}月底"]
        )
    if period.first_year != year:
        return [f"{period.first_year}—{year}年"]
    if period.months == 12:
        return [f"{year}年", f"{year}年全年"]
    if period.start == period.end:
        return [f"{year}年{last}月"]
    names = {3: "一季度", 6: "上半年", 9: "前三季度"}
    found = [f"{year}年1—{last}月", f"{year}年1-{last}月份", f"{year}年1至{last}月", f"{year}年前{last}个月"]
    if period.first_month != 1:
        quarters = {(4, 6): "二季度", (7, 9): "三季度", (10, 12): "四季度"}
        name = quarters.get((period.first_month, last))
        return [f"{year}年{name}"] if name else []
    return found + ([f"{year}年{names[last]}"] if last in names else [])


def rows(tables: Tables) -> list[Observation]:
    """The rows of which sentences are made: actual, printed in full, the one preferred, of no dispute."""
    disputed = {row.id for one in tables.findings for row in one.disputed}
    found = []
    for row in tables.rows():
        if (
            "倍" in row.as_printed
            or row.status != "actual"
            or row.inferred
            or row.period is None
            or row.id in disputed
            or not _number(row)
        ):
            continue
        kin = [
            one
            for one in tables.rows(row.indicator.id, row.region.id)
            if one.period == row.period and one.status == "actual"
        ]
        if (
            preferred(kin)[0].value == row.value
            and len({one.value for one in kin}) == 1
            and row.indicator.timing != "list"
        ):
            found.append(row)
    return found


def _made(
    form: str, build: Form, said: Said, how: str, change: str = "", coincides: bool = False
) -> Sentence:
    text = build(said)
    start, end = text.rindex(_OPEN), text.rindex(_CLOSE)
    bare = text.replace(_OPEN, "").replace(_CLOSE, "")
    first = text.index(_OPEN)
    shift = 0 if first == start else 2
    written = date(said.row.period.year if said.row.period else 2021, 12, 28)
    return Sentence(
        bare,
        (start - shift, end - 1 - shift),
        said.row,
        written,
        said.owner,
        f"{form} · {how}",
        change,
        coincides,
    )


def true(tables: Tables, many: int, seed: int = 1) -> Iterator[Sentence]:
    """Sentences that say what the tables say."""
    chance, pool = random.Random(seed), rows(tables)
    while many:
        row = chance.choice(pool)
        said, how = _said(row, chance)
        if said is None:
            continue
        form = chance.choice(list(FORMS))
        yield _made(form, FORMS[form], said, how)
        many -= 1


def _said(row: Observation, chance: random.Random, number: str | None = None) -> tuple[Said | None, str]:
    figures = _figures(row, number or _number(row) or "")
    times = _periods(row.period, row.indicator.timing) if row.period else []
    if not figures or not times:
        return None, ""
    how, figure = chance.choice(figures)
    own = chance.random() < 0.5
    level = {"country": "全国", "province": "全省", "city": "全市"}[row.region.level]
    region = level if own else row.region.name.zh
    return Said(
        row, region, chance.choice(times), chance.choice(_spoken(row)), figure, row.region.id if own else None
    ), how


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
    times = _periods(moved, row.indicator.timing)
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
    word = chance.choice(("民营", "外资", "规模以下", "县域"))
    return replace(said, name=word + said.name), False


def _status(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    rows = tables.rows(row.indicator.id, row.region.id)
    hit = any(one.period == row.period and one.value == row.value and one.status != "actual" for one in rows)
    return replace(said, figure=chance.choice(("力争", "目标为", "预计", "计划")) + said.figure), hit


def _qualified(
    said: Said, row: Observation, chance: random.Random, tables: Tables
) -> tuple[Said, bool] | None:
    word = chance.choice(("超", "近", "超过"))
    return replace(said, figure=said.figure.replace(_OPEN, _OPEN + word)), False


def _precise(said: Said, row: Observation, chance: random.Random, tables: Tables) -> tuple[Said, bool] | None:
    found = re.search(r"\d+(\.\d+)?", said.figure)
    if found is None or row.indicator.measure == "rank":
        return None
    longer = found[0] + ("0" if "." in found[0] else ".0")
    kin = tables.rows(row.indicator.id, row.region.id)
    hit = any(one.period == row.period and one.value == row.value and one.step < row.step for one in kin)
    return replace(said, figure=said.figure.replace(found[0], longer, 1)), hit


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
    if set(_spoken(replace(row, indicator=other))) & set(_spoken(row)):
        return None
    hit = any(
        each.period == row.period and each.value == row.value
        for each in tables.rows(other.id, row.region.id, derived=True)
    )
    return replace(said, name=chance.choice(_spoken(replace(row, indicator=other)))), hit


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
        said, how = _said(row, chance)
        made = CHANGES[name](said, row, chance, tables) if said else None
        if made is None:
            continue
        form = chance.choice(list(FORMS))
        yield _made(form, FORMS[form], made[0], how, name, made[1])
        many -= 1
