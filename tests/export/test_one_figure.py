"""One figure on the command line: what is chosen in it is in the file and in its name; what there isn't is a sentence."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Self

import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation

from industry.__main__ import main
from industry.commands import one_figure
from industry.export.formats import formats
from industry.vocabulary.slide import KEYS
from tests.conftest import WORLD
from tests.export.paper import Paper


class Rendering(Paper):
    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture(autouse=True)
def paper(monkeypatch: pytest.MonkeyPatch) -> Paper:
    found = Rendering()
    monkeypatch.setattr(one_figure, "Renderer", lambda: found)
    return found


def export(folder: Path, *arguments: str) -> int:
    return main(["export", *arguments, "--out", str(folder), "--folder", str(WORLD)])


def test_every_format_of_one_figure_with_its_choices(tmp_path: Path, paper: Paper) -> None:
    asked = [one.id for one in formats().values() if one.of_one and one.id != "html"]
    chosen = ("--figure", "growth_q1", "--regions", "hebei,jiangxi", "--size", "half")
    assert export(tmp_path, *chosen, "--format", ",".join(asked)) == 0
    files = {one.suffix[1:]: one for one in tmp_path.iterdir()}
    assert sorted(files) == sorted(asked)
    for ending, file in files.items():
        assert "江西、河北" in file.name or "河北、江西" in file.name
        assert "2021年1—3月" in file.name and "growth_q1-" in file.name
        assert ("_half_" in file.name) == formats()[ending].pictures
    assert {width for _, width, _ in paper.drawn} == {284}
    assert Image.open(files["png"]).format == "PNG"
    (slide,) = Presentation(io.BytesIO(files["pptx"].read_bytes())).slides
    assert slide.name == "growth_q1?regions=hebei,jiangxi"
    sheet = load_workbook(files["xlsx"]).worksheets[0]
    assert {line[0] for line in sheet.iter_rows(min_row=2, values_only=True)} >= {"江西", "河北"}


def test_a_figure_that_is_made_of_an_indicator(tmp_path: Path) -> None:
    slide = "compare?indicator=profit_growth&regions=jiangxi,hebei&period=2021-01/2021-05"
    assert export(tmp_path / "a", "--slide", slide, "--format", "svg", "--language", "en") == 0
    parts = ("--indicator", "profit_growth", "--regions", "jiangxi,hebei", "--period", "2021-01/2021-05")
    assert export(tmp_path / "b", "--figure", "compare", *parts, "--format", "svg", "--language", "en") == 0
    (one,), (other,) = ([file.name for file in (tmp_path / name).iterdir()] for name in "ab")
    assert one == other and "Jan–May_2021" in one


def test_without_its_title(tmp_path: Path) -> None:
    assert export(tmp_path, "--figure", "profit", "--format", "png,pptx", "--no-title") == 0
    assert sorted("无标题" in one.name for one in tmp_path.iterdir()) == [False, True]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--figure", "nothing"], "没有代码为“nothing”的图；有：benchmark, "),
        (["--figure", "compare"], "图“compare”须用 --indicator 指明指标。"),
        (
            ["--figure", "trend", "--indicator", "profit_grow"],
            "没有代码为“profit_grow”的指标；相近的有：profit_growth",
        ),
        (
            ["--figure", "profit", "--regions", "hebei,nowhere"],
            "没有代码为“nowhere”的地区；有：china, jiangxi",
        ),
        (["--figure", "profit", "--period", "2021-13"], "期间“2021-13”读不懂"),
        (["--figure", "profit", "--year", "soon"], "年份“soon”读不懂"),
        (["--figure", "growth_months", "--span", "soon"], "起止年份“soon”读不懂"),
        (["--figure", "profit", "--span", "2019/2021"], "图“profit”不能用--span选择；可用："),
        (["--figure", "profit", "--indicator", "profit_growth"], "图“profit”不能用--indicator选择；可用："),
        (["--slide", "profit?colour=red"], "图中没有“colour”这一选项；有：indicator, period"),
        (["--slide", "profit", "--regions", "hebei"], "“--slide”不能与“--regions”同用。单张图用 --figure"),
        (["hebei", "--figure", "profit"], "“--figure”不能与“hebei”同用。单张图用 --figure"),
        (["--regions", "hebei"], "--regions须与图同用"),
        (["--year", "latest"], "--year须与图同用，请加 --figure 图的代码；--year 也可与汇报的代码"),
        (["--region", "hebei", "--period", "2021"], "“--period”不能与“--region”同用。"),
        (["--site", "there", "--year", "latest"], "“--year”不能与“--site”同用。"),
        (["hebei", "--year", "soon"], "年份“soon”读不懂"),
        (["hebei", "--year", "1066"], "数据中没有1066年的数，不能编成该年的汇报；有："),
        (["--figure", "profit", "--format", "zip"], "没有“zip”这种格式；有：png, "),
        (["--figure", "profit", "--format", ","], "没有“,”这种格式；有：png, "),
        (["--figure", "profit", "--format", "pptx", "--template", "/dev/zero"], "模板/dev/zero：文件打不开"),
        (["--figure", "profit", "--size", "huge"], "没有名为“huge”的尺寸；有：slide, "),
        (["--figure", "profit", "--period", "1990"], "图“规模以上工业企业利润增速”没有可画的数据："),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_what_there_is_not_is_told(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[Any]
) -> None:
    assert export(tmp_path, *arguments) == 1
    said = capsys.readouterr().err
    assert said.startswith(sentence) and "Traceback" not in said
    assert not list(tmp_path.iterdir())


def test_every_choice_of_a_slide_is_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    main(["export", "--help"])
    told = capsys.readouterr().out
    assert "--figure ID" in told and "--slide SLIDE" in told
    assert all(f"--{key} " in told for key in KEYS)
