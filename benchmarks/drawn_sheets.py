"""Sheets drawn at random as bureaus lay them out, with what each cell truly says: orientations, header forms, units, periods, noise, and
changes that alter what is meant. Written without the reader's own words; a cell of which nothing may be taken for sure has no truth."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from industry.curation.sheets.sheet import EMPTY, Block, Cell, Sheet

Fact = tuple[str, object]
"""Of a region, an indicator, a period: its name; None where nothing may be taken for sure."""

UNITS = {"亿元": 0, "万元": -4, "万亿元": 4, "千万元": -1}
_GROWTH = ("增速（%）", "同比增长(%)", "增长率（%）", "增幅(%)", "同比增长（%）")
_BASES = (
    ("value_added_growth", ("规模以上工业增加值", "规上工业增加值", "规模工业增加值")),
    ("revenue_growth", ("规模以上工业企业营业收入", "规上工业营业收入")),
    ("profit_growth", ("规模以上工业企业利润总额", "规上工业企业利润总额")),
    ("gdp_growth", ("地区生产总值", "GDP")),
    ("industrial_tax_growth", ("工业税收",)),
    ("industrial_electricity_growth", ("工业用电量",)),
    ("industrial_investment_growth", ("工业投资",)),
    ("high_tech_manufacturing_growth", ("高技术制造业增加值",)),
    ("equipment_growth", ("装备制造业增加值",)),
)
_LEVELS = (
    ("revenue", ("规模以上工业企业营业收入", "规上工业营业收入")),
    ("profit", ("规模以上工业企业利润总额", "规上工业企业利润总额")),
)
_RATES = (
    ("new_high_tech_share", "高新技术产业占规模以上工业增加值比重（%）"),
    ("profit_margin", "规模以上工业企业营业收入利润率（%）"),
    ("sales_output_ratio", "规模以上工业产销率(%)"),
    ("value_added_growth_two_year", "规模以上工业增加值两年平均增速（%）"),
)
AMOUNTS = ("revenue", "profit", *(one for one, _ in _RATES))
"""Of a month alone these are the same indicators."""
OTHERS = (
    "工业增加值增速（%）", "规模以上工业增加值名义增速（%）", "规模以上工业增加值增速（现价，%）", "大中型工业企业利润总额（亿元）",
    "国有控股工业企业营业收入（亿元）", "规模以上工业企业亏损额（亿元）", "规模以上工业企业应收账款（亿元）", "位次", "全国排名", "增速位次", "序号",
    "规模以上工业增加值环比增长（%）", "规模以上工业增加值增速目标（%）", "规模以上工业企业利润增加额（亿元）", "规模以上工业企业营业收入增量（亿元）",
    "规模以上工业增加值占全国比重（%）", "规模以上服务业企业营业收入（亿元）", "规模以上工业增加值（不变价，亿元）", "每百元营业收入中的成本（元）",
    "规模以上工业企业营业收入利润率同比增减（百分点）", "规模以上工业增加值增速较上月±（百分点）", "民营工业增加值增速（%）", "增速", "同比", "亏损面（%）", "规模以上工业增加值增速预计（%）", "工业企业利润增长额（亿元）",
    "规模以上轻工业增加值增速（%）", "规模以上工业企业利润总额（亿美元）", "规模以上工业企业营业收入同比增长（倍）",
)  # fmt: skip
"""Heads that name none of the indicators in full, or something else than they do."""
UNITLESS = ("规模以上工业增加值", "规模以上工业企业营业收入", "规上工业利润总额")
"""Amounts of which no unit is printed."""
REGIONS = {
    "jiangxi": ("江西", "江西省", "赣", "江 西"),
    "hebei": ("河北", "河北省", "冀", "河　北"),
    "shaanxi": ("陕西", "陕西省", "陕"),
    "jian": ("吉安", "吉安市"),
    "china": ("全国", "全 国", "国家", "全国总计"),
}
PLACES = (
    "江苏", "山西", "山西省", "吉安县", "吉安市吉州区", "合计", "总计", "江西经开区", "西安市", "赣州市", "河南", "湖北省", "吉林", "陕南", "江西省直管",
    "东部地区", "平均", "其他", "石家庄市", "赣江新区", "河北雄安新区", "中部六省合计",
)  # fmt: skip
HARMLESS = (
    "注：增速按可比价格计算。",
    "数据来源：统计局。",
    "注：部分数据因四舍五入，合计数与分项之和不等，均未作机械调整。",
)
RISKY = (
    "注：本表增速按现价计算。",
    "注：不含市属企业。",
    "说明：江西为上年同期数。",
    "注：本表为预计数。",
    "注：利润总额为当月数。",
)


@dataclass(frozen=True)
class Head:
    """A label: its ``texts`` from top to bottom, what they truly say (``facts``), the exponent of ten by which its numbers are
    scaled, how its numbers look. ``cell``: what stands in place of the text, where a spreadsheet has changed it."""

    texts: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    exponent: int = 0
    look: str = "rate"
    unit: str = ""
    cell: Cell | None = None


@dataclass
class Drawn:
    """A sheet, and by row and column what its figures truly say: region, indicator, period and value, or None."""

    sheet: Sheet
    truth: dict[tuple[int, int], tuple[str, str, str, Decimal] | None] = field(default_factory=dict)
    how: str = ""
    facts: dict[tuple[int, int], dict[str, object]] = field(default_factory=dict)
    parts: Parts | None = None


@dataclass(frozen=True)
class Parts:
    """Of what a sheet was laid: which axes stand at the left and over it (region R, indicator I, period P), their heads, the words over the
    table, the unit that a line gives, what they say of all."""

    way: tuple[str, str]
    heads: dict[str, list[Head]]
    words: tuple[str, ...]
    titled: str
    over: tuple[Fact, ...]


class Drawing:
    """Draws sheets from a seed. ``monthly``: by the ids of growths those of their months alone, where there are any; ``risk``: how often,
    of one, something alters what is meant."""

    def __init__(self, seed: int, monthly: Mapping[str, str], risk: float = 0.25) -> None:
        self.monthly = monthly
        self.chance, self.risk = random.Random(seed), risk
        self.year = self.chance.choice((2020, 2021))

    def sheets(self, count: int) -> Iterator[Drawn]:
        for _ in range(count):
            yield self.sheet()

    # labels

    def regions(self) -> list[Head]:
        ids = self.chance.sample(sorted(REGIONS), self.chance.randint(2, 4))
        found = [Head((self.chance.choice(REGIONS[id]),), (("region", id),)) for id in ids]
        for _ in range(self.chance.randint(0, 3)):
            found.insert(
                self.chance.randint(0, len(found)), Head((self.chance.choice(PLACES),), (("region", None),))
            )
        return list({one.texts: one for one in found}.values())

    def indicators(self, levels: bool, titled: str) -> list[Head]:
        """``levels``: a head may be of two levels; ``titled``: a unit that a line over the table gives."""
        drawn = [self._indicator(levels, titled) for _ in range(self.chance.randint(2, 4))]
        found = list({one.facts: one for one in drawn}.values())
        for _ in range(self.chance.choice((0, 0, 1, 2))):
            found.insert(self.chance.randint(0, len(found)), self._other(levels, titled))
        return list({one.texts: one for one in found}.values())

    def _indicator(self, levels: bool, titled: str) -> Head:
        pick = self.chance.random()
        if pick < 0.45:
            id, names = self.chance.choice(_BASES)
            name, tail = self.chance.choice(names), self.chance.choice(_GROWTH)
            texts = (name, tail) if levels and self.chance.random() < 0.4 else (name + tail,)
            if self.chance.random() < 0.05:
                return Head((f"{name}增速（‰）",), (("indicator", id),), -1, unit="‰")
            return Head(texts, (("indicator", id),), unit="%")
        if pick < 0.8:
            id, names = self.chance.choice(_LEVELS)
            name, unit = self.chance.choice(names), self.chance.choice(tuple(UNITS))
            if titled and self.chance.random() < 0.6:
                return Head(
                    (name,) if self.chance.random() < 0.7 or not levels else (name, "绝对额"),
                    (("indicator", id),),
                    UNITS[titled],
                    "level",
                    titled,
                )
            form = self.chance.choice(("（{}）", "({})", "(单位：{})"))
            texts = (
                (name, "绝对额" + form.format(unit))
                if levels and self.chance.random() < 0.3
                else (name + form.format(unit),)
            )
            return Head(texts, (("indicator", id),), UNITS[unit], "level", unit)
        if pick < 0.9 or not levels:
            id, text = self.chance.choice(_RATES)
            return Head((text,), (("indicator", id),), unit="%")
        return Head(
            ("规模以上工业增加值增速", "比全国±（百分点）"), (("indicator", "value_added_growth_gap_china"),)
        )

    def _other(self, levels: bool, titled: str) -> Head:
        text = self.chance.choice((*OTHERS, *(() if titled else UNITLESS)))
        look = "rank" if any(one in text for one in ("位次", "排名", "序号")) else "rate"
        texts = ("规模以上工业增加值", text) if levels and text in ("位次", "全国排名") else (text,)
        return Head(texts, (("indicator", None),), look=look)

    def periods(self, year_over: bool) -> list[Head]:
        """``year_over``: a line over the table prints the year."""
        way = self.chance.choice(("runs", "runs", "years", "months", "alone", "dates"))
        if way == "years":
            years = (self.year, self.year - 1)
            return [
                Head((f"{one}年" if self.chance.random() < 0.6 else str(one),), (("period", str(one)),))
                for one in years
            ]
        months = sorted(self.chance.sample(range(2, 12), self.chance.randint(2, 3)))
        if way == "dates" and year_over:
            months = [2, 3, 4]
        return [self._period(one, way, year_over) for one in months]

    def _period(self, month: int, way: str, year_over: bool) -> Head:
        year = "" if year_over and self.chance.random() < 0.8 else f"{self.year}年"
        if not year_over and self.chance.random() < self.risk * 0.3:
            year = ""
        run = f"{self.year}-01/{self.year}-{month:02}"
        known: object = run if year or year_over else None
        if way == "alone":
            return Head(
                (f"{year}{month}月当月",),
                (("alone", month), ("period", f"{self.year}-{month:02}" if year or year_over else None)),
            )
        if way == "months":
            return Head((f"{year}{month}月",), (("period", None),))
        if way == "dates" and year_over:
            shown = f"1月{month}日" if month == 2 else f"1-{month}月"
            cell = Cell(shown, None, date(2024, 1, month)) if month == 2 else None
            return Head((shown,), (("period", run),), cell=cell)
        texts = [
            f"{year}1-{month}月",
            f"{year}1—{month}月",
            f"{year}1～{month}月",
            f"{year}1-{month}月累计",
            f"{year}１－{month}月",
        ]
        texts += {3: [f"{year}一季度", f"{year}第一季度"], 6: [f"{year}上半年"], 9: [f"{year}前三季度"]}.get(
            month, []
        )
        if year:
            texts += [f"{self.year}01-{month:02}"]
        return Head((self.chance.choice(texts),), (("period", known),))

    # numbers

    def number(self, look: str) -> tuple[str, Decimal]:
        if look == "rank":
            rank = self.chance.randint(1, 31)
            return str(rank), Decimal(rank)
        if look == "level":
            value = Decimal(self.chance.randint(1000, 9_999_999)).scaleb(-self.chance.choice((0, 1, 2)))
        else:
            value = Decimal(self.chance.randint(-199, 450)).scaleb(-1)
        text = f"{value:f}"
        if value > 999 and self.chance.random() < 0.3:
            text = f"{value:,f}"
        if self.chance.random() < 0.05:
            text = text.translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－"))
        return text, value

    # sheets

    def sheet(self) -> Drawn:
        way = self.chance.choice(_WAYS)
        titled = self.chance.choice(("", "亿元", "万元"))
        over: list[Fact] = []
        words: list[str] = []
        axes = {*way[0], *way[1]}
        year_over = False
        if "P" not in axes:
            month = self.chance.randint(2, 11)
            words.append(self._over_period(month, over))
        elif self.chance.random() < 0.6:
            words.append(f"{self.year}年")
            year_over = True
        heads: dict[str, list[Head]] = {}
        if "R" in axes:
            heads["R"] = self.regions()
            words.append(self.chance.choice(("", "各地区", "各省", "部分地区")))
        else:
            words.insert(self.chance.randint(0, 1) if words else 0, self._over_region(over))
        if "I" in axes:
            heads["I"] = self.indicators(way[1][-1:] == "I", titled)
            words.append(self._name(over))
        else:
            one = self._indicator(False, "")
            over += [*one.facts, ("exponent", one.exponent), ("look", one.look)]
            words.append(one.texts[0])
        if "P" in axes:
            heads["P"] = (
                self._terms(words)
                if not year_over and self.chance.random() < 0.2
                else self.periods(year_over)
            )
        return self.laid(Parts(way, heads, tuple(words), titled if "I" in axes else "", tuple(over)))

    def _terms(self, words: list[str]) -> list[Head]:
        """What a monthly report prints beside one another, its month over the table."""
        month = self.chance.randint(3, 11)
        words.insert(0, f"{self.year}年{month}月")
        alone = (("alone", month), ("period", f"{self.year}-{month:02}"))
        run = (("period", f"{self.year}-01/{self.year}-{month:02}"),)
        every = (
            ("本月", alone),
            ("当月", alone),
            ("累计", run),
            ("1-本月累计", run),
            ("上年同期", (("period", None),)),
            ("本期", (("period", None),)),
        )
        return [Head((text,), facts) for text, facts in self.chance.sample(every, 3)]

    def _over_period(self, month: int, over: list[Fact]) -> str:
        run = f"{self.year}-01/{self.year}-{month:02}"
        pick = self.chance.random()
        if pick < self.risk * 0.4:
            over.append(("period", None))
            return self.chance.choice((f"{self.year}年{month}月", f"1-{month}月", f"1—{month}月累计", ""))
        over.append(("period", run))
        return self.chance.choice(
            (
                f"{self.year}年1-{month}月",
                f"{self.year}年1—{month}月",
                f"{self.year}年1-{month}月份",
                f"{self.year}年1～{month}月累计",
            )
        )

    def _over_region(self, over: list[Fact]) -> str:
        pick = self.chance.random()
        if pick < self.risk * 0.5:
            over.append(("region", None))
            return self.chance.choice(
                ("南昌市", "江苏省", "吉安县", "吉安市青原区", "山西", "江西省属", "陕南地区", "")
            )
        id = self.chance.choice(("jiangxi", "hebei", "shaanxi", "jian"))
        over.append(("region", id))
        return self.chance.choice(
            tuple(one for one in REGIONS[id] if len(one) > 1 and " " not in one and "　" not in one)
        )

    def _name(self, over: list[Fact]) -> str:
        if self.chance.random() < self.risk * 0.3:
            over.append(("indicator", None))
            return self.chance.choice(
                (
                    "大中型工业企业主要指标",
                    "国有控股企业主要指标",
                    "主要指标（不含央企）",
                    "市辖区主要指标",
                    "主要指标（预计数）",
                    "民营企业主要指标",
                    "主要指标现价",
                )
            )
        return self.chance.choice(
            ("主要指标", "工业主要指标", "主要经济指标", "主要指标完成情况", "工业经济主要指标")
        )

    def laid(self, parts: Parts) -> Drawn:
        """A sheet of its parts."""
        way, heads, words, titled, over = parts.way, parts.heads, parts.words, parts.titled, parts.over
        rows = _crossed([heads[each] for each in way[0]])
        columns = _crossed([heads[each] for each in way[1]]) or [
            (Head((self.chance.choice(("数值", "指标值", "数据")),)),)
        ]
        labels = len(way[0])
        unit_column = "I" in way[0] and self.chance.random() < 0.5
        depth = max(sum(len(one.texts) for one in path) for path in columns)
        lines: list[list[Cell]] = [[Cell("".join(words))]]
        if titled:
            lines.append(
                [
                    *([EMPTY] * self.chance.choice((0, 2, 3))),
                    Cell(
                        self.chance.choice(
                            (
                                f"单位：{titled}",
                                f"单位:{titled}",
                                f"（单位：{titled}）",
                                f"计量单位：{titled}",
                            )
                        )
                    ),
                ]
            )
        merged: list[Block] = []
        begin = len(lines)
        names = {"R": "地区", "I": "指标", "P": "时间"}
        own = labels + unit_column
        for level in range(depth):
            line = [Cell(names[each]) if level == 0 else EMPTY for each in way[0]]
            line += [Cell("单位") if level == 0 else EMPTY] if unit_column else []
            for path in columns:
                texts = [(one, text) for one in path for text in one.texts]
                shown = Cell(texts[level][1]) if level < len(texts) else EMPTY
                if level < len(texts) and texts[level][0].cell is not None:
                    shown = texts[level][0].cell or shown
                line.append(shown)
            lines.append(line)
        self._merge(lines, begin, depth, own, columns, merged)
        drawn = Drawn(Sheet("", []), how=f"{way} {''.join(words)}", parts=parts)
        above, within = "", False
        for path in rows:
            line = [one.cell or Cell(one.texts[0]) for one in path]
            if labels > 1 and line[0].text == above and self.chance.random() < 0.7:
                line = [EMPTY, *line[1:]]
            above = path[0].texts[0]
            if way[0] == "I" and self.chance.random() < 0.12:
                part = self.chance.random() < self.risk
                lines.append(
                    [
                        Cell(
                            self.chance.choice(
                                ("其中：国有企业", "二、轻工业", "大中型企业")
                                if part
                                else ("一、工业", "二、效益", "主要指标")
                            )
                        )
                    ]
                )
                within = part
            unit = next((one.unit for one in path if ("indicator" in dict(one.facts))), "")
            line += [Cell(unit)] if unit_column else []
            for at, column in enumerate(columns):
                line.append(self._figure(drawn, len(lines), own + at, (*path, *column), over))
                if within and (len(lines), own + at) in drawn.truth:
                    drawn.truth[len(lines), own + at] = None
                    drawn.facts[len(lines), own + at]["indicator"] = None
            lines.append(line)
        self._noted(lines, drawn)
        width = max(map(len, lines))
        drawn.sheet = Sheet("", [[*line, *([EMPTY] * (width - len(line)))] for line in lines], tuple(merged))
        return drawn

    def _merge(
        self,
        lines: list[list[Cell]],
        begin: int,
        depth: int,
        own: int,
        columns: Sequence[Sequence[Head]],
        merged: list[Block],
    ) -> None:
        """What stands in several header cells beside one another is printed once."""
        blank = self.chance.random() < 0.8
        for level in range(depth - 1):
            line = lines[begin + level]
            at = own
            while at < len(line):
                end = at
                while (
                    end + 1 < len(line)
                    and line[at].text
                    and line[end + 1].text == line[at].text
                    and _alike(columns, at - own, end + 1 - own, level)
                ):
                    end += 1
                if end > at and blank:
                    for each in range(at + 1, end + 1):
                        line[each] = EMPTY
                    merged.append(Block(begin + level, at, begin + level, end))
                at = end + 1

    def _figure(
        self, drawn: Drawn, row: int, column: int, path: Sequence[Head], over: Sequence[Fact]
    ) -> Cell:
        facts: dict[str, object] = {}
        for name, value in (*over, *(fact for one in path for fact in one.facts)):
            facts[name] = None if name in facts and facts[name] is None else value
        look = next((one.look for one in path if one.look != "rate"), str(facts.get("look", "rate")))
        exponent = sum(one.exponent for one in path) + int(str(facts.get("exponent", 0)))
        if self.chance.random() < 0.06:
            return Cell(self.chance.choice(("…", "—", "-", "..", "", "未公布")))
        text, value = self.number(look)
        if look == "rate" and [one.unit for one in path if one.unit] == ["%"] and self.chance.random() < 0.05:
            drawn.facts[row, column] = facts
            drawn.truth[row, column] = self._true(facts, value)
            return Cell(f"{value}%", value.scaleb(-2))
        plain = text.translate(str.maketrans("０１２３４５６７８９．－", "0123456789.-")).replace(",", "")
        drawn.facts[row, column] = facts
        drawn.truth[row, column] = self._true(facts, value.scaleb(exponent))
        return Cell(text, Decimal(plain))

    def _true(self, facts: dict[str, object], value: Decimal) -> tuple[str, str, str, Decimal] | None:
        region, indicator, period = (facts.get(name) for name in ("region", "indicator", "period"))
        if facts.get("alone") and indicator not in AMOUNTS:
            indicator = self.monthly.get(str(indicator))
        if region is None or indicator is None or period is None:
            return None
        return str(region), str(indicator), str(period), value

    def _noted(self, lines: list[list[Cell]], drawn: Drawn) -> None:
        pick = self.chance.random()
        if pick < 0.2:
            lines.append([Cell(self.chance.choice(HARMLESS))])
        elif pick < 0.2 + self.risk * 0.3:
            lines.append([Cell(self.chance.choice(RISKY))])
            drawn.truth = dict.fromkeys(drawn.truth)
        elif pick < 0.5 and drawn.truth:
            at = self.chance.choice(sorted(drawn.truth))
            mark = self.chance.choice(("①", "*", "[1]"))
            cell = lines[at[0]][at[1]]
            lines[at[0]][at[1]] = Cell(cell.text + mark)
            if self.chance.random() < 0.5:
                lines.append([Cell(f"{mark} 按可比价格计算。")])
            else:
                lines.append(
                    [
                        Cell(
                            f"{mark} {self.chance.choice(('含省外分公司。', '为上年同期数。', '口径有调整。', '不含电力。'))}"
                        )
                    ]
                )
                drawn.truth[at] = None


_WAYS: tuple[tuple[str, str], ...] = (
    ("R", "I"), ("R", "I"), ("I", "R"), ("R", "P"), ("P", "I"), ("I", "P"), ("P", "R"), ("R", "PI"), ("R", "IP"), ("I", "RP"), ("I", "PR"),
    ("RI", "P"), ("RP", "I"), ("IR", "P"), ("RIP", ""), ("IRP", ""), ("P", "RI"),
)  # fmt: skip


def _crossed(axes: Sequence[Sequence[Head]]) -> list[tuple[Head, ...]]:
    found: list[tuple[Head, ...]] = [()]
    for axis in axes:
        found = [(*path, one) for path in found for one in axis]
    return [one for one in found if one]


def _alike(columns: Sequence[Sequence[Head]], one: int, other: int, level: int) -> bool:
    """Whether two columns have the same header down to a level, and each another one below."""
    first, second = ([text for head in columns[at] for text in head.texts] for at in (one, other))
    return first[: level + 1] == second[: level + 1] and min(len(first), len(second)) > level + 1


def stacked(one: Drawn, other: Drawn, gap: int) -> Drawn:
    """Two sheets as one, the second below the first."""
    rows = [*one.sheet.rows, *([[EMPTY]] * gap), *other.sheet.rows]
    width = max(map(len, rows))
    down = len(one.sheet.rows) + gap
    moved = tuple(
        Block(each.top + down, each.left, each.bottom + down, each.right) for each in other.sheet.merged
    )
    even = [[*row, *([EMPTY] * (width - len(row)))] for row in rows]
    truth = {**one.truth, **{(row + down, column): told for (row, column), told in other.truth.items()}}
    return Drawn(Sheet("", even, (*one.sheet.merged, *moved)), truth, f"{one.how} over {other.how}")


def beside(one: Drawn, other: Drawn, gap: int) -> Drawn:
    """Two sheets as one, the second at the right of the first."""
    first = max(map(len, one.sheet.rows))
    across = first + gap
    deep = max(len(one.sheet.rows), len(other.sheet.rows))
    width = across + max(map(len, other.sheet.rows))
    rows = []
    for at in range(deep):
        left = list(one.sheet.rows[at]) if at < len(one.sheet.rows) else []
        right = list(other.sheet.rows[at]) if at < len(other.sheet.rows) else []
        line = [*left, *([EMPTY] * (across - len(left))), *right]
        rows.append([*line, *([EMPTY] * (width - len(line)))])
    moved = tuple(
        Block(each.top, each.left + across, each.bottom, each.right + across) for each in other.sheet.merged
    )
    truth = {**one.truth, **{(row, column + across): told for (row, column), told in other.truth.items()}}
    return Drawn(Sheet("", rows, (*one.sheet.merged, *moved)), truth, f"{one.how} beside {other.how}")


def unmerged(one: Drawn) -> Drawn:
    """As a table of text has it: without merged cells."""
    return replace(one, sheet=Sheet(one.sheet.name, one.sheet.rows))
