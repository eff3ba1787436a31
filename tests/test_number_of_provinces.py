"""One province alone, and more of them than stand side by side: nothing but the tables says how many there are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from industry import project
from industry.__main__ import main
from industry.export.order import drawn
from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose.on_canvas import compose
from industry.figures.record import Failed, Figure
from industry.vocabulary.slide import Slide
from tests.conftest import LIVE
from tests.grown import alone, grown
from tests.test_data_only import page, told
from ui.site import site


def test_a_single_province_without_a_city_runs_on_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = project.store(LIVE).current().tables
    assert shown is not None
    provinces = [
        one for one in shown.catalogue.config.regions if shown.catalogue.regions[one].level == "province"
    ]
    folder = alone(LIVE, tmp_path / "一省", provinces[-1])
    assert main(["check", str(folder)]) == 0
    monkeypatch.setenv("DATA", str(folder))
    for one in site().pages:
        page(str(one.id))
    for one in ("overview", "compare", "trends"):
        assert shown.catalogue.regions[provinces[-1]].name.zh in told(page(one))
    tables = project.store(folder).current().tables
    assert tables is not None
    for figure in drawn(tables, [Slide(one.id) for one in tables.catalogue.config.figures], "zh"):
        assert not isinstance(figure, Failed), figure
        assert "一省" not in figure.frame.finding


@pytest.mark.parametrize("count", [6, 9])
def test_more_provinces_than_fit_side_by_side_are_drawn_in_every_size_but_half_a_column(
    tmp_path: Path, count: int
) -> None:
    """The table of headline indicators is turned, and the names at the ends of lines stand above the columns' labels."""
    folder = grown(LIVE, tmp_path / "九省", count).folder
    tables = project.store(folder).current(wait=True).tables
    assert tables is not None
    config = tables.catalogue.config
    whole = [one for one in config.sizes if one.width > 500]
    for figure in drawn(tables, [Slide("benchmark"), Slide("growth_quarters"), Slide("growth_q1")], "zh"):
        assert isinstance(figure, Figure)
        for size in whole:
            composed = compose(figure, canvas_of(size))
            assert composed["data"], (figure.id, size.id)
            said = json.dumps(composed["layout"], ensure_ascii=False, default=str)
            missing = [one for one in config.regions if tables.catalogue.regions[one].level == "province"
                       and tables.catalogue.regions[one].name.zh not in said]  # fmt: skip
            assert not missing, (figure.id, size.id)
