"""What a composed figure holds: its texts, its marks' observations, its size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from industry.figures import theme
from industry.figures.compose import wrapping
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.marks import id_of
from industry.figures.compose.on_canvas import compose, overflow, screen
from industry.figures.record import Figure, GridPanel, LinesPanel, RowsPanel
from industry.tables.eyesight import contrast
from tests.figures import sample_crowded as crowded
from tests.figures import sample_figures as samples
from tests.figures.plotted import taken

SLIDE, REPORT = Canvas(1280, 720, 20, 3), Canvas(590, None, 12, 3.125)
HALF, SQUARE = Canvas(284, None, 10.7, 3.125), Canvas(720, 720, 17.5, 3)
FIGURES = {name: one for name, one in (vars(samples) | vars(crowded)).items() if isinstance(one, Figure)}
ALL = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES.keys())


def _words(plotted: dict[str, Any]) -> str:
    return "\n".join(one["text"] for one in plotted["layout"]["annotations"])


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _ids(one)


def _drawn(plotted: dict[str, Any]) -> set[str]:
    return {one for trace in plotted["data"] for one in _ids(trace.get("customdata", [])) if one}


def _recorded(figure: Figure) -> set[str]:
    found: set[str] = set()
    for panel in figure.panels:
        if isinstance(panel, RowsPanel):
            found |= {id_of(mark.row) for row in panel.rows for mark in row.marks}
            found |= {id_of(one.row) for one in panel.references}
        elif isinstance(panel, LinesPanel):
            found |= {id_of(row) for one in panel.series for row in one.rows}
        elif isinstance(panel, GridPanel):
            found |= {row.id for cells in panel.cells for cell in cells for row in cell.text.rows}
    return found - {""}


@ALL
def test_every_observation_drawn_rides_in_the_traces(figure: Figure) -> None:
    for canvas in (SLIDE, REPORT, HALF):
        assert _drawn(taken(compose(figure, canvas))) == _recorded(figure)
    on_screen = {one for index in range(len(figure.panels)) for one in _drawn(taken(screen(figure, index)))}
    assert on_screen == _recorded(figure)


@ALL
def test_a_report_holds_all_texts_of_the_frame(figure: Figure) -> None:
    shown = "".join(_words(taken(compose(figure, REPORT))).split())
    frame = figure.frame
    for words in (
        frame.heading,
        frame.subtitle,
        *frame.notices,
        frame.note,
        frame.as_of,
    ):
        for piece in wrapping.pieces(words):
            assert "".join(wrapping.plain(piece).split()) in shown.replace("<b>", "").replace("</b>", "")
    assert overflow(figure, REPORT) == ()


@ALL
def test_sizes_are_the_canvas_and_margins_multiples_of_its_type(figure: Figure) -> None:
    for canvas in (SLIDE, REPORT, HALF, SQUARE):
        layout = taken(compose(figure, canvas))["layout"]
        assert layout["width"] == canvas.width
        assert layout["height"] == (canvas.height or layout["height"]) > 0
        margin = layout["margin"]
        assert margin["autoexpand"] is False
        assert {margin[side] for side in "lrtb"} == {margin["l"]}
        assert margin["l"] / canvas.type == pytest.approx(2.0 if canvas.height else 0.6)


def test_without_title_the_caption_has_it() -> None:
    whole, bare = (_words(taken(compose(samples.LOCK, REPORT, title=one))) for one in (True, False))
    assert samples.LOCK.frame.finding in whole
    assert samples.LOCK.frame.title not in bare
    assert samples.LOCK.frame.subtitle in bare
    assert "资料来源：" in bare


def test_screen_has_no_texts_of_the_frame_and_any_width() -> None:
    plotted = taken(screen(samples.LOCK, 0))
    layout = plotted["layout"]
    assert "width" not in layout
    assert layout["autosize"] is True
    assert layout["paper_bgcolor"] == "rgba(0,0,0,0)"
    assert not any(
        words in _words(plotted) for words in ("资料来源", "规模以上工业增加值增速", "单位", "同比增速")
    )
    assert any("hovertext" in trace for trace in plotted["data"])


def test_panels_stand_side_by_side_only_where_each_has_room() -> None:
    domains = [taken(compose(samples.LOCK, one))["layout"]["xaxis2"]["domain"][0] for one in (SLIDE, REPORT)]
    assert domains[0] > 0.5
    assert domains[1] == 0


def test_panels_of_one_scale_give_a_point_one_length() -> None:
    layout = taken(compose(samples.GAP, SLIDE))["layout"]
    one, two = layout["xaxis"], layout["xaxis2"]
    assert one["range"] == two["range"]
    assert one["domain"][1] - one["domain"][0] == pytest.approx(two["domain"][1] - two["domain"][0])


def test_a_slide_counts_the_notes_that_it_has_no_room_for_and_tells_them() -> None:
    left_out = overflow(crowded.MANY, SLIDE)
    assert left_out == (crowded.MANY.frame.note,)
    told = _words(taken(compose(crowded.MANY, SLIDE)))
    assert "注：共1条，见看板。" in told and "…" not in told
    assert overflow(samples.LOCK, SLIDE) == ()


def test_gaps_in_a_line_stay_open() -> None:
    panel = samples.LINES.panels[0]
    assert isinstance(panel, LinesPanel)
    plotted = taken(compose(replace(samples.LINES, panels=(replace(panel, gaps=(3,)),)), SLIDE))
    jiangxi, hebei = plotted["data"][0], plotted["data"][1]
    assert jiangxi["y"][4] is None
    assert len(jiangxi["y"]) == len(panel.columns) + 1
    assert hebei["y"][0] is None
    assert hebei["connectgaps"] is False


def test_an_empty_figure_is_a_sentence() -> None:
    shown = _words(taken(compose(crowded.EMPTY, SLIDE))).replace("\n", "")
    assert crowded.EMPTY.empty in shown


@ALL
def test_text_stands_out_from_its_background(figure: Figure) -> None:
    for dark in (False, True):
        background = (theme.DARK if dark else theme.LIGHT).background
        for index, panel in enumerate(figure.panels):
            for one in (
                []
                if isinstance(panel, GridPanel)
                else screen(figure, index, dark)["layout"].get("annotations", ())
            ):
                assert contrast(one["font"]["color"], background) >= 4.5, one["text"]
    assert contrast(theme.LIGHT.notice_ink, theme.LIGHT.notice) >= 4.5


def test_inks_on_filled_cells_are_readable() -> None:
    for colour in (samples.JIANGXI, samples.JIAN, samples.HEBEI, samples.SHAANXI, samples.CHINA):
        for share in range(11):
            fill = theme.mix(colour, "#FFFFFF", share / 10)
            assert contrast(theme.ink_on(fill), fill) >= 4.5, (colour, share)


def test_the_template_is_set_and_names_simplified_faces() -> None:
    for plotted in (compose(samples.LOCK, SLIDE), screen(samples.LOCK, 0)):
        assert plotted["layout"]["template"]["layout"]["font"]["family"] == theme.FACES
        assert theme.FACES.startswith("Noto Sans CJK SC")


@ALL
def test_no_text_stands_off_the_scale_on_screen(figure: Figure) -> None:
    """Plotly hides a text whose place is beyond its axis."""
    for panel, one in enumerate(figure.panels):
        if isinstance(one, LinesPanel):
            layout = taken(screen(figure, panel))["layout"]
            high = layout["yaxis"]["range"][0]
            assert all(0 <= text["y"] <= high for text in layout["annotations"] if text["yref"] == "y")
