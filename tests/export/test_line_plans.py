"""Native line charts in the room that they have: names of columns stand level where any level form of them has room, on slides
and on pages, in both languages; the plot and the legend keep clear of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, cycle, pairwise, product

import pytest
from pptx.oxml.ns import qn

from industry.export.docx.chart_places import arranged
from industry.export.docx.styles import INK as PAPER
from industry.export.office.charts.bar_plan import GAP
from industry.export.office.charts.line_plan import LOW, crowded, needed, plan, point_place, room
from industry.export.office.charts.lines import line_chart
from industry.export.office.ink import Ink
from industry.export.office.words import LEADING, Box, measure
from industry.export.order import drawn
from industry.export.pptx.panel_places import GUTTER, Laid, cramped, places
from industry.export.pptx.text_runs import INK
from industry.figures.record import Column, LinesPanel
from industry.vocabulary.slide import Slide
from industry.wording.said import Said
from tests.conftest import world
from tests.figures.handmade import line

SLIDE = Box(36, 100, 888, 250)
MONTHS = {"zh": ("1—{}月", "{}年"), "en": ("Jan–{}", "{}")}


def lined(language: str, count: int, gaps: tuple[int, ...] = (), label: str = "6.1") -> LinesPanel:
    """Lines over so many columns, the last of which has this label."""
    month, year = MONTHS[language]
    names = [month.format(9 if language == "zh" else "Sep")] * count
    columns = tuple(Column(f"{year.format(2099)}{one}", one, year.format(2099)) for one in names)
    empty = ("",) * count
    texts = (*empty[1:], label)
    return LinesPanel(
        "", "%", columns, (line("", "#000000", False, (6.1,) * count, texts, empty, empty),), gaps
    )


@pytest.mark.parametrize("ink", [INK, PAPER], ids=["slide", "page"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_stand_level_in_the_first_form_that_has_room(language: str, ink: Ink) -> None:
    forms = set()
    for count, gaps, wide in product((3, 6, 9), ((), (1,)), range(80, 1000, 40)):
        panel, box = lined(language, count, gaps), Box(0, 0, wide, 400)
        planned, wanted = plan(panel, box, ink), needed(panel, box, ink)
        assert len(planned.names) == count + len(gaps) and wanted == sorted(wanted, reverse=True)
        assert planned.turned == (min(wanted) > wide)
        if planned.turned:
            continue
        plot = room(panel, box, planned)
        each = plot.width / len(planned.names)
        assert all(ink.latin(one) * measure(one, ink.small) <= planned.every * each for one in planned.names)
        fuller = [one for one in wanted if one <= wide]
        assert len(fuller) == len(wanted) or max(one.count("\n") for one in planned.names) > 0
        forms.add(max(one.count("\n") for one in planned.names))
        below = box.height - plot.bottom
        assert below >= (1 + max(one.count("\n") for one in planned.names)) * ink.small
    assert forms == ({0, 1} if language == "zh" else {0, 1, 2})


def test_of_names_that_would_leave_a_plot_no_height_some_stand_level() -> None:
    panel = lined("zh", 12)
    low, high = (Box(0, 0, 420, points) for points in (180, 400))
    planned = plan(panel, low, INK)
    assert plan(panel, high, INK).turned and not planned.turned and planned.every == 2
    assert room(panel, low, planned).height >= LOW and not planned.level
    made = line_chart(panel, low, "江西", "zh", INK)
    skipped = {one.get("val") for one in made.space.iter(qn("c:tickLblSkip"))}
    assert skipped == {"2"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_side_by_side_share_a_slide_by_what_their_names_need(language: str) -> None:
    """A panel of many columns beside one of few with a long label: both level, both inside the slide; where there is no
    room for that, each has a slide of its own."""
    panels = (lined(language, 8, (3,)), lined(language, 4, label="约7.9"))
    placed = [box for _, box in places(panels, SLIDE, INK)]
    assert not any(plan(one, box, INK).turned for one, box in zip(panels, placed, strict=True))
    assert sum(one.width for one in placed) + GUTTER <= SLIDE.width + 0.01
    narrow = Box(0, 0, 560, 250)
    assert cramped(panels, narrow, language, INK) and not plan(panels[1], narrow, INK).turned


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_whose_figures_would_meet_have_a_slide_each(language: str) -> None:
    """Derived figures of several lines in one column, and those at the lines' ends, stand apart in a plot that is high enough for
    them; where it isn't, and is higher for a panel alone, each has a slide."""
    said, empty = Said("7.9", kind="derived"), ("",) * 4
    series = tuple(
        line(f"{at} {at}" * 6, "#000000", False, (6.0 + at, 6.0, 6.0, None), (said, "", "", ""), empty, empty)
        for at in range(3)
    )
    panels = tuple(replace(lined(language, 4), series=series) for _ in range(2))
    parted = set()
    for high in range(70, 330, 20):
        box = replace(SLIDE, height=high)
        parted.add(cramped(panels, box, language, INK))
        if cramped(panels, box, language, INK):
            continue
        alone = box.below(27)
        for panel, whole in places(panels, box, INK):
            assert isinstance(panel, LinesPanel)
            plot = room(panel, (held := whole.below(27)), plan(panel, held, INK)).height
            assert (
                plot >= 3 * LEADING * INK.figure or room(panel, alone, plan(panel, alone, INK)).height <= plot
            )
    assert parted == {True, False}


def test_axes_have_ids_that_the_format_allows() -> None:
    made = line_chart(lined("zh", 3), Box(0, 0, 300, 200), "x", "zh", INK)
    own, crossed = (
        {int(one.get("val", "")) for one in made.space.iter(qn(name))} for name in ("c:axId", "c:crossAx")
    )
    assert len(own) == 2 and own == crossed and min(own) >= 0  # unsigned


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_deck_has_names_upright(language: str) -> None:
    slides = [one for deck in world().catalogue.config.decks for one in deck.slides]
    count = 0
    for figure in drawn(world(), dict.fromkeys(slides), language):
        lines = [one for one in figure.panels if isinstance(one, LinesPanel)]
        if lines and len(lines) == len(figure.panels):
            for panel, box in places(lines, SLIDE, INK):
                assert isinstance(panel, LinesPanel) and not plan(panel, box, INK).turned, figure.id
            for row in arranged(list(enumerate(lines)), language):
                for one in row.places:
                    assert isinstance(one.panel, LinesPanel) and not plan(one.panel, one.box, PAPER).turned
                    count += 1
    assert count > 3


@pytest.mark.parametrize("wide", [200, 280, 400, 700])
def test_a_derived_figure_stands_right_of_its_point_only_where_the_plot_has_room(wide: int) -> None:
    """A long label of the first point, above it unless it would begin left of the plot and has room to its right."""
    said = Said("about 7.9 (derived)", kind="derived")
    empty = ("",) * 4
    only = line("A", "#000000", False, (7.9, None, None, None), (said, "", "", ""), empty, empty)
    other = line("B", "#111111", False, (1.0, 1.0, 1.0, 1.0), ("", "", "", "1.0"), empty, empty)
    panel, box = replace(lined("en", 4), series=(only, other)), Box(0, 0, wide, 200)
    plot = room(panel, box, plan(panel, box, INK))
    made = line_chart(panel, box, "x", "en", INK)
    (label,) = (one for one in made.space.iter(qn("c:dLbl")) if "7.9" in "".join(one.itertext()))
    place = label.find(qn("c:dLblPos")).get("val")
    begin, words = plot.width / 8, measure(said, INK.figure, True)
    assert place == ("r" if words / 2 > begin and begin + words + GAP <= plot.width else place)
    assert place != "r" or begin + words <= plot.width


def test_a_derived_figure_that_has_no_room_beside_another_panel_gives_each_a_slide() -> None:
    """It never goes without its words, and these lie over no axis."""
    few = lined("en", 3)
    (series,) = few.series
    first = replace(series, texts=(Said("about 9.4 (derived)", kind="derived"), *series.texts[1:]))
    few = replace(few, series=(series, series))
    derived = replace(few, series=(first, series))
    narrow, wide = Box(0, 0, 200, 250), Box(0, 0, 888, 250)
    assert crowded(derived, narrow, INK) and not crowded(derived, wide, INK) and not crowded(few, narrow, INK)
    planned = plan(derived, wide, INK)
    width = room(derived, wide, planned).width
    assert point_place(planned, 0, "6.1", width) == "t"
    assert cramped((lined("en", 6), derived), Box(0, 0, 560, 250), "en", INK)


@pytest.mark.parametrize("ink", [INK, PAPER], ids=["slide", "page"])
@pytest.mark.parametrize("count", [2, 6])
def test_no_figure_at_the_end_of_a_line_is_struck_by_the_line_at_zero_or_by_another(
    ink: Ink, count: int
) -> None:
    """Each stands on the side of zero where its value is, as in a low plot that begins below zero."""
    ends = [-20.0, -2.3, -0.4, 0.0, 0.3, 2.3, 7.6, 9.6, 40.0]
    empty = ("",) * count
    for values, high in zip(list(combinations(ends, 3))[::11], cycle((110, 250)), strict=False):
        series = tuple(
            line(str(one), "#000000", False, (one,) * count, (str(one),) * count, empty, empty)
            for one in values
        )
        panel, box = replace(lined("en", count), series=series), Box(0, 0, 500, high)
        planned = plan(panel, box, ink)
        unit = room(panel, box, planned).height / (planned.high - planned.low)
        found = []
        for one, value in zip(
            line_chart(panel, box, "x", "en", ink).space.iter(qn("c:ser")), values, strict=True
        ):
            *_, label = one.iter(qn("c:dLbl"))
            moved = label.find(f".//{qn('c:y')}")
            shift = float(moved.get("val")) * high if moved is not None else 0.0
            found.append(value * unit - shift)
        least = planned.label - 0.1
        assert all(
            abs(one) >= least / 2 and (one > 0) == (v >= 0) for one, v in zip(found, values, strict=True)
        )
        assert all(two - one >= least for one, two in pairwise(found))


@pytest.mark.parametrize("value", [-3.0, -0.2, 0.0, 0.2, 3.0])
def test_a_figure_over_its_point_is_not_struck_by_the_line_at_zero(value: float) -> None:
    empty = ("",) * 3
    texts = (str(value),) * 3
    panel = replace(
        lined("en", 3), series=(line("", "#000000", False, (value, -9.0, value), texts, empty, empty),)
    )
    made = line_chart(panel, Box(0, 0, 500, 160), "x", "en", INK)
    first, below, last = (one.find(qn("c:dLblPos")).get("val") for one in made.space.iter(qn("c:dLbl")))
    assert first == last == ("b" if -2 < value < 0 else first) and below == "t"
    assert value < 0 or first == "t"


def test_bars_have_the_height_of_their_names_beside_what_is_said_below_them() -> None:
    """Else they are a table, or the panels stand on slides of their own."""
    told = 0
    specs = [one for one in world().catalogue.config.figures if one.chart in ("bars", "together")]
    figures = drawn(world(), [Slide(one.id) for one in specs], "en")
    for figure, high in product((one for one in figures if one.panels), range(100, 340, 30)):
        laid = Laid.of(figure.panels, Box(36, 100, 888, high), "en", INK)
        assert all(one.height <= laid.boxes[at].height for at, one in laid.plans.items())
        told += bool(laid.plans and laid.foot)
    assert told
