"""The one declaration of the tables' vocabulary: every column and every closed list of values.

Checks, the guide for curators and the blank table are made from what stands here. How values are
checked belongs in ``tables`` and ``catalogue``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["zh", "en"]
Measure = Literal[
    "level",
    "growth_yoy",
    "growth_annual_average",
    "growth_two_year_average",
    "share",
    "rate",
    "contribution",
    "rank",
    "count",
    "gap",
    "change",
    "multiple",
    "streak",
    "parameter",
]
Timing = Literal["flow", "stock", "list"]
Tier = Literal["headline", "core", "detail"]
Prices = Literal["constant", "current"]
Better = Literal["higher", "lower", "neither"]
Addition = Literal["net", "gross"]
Level = Literal["country", "province", "city"]
SourceKind = Literal["meeting", "article", "interview", "statistics"]
Confidence = Literal["A", "B"]
Qualifier = Literal["", "at_least", "over", "about", "nearly", "at_most"]
Status = Literal["actual", "target", "forecast", "policy"]
Inferred = Literal["period", "scope", "denominator", "status", "indicator"]
Chart = Literal[
    "bars",
    "gap",
    "parent",
    "share",
    "slope",
    "lines",
    "target",
    "tiers",
    "ranks",
    "breadth",
    "branches",
    "coverage",
    "emphasis",
    "together",
]

LANGUAGES: tuple[str, ...] = get_args(Language)
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)
STATUSES: tuple[str, ...] = get_args(Status)
INFERRED: tuple[str, ...] = get_args(Inferred)
TOPICS = (
    "growth",
    "structure",
    "efficiency",
    "investment",
    "enterprises",
    "digital",
    "innovation",
    "projects",
    "services",
    "branches",
    "parks",
    "policy",
    "events",
)


@dataclass(frozen=True)
class Column:
    """A column of the observation tables: whether a table may leave it out (``optional``) or a row
    may leave it empty (``empty``), the closed list of what it may hold (empty: free), what it means,
    and one example that is right and one that is not."""

    name: str
    optional: bool
    empty: bool
    allowed: tuple[str, ...]
    zh: str
    en: str
    good: str
    bad: str


COLUMNS: tuple[Column, ...] = (
    Column(
        "indicator",
        False,
        False,
        (),
        "指标代码，见 indicators/",
        "id of an indicator",
        "value_added_growth",
        "增速",
    ),
    Column(
        "period",
        False,
        True,
        (),
        "期间：2021、2021-06、2021-01/2021-06、2016/2020；推断不出才留空",
        "a year, a month, a run of months or of years; empty only where none can be inferred",
        "2021-01/2021-06",
        "2021-13",
    ),
    Column(
        "value", False, False, (), "数值，按指标的单位", "the number in the indicator's unit", "18.5", "18.5%"
    ),
    Column("value_to", True, True, (), "区间的上限（5-10个）", "upper end of a printed range", "10", "5-10"),
    Column(
        "qualifier",
        True,
        True,
        QUALIFIERS,
        "限定词：以上、超、约、近、不超过；空为确数",
        "how the figure is qualified; empty for exact",
        "over",
        "超",
    ),
    Column(
        "status",
        False,
        False,
        STATUSES,
        "实际、目标、预计或政策参数",
        "what kind of statement",
        "actual",
        "实际",
    ),
    Column("edition", True, True, (), "版本或批次", "which edition or batch", "batches_1_3", "第三批 前"),
    Column(
        "inferred",
        True,
        True,
        INFERRED,
        "材料未印而由本表补上的项目，空格分隔",
        "what the source does not print and the row supplies, separated by spaces",
        "period scope",
        "期间",
    ),
    Column(
        "source",
        False,
        False,
        (),
        "出处代码，见 sources.yaml",
        "id of a source",
        "jiangxi_2021_07",
        "江西材料",
    ),
    Column(
        "paragraph",
        True,
        True,
        (),
        "材料的第几个非空行",
        "the non-empty line of the document, from 1",
        "8",
        "第8段",
    ),
    Column("as_printed", False, False, (), "材料所印的数字和单位", "the figure as printed", "18.5%", "增长"),
    Column("note_zh", True, True, (), "按语（中文）", "a caveat in Chinese", "材料未注明期间", ""),
    Column(
        "note_en", True, True, (), "按语（英文）", "a caveat in English", "The period is not printed.", ""
    ),
)
COLUMN = {column.name: column for column in COLUMNS}
