"""Where the tables lie: beside the program, or where ``DATA`` says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from industry import project
from industry.__main__ import main
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
