"""Sentences composed from the tables, true ones and such with one thing changed, in forms of wording that people use.

Written without the reader's own names and forms: a name is the indicator's, said as people say it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

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
OPEN, CLOSE = "\ue000", "\ue001"
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
    "under a title": lambda s: (
        f"{s.period}{s.region}工业运行情况\n工业运行总体平稳。\n{s.region}{s.name}{s.figure}。"
    ),
    "in a section": lambda s: (
        f"一、{s.period}运行情况\n{s.region}{s.name}{s.figure}，居于合理区间。\n二、下一步工作\n继续稳增长。"
    ),
    "second of a list": lambda s: (
        f"{s.period}，工业呈现两个特点：一是运行总体平稳。二是结构调整加快。{s.region}{s.name}{s.figure}。"
    ),
    "traditional": lambda s: f"{s.period}，{s.region}{s.name}{s.figure}。",
}
"""How region, period and name are put together; the figure's own words are in `figures`."""


def figures(row: Observation, number: str = "") -> list[tuple[str, str]]:
    """Ways to say a figure of its measure: what follows the name."""
    measure = row.indicator.measure
    marked = f"{OPEN}{number or _number(row) or ''}{CLOSE}"
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
        rate = "增速" if "增速" in row.indicator.name.zh else ""
        return [("places", f"{rate}列{among}{marked}"), ("stands", f"{rate}居{among}{marked}")]
    if measure == "gap" and row.indicator.gap_to in ("china", "parent"):
        to = "全国" if row.indicator.gap_to == "china" else "全省"
        way = "低" if row.value < 0 else "高"
        return [("above", f"比{to}{way}{marked}"), ("above the average", f"{way}于{to}平均水平{marked}")]
    if measure == "change" and row.indicator.unit == "百分点":
        way = "下降" if row.value < 0 else "提高"
        return [("moves", f"同比{way}{marked}"), ("moves 比", f"比上年同期{way}{marked}")]
    return []


def spoken(row: Observation) -> list[str]:
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


def periods(period: Period, timing: str) -> list[str]:
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


def make(form: str, build: Form, said: Said, how: str, change: str = "", coincides: bool = False) -> Sentence:
    text = build(said)
    start, end = text.rindex(OPEN), text.rindex(CLOSE)
    bare = text.replace(OPEN, "").replace(CLOSE, "")
    first = text.index(OPEN)
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
        said, how = said_of(row, chance)
        if said is None:
            continue
        form = chance.choice(list(FORMS))
        yield make(form, FORMS[form], said, how)
        many -= 1


def said_of(row: Observation, chance: random.Random, number: str | None = None) -> tuple[Said | None, str]:
    found = figures(row, number or "")
    times = periods(row.period, row.indicator.timing) if row.period else []
    if not found or not times:
        return None, ""
    how, figure = chance.choice(found)
    own = chance.random() < 0.5
    level = {"country": "全国", "province": "全省", "city": "全市"}[row.region.level]
    region = level if own else row.region.name.zh
    when = chance.choice(times)
    if chance.random() < 0.4:  # the draft's own year goes without saying
        when = re.sub(r"^\d{4}年(?=\d|上半年|前|[一二三四]季度)", chance.choice(("今年", "")), when)
    return Said(row, region, when, chance.choice(spoken(row)), figure, row.region.id if own else None), how
