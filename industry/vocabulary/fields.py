"""The one declaration of the tables' vocabulary: every column, every closed list of values and
the units with their English words.

Checks, the guide for curators and the blank table are made from what stands here. How values are
checked belongs in ``tables`` and ``catalogue``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
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
AMOUNTS: tuple[str, ...] = ("level", "count")
"""Measures of how much there is: the larger the region the more, so that a part has a share in its whole."""
RATES: tuple[str, ...] = (
    "growth_yoy",
    "growth_annual_average",
    "growth_two_year_average",
    "share",
    "rate",
)
"""Measures in percent, whatever the region's size: two of them lie percentage points apart."""
ORDINALS: tuple[str, ...] = ("rank", "streak")
"""Measures of a place, the first being the best, and of the years for which a place or a growth lasted."""
TRENDS: tuple[str, ...] = tuple(one for one in get_args(Measure) if one not in (*ORDINALS, "parameter"))
"""Measures whose values make a line over time; of a parameter there is no actual value."""
Timing = Literal["flow", "stock", "list"]
Tier = Literal["headline", "core", "detail"]
Prices = Literal["constant", "current"]
Better = Literal["higher", "lower", "neither"]
Addition = Literal["net", "gross"]
SourceKind = Literal["meeting", "article", "interview", "statistics"]
Confidence = Literal["A", "B"]
Qualifier = Literal["", "at_least", "over", "about", "nearly", "at_most"]
Status = Literal["actual", "target", "forecast", "policy"]
Inferred = Literal["period", "scope", "denominator", "status", "indicator"]

LANGUAGES: tuple[str, ...] = get_args(Language)
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)
STATUSES: tuple[str, ...] = get_args(Status)
INFERRED: tuple[str, ...] = get_args(Inferred)


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
# Chinese unit → English words after the number, and the factor that turns the number into them.
UNITS: dict[str, tuple[str, Decimal]] = {
    "%": ("%", Decimal(1)),
    "百分点": (" pp", Decimal(1)),
    "亿元": (" billion yuan", Decimal("0.1")),
    "万元": (" yuan", Decimal(10000)),
    "元": (" yuan", Decimal(1)),
    "家": (" firms", Decimal(1)),
    "个": ("", Decimal(1)),
    "项": ("", Decimal(1)),
    "件": ("", Decimal(1)),
    "条": ("", Decimal(1)),
    "种": ("", Decimal(1)),
    "款": ("", Decimal(1)),
    "位": ("", Decimal(1)),
    "人": (" people", Decimal(1)),
    "名": (" people", Decimal(1)),
    "位领导": (" officials", Decimal(1)),
    "人次": (" person-times", Decimal(1)),
    "家次": (" visits", Decimal(1)),
    "亩": (" mu", Decimal(1)),
    "平方米": (" m²", Decimal(1)),
    "套": (" sets", Decimal(1)),
    "块": (" pieces", Decimal(1)),
    "台": (" units", Decimal(1)),
    "剂": (" doses", Decimal(1)),
    "次": (" times", Decimal(1)),
    "场": (" events", Decimal(1)),
    "期": (" sessions", Decimal(1)),
    "册": (" copies", Decimal(1)),
    "笔": (" loans", Decimal(1)),
    "组": (" teams", Decimal(1)),
    "支": (" teams", Decimal(1)),
    "倍": (" times", Decimal(1)),
    "年": (" years", Decimal(1)),
    "个/年": (" a year", Decimal(1)),
    "个/园区": (" per park", Decimal(1)),
    "笔/户": (" loans per firm", Decimal(1)),
    "项/年": (" a year", Decimal(1)),
    "家/年": (" firms a year", Decimal(1)),
    "万元/项": (" yuan per item", Decimal(10000)),
    "万元/个": (" yuan per project", Decimal(10000)),
    "万元/笔": (" yuan per loan", Decimal(10000)),
    "亿千瓦时": (" billion kWh", Decimal("0.1")),
    "亿美元": (" billion US dollars", Decimal("0.1")),
    "吨": (" tonnes", Decimal(1)),
    "万吨": (" tonnes", Decimal(10000)),
    "吨标准煤": (" tce", Decimal(1)),
    "辆": (" vehicles", Decimal(1)),
    "户": (" firms", Decimal(1)),
}


_A_YEAR = ("/年", " a year")


def per_year(unit: str) -> bool:
    """Whether a figure over a run of years counts in each of them (个/年)."""
    return unit.endswith(_A_YEAR[0])


def of_one_year(words: str) -> str:
    """The unit's words where the period says which year: 个/年 is then 个."""
    for end in _A_YEAR:
        words = words.removesuffix(end)
    return words
