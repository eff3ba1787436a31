"""Tables composed from the tables, as reports print them, in several layouts and ways to part cells. Written without the
reader's own words: labels are the indicators' names, as people head rows and columns with them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from benchmarks.grid_texts import PARTED, UNITS, Drawn, Held, Printed, as_text
from benchmarks.sentences import GROWTHS, periods, rows, spoken
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

_NAMES = ("工业经济主要指标", "主要指标完成情况", "工业运行情况")


def head(one: Observation, chance: random.Random) -> str:
    """What a row or a column of an indicator's figures is called."""
    name = chance.choice(spoken(one))
    if one.indicator.measure == "growth_yoy":
        return name + chance.choice(("增速", "同比增长", "增幅"))
    if one.indicator.measure == "growth_two_year_average":
        return name + chance.choice(("两年平均增长", "两年平均增速"))
    if one.indicator.measure == "growth_annual_average":
        return name + chance.choice(("年均增长", "年均增速"))
    return name


def pool(tables: Tables) -> list[Observation]:
    """The rows of which tables are made."""
    wanted = ("level", "count", "share", "rate", *GROWTHS)
    return [
        row
        for row in rows(tables)
        if row.indicator.measure in wanted and row.scale == 1 and "（" not in row.indicator.name.zh
    ]


class Composer:
    """Composes tables of the rows of some tables."""

    def __init__(self, tables: Tables, seed: int) -> None:
        self.tables, self.chance = tables, random.Random(seed)
        self.pool = pool(tables)
        self.held = {(one.indicator.id, one.region.id, one.period): one for one in self.pool}
        self.by_place: dict[tuple[str, Period], list[Observation]] = defaultdict(list)
        self.by_period: dict[Period, list[Observation]] = defaultdict(list)
        self.by_region: dict[str, list[Observation]] = defaultdict(list)
        for one in self.pool:
            if one.period is not None and periods(one.period, one.indicator.timing):
                self.by_place[one.region.id, one.period].append(one)
                self.by_period[one.period].append(one)
                self.by_region[one.region.id].append(one)
        self.places = [key for key, some in self.by_place.items() if len({r.indicator.id for r in some}) > 1]
        self.times = [key for key, some in self.by_period.items() if len({r.region.id for r in some}) > 1]

    def draw(self) -> Drawn:
        """A true table."""
        while True:
            ways = (self._values, self._measures, self._regions, self._periods, self._one, self._spanned)
            found = self.chance.choice(ways)()
            if found is not None:
                turns = not found.upper and self.chance.random() < 0.5
                return self._turned(found) if turns else found

    def _when(self, one: Observation) -> str:
        assert one.period is not None
        return self.chance.choice(periods(one.period, one.indicator.timing))

    def _who(self, one: Observation) -> tuple[str, str | None]:
        """The words for a region in a title, and whose the text is."""
        own = self.chance.random() < 0.4
        level = {"country": "全国", "province": "全省", "city": "全市"}[one.region.level]
        return (level if own else one.region.name.zh), one.region.id if own else None

    def _apart(self, some: Sequence[Observation], many: int) -> list[Observation]:
        """Some rows, one of each indicator."""
        found = list({one.indicator.id: one for one in some}.values())
        return self.chance.sample(found, min(many, len(found)))

    def _written(self, one: Observation) -> date:
        return date(one.period.year if one.period else 0, 12, 28)

    def _values(self) -> Drawn | None:
        """Indicators, their values in one column."""
        some = self._apart(self.by_place[self.chance.choice(self.places)], self.chance.randint(2, 8))
        who, owner = self._who(some[0])
        in_title = self.chance.random() < 0.5
        when = self._when(some[0])
        title = f"{when if in_title else ''}{who}{self.chance.choice(_NAMES)}"
        column = self.chance.choice(("数值", "完成数", "绝对值")) if in_title else when
        return Drawn(
            "indicators × values", title, "指标", [column], [head(one, self.chance) for one in some], [[one] for one in some],
            [one.indicator.unit for one in some], False, {}, owner, self._written(some[0]),
        )  # fmt: skip

    def _measures(self) -> Drawn | None:
        """Indicators, each with level, growth, rank and gap."""
        region, period = self.chance.choice(self.places)
        found = []
        for one in self.by_place[region, period]:
            of = one.indicator.id
            growth = self.held.get((of.removesuffix("_value_added") + "_growth", region, period))
            if one.indicator.measure == "level" and one.indicator.unit == "亿元" and growth is not None:
                found.append((one, growth))
        if len(found) < 2:
            return None
        who, owner = self._who(found[0][0])
        heads = self.chance.choice(
            (("总量", "同比增长"), ("绝对量", "增速"), ("本期实绩", "同比±"), ("累计", "同比增减"))
        )
        return Drawn(
            "indicators × measures", f"{self._when(found[0][0])}{who}主要经济指标", "指标名称", list(heads),
            [self.chance.choice(spoken(one)) for one, _ in found], [[one, other] for one, other in found],
            ["亿元", "%"], True, {}, owner, self._written(found[0][0]),
        )  # fmt: skip

    def _spanned(self) -> Drawn | None:
        """Regions, each with level and growth of some indicators, whose names span two columns."""
        period = self.chance.choice(self.times)
        pairs = {}
        for one in self.by_period[period]:
            growth = one.indicator.id.removesuffix("_value_added") + "_growth"
            if one.indicator.measure == "level" and growth in self.tables.catalogue.indicators:
                pairs[one.indicator.id] = (one, growth)
        some = self.chance.sample(sorted(pairs), min(len(pairs), 3))
        if not some:
            return None
        regions = list({one.region.id: one.region for one in self.by_period[period]}.values())
        cells = [
            [self.held.get((id, each.id, period)) for level in some for id in (level, pairs[level][1])]
            for each in regions
        ]
        kept = [at for at, line in enumerate(cells) if any(line)]
        one = pairs[some[0]][0]
        return Drawn(
            "regions × spans", f"{self._when(one)}各省主要经济指标", "地区", ["总量", "同比增长"] * len(some),
            [regions[at].name.zh for at in kept], [cells[at] for at in kept],
            [unit for level in some for unit in (pairs[level][0].indicator.unit, "%")], True, {}, None, self._written(one),
            upper=tuple(self.chance.choice(spoken(pairs[level][0])) for level in some),
        )  # fmt: skip

    def _regions(self) -> Drawn | None:
        """Regions, each with some indicators of one period."""
        some = self.by_period[self.chance.choice(self.times)]
        common = [one for one in self._apart(some, 9) if self._shared(one, some)][:3]
        if not common:
            return None
        regions = list({one.region.id: one.region for one in some}.values())
        self.chance.shuffle(regions)
        cells: list[list[Held]] = [
            [self.held.get((one.indicator.id, each.id, one.period)) for one in common] for each in regions
        ]
        kept = [at for at, line in enumerate(cells) if any(line)]
        return Drawn(
            "regions × indicators", f"{self._when(common[0])}各地区{self.chance.choice(_NAMES)}", "地区",
            [head(one, self.chance) for one in common], [regions[at].name.zh for at in kept], [cells[at] for at in kept],
            [one.indicator.unit for one in common], True, {}, None, self._written(common[0]),
        )  # fmt: skip

    def _shared(self, one: Observation, some: Sequence[Observation]) -> bool:
        return sum(each.indicator.id == one.indicator.id for each in some) > 1

    def _periods(self) -> Drawn | None:
        """Periods, each with some indicators of one region."""
        some = self.by_region[self.chance.choice(list(self.by_region))]
        timing = self.chance.choice(some).indicator.timing
        some = [one for one in some if one.indicator.timing == timing]
        common = [one for one in self._apart(some, 9) if self._often(one, some)][:3]
        times = sorted(
            {one.period for one in some if one.period and one.indicator in [c.indicator for c in common]}
        )
        if not common or len(times) < 2:
            return None
        begin = self.chance.randrange(len(times) - 1)
        times = times[begin : begin + 6]
        cells: list[list[Held]] = [
            [self.held.get((one.indicator.id, one.region.id, each)) for one in common] for each in times
        ]
        who, owner = self._who(common[0])
        return Drawn(
            "periods × indicators", f"{who}{self.chance.choice(_NAMES)}", "时期", [head(one, self.chance) for one in common],
            [self.chance.choice(periods(each, timing)) for each in times], cells, [one.indicator.unit for one in common],
            True, {}, owner, date(times[-1].year, 12, 28),
        )  # fmt: skip

    def _often(self, one: Observation, some: Sequence[Observation]) -> bool:
        return sum(each.indicator.id == one.indicator.id for each in some) > 1

    def _one(self) -> Drawn | None:
        """One indicator, named in the title: regions × periods."""
        one = self.chance.choice(self.pool)
        some = [each for each in self.pool if each.indicator.id == one.indicator.id and each.period]
        regions = list({each.region.id: each.region for each in some}.values())
        times = sorted(
            {each.period for each in some if each.period and periods(each.period, one.indicator.timing)}
        )
        if len(regions) < 2 or len(times) < 2:
            return None
        begin = self.chance.randrange(len(times) - 1)
        times = times[begin : begin + 4]
        cells: list[list[Held]] = [
            [self.held.get((one.indicator.id, each.id, time)) for time in times] for each in regions
        ]
        return Drawn(
            "regions × periods", head(one, self.chance), "地区",
            [self.chance.choice(periods(each, one.indicator.timing)) for each in times],
            [each.name.zh for each in regions], cells, [one.indicator.unit] * len(times), True, {}, None,
            date(times[-1].year, 12, 28),
        )  # fmt: skip

    def _turned(self, one: Drawn) -> Drawn:
        """Rows as columns."""
        cells = [list(column) for column in zip(*one.cells, strict=True)]
        sides = {
            "layout": " × ".join(reversed(one.layout.split(" × "))),
            "heads": one.labels,
            "labels": one.heads,
        }
        return replace(one, cells=cells, across=not one.across, **sides)  # type: ignore[arg-type]

    def printed(self, one: Drawn) -> Printed:
        """The text of a table, in one of the ways to part cells and to print units."""
        way = self.chance.choice(list(PARTED))
        single = one.layout in ("regions × periods", "periods × regions")
        fit = ("header", "title", "cell") if one.across or single else UNITS
        where = self.chance.choice(fit)
        measured = {"%", "亿元", "万元"}
        if where == "title" and not set(one.units) <= measured:
            where = "header"
        return as_text(one, way, where, single, self.chance)


def true(tables: Tables, many: int, seed: int = 4) -> Iterator[Printed]:
    """Tables that say what the tables say, with at least so many figures."""
    composer = Composer(tables, seed)
    while many > 0:
        made = composer.printed(composer.draw())
        many -= len(made.spans)
        yield made
