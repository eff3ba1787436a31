"""The tables on a sheet: which cells are titles, header, labels, figures, notes. What their texts say belongs in ``sayings``.

A table is found by its rows: lines of one cell (titles, units), rows of words (its header), rows with figures; what follows those in
single cells are its notes, or a line over a group of rows. Tables side by side are parted where labels begin again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from industry.curation.importing.reading import heads, units
from industry.curation.importing.reading.areas import areas
from industry.curation.importing.reading.cells import NONE, Seen, among_figures, seen
from industry.curation.importing.reading.heads import Label
from industry.curation.importing.reading.lines import Line, Rows
from industry.curation.sheets.sheet import Sheet

_UNITS = ("单位", "计量单位")
_ORDINAL = re.compile(r"(?:序号?|编号|代码|行次|no\.?)$")
_ASIDE = re.compile(r"(?:备注|说明|注释?|附注|责任单位|数据来源|来源)$")
_REMARK = re.compile(
    r"^(?!附?[表图目]\s?\d).{2,}[为按系含指至是](?!主)|^(?:附?注|说明|备注)[:.]|[,;。]|口径|[快预]报|初步|未[经]?审|滞后|推迟|暂|[代沿]用|代替|替代|调整|"
    r"修订|上[月年期]数|两年平均|年均|当月|不变|剔除|扣除|包括"
)
_YEARS = re.compile(r"(?:年份?|年度)$")
_MONTHS = re.compile(r"(?:月份?|时间|时期|统计期|期间|期别|报告期)$")
_MONTH = re.compile(r"\d{1,2}(?:-\d{1,2})?$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell with a figure: the lines over its group, the labels of its row and the header over it from top to bottom, units among them
    where a row or a column has some. ``near``: the unit before it there, where its own is blank; ``inner``: a text among the figures
    above it, which may head it; ``aside`` what a column of remarks says."""

    seen: Seen
    row: int
    column: int
    group: tuple[Label, ...]
    labels: tuple[Label, ...]
    header: tuple[Label, ...]
    near: str = ""
    inner: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``titles`` the lines over it, ``heads`` the words over its columns of labels, ``rows`` the labels of every row, of those without
    figures too, ``notes`` the lines below, ``corner`` all that stands over its labels. ``words``: what stands among figures and is none, ``nothing``: the signs that there is no
    figure; of rows of words over no figures (no ``figures``), all of them."""

    sheet: str
    titles: tuple[Label, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Label, ...]], ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    corner: tuple[str, ...] = ()
    words: tuple[Label, ...] = ()
    nothing: tuple[str, ...] = ()


def tables(sheet: Sheet) -> tuple[Table, ...]:
    """The tables of a sheet, from top to bottom and from left to right. Hidden rows and columns are none of them."""
    lines = [
        [
            NONE if at in sheet.hidden_columns or row in sheet.hidden_rows else seen(cell)
            for at, cell in enumerate(cells)
        ]
        for row, cells in enumerate(sheet.rows)
    ]
    spans = heads.covered(sheet)
    found: list[Table] = []
    for own, rows in areas(lines):
        found += _tables(sheet.name, own, rows, spans)
    return tuple(found)


def hidden(sheet: Sheet) -> int:
    """How many figures stand in rows and columns that the sheet doesn't show."""
    return sum(
        seen(cell).kind == "figure"
        for row, cells in enumerate(sheet.rows)
        for at, cell in enumerate(cells)
        if at in sheet.hidden_columns or row in sheet.hidden_rows
    )


def remarks(sheet: Sheet) -> list[str]:
    """What a sheet without figures notes of others (编制说明)."""
    told = [one for cells in sheet.rows for cell in cells if (one := seen(cell)).kind]
    if any(one.kind != "words" and not one.when for one in told):
        return []
    return [one.shown.strip() for one in told if _REMARK.search(one.text)]


def _tables(sheet: str, lines: Sequence[Line], rows: Rows, spans: heads.Spans) -> Iterator[Table]:
    """The tables side by side in some rows."""
    if not rows.body:
        told = [Label(one, at, place) for at in rows.heads for place, one in enumerate(lines[at]) if one.kind]
        yield Table(sheet, (), (), (), (), (), (), tuple(told))
        return
    width = max(len(lines[at]) for at in rows.body)
    titles = tuple(
        Label(one, at, place) for at in rows.titles for place, one in enumerate(lines[at]) if one.kind
    )
    notes = tuple(one.shown.strip() for at in rows.notes for one in lines[at] if one.kind)
    paths = heads.paths(lines, rows, width, spans)
    sides = list(_sides(lines, rows, paths, width))
    figured = [any(_cell_of(lines, rows, at, "figure") for at in one) for one in sides]
    apart = [at for one, some in zip(sides, figured, strict=True) if not some and any(figured) for at in one]
    notes += tuple(
        one.seen.shown.strip()
        for at in range(width)
        if at in apart or not _cell_of(lines, rows, at)
        for one in paths[at]
        if _REMARK.search(one.seen.text)
    )
    for columns, some in zip(sides, figured, strict=True):
        if some or not any(figured):
            yield _side(sheet, lines, rows, spans, paths, columns, titles, notes, apart)


def _cell_of(lines: Sequence[Line], rows: Rows, column: int, kind: str = "") -> bool:
    """Whether a column has a cell, or one of a kind, in the rows below the header."""
    cells = [heads.cell(lines, row, column).kind for row in rows.body]
    return kind in cells if kind else any(cells)


def _sides(
    lines: Sequence[Line], rows: Rows, paths: Sequence[tuple[Label, ...]], width: int
) -> Iterator[range]:
    """The columns of each table beside others: labels begin again behind an empty column, or under the first one's header."""
    begin, figures, gap = 0, False, False
    first = ""
    for column in range(width):
        own = [heads.cell(lines, row, column) for row in rows.body]
        head = "".join(one.seen.text for one in paths[column])
        if not any(one.kind for one in own) and not head:
            gap = gap or figures
            continue
        words = sum(one.kind == "words" for one in own)
        labels = words > 0 and not any(one.kind == "figure" and not one.when for one in own)
        if not figures and not first:
            first = head
        if figures and labels and not _ASIDE.search(head) and (gap or head and head == first):
            yield range(begin, column)
            begin, figures, first = column, False, head
        figures = figures or any(one.kind == "figure" for one in own) and not labels and not _labelled(head)
        gap = False
    yield range(begin, width)


def _labelled(head: str) -> bool:
    return bool(_YEARS.match(head) or _MONTHS.match(head) or _ORDINAL.match(head))


def _side(
    sheet: str,
    lines: Sequence[Line],
    rows: Rows,
    spans: heads.Spans,
    paths: Sequence[tuple[Label, ...]],
    columns: range,
    titles: tuple[Label, ...],
    notes: tuple[str, ...],
    apart: Sequence[int],
) -> Table:
    labels: list[int] = []
    measured: list[int] = []
    asides: list[int] = list(apart)
    figured: list[int] = []
    over = {column: "".join(one.seen.text for one in paths[column] if not one.unit) for column in columns}
    for column in columns:
        own = [heads.cell(lines, row, column) for row in rows.body]
        told = [one for one in own if one.kind]
        some = [one.text for one in told if one.kind != "nothing"]
        numbers = _ORDINAL.match(over[column]) and not labels and not figured
        if not told or numbers or not over[column] and _counts(own) and not figured:
            continue
        if _ASIDE.search(over[column]):
            asides.append(column)
        elif over[column].strip("()") in _UNITS or some and all(map(units.alone, some)):
            measured.append(column)
        elif _is_label(own, over[column], bool(figured)):
            labels.append(column)
        else:
            figured.append(column)
    made: list[Figure] = []
    held: dict[int, Label] = {}
    group: tuple[Label, ...] = ()
    standing: tuple[Label, ...] = ()
    inner: dict[int, tuple[Label, ...]] = {}
    words: list[Label] = []
    nothing: list[str] = []
    near = ""
    hanging = heads.hanging(lines, rows, figured)
    joint = heads.joint(spans, paths)
    every: list[tuple[int, tuple[Label, ...]]] = []
    for row in sorted((*rows.body, *rows.groups)):
        if row in rows.groups:
            place = next(at for at, one in enumerate(lines[row]) if one.kind)
            one = Label(lines[row][place], row, place, bool(units.alone(lines[row][place].text)))
            if one.unit:  # it holds for all that stands below
                standing = (one,)
                continue
            group, held = (one,), {}
            every.append((row, group))
            continue
        said = tuple(_row_labels(lines, row, labels, over, spans, held))
        every.append((row, said))
        places = [spans.get((row, at), (row, at)) for at in measured]
        own_units = tuple(
            Label(heads.cell(lines, *at), *at, unit=True) for at in places if heads.cell(lines, *at).kind
        )
        near = "".join(one.seen.text for one in own_units) or near
        over_row, row_labels = (*standing, *group), (*said, *own_units)
        aside = " ".join(heads.cell(lines, row, at).shown.strip() for at in asides).strip()
        for column in figured:
            one_cell = among_figures(heads.cell(lines, row, column))
            if not one_cell.kind or (row, column) in spans:
                continue
            if one_cell.kind == "nothing":
                nothing.append(one_cell.shown.strip())
                continue
            if one_cell.kind == "words":  # it may head those below it
                words.append(Label(one_cell, row, column))
                inner[column] = (*paths[column], words[-1])
                continue
            if (row, column) in joint:
                one_cell = replace(one_cell, unsure=True)
            made.append(
                Figure(
                    one_cell, row, column, over_row, row_labels, inner.get(column, paths[column]),
                    "" if own_units else near or hanging.get(column, ""),
                    inner[column][-1].seen.shown.strip() if column in inner else "", aside,
                )
            )  # fmt: skip
    return Table(
        sheet, titles, tuple(over[at] for at in labels), tuple(every), tuple(made), notes,
        tuple(one.seen.text for at in labels for one in paths[at]), tuple(words), tuple(nothing),
    )  # fmt: skip


def _counts(own: Sequence[Seen]) -> bool:
    """Whether a column without a header only numbers the rows."""
    return [one.text for one in own if one.kind] == [str(at) for at in range(1, len(own) + 1)] and len(
        own
    ) > 1


def _is_label(own: Sequence[Seen], head: str, behind: bool) -> bool:
    """Whether a column is of labels; ``behind``: figures stand before it."""
    if (
        _YEARS.match(head)
        or _MONTHS.match(head)
        and all(one.when or _MONTH.match(one.text) or one.kind != "figure" for one in own)
    ):
        return True
    plain = [one for one in own if one.kind == "figure" and not (one.when and not behind)]
    words = [one for one in own if one.kind == "words"]
    if plain:
        return False
    return bool(words) or not behind and any(one.when for one in own)


def _row_labels(
    lines: Sequence[Line],
    row: int,
    columns: Sequence[int],
    over: dict[int, str],
    spans: heads.Spans,
    held: dict[int, Label],
) -> Iterator[Label]:
    """The labels of a row; a blank under one is of that, where a label behind it begins anew."""
    last = max((at for at in columns if heads.cell(lines, row, at).kind), default=-1)
    for column in columns:
        at = spans.get((row, column), (row, column))
        one = heads.cell(lines, *at)
        if one.kind:
            held[column] = Label(_labelling(one, over[column]), *at)
            for other in [each for each in held if each > column]:
                del held[other]
        elif column > last or column not in held:
            continue
        yield held[column]


def _labelling(one: Seen, head: str) -> Seen:
    """A label as it is read under its header: 6 under 月份 is 6月."""
    if one.when:
        return replace(one, kind="words", text=one.when)
    if one.kind in ("figure", "words") and _MONTH.match(one.text) and _MONTHS.match(head):
        return replace(one, kind="words", text=f"{one.text}月")
    return one
