"""Zeros that a spreadsheet took from prints: told by every check, put back on demand, and never a fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from industry.__main__ import main
from industry.curation import history, last_zeros
from industry.tables.store import contents
from tests.curation import edits
from tests.curation.edits import Row

ZEROS = re.compile(r"(-?\d+)(?:\.0+|(\.\d*?)0+)(%?)", re.ASCII)


def plain(text: str) -> str:
    """A number as a spreadsheet saves it from a column of its default format."""
    found = ZEROS.fullmatch(text)
    return found[1] + (found[2] or "").rstrip(".") + found[3] if found else text


def resaved(row: Row) -> Row:
    return row | {name: plain(row[name]) for name in ("value", "value_to", "as_printed") if row.get(name)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose tables have been checked, and then been saved by a spreadsheet."""
    files = edits.world()
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert main(["check", str(tmp_path)]) == 0
    for name, held in edits.rows(files):
        (tmp_path / name).write_bytes(edits.written(list(map(resaved, held))))
    return tmp_path


def steps(folder: Path) -> dict[str, object]:
    return {row.id: (row.step, row.value) for row in edits.read(contents(folder)).rows()}


def test_they_are_told_by_each_check_until_they_are_back(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    right = {row.id: (row.step, row.value) for row in edits.read(edits.world()).rows()}
    tables = edits.read(contents(folder))
    found = last_zeros.lost(folder, tables)
    off = {one.id for one in found}
    assert off == {id for id, told in steps(folder).items() if told != right[id]} and len(off) > 5
    for one in found:
        assert plain(one.was["as_printed"]) == one.printed == tables.cells(one.id)["as_printed"]
    capsys.readouterr()
    for _ in range(2):
        assert main(["check", str(folder)]) == 0
        said = capsys.readouterr().out
        assert f"有{len(found)}处原文数字只少了末位的0" in said and "第" in said
        assert f"{found[0].was['as_printed']} → {found[0].printed}" in said
    out = tmp_path_factory.mktemp("out") / "zeros.csv"
    assert main(["check", str(folder), "--zeros", str(folder / "data" / "zeros.csv")]) == 1
    assert main(["check", str(folder), "--zeros", str(out), "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "have lost only the zeros" in said and str(out) in said
    assert steps(folder) != right, "nothing is done unasked"
    assert main(["adopt", str(out), "--folder", str(folder)]) == 0
    assert f"替换{len(found)}条" in capsys.readouterr().out
    assert steps(folder) == right
    assert main(["check", str(folder), "--zeros", str(out.with_name("none.csv"))]) == 0
    said = capsys.readouterr().out
    assert "只少了末位的0（" not in said and "未写入" in said and not out.with_name("none.csv").exists()


@pytest.mark.parametrize(
    ("edit", "told"),
    [({"note_zh": "附注", "note_en": "Note."}, True), ({"value": "1", "as_printed": "1%"}, False)],
)
def test_a_number_that_was_changed_has_lost_nothing(folder: Path, edit: Row, told: bool) -> None:
    tables = edits.read(contents(folder))
    one = last_zeros.lost(folder, tables)[0]
    name = tables.file(one.id)
    held = dict(edits.rows(contents(folder)))[name]
    held[tables.line(one.id) - 2] |= edit
    (folder / name).write_bytes(edits.written(held))
    after = edits.read(contents(folder))
    assert after.cells(one.id).items() >= edit.items()
    assert (one.id in {row.id for row in last_zeros.lost(folder, after)}) == told


def test_versions_that_cannot_be_read_are_passed_over(folder: Path) -> None:
    tables = edits.read(contents(folder))
    before = last_zeros.lost(folder, tables)
    history.keep(folder, contents(folder), tables.version)
    assert last_zeros.lost(folder, tables) == before
    for path in (folder / history.FOLDER).glob("*.zip"):
        path.write_bytes(b"PK")
    assert last_zeros.lost(folder, tables) == ()
