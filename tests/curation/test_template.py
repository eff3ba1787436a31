"""The workbook in which a region's rows are entered: every cell is text, every row comes back as it was, whatever program
saved it, and what was changed is told from what was not."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import range_boundaries

from industry import project, wording
from industry.__main__ import main
from industry.curation import candidate, proposed
from industry.curation.importing.importer import imported
from industry.curation.proposed import Proposed
from industry.curation.refusal import Refusal
from industry.curation.sheets import books
from industry.curation.sheets.sheet import Book, Cell, Sheet
from industry.curation.template import codes, making, reading
from industry.tables.store import contents
from industry.tables.tables import Tables
from industry.vocabulary import fields
from tests.conftest import LIVE, WORLD
from tests.curation import soffice

TABLE = "data/observations/hebei.csv"
ODD = (
    "=1+1",
    "+7",
    "-7.1",
    "@SUM(A1)",
    "'18.5",
    "=cmd|' /C calc'!A0",
    "7.0",
    "2020-12",
    "两行\n的备注",
    "TRUE",
    "#N/A 未公布",
    "1e5",
)
"""Texts that spreadsheets take for something else."""


def again(folder: Path, made: dict[str, bytes]) -> dict[str, bytes]:
    """The workbooks as LibreOffice opens and saves them."""
    for name, data in made.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    saved = soffice.converted([folder / f"{name}.xlsx" for name in made], "xlsx", folder / "saved")
    return {one.stem: one.read_bytes() for one in saved}


def read(name: str, data: bytes, tables: Tables, region: str) -> tuple[Proposed, ...]:
    """The rows of a workbook, which are those of the region's table, each with its id."""
    found = reading.rows(books.read(f"{name}.xlsx", data))
    table = tables.tables[region]
    assert [one.cells for one in found] == [table.row(at) for at in range(len(table.lines))]
    assert [one.replaces for one in found] == [row.id for row in tables.rows(region=region)]
    assert {one.region for one in found} <= {region}
    assert reading.changed(found, tables) == ()
    return found


def with_odd_notes() -> Tables:
    """The frozen tables with notes that spreadsheets take for something else."""
    files = contents(WORLD)
    rows = list(csv.DictReader(io.StringIO(files[TABLE].decode())))
    for row, note in zip(rows, ODD, strict=False):
        row["note_en"] = note
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    files[TABLE] = out.getvalue().encode()
    tables, faults = project.read(files)
    assert tables is not None, faults
    assert set(ODD) <= set(tables.tables["hebei"].columns["note_en"])
    return tables


@soffice.needed
def test_every_row_comes_back_from_libreoffice_as_it_was(tmp_path: Path) -> None:
    """Those of the tables that curators keep, and texts that look like something else."""
    live = project.store(LIVE).current(wait=True).tables
    assert live is not None
    regions = {one.id: one for one in live.catalogue.regions.values() if one.id in live.tables}
    odd = with_odd_notes()
    made = {id: making.workbook(live, one, "zh") for id, one in regions.items()}
    made["odd"] = making.workbook(odd, odd.catalogue.regions["hebei"], "en")
    saved = again(tmp_path, made)
    assert saved.keys() == made.keys()
    read("odd", made["odd"], odd, "hebei")
    read("odd", saved.pop("odd"), odd, "hebei")
    for id, data in saved.items():
        assert data != made[id]
        read(id, data, live, id)
        assert rules(data).keys() == rules(made[id]).keys()


@pytest.mark.parametrize("language", fields.LANGUAGES)
def test_every_cell_is_text_and_none_is_worked_out(tables: Tables, language: str) -> None:
    data = making.workbook(tables, tables.catalogue.regions["jian"], language)
    read("jian", data, tables, "jian")
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        cells = [one for row in sheet for one in row if not isinstance(one, MergedCell)]
        assert {one.number_format for one in cells} == {"@"}
        assert {one.data_type for one in cells if one.value is not None} == {"s"}
        assert bool(sheet.freeze_panes) != (sheet.title in ("填写说明", "Guidelines"))
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        parts = [held.read(one).decode() for one in held.namelist() if one.startswith("xl/worksheets/sheet")]
    assert not any("<f>" in one or "<f " in one for one in parts)
    assert all(one.count("numberStoredAsText") == 1 for one in parts)


def rules(data: bytes) -> dict[str, tuple[str, ...]]:
    """What may be chosen in each column of the first sheet, by the column's id."""
    held = openpyxl.load_workbook(io.BytesIO(data))
    sheet, found = held.worksheets[0], {}
    for one in sheet.data_validations.dataValidation:
        name, area = re.fullmatch(r"\$?'?(.+?)'?[!.](.+)", one.formula1).groups()  # type: ignore[union-attr]
        column = range_boundaries(str(one.sqref).split()[0])[0]
        chosen = tuple(str(row[0].value) for row in held[name][area.replace("$", "")])
        found[str(sheet.cell(making.HEADS, column).value)] = chosen
    return found


@pytest.mark.parametrize("language", fields.LANGUAGES)
def test_what_is_chosen_from_a_list_is_what_the_tables_take(tables: Tables, language: str) -> None:
    region = tables.catalogue.regions["hebei"]
    data = making.workbook(tables, region, language)
    chosen = rules(data)
    of = {
        "indicator": tables.catalogue.indicators.keys(),
        "source": tables.catalogue.sources.keys(),
        "edition": tables.catalogue.config.editions.keys(),
        "status": set(fields.STATUSES),
        "qualifier": set(fields.QUALIFIERS) - {""},
        "by_hand": {"yes"},
    }
    for name, ids in of.items():
        told = [codes.in_brackets(text) or text for text in chosen[name]]
        assert (len(told), set(told)) == (len(ids), ids), name
    several = [set((codes.in_brackets(text) or text).split()) for text in chosen["inferred"]]
    assert len({frozenset(one) for one in several}) == 2 ** len(fields.INFERRED) - 1
    assert set().union(*several) == set(fields.INFERRED)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    for column in sheet.iter_cols(min_row=making.HEADS):
        if (name := column[0].value) in of:
            assert {one.value for one in column[1:]} - {None} <= set(chosen[name])


def test_a_template_without_rows_has_all_else(tables: Tables) -> None:
    region = tables.catalogue.regions["hebei"]
    full, empty = (making.workbook(tables, region, "zh", one) for one in (False, True))
    assert reading.rows(books.read("x.xlsx", empty)) == ()
    assert rules(full) == rules(empty)


@pytest.fixture
def entered(tables: Tables) -> list[Proposed]:
    return list(
        reading.rows(books.read("x.xlsx", making.workbook(tables, tables.catalogue.regions["hebei"], "zh")))
    )


def test_what_was_changed_is_told_from_what_was_not(tables: Tables, entered: list[Proposed]) -> None:
    first, second, third = entered[:3]
    changed = replace(first, cells={**first.cells, "note_zh": "另作说明"})
    copied = replace(second, cells={**second.cells, "period": "2022"})
    new = replace(third, cells={**third.cells, "period": "2022"}, replaces="")
    given = [changed, second, *entered[2:], copied, new]
    assert reading.changed(given, tables) == (changed, replace(copied, replaces=""), new)


def test_of_two_changed_lines_with_one_id_nobody_guesses(tables: Tables, entered: list[Proposed]) -> None:
    two = [replace(entered[0], cells={**entered[0].cells, "period": one}) for one in ("2022", "2023")]
    assert reading.changed([*two, *entered[1:]], tables) == tuple(two)


def test_an_import_proposes_what_was_changed_and_asks_nothing(tables: Tables) -> None:
    made = making.workbook(tables, tables.catalogue.regions["hebei"], "zh")
    held = openpyxl.load_workbook(io.BytesIO(made))
    sheet = held.worksheets[0]
    columns = {one.value: one.column for one in sheet[making.HEADS]}
    sheet.cell(making.HEADS + 1, columns["note_zh"]).value = "另作说明"
    line = [one.value for one in sheet[making.HEADS + 2]]
    line[columns["period"] - 1], line[columns["replaces"] - 1] = "2022", None
    sheet.append(line)
    out = io.BytesIO()
    held.save(out)
    untouched = imported(books.read("x.xlsx", made), tables, {}, None)
    assert (untouched.rows, untouched.questions, untouched.left_out) == ((), (), ())
    found = imported(books.read("x.xlsx", out.getvalue()), tables, {}, None)
    first, second = tables.rows(region="hebei")[:2]
    assert [(one.region, one.replaces, one.cells["note_zh"], one.cells["period"]) for one in found.rows] == [
        ("hebei", first.id, "另作说明", tables.cells(first.id)["period"]),
        ("hebei", "", tables.cells(second.id)["note_zh"], "2022"),
    ]
    assert (found.questions, found.left_out) == ((), ())


def lines(*rows: list[str], name: str = "河北（hebei）") -> Book:
    return Book("x", (Sheet(name, [[Cell(one) for one in row] for row in rows]),))


NEEDED = [one.name for one in fields.COLUMNS if not one.optional]


def test_columns_may_change_their_order_and_plain_codes_do(tables: Tables) -> None:
    row = {"indicator": "甲（乙）的增速（value_added_growth）", "period": " 2022 ", "value": "7.0", "status": "actual",
           "source": "来源 (nbs_2021_07)", "as_printed": "7.0（亿元）"}  # fmt: skip
    turned = NEEDED[::-1]
    (found,) = reading.rows(lines(["说明"], turned, [], [row[one] for one in turned]))
    assert found.cells == {
        **row,
        "indicator": "value_added_growth",
        "period": "2022",
        "source": "nbs_2021_07",
    }
    assert (found.region, found.told["passage"]) == ("hebei", "河北（hebei）!A4")


def test_a_sheet_without_a_region_has_the_one_that_is_asked_for() -> None:
    row = ["x"] * len(NEEDED)
    assert [one.region for one in reading.rows(lines(NEEDED, row, name="Sheet1"), "jian")] == ["jian"]
    assert reading.rows(lines(["a", "b"], row)) == ()


def test_words_that_name_nothing_stay_as_they_are_for_the_checks_to_tell() -> None:
    told = dict.fromkeys(NEEDED, "x") | {"status": "大概", "indicator": "规上工业（工业增加值）"}
    (found,) = reading.rows(lines(NEEDED, [told[one] for one in NEEDED]))
    assert (found.cells["status"], found.cells["indicator"]) == ("大概", "规上工业（工业增加值）")


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def test_the_command_writes_it_and_overwrites_nothing(at: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "河北"]) == 0
    assert capsys.readouterr().out.startswith("已写入hebei.xlsx：河北，已有数据")
    filled = (at / "hebei.xlsx").read_bytes()
    assert main(["template", "hebei", "--language", "en", "--empty"]) == 1
    assert capsys.readouterr().err.startswith("hebei.xlsx is there already")
    assert (at / "hebei.xlsx").read_bytes() == filled
    assert main(["template", "hebei", "--empty", "--out", "新表.xlsx", "--language", "en"]) == 0
    assert ": Hebei, 0 existing rows" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["henan"], "没有代码为“henan”的地区；有：china"),
        (["hebei", "--out", str(WORLD / "data" / "x.xlsx")], "不放在 data/ 里"),
        (["hebei", "--out", "x.csv"], "不是 .xlsx 工作簿的名称"),
        (["hebei", "--out", "没有/这个/文件夹/x.xlsx"], "不能写入"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(
    at: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", *arguments]) == 1
    assert told in capsys.readouterr().err
    assert not list(at.iterdir())


def edited(tables: Tables, data: bytes, **cells: str) -> bytes:
    """A workbook with other cells in its first row, as somebody saves it."""
    held = openpyxl.load_workbook(io.BytesIO(data))
    sheet = held.worksheets[0]
    columns = {one.value: one.column for one in sheet[making.HEADS]}
    for name, text in cells.items():
        sheet.cell(making.HEADS + 1, columns[name]).value = text
    out = io.BytesIO()
    held.save(out)
    return out.getvalue()


def after_a_colleague(*lines_of: int) -> Tables:
    """The frozen tables after a colleague's notes to these rows of one region."""
    files = contents(WORLD)
    rows = list(csv.DictReader(io.StringIO(files[TABLE].decode())))
    for at in lines_of:
        rows[at] |= {"note_zh": "同事另注", "note_en": "A colleague's note."}
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    found, faults = project.read({**files, TABLE: out.getvalue().encode()})
    assert found is not None, faults
    return found


def test_what_colleagues_changed_since_a_template_was_made_is_not_taken_back(tables: Tables) -> None:
    region = tables.catalogue.regions["hebei"]
    made = edited(tables, making.workbook(tables, region, "zh"), note_zh="我的注", note_en="My note.")
    now = after_a_colleague(3, 4)
    book = books.read("x.xlsx", made)
    for found in (imported(book, now, {}, None).rows, reading.changed(reading.rows(book), now)):
        (mine,) = found
        assert mine.cells["note_zh"] == "我的注"
        assert not mine.accepted
        candidate.built(contents(WORLD), [replace(mine, accepted=True)], tables=now)


def test_a_row_that_both_changed_is_a_conflict_that_is_told(tables: Tables) -> None:
    region = tables.catalogue.regions["hebei"]
    made = edited(tables, making.workbook(tables, region, "zh"), note_zh="我的注", note_en="My note.")
    now = after_a_colleague(0)
    (mine,) = imported(books.read("x.xlsx", made), now, {}, None).rows
    (again_read,) = proposed.parsed("x.csv", proposed.written([replace(mine, accepted=True)]))
    with pytest.raises(Refusal) as refused:
        candidate.built(contents(WORLD), [again_read], tables=now)
    told = "\n".join(refused.value.told("zh"))
    assert "提出之后已被改动" in told and "同事另注" in told


def test_what_a_row_was_is_hidden(tables: Tables) -> None:
    data = making.workbook(tables, tables.catalogue.regions["hebei"], "zh")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    hidden = {one.value for one in sheet[making.HEADS] if sheet.column_dimensions[one.column_letter].hidden}
    assert hidden == {reading.WAS}


@pytest.mark.parametrize("language", fields.LANGUAGES)
def test_a_name_without_its_code_is_read_as_the_code(tables: Tables, language: str) -> None:
    """In a template, and in a file of proposed rows: names of either language, ids, or both."""
    given = {
        "status": (wording.status("target", language), "target"),
        "inferred": (wording.bases(["scope", "period"], language), "scope period"),
        "by_hand": (wording.worded("columns", "yes", language), "yes"),
    }
    indicator = tables.catalogue.indicators["profit"]
    row = dict.fromkeys(NEEDED, "") | {"indicator": indicator.name(language), "period": "2022", "value": "1"}
    row |= {name: text for name, (text, _) in given.items()} | {"as_printed": "1"}
    coded = {name: code for name, (_, code) in given.items()}
    book = lines([*row], [*row.values()])
    for found in (reading.changed(reading.rows(book), tables), imported(book, tables, {}, None).rows):
        (one,) = found
        assert one.cells["indicator"] == "profit" and coded.items() <= one.cells.items()
        assert "status" not in one.doubted
    row["status"] = "大概"
    (line,) = imported(lines([*row], [*row.values()]), tables, {}, None).rows
    assert "status" in line.doubted and line.cells["status"] == "大概"
    row["status"] = given["status"][0]
    (parsed,) = proposed.parsed("x.csv", proposed.written([Proposed("hebei", row)]))
    assert coded.items() <= parsed.cells.items()
