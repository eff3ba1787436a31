"""Heads drawn at random: regions, indicators with their units, periods, and what their numbers look like."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from benchmarks.drawn.names import BASES, GROWTH, LEVELS, OTHERS, PLACES, RATES, REGIONS, UNITLESS, UNITS
from benchmarks.drawn.records import Head
from industry.curation.sheets.sheet import Cell


class Heads:
    """Draws heads from a seed. ``monthly``: by the ids of growths those of their months alone, where there are any; ``risk``: how often,
    of one, something alters what is meant."""

    def __init__(self, seed: int, monthly: Mapping[str, str], risk: float = 0.25) -> None:
        self.monthly = monthly
        self.chance, self.risk = random.Random(seed), risk
        self.year = self.chance.choice((2020, 2021))

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
            id, names = self.chance.choice(BASES)
            name, tail = self.chance.choice(names), self.chance.choice(GROWTH)
            texts = (name, tail) if levels and self.chance.random() < 0.4 else (name + tail,)
            if self.chance.random() < 0.05:
                return Head((f"{name}增速（‰）",), (("indicator", id),), -1, unit="‰")
            return Head(texts, (("indicator", id),), unit="%")
        if pick < 0.8:
            id, names = self.chance.choice(LEVELS)
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
            id, text = self.chance.choice(RATES)
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
