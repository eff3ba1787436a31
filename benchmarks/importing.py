"""How well workbooks are brought in: of figures on sheets drawn at random those right, asked about, left out, and wrong, of which there must be
none.

    python -m benchmarks.importing [SHEETS] [SEED]
"""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from openpyxl import Workbook, load_workbook

from benchmarks.drawn.changed import answered, changed
from benchmarks.drawn.drawing import Drawing
from benchmarks.drawn.names import REGIONS
from benchmarks.drawn.records import Drawn, beside, stacked, unmerged
from benchmarks.measured import Measured, in_turn, milliseconds, ratio, seconds
from industry import project
from industry.curation.importing.importer import imported
from industry.curation.importing.questions import Key
from industry.curation.sheets.sheet import EMPTY, Book, Cell, Sheet, place
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source

AT_MOST = 4
_DATE = "2022-01-31"


def judged(
    one: Drawn, tables: Tables, source: Source, answers: Mapping[Key, str] | None = None
) -> Iterator[tuple[str, str]]:
    """Of every figure of a sheet what became of it, and where it stands: ``right``, ``asked``, ``left`` (out), ``wrong``; ``rightly asked``
    and ``rightly left`` where nothing can be taken for sure."""
    found = imported(Book("x.xlsx", (one.sheet,)), tables, answers or {}, source)
    told = {row.told["passage"].split(" ", 1)[0]: row for row in found.rows}
    every = {place(one.sheet.name, *at) for at in one.truth}
    left = sum(each.figures for each in found.left_out if each.reason not in ("nothing", "rows"))
    lost = len(every - told.keys()) - left
    for _ in range(lost):
        yield "wrong", f"{lost} figures are neither a row nor left out"
    for (line, column), truth in one.truth.items():
        row = told.pop(at := place(one.sheet.name, line, column), None)
        if row is None:
            yield ("left" if truth else "rightly left"), at
        elif row.doubted:
            yield ("asked" if truth else "rightly asked"), at
        elif not row.cells["value"]:
            yield "wrong", f"{at} has no value and no doubt"
        else:
            cells = row.cells
            said = row.region, cells["indicator"], cells["period"], Decimal(cells["value"])
            fine = said == truth and cells["status"] == "actual" and not cells["edition"]
            yield ("right" if fine else "wrong"), f"{at} {said} is {truth}"
    for at, row in told.items():
        if not row.doubted:
            yield "wrong", f"{at} {dict(row.cells)} is no figure"


def like_a_month(tables: Tables) -> Source:
    """A source of the country, later than all that is drawn."""
    every = tables.catalogue.sources.values()
    one = next(
        one for one in every if one.region == tables.catalogue.benchmark.id and one.kind == "statistics"
    )
    return one.model_copy(update={"id": "drawn", "date": _DATE})


def months_alone(tables: Tables) -> dict[str, str]:
    """The growths of a month alone, by those that are counted from January."""
    every = tables.catalogue.indicators
    return {one: f"{one}_month" for one in every if f"{one}_month" in every}


def composed(drawing: Drawing, way: int) -> Drawn:
    """One sheet, or two as one."""
    one = drawing.sheet()
    if way == 7:
        return stacked(one, drawing.sheet(), drawing.chance.randint(0, 2))
    if way == 8:
        return beside(one, drawing.sheet(), drawing.chance.randint(1, 2))
    return unmerged(one) if way == 9 else one


def counted(tables: Tables, sheets: int, seed: int, told: bool = False) -> Counter[str]:
    """What became of the figures of so many sheets."""
    source = like_a_month(tables)
    found: Counter[str] = Counter()
    monthly = months_alone(tables)
    for number in range(sheets):
        drawing = Drawing(seed * 1_000_003 + number, monthly)
        one = composed(drawing, number % 10)
        for verdict, at in judged(one, tables, source):
            found[verdict] += 1
            if told and verdict == "wrong":
                print(f"{seed * 1_000_003 + number} {one.how}: {at}")
    return found


def counted_changed(tables: Tables, sheets: int, seed: int, told: bool = False) -> Counter[str]:
    """What became of the figures of changed sheets, brought in with what was answered about them as they were."""
    source, monthly = like_a_month(tables), months_alone(tables)
    found: Counter[str] = Counter()
    for number in range(sheets):
        drawing = Drawing(seed * 1_000_003 + number, monthly)
        one = drawing.sheet()
        given = {
            key: told
            for key, told in answered(one, tables, source, monthly).items()
            if key.what not in ("year", "period")
        }
        for name, other in [("", one), *changed(one, drawing)]:
            for verdict, at in judged(other, tables, source, given):
                found[verdict] += 1
                if told and verdict == "wrong":
                    print(f"{seed * 1_000_003 + number} {name} {other.how}: {at}")
    return found


def measure(tables: Tables, sheets: int, others: int) -> Iterator[Measured]:
    """The share of wrong figures, as drawn and as changed (``others`` sheets, each with every change), and how many of those that can be
    known are asked about or left out."""
    found: Counter[str] = Counter()
    taken = seconds(lambda: found.update(counted(tables, sheets, 1)))
    every = sum(found.values())
    yield Measured(
        "import: figures",
        every / max(every - found["wrong"], 1),
        1,
        "those not wrong",
        f"{every} figures, {taken:.1f} s",
    )
    known = found["right"] + found["asked"] + found["left"] + found["wrong"]
    detail = ", ".join(f"{name} {count}" for name, count in sorted(found.items()))
    yield Measured(
        "import: figures that can be known",
        known / max(found["right"], 1),
        None,
        "those brought in unasked",
        detail,
    )
    yield speed(tables, sheets)
    moved = counted_changed(tables, others, 1)
    detail = ", ".join(f"{name} {count}" for name, count in sorted(moved.items()))
    yield Measured(
        "import: figures after a change",
        moved.total() / max(moved.total() - moved["wrong"], 1),
        1,
        "those not wrong",
        detail,
    )


def speed(tables: Tables, sheets: int, times: int = 3) -> Measured:
    """What the figures of a long table are, of a sheet that is read, against openpyxl's reading such a sheet."""
    rows = [["地区", "时间", "规模以上工业增加值增速（%）", "规模以上工业企业利润总额（亿元）"]]
    names = [each[0] for each in REGIONS.values()]
    for at in range(10 * sheets):
        year, month = divmod(at // len(names), 10)
        rows.append(
            [names[at % len(names)], f"{2000 + year % 20}年1-{month + 2}月", f"{at % 97}.5", f"{at}.5"]
        )
    cells = [[Cell("主要指标"), *[EMPTY] * 3], *([Cell(text) for text in row] for row in rows)]
    book, source = Book("x.xlsx", (Sheet("", cells),)), like_a_month(tables)
    written = io.BytesIO()
    made = Workbook(write_only=True)
    sheet = made.create_sheet()
    for row in rows:
        sheet.append(row)
    made.save(written)
    figures = 2 * (len(rows) - 1)

    def known() -> None:
        assert len(imported(book, tables, {}, source).rows) == figures

    def read() -> None:
        there = load_workbook(io.BytesIO(written.getvalue()), read_only=True, data_only=True)
        assert sum(1 for _ in there.active.iter_rows(values_only=True)) == len(rows)

    ours, peer = in_turn(known, read, times)
    detail = f"{figures} figures, {milliseconds(ours)} : {milliseconds(peer)}"
    return Measured("import: what figures are", ratio(ours, peer), AT_MOST, "openpyxl, values alone", detail)


def run(quick: bool) -> Iterator[Measured]:
    """Of the tables that are kept."""
    tables = project.store(project.folder()).current(wait=True).tables
    assert tables is not None
    yield from measure(tables, 40 if quick else 1000, 10 if quick else 120)


if __name__ == "__main__":
    sheets, seed = (
        (int(one) for one in (*sys.argv[1:], "300", "1")[:2]) if len(sys.argv) != 2 else (int(sys.argv[1]), 1)
    )
    held = project.store(project.folder()).current(wait=True).tables
    assert held is not None
    print(counted(held, sheets, seed, told=True))
    print("changed", counted_changed(held, max(sheets // 6, 1), seed, told=True))
