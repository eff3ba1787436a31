"""A city beside its province and the country; levels as parts of the whole."""

from dataclasses import replace
from typing import Any

import pytest

from industry import wording
from industry.figures.record import RowsPanel
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import parse
from industry.vocabulary.slide import Choices
from tests.books import Worked
from tests.figures.drawing import Changed, held, row_panels, told
from tests.figures.specs import made

PROVINCES = ("jiangxi", "hebei", "shaanxi")
BESIDE = ("value_added_growth", "profit_margin", "industrial_tax_growth")


def texts(panel: RowsPanel) -> list[tuple[str, str, str]]:
    return [(row.name, row.text, row.aside) for row in panel.rows]


def test_a_city_stands_above_its_province_beside_the_country(tables: Tables) -> None:
    growth, margin, taxes = row_panels(made(tables, "parent", regions=("jian",), indicators=BESIDE))
    assert texts(growth) == [
        ("吉安", "24.6", "与江西之差+1.0个百分点，与全国之差+4.3个百分点"),
        ("江西", "23.6", "两年平均9.8%"),
    ]
    assert [one.text for one in growth.references] == ["全国 20.3"]
    assert [one.text for one in margin.references] == ["全国 6.87"]
    assert not taxes.references


def test_a_province_known_only_by_the_gap_is_derived_and_says_so(tables: Tables) -> None:
    figure = made(tables, "parent", regions=("jian",), indicators=BESIDE)
    _, margin, taxes = row_panels(figure)
    assert texts(margin)[1] == ("江西", "6.0", "（推算）")
    assert texts(taxes) == [("吉安", "26.8", "与江西之差+10.4个百分点"), ("江西", "16.4", "（推算）")]
    assert [held(figure, row.marks[0].row).derived for row in taxes.rows] == [False, True]
    assert "industrial_tax_growth_gap_parent" in {row.indicator.id for row in figure.rows}


def test_what_the_country_lacks_is_told(tables: Tables) -> None:
    figure = made(tables, "parent", regions=("jian",), indicators=BESIDE)
    assert figure.frame.notices == ("工业税收增速：未收录全国同期数字",)


def test_a_low_base_names_the_averages_of_all_or_for_whom_there_is_none(tables: Tables) -> None:
    figure = made(tables, "parent", regions=("jian",), indicators=BESIDE)
    note = figure.frame.note
    assert "增速：吉安2021年1—4月未收录上年同期数，上年同期正值新冠肺炎疫情" in note
    assert "江西、全国2021年1—4月据公布的两年平均，基数较低；全国两年平均7.0%" in note
    assert row_panels(figure)[0].rows[1].aside == "两年平均9.8%"
    assert "工业税收增速：吉安、江西2021年1—4月未收录上年同期数" in note
    assert "利润率：" not in note


def test_provinces_chosen_beside_are_named(tables: Tables) -> None:
    figure = made(tables, "parent", regions=("jian", "hebei", "shaanxi"), indicators=BESIDE)
    assert "只列市与所属的省，未列：河北、陕西" in figure.frame.notices
    alone = made(tables, "parent", regions=("hebei",), indicators=BESIDE)
    assert alone.panels == () and alone.empty and "河北" in "".join(alone.frame.notices)


def test_shares_are_of_one_period_and_edition(tables: Tables) -> None:
    wanted = ("designated_enterprises", "little_giants_national", "gdp")
    (panel,) = row_panels(made(tables, "share", regions=("jian",), indicators=wanted))
    assert [(row.text, row.detail) for row in panel.rows] == [
        ("11.85%", "2020年末；1624 / 13710家"),
        ("8.57%", "2020年12月，前两批；3 / 35家"),
        ("8.53%", "2021年，首次发布值；2525.65 / 29619.67亿元"),
    ]
    assert panel.own_scales and panel.heading == "占江西的比重（推算）"
    track, bar = panel.rows[0].marks
    assert (track.shape, track.end, bar.end) == ("track", 13710.0, 1624.0)


def test_a_share_says_its_period_unless_all_of_the_figure_are_of_one(tables: Tables) -> None:
    """Also where it stands alone in its panel: what another panel is of says nothing of it."""
    wanted = ("designated_enterprises", "little_giants_national")
    figure = made(tables, "share", regions=("hebei", "jian"), indicators=wanted)
    assert [[row.detail for row in one.rows] for one in row_panels(figure)] == [
        ["2020年末；1624 / 13710家", "2020年12月，前两批；3 / 35家"],
        ["2021年11月，前三批；202 / 4762家（2021年7月）"],
    ]


def test_a_share_beside_those_of_other_regions_says_whose_it_is(tables: Tables) -> None:
    """Also where no other has its period, or its whole: its indicator alone would be taken for the whole's."""

    def months(row: Observation) -> bool:
        whose = (row.indicator.id, row.region.id, str(row.period)) == ("profit", "hebei", "2021-01/2021-05")
        return whose and row.exact

    vague = [replace(row, qualifier="over") for row in tables.rows("profit", "hebei") if months(row)]
    apart = made(
        Changed(tables, vague, months),
        "share",
        regions=("jiangxi", "hebei", "shaanxi"),
        indicators=("profit",),
    )
    assert vague and [[row.name for row in one.rows] for one in row_panels(apart)] == [
        ["江西", "陕西"],
        ["河北规上工业利润总额"],
    ]
    wholes = made(
        tables, "share", regions=("jiangxi", "hebei", "jian"), indicators=("little_giants_national",)
    )
    assert [row.name for one in row_panels(wholes) for row in one.rows][-1].startswith("吉安")


def test_a_loose_whole_gives_no_share_and_is_told(tables: Tables) -> None:
    figure = made(
        tables, "share", regions=("jian",), indicators=("designated_enterprises", "electronics_revenue")
    )
    assert len(row_panels(figure)[0].rows) == 1
    assert (
        "不计算占比：吉安电子信息产业营业收入1706.6亿元（2020年），江西超5000亿元，非确数"
        in figure.frame.notices
    )


@pytest.mark.parametrize(
    "change", [{"edition": "final"}, {"qualifier": "about"}, {"inferred": frozenset({"scope"})}]
)
def test_no_share_of_what_differs(tables: Tables, change: dict[str, Any]) -> None:
    (whole,) = [
        row for row in tables.rows("designated_enterprises", "jiangxi") if str(row.period) == "2020-12"
    ]
    other = replace(whole, id="other", **change)
    held = Changed(tables, [other], without=lambda row: row == whole)
    figure = made(held, "share", regions=("jian",), indicators=("designated_enterprises",))
    assert figure.panels == () and figure.empty == "所选地区没有可计算占比的数字，不作图。"
    assert "吉安规模以上工业企业数" in figure.frame.notices[0]


def test_provinces_are_parts_of_the_country_in_the_fixed_order(tables: Tables) -> None:
    provinces = ("shaanxi", "hebei", "jiangxi")
    wanted = ("gdp", "secondary_value_added")
    figure = made(tables, "share", regions=provinces, indicators=wanted, period="2021", edition="census_5")
    gdp, secondary = row_panels(figure)
    assert [(row.name, row.text) for row in gdp.rows] == [
        ("江西", "2.54%"),
        ("河北", "3.51%"),
        ("陕西", "2.60%"),
    ]
    assert [row.text for row in secondary.rows] == ["2.81%", "3.68%", "2.90%"]
    assert "第五次经济普查修订值" in figure.frame.subtitle


def test_a_city_and_a_province_share_no_panel(tables: Tables) -> None:
    figure = made(tables, "share", regions=("jian", "jiangxi"), indicators=("gdp",), period="2021")
    assert [panel.heading for panel in row_panels(figure)] == ["占全国的比重（推算）", "占江西的比重（推算）"]


def test_in_english(tables: Tables) -> None:
    for kind, wanted in (("parent", BESIDE), ("share", ("designated_enterprises",))):
        figure = made(tables, kind, "en", ("jian",), indicators=wanted)
        assert not any("\u4e00" <= one <= "\u9fff" for one in told(figure))


def test_a_share_is_of_a_year_of_which_the_whole_is_held_too(tables: Tables) -> None:
    """Else the nearest earlier one stands, with its period."""
    held = [row for row in tables.rows("gdp") if row.edition == "census_5" and row.region.id in PROVINCES]
    newer = [replace(row, id=f"{row.id}:newer", period=parse("2023", "flow")) for row in held]
    spec: dict[str, Any] = {"regions": PROVINCES, "indicators": ("gdp",), "edition": "census_5"}
    for year in ("2022", "2023", "latest"):
        figure = made(Changed(tables, newer), "share", chosen=Choices(year=year), **spec)
        assert "2022年" in figure.frame.subtitle and len(row_panels(figure)[0].rows) == len(PROVINCES)


@pytest.mark.parametrize("edition", [None, "census_5"])
def test_where_all_are_later_the_nearest_is_told_as_later(tables: Tables, edition: str | None) -> None:
    spec: dict[str, Any] = {"regions": ("hebei",), "indicators": ("gdp",), "edition": edition}
    figure = made(tables, "share", chosen=Choices(year="2012"), **spec)
    first = min(row.period.year for row in tables.rows("gdp", "hebei") if row.period)
    (notice,) = figure.frame.notices
    assert not figure.panels and "晚于2012年" in notice and f"（{first}年）" in notice


@pytest.mark.parametrize("indicator", BESIDE)
def test_a_printed_gap_stands_beside_a_city_s_figure_from_which_none_can_be_worked_out(
    tables: Tables, indicator: str
) -> None:
    (row,) = [one for one in tables.rows(indicator, "jian") if str(one.period) == "2021-01/2021-04"]
    (gap,) = [one for one in tables.rows(f"{indicator}_gap_parent", "jian") if one.period == row.period]
    about = replace(row, qualifier="about")

    def beside(printed: Observation) -> tuple[str, tuple[str, ...]]:
        rows = [*tables.rows(indicator), *tables.rows(gap.indicator.id)]
        book = Worked(tables.catalogue, [{row: about, gap: printed}.get(one, one) for one in rows])
        figure = made(book, "parent", regions=("jian",), indicators=(indicator,))
        (panel,) = row_panels(figure)
        return str(panel.rows[0].aside), tuple(map(str, figure.frame.notices))

    number = wording.number(gap, "zh")
    aside, notices = beside(gap)
    assert f"与江西之差{number}" in aside and not any(number in one for one in notices)
    aside, notices = beside(replace(gap, qualifier="over", as_printed="超"))
    assert not aside and [
        one for one in notices if f"超{number}" in one and one.startswith("非确数，不参与比较")
    ]
