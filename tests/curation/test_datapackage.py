"""The data package: the tool that reads such packages finds right tables right and broken ones broken, and what lies beside the
tables is never part of them."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest

from industry import project
from industry.__main__ import main
from industry.curation import adopting, datapackage
from industry.tables import reader
from industry.tables.store import contents
from industry.tables.tables import Tables
from industry.vocabulary import fields
from tests.conftest import WORLD
from tests.curation.made import asked, made

TABLE = "data/observations/hebei.csv"
Errors = list[tuple[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(WORLD, tmp_path / "数据 表")
    return tmp_path / "数据 表"


def errors(folder: Path) -> Errors:
    """Kind and field of what `frictionless` finds wrong."""
    report = frictionless.validate(str(folder / datapackage.NAME))
    found = report.flatten(["type", "fieldName"])
    return [(kind, name or "") for kind, name in found]


def test_right_tables_are_valid(folder: Path, tables: Tables) -> None:
    (folder / datapackage.NAME).write_bytes(datapackage.fresh(contents(WORLD), tables))
    assert errors(folder) == []


FORMS: dict[str, Callable[[str], bytes]] = {
    "as Excel saves it": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "with empty rows": lambda text: (
        text + "\n\n" + "," * text.partition("\n")[0].count(",") + "\n"
    ).encode(),
    "with empty columns": lambda text: "".join(f"{line},,\n" for line in text.splitlines()).encode(),
    "without a column": lambda text: _without(text, "by_hand").encode(),
    "in another order": lambda text: _columns(text, lambda names: names[::-1]).encode(),
}
"""What a right table may look like all the same."""


@pytest.mark.parametrize("form", FORMS)
def test_however_a_right_table_was_saved_it_is_valid(folder: Path, form: str) -> None:
    table = folder / TABLE
    table.write_bytes(FORMS[form](table.read_text("utf-8")))
    read, faults = project.read(contents(folder))
    assert read is not None, faults
    datapackage.keep(folder, read)
    assert errors(folder) == []
    table.write_bytes(FORMS[form](cell((WORLD / TABLE).read_text("utf-8"), "status", "实际")))
    assert {kind for kind, _ in errors(folder)} == {"constraint-error"}


def _without(text: str, column: str) -> str:
    return _columns(text, lambda names: [one for one in names if one != column])


def _columns(text: str, chosen: Callable[[list[str]], list[str]]) -> str:
    """A table with the columns that are chosen of it."""
    rows = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.DictWriter(out, chosen(list(rows[0])), lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def cell(text: str, column: str, new: str) -> str:
    """A table with another text in a column of its first row."""
    rows = list(csv.DictReader(io.StringIO(text)))
    rows[0][column] = new
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("column", "text", "kind"),
    [
        ("status", "实际", "constraint-error"),
        ("status", "", "constraint-error"),
        ("qualifier", "超", "constraint-error"),
        ("inferred", "period, scope", "constraint-error"),
        ("period", "2021年1-6月", "constraint-error"),
        ("value", "18.5%", "type-error"),
        ("paragraph", "第8段", "type-error"),
        ("indicator", "no_such_indicator", "foreign-key"),
        ("source", "no_such_source", "foreign-key"),
        ("edition", "no_such_edition", "foreign-key"),
    ],
)
def test_broken_tables_are_refused(folder: Path, column: str, text: str, kind: str) -> None:
    table = folder / TABLE
    table.write_text(cell(table.read_text("utf-8"), column, text), "utf-8")
    found = errors(folder)
    assert {one for one, _ in found} == {kind}
    assert {name for _, name in found} <= {column, ""}
    assert project.read(contents(folder))[0] is None


def test_every_column_is_described_as_the_fields_say(tables: Tables) -> None:
    package: dict[str, Any] = json.loads(datapackage.fresh(contents(WORLD), tables))
    held = {one["name"]: one for one in package["resources"]}
    assert set(held) == {*tables.tables, "indicators", "sources", "editions", "regions"}
    for region in tables.tables:
        for told in held[region]["schema"]["fields"]:
            column = fields.COLUMN[told["name"]]
            assert column.zh in told["description"] and column.en in told["description"]
            assert told["constraints"]["required"] == (not column.optional and not column.open)
    assert package["version"] == tables.version
    assert all(package[one] for one in ("title", "description", "licenses", "contributors", "sources"))


def test_it_is_no_part_of_the_tables(folder: Path, tables: Tables) -> None:
    (folder / datapackage.NAME).write_text("{}", "utf-8")
    assert datapackage.NAME not in contents(folder)
    assert reader.version(contents(folder)) == tables.version


def test_check_writes_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / datapackage.NAME
    good = path.read_bytes()
    table = folder / TABLE
    table.write_text(table.read_text("utf-8").rstrip("\n").rpartition("\n")[0] + "\n", "utf-8")
    assert main(["check", str(folder)]) == 0
    assert path.read_bytes() != good
    assert errors(folder) == []
    assert json.loads(path.read_bytes())["version"] in capsys.readouterr().out


def _none(folder: Path) -> None:
    (folder / datapackage.NAME).unlink()


def _in_the_way(folder: Path) -> None:
    _none(folder)
    (folder / datapackage.NAME).mkdir()


@pytest.mark.parametrize("before", [_none, _in_the_way])
def test_whatever_lies_there_check_tells_of_the_tables_alone(
    folder: Path, before: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    before(folder)
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("没有错误")
    assert (folder / datapackage.NAME).exists()


def test_tables_with_a_fault_leave_it_as_it_is(folder: Path) -> None:
    good = (folder / datapackage.NAME).read_bytes()
    table = folder / TABLE
    table.write_text(cell(table.read_text("utf-8"), "status", "实际"), "utf-8")
    assert main(["check", str(folder)]) == 1
    assert (folder / datapackage.NAME).read_bytes() == good


def test_adopting_and_taking_back_write_it(tmp_path: Path) -> None:
    folder = made(tmp_path / "project")
    for change in (lambda: adopting.adopt(folder, **asked()), lambda: adopting.undo(folder)):
        assert change() is not None
        assert json.loads((folder / datapackage.NAME).read_bytes())["version"] == reader.version(
            contents(folder)
        )
