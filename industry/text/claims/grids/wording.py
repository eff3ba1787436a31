"""A figure of a table as the sentence that says the same: 2021年1-6月,江西规模以上工业增加值增长18.5%。 What is sure of it is then
asked of the reader of running text, as of any other sentence; what the table itself leaves open is doubted besides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from industry.text.claims.grids import against, beside, periods, titles
from industry.text.claims.grids.labels import Label, Reader
from industry.text.claims.grids.layout import Figure, Grid
from industry.text.claims.grids.measures import RATES, Measure
from industry.text.claims.grids.rows import Cell
from industry.text.claims.grids.subjects import Subjects
from industry.text.claims.grids.titles import Title

_REGIONAL = re.compile("地区|区域|省份|省市|省区|城市|设区市|市县|县区|县市")
_DONE = re.compile("完成|实绩|实际|执行")
_APART = ("alone", "same")
"""What a title may say of the period of all figures that no period of theirs says."""
_SAME = "同上"
_UNKNOWN = ("?",)
"""The units of a line that isn't understood."""
_DIGITS = re.compile(r"[\d,.]+[百千万亿]*")


@dataclass(frozen=True)
class Said:
    """The sentences by which a figure may be meant, one for each unit that it may be in; the figure ends each. ``doubts`` are
    the table's own. ``unknown``: its region is one that no table is of. ``unitless``: no unit is printed. ``moves``: it may be told of a
    figure without a word for it that it grows by so much. ``prices`` at which its labels say that it is. ``row``, ``column``,
    ``title``: what stands beside and over it, as printed."""

    figure: Figure
    sentences: tuple[str, ...]
    negative: bool
    doubts: frozenset[str]
    unknown: bool
    unitless: bool
    moves: bool
    prices: tuple[str, ...] = ()
    row: str = ""
    column: str = ""
    title: str = ""


class Table:
    """A grid with its labels read."""

    def __init__(self, grid: Grid, reader: Reader, owner: str, written: date | None) -> None:
        self.grid, self.reader, self.owner, self.written = grid, reader, owner, written
        self.title: Title = titles.title(grid.title, reader) if grid.title else Title(Label(""))
        given = [reader.units(one) for one in grid.units]
        self.units = given[0] if given else ()
        self.given = (
            *(one or _UNKNOWN for one in given),
            (self.title.label.unit,) if self.title.label.unit else (),
        )
        self._read: dict[str, Label] = {}
        self._over = frozenset(against.other_title(grid.above, self.title, grid.title, reader))
        rows = [self.label(one.labels[-1]) if one.labels else Label("") for one in grid.rows]
        self._subjects = Subjects(reader, self.title, rows)
        self._rows_of_regions = self._regional(
            [one.labels for one in grid.rows], _REGIONAL.search(grid.corner) is not None
        )
        self._columns_of_regions = self._regional(grid.columns, False)
        self._times = self._lent()
        self._levels = {
            (one.row, _top(one))
            for one in grid.figures
            if not {"growth", "fall", "rank", "gap", "change"} & {self.label(each).kind for each in one.heads}
        }

    def label(self, text: str) -> Label:
        if text not in self._read:
            self._read[text] = self.reader.label(text)
        return self._read[text]

    def _lent(self) -> list[tuple[Label | None, bool]]:
        """Of every column without a period the label whose period it has, and whether that is sure."""
        told = [[self.label(each) for each in path] for path in self.grid.columns]
        return periods.lent(told, [any(self._subjects.named(one.words) for one in path) for path in told])

    def _regional(self, paths: Sequence[tuple[str, ...]], said: bool) -> bool:
        """Whether some labels are of regions: one of them is nothing else."""
        return said or any(self._region_alone(self.label(one)) for path in paths for one in path)

    def _region_alone(self, one: Label) -> bool:
        return bool(one.region) and not one.words and not one.kind and not one.when

    def said(self, figure: Figure) -> Said:
        """What a figure says, as sentences."""
        row = self.grid.rows[figure.row]
        own = self._own(figure.row)
        over = [self.label(one) for one in figure.heads]
        group = [self.label(row.group)] if row.group else []
        doubts: set[str] = set(self._over)
        if figure.cell.aside is not None:
            own, over = beside.own_period(self.label(figure.cell.aside.text), own, over, doubts)
        region, unknown = self._region(own, over, group, doubts)
        lent, certain = self._times[figure.column]
        period, sure = periods.of(
            [*group, *own, *([lent] if lent else []), *over], self.title.label, self.written
        )
        if not (sure and certain):
            doubts.add("period")
        words, titled = self._subjects.words(
            figure.row,
            [one for one in own if not (self._rows_of_regions and self._placelike(one))],
            [one for one in over if not (self._columns_of_regions and self._placelike(one))],
            group,
            doubts,
        )
        if against.beside_averages(own, over, self.grid) or any(
            against.part_or_sum(one, self._subjects.named(one.text)) for one in (*own, *over)
        ):
            doubts.add("indicator")
        if any(one.shift in _APART for one in titled):
            doubts.add("period")
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
            figure, sentences, text.startswith("-"), frozenset(doubts), unknown, unitless, moves, tuple(one.prices for one in (*own, *over) if one.prices), " ".join((row.group, *row.labels)).strip(), " ".join(figure.heads), self.grid.title,
        )  # fmt: skip

    def _own(self, row: int) -> list[Label]:
        """The labels of a row; 同上 is what the row above is of."""
        found = [self.label(one) for one in self.grid.rows[row].labels]
        if row and found and found[0].words.startswith(_SAME):
            above = self._own(row - 1)
            rest = found[0].words.removeprefix(_SAME).lstrip(",:、")
            if above:
                found[0] = replace(found[0], words=above[0].words + rest)
        return found

    def asides(self) -> tuple[list[Said], list[Cell]]:
        """What stands beside figures in their cells: their gaps from the country where the table has a column of it, sure where a note
        says that they are; and all else."""
        country = self.reader.tables.catalogue.benchmark.name.zh
        held = any(self.label(each).region == country for path in self.grid.columns for each in path)
        sure = any(f"与{country}之差" in one for one in self.grid.notes)
        gaps: list[Said] = []
        others: list[Cell] = []
        for one in self.grid.figures:
            if one.cell.aside is None:
                continue
            aside = beside.told(one.cell.aside)
            signed = held and beside.signed(aside.text)
            if not signed and not beside.share(aside.text):
                others.append(one.cell.aside)
                continue
            own = self.said(one)
            cell, told = (
                (aside, [beside.gap(each, aside.text, country) for each in own.sentences])
                if signed
                else beside.part(own.sentences, aside, self._wholes)
            )
            doubts = own.doubts if sure or not signed else own.doubts | {"indicator"}
            gaps.append(replace(own, figure=replace(one, cell=cell), sentences=tuple(told), doubts=doubts))
        return gaps, others

    @cached_property
    def _wholes(self) -> dict[str, str]:
        """How a sentence calls the regions of which something may be a part, by their names."""
        regions = self.reader.tables.catalogue.regions.values()
        return {one.name.zh: f"{one.name.zh}全省" if one.parent else one.name.zh for one in regions}

    def _region(
        self, own: Sequence[Label], over: Sequence[Label], group: Sequence[Label], doubts: set[str]
    ) -> tuple[str, bool]:
        """The words for a figure's region, and whether it is one that no table is of."""
        nearest = [*own, *over] if any(one.region for one in (*own, *over)) else group
        told = {one.region for one in nearest if one.region}
        if any(one.several for one in nearest) or len(told) > 1:
            doubts.add("region")
        for axis, labels in ((self._rows_of_regions, own), (self._columns_of_regions, over), (True, group)):
            if axis and any(against.within_region(one) and self._placelike(one) for one in labels):
                doubts.add("region")
        if told:
            return told.pop(), False
        for axis, labels in ((self._rows_of_regions, own), (self._columns_of_regions, over)):
            if axis and any(self._placelike(one) for one in labels):
                return "", True
            if axis and not any(one.kind in ("gap", "rank", "change") for one in labels):
                doubts.add("region")
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
        named = self._subjects.named(one.words)
        return bool(one.words) and not one.kind and not named and not one.when and not one.unit

    def _status(
        self, own: Sequence[Label], over: Sequence[Label], group: Sequence[Label], doubts: set[str]
    ) -> str:
        told = {one.status for one in (*own, *over, *group) if one.status}
        if len(told) > 1:
            doubts.add("indicator")
        if told:
            return told.pop()
        if any(_DONE.search(one.text) for one in (*own, *over)):
            return ""
        if self.title.label.status and self.title.done:
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
        text, before = figure.cell.text.lstrip("+-"), figure.cell.text[: number.start]
        negative = figure.cell.text.startswith("-")
        row_unit = self.reader.as_unit(unit)
        if number.place and said.kind in ("", "growth", "level") and self.title.label.kind == "rank":
            said.kind, said.who = "rank", self.title.label.who
        if said.kind == "rank":
            if before:
                doubts.add("indicator")
            return [self._rank(figure, words, text, said, own, over, doubts)], False, True
        if number.unit:
            units, printed = [""], number.unit
            if said.unit and said.unit.lstrip("百千万亿") not in number.unit + "%":
                doubts.add("indicator")
        else:
            units, printed = said.units(row_unit, self.units, doubts)
        own_unit = bool(number.unit or said.unit or row_unit)
        if any(
            against.other_rate(one, own_unit, self.given, said.kind in ("gap", "change"))
            for one in {printed, *units}
        ):
            doubts.add("indicator")
        if said.kind in ("growth", "fall") and printed not in RATES:
            doubts.add("indicator")
        digits = _DIGITS.search(text)
        cut = digits.end() if digits else len(text)
        told = [text[:cut] + one + text[cut:] for one in units]
        if before or not digits:
            if said.kind not in ("", "level", "growth"):
                doubts.add("indicator")
            return [words + status + one for one in told], not printed, True
        found = [said.sentence(words, status, one, negative, doubts) for one in told]
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
        place = text if not text[0].isdigit() else f"第{text.removesuffix('位').removesuffix('名')}位"
        levelled = (figure.row, _top(figure)) in self._levels
        grows = any(
            one.kind in ("growth", "fall") or re.search("增速|增幅", one.text) for one in (*own, *over)
        )
        if not said.who or levelled and not grows:
            doubts.add("indicator")
        rate = "增速" if (grows or not levelled) and "增速" not in words else ""
        return f"{words}{rate}列{said.who}{place}"


def _top(figure: Figure) -> str:
    """The header that a figure's column shares with others."""
    return figure.heads[0] if len(figure.heads) > 1 else ""
