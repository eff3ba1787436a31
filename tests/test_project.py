"""Where the tables lie: beside the program, or where ``DATA`` says."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from industry import project
from industry.__main__ import main
from industry.tables.store import contents
from tests.conftest import WORLD
from tests.tables.fault_tables import BASE
from ui import ROOT
from ui.site import site


def test_the_tables_lie_beside_the_program_unless_data_names_their_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for none in (lambda: monkeypatch.delenv("DATA"), lambda: monkeypatch.setenv("DATA", "")):
        none()
        assert project.folder() == ROOT
    monkeypatch.setenv("DATA", str(tmp_path))
    assert project.folder() == tmp_path
    monkeypatch.setenv("DATA", "~/tables")
    assert project.folder() == Path.home() / "tables"


def test_command_line_and_pages_read_that_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    config = tmp_path / "config.yaml"
    config.write_text(config.read_text("utf-8").replace("title: {zh: ", "title: {zh: 别处的", 1), "utf-8")
    monkeypatch.setenv("DATA", str(tmp_path))
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("没有错误：")
    assert site().title.zh.startswith("别处的")


def test_reading_waits_for_nothing_that_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even for a figure of an edition in which only the terms of its indicator are published."""
    asked: list[object] = []
    solve = project.KNOWLEDGE.solve
    told = dataclasses.replace(project.KNOWLEDGE, solve=lambda book: (asked.append(book), solve(book))[1])
    monkeypatch.setattr(project, "KNOWLEDGE", told)
    files = contents(WORLD)
    row = "manufacturing_value_added,2020,9000.1,,,actual,census_5,,nbs_provincial_census_5,,9000.1亿元,,\n"
    files["data/observations/jiangxi.csv"] += row.encode()
    figure = (
        "\nfigures:\n  - {id: shares, chart: lines, page: trends, indicator: manufacturing_share_gdp, by: years, "
        "edition: %s, title: {zh: 比重, en: Share}}\n"
    )
    config = {
        edition: files["config.yaml"].replace(b"\nfigures:\n", (figure % edition).encode(), 1)
        for edition in ("census_5", "batches_1_3")
    }
    tables, faults = project.read(files | {"config.yaml": config["census_5"]})
    assert tables is not None, faults
    assert not asked and "census_5" not in {row.edition for row in tables.rows("manufacturing_share_gdp")}
    assert tables.derived("manufacturing_share_gdp") and asked
    faults = project.read(files | {"config.yaml": config["batches_1_3"]})[1]
    assert [one.code for one in faults] == ["edition_not_held"]
