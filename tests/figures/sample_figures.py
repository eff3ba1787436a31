"""Hand-made figures of every shape."""

from __future__ import annotations

from industry.figures.frame import Frame
from industry.figures.record import (
    Cell,
    Figure,
    GridPanel,
    LinesPanel,
    Mark,
    Panel,
    Row,
    RowsPanel,
    Series,
    Table,
)
from industry.wording.said import Said
from tests.figures.handmade import cell, column, frame, line, reference, seen

JIANGXI, JIAN, HEBEI, SHAANXI, CHINA = "#0B6E74", "#1EA2B4", "#C2571A", "#5B4A9B", "#4A5157"
SOURCE = "资料来源：江西、陕西省统计局，河北省政府新闻办，国家统计局，2021年4月（均为转引）；吉安市工信局，2021年5月"

TARGET_NOTE = (
    "注：5G基站目标材料为4700个，2692加新增2000为4692个；规上企业目标由净增110家推算。"
    "年内预计（电子信息营业收入超1800亿元）不是目标，另列。"
)


def bar(value: float, colour: str, row: str = "", **more: str) -> Mark:
    return Mark("bar", 0.0, value, colour, row=seen(row or f"row:{value}"), hover=f"{value}", **more)  # type: ignore[arg-type]


def figure(name: str, around: Frame, *panels: Panel, empty: str = "") -> Figure:
    return Figure(name, "bars", around, panels, Table((), ()), (), "", empty)


LOCK = figure(
    "lock",
    frame(
        "规模以上工业增加值增速",
        "2021年一季度，所比三省中江西最高",
        "江西、河北、陕西与全国，2021年1—3月，可比价",
        ("期间不同，不参与比较：吉安24.6%（2021年1—4月）",),
        ("注：2021年一季度同比受2020年同期低基数影响，宜看两年平均。陕西两年平均由−3.0%与18.9%推算。",),
        SOURCE,
        "数据截至2021年11月",
    ),
    RowsPanel(
        "同比增速",
        "单位：%",
        (
            Row("江西", (bar(29.4, JIANGXI),), "29.4"),
            Row("陕西", (bar(18.9, SHAANXI),), "18.9"),
            Row("河北", (bar(17.6, HEBEI),), "17.6"),
        ),
        0,
        29.4,
        (reference(24.5, "全国", "24.5", CHINA, "china:1"),),
    ),
    RowsPanel(
        "两年平均增速",
        "单位：%",
        (
            Row("江西", (bar(10.2, JIANGXI),), "10.2"),
            Row("陕西", (bar(7.4, SHAANXI),), "7.4", aside="（推算）"),
            Row("河北", (bar(5.8, HEBEI),), "5.8"),
        ),
        0,
        10.2,
        (reference(6.8, "全国", "6.8", CHINA, "china:2"),),
    ),
)

GAP = figure(
    "gap",
    frame(
        "规模以上工业增加值增速与全国同期之差",
        "",
        "各按本地区公布的时段；吉安为江西下辖市",
        ("各地区时段不同，仅与全国同期比较",),
        ("注：江西与全国之差，材料为6个百分点；按国家统计局公布的全国15.9%计算为2.6个百分点。",),
        "资料来源：江西省工信厅，2021年7月；吉安市工信局，2021年5月；河北省工信厅，2021年11月；陕西省统计局、国家统计局（转引）",
        "数据截至2021年11月",
    ),
    RowsPanel(
        "同比增速之差",
        "单位：百分点",
        (
            Row("江西", (bar(2.6, JIANGXI),), "+2.6", "2021年1—6月", "18.5 − 15.9"),
            Row("吉安", (bar(4.3, JIAN),), "+4.3", "2021年1—4月", "24.6 − 20.3", muted=True),
            Row("河北", (bar(-6.1, HEBEI),), "−6.1", "2021年1—10月", "4.8 − 10.9"),
            Row("陕西", (bar(-4.6, SHAANXI),), "−4.6", "2021年1—9月", "7.2 − 11.8"),
        ),
        -6.1,
        4.3,
    ),
    RowsPanel(
        "两年平均增速之差",
        "单位：百分点",
        (
            Row("江西", (bar(2.4, JIANGXI),), "+2.4", "2021年1—6月", "9.4（推算） − 7.0"),
            Row("吉安", (), "两年平均未收录", "2021年1—4月", muted=True),
            Row("河北", (), "两年平均未收录", "2021年1—10月"),
            Row("陕西", (bar(-2.2, SHAANXI),), "−2.2", "2021年1—9月", "4.2 − 6.4"),
        ),
        -6.1,
        4.3,
    ),
)


def _target(
    name: str, detail: str, low: float, high: float, first: str, second: str, need: str, aside: str = ""
) -> Row:
    marks = (
        Mark("link", low, high, JIAN),
        Mark("ring", low, low, JIAN, row=seen(f"{name}:2020"), text=first, hover=first),
        Mark("point", high, high, JIANGXI, row=seen(f"{name}:2021"), text=second, hover=second),
    )
    return Row(name, marks, need, detail, aside)


TARGET = figure(
    "target",
    frame(
        "吉安2021年目标与上年基数",
        "",
        "目标年度内尚无实际值，只列起点与目标",
        (),
        (TARGET_NOTE,),
        "资料来源：吉安市工业和信息化局，2021年5月",
        "数据截至2021年11月",
    ),
    RowsPanel(
        "",
        "",
        (
            _target("5G基站", "累计", 2692, 4700, "2692个", "4700个", "+74.6%"),
            _target("规上企业", "净增110", 1624, 1734, "1624家", "1734家", "+6.8%"),
            _target("省级专精特新", "新增", 49, 28, "49家", "28家", "−42.9%"),
            _target("亿元以上项目", "实施", 300, 300, "超300个", "300个以上", "—"),
        ),
        own_scales=True,
        legend=(("ring", JIAN, "2020年"), ("point", JIANGXI, "2021年目标（各行刻度不同，不跨行比较长短）")),
        aside_heading="需要的变化（推算）",
    ),
)


def series(name: str, colour: str, *values: float | None, dashed: bool = False) -> Series:
    texts = tuple("" if one is None else f"{one:g}".replace("-", "−") for one in values)
    rows = tuple("" if one is None else f"{name}:{index}" for index, one in enumerate(values))
    return line(
        name, colour, dashed, values, texts, rows, tuple(f"{name} {one}" if one else "" for one in texts)
    )


MONTHS = (
    "1—2月",
    "1—3月",
    "1—4月",
    "1—5月",
    "1—6月",
    "1—7月",
    "1—8月",
    "1—9月",
    "1—10月",
    "1—11月",
    "1—12月",
)

LINES = figure(
    "lines",
    frame(
        "规模以上工业增加值累计增速",
        "",
        "江西、河北、陕西与全国，2021年各期，可比价",
        ("期间不同，不参与比较：吉安24.6%（2021年1—4月）",),
        ("注：2021年上半年同比受2020年同期低基数影响。缺的期间没有公布，线在该处断开。",),
        SOURCE,
        "数据截至2021年11月",
    ),
    LinesPanel(
        "",
        "单位：%",
        tuple(column(f"2021年{one}") for one in MONTHS),
        (
            series("江西", JIANGXI, 36.8, 29.4, 25.1, 21.6, 18.5, 16.9, 15.4, 14.3, 13.0, 12.0, 11.4),
            series("河北", HEBEI, None, 17.6, None, None, 9.5, 8.1, None, 5.5, 4.8, None, 4.9),
            series("陕西", SHAANXI, 28.2, 18.9, 14.5, 12.4, 11.6, 9.0, 7.7, 7.2, 7.4, 7.7, 7.6),
            series(
                "全国", CHINA, 35.1, 24.5, 20.3, 17.8, 15.9, 14.4, 13.1, 11.8, 10.9, 10.1, 9.6, dashed=True
            ),
        ),
        gaps=(),
    ),
)

SLOPE = figure(
    "slope",
    frame(
        "规模以上工业企业利润增速",
        "两年间所比三省均下降",
        "江西、河北、陕西，现价",
        (),
        ("注：两端出自同一来源。",),
        SOURCE,
        "数据截至2021年11月",
    ),
    LinesPanel(
        "规模以上工业企业",
        "单位：%",
        (column("2019年"), column("2020年")),
        (
            series("江西", JIANGXI, 8.5, 4.6),
            series("河北", HEBEI, 5.6, 4.7),
            series("陕西", SHAANXI, 5.2, 1.0),
            series("吉安", JIAN, 8.7, -4.5),
            series("全国", CHINA, 5.7, 2.8, dashed=True),
        ),
    ),
)


def _covered(first: int, last: int, colour: str) -> tuple[Cell, ...]:
    return tuple(
        cell("", float(first <= month <= last), colour, f"{month}月" if first <= month <= last else "", ())
        for month in range(24)
    )


COVERAGE = figure(
    "coverage",
    frame(
        "各材料数据覆盖的月份",
        "",
        "五份材料，2020年1月至2021年12月",
        (),
        ("注：一份材料的多项数据按最宽的期间计。",),
        SOURCE,
        "数据截至2021年11月",
    ),
    GridPanel(
        "",
        "",
        tuple(column(f"{month % 12 + 1}") for month in range(24)),
        ("江西省工业和信息化厅", "吉安市工业和信息化局", "河北省工业和信息化厅", "陕西省统计局"),
        (_covered(12, 17, JIANGXI), _covered(0, 15, JIAN), _covered(12, 21, HEBEI), _covered(6, 20, SHAANXI)),
        tuple(map(Said, ("2021年7月会议", "2021年5月会议", "2021年11月文章", "2021年10月发布"))),
        (("2020年", 12), ("2021年", 12)),
        sequence=True,
    ),
)

THEMES = (
    "科技创新",
    "产业集群",
    "数字化转型",
    "绿色低碳",
    "开发区改革",
    "营商环境",
    "中小企业",
    "重大项目",
    "安全生产",
    "对外开放",
    "产业链链长制",
    "质量品牌",
    "人才",
    "金融支持",
    "能源保障",
    "军民融合",
    "服务型制造",
)

EMPHASIS = figure(
    "emphasis",
    frame(
        "各材料的政策重点",
        "",
        "主题与材料，深浅为条目数",
        (),
        ("注：条目为我们的归纳，不是原文；深浅只表示条目多少，不表示重要程度。",),
        SOURCE,
        "数据截至2021年11月",
    ),
    GridPanel(
        "",
        "单位：条",
        tuple(
            map(
                column,
                ("江西2018年8月", "江西2021年7月", "吉安2021年5月", "河北2021年11月", "陕西2021年10月"),
            )
        ),
        THEMES,
        tuple(
            tuple(
                cell(
                    str(count) if count else "",
                    count / 4,
                    colour,
                    f"{theme} {count}条",
                    (f"{theme}:{place}",),
                )
                for place, colour in enumerate((JIANGXI, JIANGXI, JIAN, HEBEI, SHAANXI))
                for count in [(index * 7 + place * 3) % 5]
            )
            for index, theme in enumerate(THEMES)
        ),
    ),
)
