"""Figures of a new year, once they are in the tables, stand on the pages by themselves: of config.yaml only the year to
look at says ``latest``. The frozen tables' trend by months asks for its periods by rule here, as theirs are pinned."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from industry import project
from tests import patience
from tests.conftest import WORLD
from tests.curators import GROWN, fifty_figures
from ui import ROOT


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the frozen tables."""
    found = tmp_path_factory.mktemp("before") / "tables"
    shutil.copytree(WORLD, found)
    config = found / "config.yaml"
    pinned = re.compile(r"(id: growth_months\n(?: {4}.*\n)*?) {4}periods: .*\n")
    text, count = pinned.subn(r"\1    by: months\n    years: 1\n", config.read_text("utf-8"))
    assert count == 1
    config.write_text(text, "utf-8")
    return found


@pytest.fixture(scope="module")
def folder(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the figures of the new year."""
    found = tmp_path_factory.mktemp("living") / "tables"
    shutil.copytree(before, found)
    fifty_figures(found)
    return found


@pytest.fixture(autouse=True)
def new_year(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DATA", str(folder))
    yield


def test_fifty_figures_are_right_and_of_config_yaml_one_word_is_changed(before: Path, folder: Path) -> None:
    found = project.store(folder).current()
    assert not found.faults and found.tables
    new = [row for row in found.tables.rows() if row.period and row.period.year == 2027]
    assert len(new) == 50
    lines = ((one / "config.yaml").read_text("utf-8").splitlines() for one in (before, folder))
    assert [pair for pair in zip(*lines, strict=True) if len(set(pair)) > 1] == [
        ("focus: 2021", "focus: latest")
    ]


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("overview", GROWN),
        ("compare", GROWN),
        ("trends", GROWN),
        ("region", ("jiangxi",)),
    ],
)
def test_they_stand_on_every_page_of_figures(page: str, shown: list[str]) -> None:
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS)
    if page != "overview":
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
    app.run()
    assert not app.exception and not app.error
    told = drawn(app)
    for region in shown:
        assert GROWN[region] in told, region
    assert "2027" in told and "1—6月" in told


def drawn(app: AppTest) -> str:
    """All that a page's charts, tables and texts say."""
    charts = [one.proto.spec for one in app.get("plotly_chart")]
    tables = [one.proto.json for one in app.get("bidi_component")]
    texts = [str(one.value) for kind in ("markdown", "caption") for one in app.get(kind)]
    told = [json.dumps(json.loads(one), ensure_ascii=False) for one in (*charts, *tables)]
    return "\n".join((*told, *texts))


def test_the_overview_compares_the_half_year_and_the_years_can_still_be_chosen() -> None:
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS).run()
    (table, *_) = [json.loads(json.loads(one.proto.json)["table"]) for one in app.get("bidi_component")]
    first = [cell.get("text") for cell in table["lines"][0]["cells"]]
    assert first[1:] == ["2027年1—6月", *GROWN.values()]
    margin = next(line for line in table["lines"] if line["cells"][0].get("text") == "营业收入利润率")
    assert margin["cells"][1].get("text") == "2027年1—5月"
    years = next(one for one in app.get("selectbox") if "最新" in one.options)
    assert years.value == "latest" and {"2027年", "2021年"} <= set(years.options)
