"""Hand-made figures with the longest texts, the most rows and every finish that may be met."""

from __future__ import annotations

from industry.figures.record import LinesPanel, Mark, Row, RowsPanel
from tests.figures.handmade import column, frame, reference, seen
from tests.figures.sample_figures import CHINA, HEBEI, JIAN, JIANGXI, SHAANXI, SOURCE, bar, figure, series

LONG_NOTE = (
    "Note: the difference between Jiangxi and China is 6 percentage points in the document; by the published "
    "national figure of 15.9% it is 2.6 percentage points."
)
LONG_EN = (
    "Source: Department of Industry and Information Technology of Jiangxi Province, July 2021 (as reprinted "
    "by the Jiangxi Daily); Bureau of Industry and Information Technology of Ji'an, May 2021; Hebei Provincial "
    "Bureau of Statistics, November 2021; Shaanxi Provincial Bureau of Statistics and National Bureau of "
    "Statistics of China, October 2021 (as reprinted); Information Office of the People's Government of Hebei "
    "Province, April 2021."
)

FINISHES = figure(
    "finishes",
    frame(
        "Enterprises, rankings and qualified figures",
        "among the three provinces compared Jiangxi has the most enterprises above designated size in 2020",
        "Jiangxi, Hebei, Shaanxi and the city of Ji'an, end of 2020, all figures as printed in the documents",
        (
            "Other period, not compared: Ji'an 24.6% (Jan–Apr 2021); Hebei 9.5% (Jan–Jun 2021)",
            "Low base: growth in the first half of 2021 is measured against a fall in 2020",
        ),
        (
            "Note: the value for Shaanxi is more than the bar shows & its end open; values < 5% as printed.",
            LONG_NOTE,
        ),
        LONG_EN,
        "Data as of November 2021",
    ),
    RowsPanel(
        "Industrial enterprises above designated size and their qualified relatives",
        "Unit: enterprises",
        (
            Row("Jiangxi", (bar(13710, JIANGXI),), "13,710", "end of 2020, provincial total", "as printed"),
            Row("Hebei", (bar(12000, HEBEI, finish="about"),), "about 12,000", "end of 2020"),
            Row(
                "Shaanxi",
                (bar(7200, SHAANXI, finish="open_up"),),
                "over 7,200",
                "end of 2020",
                "derived from 2 rows",
            ),
            Row(
                "Ji'an, a prefecture-level city in Jiangxi Province",
                (bar(1624, JIAN, finish="open_down"),),
                "at most 1,624",
                "end of 2020",
                "11.8% of Jiangxi's",
                muted=True,
            ),
            Row("Henan", (), "not held"),
        ),
        0,
        13710,
        (
            reference(9000, "mean of the three", "9,000", CHINA, "m"),
            reference(9400, "median of the three", "9,400", CHINA, "n"),
        ),
    ),
    RowsPanel(
        "Rank among 31 provinces",
        "Unit: rank",
        (
            Row(
                "Jiangxi",
                (Mark("track", 0, 31, JIANGXI), Mark("point", 4, 4, JIANGXI, row=seen("j"), hover="4")),
                "4th of 31",
            ),
            Row(
                "Hebei",
                (Mark("track", 0, 31, HEBEI), Mark("bracket", 1, 3, HEBEI, row=seen("h"), hover="1–3")),
                "among the first 3",
            ),
        ),
        0,
        31,
        legend=(
            ("track", CHINA, "all provinces of the country"),
            ("point", CHINA, "rank"),
            ("bracket", CHINA, "only bounded"),
        ),
    ),
)

MANY = figure(
    "many",
    frame(
        "江西2021年一季度分行业工业增加值增速",
        "",
        "江西，2021年1—3月，38个行业中材料列出的17个",
        (),
        ("注：" + "按材料所列；" * 30 + "其余行业未列。",),
        SOURCE * 2,
        "数据截至2021年11月",
    ),
    RowsPanel(
        "同比增速",
        "单位：%",
        tuple(
            Row(
                f"{name}制造业" + "（含配套）" * (index % 3),
                (bar(50 - 4.3 * index, JIANGXI, f"many:{index}"),),
                f"{50 - 4.3 * index:.1f}".replace("-", "−"),
                "",
                "（推算）" if index % 4 == 0 else "",
            )
            for index, name in enumerate(
                (
                    "电子信息",
                    "装备",
                    "有色金属",
                    "医药",
                    "食品",
                    "纺织",
                    "石化",
                    "建材",
                    "钢铁",
                    "汽车",
                    "航空",
                    "新能源",
                    "家具",
                    "造纸",
                    "橡胶",
                    "仪器",
                    "化学纤维",
                )
            )
        ),
        -18.8,
        50,
        (reference(29.4, "全省", "29.4", JIANGXI, "total"), reference(24.5, "全国", "24.5", CHINA, "nation")),
    ),
)

BREADTH = figure(
    "breadth",
    frame("增长行业数", "", "江西、陕西，各期", (), (), SOURCE, "数据截至2021年11月"),
    RowsPanel(
        "实现增长的行业",
        "单位：个",
        (
            Row(
                "江西",
                tuple(
                    Mark(
                        "bar", 0, value, colour, row=seen(f"b:{value}"), text=f"{value}个", hover=f"{value}个"
                    )
                    for value, colour in ((34, "#CFE3E4"), (32, "#9FC8CA"), (31, "#5FA3A7"), (23, JIANGXI))
                ),
                "38个行业",
                "2021年1—6月",
            ),
            Row(
                "陕西",
                (Mark("track", 0, 41, SHAANXI), Mark("bar", 0, 38, SHAANXI, row=seen("s"), hover="38")),
                "38个",
                "",
                "共41个",
            ),
        ),
        0,
        41,
    ),
    LinesPanel(
        "按季",
        "单位：个",
        tuple(map(column, ("2020年一季度", "2020年上半年", "2020年前三季度", "2020年"))),
        (
            series("江西规模以上工业企业中实现增长的", JIANGXI, 12, 23, 31, 34),
            series("陕西", SHAANXI, 10, 20, None, None),
        ),
    ),
)

EMPTY = figure(
    "empty",
    frame(
        "规模以上工业企业利润总额",
        "",
        "江西、河北、陕西",
        ("期间不同，不参与比较：江西2437.9亿元（2020年）",),
        (),
        SOURCE,
        "数据截至2021年11月",
    ),
    empty="窗口内没有两个地区公布同一期间的同一指标，不作比较；各自的数值与期间见表。",
)

YEARS = figure(
    "years",
    frame("单位增加值能耗变动", "", "江西，各年", (), (), SOURCE, "数据截至2021年11月"),
    LinesPanel(
        "",
        "单位：%",
        tuple(column(f"{year}年") for year in range(2009, 2022)),
        (
            series("江西", JIANGXI, *(-4.1 + index * 0.3 for index in range(13))),
            series("吉安", JIAN, None, None, None, -6.5, -5.0, *([None] * 8)),
        ),
        gaps=(4,),
        zero=False,
    ),
)
