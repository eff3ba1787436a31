"""Trends: ordered periods, gaps left open, one edition, no line from one year into the next."""

from dataclasses import replace
from typing import Any

from industry.rules.verdicts import verdict
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from tests.figures.drawing import Changed, held, labels, lines, told
from tests.figures.specs import made

QUARTERS = (
    "2020-01/2020-03", "2020-01/2020-06", "2020-01/2020-09", "2020",
    "2021-01/2021-03", "2021-01/2021-06", "2021-01/2021-09", "2021",
)  # fmt: skip
YEARS = ("2019", "2020", "2021", "2022")


def test_what_is_not_published_stays_open(tables: Tables) -> None:
    figure = made(tables, "lines", indicator="value_added_growth", periods=QUARTERS)
    growth, average = lines(figure)
    found = {one.name: one.values for one in growth.series}
    assert found["江西"] == (-6.1, 1.0, 2.7, 4.6, 29.4, 18.5, None, 11.4)
    assert found["河北"] == (-4.8, 0.8, 2.7, None, 17.6, None, None, None)
    assert [one.name for one in growth.series] == ["江西", "河北", "陕西", "全国"]
    assert [one.dashed for one in growth.series] == [False, False, False, True]
    assert {one.name: one.texts for one in average.series}["江西"] == (
        "10.2",
        "约9.4（推算）",
        "",
        "约7.9（推算）",
    )
    assert "没有可连数字的时段留空" in figure.frame.note


def test_no_line_runs_into_the_next_year(tables: Tables) -> None:
    growth, average = lines(made(tables, "lines", indicator="value_added_growth", periods=QUARTERS))
    assert growth.gaps == (3,) and average.gaps == ()
    whole = lines(made(tables, "lines", indicator="value_added_growth", periods=("2020", "2021")))[0]
    assert whole.gaps == (), "whole years go on"


def test_months_between_have_a_column_even_if_nobody_holds_them(tables: Tables) -> None:
    growth = lines(made(tables, "lines", indicator="value_added_growth"))[0]
    assert labels(growth)[:4] == ("2020年1—2月", "2020年1—3月", "2020年1—4月", "2020年1—5月")
    assert labels(growth)[10:12] == ("2020年", "2021年1—2月") and growth.gaps == (10,)
    assert all(one.values[2] is None for one in growth.series), "nobody holds January to April 2020"


def test_marks_of_one_column_may_share_an_axis(tables: Tables) -> None:
    figure = made(tables, "lines", indicator="value_added_growth")
    for panel in lines(figure):
        for column, _ in enumerate(panel.columns):
            rows = [held(figure, one.rows[column]) for one in panel.series if one.rows[column]]
            assert all(verdict(one, other).one_axis for one in rows for other in rows)


def test_regions_without_a_line_are_named_with_their_figure(tables: Tables) -> None:
    figure = made(tables, "lines", indicator="value_added_growth", periods=QUARTERS)
    assert figure.frame.notices == ("期间不同，不参与比较：吉安24.6%（2021年1—4月）",)
    assert "吉安" not in [one.name for panel in lines(figure) for one in panel.series]


def test_levels_are_of_one_edition(tables: Tables) -> None:
    spec: dict[str, Any] = {
        "indicators": ("gdp", "all_industry_value_added"),
        "periods": YEARS,
        "edition": "census_5",
    }
    figure = made(tables, "lines", **spec)
    gdp, industry = lines(figure)
    assert {one.name for one in gdp.series} == {"江西", "河北", "陕西"}, "a level has no line of the country"
    assert {one.name: one.values for one in industry.series}["河北"] == (11474.3, 11813.5, 14216.8, 14123.7)
    assert {row.edition for panel in lines(figure) for one in panel.series for row in one.rows if row} == {
        "census_5"
    }
    notices = "\n".join(figure.frame.notices)
    assert "吉安地区生产总值" in notices and "河北" not in notices
    assert "未收录：吉安全部工业增加值" in notices


def test_shares_of_the_country_leave_the_city_out(tables: Tables) -> None:
    spec: dict[str, Any] = {"indicators": ("gdp",), "periods": YEARS, "edition": "census_5", "as_share": True}
    figure = made(tables, "lines", **spec)
    (panel,) = lines(figure)
    assert panel.heading == "地区生产总值占全国的比重（推算）" and panel.unit == "单位：%"
    assert {one.name: one.texts for one in panel.series}["河北"] == ("3.54", "3.56", "3.51", "3.50")
    assert "吉安" in "".join(figure.frame.notices)
    assert {row.region.id for row in figure.rows if row.indicator.id == "gdp"} == {
        "china", "jiangxi", "hebei", "shaanxi", "jian",
    }  # fmt: skip


def test_figures_that_are_not_exact_are_told_and_not_drawn(tables: Tables) -> None:
    figure = made(tables, "lines", indicator="stations_5g")
    assert "江西5G基站超6万个（2021年末）" in "".join(figure.frame.notices)
    assert 60000.0 not in [value for panel in lines(figure) for one in panel.series for value in one.values]


def test_the_country_s_figure_that_is_not_exact_is_told_as_a_region_s_is(tables: Tables) -> None:
    (row,) = [
        one for one in tables.rows("value_added_growth", "china") if str(one.period) == "2021-01/2021-03"
    ]
    vague = Changed(tables, [replace(row, qualifier="over")], without=lambda one: one == row)
    figure = made(vague, "lines", indicator="value_added_growth", periods=QUARTERS)
    assert "非确数，不参与比较：全国超24.5%（2021年1—3月）" in figure.frame.notices
    years, averages = lines(figure)
    assert {one.name: one.values for one in years.series}["全国"][4] is None
    assert {one.name: one.texts for one in averages.series}["全国"][0] == "6.8", "published beside it"


def test_a_share_of_what_is_not_exact_is_not_drawn_and_no_region_s_figure_is_called_so(
    tables: Tables,
) -> None:
    """Of levels, where the country has no line, it isn't told of at all."""

    def whole(row: Observation) -> bool:
        return row.exact and str(row.period) == "2021" and row.edition == "census_5"

    vague = [replace(row, qualifier="over") for row in tables.rows("gdp", "china") if whole(row)]
    found = Changed(
        tables,
        vague,
        without=lambda one: one.indicator.id == "gdp" and one.region.id == "china" and whole(one),
    )
    shares = made(found, "lines", indicator="gdp", as_share=True, edition="census_5")
    told_of = "；".join(shares.frame.notices)
    assert vague and told_of.count("非确数，不参与比较：全国超") == 1
    assert "江西29838.2亿元" not in told_of, "it is exact, and no share of it is to be had"
    assert "全国" not in "".join(made(found, "lines", indicator="gdp", edition="census_5").frame.notices)


def test_beyond_the_columns_what_is_not_exact_is_told(tables: Tables) -> None:
    """The last year of all shares is gone with the country's figure, which alone is told of."""

    def last(row: Observation) -> bool:
        gdp = row.indicator.id == "gdp" and row.region.id == "china" and row.edition == "census_5"
        return gdp and row.exact and str(row.period) == end

    spec: dict[str, Any] = {"indicator": "gdp", "as_share": True, "edition": "census_5"}
    end = lines(made(tables, "lines", **spec))[0].columns[-1].whole.removesuffix("年")
    vague = [replace(row, qualifier="over") for row in tables.rows("gdp", "china") if last(row)]
    figure = made(Changed(tables, vague, last), "lines", **spec)
    assert vague and lines(figure)[0].columns[-1].whole != f"{end}年"
    notices = "；".join(figure.frame.notices)
    assert f"{end}年）" in notices and notices.count("非确数") == 1 and "全国超" in notices


def test_another_edition_of_the_country_does_not_fill_its_gap_and_is_told(tables: Tables) -> None:
    (row,) = [
        one for one in tables.rows("value_added_growth", "china") if str(one.period) == "2021-01/2021-03"
    ]
    early = Changed(tables, [replace(row, edition="preliminary")], without=lambda one: one == row)
    figure = made(early, "lines", indicator="value_added_growth", periods=QUARTERS)
    assert {one.name: one.values for one in lines(figure)[0].series}["全国"][4] is None
    assert "不参与比较：全国24.5%（2021年1—3月）" in "".join(figure.frame.notices)


def test_a_figure_that_several_sources_give_is_told_once(tables: Tables) -> None:
    (row,) = [
        one for one in tables.rows("value_added_growth", "hebei") if str(one.period) == "2021-01/2021-03"
    ]
    other = next(one.source for one in tables.rows() if one.source != row.source)
    both = [replace(row, edition="preliminary"), replace(row, edition="preliminary", source=other)]
    figure = made(
        Changed(tables, both, without=lambda one: one == row),
        "lines", indicator="value_added_growth", periods=QUARTERS,
    )  # fmt: skip
    assert "".join(figure.frame.notices).count("河北17.6%") == 1


def test_another_edition_does_not_fill_a_gap(tables: Tables) -> None:
    (row,) = [
        one for one in tables.rows("value_added_growth", "hebei") if str(one.period) == "2021-01/2021-03"
    ]
    other = replace(row, id="other", edition="final")
    figure = made(
        Changed(tables, [other], without=lambda one: one == row),
        "lines", indicator="value_added_growth", periods=QUARTERS,
    )  # fmt: skip
    assert {one.name: one.values for one in lines(figure)[0].series}["河北"][4] is None
    assert any("版本不同" in one and "17.6%" in one for one in figure.frame.notices)


def test_a_low_base_is_told_of_the_columns_that_have_one(tables: Tables) -> None:
    months = tuple(f"2021-01/2021-{month:02}" for month in range(2, 9))
    china = made(
        tables, "lines", regions=("jian",), indicator="value_added_growth", periods=months
    ).frame.note
    assert "全国2021年1—3月、1—6月上年同期为−8.4%、−1.3%，基数较低" in china
    assert "全国2021年1—2月、1—4月、1—5月、1—7月、1—8月据公布的两年平均，基数较低" in china


def test_many_low_bases_are_counted_and_each_stands_in_the_table(tables: Tables) -> None:
    figure = made(tables, "lines", indicator="value_added_growth", periods=QUARTERS)
    assert "所画同比增速中11个上年同期为−8.4%至4.6%，基数较低；逐个见数据表" in figure.frame.note
    assert figure.frame.notes[0].kind == "low_base" and len(figure.frame.notes[0].rows) > 22
    told = {line[:3]: line[4] for line in figure.table.rows}
    growth = "规模以上工业增加值增速"
    assert told["江西", growth, "2021年1—6月"].startswith("上年同期为1.0%，基数较低，两年平均约9.4%（推算）")
    marked = [line for line in figure.table.rows if "基数较低" in line[4]]
    assert len(marked) == 11


def test_the_echo_of_a_low_base_is_told_with_the_average_over_more_years(tables: Tables) -> None:
    years = ("2020", "2021", "2022")
    figure = made(tables, "lines", indicator="value_added_growth", periods=years)
    assert "全国2022年上年同期为9.6%，基数较高；全国三年平均约5.3%（推算）（2022年）" in figure.frame.note
    averages = lines(figure)[1]
    assert (averages.heading, labels(averages)) == ("两年平均增速", ("2021年",))


def test_in_english_the_axis_reads_in_the_unit_that_it_names(tables: Tables) -> None:
    spec: dict[str, Any] = {"indicators": ("gdp",), "periods": YEARS, "edition": "census_5"}
    figure = made(tables, "lines", "en", **spec)
    (panel,) = lines(figure)
    hebei = next(one for one in panel.series if one.name == "Hebei")
    assert panel.unit == "Unit: billion yuan" and round(hebei.values[3] or 0, 2) == 4319.83
    assert hebei.texts[3] == "4,319.83"
    assert not any("\u4e00" <= one <= "\u9fff" for one in told(figure))


def test_nothing_to_draw(tables: Tables) -> None:
    figure = made(tables, "lines", indicator="value_added_growth", periods=("2016", "2017"))
    assert figure.panels == () and figure.empty
    assert all(name in "".join(figure.frame.notices) for name in ("江西", "吉安", "河北", "陕西"))


def test_periods_of_another_timing_give_way_to_those_of_the_indicator(tables: Tables) -> None:
    figure = made(tables, "lines", indicator="designated_enterprises", periods=QUARTERS)
    assert labels(lines(figure)[0]) == ("2020年10月末", "2020年末", "2021年5月末", "2021年11月末")


def test_quarters_of_two_years_by_rule(tables: Tables) -> None:
    growth = lines(made(tables, "lines", indicator="value_added_growth", by="quarters"))[0]
    assert labels(growth) == tuple(
        labels(lines(made(tables, "lines", indicator="value_added_growth", periods=QUARTERS))[0])
    )


def test_whole_years_by_rule_leave_no_year_out(tables: Tables) -> None:
    levels = lines(made(tables, "lines", indicator="gdp", by="years", edition="census_5"))[0]
    years = [int(one.removesuffix("年")) for one in labels(levels)]
    assert years == list(range(years[0], years[-1] + 1)) and len(years) >= 4


def test_the_span_that_the_reader_chose_goes_before_any_other(tables: Tables) -> None:
    chosen = Choices(span="2021/2022")
    for fields in ({"periods": QUARTERS}, {"by": "quarters"}, {}):
        growth = lines(made(tables, "lines", chosen=chosen, indicator="value_added_growth", **fields))[0]
        assert {one[:4] for one in labels(growth)} == {"2021", "2022"}


def test_a_year_chosen_moves_what_is_shown_by_rule(tables: Tables) -> None:
    growth = lines(
        made(
            tables, "lines", chosen=Choices(year="2020"), indicator="value_added_growth", by="months", years=1
        )
    )[0]
    assert {one[:4] for one in labels(growth)} == {"2020"}
