"""The benchmark table: one period a line, what can't stand in it in small print, and by whose scale its bars run."""

import re
from bisect import bisect
from dataclasses import replace

import pytest

from industry import wording
from industry.export.office.tables.panels import of_entries
from industry.export.office.words import Box
from industry.export.picture.figure_picture import canvas_of
from industry.export.pptx.text_runs import INK
from industry.figures import theme
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.on_canvas import compose
from industry.figures.compose.own_words import owned
from industry.figures.compose.panel_drawing import Pane
from industry.figures.compose.table import bands, cells
from industry.figures.record import Entry, Figure, TableLine, TablePanel
from industry.rules.lock import comparable, lock_of
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.figures.specs import made

GROWTH = ("value_added_growth",)


def lines(figure: Figure) -> tuple[TableLine, ...]:
    (panel,) = figure.panels
    assert isinstance(panel, TablePanel)
    return panel.lines


def said(line: TableLine) -> list[str]:
    return [" ".join(filter(None, (one.text, one.aside, one.tag))) for one in line.entries]


def test_growth_over_a_low_base_has_its_average_below(tables: Tables) -> None:
    first, under = lines(made(tables, "table", indicators=GROWTH))
    assert (first.period, first.detail, first.unit) == ("2021年1—3月", "可比价，%", "%")
    assert said(first) == ["24.5*", "29.4* +4.9", "24.6% 1—4月", "17.6* −6.9", "18.9* −5.6"]
    assert (under.name, under.under) == ("同上，两年平均", True)
    assert said(under) == ["6.8", "10.2 +3.4", "未收录上年同期数", "5.8 −1.0", "7.4 +0.6"]


def test_growth_of_which_no_base_is_known_has_a_sign_that_is_told_below(tables: Tables) -> None:
    figure = made(tables, "table", indicators=["profit_growth"])
    shown = [one.split()[0] for one in said(lines(figure)[0])]
    assert shown == ["83.4*", "67.3‡", "55.2%", "114‡", "108.7*"]
    assert figure.frame.notes[1] == "‡未收录可用的上年同期数，基数高低不明"
    told = {row.region.id for row in figure.frame.notes[1].rows}
    assert told == {"jiangxi", "hebei"}, "of both that have it, and of no other"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_line_of_averages_says_over_how_many_years_each_is(tables: Tables, language: str) -> None:
    lengths = set()
    for year in ("2019", "2020", "2021", "2022", "2023", "latest"):
        for under in lines(made(tables, "table", language, chosen=Choices(year=year))):
            for one in under.entries if under.under else ():
                if one.row:
                    over = wording.over(wording.years_of(one.row), language)
                    assert over in f"{under.name} {one.text}".lower(), (year, under.name)
                    assert one.apart or over in under.alone
                    lengths.add(over)
    assert len(lengths) > 1


def test_the_year_chosen_is_looked_at(tables: Tables) -> None:
    (line,) = lines(made(tables, "table", chosen=Choices(year="2020"), indicators=GROWTH))
    assert line.period.startswith("2020年")
    latest = lines(made(tables, "table", chosen=Choices(year="latest"), indicators=GROWTH))[0]
    assert latest.period == "2022年"


def test_amounts_are_told_as_shares_of_the_country_and_a_city_of_its_province(tables: Tables) -> None:
    (profit,) = lines(made(tables, "table", indicators=["profit"]))
    china, jiangxi, *_ = profit.entries
    assert china.end is None and jiangxi.aside.startswith("占全国")
    firms = lines(made(tables, "table", indicators=["designated_enterprises"]))[0]
    assert firms.entries[2].aside.startswith("占江西") and firms.entries[2].end is None


def test_one_regions_amount_stands_beside_the_countrys_of_which_it_is_a_part_where_nothing_else_compares(
    tables: Tables,
) -> None:
    def line(*regions: str) -> tuple[str, list[str]]:
        (one,) = lines(made(tables, "table", regions=regions, indicators=["little_giants_national"]))
        return one.period, said(one)

    assert line("hebei") == ("前三批", ["4762", "202 占全国4.24%"])
    period, (country, own) = line("jian")
    assert period == "前两批" and "前三批" in country and own.startswith("3 占江西"), (
        "its province comes first"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("year", ["2019", "2020", "2021", "2022", "latest"])
def test_a_line_compares_only_what_shares_its_period(tables: Tables, language: str, year: str) -> None:
    for line in lines(made(tables, "table", language, chosen=Choices(year=year))):
        shared = [one.row for one in line.entries if one.row and not one.apart]
        assert all(comparable(row) for row in shared)
        assert len({lock_of(row) for row in shared}) <= 1, line.name
        for one in line.entries:
            assert one.text, f"{line.name} leaves a cell empty"
            assert not (one.apart and one.end is not None), "what isn't compared has no bar"


def test_of_each_region_the_latest_is_not_compared(tables: Tables) -> None:
    figure = made(tables, "table", each_latest=True)
    for line in lines(figure):
        assert all(one.end is None for one in line.entries)
        assert all(one.tag for one in line.entries if one.row)
        assert not line.period, "a period that no figure has"
    assert "不作比较" in figure.frame.subtitle


def test_a_column_that_would_say_nothing_is_nowhere_drawn(tables: Tables) -> None:
    figure = made(tables, "table", each_latest=True)
    (panel,) = figure.panels
    assert isinstance(panel, TablePanel) and panel.named == ("指标", "")
    for one in (panel, made(tables, "table").panels[0]):
        assert isinstance(one, TablePanel)
        slide = of_entries(one, Box(0, 0, 1200, 600), INK)
        assert {len(row) for row in slide.rows} == {
            len([head for head in one.named if head]) + len(one.regions)
        }
    for canvas in (Canvas(1280, 720, 20.0, 3.0), Canvas(284, None, 10.7, 3.0)):
        assert "同一期间" not in str(compose(figure, canvas)["layout"]["annotations"])


def test_of_the_latest_a_line_of_an_earlier_year_is_set_off(tables: Tables) -> None:
    for year in ("latest", "2022"):
        shown = lines(made(tables, "table", chosen=Choices(year=year)))
        dated = [one for one in shown if re.match(r"\d{4}年", one.period)]
        newest = max(one.period[:4] for one in dated)
        assert {one.off for one in dated if one.period[:4] == newest} == {False}, year
        older = [one for one in dated if one.period[:4] < newest]
        assert older and all(one.off for one in older), year


@pytest.mark.parametrize("year", ["2019", "2020", "2021", "2022", "2024", "latest"])
def test_a_period_of_another_year_than_its_line_or_the_one_looked_at_says_its_year(
    tables: Tables, year: str
) -> None:
    for line in lines(made(tables, "table", chosen=Choices(year=year))):
        for one in line.entries:
            if not (one.row and one.row.period and re.search(r"月", one.tag)):
                continue
            own = f"{one.row.period.year}年"
            said = own in one.tag or line.period.startswith(own) and not line.off
            assert said, f"{line.name}: {one.tag} in a line of {line.period}"


def test_the_data_are_as_of_what_is_compared_not_of_what_stands_apart(tables: Tables) -> None:
    figure = made(tables, "table", chosen=Choices(year="2020"))
    shown = [one for line in lines(figure) for one in line.entries if one.row]
    assert figure.frame.until == max(one.row.until for one in shown if one.row and not one.apart)
    assert figure.frame.until < figure.frame.apart == max(one.row.until for one in shown if one.row)


@pytest.mark.parametrize(("language", "told"), [("zh", "（另列的至"), ("en", " (set apart: ")])
def test_what_stands_apart_and_is_later_is_dated_behind_it(tables: Tables, language: str, told: str) -> None:
    frame = made(tables, "table", language, chosen=Choices(year="2020")).frame
    assert frame.as_of.startswith(wording.as_of(frame.until, language)) and told in frame.as_of
    assert wording.as_of(frame.until, language, frame.until) == wording.as_of(frame.until, language)
    (without,) = owned(frame, [()])
    assert without.as_of == wording.as_of(frame.until, language), "where it doesn't stand, nothing dates it"


def test_every_number_is_drawn_by_its_row(tables: Tables) -> None:
    figure = made(tables, "table")
    rows = [one.row for line in lines(figure) for one in line.entries if one.row]
    assert set(rows) <= set(figure.drawn)


def test_bars_of_a_line_begin_at_zero_and_end_by_its_scale() -> None:
    def entry(end: float | None) -> Entry:
        return Entry("1", end=end, colour="#0B6E74")  # type: ignore[arg-type]

    line = TableLine("name", "", "%", "2021", tuple(map(entry, (-2.0, 1.0, None))))  # type: ignore[arg-type]
    assert [one and tuple(round(end, 6) for end in one) for one in line.bars] == [
        (0.666667, 0.0),
        (0.666667, 1.0),
        None,
    ]


PANE = Pane(420, None, 14, theme.LIGHT)


@pytest.mark.parametrize("tight", [0, 1, 2])
def test_a_bar_is_clear_of_the_letters_above_it_and_of_the_rule_below(tables: Tables, tight: int) -> None:
    """Letters reach down to almost the end of a line where lines stand close."""
    pane = replace(PANE, tight=tight)
    (panel,) = made(tables, "table", "en").panels
    assert isinstance(panel, TablePanel)
    first = bands.first_columns(panel, pane)
    seen = 0
    for band in (bands.turned(panel, pane), bands.upright(panel, pane, first, 80.0)):
        for row in band.rows:
            inside = (0.15 if tight else 0.5) * band.gap
            for bar in row.bars:
                cell = row.cells[bisect(band.starts, bar.start + bar.length / 2) - 1]
                seen += 1
                half = bands.thick(pane) / 2
                assert bar.below - half >= cells.high(pane, cell) + 0.1 * pane.em
                assert inside + bar.below + half <= row.high + band.gap
    assert seen > 20


@pytest.mark.parametrize("size", ["slide", "report", "half", "square"])
def test_no_cell_ends_in_a_single_character(tables: Tables, size: str) -> None:
    figure = made(tables, "table", "zh")
    canvas = canvas_of(next(one for one in tables.catalogue.config.sizes if one.id == size))
    told = [re.sub("<[^>]+>", "", one["text"]) for one in compose(figure, canvas)["layout"]["annotations"]]
    units = {line.unit for line in lines(figure)}
    assert [one for one in told if re.fullmatch("[\u4e00-\u9fff]", one) and one not in units] == []


@pytest.mark.parametrize(("language", "least"), [("zh", 0.024), ("en", 0.021)])
def test_a_slide_holds_the_headline_table_in_type_that_can_be_read(
    tables: Tables, language: str, least: float
) -> None:
    """In English the names of eleven publishers take five lines of the slide."""
    figure = made(tables, "table", language)
    plot = compose(figure, Canvas(1280, 720, 20.0, 3.0))
    sizes = [one["font"]["size"] for one in plot["layout"]["annotations"]]
    assert min(sizes) >= least * 720 - 0.01


def test_what_stands_apart_of_the_country_is_a_note_by_itself_behind_that_of_the_regions(
    tables: Tables,
) -> None:
    """Where not all notes have room those of the country give way first."""
    country, found = tables.catalogue.benchmark, set()
    for year in ("2021", "2022", "latest"):
        for regions in ((), ("hebei",), ("jian",)):
            figure = made(tables, "table", regions=regions, chosen=Choices(year=year))
            apart = [one for one in figure.frame.notes if "不参与比较" in one]
            of_it = [{row.region == country for row in one.rows} for one in apart]
            assert all(len(one) == 1 for one in of_it) and of_it == sorted(
                of_it, key=lambda one: one == {True}
            )
            found |= {each for one in of_it for each in one}
    assert found == {True, False}
