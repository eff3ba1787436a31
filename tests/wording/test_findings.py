"""What may be said of the marks drawn, case by case in both languages: the exact sentence, or nothing.

Each case is a question asked of a few rows, so that lock, verdict and wording are tried together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest

from industry import wording
from industry.figures.draw import draw
from industry.figures.record import Figure
from industry.rules.comparison import Question, compare
from industry.rules.derived import gap_of
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue, Config, Indicator, Region
from industry.vocabulary.observation import Derivation, Observation
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from industry.wording.said import Said
from tests.books import source
from tests.conftest import GROWTH, indicator, words, world
from tests.figures.specs import made

Observe = Callable[..., Observation]
Row = tuple[str, float, dict[str, Any]]
Q1 = "2021-01/2021-03"
PROVINCES = ("jiangxi", "hebei", "shaanxi")
ALL = (*PROVINCES, "jian", "china")

LEVEL = indicator("profit", measure="level", unit="亿元", concept="profit")
STOCK = indicator(
    "enterprises", measure="level", unit="家", timing="stock", concept="enterprises", better="higher"
)
COUNT = indicator("branches", measure="count", unit="个", concept="branches")
SHARE = indicator("share", measure="share", of=words("工业"), concept="structure")
LESS = indicator("energy", measure="rate", unit="%", better="lower", concept="energy")
FEWER = indicator("deficits", measure="count", unit="家", better="lower", concept="deficits")
FALL = indicator("energy_change", better="lower", concept="energy")
RANK = indicator("place", measure="rank", unit="位", rank_of="growth", rank_among="china", better="lower")
GAP = indicator("gap", measure="gap", unit="百分点", gap_of="growth", gap_to="china")
LIST = indicator("giants", measure="level", unit="家", timing="list", concept="giants")
PROFIT = indicator(
    "net_profit", measure="level", unit="亿元", concept="profit", negative=Text(zh="净亏损", en="net loss")
)
CHANGE = indicator("change", measure="change", unit="百分点")
RATE = indicator("margin", measure="rate")
AVERAGE = indicator("two_year", measure="growth_two_year_average", two_year_average_of="growth")


class Held:
    """Rows under a catalogue of their own, with the project's names of regions."""

    def __init__(self, regions: dict[str, Region], rows: Sequence[Observation]) -> None:
        config = Config.model_construct(
            benchmark="china", window="2020-01/2021-12", regions=ALL[:-1], editions={}
        )
        self.catalogue = Catalogue(
            config,
            world().catalogue.rules,
            regions,
            {row.indicator.id: row.indicator for row in rows},
            {},
            (),
        )
        self.all = rows

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return [row for row in self.all if row.indicator.id == indicator and region in (None, row.region.id)]


@dataclass(frozen=True)
class Case:
    """Rows (region, value, what is unusual), and the sentence expected of them. ``marked`` where a base is out
    of the ordinary, ``averages`` those over two years, ``held`` what another edition gives."""

    name: str
    rows: tuple[Row, ...]
    zh: str = ""
    en: str = ""
    of: Indicator = GROWTH
    period: str = "2021"
    marked: bool = False
    averages: tuple[tuple[str, float], ...] = ()
    held: tuple[tuple[str, float], ...] = ()
    asked: dict[str, Any] = field(default_factory=dict)


def values(*numbers: float, **unusual: Any) -> tuple[Row, ...]:
    """Figures of Jiangxi, Hebei, Shaanxi, in this order; all with the same that is unusual."""
    return tuple((id, value, unusual) for id, value in zip(PROVINCES, numbers, strict=False))


FIRST = "2021年，江西居三省首位"
FIRST_EN = "2021, Jiangxi highest of the three provinces"
TWO = "2021年，江西高于河北"
TWO_EN = "2021, Jiangxi above Hebei"
BOTH = "2021年1—3月，江西同比、两年平均增速均居三省首位"
BOTH_EN = "Jan–Mar 2021, Jiangxi highest of the three provinces year on year and on two-year average"
THREE = (("jiangxi", 10.2), ("hebei", 5.8), ("shaanxi", 7.4))
COARSE = {"step": Decimal(1)}


def nation(value: float, **unusual: Any) -> Row:
    return ("china", value, unusual)


def city(value: float, **unusual: Any) -> Row:
    return ("jian", value, unusual)


def worked(low: str, high: str) -> dict[str, Any]:
    """A derived figure with this interval."""
    return {"derivation": Derivation("share", (), Decimal(low), Decimal(high))}


SIGNS = [
    Case("all grew", values(11.4, 7.2, 7.6), FIRST, FIRST_EN),
    Case("all fell: industry, January to March 2020", values(-6.1, -4.8, -3.0),
         "2021年，三省均下降，陕西降幅最小",
         "2021, the three provinces all fell, Shaanxi with the smallest fall"),
    Case("one grew, two fell: no superlative across signs", values(0.2, -4.8, -3.0), "2021年，江西增长，河北、陕西下降",
         "2021, Jiangxi grew, Hebei and Shaanxi fell"),
    Case("growth, none and a fall", values(1.0, 0.0, -3.0), "2021年，江西增长，河北持平，陕西下降",
         "2021, Jiangxi grew, Hebei unchanged, Shaanxi fell"),
    Case("none and falls", values(0.0, -0.1, -3.0), "2021年，江西持平，河北、陕西下降",
         "2021, Jiangxi unchanged, Hebei and Shaanxi fell"),
    Case("none at all", values(0.0, 0.0, 0.0), "2021年，三省均持平", "2021, the three provinces all unchanged"),
    Case("two fell", values(-1.0, -3.0), "2021年，两省均下降，江西降幅小于河北",
         "2021, the two provinces both fell, Jiangxi with a smaller fall than Hebei"),
    Case("two fell alike", values(-3.0, -3.0), "2021年，两省均下降，降幅相同",
         "2021, the two provinces both fell, with the same fall"),
    Case("two fell least", values(-1.0, -3.0, -1.0), "2021年，三省均下降，江西、陕西降幅并列最小",
         "2021, the three provinces all fell, Jiangxi and Shaanxi tied with the smallest fall"),
    Case("all fell, by how much is open", (("jiangxi", -6, COARSE), ("hebei", -6.4, {})), "2021年，两省均下降",
         "2021, the two provinces both fell"),
    Case("two of two signs", values(-3.0, 1.0), "2021年，河北增长，江西下降", "2021, Hebei grew, Jiangxi fell"),
    Case("profit: net losses", values(-50, -80, -20), "2021年，三省均为净亏损，陕西净亏损额最小",
         "2021, the three provinces all with a net loss, Shaanxi with the smallest net loss", of=PROFIT),
    Case("profit and losses", values(50, -80, -20), "2021年，江西为正值，河北、陕西为净亏损",
         "2021, Jiangxi above zero, Hebei and Shaanxi with a net loss", of=PROFIT),
    Case("two losses", values(-50, -80), "2021年，两省均为净亏损，江西净亏损额小于河北",
         "2021, the two provinces both with a net loss, Jiangxi with a smaller net loss than Hebei", of=PROFIT),
    Case("a level below zero without a name", values(-50, -80, -20), "2021年，三省均为负值，陕西绝对值最小",
         "2021, the three provinces all below zero, Shaanxi with the smallest absolute value", of=LEVEL),
    Case("nought of an amount", values(50, 0, 20), "2021年，江西、陕西为正值，河北为零",
         "2021, Jiangxi and Shaanxi above zero, Hebei at zero", of=COUNT),
    Case("gaps of one period", values(1.8, -4.0, -2.0), "2021年，江西为正值，河北、陕西为负值",
         "2021, Jiangxi above zero, Hebei and Shaanxi below zero", of=GAP),
    Case("changes", values(1.8, 0.4, 2.0), "2021年，三省均上升，陕西升幅最大",
         "2021, the three provinces all rose, Shaanxi with the largest rise", of=CHANGE),
]  # fmt: skip
WHOM = [
    Case("run of months", values(12.2, 5.2, 7.2), "2021年1—11月，江西居三省首位",
         "Jan–Nov 2021, Jiangxi highest of the three provinces", period="2021-01/2021-11"),
    Case("one month", values(8.2, 5.2, 7.2), "2020年10月，江西居三省首位",
         "Oct 2020, Jiangxi highest of the three provinces", period="2020-10"),
    Case("end of a year", values(13710, 13263, 7145), "2020年末，江西居三省首位",
         "end of 2020, Jiangxi highest of the three provinces", of=STOCK, period="2020-12"),
    Case("outside the window", values(11.4, 7.2, 7.6), period="2022"),
    Case("a run of years", values(8.4, 5.2, 6.1), period="2016/2020"),
    Case("level", values(982, 1273.2, 1196.6), "2021年，河北居三省首位",
         "2021, Hebei highest of the three provinces", of=LEVEL),
    Case("share", values(36.0, 21.0, 25.0), FIRST, FIRST_EN, of=SHARE),
    Case("a place is no amount", values(8, 11, 20), of=RANK),
    Case("two provinces: no superlative", values(11.4, 7.2), TWO, TWO_EN),
    Case("two amounts", values(13710, 7145), "2020年末，江西多于河北", "end of 2020, Jiangxi above Hebei", of=STOCK,
         period="2020-12"),
    Case("one region only", values(11.4)),
    Case("none", (nation(9.6),)),
    Case("one province and the country", (("jiangxi", 11.4, {}), nation(9.6))),
    Case("a city and its province", (("jiangxi", 23.6, {}), city(24.6))),
    Case("another period is not counted", (*values(11.4, 7.2), ("shaanxi", 18.9, {"period": Q1})), TWO, TWO_EN),
    Case("nobody shares a period", (("jiangxi", 18.5, {"period": "2021-01/2021-06"}),
         ("hebei", 4.8, {"period": "2021-01/2021-10"}), ("shaanxi", 7.2, {"period": "2021-01/2021-09"}))),
    Case("another edition is not counted", (*values(11.4, 7.2, edition="final"), ("shaanxi", 17.6, {})),
         "2021年，final，江西高于河北", "2021, final, Jiangxi above Hebei"),
    Case("period inferred", (*values(11.4), ("hebei", 7.2, {"inferred": frozenset({"period"})}))),
    Case("scope inferred", (*values(11.4), ("hebei", 7.2, {"inferred": frozenset({"scope"})}))),
    Case("a target is no figure", (*values(11.4), ("hebei", 7.2, {"status": "target"}))),
    Case("targets only", values(11.4, 7.2, 7.6, status="target")),
    Case("lists of other editions", (("hebei", 202, {"edition": "batches_1_3"}),
         ("jiangxi", 35, {"edition": "batches_1_2"})), of=LIST),
    Case("lists of no stated edition and of other dates", (("hebei", 202, {"period": "2021-11"}),
         ("jiangxi", 35, {"period": "2020-12"})), of=LIST),
    Case("the period asked for", (*values(11.4, 7.2), *values(29.4, 37.6, period="2020")), "2020年，河北高于江西",
         "2020, Hebei above Jiangxi", asked={"period": "2020"}),
]  # fmt: skip
LESS_IS_BETTER = [
    Case("less is better: no 最低", values(2.1, 3.4, 2.9), "2021年，江西低于河北、陕西",
         "2021, Jiangxi below Hebei and Shaanxi", of=LESS),
    Case("fewer are better: no 最少", values(210, 340, 290), "2021年，江西少于河北、陕西",
         "2021, Jiangxi below Hebei and Shaanxi", of=FEWER),
    Case("two with the least", values(2.1, 2.1, 2.9), "2021年，江西、河北相同，均低于陕西",
         "2021, Jiangxi and Hebei level with one another, both below Shaanxi", of=LESS),
    Case("energy: falls", values(-2.27, -3.01, -1.89, step=Decimal("0.01")),
         "2020年，三省均下降，河北降幅最大",
         "2020, the three provinces all fell, Hebei with the largest fall", of=FALL, period="2020"),
    Case("energy: falls beside the country's",
         (*values(-2.27, -3.01, -1.89, step=Decimal("0.01")), nation(-0.1)),
         "2020年，三省均下降，河北降幅最大；三省降幅均大于全国",
         "2020, the three provinces all fell, Hebei with the largest fall; the three provinces all with a larger fall "
         "than China", of=FALL, period="2020"),
    Case("energy: it rose", values(2.2, 3.0, 1.8), "2021年，三省均上升，陕西升幅最小",
         "2021, the three provinces all rose, Shaanxi with the smallest rise", of=FALL),
]  # fmt: skip
NATION = [
    Case("all above", (*values(11.4, 7.2, 7.6), nation(6.0)), "2021年，江西居三省首位；三省均高于全国",
         "2021, Jiangxi highest of the three provinces; the three provinces all above China"),
    Case("some above", (*values(11.4, 7.2, 7.6), nation(9.6)), "2021年，江西居三省首位；江西高于全国，河北、陕西低于全国",
         "2021, Jiangxi highest of the three provinces; Jiangxi above China, Hebei and Shaanxi below China"),
    Case("two on either side of it", (*values(11.4, 7.2), nation(9.6)), "2021年，江西高于河北；江西高于全国，河北低于全国",
         "2021, Jiangxi above Hebei; Jiangxi above China, Hebei below China"),
    Case("two above it", (*values(11.4, 7.2), nation(6.0)), "2021年，江西高于河北；两省均高于全国",
         "2021, Jiangxi above Hebei; the two provinces both above China"),
    Case("level with it", (*values(9.6, 7.2), nation(9.6)), "2021年，江西高于河北；江西与全国持平，河北低于全国",
         "2021, Jiangxi above Hebei; Jiangxi level with China, Hebei below China"),
    Case("open for one: the country is told beside none", (("jiangxi", 10, COARSE), *values(0, 7.2)[1:], nation(9.6)),
         TWO, TWO_EN),
    Case("the country fell", (*values(1.4, 7.2), nation(-1.6)),
         "2021年，河北高于江西；两省均增长（全国下降）",
         "2021, Hebei above Jiangxi; the two provinces both grew (China fell)"),
    Case("falls of two sizes", (*values(-1.4, -7.2), nation(-3.6)),
         "2021年，两省均下降，江西降幅小于河北；江西降幅小于全国，河北降幅大于全国",
         "2021, the two provinces both fell, Jiangxi with a smaller fall than Hebei; Jiangxi with a smaller fall than "
         "China, Hebei with a larger fall than China"),
    Case("two sources differ about the country", (*values(11.4, 7.2, 7.6), nation(9.6),
         nation(9.5, source=source("another"))), FIRST, FIRST_EN),
    Case("a country's figure that is open", (*values(11.4, 7.2, 7.6), nation(9.6, qualifier="over")), FIRST, FIRST_EN),
]  # fmt: skip
CITIES = [
    Case("a city is in neither order nor count, and told beside its province", (*values(11.4, 7.2, 7.6), city(24.6)),
         "2021年，江西居三省首位，吉安高于江西", "2021, Jiangxi highest of the three provinces, Ji'an above Jiangxi"),
    Case("a city whose province isn't drawn: of all or of none", (*values(11.4, 7.2, 7.6)[1:], city(24.6))),
    Case("a city without its province, beside the country", (*values(11.4, 7.2, 7.6)[1:], city(24.6), nation(9.6)),
         "2021年，陕西高于河北；河北、陕西低于全国，吉安高于全国",
         "2021, Shaanxi above Hebei; Hebei and Shaanxi below China, Ji'an above China"),
    Case("a city that fell", (*values(11.4, 7.2, 7.6), city(-2.0)), "2021年，江西、河北、陕西增长，吉安下降",
         "2021, Jiangxi, Hebei and Shaanxi grew, Ji'an fell"),
    Case("all fell, a city too", (*values(-1.4, -7.2, -7.6), city(-2.0)),
         "2021年，江西、河北、陕西、吉安均下降，江西降幅在三省中最小，吉安降幅大于江西",
         "2021, Jiangxi, Hebei, Shaanxi and Ji'an all fell, Jiangxi with the smallest fall of the three provinces, Ji'an with a larger fall than "
         "Jiangxi"),
    Case("an open figure of a city", (*values(11.4, 7.2, 7.6), city(24.6, qualifier="over"))),
    Case("an amount of a city is a part of its province's", (*values(13710, 13263, 7145), city(1624)),
         "2020年末，江西居三省首位", "end of 2020, Jiangxi highest of the three provinces", of=STOCK, period="2020-12"),
]  # fmt: skip
DIGITS = [
    Case("tie of two", values(11.4, 7.2, 11.4), "2021年，江西、陕西并列居三省首位",
         "2021, Jiangxi and Shaanxi tied highest of the three provinces"),
    Case("tie of all", values(7.2, 7.2, 7.2), "2021年，三省相同", "2021, the three provinces level with one another"),
    Case("tie of both", values(7.2, 7.2), "2021年，两省相同", "2021, the two provinces level with one another"),
    Case("tie below the first", values(11.4, 7.2, 7.2), FIRST, FIRST_EN),
    Case("18.5 and 18.4 are two", values(18.5, 18.4), TWO, TWO_EN),
    Case("6 and 6.4 are open", (("jiangxi", 6, COARSE), ("hebei", 6.4, {}))),
    Case("6 and 6.0 are open", (("jiangxi", 6, COARSE), ("hebei", 6, {}))),
    Case("1.4万 and 13710 are open",
         (("jiangxi", 13710, COARSE), ("hebei", 14000, {"step": Decimal(1000), "scale": 10000})),
         of=STOCK, period="2020-12"),
    Case("9 and 6.4 are not", (("jiangxi", 9, COARSE), ("hebei", 6.4, {})), TWO, TWO_EN),
    Case("derived, apart", (("jiangxi", 3.5, worked("3.49", "3.51")), ("hebei", 2.5, worked("2.49", "2.51"))), TWO,
         TWO_EN, of=SHARE),
    Case("derived, equal as shown: no tie", (("jiangxi", 3.5, worked("3.47", "3.53")),
         ("hebei", 3.5, worked("3.46", "3.52"))), of=SHARE),
    Case("derived, touching", (("jiangxi", 3.5, worked("3.4", "3.6")), ("hebei", 3.3, worked("3.2", "3.4"))), of=SHARE),
    Case("derived, whose sign is open", (("jiangxi", 0.1, worked("-0.1", "0.3")), ("hebei", -3.0, {}))),
]  # fmt: skip
OPEN = [
    *(Case(f"{word} {number}", (*values(7000, 6000), ("shaanxi", number, {"qualifier": word})), of=STOCK,
           period="2020-12")
      for word, number in (("over", 8000), ("at_least", 5000), ("about", 7000), ("nearly", 7000), ("at_most", 9000))),
    Case("all open", values(11.4, 7.2, 7.6, qualifier="over")),
    Case("a range", (*values(7.0), ("hebei", 5.0, {"value_to": Decimal(10)}))),
    Case("the first is disputed", (*values(11.4, 7.2, 7.6), ("jiangxi", 6.0, {"source": source("another")}))),
    Case("another is disputed", (*values(11.4, 7.2, 7.6), ("hebei", 12.0, {"source": source("another")}))),
    Case("two sources agree", (*values(11.4, 7.2, 7.6), ("jiangxi", 11.4, {"source": source("another")})), FIRST,
         FIRST_EN),
]  # fmt: skip
TWO_YEARS = [
    Case("both name one", values(29.4, 17.6, 18.9), BOTH, BOTH_EN, period=Q1, marked=True, averages=THREE),
    Case("each names another", values(29.4, 17.6, 18.9), "2021年1—3月，江西同比居三省首位，陕西两年平均居三省首位",
         "Jan–Mar 2021, Jiangxi highest of the three provinces year on year, Shaanxi highest of the three provinces on "
         "two-year average", period=Q1, marked=True,
         averages=(("jiangxi", 5.0), ("hebei", 5.8), ("shaanxi", 7.4))),
    Case("the averages tie", values(29.4, 17.6, 18.9),
         "2021年1—3月，江西同比居三省首位，江西、陕西两年平均并列居三省首位",
         "Jan–Mar 2021, Jiangxi highest of the three provinces year on year, Jiangxi and Shaanxi tied highest of the three "
         "provinces on two-year average", period=Q1, marked=True,
         averages=(("jiangxi", 7.4), ("hebei", 5.8), ("shaanxi", 7.4))),
    Case("no averages, a marked base: no superlative", values(29.4, 17.6, 18.9), period=Q1, marked=True),
    Case("one average lacking", values(29.4, 17.6, 18.9), period=Q1, marked=True, averages=THREE[:2]),
    Case("a marked base and no averages, two signs", values(29.4, -17.6, 18.9),
         "2021年1—3月，江西、陕西同比增长，河北同比下降",
         "Jan–Mar 2021, Jiangxi and Shaanxi grew year on year, Hebei fell year on year", period=Q1, marked=True),
    Case("a marked base and no averages, beside the country", (*values(67.3, 114, 108.7), nation(83.4)),
         "2021年1—3月，江西同比低于全国，河北、陕西同比高于全国",
         "Jan–Mar 2021, Jiangxi below China year on year, Hebei and Shaanxi above China year on year",
         period=Q1, marked=True),
    Case("profit, January to May 2021: one average that says otherwise",
         (*values(67.3, 114, 108.7), nation(83.4)),
         "2021年1—5月，江西同比低于全国，河北同比高于全国，陕西同比高于全国，两年平均低于全国",
         "Jan–May 2021, Jiangxi below China year on year, Hebei above China year on year, Shaanxi above China year on "
         "year, below China on two-year average",
         period="2021-01/2021-05", marked=True, averages=(("shaanxi", 20.7), ("china", 21.7))),
    Case("averages of all, one of which says otherwise", (*values(29.4, 17.6, 18.9), nation(24.5)),
         f"{BOTH}；江西高于全国，河北低于全国，陕西同比低于全国，两年平均高于全国",
         f"{BOTH_EN}; Jiangxi above China, Hebei below China, Shaanxi below China year on year, above China on "
         "two-year average",
         period=Q1, marked=True, averages=(*THREE, ("china", 6.8))),
    Case("all above by both", (*values(29.4, 17.6, 18.9), nation(14.5)), f"{BOTH}；三省同比、两年平均增速均高于全国",
         f"{BOTH_EN}; the three provinces all above China year on year and on two-year average",
         period=Q1, marked=True, averages=(*THREE, ("china", 4.8))),
    Case("no marked base, averages disagree", values(11.4, 7.2, 7.6),
         "2021年，江西同比居三省首位，陕西两年平均居三省首位",
         "2021, Jiangxi highest of the three provinces year on year, Shaanxi highest of the three provinces on "
         "two-year average", averages=(("jiangxi", 5.0), ("hebei", 5.8), ("shaanxi", 7.4))),
    Case("fell by the year, grew over two", values(-1.4, -7.2), "2021年，两省同比均下降，江西同比降幅小于河北，两年平均高于河北",
         "2021, the two provinces both fell year on year, Jiangxi with a smaller fall than Hebei year on year, above "
         "Hebei on two-year average", averages=(("jiangxi", 5.0), ("hebei", 3.8))),
]  # fmt: skip
EDITIONS = [
    Case("gdp 2023: the other edition turns the order", (("jiangxi", 34000.1, {"edition": "census"}),
         ("shaanxi", 33976.5, {"edition": "census"})), "2021年，census，江西多于陕西；按首次发布值，次序不同",
         "2021, census, Jiangxi above Shaanxi; the order differs by 首次发布值", of=LEVEL,
         held=(("jiangxi", 32200.1), ("shaanxi", 33786.1))),
    Case("gdp 2023, the other way round", (("jiangxi", 32200.1, {"edition": "first"}),
         ("shaanxi", 33786.1, {"edition": "first"})), "2021年，first，陕西多于江西；按首次发布值，次序不同",
         "2021, first, Shaanxi above Jiangxi; the order differs by 首次发布值", of=LEVEL,
         held=(("jiangxi", 34000.1), ("shaanxi", 33976.5))),
    Case("another edition with the same order", (("jiangxi", 34000.1, {"edition": "census"}),
         ("shaanxi", 33976.5, {"edition": "census"})), "2021年，census，江西多于陕西",
         "2021, census, Jiangxi above Shaanxi", of=LEVEL, held=(("jiangxi", 33900.1), ("shaanxi", 33786.1))),
    Case("another edition of one region alone", (("jiangxi", 34000.1, {"edition": "census"}),
         ("shaanxi", 33976.5, {"edition": "census"})), "2021年，census，江西多于陕西",
         "2021, census, Jiangxi above Shaanxi", of=LEVEL, held=(("jiangxi", 32200.1),)),
]  # fmt: skip
CASES = [*SIGNS, *WHOM, *LESS_IS_BETTER, *NATION, *CITIES, *DIGITS, *OPEN, *TWO_YEARS, *EDITIONS]


def observed(
    case: Case, rows: Sequence[Row], regions: dict[str, Region], observe: Observe
) -> list[Observation]:
    found = []
    for number, (id, value, unusual) in enumerate(rows):
        facts = {"period": case.period, "indicator": case.of, "id": f"{id}:{number}"} | unusual
        found.append(replace(observe(id, value, **facts), region=regions[id]))
    return found


def said(case: Case, tables: Tables, observe: Observe, language: str) -> Said:
    """The finding of a case, by way of `compare`."""
    regions = dict(tables.catalogue.regions)
    rows = observed(case, case.rows, regions, observe)
    averages: dict[str, Observation | None] = {
        id: replace(observe(id, value, period=case.period, indicator=AVERAGE), region=regions[id])
        for id, value in case.averages
    }
    others = [(id, value, {"edition": "other", "id": f"{id}:other"}) for id, value in case.held]
    held = Held(regions, rows)
    found = compare(held, Question(case.of.id, ALL[:-1], **case.asked))
    when = wording.lock(found.lock, held.catalogue.config, language) if found.lock else ""
    return wording.finding(
        found,
        language,
        when,
        marked=case.marked,
        averages=averages,
        regions=ALL,
        editions={"首次发布值": observed(case, others, regions, observe)},
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_finding(tables: Tables, observe: Observe, case: Case) -> None:
    zh, en = (said(case, tables, observe, language) for language in ("zh", "en"))
    assert zh == case.zh
    assert en == case.en
    assert zh.rows == en.rows
    told = {row.region.name.zh for row in zh.rows}
    assert told >= {one.name.zh for one in tables.catalogue.regions.values() if one.name.zh in zh}


def test_a_finding_carries_all_that_it_speaks_of(tables: Tables, observe: Observe) -> None:
    """The country's figure, the averages and the other edition with it."""
    named = {case.name: case for case in CASES}
    averaged = said(named["averages of all, one of which says otherwise"], tables, observe, "zh")
    assert [(row.region.id, row.indicator.id) for row in averaged.rows if row.indicator == AVERAGE] == [
        (id, AVERAGE.id) for id in ("jiangxi", "hebei", "shaanxi", "china")
    ]
    assert [row.region.id for row in averaged.rows if row.indicator == GROWTH] == [*PROVINCES, "china"]
    turned = said(named["gdp 2023: the other edition turns the order"], tables, observe, "zh")
    assert [row.edition for row in turned.rows] == ["census", "census", "other", "other"]


def test_a_contradicted_figure_is_part_of_no_finding(tables: Tables, observe: Observe) -> None:
    regions = dict(tables.catalogue.regions)
    rows = observed(SIGNS[0], values(11.4, 7.2, 7.6), regions, observe)
    found = compare(Held(regions, rows), Question("growth", PROVINCES))
    assert wording.finding(found, "zh", "2021年")
    assert not wording.finding(found, "zh", "2021年", disputed=rows[1:2])


def test_there_are_cases_of_every_sort() -> None:
    assert len(CASES) + len(SIDED) >= 90
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("codes", "zh", "en"),
    [
        (("360000", "130000", "610000"), "三省", "the three provinces"),
        (("360000", "450000", "610000"), "三省区", "the three provinces and autonomous regions"),
        (("360000", "110000", "610000"), "三省市", "the three provinces and municipalities"),
        (
            ("360000", "110000", "150000"),
            "三省区市",
            "the three provinces, autonomous regions and municipalities",
        ),
        (("500000", "110000", "310000"), "三直辖市", "the three municipalities"),
        (("150000", "540000", "650000"), "三自治区", "the three autonomous regions"),
    ],
)
def test_the_population_is_called_by_its_codes(
    tables: Tables, observe: Observe, codes: tuple[str, ...], zh: str, en: str
) -> None:
    """省区市 where autonomous regions and municipalities are among them: by GB/T 2260, from rules.yaml."""
    held = tables.catalogue.regions
    regions = dict(held) | {
        id: held[id].model_copy(update={"code": code}) for id, code in zip(PROVINCES, codes, strict=True)
    }
    rows = observed(SIGNS[0], values(11.4, 7.2, 7.6), regions, observe)
    found = compare(Held(regions, rows), Question("growth", PROVINCES))
    assert wording.finding(found, "zh") == f"江西居{zh}首位"
    assert wording.finding(found, "en") == f"Jiangxi highest of {en}"


# Above or below a benchmark: only by which measure


Figures = tuple[float, float]
"""A region's and the benchmark's."""


@dataclass(frozen=True)
class Sided:
    """Regions beside a benchmark: growth of both, and if it can be had the average over two years of both."""

    name: str
    pairs: tuple[tuple[str, Figures, Figures | None], ...]
    zh: str = ""
    en: str = ""
    of: Indicator = GROWTH
    periods: tuple[str, ...] = (Q1,)
    unusual: dict[str, Any] = field(default_factory=dict)


SIDED = [
    Sided("Shaanxi's first quarter", (("shaanxi", (18.9, 24.5), (7.4, 6.8)),),
          "2021年1—3月，陕西同比低于全国，两年平均高于全国",
          "Jan–Mar 2021, Shaanxi below China year on year, above China on two-year average"),
    Sided("Jiangxi's first quarter", (("jiangxi", (29.4, 24.5), (10.2, 6.8)),),
          "2021年1—3月，江西同比、两年平均增速均高于全国",
          "Jan–Mar 2021, Jiangxi above China year on year and on two-year average"),
    Sided("Hebei's first quarter", (("hebei", (17.6, 24.5), (5.8, 6.8)),),
          "2021年1—3月，河北同比、两年平均增速均低于全国",
          "Jan–Mar 2021, Hebei below China year on year and on two-year average"),
    Sided("profit, January to May", (("shaanxi", (108.7, 83.4), (20.7, 21.7)),),
          "2021年1—3月，陕西同比高于全国，两年平均低于全国",
          "Jan–Mar 2021, Shaanxi above China year on year, below China on two-year average"),
    Sided("no average", (("jiangxi", (18.5, 15.9), None),), "2021年1—3月，江西同比高于全国2.6个百分点",
          "Jan–Mar 2021, Jiangxi above China by 2.6 pp year on year"),
    Sided("level with it by both", (("shaanxi", (24.5, 24.5), (6.8, 6.8)),),
          "2021年1—3月，陕西同比、两年平均增速均与全国持平",
          "Jan–Mar 2021, Shaanxi level with China year on year and on two-year average"),
    Sided("level year on year, above on average", (("shaanxi", (24.5, 24.5), (7.4, 6.8)),),
          "2021年1—3月，陕西同比与全国持平，两年平均高于全国",
          "Jan–Mar 2021, Shaanxi level with China year on year, above China on two-year average"),
    Sided("level year on year, no average", (("shaanxi", (24.5, 24.5), None),), "2021年1—3月，陕西同比与全国持平",
          "Jan–Mar 2021, Shaanxi level with China year on year"),
    Sided("energy: a larger fall", (("hebei", (-3.1, -0.1), None),), "2021年1—3月，河北同比降幅大于全国3.0个百分点",
          of=FALL),
    Sided("both fell", (("hebei", (-4.8, -8.4), None),), "2021年1—3月，河北同比降幅小于全国3.6个百分点"),
    Sided("one fell", (("hebei", (-4.8, 8.4), None),), "2021年1—3月，河北同比下降（全国增长）",
          "Jan–Mar 2021, Hebei fell (China grew) year on year"),
    Sided("a rate is no growth", (("jiangxi", (6.2, 6.4), None),), "2021年1—3月，江西低于全国0.2个百分点", of=RATE),
    Sided("digits leave it open", (("jiangxi", (6.2, 6.2), None),), unusual={"step": Decimal(1)}),
    Sided("an open figure", (("jiangxi", (16.2, 6.2), None),), unusual={"qualifier": "over"}),
    Sided("several over one period", (("jiangxi", (29.4, 24.5), None), ("shaanxi", (18.9, 24.5), None)),
          "2021年1—3月，江西同比高于全国，陕西同比低于全国",
          "Jan–Mar 2021, Jiangxi above China year on year, Shaanxi below China year on year"),
    Sided("all above", (("jiangxi", (29.4, 24.5), None), ("shaanxi", (28.9, 24.5), None)),
          "2021年1—3月，江西、陕西同比均高于全国", "Jan–Mar 2021, Jiangxi and Shaanxi both above China year on year"),
    Sided("both agree of each", (("jiangxi", (29.4, 24.5), (10.2, 6.8)), ("hebei", (17.6, 24.5), (5.8, 6.8))),
          "2021年1—3月，江西同比、两年平均增速均高于全国，河北同比、两年平均增速均低于全国",
          "Jan–Mar 2021, Jiangxi above China year on year and on two-year average, Hebei below China year on year and on "
          "two-year average"),
    Sided("one says otherwise by the other measure",
          (("jiangxi", (29.4, 24.5), (10.2, 6.8)), ("shaanxi", (18.9, 24.5), (7.4, 6.8))),
          "2021年1—3月，江西高于全国，陕西同比低于全国，两年平均高于全国",
          "Jan–Mar 2021, Jiangxi above China, Shaanxi below China year on year, above China on two-year average"),
    Sided("one is open: told of none", (("jiangxi", (29.4, 24.5), None), ("shaanxi", (24.5, 24.5), None)),
          unusual={"shaanxi": {"step": Decimal(1)}}),
]  # fmt: skip


def beside(
    case: Sided, id: str, year: Figures, average: Figures | None, tables: Tables, observe: Observe
) -> wording.Beside:
    regions = tables.catalogue.regions
    own = case.unusual.get(id, {}) if id in case.unusual else case.unusual
    own = {key: value for key, value in own.items() if key not in PROVINCES}

    def row(region: str, value: float, of: Indicator, **unusual: Any) -> Observation:
        made = observe(region, value, period=case.periods[0], indicator=of, **unusual)
        return replace(made, region=regions[region], id=f"{region}:{of.id}")

    first, second = row(id, year[0], case.of, **own), row("china", year[1], case.of)
    over_two = (row(id, average[0], AVERAGE), row("china", average[1], AVERAGE)) if average else None
    named = GAP.model_copy(update={"unit": "百分点"})
    gap = gap_of(first, second, named) if first.exact else None
    return wording.Beside(first, second, over_two, gap)


@pytest.mark.parametrize("case", SIDED, ids=lambda case: case.name)
def test_how_regions_stand_to_their_benchmark(tables: Tables, observe: Observe, case: Sided) -> None:
    pairs = [beside(case, *one, tables, observe) for one in case.pairs]
    when = {one: wording.period(pairs[0].row.period, one) for one in ("zh", "en")}
    zh = wording.standing(pairs, "zh", when["zh"])
    en = wording.standing(pairs, "en", when["en"])
    assert zh == case.zh
    assert not case.en or en.startswith(case.en)
    assert bool(zh) == bool(en)
    assert zh.rows == en.rows
    assert not zh or {row.region.id for row in zh.rows} == {"china", *(id for id, *_ in case.pairs)}


def test_a_gap_of_unequal_decimals_is_about(tables: Tables, observe: Observe) -> None:
    """河北 −3.01 against −0.1: 降幅大于全国约2.9个百分点."""
    case = Sided("", (), of=FALL, unusual={"step": Decimal("0.01")})
    pair = beside(case, "hebei", (-3.01, -0.1), None, tables, observe)
    assert wording.standing([pair], "zh").startswith("河北同比降幅大于全国约2.9")
    assert wording.standing([pair], "en").startswith("Hebei with a larger fall than China")


def test_an_edition_that_turns_the_side_is_told(tables: Tables, observe: Observe) -> None:
    now = beside(SIDED[0], "jiangxi", (8.8, 8.1), None, tables, observe)
    then = beside(SIDED[0], "jiangxi", (8.0, 8.1), None, tables, observe)
    told = wording.standing([now], "zh", "2021年，首次发布值", editions={"最终核实值": [then]})
    assert told == "2021年，首次发布值，江西同比高于全国0.7个百分点；按最终核实值，次序不同"
    assert not wording.standing([now], "zh", disputed=[now.row])


# The project's own figures


def findings(tables: Tables) -> Iterator[tuple[Figure, str, tuple[str, ...]]]:
    """Every finding of the project's figures, for every choice of regions, in both languages."""
    regions = tables.catalogue.config.regions
    for count in range(1, len(regions) + 1):
        for some in combinations(regions, count):
            for spec in tables.catalogue.config.figures:
                for language in ("zh", "en"):
                    figure = draw(spec, tables, Choices(regions=some), language)
                    if figure.frame.finding:
                        yield figure, language, some


def test_every_finding_says_of_whom_and_when(tables: Tables) -> None:
    lacking, seen = [], 0
    config = tables.catalogue.config
    editions = [text(language) for text in config.editions.values() for language in ("zh", "en")]
    for figure, language, regions in findings(tables):
        finding, seen = figure.frame.finding, seen + 1
        dated = re.search(r"20\d\d", finding) or any(one in finding for one in editions)
        rows = [row for row in figure.drawn if not row.derived and row.region != tables.catalogue.benchmark]
        whom = {row.region.name(language) for row in rows if row.region.level == "province"}
        population = re.search(r"[两三四]省|the (two|three|four) provinces", finding)
        if not dated or not (population or all(name in finding for name in whom)):
            lacking.append(f"{figure.id} {regions}: {finding}")
    assert seen > 100
    assert not lacking, "\n".join(lacking)


def test_a_finding_of_a_list_names_its_edition(tables: Tables) -> None:
    for language, edition in (("zh", "前三批"), ("en", "batches 1–3")):
        figure = draw(tables.catalogue.figures["little_giants"], tables, Choices(), language)
        finding = figure.frame.finding
        assert edition.lower() in finding.lower(), finding


def test_a_fall_in_energy_is_no_low_use_of_it(tables: Tables) -> None:
    """河北最低 would say that Hebei uses least; what is drawn is whose use fell by most."""
    figure = draw(tables.catalogue.figures["energy"], tables, Choices(), "zh")
    assert "最低" not in figure.frame.finding
    english = draw(tables.catalogue.figures["energy"], tables, Choices(), "en")
    assert "lowest" not in english.frame.finding


def test_no_finding_calls_on_an_average_that_is_not_shown(tables: Tables) -> None:
    """With Ji'an's two-year average lacking and no low base, the panel of averages isn't drawn: then the
    finding may not speak of them, or a note must give them."""
    year = periods.parse("2021", "flow")
    rows = [row for row in tables.rows("value_added_growth") if row.period == year]
    jiangxi, shaanxi = (next(row for row in rows if row.region.id == id) for id in ("jiangxi", "shaanxi"))
    average = tables.catalogue.indicators["value_added_growth_two_year"]

    def beside(row: Observation, value: str) -> Observation:
        facts: dict[str, Any] = {"indicator": average, "value": Decimal(value), "as_printed": f"{value}%"}
        return replace(row, id=f"{row.region.id}:{average.id}:2021:made:", **facts)

    jian = replace(jiangxi, id="jian:value_added_growth:2021:made:", region=tables.catalogue.regions["jian"])
    held = Added(tables, [jian, beside(jiangxi, "7.9"), beside(shaanxi, "4.2")])
    figure = made(held, "bars", indicator="value_added_growth", period="2021")
    if "两年平均" in figure.frame.finding:
        told = figure.frame.note
        assert len(figure.panels) == 2 or all(f"{one}" in told for one in ("7.9", "4.2")), (
            figure.frame.finding
        )


class Added:
    """The tables with more published rows; of an id that comes again, the added row."""

    def __init__(self, tables: Tables, extra: Sequence[Observation]) -> None:
        self.held, self.extra = tables, extra
        self.catalogue, self.findings = tables.catalogue, tables.findings

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        more = [
            row for row in self.extra if row.indicator.id == indicator and region in (None, row.region.id)
        ]
        return (*self.held.rows(indicator, region), *more)

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return self.held.derived(indicator, region)


def test_china_disputed_where_it_is_not_drawn(tables: Tables) -> None:
    """Beside the whole country a province is only smaller, so of levels China isn't drawn; two sources that
    differ about it then don't matter."""
    enterprises = [
        row for row in tables.rows("designated_enterprises", "jiangxi") if str(row.period) == "2020-12"
    ]
    china = tables.catalogue.regions["china"]
    two = [
        replace(
            enterprises[0],
            id=f"china:designated_enterprises:2020-12:made:{number}",
            region=china,
            value=number,
        )
        for number in (Decimal(399375), Decimal(400000))
    ]
    figure = made(Added(tables, two), "bars", indicator="designated_enterprises", period="2020-12")
    assert figure.panels and "全国" not in figure.frame.note


def test_titles_and_findings_read_as_one(tables: Tables) -> None:
    """A finding stands after the title: it holds no full stop and doesn't repeat the title."""
    for figure, language, _ in findings(tables):
        finding = figure.frame.finding
        assert not finding.endswith(("。", ".", "，", ",")), finding
        assert figure.frame.title not in finding
        assert bool(re.search("[\u4e00-\u9fff]", finding)) == (language == "zh")


def test_words_of_a_hand_made_region(tables: Tables, observe: Observe) -> None:
    """Cities, one level: 三市, never a province's word."""
    regions = dict(tables.catalogue.regions)
    other = regions["jian"].model_copy(update={"id": "ganzhou", "name": Text(zh="赣州", en="Ganzhou")})
    regions["ganzhou"] = other
    regions["yichun"] = other.model_copy(update={"id": "yichun", "name": Text(zh="宜春", en="Yichun")})
    rows = [replace(observe("jian", value, period="2021"), region=regions[id], id=id)
            for id, value in (("jian", 9.1), ("ganzhou", 8.0), ("yichun", 8.5))]  # fmt: skip
    found = compare(Held(regions, rows), Question("growth", ("jian", "ganzhou", "yichun")))
    assert wording.finding(found, "zh") == "吉安居三市首位"
    assert wording.finding(found, "en") == "Ji'an highest of the three cities"
