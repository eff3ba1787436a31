"""Coverage and emphasis: every document has its row or column, and every figure is counted once."""

import re
from dataclasses import replace

import pytest

from industry.figures.compose.canvas import Canvas
from industry.figures.compose.on_canvas import compose, screen
from industry.figures.context import Context
from industry.figures.documents import documents
from industry.figures.kinds.coverage import coverage, within
from industry.figures.kinds.emphasis import emphasis
from industry.figures.record import Column
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.slide import Choices
from tests.figures.drawing import drawn, grid, labels
from tests.figures.plotted import read

WINDOW = periods.parse("2020-01/2021-12", "flow")


def test_every_document_is_there_in_the_regions_order(tables: Tables) -> None:
    context = Context(tables.catalogue.figures["coverage"], tables, Choices(), "zh")
    assert [one.id for one in documents(context)] == [
        "jiangxi_2018_08",
        "jiangxi_2021_07",
        "jian_2021_05",
        "hebei_2021_11",
        "shaanxi_2021_02",
    ]
    panel = grid(drawn(tables, coverage, "coverage"))
    assert panel.names == (
        "江西 2018年8月",
        "江西 2021年7月",
        "吉安 2021年5月",
        "河北 2021年11月",
        "陕西 2021年2月",
    )
    assert panel.details[0] == "全文无数字"


def test_columns_are_the_windows_months_by_year(tables: Tables) -> None:
    panel = grid(drawn(tables, coverage, "coverage"))
    assert panel.groups == (("2020年", 12), ("2021年", 12))
    assert len(panel.columns) == 24 and labels(panel)[:3] == ("1", "2", "3")
    assert {len(line) for line in panel.cells} == {24}


def test_every_figure_of_a_document_is_counted_once(tables: Tables) -> None:
    figure = drawn(tables, coverage, "coverage")
    for source in tables.catalogue.sources.values():
        held = [row for row in tables.rows() if row.source.id == source.id] if source.document else []
        counted = [row for row in figure.rows if row.source.id == source.id]
        assert {row.id for row in counted} == {row.id for row in held}
    assert sum(int(line[2]) for line in figure.table.rows) == len(figure.rows)


def test_a_cell_counts_printed_actual_figures_over_its_month(tables: Tables) -> None:
    panel = grid(drawn(tables, coverage, "coverage"))
    jian = panel.cells[panel.names.index("吉安 2021年5月")]
    april = jian[15]
    rows = [row for row in tables.rows() if row.source.id == "jian_2021_05" and within(row, WINDOW)]
    month = WINDOW.start + 15
    assert set(april.text.rows) == {
        row for row in rows if row.period and row.period.start <= month <= row.until
    }
    assert april.text == str(len(april.text.rows)) and 0 < april.weight <= 1
    assert [cell.weight for cell in jian[17:]] == [0.0] * 7
    assert max(cell.weight for line in panel.cells for cell in line) == 1.0


def test_what_fills_no_cell(tables: Tables) -> None:
    one = next(row for row in tables.rows("value_added_growth", "jian"))
    assert within(one, WINDOW)
    assert not within(replace(one, status="target"), WINDOW)
    assert not within(replace(one, inferred=frozenset({"period"})), WINDOW)
    assert not within(replace(one, period=None), WINDOW)
    assert not within(replace(one, period=periods.parse("2016/2020", "flow")), WINDOW)
    assert not within(replace(one, period=periods.parse("2019", "flow")), WINDOW)


def test_a_years_figure_covers_no_month_after_its_document(tables: Tables) -> None:
    one = next(row for row in tables.rows() if row.source.id == "hebei_2021_11" and str(row.period) == "2021")
    assert one.until == periods.parse("2021-11", "flow").end
    figure = drawn(tables, coverage, "coverage")
    assert grid(figure).cells[3][11 + 12].text == ""
    assert figure.frame.as_of == "数据截至2021年11月"


def test_coverage_cites_the_document_without_figures_too(tables: Tables) -> None:
    assert "江西省工业强省推进大会，2018年8月" in drawn(tables, coverage, "coverage").frame.source


def test_emphasis_counts_every_priority_once(tables: Tables) -> None:
    figure = drawn(tables, emphasis, "emphasis")
    panel = grid(figure)
    total = sum(int(cell.text or 0) for line in panel.cells for cell in line)
    assert total == sum(one.kind == "aim" for one in tables.catalogue.priorities)
    assert panel.groups == (("江西", 2), ("吉安", 1), ("河北", 1), ("陕西", 1))
    assert figure.table.rows[-1][1:] == ("29", "14", "32", "12", "21")


def test_a_themes_weight_is_its_share_of_the_document(tables: Tables) -> None:
    panel = grid(drawn(tables, emphasis, "emphasis"))
    governance = panel.cells[panel.names.index("工作机制与治理")]
    assert (governance[0].text, governance[1].text) == ("2", "3")
    assert governance[1].weight == 1.0 and governance[0].weight == (2 / 29) / (3 / 14)


def test_emphasis_makes_no_claim(tables: Tables) -> None:
    frame = drawn(tables, emphasis, "emphasis").frame
    assert frame.finding == "" and "不表示政策力度" in frame.note
    assert frame.source.count("；") == 4


def test_english_has_no_chinese(tables: Tables) -> None:
    for kind, id in ((coverage, "coverage"), (emphasis, "emphasis")):
        figure = drawn(tables, kind, id, "en")
        panel = grid(figure)
        texts = [
            *panel.names,
            *panel.details,
            *(one.whole for one in panel.columns),
            panel.unit,
            figure.alt,
            figure.frame.source,
        ]
        texts += [cell.hover for line in panel.cells for cell in line] + [
            cell for row in figure.table.rows for cell in row
        ]
        assert not any("一" <= sign <= "鿿" for text in texts for sign in text)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("chart", ["coverage", "emphasis"])
def test_cells_have_all_of_their_numbers_or_none_and_then_it_is_told(
    tables: Tables, language: str, chart: str
) -> None:
    figure = drawn(tables, {"coverage": coverage, "emphasis": emphasis}[chart], chart, language)
    panel = grid(figure)
    panel = replace(panel, columns=tuple(Column("·", "·") for _ in panel.columns), groups=())
    held = sum(bool(cell.text) for line in panel.cells for cell in line)
    found = set()
    for width in range(200, 1600, 100):
        plot = read(compose(replace(figure, panels=(panel,)), Canvas(width, None, 12.0)))
        said = [re.sub("<[^>]+>", "", one["text"]) for one in plot["layout"]["annotations"]]
        told = any(len(one) > 8 and one in panel.unwritten for one in said)
        assert sum(one.isdecimal() for one in said) == (0 if told else held), width
        found.add(told)
    assert False in found and (True in found or chart == "emphasis")


@pytest.mark.parametrize("chart", ["coverage", "emphasis"])
def test_a_browser_has_the_numbers_of_cells_that_a_phone_has_no_room_for(tables: Tables, chart: str) -> None:
    """Each as wide as the widest, in a size below which none is shown; below stands what is true at any width."""
    figure = drawn(tables, {"coverage": coverage, "emphasis": emphasis}[chart], chart)
    panel = grid(figure)
    wide = replace(panel, columns=panel.columns * 9, cells=tuple(line * 9 for line in panel.cells), groups=())
    plot = read(screen(replace(figure, panels=(wide,)), 0))
    (trace,) = plot["data"]
    held = [cell.text for line in wide.cells for cell in line]
    assert [one.strip("\u00a0") for one in trace["text"]] == held
    assert len({len(one) for one in trace["text"] if len(one.strip("\u00a0")) == 1}) == 1
    assert plot["layout"]["uniformtext"] == {"minsize": trace["insidetextfont"]["size"], "mode": "hide"}
    assert "".join(plot["layout"]["meta"]["told"]).rstrip() == wide.unwritten
    assert not any(
        one["text"] in wide.unwritten for one in plot["layout"].get("annotations", ()) if one["text"]
    )


def test_on_screen_a_row_s_words_stand_on_one_line_from_the_width_that_holds_them(tables: Tables) -> None:
    """At each width one of the two is seen: lines for the narrowest, or the line of all."""
    figure = drawn(tables, coverage, "coverage")
    panel = grid(figure)
    texts = [one["text"] for one in read(screen(figure, 0))["layout"]["annotations"]]
    plain = [re.sub("<[^>]+>", "", one) for one in texts]
    several = 0
    for name, detail in zip(panel.names, panel.details, strict=True):
        at = plain.index(f"{name}  {detail}")
        wide = set(re.findall(r"100cqw - (\d+)px", texts[at]))
        if not wide:
            assert name not in plain, "it stands on one line at any width"
            continue
        several += 1
        first = plain.index(name)
        assert "".join(plain[first + 1 : at]) == detail
        assert {width for one in texts[first:at] for width in re.findall(r"(\d+)px - 100cqw", one)} == wide
        assert 280 < int(*wide) < 720
    assert several > 2
