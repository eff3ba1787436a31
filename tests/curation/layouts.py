"""Layouts of statistical tables as bureaus and departments publish them, made anew with invented numbers, each with its key: the rows
that are sure, the questions, and the figures that hang on them, what is left out. Nothing here reads a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.curation.workbooks import Shown, separated, xlsx


@dataclass(frozen=True)
class Layout:
    """``sure``: a line for each row without doubts: region, indicator, period, value, edition or -, as printed. ``asked``: a line for each
    question: what, guess or -, how many figures. ``left``: names that are left out, with how many figures. ``source``: whose date
    and region are asked; a bureau of the country unless it says otherwise."""

    name: str
    file: str
    data: bytes
    sure: str = ""
    asked: str = ""
    left: str = ""
    source: str = "nbs_2022_01_27"
    region: str = ""


def _one(text: str) -> Shown:
    """A number with as many decimals as it is written with."""
    decimals = len(text.partition(".")[2])
    return Shown(float(text), "0." + "0" * decimals if decimals else "0")


LAYOUTS = (
    Layout(
        "regions and indicators under a merged header of two levels, units in brackets and at the right, notes below",
        "各省规上工业.xlsx",
        xlsx(
            {
                "Sheet1": [
                    ["2021年1—8月各地区规模以上工业主要指标"],
                    [None, None, None, None, "单位：亿元"],
                    ["地区", "规模以上工业增加值", "营业收入", None, "利润总额"],
                    [None, "增速（%）", "绝对额", "同比增长（%）", "绝对额"],
                    ["全国", _one("13.7"), Shown(80123.46, "#,##0.0"), _one("24.1"), _one("5605.0")],
                    ["江  西", "15.2", _one("2710.4"), _one("27.0"), "…"],
                    ["江苏", _one("16.4"), _one("9311.2"), _one("25.5"), _one("612.8")],
                    ["河 北", _one("7.0"), _one("3399.9"), "22.4*", "—"],
                    ["陕西省", _one("8.1"), _one("1988.0"), _one("30.3"), _one("201.7")],
                    ["注：规模以上工业增加值增速按可比价格计算。"],
                    ["* 未作机械调整。"],
                ]
            },
            {"Sheet1": ["A1:E1", "C3:D3", "A3:A4"]},
        ),
        """
        china value_added_growth 2021-01/2021-08 13.7 - 13.7%
        china revenue 2021-01/2021-08 80123.5 - 80,123.5亿元
        china revenue_growth 2021-01/2021-08 24.1 - 24.1%
        china profit 2021-01/2021-08 5605.0 - 5605.0亿元
        jiangxi value_added_growth 2021-01/2021-08 15.2 - 15.2%
        jiangxi revenue 2021-01/2021-08 2710.4 - 2710.4亿元
        jiangxi revenue_growth 2021-01/2021-08 27.0 - 27.0%
        hebei value_added_growth 2021-01/2021-08 7.0 - 7.0%
        hebei revenue 2021-01/2021-08 3399.9 - 3399.9亿元
        hebei revenue_growth 2021-01/2021-08 22.4 - 22.4%
        shaanxi value_added_growth 2021-01/2021-08 8.1 - 8.1%
        shaanxi revenue 2021-01/2021-08 1988.0 - 1988.0亿元
        shaanxi revenue_growth 2021-01/2021-08 30.3 - 30.3%
        shaanxi profit 2021-01/2021-08 201.7 - 201.7亿元
        """,
        left="""
        江苏 4
        … — 2
        """,
    ),
    Layout(
        "a long form, a row for each figure with its unit",
        "长表.csv",
        separated(
            [
                ["指标", "地区", "时间", "数值", "单位"],
                ["规模以上工业企业利润总额", "江西省", "2021年1-10月", "1,204.50", "亿元"],
                ["规模以上工业企业利润总额", "赣", "2021年1-11月", "13520000", "万元"],
                ["规模以上工业增加值增速", "国家", "202101-11", "9.9", "%"],
                ["规模以上工业企业数", "吉安市", "2021年11月末", "1700", "家"],
                ["规模以上工业企业数", "吉安县", "2021年11月末", "170", "家"],
                ["5G基站累计数", "河北", "2021年11月末", "4.35", "万个"],
            ],
            encoding="gb18030",
        ),
        """
        jiangxi profit 2021-01/2021-10 1204.50 - 1,204.50亿元
        jiangxi profit 2021-01/2021-11 1352 - 13520000万元
        jian designated_enterprises 2021-11 1700 - 1700家
        china value_added_growth 2021-01/2021-11 9.9 - 9.9%
        """,
        "edition department_count 1",
        "吉安县 1",
    ),
    Layout(
        "regions and periods, one indicator in the title, a unit in it, a period that the spreadsheet has made a date of",
        "增速.xlsx",
        xlsx(
            {
                "Sheet1": [
                    ["2021年规模以上工业增加值增速（%）"],
                    ["地区", date(2022, 1, 2), "1-3月", "1-4月", "1-5月", "全年"],
                    ["全国", _one("34.9"), _one("24.2"), _one("20.1"), _one("17.5"), _one("9.4")],
                    ["江西", _one("45.0"), _one("30.1"), "", _one("20.2"), _one("11.1")],
                    ["河北", _one("31.2"), _one("0.0"), _one("-12.0"), ".."],
                    ["合计", _one("1.0"), _one("1.0"), _one("1.0"), _one("1.0"), _one("1.0")],
                ]
            }
        ),
        """
        china value_added_growth 2021-01/2021-02 34.9 - 34.9%
        china value_added_growth 2021-01/2021-03 24.2 - 24.2%
        china value_added_growth 2021-01/2021-04 20.1 - 20.1%
        china value_added_growth 2021-01/2021-05 17.5 - 17.5%
        china value_added_growth 2021 9.4 - 9.4%
        jiangxi value_added_growth 2021-01/2021-02 45.0 - 45.0%
        jiangxi value_added_growth 2021-01/2021-03 30.1 - 30.1%
        jiangxi value_added_growth 2021-01/2021-05 20.2 - 20.2%
        jiangxi value_added_growth 2021 11.1 - 11.1%
        hebei value_added_growth 2021-01/2021-02 31.2 - 31.2%
        hebei value_added_growth 2021-01/2021-03 0.0 - 0.0%
        hebei value_added_growth 2021-01/2021-04 -12.0 - -12.0%
        """,
        left="""
        合计 5
        .. 1
        """,
    ),
    Layout(
        "periods and indicators of one region, named by the sheet; this month alone and cumulated beside one another",
        "分地区.xlsx",
        xlsx(
            {
                name: [
                    ["主要工业指标"],
                    ["时间", "规模以上工业增加值", None, "规模以上工业企业利润总额（亿元）"],
                    [None, "当月增速(%)", "累计增速(%)", "累计"],
                    ["2021年3月", _one("14.0"), _one("22.0"), _one(first)],
                    ["2021年4月", _one("9.8"), _one("18.8"), _one("350.5")],
                ]
                for name, first in (("江西", "240.1"), ("陕西省", "199.0"), ("江苏", "800.0"))
            },
            {name: ["B2:C2", "A2:A3"] for name in ("江西", "陕西省", "江苏")},
        ),
        """
        jiangxi value_added_growth_month 2021-03 14.0 - 14.0%
        jiangxi value_added_growth 2021-01/2021-03 22.0 - 22.0%
        jiangxi profit 2021-01/2021-03 240.1 - 240.1亿元
        jiangxi value_added_growth_month 2021-04 9.8 - 9.8%
        jiangxi value_added_growth 2021-01/2021-04 18.8 - 18.8%
        jiangxi profit 2021-01/2021-04 350.5 - 350.5亿元
        shaanxi value_added_growth_month 2021-03 14.0 - 14.0%
        shaanxi value_added_growth 2021-01/2021-03 22.0 - 22.0%
        shaanxi profit 2021-01/2021-03 199.0 - 199.0亿元
        shaanxi value_added_growth_month 2021-04 9.8 - 9.8%
        shaanxi value_added_growth 2021-01/2021-04 18.8 - 18.8%
        shaanxi profit 2021-01/2021-04 350.5 - 350.5亿元
        """,
        left="江苏 6",
    ),
    Layout(
        "indicators and what is told of each, of one region, the year missing, a unit for each row",
        "江西月报.csv",
        separated(
            [
                ["江西省1-9月主要指标完成情况"],
                ["指标", "计量单位", "累计完成", "同比增长（%）", "全国位次"],
                ["一、工业"],
                ["规模以上工业增加值", "%", "—", "12.6", "9"],
                ["规模以上工业企业营业收入", "亿元", "31020.8", "25.0", "12"],
                ["工业增加值", "亿元", "7110.6", "10.1", "15"],
            ],
            separator="\t",
            encoding="utf-16",
        ),
        "",
        """
        year 2021 5
        indicator all_industry_value_added 1
        indicator value_added_growth 1
        """,
        """
        全国位次 3
        — 1
        """,
    ),
    Layout(
        "two blocks below one another, years as numbers, growth of the later",
        "历年.xlsx",
        xlsx(
            {
                "Sheet1": [
                    ["河北省主要指标"],
                    ["指标", 2020, 2019, "2020年比2019年增长（%）"],
                    ["地区生产总值（亿元）（初步核算数）", _one("36000.7"), _one("35000.2"), _one("3.8")],
                    [],
                    ["陕西省主要指标"],
                    ["指标", "2021年", "2020年", "比上年增长（%）"],
                    ["地区生产总值（亿元）（初步核算数）", _one("29900.5"), _one("26001.0"), _one("6.4")],
                ]
            }
        ),
        """
        hebei gdp 2020 36000.7 first_release 36000.7亿元
        hebei gdp 2019 35000.2 first_release 35000.2亿元
        shaanxi gdp 2021 29900.5 first_release 29900.5亿元
        shaanxi gdp 2020 26001.0 first_release 26001.0亿元
        shaanxi gdp_growth 2021 6.4 first_release 6.4%
        hebei gdp_growth 2020 3.8 first_release 3.8%
        """,
    ),
    Layout(
        "tables side by side, labels beginning again, ranks between",
        "并列.csv",
        separated(
            [
                ["2021年1-11月各地区规模以上工业增加值增速", "", "", "", "", ""],
                ["地区", "增速（%）", "位次", "地区", "增速（%）", "位次"],
                ["全 国", "10.1", "", "山东", "10.0", "14"],
                ["江西", "11.9", "6", "陕西", "7.9", "20"],
                ["河北", "4.8", "28", "甘肃", "9.0", "16"],
            ],
            separator=";",
        ),
        """
        china value_added_growth 2021-01/2021-11 10.1 - 10.1%
        jiangxi value_added_growth 2021-01/2021-11 11.9 - 11.9%
        hebei value_added_growth 2021-01/2021-11 4.8 - 4.8%
        shaanxi value_added_growth 2021-01/2021-11 7.9 - 7.9%
        """,
        left="""
        山东 1
        甘肃 1
        位次 5
        """,
    ),
    Layout(
        "indicators and regions, three header levels with merged periods, a gap to the country",
        "对比.xlsx",
        xlsx(
            {
                "表1": [
                    ["附表1 主要指标对比"],
                    ["指标", "2021年1-7月", None, None, "2021年1-8月", None],
                    [None, "江西", None, "河北", "江西", "河北"],
                    [None, "增速（%）", "比全国±（百分点）", "增速（%）", "增速（%）", "增速（%）"],
                    ["规模以上工业增加值", _one("16.0"), _one("1.6"), _one("6.8"), _one("15.0"), "未公布"],
                    [
                        "规模以上工业企业营业收入",
                        _one("30.5"),
                        None,
                        _one("24.0"),
                        _one("28.7"),
                        _one("23.3"),
                    ],
                    ["工业用电量", _one("15.5"), None, _one("9.1"), _one("14.8"), _one("8.8")],
                ]
            },
            {"表1": ["A1:F1", "A2:A4", "B2:D2", "E2:F2", "B3:C3"]},
        ),
        """
        jiangxi value_added_growth 2021-01/2021-07 16.0 - 16.0%
        jiangxi value_added_growth_gap_china 2021-01/2021-07 1.6 - 1.6个百分点
        hebei value_added_growth 2021-01/2021-07 6.8 - 6.8%
        jiangxi value_added_growth 2021-01/2021-08 15.0 - 15.0%
        jiangxi revenue_growth 2021-01/2021-07 30.5 - 30.5%
        hebei revenue_growth 2021-01/2021-07 24.0 - 24.0%
        jiangxi revenue_growth 2021-01/2021-08 28.7 - 28.7%
        hebei revenue_growth 2021-01/2021-08 23.3 - 23.3%
        jiangxi industrial_electricity_growth 2021-01/2021-07 15.5 - 15.5%
        hebei industrial_electricity_growth 2021-01/2021-07 9.1 - 9.1%
        jiangxi industrial_electricity_growth 2021-01/2021-08 14.8 - 14.8%
        hebei industrial_electricity_growth 2021-01/2021-08 8.8 - 8.8%
        """,
        left="未公布 1",
    ),
    Layout(
        "amounts without a unit, a month that may be cumulated, a name that says too little",
        "六月.csv",
        separated(
            [
                ["2021年6月工业经济指标"],
                ["地区", "利润总额", "规模以上工业企业营业收入"],
                ["江西", "201.3", "3801.2"],
                ["河北", "188.0", "4300.9"],
            ]
        ),
        "",
        """
        indicator profit 2
        months cumulated 4
        unit 亿元 2
        unit 亿元 2
        """,
    ),
    Layout(
        "cities of a province: the whole of it, a county, a city that isn't its namesake",
        "设区市.xlsx",
        xlsx(
            {
                "6月": [
                    ["江西省各设区市2021年1-6月规模以上工业主要指标"],
                    ["设区市", "规模以上工业增加值增速（%）", "工业税收增速（%）", "规上工业企业数（家）"],
                    ["全省", _one("17.9"), _one("16.0"), 15000],
                    ["南昌市", _one("16.1"), _one("12.0"), 1800],
                    ["吉安市", _one("18.8"), _one("22.2"), 1650],
                    ["赣江新区", _one("20.0"), _one("9.0"), 100],
                    ["吉安县", _one("19.0"), _one("8.8"), 200],
                ]
            }
        ),
        """
        jiangxi value_added_growth 2021-01/2021-06 17.9 - 17.9%
        jiangxi industrial_tax_growth 2021-01/2021-06 16.0 - 16.0%
        jian value_added_growth 2021-01/2021-06 18.8 - 18.8%
        jian industrial_tax_growth 2021-01/2021-06 22.2 - 22.2%
        """,
        "months end 2",
        """
        南昌市 3
        赣江新区 3
        吉安县 3
        """,
        source="jiangxi_2021_07",
    ),
    Layout(
        "a nominal growth, enterprises of a size, a target: none of them the indicator that they look like",
        "口径.xlsx",
        xlsx(
            {
                "Sheet1": [
                    ["2021年1-10月主要指标"],
                    [
                        "地区",
                        "规模以上工业增加值名义增速（%）",
                        "规模以上工业增加值增速目标（%）",
                        "中小企业营业收入（亿元）",
                        "大中型工业企业利润总额增速（%）",
                    ],
                    ["江西", _one("21.0"), _one("8.5"), _one("8123.4"), _one("35.1")],
                    ["陕西", _one("31.5"), _one("7.0"), _one("4012.0"), _one("51.1")],
                ]
            }
        ),
        "",
        """
        indicator value_added_growth 2
        status target 2
        indicator revenue 2
        indicator profit_growth 2
        """,
    ),
    Layout(
        "full-width digits, a column numbering row, marks in brackets at a region, thousands with spaces",
        "全角.csv",
        separated(
            [
                ["２０２１年１—１１月规模以上工业企业经济效益"],
                ["单位：亿元"],
                ["地区", "营业收入", "利润总额"],
                ["甲", "1", "2"],
                ["全国", "１１４０００．５", "7 975.1"],
                ["江西[1]", "38999.0", "２６０７．２"],
                ["台湾", "…", "1.0"],
                ["[1] 数据来源：江西调查队。"],
            ],
            separator="，",
        ),
        """
        china revenue 2021-01/2021-11 114000.5 - １１４０００．５亿元
        china profit 2021-01/2021-11 7975.1 - 7975.1亿元
        """,
        "words yes 2",
        """
        台湾 1
        … 1
        """,
    ),
    Layout(
        "a table whose columns are the tables' own",
        "house.csv",
        separated(
            [
                ["indicator", "period", "value", "status", "source", "as_printed", "region"],
                [
                    "value_added_growth",
                    "2021-01/2021-10",
                    "13.3",
                    "actual",
                    "nbs_2021_11",
                    "13.3%",
                    "jiangxi",
                ],
                ["profit", "2021-01/2021-10", "77", "actual", "nbs_2021_11", "78亿元", "hebei"],
            ]
        ),
        "jiangxi value_added_growth 2021-01/2021-10 13.3 - 13.3%",
    ),
    Layout(
        "places of regions under a header of growth, growth as parts of one",
        "可疑.csv",
        separated(
            [
                ["2021年1-9月各地区主要指标"],
                ["地区", "工业用电量增速（%）", "工业税收增速（%）"],
                ["江西", "1", "0.1523"],
                ["河北", "2", "0.0981"],
                ["陕西", "3", "-0.0212"],
            ]
        ),
        "",
        """
        indicator industrial_electricity_growth 3
        indicator industrial_tax_growth 3
        """,
    ),
)
