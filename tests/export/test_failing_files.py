"""A file that can't be made costs itself: the others are written, a sentence names it, and no traceback ends the
command line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from industry.__main__ import main
from industry.export.formats import formats
from industry.export.order import Order
from industry.export.site import edition
from industry.tables.tables import Tables
from tests.conftest import WORLD
from tests.curators import fewer_figures
from tests.export.test_site import Few


def broken(_: Order) -> bytes:
    raise AssertionError("a bug")


def test_a_file_of_the_edition_that_fails_costs_itself_only(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    few = Few(tables, 3)
    edition.build(few, tmp_path / "whole")  # type: ignore[arg-type]
    monkeypatch.setitem(formats(), "pptx", replace(formats()["pptx"], make=broken))  # type: ignore[call-overload]
    edition.build(few, tmp_path / "broken")  # type: ignore[arg-type]
    whole, left = (
        {one.relative_to(tmp_path / name).as_posix() for one in (tmp_path / name).rglob("*.*")}
        for name in ("whole", "broken")
    )
    assert whole - left == {"zh/decks/briefing.pptx", "en/decks/briefing.pptx"}
    assert left <= whole
    assert "zh/decks/briefing.pptx" in caplog.text
    for language in ("zh", "en"):
        page = (tmp_path / "broken" / language / "page-briefing.html").read_text("utf-8")
        assert "briefing.pptx" not in page and "briefing.html" in page
    assert "briefing.pptx" not in (tmp_path / "broken" / edition.LIST).read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["hebei", "--format", "pptx,xlsx"],
            ".pptx未能生成（AssertionError('a bug')）；其他文件不受影响。",
        ),
        (["hebei", "--format", "pptx", "--language", "en"], ".pptx could not be made"),
        (
            ["--no-pictures", "--site"],
            "文件zh/decks/hebei.pptx未能生成",
        ),  # that of a region, of fewer figures
    ],
)
def test_the_command_line_never_ends_in_a_traceback(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(formats(), "pptx", replace(formats()["pptx"], make=broken))  # type: ignore[call-overload]
    site = arguments[-1] == "--site"
    out = [str(tmp_path / "made")] if site else ["--out", str(tmp_path)]
    folder = Path(shutil.copytree(WORLD, tmp_path / "tables")) if site else WORLD
    if site:
        fewer_figures(folder)
    assert main(["export", *arguments, *out, "--folder", str(folder)]) == 1
    said = capsys.readouterr()
    assert sentence in said.err
    assert "Traceback" not in said.err
    assert any(tmp_path.glob("河北*.xlsx")) == ("pptx,xlsx" in arguments)
    assert (
        "written to" not in said.out.lower()
        or ": 0." in said.out
        or (tmp_path / "made" / "index.html").exists()
    )


def test_nor_where_nobody_foresaw_what_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a bug")

    monkeypatch.setattr("industry.commands.export.drawn", fail)
    assert main(["export", "hebei", "--folder", str(WORLD)]) == 1
    said = capsys.readouterr().err
    assert "导出未能完成（AssertionError('a bug')）" in said and "Traceback" not in said
