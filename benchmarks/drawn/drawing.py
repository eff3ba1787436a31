"""A whole sheet drawn at random: which axes stand where, and what the lines over it say."""

from __future__ import annotations

from benchmarks.drawn.laying import Laying
from benchmarks.drawn.names import REGIONS
from benchmarks.drawn.records import Drawn, Fact, Head, Parts

_WAYS: tuple[tuple[str, str], ...] = (
    ("R", "I"), ("R", "I"), ("I", "R"), ("R", "P"), ("P", "I"), ("I", "P"), ("P", "R"), ("R", "PI"), ("R", "IP"), ("I", "RP"), ("I", "PR"),
    ("RI", "P"), ("RP", "I"), ("IR", "P"), ("RIP", ""), ("IRP", ""), ("P", "RI"),
)  # fmt: skip


class Drawing(Laying):
    """Draws sheets from a seed."""

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
