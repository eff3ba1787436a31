"""What around a number makes it another's, or takes it back: it is never approved then. On the frozen tables."""

from __future__ import annotations

from datetime import date

import pytest

from industry.text.proof import judge
from tests.conftest import world

APPROVED = ("agrees", "agrees_rounded", "comparison_true")
HALF, GROWN = "2021年上半年", "江西规上工业增加值同比增长18.5%"


def verdicts(text: str, region: str = "jiangxi") -> list[str]:
    return [one.verdict for one in judge(text, world(), date(2021, 12, 25), region) if "18.5" in one.text]


@pytest.mark.parametrize(
    "text",
    [
        f"{HALF}，{GROWN}（目标）。",
        f"{HALF}，{GROWN}（预测数）。",
        f"{HALF}，{GROWN}（当月）。",
        f"{HALF}，{GROWN}（不含烟草）。",
        f"{HALF}，{GROWN}（河北）。",
        f"{HALF}，{GROWN}（2020年数）。",
        f"{HALF}，{GROWN}（累计12个月）。",
        f"{HALF}（2020年为基期），{GROWN}。",
        f"{HALF}，{GROWN}是错误的。",
        f"{HALF}，{GROWN}未实现。",
        f"{HALF}，{GROWN}多。",
        f"{HALF}，{GROWN}？",
        f"{HALF}，{GROWN}，系河北数据。",
        f"{HALF}，{GROWN}，此数有误，应为19%。",
        f"预计{HALF}，{GROWN}。",
        f"网传{HALF}，{GROWN}。",
        f"若{HALF}{GROWN}，则压力较大。",
        f"剔除烟草，{HALF}，{GROWN}。",
        f"{HALF}，除电力外，{GROWN}。",
        f"民营企业方面，{HALF}，{GROWN}。",
        f"国有企业运行情况\n{HALF}，{GROWN}。",
        f"一、民营企业\n{HALF}，{GROWN}。",
        f"{HALF}，民营企业表现突出，{GROWN}。",
        f"{HALF}之前，{GROWN}。",
        f"{HALF}的前一年，{GROWN}。",
        f"{HALF}以后，{GROWN}。",
        f"2019年，{HALF}工作会议召开，{GROWN}。",
        f"{HALF}和2021年1—9月，{GROWN}。",
        f"{HALF}，当月{GROWN}。",
        f"{HALF}，江西规上工业增加值增速提高18.5%。",
        f"{HALF}，江西规上工业增加值占比同比增长18.5%。",
        f"{HALF}，河北学习江西经验，规上工业增加值同比增长18.5%。",
        f"{HALF}，河北不如江西，规上工业增加值同比增长18.5%。",
        f"赣州市：{HALF}规上工业增加值增长18.5%。",
        f"{HALF}，赣州经济较好，规上工业增加值增长18.5%。",
        f"湖南省{HALF}经济向好。全省规上工业增加值增长18.5%。",
        f"{HALF}，{GROWN}，不含吉安。",
        f"{HALF}，{GROWN}，仅为目标值。",
        f"{HALF}，{GROWN}，但这是预计数。",
        f"{HALF}，{GROWN}，与事实不符。",
        f"{HALF}，{GROWN}；以上均为河北省数据。",
        f"{HALF}，{GROWN}（快报数）。",
        f"二、河北\n{HALF}，规上工业增加值同比增长18.5%。",
        f"河北省：\n{HALF}，全省规上工业增加值同比增长18.5%。",
        f"附件：河北省情况\n一、总体情况\n{HALF}，规上工业增加值同比增长18.5%。",
        f"一、全国情况\n{HALF}，规上工业增加值同比增长18.5%。",
        f"二、陕西省\n（一）工业\n{HALF}，规上工业增加值同比增长18.5%。",
        f"湖南省数据\n{HALF}主要指标\n指标\t增速（%）\n规上工业增加值\t18.5",
        f"一、民营企业\n{HALF}主要指标\n指标\t增速（%）\n规上工业增加值\t18.5",
        f"据预测，{HALF}，{GROWN}。",
        f"力争{HALF}，{GROWN}。",
        f"规划提出，{HALF}，{GROWN}。",
        f"湖南方面，{HALF}，{GROWN}。",
        f"轻工业方面，{HALF}，{GROWN}。",
        f"根据规划，{HALF}，{GROWN}。",
        f"以下为假数据：{HALF}，{GROWN}。",
        f"按美元计价，{HALF}，{GROWN}。",
        f"{HALF}月均，{GROWN}。",
        f"{HALF}各月，{GROWN}。",
        f"人均看，{HALF}，{GROWN}。",
        f"{HALF}后，{GROWN}。",
        f"{HALF}目标，{GROWN}。",
        f"{HALF}，{GROWN}（万元）。",
        f"{HALF}，{GROWN}的降幅。",
        f"{HALF}，江西第8位的规上工业增加值同比增长18。5%。",
    ],
)
def test_what_takes_a_number_back(text: str) -> None:
    assert not [one for one in verdicts(text) if one in APPROVED], text


@pytest.mark.parametrize(
    "text",
    [
        f"{HALF}，{GROWN}。",
        f"{HALF}，{GROWN}，创同期新高。",
        f"{HALF}，{GROWN}（按可比价格计算）。",
        f"{HALF}，{GROWN}，实现较快增长。",
        f"（一）{HALF}，{GROWN}。",
        f"受需求回暖带动，{HALF}，{GROWN}；若看全年，压力仍在。",
        f"2021年，全省克服困难，上半年{GROWN}。",
        f"{HALF}，河北稳中有进，{GROWN}。",
        f"一、工业生产\n{HALF}，{GROWN}。",
        f"工业方面，{HALF}，{GROWN}。",
        f"二、河北\n{HALF}，{GROWN}。",
        "2021 年上半年，江西规上工业增加值同比增长 18.5%。",
        "2021 年 1—6 月，江西规上工业增加值同比增长18.5 ％。",
        f"一、全国情况\n平稳。\n二、我省情况\n{HALF}，规上工业增加值同比增长18.5%。",
        f"{HALF}，{GROWN}，剔除基数影响，两年平均增长9.4%。",
    ],
)
def test_what_takes_nothing_back(text: str) -> None:
    assert verdicts(text) == ["agrees"], text
