"""The period that holds where a paragraph begins, and the draft's date where a line prints it."""

from __future__ import annotations

from datetime import date

import pytest

from industry.text.alike import alike
from industry.text.claims import when
from industry.text.claims.around.carried import Carried, date_line

WRITTEN = date(2021, 7, 25)


def last(*paragraphs: str) -> tuple[str, bool] | None:
    """What holds where the last of some paragraphs begins, and whether it is sure."""
    carried, held = Carried(WRITTEN), None
    for one in paragraphs:
        even = alike(one)
        held = carried.next(even, when.named(even, WRITTEN))
    return (str(held.period("flow")[0]), held.sure) if held else None


HALF, QUARTER = "2021-01/2021-06", "2021-01/2021-03"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("2021年上半年工业运行情况", "工业增加值增长。"), (HALF, True)),
        (("2021年上半年工业运行情况", "一、生产", "工业增加值增长。"), (HALF, True)),
        (("一、一季度运行情况", "工业增加值增长。"), (QUARTER, True)),
        (("上半年工业运行情况", "一、一季度情况", "工业增加值增长。"), (QUARTER, True)),
        (("一、一季度运行情况", "平稳。", "二、存在问题", "工业增加值增长。"), None),
        (("一、生产。一季度较快。", "工业增加值增长。"), (QUARTER, False)),
        (("上半年，工业平稳。", "工业增加值增长。"), (HALF, False)),
        (("2021年上半年工业运行情况", "一季度，增长。", "工业增加值增长。"), (QUARTER, False)),
        (("2021年上半年工业运行情况", "一季度，增长。", "一、投资", "工业投资增长。"), (HALF, True)),
        (("上半年工作总结和下半年工作安排", "工业增加值增长。"), None),
        (("2021年工作要点", "工业增加值增长。"), None),
        (("2021年运行情况", "工业增加值增长。"), None),
        (("上半年工业运行分析", "一、下半年打算", "工业增加值增长。"), None),
        (("指标方面：1—4月，增长。", "效益方面：利润增长。"), ("2021-01/2021-04", True)),
        (("指标方面：1—4月，增长。", "一季度做了工作。", "效益方面：利润增长。"), (QUARTER, False)),
        (("指标方面：1—4月，增长，一季度增长。", "效益方面：利润增长。"), (QUARTER, False)),
    ],
)
def test_what_holds(paragraphs: tuple[str, ...], expected: tuple[str, bool] | None) -> None:
    assert last(*paragraphs) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("情况通报\n（2021年7月25日）\n正文", WRITTEN),
        ("正文\n二〇二一年七月二十五日", WRITTEN),
        ("2021年7月25日，会议召开。", None),
        ("2021年7月25日\n2021年8月1日", None),
        ("2021年2月30日", None),
        ("", None),
    ],
)
def test_the_date_of_a_draft(text: str, expected: date | None) -> None:
    assert date_line(text) == expected
