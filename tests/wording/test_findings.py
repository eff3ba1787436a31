"""What may be said of the marks drawn, case by case in both languages: the exact sentence, or nothing.

Each of ``finding_cases`` is a question asked of a few rows, so that lock, verdict and wording are tried together.
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
from industry.rules.arithmetic.derived import gap_of
from industry.rules.comparison import Question, compare
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue, Indicator, Region
from industry.vocabulary.configuration import Config
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from industry.wording.said import Said
from tests.conftest import GROWTH, world
from tests.figures.specs import made, once
from tests.wording.finding_cases import (
    ALL,
    AVERAGE,
    CASES,
    FALL,
    GAP,
    PROVINCES,
    Q1,
    RATE,
    SIGNS,
    Case,
    Row,
    values,
)

Observe = Callable[..., Observation]


class Held:
    """Rows under a catalogue of their own, with the project's names of regions."""

    def __init__(self, regions: dict[str, Region], rows: Sequence[Observation]) -> None:
        config = Config.model_construct(benchmark="china", focus="2021", regions=ALL[:-1], editions={})
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

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return ()


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
          "in Jan–Mar 2021, Shaanxi below China year on year, above China on two-year average"),
    Sided("Jiangxi's first quarter", (("jiangxi", (29.4, 24.5), (10.2, 6.8)),),
          "2021年1—3月，江西同比、两年平均增速均高于全国",
          "in Jan–Mar 2021, Jiangxi above China year on year and on two-year average"),
    Sided("Hebei's first quarter", (("hebei", (17.6, 24.5), (5.8, 6.8)),),
          "2021年1—3月，河北同比、两年平均增速均低于全国",
          "in Jan–Mar 2021, Hebei below China year on year and on two-year average"),
    Sided("profit, January to May", (("shaanxi", (108.7, 83.4), (20.7, 21.7)),),
          "2021年1—3月，陕西同比高于全国，两年平均低于全国",
          "in Jan–Mar 2021, Shaanxi above China year on year, below China on two-year average"),
    Sided("no average", (("jiangxi", (18.5, 15.9), None),), "2021年1—3月，江西同比高于全国2.6个百分点",
          "in Jan–Mar 2021, Jiangxi above China by 2.6 pp year on year"),
    Sided("level with it by both", (("shaanxi", (24.5, 24.5), (6.8, 6.8)),),
          "2021年1—3月，陕西同比、两年平均增速均与全国持平",
          "in Jan–Mar 2021, Shaanxi level with China year on year and on two-year average"),
    Sided("level year on year, above on average", (("shaanxi", (24.5, 24.5), (7.4, 6.8)),),
          "2021年1—3月，陕西同比与全国持平，两年平均高于全国",
          "in Jan–Mar 2021, Shaanxi level with China year on year, above China on two-year average"),
    Sided("level year on year, no average", (("shaanxi", (24.5, 24.5), None),), "2021年1—3月，陕西同比与全国持平",
          "in Jan–Mar 2021, Shaanxi level with China year on year"),
    Sided("energy: a larger fall", (("hebei", (-3.1, -0.1), None),), "2021年1—3月，河北同比降幅大于全国3.0个百分点",
          of=FALL),
    Sided("both fell", (("hebei", (-4.8, -8.4), None),), "2021年1—3月，河北同比降幅小于全国3.6个百分点"),
    Sided("one fell", (("hebei", (-4.8, 8.4), None),), "2021年1—3月，河北同比下降（全国增长）",
          "in Jan–Mar 2021, Hebei fell (China grew) year on year"),
    Sided("a rate is no growth", (("jiangxi", (6.2, 6.4), None),), "2021年1—3月，江西低于全国0.2个百分点", of=RATE),
    Sided("digits leave it open", (("jiangxi", (6.2, 6.2), None),), unusual={"step": Decimal(1)}),
    Sided("an open figure", (("jiangxi", (16.2, 6.2), None),), unusual={"qualifier": "over"}),
    Sided("several over one period", (("jiangxi", (29.4, 24.5), None), ("shaanxi", (18.9, 24.5), None)),
          "2021年1—3月，江西同比高于全国，陕西同比低于全国",
          "in Jan–Mar 2021, Jiangxi above China year on year, Shaanxi below China year on year"),
    Sided("all above", (("jiangxi", (29.4, 24.5), None), ("shaanxi", (28.9, 24.5), None)),
          "2021年1—3月，江西、陕西同比均高于全国", "in Jan–Mar 2021, Jiangxi and Shaanxi both above China year on year"),
    Sided("both agree of each", (("jiangxi", (29.4, 24.5), (10.2, 6.8)), ("hebei", (17.6, 24.5), (5.8, 6.8))),
          "2021年1—3月，江西同比、两年平均增速均高于全国，河北同比、两年平均增速均低于全国",
          "in Jan–Mar 2021, Jiangxi above China year on year and on two-year average, Hebei below China year on year and on "
          "two-year average"),
    Sided("one says otherwise by the other measure",
          (("jiangxi", (29.4, 24.5), (10.2, 6.8)), ("shaanxi", (18.9, 24.5), (7.4, 6.8))),
          "2021年1—3月，江西高于全国，陕西同比低于全国，两年平均高于全国",
          "in Jan–Mar 2021, Jiangxi above China, Shaanxi below China year on year, above China on two-year average"),
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


def test_behind_a_figure_that_says_that_it_fell_it_is_told_by_how_much_only(
    tables: Tables, observe: Observe
) -> None:
    """下降0.3%，低于全国3.8个百分点, not 下降（全国增长）, which would say the fall again and be no sentence."""
    pair = beside(SIDED[0], "jiangxi", (-0.3, 3.5), None, tables, observe)
    gap = gap_of(pair.row, pair.other, GAP)
    behind = {"named": False, "measured": False}
    assert wording.standing([replace(pair, gap=gap)], "zh", **behind) == "低于全国3.8个百分点"
    assert "全国增长" in wording.standing([pair], "zh")


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
                    figure = once(spec, tables, Choices(regions=some), language)
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
        self.catalogue, self.findings, self.version = tables.catalogue, tables.findings, tables.version

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
