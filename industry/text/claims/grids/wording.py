"""A figure of a table as the sentence that says the same: 2021年1-6月,江西规模以上工业增加值增长18.5%。 What is sure of it is then
asked of the reader of running text, as of any other sentence; what the table itself leaves open is doubted besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from industry.text.claims import naming
from industry.text.claims.grids import periods, titles
from industry.text.claims.grids.labels import Label, Reader
from industry.text.claims.grids.layout import Figure, Grid
from industry.text.claims.grids.measures import RATES, Measure
from industry.text.claims.grids.titles import Title

_NOUN = re.compile(
    "增加值|产值|收入|营收|利润|投资|税|用电|能耗|资产|负债|人数|数$|率$|费|贷款|出口|进口|消费|零售|货运|比重|占比|生产总值|gdp"
)
"""Of what a figure may be told: with none of these, a name is that of a branch alone."""
_BRANCH = re.compile("(?:业|装备|经济|开采|供应)(?:同比|两年平均|年均|当月|当季|累计)*$")
_OF_PARENT = re.compile("增加值|总产值|营业收入|利润总额|利润|投资|用电量|主营业务收入|资产总计|企业数")
_HARMLESS = re.compile(
    r"(?:国民|经济|工业|生产|运行|效益|投资|情况|主要|指标|综合|核算|企业|发展|规模以上|规上|增长|速度|总量|结构|创新|数字|绿色|园区|财税|需求|供给|重点|质量|及|与|和|的|规模|、|[:])+"
)
_REGIONAL = re.compile("地区|区域|省份|省市|省区|城市|设区市|市县|县区|县市")
_MOVES = re.compile("同比$|两年平均$|年均$|当月$|当季$|累计$")


@dataclass(frozen=True)
class Said:
    """The sentences by which a figure may be meant, one for each unit that it may be in; the figure ends each. ``doubts`` are
    the table's own. ``unknown``: its region is one that no table is of. ``unitless``: no unit is printed. ``moves``: it may be told of a
    figure without a word for it that it grows by so much. ``row``, ``column``,
    ``title``: what stands beside and over it, as printed."""

    figure: Figure
    sentences: tuple[str, ...]
    negative: bool
    doubts: frozenset[str]
    unknown: bool
    unitless: bool
    moves: bool
    row: str = ""
    column: str = ""
    title: str = ""


class Table:
    """A grid with its labels read."""

    def __init__(self, grid: Grid, reader: Reader, owner: str, written: date | None) -> None:
        self.grid, self.reader, self.owner, self.written = grid, reader, owner, written
        self.title: Title = titles.title(grid.title, reader) if grid.title else Title(Label(""))
        self.units = reader.units(grid.units)
        self._read: dict[str, Label] = {}
        self._parents = list(self._inner())
        self._rows_of_regions = self._regional(
            [one.labels for one in grid.rows], _REGIONAL.search(grid.corner) is not None
        )
        heads = dict.fromkeys(one.heads for one in grid.figures)
        self._columns_of_regions = self._regional(list(heads), False)
        self._levels = {
            one.row
            for one in grid.figures
            if not {"growth", "fall", "rank", "gap", "change"} & {self.label(each).kind for each in one.heads}
        }

    def label(self, text: str) -> Label:
        if text not in self._read:
            self._read[text] = self.reader.label(text)
        return self._read[text]

    def _regional(self, paths: Sequence[tuple[str, ...]], said: bool) -> bool:
        """Whether some labels are of regions: one of them is nothing else."""
        return said or any(self._region_alone(self.label(one)) for path in paths for one in path)

    def _region_alone(self, one: Label) -> bool:
        return bool(one.region) and not one.words and not one.kind and not one.when

    def _inner(self) -> Iterator[tuple[str, bool]]:
        """Of every row, the words of the one that it is a part of (其中), if any, and whether that is sure."""
        parent, inside = "", False
        for row in self.grid.rows:
            one = self.label(row.labels[-1]) if row.labels else Label("")
            if _NOUN.search(one.words) and not one.inner:
                parent, inside = one.words, False
                yield "", False
                continue
            inside = inside or one.inner
            yield parent, inside

    def said(self, figure: Figure) -> Said:
        """What a figure says, as sentences."""
        row = self.grid.rows[figure.row]
        own = [self.label(one) for one in row.labels]
        over = [self.label(one) for one in figure.heads]
        group = [self.label(row.group)] if row.group else []
        doubts: set[str] = set()
        region, unknown = self._region(own, over, group, doubts)
        period, sure = periods.of([*group, *own, *over], self.title.label, self.written)
        if not sure:
            doubts.add("period")
        words, titled = self._words(figure, own, over, group, doubts)
        own = [*titled, *own]
        marks = figure.marks + "".join(re.findall(r"[①-⑳*＊※]", "".join((*figure.heads, row.group))))
        plain = self.title.whole if titled else self.title.plain
        if figure.uneven or not plain or titles.doubtful(self.grid.notes, marks):
            doubts.add("indicator")
        status = self._status(own, over, group, doubts)
        head = (period + "," if period else "") + region
        tails, unitless, moves = self._tails(figure, words, own, over, row.unit, status, doubts)
        sentences = tuple(f"{head}{one}。" for one in tails)
        text = figure.cell.text
        return Said(
            figure, sentences, text.startswith("-"), frozenset(doubts), unknown, unitless, moves, " ".join((row.group, *row.labels)).strip(), " ".join(figure.heads), self.grid.title,
        )  # fmt: skip

    def _region(
        self, own: Sequence[Label], over: Sequence[Label], group: Sequence[Label], doubts: set[str]
    ) -> tuple[str, bool]:
        """The words for a figure's region, and whether it is one that no table is of."""
        nearest = [*own, *over] if any(one.region for one in (*own, *over)) else group
        told = {one.region for one in nearest if one.region}
        if any(one.several for one in nearest) or len(told) > 1:
            doubts.add("region")
        if told:
            return told.pop(), False
        for axis, labels in ((self._rows_of_regions, own), (self._columns_of_regions, over)):
            if axis and any(self._placelike(one) for one in labels):
                return "", True
        title = self.title.label
        if title.region:
            if title.several:
                doubts.add("region")
            return title.region, False
        if not self.owner or self.title.each:
            doubts.add("region")
        return self.owner, False

    def _placelike(self, one: Label) -> bool:
        """Whether a label among those of regions names neither indicator nor period: another region, or all together."""
        named = any(True for _ in naming.find(one.words, self.reader.tables))
        return bool(one.words) and not one.kind and not named and not one.when and not one.unit

    def _words(
        self, figure: Figure, own: list[Label], over: list[Label], group: list[Label], doubts: set[str]
    ) -> tuple[str, list[Label]]:
        """The words that name the indicator, those of the row first unless they only say how it moves; and what the title
        says of it, where no label names one."""
        left = [one for one in own if not (self._rows_of_regions and self._placelike(one))]
        up = [one for one in over if not (self._columns_of_regions and self._placelike(one))]
        mine, its = "".join(one.words for one in left), "".join(one.words for one in up)
        if (
            mine
            and _MOVES.fullmatch(mine)
            or not self._named(mine)
            and self._named(its)
            and left
            and left[-1].kind
        ):
            words = its + mine
        else:
            words = mine + its
        words = self._grouped(words, group, doubts)
        titled: list[Label] = []
        named = self._named(words)
        if _BRANCH.search(words) and not _NOUN.search(words):
            alone = any(one.kind in ("growth", "fall") and _BRANCH.search(one.words) for one in (*left, *up))
            words = self._part(figure.row, words, alone, doubts)
        elif not named and not re.sub(_MOVES, "", words) and (name := self.title.name):
            words = name.words + words
            if self.title.named > 1:
                doubts.add("indicator")
            moves = any(one.kind in ("growth", "fall") for one in (*own, *over))
            titled = [replace(name, kind="" if moves else name.kind)]
        scoped = self.title.scope + words
        if self.title.scope and self._spans(scoped, len(self.title.scope)):
            words = scoped
        return words, titled

    def _named(self, words: str) -> bool:
        return any(True for _ in naming.find(words, self.reader.tables))

    def _spans(self, words: str, at: int) -> bool:
        """Whether one name goes over a place in some words, from their beginning."""
        first = next(iter(naming.find(words, self.reader.tables)), None)
        return first is not None and first.start == 0 and first.stop > at

    def _grouped(self, words: str, group: list[Label], doubts: set[str]) -> str:
        said = group[0].words if group else ""
        if not said or not words:
            return words
        if self._spans(said + words, len(said)):
            return said + words
        if not _HARMLESS.fullmatch(said):
            doubts.add("indicator")
        return words

    def _part(self, row: int, words: str, alone: bool, doubts: set[str]) -> str:
        """Words that only name a branch, with what is told of it: by the title, or by the row that it is a part of.
        ``alone``: its own label says that it grows (采矿业增速)."""
        over = self.title.name.words if self.title.name and self.title.named == 1 else ""
        if noun := _OF_PARENT.search(over):
            return _after(words, noun[0])
        parent, inside = self._parents[row]
        if alone and not inside:
            return words
        noun = _OF_PARENT.search(parent.replace("生产总值", "增加值"))
        if not inside or noun is None:
            doubts.add("indicator")
        return _after(words, noun[0]) if noun else words

    def _status(
        self, own: Sequence[Label], over: Sequence[Label], group: Sequence[Label], doubts: set[str]
    ) -> str:
        told = {one.status for one in (*own, *over, *group) if one.status}
        if len(told) > 1:
            doubts.add("indicator")
        if told:
            return told.pop()
        if self.title.label.status and self.title.done:
            done = any(re.search("完成|实绩|实际", one.text) for one in (*own, *over))
            if not done:
                doubts.add("indicator")
            return ""
        return self.title.label.status

    def _tails(
        self,
        figure: Figure,
        words: str,
        own: Sequence[Label],
        over: Sequence[Label],
        unit: str,
        status: str,
        doubts: set[str],
    ) -> tuple[list[str], bool, bool]:
        """Name, relation and number, for each unit that it may be in; whether none is printed; whether it may be a growth."""
        said = Measure(own, over, doubts)
        number = figure.cell.figure
        assert number is not None
        text = figure.cell.text.lstrip("+-")
        negative = figure.cell.text.startswith("-")
        if number.lead != number.start or text and not text[0].isdigit():
            told = text if said.kind != "rank" else f"列{said.who}{text}"
            return [words + status + told], False, True
        row_unit = self.reader.as_unit(unit)
        if number.unit:
            units, printed = [""], number.unit
            if said.unit and said.unit.lstrip("百千万亿") not in number.unit + "%":
                doubts.add("indicator")
        else:
            units, printed = said.units(row_unit, self.units, doubts)
        if said.kind in ("growth", "fall") and printed not in RATES:
            doubts.add("indicator")
        if said.kind == "rank":
            return [self._rank(figure, words, text, said, own, over, doubts)], False, True
        found = [said.sentence(words, status, text + one, negative, doubts) for one in units]
        return found, not printed, said.kind not in ("", "level") or not said.kind and row_unit == "%"

    def _rank(
        self,
        figure: Figure,
        words: str,
        text: str,
        said: Measure,
        own: Sequence[Label],
        over: Sequence[Label],
        doubts: set[str],
    ) -> str:
        place = text if text.startswith("第") else f"第{text.removesuffix('位').removesuffix('名')}位"
        if not said.who:
            doubts.add("indicator")
        grows = any(
            one.kind in ("growth", "fall") or re.search("增速|增幅", one.text) for one in (*own, *over)
        )
        if not grows and figure.row in self._levels:
            doubts.add("indicator")
        rate = "增速" if (grows or figure.row not in self._levels) and "增速" not in words else ""
        return f"{words}{rate}列{said.who}{place}"


def _after(words: str, noun: str) -> str:
    moves = _MOVES.search(words)
    return words[: moves.start()] + noun + words[moves.start() :] if moves else words + noun
