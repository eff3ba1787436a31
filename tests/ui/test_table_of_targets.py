"""The table of targets as its record: what stands in which order, and what a narrow screen says of it."""

import json

import pytest

from industry.figures.compose import wrapping
from industry.tables import eyesight
from industry.wording import worded
from tests.conftest import world
from ui.parts import listing, text_table
from ui.parts.table import Cell, Column, Line, Table, needed
from ui.sections.targets import as_table, targets

ORDER = ("name", "region", "kind", "before", "goal", "required", "done", "pace")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_year_before_stands_before_the_target_and_every_number_says_what_it_is(language: str) -> None:
    table = as_table(targets(world(), world().catalogue.config.regions, "2021", language), language)
    assert [one.head for one in table.columns] == [
        worded("pages", f"targets_{one}", language) for one in ORDER
    ]
    written = json.loads(table.written)["columns"]
    for key, column in zip(ORDER, written, strict=True):
        numbers = key in ("before", "required", "done")
        assert column["lead"].startswith(column["head"]) == numbers, (
            "folded under a name a number says which it is"
        )


def test_every_bar_is_seen_on_white_by_its_fill_or_its_edge() -> None:
    table = as_table(targets(world(), world().catalogue.config.regions, "2021", "zh"), "zh")
    bars = [bar for line in table.lines for cell in line.cells for bar in cell.bars]
    assert {len(bar.colour) for bar in bars} == {7, 9}, "some are pale"
    whole = {bar.edge or bar.colour for bar in bars}
    assert all(len(one) == 7 and eyesight.contrast(one, "#FFFFFF") >= 3 for one in whole), whole


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_narrow_screen_tells_the_target_by_its_indicator(language: str) -> None:
    found = targets(world(), world().catalogue.config.regions, "2021", language)
    table = as_table(found, language)
    assert [line.cells[0].text for line in table.lines] == [one.name for one in found.targets]
    shown = [key for key, column in zip(ORDER, table.columns, strict=True) if not column.folds]
    assert shown == ["name", "goal"]
    assert sum(one.narrow for one in table.columns) <= 390 - 2 * 16, "both stand beside one another"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_bars_mean_stands_in_their_head_where_there_are_any(language: str) -> None:
    for regions in (world().catalogue.config.regions, ("shaanxi",)):
        table = as_table(targets(world(), regions, "2021", language), language)
        barred = [any(line.cells[at].bars for line in table.lines) for at in range(len(table.columns))]
        words = worded("pages", "targets_bars", language)
        assert [one.sub for one in table.columns] == [words if one else "" for one in barred]
        assert any(barred) == (len(regions) > 1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_narrow_screen_targets_take_the_room_that_they_need(language: str) -> None:
    table = as_table(targets(world(), world().catalogue.config.regions, "2021", language), language)
    goal = table.columns[ORDER.index("goal")].narrow
    assert goal <= needed([line.cells[ORDER.index("goal")].text for line in table.lines])
    assert goal + table.columns[0].narrow == 354, "the rest is the words'"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_narrow_screen_a_long_target_is_broken_and_not_what_others_say(language: str) -> None:
    """As "Year before: not in our data" was, in most lines, for the sake of one target."""
    table = as_table(targets(world(), world().catalogue.config.regions, "2021", language), language)
    goals = [line.cells[ORDER.index("goal")].text for line in table.lines]
    room = (table.columns[0].narrow - needed([])) / 12.5
    cells = [zip(line.cells, table.columns, strict=True) for line in table.lines]
    items = [of.lead + cell.text for held in cells for cell, of in held if of.folds and cell.text]
    lacking = [one for one in items if wrapping.width(one) > room]
    assert len(lacking) <= 2, lacking
    whole = needed([one for text in goals for one in wrapping.pieces(text)])
    assert whole <= table.columns[ORDER.index("goal")].narrow, "no number apart from its unit"


def test_no_text_of_a_column_as_wide_as_needed_is_broken() -> None:
    texts = ["1734家（推算）", "1,734 firms (derived)", "28家"]
    columns = Column("a", 80), Column("b", needed(texts), bold=True)
    lines = tuple(Line((Cell("x"), Cell(one))) for one in texts)
    assert len({one["high"] for one in json.loads(Table("t", columns, lines).written)["lines"]}) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_narrow_screen_tells_a_figure_by_its_indicator(language: str) -> None:
    rows = listing.every(world())
    table = listing.as_table(world(), rows, language)
    told = zip(table.lines, rows, strict=False)
    assert all(line.cells[0].text == row.indicator.name(language) for line, row in told)
    shown = [at for at, column in enumerate(table.columns) if not column.folds]
    assert [table.columns[at].bold for at in shown] == [True, True]
    assert all(line.cells[shown[1]].row for line in table.lines), "the figure, whose card it opens"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_narrow_screen_a_figure_is_as_wide_as_the_figures_shown_need(language: str) -> None:
    """Not as the periods beside them, or other words of the lines, do."""
    shown = [listing.as_table(world(), listing.Rows([row]), language) for row in listing.every(world())]
    at = [column.folds for column in shown[0].columns].index(False, 1)
    wanted = [text_table.beside([one.lines[0].cells[at].text]) for one in shown]
    assert [(one.columns[0].narrow, one.columns[at].narrow) for one in shown] == wanted
    assert len(set(wanted)) > 2
