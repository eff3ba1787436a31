"""A sheet laid of its parts: lines over it, header, rows, figures with their truth, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from benchmarks.drawn.heads import Heads
from benchmarks.drawn.names import AMOUNTS, HARMLESS, ODD, RISKY
from benchmarks.drawn.records import Drawn, Fact, Head, Parts
from industry.curation.sheets.sheet import EMPTY, Block, Cell, Sheet


class Laying(Heads):
    """Lays sheets of heads."""

    def laid(self, parts: Parts) -> Drawn:
        """A sheet of its parts."""
        way, heads, words, titled, over = parts.way, parts.heads, parts.words, parts.titled, parts.over
        rows = _crossed([heads[each] for each in way[0]])
        unit_row = way[1][-1:] == "I" and self.chance.random() < 0.25
        if unit_row:
            heads = {**heads, "I": [_bare(one) for one in heads["I"]]}
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
        if unit_row:
            corner = [Cell(self.chance.choice(("", "单位", "计量单位：")))]
            lines.append([*corner, *[EMPTY] * (own - 1), *(Cell(path[-1].unit) for path in columns)])
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
        if self.chance.random() < 0.01:
            drawn.facts[row, column], drawn.truth[row, column] = facts, None
            return Cell(self.chance.choice(ODD))
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


def _bare(one: Head) -> Head:
    """A head without its unit, which stands in a row of units."""
    last = (
        re.sub(rf"[（(](?:单位：)?{re.escape(one.unit)}[)）]$", "", one.texts[-1])
        if one.unit
        else one.texts[-1]
    )
    return replace(one, texts=(*one.texts[:-1], last)) if last else one


def _crossed(axes: Sequence[Sequence[Head]]) -> list[tuple[Head, ...]]:
    found: list[tuple[Head, ...]] = [()]
    for axis in axes:
        found = [(*path, one) for path in found for one in axis]
    return [one for one in found if one]


def _alike(columns: Sequence[Sequence[Head]], one: int, other: int, level: int) -> bool:
    """Whether two columns have the same header down to a level, and each another one below."""
    first, second = ([text for head in columns[at] for text in head.texts] for at in (one, other))
    return first[: level + 1] == second[: level + 1] and min(len(first), len(second)) > level + 1
