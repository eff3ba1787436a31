"""Native charts after somebody has edited their numbers, as another program draws them: no end of a scale is fixed,
so every bar is as long as its number says."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from industry.export.office.charts import bar_plan
from industry.export.office.words import Box
from industry.export.pptx.presentation import presentation
from industry.export.pptx.text_runs import INK
from industry.figures.draw import draw
from industry.figures.record import Figure, Mark, Row, RowsPanel
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.curation import soffice
from tests.export.edited_charts import drawn, edited, replacing
from tests.export.test_pptx import BARS, TEAL, figure

OTHER = "#C2571A"


def bars(*values: float) -> RowsPanel:
    """A panel of these bars, the first in another colour."""
    marks = [Mark("bar", 0.0, value, OTHER if place == 0 else TEAL) for place, value in enumerate(values)]
    rows = tuple(Row(f"地区{place}", (mark,), f"{mark.end}") for place, mark in enumerate(marks))
    return RowsPanel("", "单位：%", rows, min(0.0, *values), max(0.0, *values))


NEW = (45.0, 29.4, 20.0, 3000.0, -3.2, -60.0, 0.1)
OTHERS = ((8.0, 3.0), (8.0, -3.0), (-12.0, -2.0))
Lengths = dict[str, list[tuple[float, float]]]
"""From where to where bars reach, in points, by their colours."""


def beside(others: tuple[float, float]) -> list[RowsPanel]:
    """Two panels of one scale."""
    left, right = bars(29.4, 17.6), bars(*others)
    low, high = min(left.low, right.low), max(left.high, right.high)
    return [replace(one, heading=name, low=low, high=high) for one, name in ((left, "甲"), (right, "乙"))]


@pytest.fixture(scope="module")
def lengths(tmp_path_factory: pytest.TempPathFactory) -> dict[object, Lengths]:
    """How LibreOffice draws each presentation, all of them opened at once."""
    content = presentation("x", [figure(bars(29.4, 17.6))], "zh")
    made: dict[object, bytes] = {new: edited(content, replacing({29.4: new, 17.6: 17.6}))[0] for new in NEW}
    made |= {others: presentation("x", [figure(*beside(others))], "zh") for others in OTHERS}
    made["close"] = presentation("x", [figure(bars(97.0, 95.0))], "zh")
    folder = tmp_path_factory.mktemp("edited")
    paths = [folder / f"{place}.pptx" for place in range(len(made))]
    for path, one in zip(paths, made.values(), strict=True):
        path.write_bytes(one)
    printed = soffice.converted(paths, "pdf", folder)
    return {
        name: {
            f"#{colour}": [(one.left, one.right) for one in found] for colour, found in drawn(path).items()
        }
        for name, path in zip(made, printed, strict=True)
    }


@soffice.needed
@pytest.mark.parametrize("new", NEW)
def test_an_edited_number_is_drawn_true(new: float, lengths: dict[object, Lengths]) -> None:
    (first,), (second,) = lengths[new][OTHER], lengths[new][TEAL]
    zero = second[0]
    assert abs(first[0 if new >= 0 else 1] - zero) < 1, "from zero, in points"
    share = (first[1] - first[0]) / (second[1] - second[0])
    assert share == pytest.approx(abs(new) / 17.6, rel=0.02, abs=0.02)


@soffice.needed
def test_close_numbers_begin_at_zero(lengths: dict[object, Lengths]) -> None:
    (first,), (second,) = lengths["close"][OTHER], lengths["close"][TEAL]
    assert (first[1] - first[0]) / (second[1] - second[0]) == pytest.approx(97 / 95, rel=0.005)


@soffice.needed
@pytest.mark.parametrize("others", OTHERS)
def test_charts_side_by_side_have_one_scale(
    others: tuple[float, float], lengths: dict[object, Lengths]
) -> None:
    held = lengths[others]
    found = sorted(abs(end - start) for one in (OTHER, TEAL) for start, end in held[one])
    wanted = sorted(abs(one) for one in (29.4, 17.6, *others))
    assert [one / found[-1] for one in found] == pytest.approx([one / wanted[-1] for one in wanted], abs=0.01)


def all_figures(tables: Tables) -> list[Figure]:
    return [draw(one, tables, Choices(), "zh") for one in tables.catalogue.config.figures]


def test_figures_stand_clear_of_names_and_inside_the_chart() -> None:
    for values in ((29.4, 17.6), (-29.4, 17.6), (-29.4, -1.6), (0.4, 0.3)):
        planned = bar_plan.plan(bars(*values), Box(0, 0, 420, 240), "zh", INK)
        start, end = planned.span
        assert planned.left <= start < end <= 420 - planned.right + 1e-6
        zero = planned.left - planned.low * planned.unit
        for bar in planned.bars:
            wide = bar_plan._label_width(bar, INK)
            value = bar.value or 0.0
            reach = zero + value * planned.unit
            assert planned.left <= reach - (wide if value < 0 else 0.0)
            assert reach + (wide if value > 0 else 0.0) <= 420
    assert bar_plan.plan(BARS, Box(0, 0, 420, 240), "zh", INK).step > 7200


def test_derived_points_of_lines_are_labelled(tables: Tables) -> None:
    for language, word in (("zh", "推算"), ("en", "derived")):
        figures = [
            draw(tables.catalogue.figures[id], tables, Choices(), language)
            for id in ("growth_quarters", "growth_months", "china_share_trend")
        ]
        deck: Any = Presentation(io.BytesIO(presentation("x", figures, language)))
        for one in figures:
            own = [slide for slide in deck.slides if slide.name == one.id]
            charts = [shape.chart for slide in own for shape in slide.shapes if shape.has_chart]
            for panel, chart in zip(one.panels, charts, strict=True):
                for line, series in zip(panel.series, chart.plots[0].series, strict=True):  # type: ignore[union-attr]
                    held = list(series._element.iter(qn("c:dLbl")))
                    wanted = [text for text in line.texts if text.kind == "derived"]
                    assert len(held) >= len(wanted)
                    told = "".join(text.text or "" for label in held for text in label.iter(qn("a:t")))
                    forms = "".join(
                        form.get("formatCode") for label in held for form in label.iter(qn("c:numFmt"))
                    )
                    if wanted:
                        assert word in told + forms + panel.heading
