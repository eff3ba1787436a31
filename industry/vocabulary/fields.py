"""The one declaration of the tables' vocabulary: every column, every closed list of values and
the units with their English words.

Checks, the guide for curators and the blank table are made from what stands here. How values are
checked belongs in ``tables`` and ``catalogue``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from typing import Literal, get_args

import yaml

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
GROWTHS: tuple[str, ...] = ("growth_yoy", "growth_annual_average", "growth_two_year_average")
"""Measures that are growth: below zero something fell."""
RATES: tuple[str, ...] = (*GROWTHS, "share", "rate")
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
Access = Literal["public", "internal"]
PriorityKind = Literal["aim", "assessment", "done"]
Qualifier = Literal["", "at_least", "over", "about", "nearly", "at_most", "under"]
Status = Literal["actual", "target", "forecast", "policy"]
Inferred = Literal["period", "scope", "denominator", "status", "indicator"]

LANGUAGES: tuple[str, ...] = get_args(Language)
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)
STATUSES: tuple[str, ...] = get_args(Status)
INFERRED: tuple[str, ...] = get_args(Inferred)
PRIORITY_KINDS: tuple[str, ...] = get_args(PriorityKind)


@dataclass(frozen=True)
class Column:
    """A column of the observation tables: what it means, one example that is right and one that is not, the
    closed list of what it may hold (empty: free). An ``optional`` one may be left out by a table and empty in a
    row, an ``open`` one the latter alone."""

    name: str
    zh: str
    en: str
    good: str
    bad: str
    allowed: tuple[str, ...] = ()
    optional: bool = False
    open: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("indicator", "指标代码，见 indicators/", "id of an indicator", "value_added_growth", "增速"),
    Column(
        "period",
        "期间：2021、2021-06、2021-01/2021-06、2016/2020；推断不出才留空",
        "a year, a month, a run of months or of years; empty only where none can be inferred",
        "2021-01/2021-06",
        "2021-13",
        open=True,
    ),
    Column("value", "数值，按指标的单位", "the number in the indicator's unit", "18.5", "18.5%"),
    Column("value_to", "区间的上限（5-10个）", "upper end of a printed range", "10", "5-10", optional=True),
    Column(
        "qualifier",
        "限定词：以上、超、约、近、不超过、不足；空为确数",
        "how the figure is qualified; empty for exact",
        "over",
        "超",
        QUALIFIERS,
        optional=True,
    ),
    Column("status", "实际、目标、预计或政策参数", "what kind of statement", "actual", "实际", STATUSES),
    Column("edition", "版本或批次", "which edition or batch", "batches_1_3", "第三批 前", optional=True),
    Column(
        "inferred",
        "推定项（原文未写明），空格分隔",
        "what the source does not print and the row supplies, separated by spaces",
        "period scope",
        "期间",
        INFERRED,
        optional=True,
    ),
    Column("source", "出处代码，见 sources.yaml", "id of a source", "jiangxi_2021_07", "江西材料"),
    Column(
        "paragraph",
        "材料的第几个非空行",
        "the non-empty line of the document, from 1",
        "8",
        "第8段",
        optional=True,
    ),
    Column(
        "occurrence",
        "同一段里这个写法出现几次时，是第几次",
        "which one it is where the paragraph prints the same more than once, from 1",
        "2",
        "第2处",
        optional=True,
    ),
    Column("as_printed", "原文数字和单位", "the figure as printed", "18.5%", "增长"),
    Column(
        "by_hand",
        "所印的读不懂时填yes，由核对原文的人担保数值",
        "yes where what is printed can't be read and a curator vouches for the value",
        "yes",
        "是",
        ("yes",),
        optional=True,
    ),
    Column("note_zh", "备注（中文）", "a caveat in Chinese", "材料未注明期间", "", optional=True),
    Column("note_en", "备注（英文）", "a caveat in English", "The period is not printed.", "", optional=True),
)
COLUMN = {column.name: column for column in COLUMNS}


_UNITS = yaml.safe_load(files(__package__).joinpath("units.yaml").read_text("utf-8"))
UNITS: Mapping[str, tuple[str, Decimal]] = {
    unit: (said, Decimal(factor)) for unit, (said, factor, *_) in _UNITS.items()
}
"""Chinese unit → English words after the number, and the factor that turns the number into them."""
COUNTED = frozenset(unit for unit, (_, _, *whole) in _UNITS.items() if whole)
"""Units that count whole things."""


_A_YEAR = ("/年", " a year")


def per_year(unit: str) -> bool:
    """Whether a figure over a run of years counts in each of them (个/年)."""
    return unit.endswith(_A_YEAR[0])


def per_something(unit: str) -> bool:
    """Whether a figure is an average or a ratio (万元/项), which doesn't add up."""
    return "/" in unit


def of_one_year(words: str) -> str:
    """The unit's words where the period says which year: 个/年 is then 个."""
    for end in _A_YEAR:
        words = words.removesuffix(end)
    return words
