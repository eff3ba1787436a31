"""The header rows of a table over its columns: which columns are labels, and which text of each header row stands over which
column. Cells that span several columns are told by what they span, or by the blanks that they leave; where that isn't certain,
nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from industry.text.claims.grids.rows import Cell, Row

CORNER = re.compile(
    r"指标|项目|名称|地区|区域|省份|省市|省区|城市|设区市|市县|县区|县市|行业|产业|类别|分类|内容|年份|年度$|时间|月份|时期|期间|单位$|序号|分组|科目|品种"
)
"""What stands over labels."""


def body(row: Row) -> bool:
    """Whether a row has figures and isn't a header of years."""
    return bool(row.figures) and not _years(row)


def left_open(row: Row) -> bool:
    """Whether a row says of some figure that there is none (…, —)."""
    return not row.single and any(cell.blank and cell.text for cell in row.cells[1:])


def _years(row: Row) -> bool:
    told = [cell for cell in row.cells if not cell.blank]
    behind = [cell for cell in told if cell.year]
    first = told[0] if told else None
    rest = told[1:] if first is not None and not first.year else told
    corner = first is None or first.year or CORNER.search(first.text) is not None
    return bool(rest) and all(cell.year for cell in rest) and (corner or len(behind) > 1 and _runs(behind))


def _runs(cells: Sequence[Cell]) -> bool:
    years = [int(cell.text) for cell in cells]
    return all(abs(one - other) == 1 for one, other in pairwise(years))


def label_columns(rows: Sequence[Row]) -> int:
    """How many columns at the left hold no figures, or only numbering and years."""
    width = max(len(one.cells) for one in rows)
    full = [one for one in rows if len(one.cells) == width and body(one)]
    count = 1
    while count < width - 1:
        column = [one.cells[count] for one in full if not one.cells[count].blank]
        if any(cell.figure is not None and not cell.year for cell in column) or not column:
            break
        if all(cell.year for cell in column) and len(column) < 2:
            break
        count += 1
    return count


def paths(heads: Sequence[Row], width: int, labels: int) -> tuple[list[list[str]], bool]:
    """The texts over each column from top to bottom, and whether their places are sure."""
    found: list[list[str]] = [[] for _ in range(width)]
    lower: list[str] | None = None
    sure = True
    for row in reversed(heads):
        texts = [_head(cell) for cell in row.cells]
        placed = _placed(texts, width, labels, lower)
        if placed is None:
            sure = False
            continue
        for path, one in zip(found, placed, strict=True):
            if one and (not path or path[0] != one):
                path.insert(0, one)
        lower = placed
    return found, sure


def _head(cell: Cell) -> str:
    return cell.text + "年" if cell.year else "" if cell.blank else cell.text + cell.marks


def _placed(texts: list[str], width: int, labels: int, lower: list[str] | None) -> list[str] | None:
    """The texts of a header row, one for each column; None where it isn't sure which is over which."""
    corner = bool(texts[0]) and (
        CORNER.search(texts[0]) is not None or lower is not None and texts[0] == lower[0]
    )
    if len(texts) >= width:
        texts = texts[:width]
    elif lower is None or not any(lower[labels:]):
        if not corner and len(texts) in (width - 1, width - labels):
            texts = [""] * (width - len(texts)) + texts
        else:
            return None
    elif "" in texts:
        texts = ([] if corner or not texts[0] else [""] * labels) + texts
        texts = texts + [""] * (width - len(texts))
        if len(texts) > width:
            return None
    else:
        return _merged(texts if corner else [""] * labels + texts, lower)
    if lower is not None:
        for at in range(labels + 1, width):
            if not texts[at] and lower[at]:
                texts[at] = texts[at - 1]
    return texts


def _merged(upper: list[str], lower: list[str]) -> list[str] | None:
    """Cells of an upper header row, each of which spans as many of the lower: where both have the same text one, of the
    others as many each, if what they span begins again with each."""
    head = 0
    while head < min(len(upper), len(lower)) and (
        upper[head] == lower[head] or not (upper[head] and lower[head])
    ):
        head += 1
    tail = 0
    while tail < len(upper) - head and upper[-1 - tail] == lower[-1 - tail]:
        tail += 1
    some, under = upper[head : len(upper) - tail], lower[head : len(lower) - tail]
    if not some or len(under) % len(some):
        return None
    each = len(under) // len(some)
    if len(some) > 1 and under != under[:each] * len(some):
        return None
    return upper[:head] + [one for one in some for _ in range(each)] + lower[len(lower) - tail :]
