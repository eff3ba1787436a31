"""Which lines of a text are a table, and what stands over, beside and in it: the title with what it says of units, header rows
above one another, the columns of labels, groups, the figures. A table has a header and a row with a figure that fills its
cell; lines that only have tabs or spaces in them are none.

What labels say is for ``labels``; here only their places are known. Where places aren't certain (cells merged or left away
without a trace), the figures are ``uneven``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from industry.text.alike import alike
from industry.text.claims.grids import headers
from industry.text.claims.grids.labels import NUMBERING, TABLE_NUMBER
from industry.text.claims.grids.rows import HEADED, Cell, Row
from industry.text.claims.numbers import numbers

_NO_FIGURES = re.compile(
    r"^(?:序号|编号|代码|行次|电话|手机.*|房间.*|座位.*|邮编|日期|备注|说明|责任.*|牵头.*|联系.*|no\.?)$"
)
_UNIT = re.compile("^(?:计量)?单位$")
_STOP = re.compile(r"[。！？!?]|[；;](?![^()（）]*[)）])")
_LEADS_IN = re.compile("(?:如下|下表|见表|附表).{0,8}[：:]?$")
_UNITS = re.compile("单位[：:]")
_NOTE = re.compile(
    r"\s*(?:注|附注|说明|备注)\s*\d?\s*[:：.、]|\s*[①-⑳*＊※]|\s*\[\d+\]|\s*资料来源|\s*数据来源"
)
_LONGEST_TITLE, _LONGEST_GROUP, _LONGEST_LEAD = 60, 24, 160
_ABOVE, _BELOW = 4, 6


@dataclass(frozen=True)
class Figure:
    """A figure with the texts that stand over it, its column's from top to bottom, and the places of its row and its column in
    the grid's ``rows`` and ``columns``. ``marks``: of footnotes at it or its row."""

    cell: Cell
    heads: tuple[str, ...]
    row: int
    column: int
    marks: str
    uneven: bool


@dataclass(frozen=True)
class Labelled:
    """What stands for a row: its ``labels`` from left to right, ``group``, the line over a part of the rows, and ``unit``, of
    the column of units."""

    labels: tuple[str, ...]
    group: str
    unit: str


@dataclass(frozen=True)
class Grid:
    """A table: ``lines``, the spans of the lines that are read as its own, ``title`` and lines of ``units`` as printed over it,
    the nearest first (made even; empty: none), ``above``: the line above its title, ``notes`` below it. ``others``: cells of words that hold numbers all the same."""

    lines: tuple[tuple[int, int], ...]
    title: str
    above: str
    units: tuple[str, ...]
    notes: tuple[str, ...]
    corner: str
    rows: tuple[Labelled, ...]
    columns: tuple[tuple[str, ...], ...]
    figures: tuple[Figure, ...]
    others: tuple[Cell, ...] = field(default=())


def grids(text: str, rows: Sequence[Row]) -> Iterator[Grid]:
    """The tables of a text, in order."""
    at = 0
    while at < len(rows):
        if rows[at].single or _prose(rows[at]):
            at += 1
            continue
        end = at + 1
        while end < len(rows) and _goes_on(rows, at, end):
            end += 1
        above, below = rows[max(0, at - _ABOVE) : at], rows[end : end + _BELOW]
        for some in _parts(rows[at:end]):
            grid = _grid(text, some, above, below)
            if grid is not None:
                yield grid
        at = end


def _goes_on(rows: Sequence[Row], first: int, at: int) -> bool:
    """Whether a line belongs to the rows from ``first`` on: parted alike, or a short line over more rows of figures.
    Lines of sentences don't."""
    if not rows[at].single:
        return rows[at].parted == rows[first].parted and not _prose(rows[at])
    if at + 1 >= len(rows) or rows[at + 1].parted != rows[first].parted or not headers.body(rows[at + 1]):
        return False
    text = rows[at].cells[0].text
    return len(text) <= _LONGEST_GROUP and not _STOP.search(text) and not numbers(NUMBERING.sub("", text))


def _prose(row: Row) -> bool:
    """Whether the cells of a line are rather sentences, or parts of one."""
    return not row.figures and any("。" in cell.text or len(cell.text) > _LONGEST_TITLE for cell in row.cells)


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Rows parted where a header comes again."""
    begin, seen = 0, False
    for at, one in enumerate(rows):
        told = sum(not cell.blank for cell in one.cells)
        if seen and not one.single and not headers.body(one) and told > 1 and told * 2 > len(one.cells):
            words = [cell for cell in one.cells[1:] if not cell.blank]
            if len(words) > 1 or headers.CORNER.search(one.cells[0].text):
                yield rows[begin:at]
                begin, seen = at, False
        seen = seen or headers.body(one)
    yield rows[begin:]


def _grid(text: str, rows: Sequence[Row], above: Sequence[Row], below: Sequence[Row]) -> Grid | None:
    start = next(
        (at for at, one in enumerate(rows) if headers.body(one) or at and headers.left_open(one)), None
    )
    if start is None:
        return None
    while start > 1 and _over_rows(rows[start - 1]):
        start -= 1
    heads, body = [one for one in rows[:start] if not one.single], rows[start:]
    if not heads and not _keyed(body):
        return None
    several = [one for one in body if not one.single]
    width = max(len(one.cells) for one in (*several, *heads[-1:]))
    if width < 2 or not heads and width > 2:
        return None
    labels = headers.label_columns(several)
    paths, even = headers.paths(heads, width, labels)
    title, over, units, lines = _over(text, above)
    under = takewhile(lambda one: not HEADED.match(one), (text[one.start : one.stop] for one in below))
    notes = tuple(alike(one) for one in under if _NOTE.match(one))
    labelled, figures, others = _figures(body, width, labels, paths, even)
    if not figures and not others and not any(map(_skipped, paths)):
        return None
    told = [one for one in heads if any(numbers(cell.text) for cell in one.cells if not cell.year)]
    own = tuple((one.start, one.stop) for one in rows if one not in told)
    corner = " ".join(one for path in paths[:labels] for one in path)
    return Grid(
        (*lines, *own),
        title,
        over,
        units,
        notes,
        corner,
        tuple(labelled),
        tuple(map(tuple, paths[labels:])),
        tuple(figures),
        tuple(others),
    )


def _over_rows(row: Row) -> bool:
    """Whether a line only names the group of the rows below it."""
    return row.single or bool(row.cells[0].text) and not any(cell.text for cell in row.cells[1:])


def _keyed(body: Sequence[Row]) -> bool:
    """Whether rows without a header are pairs of a label and a figure."""
    several = [one for one in body if not one.single]
    return len(several) > 1 and all(len(one.cells) == 2 and headers.body(one) for one in several)


def _over(text: str, above: Sequence[Row]) -> tuple[str, str, tuple[str, ...], list[tuple[int, int]]]:
    """Title over a table, the line above that, and units, and the lines that are title and units."""
    title, over, lines = "", "", []
    units: tuple[str, ...] = ()
    for one in reversed(above):
        said = text[one.start : one.stop].strip()
        even = alike(said)
        if not one.single and one.figures:
            break
        if len(said) > _LONGEST_LEAD or len(said) > _LONGEST_TITLE and not _LEADS_IN.search(said):
            break
        given = _UNITS.search(even)
        alone = given is not None and not re.sub(r"[\s(\[]", "", even[: given.start()])
        if given and not title:
            units = (*units, even[given.start() :])
        if alone:
            lines += [] if title else [(one.start, one.stop)]
            continue
        if _STOP.search(said.rstrip("：:")) and not _LEADS_IN.search(said):
            break
        if not one.single and not given:
            break
        if title:
            over = even
            break
        title = even[: given.start()].rstrip(" ([") if given else even
        if not numbers(TABLE_NUMBER.sub("", even)):
            lines.append((one.start, one.stop))
    return title, over, units, lines


def _figures(
    body: Sequence[Row], width: int, labels: int, paths: list[list[str]], even: bool
) -> tuple[list[Labelled], list[Figure], list[Cell]]:
    labelled: list[Labelled] = []
    found: list[Figure] = []
    others: list[Cell] = []
    group = ""
    held: list[str] = [""] * labels
    unit_at = next((at for at in range(width) if any(_UNIT.match(one) for one in paths[at])), None)
    for row in body:
        told = [cell for cell in row.cells if cell.text]
        if len(told) == 1 and told[0].figure is None:
            group = told[0].text + told[0].marks
            continue
        first = next((at for at, cell in enumerate(row.cells) if at and cell.figure is not None), labels)
        shift = max(0, labels - first) if len(row.cells) < width else 0
        sure = even and (row.parted != "space" or len(row.cells) == width)
        placed = dict(enumerate(row.cells, start=shift))
        own = [_label(placed.get(at), at, held, labels) for at in range(labels)]
        held = own
        its = placed.get(unit_at) if unit_at is not None else None
        unit = its.text if its is not None and not its.blank else ""
        words = tuple(
            one
            for at, one in enumerate(own)
            if one and at != unit_at and not _skipped(paths[at], placed.get(at))
        )
        for at, cell in placed.items():
            if at < labels or at >= width or at == unit_at or cell.blank or _skipped(paths[at]):
                continue
            if cell.figure is None:
                others.append(cell)
                continue
            marks = cell.marks + "".join(placed[each].marks for each in range(labels) if each in placed)
            heads = tuple(paths[at])
            found.append(Figure(cell, heads, len(labelled), at - labels, marks, not sure))
        labelled.append(Labelled(words, group, unit))
    return labelled, found, others


def _label(cell: Cell | None, at: int, held: list[str], labels: int) -> str:
    """A row's label; one that is left away but for the last column is that of the row above."""
    if cell is None or cell.blank:
        return held[at] if at < labels - 1 else ""
    return cell.text + "年" if cell.year else cell.text


def _skipped(path: Sequence[str], cell: Cell | None = None) -> bool:
    """Whether a column holds what is no figure, or a label is only a number in a list."""
    if path and any(_NO_FIGURES.match(one) for one in path):
        return True
    return cell is not None and cell.figure is not None and not cell.year and cell.text.isdigit()
