"""Tables inside a draft: their figures are approved where title, header and label leave nothing else that could be meant. On
the frozen tables."""

from __future__ import annotations

import io
import random
import re
from datetime import date

import docx
import pytest

from benchmarks import grid_changes, grids, sentences
from benchmarks.grid_texts import Printed
from industry.text.proof import Judged, judge
from industry.text.readers import docx as reader
from tests.conftest import world

WRITTEN = date(2021, 12, 25)
APPROVED = ("agrees", "agrees_rounded", "comparison_true")
HALF = "2021年上半年全省主要经济指标\n"
MONTHS = "2021年1—5月全省主要指标\n"
VALUE_ADDED = "2021年上半年规模以上工业增加值增速"
GROWTH = "指标\t同比增长(%)\n"
ROW = "规模以上工业增加值\t18.5\n"
MANY = 400


def judged(text: str, region: str | None = "jiangxi", written: date | None = WRITTEN) -> list[Judged]:
    return list(judge(text, world(), written, region))


def verdicts(text: str, region: str | None = "jiangxi") -> list[str]:
    return [one.verdict for one in judged(text, region)]


def of_figures(one: Printed) -> list[tuple[str, bool]]:
    found = judge(one.text, world(), one.written, one.owner)
    told = []
    for start, end, coincides in one.spans:
        hits = [each for each in found if each.start < end and start < each.end]
        told.append((hits[0].verdict if len(hits) == 1 else "unrecognised", coincides))
    return told


def test_what_is_true_is_approved() -> None:
    told = [each for one in grids.true(world(), MANY) for each in of_figures(one)]
    refused = [verdict for verdict, _ in told if verdict not in APPROVED]
    assert len(refused) <= 0.03 * len(told), refused


BENCHMARK = (
    "表4　主要指标对标\n指标\t同一期间\t全国\t江西\t吉安 江西下辖市\t河北\t陕西\n"
    "规上工业增加值增速 可比价，%\t2021年1—3月\t24.5*\t29.4* +4.9\t24.6% 1—4月\t17.6* −6.9\t18.9* −5.6\n"
    "同上，两年平均 %\t2021年1—3月\t6.8\t10.2 +3.4\t未收录上年同期数\t5.8 −1.0\t7.4 +0.6\n"
    "规上工业企业数 家\t2020年末\t—\t13710\t1624 占江西11.85%\t13263家 2020年10月末\t7145\n"
    "注：格内小字为与全国之差；*上年同期基数较低。\n（二）其他\n注：按现价计算的是另一张表。\n"
)
FIGURES = ("24.5", "29.4", "24.6%", "17.6", "18.9", "6.8", "10.2", "5.8", "7.4", "13710", "13263家")
GAPS = ("+4.9", "−6.9", "−5.6")


def test_what_stands_beside_a_figure_in_its_cell_is_read_with_it() -> None:
    """Months of its own, its gap, what it is called behind its unit and prices: as our own tables print them."""
    found = {one.text: one for one in judged(BENCHMARK, None, None)}
    verdicts_of = {one: found[one].verdict for one in (*FIGURES, *GAPS)}
    assert all(one in APPROVED for one in verdicts_of.values()), verdicts_of
    unsure = judged(BENCHMARK.replace("格内小字为与全国之差；", ""), None, None)
    told = {one.verdict for one in unsure if one.text in GAPS}
    assert "to_confirm" in told and not told & {*APPROVED}


@pytest.mark.parametrize("one", [*FIGURES, *GAPS])
def test_a_changed_digit_is_found_beside_whatever_it_stands(one: str) -> None:
    other = re.sub(r"\d", lambda digit: str((int(digit[0]) + 3) % 10), one, count=1)
    found = [each for each in judged(BENCHMARK.replace(f"\t{one}", f"\t{other}").replace(f" {one}", f" {other}"), None, None)
             if each.text == other]  # fmt: skip
    assert found and all(each.verdict in ("differs", "comparison_false") for each in found), (other, found)


@pytest.mark.parametrize(
    ("old", "new", "doubted"),
    [
        ("可比价，%", "现价，%", FIGURES[:2]),
        ("24.6% 1—4月", "24.6%", ("24.6%",)),
        ("2021年1—3月\t24.5*", "2021年1—6月\t24.5*", FIGURES[:2]),
        ("*上年同期基数较低", "*含非规上企业", FIGURES[:2]),
        ("吉安 江西下辖市", "吉安 不含井冈山市", ("24.6%",)),
        ("同上，两年平均 %", "两年平均 %", FIGURES[5:7]),
    ],
)
def test_another_basis_beside_a_figure_is_never_approved(
    old: str, new: str, doubted: tuple[str, ...]
) -> None:
    assert old in BENCHMARK
    found = [one for one in judged(BENCHMARK.replace(old, new), None, None) if one.text in doubted]
    assert len(found) == len(doubted)
    assert not [one for one in found if one.verdict in APPROVED]


def test_what_was_changed_is_never_approved() -> None:
    for one in grid_changes.changed(world(), MANY):
        assert not [v for v, coincides in of_figures(one) if v in APPROVED and not coincides], one.text


@pytest.mark.parametrize(
    "text",
    [
        HALF + GROWTH + ROW,
        HALF + "指标\t同比±%\n" + ROW,
        "表2  " + HALF + GROWTH + ROW,
        "附表1-2　" + HALF + GROWTH + ROW,
        "（三）  " + HALF + GROWTH + ROW,
        HALF + "指标 | 增幅（%）\n规上工业增加值 | 18.5\n",
        HALF + "| 指标 | 增幅（%） |\n|---|---:|\n| 规上工业增加值 | 18.5 |\n",
        HALF + "指标    增速\n规上工业增加值    18.5%\n",
        HALF + "指标\t完成情况\n规模以上工业增加值\t增长18.5%\n",
        HALF + "指标\t计量单位\t数值\n规模以上工业增加值\t%\t18.5\n",
        HALF + "序号\t指标\t增速(%)\n1\t规模以上工业增加值\t18.5\n",
        HALF + GROWTH + "规模以上工业\t\n增加值\t18.5\n",
        HALF + GROWTH + "一、工业生产\n规模以上工业增加值\t18.5\n",
        HALF + GROWTH + "规模以上工业增加值\t18.5①\n注：①按可比价格计算。\n",
        "表1　2021年上半年全省主要经济指标（%）\n指标\t增速\n" + ROW,
        "附件\n2021年上半年全省主要经济指标\n\n单位：亿元，%\n\n指标\t同比增长\n\n" + ROW,
        "2021年上半年，全省主要工业指标如下表：\n" + GROWTH + ROW,
        "2021年全省主要经济指标\n指标\t1—6月（%）\n规上工业增加值增速\t18.5\n",
        "2021年上半年规模以上工业增加值增速（%）\n地区\t增速\n江西\t18.5\n",
        "2021年工业运行情况\n表1 2021年上半年规模以上工业增加值增速（%）\n地区\t增速\n江西\t18.5\n",
        "2021年上半年规模以上工业增加值\n" + HALF + "单位：%、亿元\n" + GROWTH + ROW,
        "江西省2021年6月主要经济指标\n指标\t累计增长（%）\n" + ROW,
        "江西省2021年6月工业主要指标\n指标\t本月\t同比（%）\t累计\t同比（%）\n规上工业增加值\t—\t…\t—\t18.5\n",
        "“十三五”时期全省主要指标\n指标\t2020年\n规上工业增加值增速（%）\t4.6\n",
        "2016—2020年全省主要指标\n年份\t规上工业增加值增速（%）\n2020\t4.6\n",
        "2021年上半年江西省工业主要指标与全国对比\n指标\t江西\n规上工业增加值增速（%）\t18.5\n",
        "地区\t指标\t时间\t数值\t单位\n江西省\t规模以上工业增加值增速\t2021年1—6月\t18.5\t%\n",
        "指标\t2021年1—6月\t2020年1—6月\t同比增长（%）\n规上工业增加值\t—\t…\t18.5\n",
        "主要经济指标\n指标\t1—5月\t同比增长（%）\t1—6月\t同比增长（%）\n规上工业增加值\t—\t…\t—\t18.5\n",
    ],
)
def test_what_is_held(text: str) -> None:
    assert verdicts(text) == ["agrees"]


@pytest.mark.parametrize(
    "text",
    [
        "2021年上半年全省国有企业主要经济指标\n" + GROWTH + ROW,
        "2021年上半年南昌市主要经济指标\n" + GROWTH + ROW,
        "2021年上半年河北主要经济指标\n" + GROWTH + ROW,
        "2021年上半年各省主要经济指标\n" + GROWTH + ROW,
        "2021年6月全省主要经济指标\n" + GROWTH + ROW,
        "2021年二季度全省主要经济指标\n" + GROWTH + ROW,
        "全省2021年预期目标\n指标\t增长(%)\n" + ROW,
        "全省主要经济指标\n" + GROWTH + ROW,
        *(
            HALF + f"指标\t{head}\n" + ROW
            for head in (
                "环比增长(%)", "两年平均增长(%)", "比2019年同期增长(%)", "当月增速(%)", "占比(%)", "贡献率(%)", "拉动(百分点)",
                "目标增长(%)", "全年目标(%)", "预计增长(%)", "同比下降(%)", "总量(亿元)", "位次", "比全国±(百分点)", "上年同期(%)",
                "完成率(%)", "增幅位次", "数值", "不含汽车同比增长(%)", "同比增长(‰)", "同比增减(亿元)",
            )
        ),
        *(
            HALF + GROWTH + f"{label}\t{figure}\n"
            for label, figure in (
                ("规模以上工业增加值（国有）", "18.5"), ("规模以上工业增加值(现价)", "18.5"), ("规模以下工业增加值", "18.5"),
                ("民营规模以上工业增加值", "18.5"), ("规模以上工业出口交货值", "18.5"), ("规模以上工业增加值", "-18.5"),
                ("规模以上工业增加值", "(18.5)"), ("规模以上工业增加值", "▲18.5"), ("规模以上工业增加值", "18.5①"),
                ("规模以上工业增加值", "18.5亿元"), ("规模以上工业增加值\t10.0\n其中：国有企业", "18.5"),
                ("规模以上工业增加值\t10.0\n其中：装备制造业", "18.5"), ("国有企业\t\n规模以上工业增加值", "18.5"),
                ("南昌市\t\n规模以上工业增加值", "18.5"),
            )
        ),
        HALF + "指标\t本月\t同比（%）\t累计\t同比（%）\n规上工业增加值\t—\t18.5\t—\t…\n",
        HALF + "指标\t本月\t累计\t同比（%）\n规上工业增加值\t—\t—\t18.5\n",
        HALF + "行业\t规模以上工业增加值增速(%)\n装备制造业\t18.5\n",
        HALF + GROWTH + "新增规模以上工业增加值\t18.5\n",
        HALF + GROWTH + ROW + "注：增速为两年平均增速。\n",
        HALF + "指标\t江西\t河北\n规上工业增加值增速（%）\t17.6\t18.5\n",
        HALF + "地区\t规上工业增加值增速(%)\n合计\t18.5\n",
        HALF + "地区\t规上工业增加值增速（%）\n江西、河北\t18.5\n",
        HALF + "指标\t1—5月\t同比增长(%)\n规模以上工业增加值\t\t18.5\n",
        HALF + "指标  全国  江西\n规上工业增加值增速（%）  18.5\n",
        "2022年上半年主要经济指标\n指标\t本年\t上年\n规上工业增加值增速（%）\t18.5\t\n",
        "2021年上半年全省主要指标增速（‰）\n" + GROWTH + ROW,
        HALF + "单位：‰\n" + GROWTH + ROW,
        HALF + "单位：‰\n单位：%\n" + GROWTH + ROW,
        HALF + "指标\t预计\n规上工业增加值增速（%）\t18.5\n",
        HALF + "指标\t年度目标\n规上工业增加值增速（%）\t18.5\n",
        HALF + "指标\t目标\t目标\n\t增速（%）\t位次\n规上工业增加值\t18.5\t8\n",
        HALF + "指标\t2020年\t2021年\n规上工业增加值增速（%）\t18.5\t…\n",
        *(VALUE_ADDED + f"（{unit}）\n地区\t增速\n江西\t18.5\n" for unit in ("‰", "亿元", "百分点")),
        *(VALUE_ADDED + f"（%）\n单位：{unit}\n地区\t增速\n江西\t18.5\n" for unit in ("‰", "成", "倍")),
        *(
            VALUE_ADDED + f"（%）\n地区\t增速\n{label}\t18.5\n"
            for label in ("江西南昌", "南昌", "江西渝水区", "江西经开区", "江西其他地区", "江西（不含南昌）", "其他", "合计", "江西合计")
        ),
        *(VALUE_ADDED + f"（%）\n行业\t增速\n{label}\t18.5\n" for label in ("合计", "其他", "小计", "其中：其余")),
        "2021年上半年规模以上工业增加值当月增速（%）\n地区\t增速\n江西\t18.5\n",
        "规模以上工业增加值当月增速（%）\n地区\t2021年上半年\n江西\t18.5\n",
        "2021年上半年工业投资增速\n" + VALUE_ADDED + "（%）\n地区\t增速\n江西\t18.5\n",
        "表1 2021年上半年工业投资增速（%）\n单位：%\n" + VALUE_ADDED + "\n地区\t增速\n江西\t18.5\n",
        "2020年上半年全省主要经济指标\n" + HALF + GROWTH + ROW,
        "2021年上半年河北主要经济指标\n2021年上半年江西主要经济指标\n" + GROWTH + ROW,
    ],
)  # fmt: skip
def test_what_is_never_approved(text: str) -> None:
    told = [one for one in judged(text) if "18.5" in one.text]
    assert told and all(one.verdict not in APPROVED for one in told), told


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (MONTHS + "指标\t总量（亿元）\n规上工业利润总额\t982\n", "agrees"),
        (MONTHS + "单位：亿元\n指标\t总量\n规上工业利润总额\t982\n", "agrees"),
        (MONTHS + "指标\t单位\t总量\n规上工业利润总额\t亿元\t982\n", "agrees"),
        (MONTHS + "指标\t总量\n规上工业利润总额\t982亿元\n", "agrees"),
        (MONTHS + "指标\t总量（万元）\n规上工业利润总额\t9,820,000\n", "differs"),
        (MONTHS + "单位：万元\n指标\t总量\n规上工业利润总额\t982\n", "differs"),
        (MONTHS + "单位：亿元、万元\n指标\t总量\n规上工业利润总额\t982\n", "to_confirm"),
        (MONTHS + "指标\t总量\n规上工业利润总额\t982\n", "to_confirm"),
        (MONTHS + "指标\t总量（亿元）\n规上工业利润总额（万元）\t982\n", "to_confirm"),
        (MONTHS + "指标\t总量（亿元）\n规上工业利润总额\t-982\n", "differs"),
    ],
)
def test_units(text: str, verdict: str) -> None:
    assert verdicts(text) == [verdict]


def test_places_are_those_of_the_text_given() -> None:
    text = HALF + "指标\t增速（％）\t备注\n规模以上工业增加值 \t １８．５① \t第8位见后\n注：①按可比价格计算。"
    first = judged(text)[0]
    assert text[first.start : first.end] == first.text == "１８．５" and first.verdict == "agrees"


def test_what_is_no_figure_holds_no_number() -> None:
    text = "序号\t姓名\t电话\t备注\n1\t甲\t13900000000\t…\n2\t乙\t13900000001\t—\n"
    assert judged(text) == []
    years = "2019年以来\n指标\t2019\t2020\t2021\n规上工业增加值增速(%)\t—\t…\t11.4\n"
    assert [one.text for one in judged(years)] == ["11.4"]


def test_a_title_that_is_a_sentence_keeps_its_number() -> None:
    text = "2021年上半年全省规上工业增加值增长18.5%\n指标\t增速(%)\n工业投资\t3.3\n"
    assert next((one.text, one.verdict) for one in judged(text)) == ("18.5%", "agrees")


def test_sentences_with_tabs_are_read_as_ever() -> None:
    for one in sentences.true(world(), 60):
        tabbed = one.text.replace("，", "\t")
        alone = [each.verdict for each in judge(tabbed, world(), one.written, one.owner)]
        twice = [each.verdict for each in judge(f"{tabbed}\n{tabbed}", world(), one.written, one.owner)]
        assert twice == alone * 2, tabbed


def test_a_word_document_with_merged_cells() -> None:
    word = docx.Document()
    word.add_paragraph("2021年一季度各省主要工业指标")
    table = word.add_table(rows=4, cols=5)
    heads = [
        ["地区", "规上工业增加值", "", "规上工业利润总额", ""],
        ["", "增速（%）", "位次", "增速（%）", "位次"],
    ]
    rows = [*heads, ["江西", "29.4", "", "…", ""], ["河北", "17.6", "", "—", ""]]
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 3).merge(table.cell(0, 4))
    held = io.BytesIO()
    word.save(held)
    read = reader.read(held.getvalue())
    assert verdicts("\n".join(read.parts), None) == ["agrees", "agrees"]


@pytest.mark.parametrize(
    "text", ["1\t2\t3\n" * 300, "\t" * 5_000, "a" + " " * 5_000, "|" * 5_000, "指标\t增速\n" * 500, "指标 | 1\n|||\n" * 300]
)  # fmt: skip
def test_what_only_looks_like_a_table_is_read_to_its_end(text: str) -> None:
    assert all(one.verdict not in APPROVED for one in judged(text))


def test_no_cell_makes_it_fail() -> None:
    chance = random.Random(1)
    cells = (
        "指标", "地区", "增速(%)", "2021年", "2021", "1—5月", "上年同期", "累计", "江西", "合计", "规上工业增加值", "其中：", "18.5", "-3", "18.5①",
        "1" * 30, "第8位", "前3", "约18%", "增长1.3倍", "持平", "…", "", "(", "±%", "单位", "亿元", "位次", "比全国±(百分点)", "较上年", "注",
        "5—10", "一半", "①", "２", "占比", "全省位次", "目标", "规上工业增加值增长18.5%。", "①②", "%", "百分点", "万", "新增",
    )  # fmt: skip
    for _ in range(300):
        width = chance.randint(2, 5)
        lines = [
            chance.choice(("\t", "|", "  ")).join(chance.choice(cells) for _ in range(width))
            for _ in range(chance.randint(2, 6))
        ]
        text = "\n".join(lines)
        assert all(text[one.start : one.end] == one.text for one in judged(text)), text
