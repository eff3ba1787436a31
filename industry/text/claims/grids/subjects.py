"""Which words name the indicator of a figure in a table: those of its row and its column in the order of speech, with what
the line over a group of rows, the row that it is a part of (其中), or the title says of it. Whether they name one for sure is asked
of the reader of running text; what has to be guessed to put them together is doubted here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from industry.text.claims import naming
from industry.text.claims.grids.labels import Label, Reader
from industry.text.claims.grids.titles import Title

_NOUN = re.compile(
    "增加值|产值|收入|营收|利润|投资|税|用电|能耗|资产|负债|人数|数$|率$|费|贷款|出口|进口|消费|零售|货运|比重|占比|生产总值|gdp"
)
"""Of what a figure may be told: with none of these, a name is that of a branch alone."""
_BRANCH = re.compile("(?:业|装备|经济|开采|供应)(?:同比|两年平均|年均|当月|当季|累计)*$")
_OF_PARENT = re.compile("增加值|总产值|营业收入|利润总额|利润|投资|用电量|主营业务收入|资产总计|企业数")
HARMLESS = re.compile(
    r"(?:国民|经济|工业|生产|运行|效益|投资|情况|主要|指标|综合|核算|企业|发展|规模以上|规上|增长|速度|总量|结构|创新|数字|绿色|园区|财税|需求|供给|重点|质量|及|与|和|的|规模|、|[:])+"
)
_MOVES = re.compile("同比$|两年平均$|年均$|当月$|当季$|累计$")


class Subjects:
    """How the figures of a table are named, whose rows have these labels."""

    def __init__(self, reader: Reader, title: Title, rows: Sequence[Label]) -> None:
        self.reader, self.title, self.rows = reader, title, rows
        self._parents = list(self._inner())

    def _inner(self) -> Iterator[tuple[str, bool]]:
        """Of every row, the words of the one that it is a part of (其中), if any, and whether that is sure."""
        parent, inside = "", False
        for one in self.rows:
            if _NOUN.search(one.words) and not one.inner:
                parent, inside = one.words, False
                yield "", False
                continue
            inside = inside or one.inner
            yield parent, inside

    def words(
        self, row: int, own: Sequence[Label], over: Sequence[Label], group: Sequence[Label], doubts: set[str]
    ) -> tuple[str, list[Label]]:
        """The words that name the indicator, those of the row first unless they only say how it moves; and what the title
        says of it, where no label names one."""
        mine, its = "".join(one.words for one in own), "".join(one.words for one in over)
        if (
            mine
            and _MOVES.fullmatch(mine)
            or not self.named(mine)
            and self.named(its)
            and own
            and own[-1].kind
        ):
            words = its + mine
        else:
            words = mine + its
        if self.named(mine) and self.named(its) and not self._joins(words, len(words) - len(its)):
            doubts.add("indicator")
        words = self._grouped(words, group, doubts)
        titled: list[Label] = []
        named = self.named(words)
        if _BRANCH.search(words) and not _NOUN.search(words):
            alone = any(one.kind in ("growth", "fall") and _BRANCH.search(one.words) for one in (*own, *over))
            words = self._part(row, words, alone, doubts)
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

    def named(self, words: str) -> bool:
        return any(True for _ in naming.find(words, self.reader.tables))

    def _joins(self, words: str, at: int) -> bool:
        """Whether one name goes over a place in some words."""
        return any(one.start < at < one.stop for one in naming.find(words, self.reader.tables))

    def _spans(self, words: str, at: int) -> bool:
        """Whether one name goes over a place in some words, from their beginning."""
        first = next(iter(naming.find(words, self.reader.tables)), None)
        return first is not None and first.start == 0 and first.stop > at

    def _grouped(self, words: str, group: Sequence[Label], doubts: set[str]) -> str:
        said = group[0].words if group else ""
        if not said or not words:
            return words
        if self._spans(said + words, len(said)):
            return said + words
        if not HARMLESS.fullmatch(said):
            doubts.add("indicator")
        return words

    def _part(self, row: int, words: str, alone: bool, doubts: set[str]) -> str:
        """Words that only name a branch, with what is told of it: by the title, or by the row that it is a part of.
        ``alone``: its own label says that it grows (采矿业增速)."""
        over = self.title.name.words if self.title.name and self.title.named == 1 else ""
        if noun := _OF_PARENT.search(over):
            return self._told_of(words, noun[0], "")
        parent, inside = self._parents[row]
        if alone and not inside:
            return words
        parent = parent.replace("生产总值", "增加值")
        noun = _OF_PARENT.search(parent)
        if not inside or noun is None:
            doubts.add("indicator")
        return self._told_of(words, noun[0], parent) if noun else words

    def _told_of(self, branch: str, noun: str, parent: str) -> str:
        """A branch with what is told of it, as an indicator is called, if any is: 规模以上制造业增加值."""
        whole = _after(branch, noun)
        for one in (f"规模以上{whole}", whole) if "规" in self.title.scope + parent else (whole,):
            if self._spans(one, one.index(noun)):
                return one
        return whole


def _after(words: str, noun: str) -> str:
    moves = _MOVES.search(words)
    return words[: moves.start()] + noun + words[moves.start() :] if moves else words + noun
