"""Sentences that tell one figure as level with another: of the same region's earlier time, of another region, of the country or the province.
Written without the reader's own forms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product
from typing import NamedTuple

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.text.comparisons import ENGLISH, NAMES, REGIONS, rows, timed, times

INDICATOR = "value_added_growth"
_ZH, _EN = NAMES[INDICATOR]


class Told(NamedTuple):
    """``true``: whether the two are level; None where it may be told of the amounts, or only of about as much."""

    text: str
    language: str
    true: bool | None
    owner: str | None = None


def of_times(tables: Tables) -> Iterator[Told]:
    for one, before in times(tables, INDICATOR):
        now, then = timed(one), timed(before)
        assert now and then and one.period and before.period
        same_year = one.period.end // 12 == before.period.end // 12
        yield from _of_times(one, now, _then(then, same_year), _level(one, before))
        if one.period.years_earlier() == before.period:
            since = ("上年同期", "the same period of the previous year")
            truths = _level(one, before) if one.value else (True if not before.value else None,) * 2
            yield from _of_times(one, now, since, truths)
            yield Told(f"{now[0]}，{REGIONS[one.region.id]}{_ZH}与上年同期持平。", "zh", one.value == 0)


def _level(one: Observation, other: Observation) -> tuple[bool | None, bool | None]:
    """Whether two figures are level, and whether they are about so."""
    apart = abs(one.value - other.value)
    return apart == 0, apart == 0 or (None if apart <= 1 else False)


def _then(then: tuple[str, str], same_year: bool) -> tuple[str, str]:
    return (then[0].partition("年")[2] if same_year else then[0]), then[1].removeprefix("In ")


def _of_times(
    one: Observation, now: tuple[str, str], then: tuple[str, str], truths: tuple[bool | None, bool | None]
) -> Iterator[Told]:
    region, (true, about_level) = REGIONS[one.region.id], truths
    head, verb = f"{now[0]}，{region}{_ZH}", f"{'下降' if one.value < 0 else '增长'}{abs(one.value)}%"
    for level in ("与{}持平", "较{}持平", "同{}持平", "与{}相比持平"):
        said = level.format(then[0])
        yield Told(f"{head}增速{said}。", "zh", true)
        yield Told(f"{head}同比{verb}，{said}。", "zh", true)
        yield Told(f"{head}{verb}，增速{said}。", "zh", true)
        if then[0] != "上年同期":
            yield Told(f"{head}{said}。", "zh", None)
    for about in ("基本", "大体", "大致"):
        yield Told(f"{head}增速与{then[0]}{about}持平。", "zh", about_level)
        yield Told(f"{head}{verb}，与{then[0]}{about}持平。", "zh", about_level)
    yield Told(f"{head}{verb}，持平于{then[0]}。", "zh", true)
    yield Told(f"{head}{verb}，持平。", "zh", None)
    yield Told(f"{head}增速持平。", "zh", None)
    grew = f"{now[1]}, {_EN} in {ENGLISH[one.region.id]} {'fell' if one.value < 0 else 'grew'} by {abs(one.value)}%"
    for word in ("level with", "the same as in", "on a par with", "unchanged from"):
        yield Told(f"{grew}, {word} {then[1]}.", "en", true)


def of_regions(tables: Tables) -> Iterator[Told]:
    for whose, whom in permutations(REGIONS, 2):
        for one, other in product(rows(tables, whose, INDICATOR), rows(tables, whom, INDICATOR)):
            same = (one.period, one.edition) == (other.period, other.edition)
            if same and timed(one):
                yield from _of_regions(one, REGIONS[whom], ENGLISH[whom], _level(one, other))


def _of_regions(
    one: Observation, whom: str, whom_en: str, truths: tuple[bool | None, bool | None]
) -> Iterator[Told]:
    now, (true, about_level) = timed(one), truths
    assert now
    head, verb = (
        f"{now[0]}，{REGIONS[one.region.id]}{_ZH}",
        f"{'下降' if one.value < 0 else '增长'}{abs(one.value)}%",
    )
    names = (whom, "全国平均水平", "全国平均", "全国水平") if whom == "全国" else (whom, f"{whom}省")
    for name, level in product(names, ("与{}持平", "同{}持平", "与{}相比持平", "与{}增速持平")):
        said = level.format(name)
        yield Told(f"{head}增速{said}。", "zh", true)
        yield Told(f"{head}同比{verb}，{said}。", "zh", true)
        yield Told(f"{head}{verb}，增速{said}。", "zh", true)
        yield Told(f"{head}{said}。", "zh", None)
    yield Told(f"{head}{verb}，与{whom}基本持平。", "zh", about_level)
    yield Told(f"{head}{verb}，持平于{whom}。", "zh", true)
    yield Told(f"{head}{verb}，与{whom}、广东持平。", "zh", true and None)
    grew = f"{now[1]}, {_EN} in {ENGLISH[one.region.id]} {'fell' if one.value < 0 else 'grew'} by {abs(one.value)}%"
    whoms = (whom_en, "the national average") if whom_en == "China" else (whom_en,)
    for name, word in product(
        whoms, ("level with", "the same as", "on a par with", "equal to", "the same as in")
    ):
        yield Told(f"{grew}, {word} {name}.", "en", true)


def of_parents(tables: Tables) -> Iterator[Told]:
    """A city beside its province, which the text calls 全省."""
    for one, other in product(rows(tables, "jian", INDICATOR), rows(tables, "jiangxi", INDICATOR)):
        now = timed(one)
        if one.period == other.period and one.edition == other.edition and now:
            for whose, whom in product(("吉安", "全市"), ("全省", "全省平均水平", "江西")):
                head, verb = (
                    f"{now[0]}，{whose}{_ZH}",
                    f"{'下降' if one.value < 0 else '增长'}{abs(one.value)}%",
                )
                for said in (f"增速与{whom}持平", f"同比{verb}，与{whom}持平"):
                    yield Told(f"{head}{said}。", "zh", one.value == other.value, "jian")
