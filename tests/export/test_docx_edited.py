"""Native charts of every kind of figure in a briefing after somebody has edited their numbers, as another program draws them:
bars and points, labels and scale follow."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest

from industry.export.docx.briefing import briefing
from industry.export.office.charts.panels import charted
from industry.figures.draw import draw
from industry.figures.record import Figure, LinesPanel
from industry.vocabulary.slide import Choices
from tests.conftest import world
from tests.curation import soffice
from tests.export.edited_charts import Chart, Drawn, Values, drawn, edited

NEW = (45.0, -3.2)
BESIDE, CLOSE = 60.0, 1.5
"""Points: how far from a bar's end its label reaches; by which a place may differ from what its number asks for."""


def first_two(values: Values) -> Mapping[tuple[int, int], float]:
    """Of the last series, which is in front, the first two numbers become others."""
    last = len(values) - 1
    return {(last, point): value for point, value in zip(sorted(values[last]), NEW, strict=False)}


def of_every_kind() -> list[Figure]:
    """A figure of each kind that has native charts, of each form of these."""
    found: dict[tuple[object, ...], Figure] = {}
    for spec in world().catalogue.config.figures:
        figure = draw(spec, world(), Choices(), "zh")
        forms = {
            (type(one).__name__, isinstance(one, LinesPanel) and len(one.columns) == 2)
            for one in figure.panels
        }
        if charted(figure) is figure:
            found.setdefault((figure.chart, *sorted(forms)), figure)
    return list(found.values())


@soffice.needed
def test_what_is_edited_is_drawn_true(tmp_path: Path) -> None:
    figures = of_every_kind()
    content, charts = edited(briefing("x", figures, "zh", world()), first_two, coloured=True)
    assert {one.lines for one in charts} == {True, False} and len(charts) > 12
    path = tmp_path / "one" / "edited.docx"
    path.parent.mkdir()
    path.write_bytes(content)
    (printed,) = soffice.converted([path], "pdf", path.parent)
    shapes, pages = drawn(printed), pypdfium2.PdfDocument(printed)
    labels = 0
    for one in charts:
        if one.lines:
            points_are_where_they_should(one, shapes)
        else:
            labels += bars_are_as_long_as_they_should(one, shapes, pages)
    assert labels > 12


def points_are_where_they_should(chart: Chart, shapes: Mapping[str, list[Drawn]]) -> None:
    """All markers lie on one straight scale."""
    found = []
    for (series, _), colour in chart.colours.items():
        values = [value for _, value in sorted(chart.values[series].items())]
        highest = sorted(shapes[colour], key=lambda one: one.low)[-len(values) :]  # that of a legend is below
        marks = sorted(highest, key=lambda one: one.left)
        found += [(value, (one.low + one.high) / 2) for value, one in zip(values, marks, strict=True)]
    (low, bottom), (high, top) = min(found), max(found)
    assert (low, high) == (
        min(one for one, _ in found),
        max(45.0, *(one for one, _ in found)),
    ) and top > bottom
    for value, place in found:
        assert place == pytest.approx(bottom + (value - low) / (high - low) * (top - bottom), abs=CLOSE)


def bars_are_as_long_as_they_should(
    chart: Chart, shapes: Mapping[str, list[Drawn]], pages: pypdfium2.PdfDocument
) -> int:
    """All bars begin at one zero and are as long as their numbers say; how many labels say the new numbers."""
    ends = {}
    for (series, point), colour in chart.colours.items():
        value = chart.values[series][point]
        (one,) = shapes[colour]
        ends[series, point] = (value, one)
    value, longest = max(ends.values(), key=lambda one: abs(one[0]))
    unit = (longest.right - longest.left) / abs(value)
    zero = longest.left if value > 0 else longest.right
    labels = 0
    for at, (value, one) in ends.items():
        near, far = (one.left, one.right) if value >= 0 else (one.right, one.left)
        assert near == pytest.approx(zero, abs=CLOSE)
        assert far == pytest.approx(zero + unit * value, abs=CLOSE)
        if at in chart.new and at in chart.follows:
            told = pages[one.page].get_textpage()
            around = (min(far - BESIDE, near), one.low, max(far + BESIDE, near), one.high)
            said = told.get_text_bounded(*around).replace("\u2212", "-")
            assert f"{value:.0f}" in said or f"{value:g}" in said, (said, value)
            labels += 1
    return labels
