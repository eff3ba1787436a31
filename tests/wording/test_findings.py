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
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue, Config, Indicator, Region
from industry.vocabulary.observation import Derivation, Observation
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
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
AVERAGE = indicator("two_year", measure="growth_two_year_average", two_year_average_of="growth")


class Held:
    """Rows under a catalogue of their own, with the project's names of regions."""

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return ()

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
    """Rows (region, value, what is unusual), and the sentence expected of them."""

    name: str
    rows: tuple[Row, ...]
    zh: str = ""
    en: str = ""
    of: Indicator = GROWTH
    period: str = "2021"
    low_base: bool = False
    averages: tuple[tuple[str, float], ...] | None = None
    asked: dict[str, Any] = field(default_factory=dict)


def values(*numbers: float, **unusual: Any) -> tuple[Row, ...]:
    """Figures of Jiangxi, Hebei, Shaanxi, in this order; all with the same that is unusual."""
    return tuple((id, value, unusual) for id, value in zip(PROVINCES, numbers, strict=False))


TOP_THREE = "2021年，所比三省中江西最高"
TOP_THREE_EN = "2021, Jiangxi highest of the three provinces compared"
BOTH = "2021年1—3月，所比三省中同比与两年平均均为江西最高"
BOTH_EN = "Jan–Mar 2021, Jiangxi highest of the three provinces compared year on year and on two-year average"
THREE = (("jiangxi", 10.2), ("hebei", 5.8), ("shaanxi", 7.4))

CASES = [
    # sign
    Case("positive", values(11.4, 7.2, 7.6), TOP_THREE, TOP_THREE_EN),
    Case("negative, the least fall is highest", values(-1.0, -4.8, -3.0), TOP_THREE, TOP_THREE_EN),
    Case("of both signs", values(-1.0, 0.8, 1.0), "2021年，所比三省中陕西最高",
         "2021, Shaanxi highest of the three provinces compared"),
    Case("zero and below", values(0.0, -0.1, -3.0), TOP_THREE, TOP_THREE_EN),
    # period
    Case("run of months", values(12.2, 5.2, 7.2), "2021年1—11月，所比三省中江西最高",
         "Jan–Nov 2021, Jiangxi highest of the three provinces compared", period="2021-01/2021-11"),
    Case("one month", values(8.2, 5.2, 7.2), "2020年10月，所比三省中江西最高",
         "Oct 2020, Jiangxi highest of the three provinces compared", period="2020-10"),
    Case("end of a year", values(13710, 13263, 7145), "2020年末，所比三省中江西最多",
         "end of 2020, Jiangxi highest of the three provinces compared", of=STOCK, period="2020-12"),
    Case("end of a month", values(14369, 13263, 7145), "2021年5月末，所比三省中江西最多",
         "end of May 2021, Jiangxi highest of the three provinces compared", of=STOCK, period="2021-05"),
    Case("outside the window", values(11.4, 7.2, 7.6), period="2022"),
    Case("a run of years", values(8.4, 5.2, 6.1), period="2016/2020"),
    # unit and measure
    Case("level", values(982, 1273.2, 1196.6), "2021年，所比三省中河北最多",
         "2021, Hebei highest of the three provinces compared", of=LEVEL),
    Case("count", values(32, 31, 23), "2021年，所比三省中江西最多",
         "2021, Jiangxi highest of the three provinces compared", of=COUNT),
    Case("share", values(36.0, 21.0, 25.0), TOP_THREE, TOP_THREE_EN, of=SHARE),
    Case("gap over one period", values(1.8, -4.0, -2.0), TOP_THREE, TOP_THREE_EN, of=GAP),
    Case("rank: a smaller number is no lower place", values(8, 11, 20), of=RANK),
    # better
    Case("less is better", values(2.1, 3.4, 2.9), "2021年，所比三省中江西最低",
         "2021, Jiangxi lowest of the three provinces compared", of=LESS),
    Case("fewer are better", values(210, 340, 290), "2021年，所比三省中江西最少",
         "2021, Jiangxi lowest of the three provinces compared", of=FEWER),
    Case("a fall is told as a fall, not as a low level", values(-2.27, -3.01, -1.89, step=Decimal("0.01")),
         "2020年，所比三省中河北降幅最大", "2020, Hebei fell most of the three provinces compared",
         of=FALL, period="2020"),
    # population
    Case("two provinces", values(11.4, 7.2), "2021年，所比两省中江西最高",
         "2021, Jiangxi highest of the two provinces compared"),
    Case("one region only", values(11.4)),
    Case("none", (("china", 9.6, {}),)),
    Case("one province and the country", (("jiangxi", 11.4, {}), ("china", 9.6, {}))),
    Case("the country is no competitor", (*values(11.4, 7.2, 7.6), ("china", 19.6, {})), TOP_THREE, TOP_THREE_EN),
    Case("a city among provinces is in neither order nor count", (*values(11.4, 7.2, 7.6), ("jian", 24.6, {})),
         TOP_THREE, TOP_THREE_EN),
    Case("a city and its province", (("jiangxi", 23.6, {}), ("jian", 24.6, {}))),
    Case("a city below two provinces", (*values(11.4, 7.2), ("jian", 1.0, {})), "2021年，所比两省中江西最高",
         "2021, Jiangxi highest of the two provinces compared"),
    # ties
    Case("tie of two", values(11.4, 7.2, 11.4), "2021年，所比三省中江西、陕西并列最高",
         "2021, Jiangxi, Shaanxi tie for highest of the three provinces compared"),
    Case("tie of all", values(7.2, 7.2, 7.2)),
    Case("tie of both", values(7.2, 7.2)),
    Case("tie for the least", values(2.1, 2.1, 2.9), "2021年，所比三省中江西、河北并列最低",
         "2021, Jiangxi, Hebei tie for lowest of the three provinces compared", of=LESS),
    Case("tie below the first", values(11.4, 7.2, 7.2), TOP_THREE, TOP_THREE_EN),
    Case("digits that leave it open: 6 and 6.4", (("jiangxi", 6, {"step": Decimal(1)}), ("hebei", 6.4, {}))),
    Case("digits that leave it open: 1.4万 and 13710",
         (("jiangxi", 13710, {"step": Decimal(1)}), ("hebei", 14000, {"step": Decimal(1000), "scale": 10000})),
         of=STOCK, period="2020-12"),
    Case("coarse digits that settle it", (("jiangxi", 9, {"step": Decimal(1)}), ("hebei", 6.4, {})),
         "2021年，所比两省中江西最高", "2021, Jiangxi highest of the two provinces compared"),
    # verdicts
    Case("another period is not counted", (*values(11.4, 7.2), ("shaanxi", 18.9, {"period": Q1})),
         "2021年，所比两省中江西最高", "2021, Jiangxi highest of the two provinces compared"),
    Case("nobody shares a period", (("jiangxi", 18.5, {"period": "2021-01/2021-06"}),
         ("hebei", 4.8, {"period": "2021-01/2021-10"}), ("shaanxi", 7.2, {"period": "2021-01/2021-09"}))),
    Case("another edition is not counted", (*values(11.4, 7.2, edition="final"), ("shaanxi", 17.6, {})),
         "2021年，所比两省中江西最高", "2021, Jiangxi highest of the two provinces compared"),
    Case("period inferred", (*values(11.4), ("hebei", 7.2, {"inferred": frozenset({"period"})}))),
    Case("scope inferred", (*values(11.4), ("hebei", 7.2, {"inferred": frozenset({"scope"})}))),
    Case("denominator inferred", (*values(36.0), ("hebei", 21.0, {"inferred": frozenset({"denominator"})})), of=SHARE),
    Case("indicator inferred", (*values(11.4), ("hebei", 7.2, {"inferred": frozenset({"indicator"})}))),
    Case("a target is no figure", (*values(11.4), ("hebei", 7.2, {"status": "target"}))),
    Case("a forecast is no figure", (*values(11.4), ("hebei", 7.2, {"status": "forecast"}))),
    Case("targets only", values(11.4, 7.2, 7.6, status="target")),
    # qualifiers
    Case("over, above the first", (*values(7000, 6000), ("shaanxi", 8000, {"qualifier": "over"})),
         of=STOCK, period="2020-12"),
    Case("at least, below the first, may be more", (*values(7000, 6000), ("shaanxi", 5000, {"qualifier": "at_least"})),
         of=STOCK, period="2020-12"),
    Case("about as many as the first", (*values(7000, 6000), ("shaanxi", 7000, {"qualifier": "about"})),
         of=STOCK, period="2020-12"),
    Case("nearly as many as the first", (*values(7000, 6000), ("shaanxi", 7000, {"qualifier": "nearly"})),
         of=STOCK, period="2020-12"),
    Case("one exact among open", (*values(7000), ("hebei", 6000, {"qualifier": "over"}),
         ("shaanxi", 5000, {"qualifier": "over"})), of=STOCK, period="2020-12"),
    Case("all open", values(11.4, 7.2, 7.6, qualifier="over")),
    Case("a range", (*values(7.0), ("hebei", 5.0, {"value_to": Decimal(10)}))),
    # disputes
    Case("the first is disputed", (*values(11.4, 7.2, 7.6), ("jiangxi", 6.0, {"source": source("another")}))),
    Case("another ranked one is disputed", (*values(11.4, 7.2, 7.6), ("hebei", 12.0, {"source": source("another")}))),
    Case("two sources agree", (*values(11.4, 7.2, 7.6), ("jiangxi", 11.4, {"source": source("another")})),
         TOP_THREE, TOP_THREE_EN),
    Case("the country's figure is disputed, theirs is not",
         (*values(11.4, 7.2, 7.6), ("china", 9.6, {}), ("china", 9.5, {"source": source("another")})),
         TOP_THREE, TOP_THREE_EN),
    # low base and two-year averages
    Case("low base, averages agree", values(29.4, 17.6, 18.9), BOTH, BOTH_EN, period=Q1, low_base=True, averages=THREE),
    Case("low base, averages disagree", values(29.4, 17.6, 18.9), period=Q1, low_base=True,
         averages=(("jiangxi", 5.0), ("hebei", 5.8), ("shaanxi", 7.4))),
    Case("low base, averages tie", values(29.4, 17.6, 18.9), period=Q1, low_base=True,
         averages=(("jiangxi", 7.4), ("hebei", 5.8), ("shaanxi", 7.4))),
    Case("low base, no averages", values(29.4, 17.6, 18.9), period=Q1, low_base=True),
    Case("low base, one average lacking", values(29.4, 17.6, 18.9), period=Q1, low_base=True, averages=THREE[:2]),
    Case("low base, the second's average lacking", values(29.4, 17.6), period=Q1, low_base=True, averages=THREE[:1]),
    Case("low base, both tie alike", values(29.4, 17.6, 29.4),
         "2021年1—3月，所比三省中同比与两年平均均为江西、陕西并列最高",
         "Jan–Mar 2021, Jiangxi, Shaanxi tie for highest of the three provinces compared year on year and on "
         "two-year average",
         period=Q1, low_base=True, averages=(("jiangxi", 7.4), ("hebei", 5.8), ("shaanxi", 7.4))),
    Case("low base, averages whose digits leave it open", values(29.4, 17.6), period=Q1, low_base=True,
         averages=(("jiangxi", 7.44), ("hebei", 7.41))),
    Case("no low base, averages agree", values(11.4, 7.2, 7.6),
         "2021年，所比三省中同比与两年平均均为江西最高",
         "2021, Jiangxi highest of the three provinces compared year on year and on two-year average",
         averages=THREE),
    Case("no low base, averages disagree", values(11.4, 7.2, 7.6),
         averages=(("jiangxi", 5.0), ("hebei", 5.8), ("shaanxi", 7.4))),
    # lists
    Case("lists of other editions", (("hebei", 202, {"edition": "batches_1_3"}),
         ("jiangxi", 35, {"edition": "batches_1_2"})), of=LIST),
    Case("lists of no stated edition and of other dates", (("hebei", 202, {"period": "2021-11"}),
         ("jiangxi", 35, {"period": "2020-12"})), of=LIST),
    # what is asked for
    Case("the period asked for", (*values(11.4, 7.2), *values(29.4, 37.6, period="2020")),
         "2020年，所比两省中河北最高", "2020, Hebei highest of the two provinces compared", asked={"period": "2020"}),
    Case("a period asked for that nobody shares", values(11.4, 7.2), asked={"period": "2019"}),
]  # fmt: skip


def rows_of(case: Case, regions: dict[str, Region], observe: Observe) -> list[Observation]:
    found = []
    for number, (id, value, unusual) in enumerate(case.rows):
        facts = {"period": case.period, "indicator": case.of, "id": f"{id}:{number}"} | unusual
        found.append(replace(observe(id, value, **facts), region=regions[id]))
    return found


def said(case: Case, tables: Tables, observe: Observe, language: str) -> str:
    """The finding of a case, by way of `compare`."""
    regions = dict(tables.catalogue.regions)
    rows = rows_of(case, regions, observe)
    averages = [
        replace(observe(id, value, period=case.period, indicator=AVERAGE), region=regions[id])
        for id, value in case.averages or ()
    ]
    found = compare(Held(regions, rows), Question(case.of.id, ALL[:-1], **case.asked))
    return wording.finding(found, language, case.low_base, averages)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_finding(tables: Tables, observe: Observe, case: Case) -> None:
    assert said(case, tables, observe, "zh") == case.zh
    assert said(case, tables, observe, "en") == case.en


def test_there_are_cases_of_every_sort() -> None:
    assert len(CASES) + len(GAPS) >= 40
    assert len({case.name for case in CASES}) == len(CASES)


# Above or below a benchmark: only by which measure


@dataclass(frozen=True)
class Sided:
    """Two gaps, the second of the two-year averages if there is one, each a value or low, value, high."""

    name: str
    year: float | tuple[float, float, float]
    average: float | tuple[float, float, float] | None
    zh: str
    en: str
    region: str = "shaanxi"
    to: str = "china"
    period: str = Q1


GAPS = [
    Sided("Shaanxi's first quarter", -5.6, 0.6, "2021年1—3月陕西同比低于全国，两年平均高于全国",
          "Shaanxi, Jan–Mar 2021: below China year on year, above on two-year average"),
    Sided("Jiangxi's first quarter", 4.9, 3.4, "2021年1—3月江西同比与两年平均均高于全国",
          "Jiangxi, Jan–Mar 2021: above China year on year and on two-year average", region="jiangxi"),
    Sided("Hebei's first quarter", -6.9, -1.0, "2021年1—3月河北同比与两年平均均低于全国",
          "Hebei, Jan–Mar 2021: below China year on year and on two-year average", region="hebei"),
    Sided("above, then below", 2.6, -0.3, "2021年1—3月江西同比高于全国，两年平均低于全国",
          "Jiangxi, Jan–Mar 2021: above China year on year, below on two-year average", region="jiangxi"),
    Sided("no average", 2.6, None, "2021年1—6月江西同比高于全国", "Jiangxi, Jan–Jun 2021: above China year on year",
          region="jiangxi", period="2021-01/2021-06"),
    Sided("no average, below", -6.1, None, "2021年1—10月河北同比低于全国",
          "Hebei, Jan–Oct 2021: below China year on year", region="hebei", period="2021-01/2021-10"),
    Sided("level with it by both", 0.0, 0.0, "2021年1—3月陕西同比与两年平均均持平于全国",
          "Shaanxi, Jan–Mar 2021: level with China year on year and on two-year average"),
    Sided("level year on year, above on average", 0.0, 0.6, "2021年1—3月陕西同比持平于全国，两年平均高于全国",
          "Shaanxi, Jan–Mar 2021: level with China year on year, above on two-year average"),
    Sided("level year on year, no average", 0.0, None, "2021年1—3月陕西同比持平于全国",
          "Shaanxi, Jan–Mar 2021: level with China year on year"),
    Sided("digits leave the year on year open", (-0.05, 0.04, 0.15), 0.6, "", ""),
    Sided("digits leave the average open", -5.6, (-0.05, 0.04, 0.15), "2021年1—3月陕西同比低于全国",
          "Shaanxi, Jan–Mar 2021: below China year on year"),
    Sided("digits settle it", (4.25, 4.3, 4.35), None, "2021年1—4月吉安同比高于全国",
          "Ji'an, Jan–Apr 2021: above China year on year", region="jian", period="2021-01/2021-04"),
    Sided("a city and its province", 1.0, None, "2021年1—4月吉安同比高于江西",
          "Ji'an, Jan–Apr 2021: above Jiangxi year on year", region="jian", to="jiangxi", period="2021-01/2021-04"),
    Sided("the whole year", -2.0, -1.7, "2021年陕西同比与两年平均均低于全国",
          "Shaanxi, 2021: below China year on year and on two-year average", period="2021"),
]  # fmt: skip


def gap_of(
    case: Sided, number: float | tuple[float, float, float], tables: Tables, observe: Observe
) -> Observation:
    low, value, high = number if isinstance(number, tuple) else (number, number, number)
    row = observe(case.region, value, period=case.period, indicator=GAP)
    derivation = Derivation("gap", (), Decimal(str(low)), Decimal(str(high)))
    return replace(row, region=tables.catalogue.regions[case.region], derivation=derivation)


@pytest.mark.parametrize("case", GAPS, ids=lambda case: case.name)
def test_gap_finding(tables: Tables, observe: Observe, case: Sided) -> None:
    year = gap_of(case, case.year, tables, observe)
    average = None if case.average is None else gap_of(case, case.average, tables, observe)
    region, to = (tables.catalogue.regions[id] for id in (case.region, case.to))
    assert wording.gap_finding(region, to, year, average, "zh") == case.zh
    assert wording.gap_finding(region, to, year, average, "en") == case.en


def test_a_published_gap_has_a_side_too(tables: Tables, observe: Observe) -> None:
    """A gap as printed has no interval of terms: its own last digit is what it leaves open."""
    regions = tables.catalogue.regions
    row = replace(observe("jiangxi", 6, indicator=GAP, step=Decimal(1)), region=regions["jiangxi"])
    assert wording.gap_finding(regions["jiangxi"], regions["china"], row, None, "zh") == (
        "2021年1—6月江西同比高于全国"
    )
    nought = replace(row, value=Decimal("0.0"), step=Decimal("0.1"))
    assert wording.gap_finding(regions["jiangxi"], regions["china"], nought, None, "zh") == (
        "2021年1—6月江西同比持平于全国"
    )


# The project's own figures

FORBIDDEN = re.compile(r"居首|跑赢|领先|第一|冠|outperform|\bfirst\b|\blead|\bbest\b|\bwin")


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
    for figure, language, regions in findings(tables):
        finding, seen = figure.frame.finding, seen + 1
        config = tables.catalogue.config
        editions = [text(language) for text in config.editions.values()]
        dated = re.search(r"20\d\d", finding) or any(one in finding for one in editions)
        names = [one.name(language) for one in tables.catalogue.regions.values()]
        population = re.search(
            r"所比[两三四][省市]中|of the (two|three|four) (provinces|cities) compared", finding
        )
        aimed = re.search(r"[高低]于|持平于|: (above|below|level with) ", finding)
        if not dated or not any(one in finding for one in names) or not (population or aimed):
            lacking.append(f"{figure.id} {regions}: {finding}")
        assert not FORBIDDEN.search(finding), finding
    assert seen
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
    """Two cities, one level: 所比两市中, never a province's word."""
    regions = dict(tables.catalogue.regions)
    other = regions["jian"].model_copy(update={"id": "ganzhou", "name": Text(zh="赣州", en="Ganzhou")})
    regions["ganzhou"] = other
    rows = [replace(observe("jian", value, period="2021"), region=regions[id], id=id)
            for id, value in (("jian", 9.1), ("ganzhou", 8.0))]  # fmt: skip
    found = compare(Held(regions, rows), Question("growth", ("jian", "ganzhou")))
    assert wording.finding(found, "zh") == "2021年，所比两市中吉安最高"
    assert wording.finding(found, "en") == "2021, Ji'an highest of the two cities compared"
