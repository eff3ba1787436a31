"""Lines of a text as cells, parted by tabs, by upright strokes, or by two or more spaces; and what a cell is: a figure, a
blank, or words. What rows mean together is for ``layout``.

A cell keeps its place in the text given. Marks of footnotes (12.3①, 12.3*) are no part of it: they are cut off before the text
is made even, which would make digits of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from industry.text.alike import alike
from industry.text.claims.numbers import Number, numbers

_LONGEST = 3_000
"""Letters of a line; a longer one is no row."""
_MOST_CELLS = 60
_APART = re.compile(r"\t|[|｜│┃]|(?<=\S)[ \u3000\u00a0]{2,}(?=\S)")
"""What tells at once that a text holds no table at all."""
_SPACES = re.compile(r"[ \u3000\u00a0]{2,}")
_STROKES = re.compile(r"[|｜│┃]")
_RULE = re.compile(r"[\s|｜│┃┼├┤┬┴╋+:\-—─━=]*$")
"""A line that only parts header and body."""
MARK = re.compile(r"\s*(?:[①-⑳⑴-⒇⁰¹²³⁴-⁹*＊※†‡]+|[\[〔［(（](?:注?\d{1,2}|注)[\])〕］）]|注\d{0,2})\s*$")
HEADED = re.compile(
    r"\s*(?:[附续]?[表图]\s?(?:[一二三四五六七八九十]+|\d{1,2})(?:[-—–.．]\d{1,2})*|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）])[:：.．、]?\s*"
)
"""The number of a table or a section before its title, which isn't a cell of its own."""
_YEAR = re.compile(r"(?:19|20)\d\d$")
_FIRST = re.compile(
    r"(?P<figure>[^\s(（占约推前]+?)(?P<aside>\s+\S.*|\s*[(（][^()（）]+[)）](?:\s*\S.*)?"
    r"|\s*(?:占|约|推算|推定|前.批|(?:19|20)\d\d年).*)$"
)
"""A figure and what stands beside it; where a figure meets a word no space may be left between them."""
_ASIDE = re.compile(r"[+\-±约占前]|\d{1,4}[-年月至].*[年月季末]$|(?:推算|推定)")
"""What may stand smaller beside a figure in its cell: a gap, a share, a period or edition of its own, how it came about."""
_NOTHING = re.compile(r"(?:[-.…·/\\*]|\s|—|——|n/?a|nan|无|暂无|未公布|x)*$")


@dataclass(frozen=True)
class Cell:
    """``start`` to ``stop`` in the text given, without spaces around and marks behind it; ``text`` as ``alike`` makes it;
    ``aside``: what stands beside a figure in its cell."""

    start: int
    stop: int
    text: str
    marks: str = ""
    aside: Cell | None = None

    @cached_property
    def figure(self) -> Number | None:
        """The number that the whole cell is, placed in ``text``; words that belong to it may open it (增长18.5%)."""
        found = numbers(self.text)
        whole = len(found) == 1 and found[0].lead == 0 and found[0].end == len(self.text)
        return found[0] if whole else None

    @property
    def blank(self) -> bool:
        return _NOTHING.match(self.text) is not None

    @property
    def year(self) -> bool:
        """A bare year, which heads a column or a row."""
        return _YEAR.match(self.text) is not None


@dataclass(frozen=True)
class Row:
    """A line that isn't empty. ``parted``: by what its cells are parted, ``tab``, ``stroke``, ``space`` or nothing."""

    start: int
    stop: int
    parted: str
    cells: tuple[Cell, ...]

    @property
    def single(self) -> bool:
        return len(self.cells) < 2

    @property
    def figures(self) -> Sequence[int]:
        """The places of its figures behind the first cell."""
        return [at for at, one in enumerate(self.cells) if at and one.figure is not None]


def holds_any(text: str) -> bool:
    """Whether anything in a text looks like cells."""
    return _APART.search(text) is not None


def rows(text: str) -> Iterator[Row]:
    """Every line that isn't empty, but those that only part others."""
    for line in re.finditer(r"[^\n]+", text):
        if line[0].isspace():
            continue
        parted, spans = _spans(line[0])
        if parted == "stroke" and _RULE.match(line[0]):
            continue
        cells = tuple(_cell(text, line.start() + start, line.start() + stop) for start, stop in spans)
        yield Row(line.start(), line.end(), parted, cells)


def _spans(line: str) -> tuple[str, list[tuple[int, int]]]:
    """How a line is parted, and its cells."""
    whole = [(0, len(line))]
    if len(line) > _LONGEST:
        return "", whole
    headed = HEADED.match(line)
    begin = headed.end() if headed else 0
    for name, form in (("tab", re.compile("\t")), ("stroke", _STROKES), ("space", _SPACES)):
        marks = [one.span() for one in form.finditer(line) if one.start() >= begin]
        if name == "space":
            marks = [one for one in marks if line[: one[0]].strip() and line[one[1] :].strip()]
        if not marks:
            continue
        ends = [0, *(stop for _, stop in marks)], [*(start for start, _ in marks), len(line)]
        spans = list(zip(*ends, strict=True))
        if name == "stroke":
            spans = [
                one
                for at, one in enumerate(spans)
                if at not in (0, len(spans) - 1) or line[one[0] : one[1]].strip()
            ]
        if len(spans) <= _MOST_CELLS:
            return (name, spans) if len(spans) > 1 else ("", spans)
    return "", whole


def _cell(text: str, start: int, stop: int) -> Cell:
    """A cell; of one that begins with a figure and has something beside it, the figure and that."""
    whole = _whole(text, start, stop)
    parted = None if whole.blank or whole.figure else _FIRST.match(text[whole.start : whole.stop])
    if parted is None:
        return whole
    first = _whole(text, whole.start, whole.start + parted.end("figure"))
    aside = _whole(text, whole.start + parted.start("aside"), whole.stop)
    if first.figure is None or not _ASIDE.match(aside.text.lstrip("(")):
        return whole
    return replace(first, marks=first.marks + whole.marks, aside=aside)


def _whole(text: str, start: int, stop: int) -> Cell:
    raw = text[start:stop]
    mark = MARK.search(raw)
    kept = raw[: mark.start()] if mark and raw[: mark.start()].strip() else raw
    stop = start + len(kept.rstrip())
    start += len(kept) - len(kept.lstrip())
    return Cell(
        start, max(start, stop), alike(text[start:stop]), mark[0].strip() if mark and kept != raw else ""
    )
