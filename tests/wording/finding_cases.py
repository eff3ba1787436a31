"""Findings case by case: rows, and the exact sentence that is made of them in both languages, or none. How they are
asked is in ``test_findings``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Derivation
from industry.vocabulary.strict_record import Text
from tests.books import source
from tests.conftest import GROWTH, indicator, words

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
FIRST_EN = "in 2021, Jiangxi highest of the three provinces"
TWO = "2021年，江西高于河北"
TWO_EN = "in 2021, Jiangxi above Hebei"
BOTH = "2021年1—3月，江西同比、两年平均增速均居三省首位"
BOTH_EN = "in Jan–Mar 2021, Jiangxi highest of the three provinces year on year and on two-year average"
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
         "in 2021, the three provinces all fell, Shaanxi with the smallest fall"),
    Case("one grew, two fell: no superlative across signs", values(0.2, -4.8, -3.0), "2021年，江西增长，河北、陕西下降",
         "in 2021, Jiangxi grew, Hebei and Shaanxi fell"),
    Case("growth, none and a fall", values(1.0, 0.0, -3.0), "2021年，江西增长，河北持平，陕西下降",
         "in 2021, Jiangxi grew, Hebei unchanged, Shaanxi fell"),
    Case("none and falls", values(0.0, -0.1, -3.0), "2021年，江西持平，河北、陕西下降",
         "in 2021, Jiangxi unchanged, Hebei and Shaanxi fell"),
    Case("none at all", values(0.0, 0.0, 0.0), "2021年，三省均持平", "in 2021, the three provinces all unchanged"),
    Case("two fell", values(-1.0, -3.0), "2021年，两省均下降，江西降幅小于河北",
         "in 2021, the two provinces both fell, Jiangxi with a smaller fall than Hebei"),
    Case("two fell alike", values(-3.0, -3.0), "2021年，两省均下降，降幅相同",
         "in 2021, the two provinces both fell, with the same fall"),
    Case("two fell least", values(-1.0, -3.0, -1.0), "2021年，三省均下降，江西、陕西降幅并列最小",
         "in 2021, the three provinces all fell, Jiangxi and Shaanxi tied with the smallest fall"),
    Case("all fell, by how much is open", (("jiangxi", -6, COARSE), ("hebei", -6.4, {})), "2021年，两省均下降",
         "in 2021, the two provinces both fell"),
    Case("two of two signs", values(-3.0, 1.0), "2021年，河北增长，江西下降", "in 2021, Hebei grew, Jiangxi fell"),
    Case("profit: net losses", values(-50, -80, -20), "2021年，三省均为净亏损，陕西净亏损额最小",
         "in 2021, the three provinces all with a net loss, Shaanxi with the smallest net loss", of=PROFIT),
    Case("profit and losses", values(50, -80, -20), "2021年，江西为正值，河北、陕西为净亏损",
         "in 2021, Jiangxi above zero, Hebei and Shaanxi with a net loss", of=PROFIT),
    Case("two losses", values(-50, -80), "2021年，两省均为净亏损，江西净亏损额小于河北",
         "in 2021, the two provinces both with a net loss, Jiangxi with a smaller net loss than Hebei", of=PROFIT),
    Case("a level below zero without a name", values(-50, -80, -20), "2021年，三省均为负值，陕西绝对值最小",
         "in 2021, the three provinces all below zero, Shaanxi with the smallest absolute value", of=LEVEL),
    Case("nought of an amount", values(50, 0, 20), "2021年，江西、陕西为正值，河北为零",
         "in 2021, Jiangxi and Shaanxi above zero, Hebei at zero", of=COUNT),
    Case("gaps of one period", values(1.8, -4.0, -2.0), "2021年，江西为正值，河北、陕西为负值",
         "in 2021, Jiangxi above zero, Hebei and Shaanxi below zero", of=GAP),
    Case("changes", values(1.8, 0.4, 2.0), "2021年，三省均上升，陕西升幅最大",
         "in 2021, the three provinces all rose, Shaanxi with the largest rise", of=CHANGE),
]  # fmt: skip
WHOM = [
    Case("run of months", values(12.2, 5.2, 7.2), "2021年1—11月，江西居三省首位",
         "in Jan–Nov 2021, Jiangxi highest of the three provinces", period="2021-01/2021-11"),
    Case("one month", values(8.2, 5.2, 7.2), "2020年10月，江西居三省首位",
         "in Oct 2020, Jiangxi highest of the three provinces", period="2020-10"),
    Case("end of a year", values(13710, 13263, 7145), "2020年末，江西居三省首位",
         "at the end of 2020, Jiangxi highest of the three provinces", of=STOCK, period="2020-12"),
    Case("outside the window", values(11.4, 7.2, 7.6), period="2022"),
    Case("a run of years", values(8.4, 5.2, 6.1), "2016—2020年，江西居三省首位",
         "in 2016–2020, Jiangxi highest of the three provinces", period="2016/2020"),
    Case("level", values(982, 1273.2, 1196.6), "2021年，河北居三省首位",
         "in 2021, Hebei highest of the three provinces", of=LEVEL),
    Case("share", values(36.0, 21.0, 25.0), FIRST, FIRST_EN, of=SHARE),
    Case("a place is no amount", values(8, 11, 20), of=RANK),
    Case("two provinces: no superlative", values(11.4, 7.2), TWO, TWO_EN),
    Case("two amounts", values(13710, 7145), "2020年末，江西多于河北", "at the end of 2020, Jiangxi above Hebei", of=STOCK,
         period="2020-12"),
    Case("one region only", values(11.4)),
    Case("none", (nation(9.6),)),
    Case("one province and the country", (("jiangxi", 11.4, {}), nation(9.6)), "2021年，江西高于全国", "in 2021, Jiangxi above China"),
    Case("a city and its province", (("jiangxi", 23.6, {}), city(24.6)), "2021年，吉安高于江西", "in 2021, Ji'an above Jiangxi"),
    Case("another period is not counted", (*values(11.4, 7.2), ("shaanxi", 18.9, {"period": Q1})), TWO, TWO_EN),
    Case("nobody shares a period", (("jiangxi", 18.5, {"period": "2021-01/2021-06"}),
         ("hebei", 4.8, {"period": "2021-01/2021-10"}), ("shaanxi", 7.2, {"period": "2021-01/2021-09"}))),
    Case("another edition is not counted", (*values(11.4, 7.2, edition="final"), ("shaanxi", 17.6, {})),
         "2021年，final，江西高于河北", "in 2021, final, Jiangxi above Hebei"),
    Case("period inferred", (*values(11.4), ("hebei", 7.2, {"inferred": frozenset({"period"})}))),
    Case("scope inferred", (*values(11.4), ("hebei", 7.2, {"inferred": frozenset({"scope"})}))),
    Case("a target is no figure", (*values(11.4), ("hebei", 7.2, {"status": "target"}))),
    Case("targets only", values(11.4, 7.2, 7.6, status="target")),
    Case("lists of other editions", (("hebei", 202, {"edition": "batches_1_3"}),
         ("jiangxi", 35, {"edition": "batches_1_2"})), of=LIST),
    Case("lists of no stated edition and of other dates", (("hebei", 202, {"period": "2021-11"}),
         ("jiangxi", 35, {"period": "2020-12"})), of=LIST),
    Case("the period asked for", (*values(11.4, 7.2), *values(29.4, 37.6, period="2020")), "2020年，河北高于江西",
         "in 2020, Hebei above Jiangxi", asked={"period": "2020"}),
]  # fmt: skip
LESS_IS_BETTER = [
    Case("less is better: no 最低", values(2.1, 3.4, 2.9), "2021年，江西低于河北、陕西",
         "in 2021, Jiangxi below Hebei and Shaanxi", of=LESS),
    Case("fewer are better: no 最少", values(210, 340, 290), "2021年，江西少于河北、陕西",
         "in 2021, Jiangxi below Hebei and Shaanxi", of=FEWER),
    Case("two with the least", values(2.1, 2.1, 2.9), "2021年，江西、河北相同，均低于陕西",
         "in 2021, Jiangxi and Hebei level with one another, both below Shaanxi", of=LESS),
    Case("energy: falls", values(-2.27, -3.01, -1.89, step=Decimal("0.01")),
         "2020年，三省均下降，河北降幅最大",
         "in 2020, the three provinces all fell, Hebei with the largest fall", of=FALL, period="2020"),
    Case("energy: falls beside the country's",
         (*values(-2.27, -3.01, -1.89, step=Decimal("0.01")), nation(-0.1)),
         "2020年，三省均下降，河北降幅最大；三省降幅均大于全国",
         "in 2020, the three provinces all fell, Hebei with the largest fall; the three provinces all with a larger fall "
         "than China", of=FALL, period="2020"),
    Case("energy: it rose", values(2.2, 3.0, 1.8), "2021年，三省均上升，陕西升幅最小",
         "in 2021, the three provinces all rose, Shaanxi with the smallest rise", of=FALL),
]  # fmt: skip
NATION = [
    Case("all above", (*values(11.4, 7.2, 7.6), nation(6.0)), "2021年，江西居三省首位；三省均高于全国",
         "in 2021, Jiangxi highest of the three provinces; the three provinces all above China"),
    Case("some above", (*values(11.4, 7.2, 7.6), nation(9.6)), "2021年，江西居三省首位；江西高于全国，河北、陕西低于全国",
         "in 2021, Jiangxi highest of the three provinces; Jiangxi above China, Hebei and Shaanxi below China"),
    Case("two on either side of it", (*values(11.4, 7.2), nation(9.6)), "2021年，江西高于河北；江西高于全国，河北低于全国",
         "in 2021, Jiangxi above Hebei; Jiangxi above China, Hebei below China"),
    Case("two above it", (*values(11.4, 7.2), nation(6.0)), "2021年，江西高于河北；两省均高于全国",
         "in 2021, Jiangxi above Hebei; the two provinces both above China"),
    Case("level with it", (*values(9.6, 7.2), nation(9.6)), "2021年，江西高于河北；江西与全国持平，河北低于全国",
         "in 2021, Jiangxi above Hebei; Jiangxi level with China, Hebei below China"),
    Case("open for one: the country is told beside none", (("jiangxi", 10, COARSE), *values(0, 7.2)[1:], nation(9.6)),
         TWO, TWO_EN),
    Case("the country fell", (*values(1.4, 7.2), nation(-1.6)),
         "2021年，河北高于江西；两省均增长（全国下降）",
         "in 2021, Hebei above Jiangxi; the two provinces both grew (China fell)"),
    Case("falls of two sizes", (*values(-1.4, -7.2), nation(-3.6)),
         "2021年，两省均下降，江西降幅小于河北；江西降幅小于全国，河北降幅大于全国",
         "in 2021, the two provinces both fell, Jiangxi with a smaller fall than Hebei; Jiangxi with a smaller fall than "
         "China, Hebei with a larger fall than China"),
    Case("two sources differ about the country", (*values(11.4, 7.2, 7.6), nation(9.6),
         nation(9.5, source=source("another"))), FIRST, FIRST_EN),
    Case("a country's figure that is open", (*values(11.4, 7.2, 7.6), nation(9.6, qualifier="over")), FIRST, FIRST_EN),
]  # fmt: skip
CITIES = [
    Case("a city is in neither order nor count, and told beside its province", (*values(11.4, 7.2, 7.6), city(24.6)),
         "2021年，江西居三省首位，吉安高于江西", "in 2021, Jiangxi highest of the three provinces, Ji'an above Jiangxi"),
    Case("a city whose province isn't drawn: of all or of none", (*values(11.4, 7.2, 7.6)[1:], city(24.6))),
    Case("a city without its province, beside the country", (*values(11.4, 7.2, 7.6)[1:], city(24.6), nation(9.6)),
         "2021年，陕西高于河北；河北、陕西低于全国，吉安高于全国",
         "in 2021, Shaanxi above Hebei; Hebei and Shaanxi below China, Ji'an above China"),
    Case("a city that fell", (*values(11.4, 7.2, 7.6), city(-2.0)), "2021年，江西、河北、陕西增长，吉安下降",
         "in 2021, Jiangxi, Hebei and Shaanxi grew, Ji'an fell"),
    Case("all fell, a city too", (*values(-1.4, -7.2, -7.6), city(-2.0)),
         "2021年，江西、河北、陕西、吉安均下降，江西降幅在三省中最小，吉安降幅大于江西",
         "in 2021, Jiangxi, Hebei, Shaanxi and Ji'an all fell, Jiangxi with the smallest fall of the three provinces, Ji'an with a larger fall than "
         "Jiangxi"),
    Case("an open figure of a city", (*values(11.4, 7.2, 7.6), city(24.6, qualifier="over"))),
    Case("an amount of a city is a part of its province's", (*values(13710, 13263, 7145), city(1624)),
         "2020年末，江西居三省首位", "at the end of 2020, Jiangxi highest of the three provinces", of=STOCK, period="2020-12"),
]  # fmt: skip
DIGITS = [
    Case("tie of two", values(11.4, 7.2, 11.4), "2021年，江西、陕西并列居三省首位",
         "in 2021, Jiangxi and Shaanxi tied highest of the three provinces"),
    Case("tie of all", values(7.2, 7.2, 7.2), "2021年，三省相同", "in 2021, the three provinces level with one another"),
    Case("tie of both", values(7.2, 7.2), "2021年，两省相同", "in 2021, the two provinces level with one another"),
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
         "in Jan–Mar 2021, Jiangxi highest of the three provinces year on year, Shaanxi highest of the three provinces on "
         "two-year average", period=Q1, marked=True,
         averages=(("jiangxi", 5.0), ("hebei", 5.8), ("shaanxi", 7.4))),
    Case("the averages tie", values(29.4, 17.6, 18.9),
         "2021年1—3月，江西同比居三省首位，江西、陕西两年平均并列居三省首位",
         "in Jan–Mar 2021, Jiangxi highest of the three provinces year on year, Jiangxi and Shaanxi tied highest of the three "
         "provinces on two-year average", period=Q1, marked=True,
         averages=(("jiangxi", 7.4), ("hebei", 5.8), ("shaanxi", 7.4))),
    Case("no averages, a marked base: no superlative", values(29.4, 17.6, 18.9), period=Q1, marked=True),
    Case("one average lacking", values(29.4, 17.6, 18.9), period=Q1, marked=True, averages=THREE[:2]),
    Case("a marked base and no averages, two signs", values(29.4, -17.6, 18.9),
         "2021年1—3月，江西、陕西同比增长，河北同比下降",
         "in Jan–Mar 2021, Jiangxi and Shaanxi grew year on year, Hebei fell year on year", period=Q1, marked=True),
    Case("a marked base and no averages, beside the country", (*values(67.3, 114, 108.7), nation(83.4)),
         "2021年1—3月，江西同比低于全国，河北、陕西同比高于全国",
         "in Jan–Mar 2021, Jiangxi below China year on year, Hebei and Shaanxi above China year on year",
         period=Q1, marked=True),
    Case("profit, January to May 2021: one average that says otherwise",
         (*values(67.3, 114, 108.7), nation(83.4)),
         "2021年1—5月，江西同比低于全国，河北同比高于全国，陕西同比高于全国，两年平均低于全国",
         "in Jan–May 2021, Jiangxi below China year on year, Hebei above China year on year, Shaanxi above China year on "
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
         "in 2021, Jiangxi highest of the three provinces year on year, Shaanxi highest of the three provinces on "
         "two-year average", averages=(("jiangxi", 5.0), ("hebei", 5.8), ("shaanxi", 7.4))),
    Case("fell by the year, grew over two", values(-1.4, -7.2), "2021年，两省同比均下降，江西同比降幅小于河北，两年平均高于河北",
         "in 2021, the two provinces both fell year on year, Jiangxi with a smaller fall than Hebei year on year, above "
         "Hebei on two-year average", averages=(("jiangxi", 5.0), ("hebei", 3.8))),
]  # fmt: skip
EDITIONS = [
    Case("gdp 2023: the other edition turns the order", (("jiangxi", 34000.1, {"edition": "census"}),
         ("shaanxi", 33976.5, {"edition": "census"})), "2021年，census，江西多于陕西；按首次发布值，次序不同",
         "in 2021, census, Jiangxi above Shaanxi; the order differs by 首次发布值", of=LEVEL,
         held=(("jiangxi", 32200.1), ("shaanxi", 33786.1))),
    Case("gdp 2023, the other way round", (("jiangxi", 32200.1, {"edition": "first"}),
         ("shaanxi", 33786.1, {"edition": "first"})), "2021年，first，陕西多于江西；按首次发布值，次序不同",
         "in 2021, first, Shaanxi above Jiangxi; the order differs by 首次发布值", of=LEVEL,
         held=(("jiangxi", 34000.1), ("shaanxi", 33976.5))),
    Case("another edition with the same order", (("jiangxi", 34000.1, {"edition": "census"}),
         ("shaanxi", 33976.5, {"edition": "census"})), "2021年，census，江西多于陕西",
         "in 2021, census, Jiangxi above Shaanxi", of=LEVEL, held=(("jiangxi", 33900.1), ("shaanxi", 33786.1))),
    Case("another edition of one region alone", (("jiangxi", 34000.1, {"edition": "census"}),
         ("shaanxi", 33976.5, {"edition": "census"})), "2021年，census，江西多于陕西",
         "in 2021, census, Jiangxi above Shaanxi", of=LEVEL, held=(("jiangxi", 32200.1),)),
]  # fmt: skip
CASES = [*SIGNS, *WHOM, *LESS_IS_BETTER, *NATION, *CITIES, *DIGITS, *OPEN, *TWO_YEARS, *EDITIONS]
