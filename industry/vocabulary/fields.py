"""The one declaration of the tables' vocabulary: every column, every closed list of values and
the units with their English words.

Checks, the guide for curators, the template and the data package are made from what stands here. How values are
checked belongs in ``tables`` and ``catalogue``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from industry.vocabulary import beside

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
DOCUMENT_KINDS: tuple[SourceKind, ...] = ("meeting", "article", "interview")
Confidence = Literal["A", "B"]
CONFIDENCE: tuple[Confidence, ...] = get_args(Confidence)
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
    """A column of the observation tables: its ``head`` and what it holds, in both languages; a ``good`` example, which
    passes ``check`` in a row that it suits, and a ``bad`` one, which never does; the closed list of what it may hold
    (empty: free), ``several`` of it where it says so; the ``kind`` of its values as a table schema names it and the
    ``pattern`` that a whole cell has. An ``optional`` one may be left out by a table and empty in a row, an ``open``
    one the latter alone."""

    name: str
    head_zh: str
    head_en: str
    zh: str
    en: str
    good: str
    bad: str
    allowed: tuple[str, ...] = ()
    several: bool = False
    kind: Literal["string", "number", "integer"] = "string"
    pattern: str = ""
    optional: bool = False
    open: bool = False

    def head(self, language: str) -> str:
        return self.head_zh if language == "zh" else self.head_en

    def told(self, language: str) -> str:
        """What it holds."""
        return self.zh if language == "zh" else self.en


_ID = "[a-z0-9_]+"
COLUMNS: tuple[Column, ...] = (
    Column(
        "indicator",
        "指标",
        "Indicator",
        "指标的代码，须已在 data/indicators/ 中登记。",
        "The indicator's id, which a file in data/indicators/ declares.",
        "value_added_growth",
        "增速",
        pattern=_ID,
    ),
    Column(
        "period",
        "期间",
        "Period",
        "数字所属的期间：全年写作2021，单月或月末时点写作2021-06，累计各月写作2021-01/2021-06，跨年写作2016/2020。"
        "按材料推断不出的才留空，并在“推定项”中填 period。",
        "The time that the figure is of, such as 2021 for a year, 2021-06 for one month or its end, 2021-01/2021-06 for "
        "months together, 2016/2020 for years. Left empty only where the source lets nobody infer it; then Inferred says "
        "period.",
        "2021-01/2021-06",
        "2021年1-6月",
        pattern=r"\d{4}(-\d{2})?(/\d{4}(-\d{2})?)?",
        open=True,
    ),
    Column(
        "value",
        "数值",
        "Value",
        "数值，换算成该指标的单位后填写，不带单位和千位分隔符；下降、低于的填负数。",
        "The number in the indicator's unit, without the unit and without separators of thousands; negative for a fall or a "
        "shortfall.",
        "18.5",
        "18.5%",
        kind="number",
    ),
    Column(
        "value_to",
        "上限",
        "Upper end",
        "原文给出范围的（5-10个）填上限，下限填入“数值”；不是范围的留空。",
        "The upper end where a range is printed (5-10个), its lower end being the value; empty for a single number.",
        "10",
        "5-10",
        kind="number",
        optional=True,
    ),
    Column(
        "qualifier",
        "限定词",
        "Qualifier",
        "原文修饰数字的词：以上、不低于填 at_least，超、突破、逾填 over，约、左右填 about，近填 nearly，不超过、以内填 at_most，"
        "不足、低于填 under；确数留空。",
        "How the printed words qualify the figure: at_least (以上, 不低于), over (超, 突破, 逾), about (约, 左右), nearly (近), "
        "at_most (不超过, 以内), under (不足, 低于). Empty for an exact one.",
        "over",
        "超",
        QUALIFIERS,
        optional=True,
    ),
    Column(
        "status",
        "数据类型",
        "Status",
        "已实现的填 actual，目标填 target，预计填 forecast，政策规定的标准、额度和条件填 policy。",
        "actual for what was reached, target for an aim, forecast for what is foreseen, policy for what a rule sets (rates, "
        "ceilings, conditions).",
        "actual",
        "实际",
        STATUSES,
    ),
    Column(
        "edition",
        "版本",
        "Edition",
        "同一期间先后公布不同数字（快报、核实、普查修订）的，或名单分批公布的，填是哪一版、哪一批；"
        "代码须已在 config.yaml 的 editions 中登记。其余留空。",
        "Which release or batch it is, where a period's figure was published more than once or a list grows by batches; its id "
        "stands under editions in config.yaml. Empty for all others.",
        "batches_1_3",
        "第三批",
        pattern=_ID,
        optional=True,
    ),
    Column(
        "inferred",
        "推定项",
        "Inferred",
        "原文没有写明、由录入者推定的内容：期间 period，统计范围 scope，分母 denominator，数据类型 status，指标 indicator；"
        "有几项的用空格分开，没有的留空。",
        "What the source doesn't print and the row supplies: period, scope, denominator, status, indicator; several with "
        "spaces between. Empty where nothing is.",
        "period scope",
        "期间",
        INFERRED,
        several=True,
        optional=True,
    ),
    Column(
        "source",
        "出处",
        "Source",
        "出处的代码，须已在 data/sources.yaml 中登记。",
        "The source's id, which data/sources.yaml declares.",
        "jiangxi_2021_07",
        "江西材料",
        pattern=_ID,
    ),
    Column(
        "paragraph",
        "段落",
        "Paragraph",
        "数字在材料的第几段（只数非空的段落，从1数起）；出处为统计资料的留空。",
        "The paragraph of the document in which it stands, counting those that aren't empty from 1; empty for statistics.",
        "8",
        "第8段",
        kind="integer",
        optional=True,
    ),
    Column(
        "occurrence",
        "段中第几处",
        "Occurrence",
        "同一段里这样的写法不止一处的，填是第几处，从1数起；只有一处的留空。",
        "Which one it is where its paragraph prints the same more than once, from 1; empty for the only one.",
        "2",
        "第2处",
        kind="integer",
        optional=True,
    ),
    Column(
        "as_printed",
        "原文数字",
        "As printed",
        "照录原文的数字，连同表示升降、单位和限定的字样，不换算、不改写。",
        "The figure just as the source prints it, with the words that carry its sign, unit and qualifier; nothing converted or "
        "reworded.",
        "18.5%",
        "18.5个百分点",
    ),
    Column(
        "by_hand",
        "人工核定",
        "By hand",
        "程序读不懂“原文数字”，经人工核对原文、由核对人对数值负责的，填 yes；读得懂的留空。",
        "yes where the program can't read what is printed and a curator who has looked at the source vouches for the value; empty "
        "where it can.",
        "yes",
        "是",
        ("yes",),
        optional=True,
    ),
    Column(
        "note_zh",
        "中文备注",
        "Note in Chinese",
        "需要提请读者注意的情况，用自己的话写；没有的留空，另存时变成乱码的须重写。",
        "What readers must bear in mind, in Chinese and in our own words; empty is the rule, and text garbled by saving it in another encoding is refused.",
        "材料未注明期间，按材料所属年份计。",
        "æœªæ³¨æ˜ŽæœŸé—´",
        optional=True,
    ),
    Column(
        "note_en",
        "英文备注",
        "Note in English",
        "中文备注的英文，内容与之一致；没有备注的留空。",
        "The same in English; empty where there is no note in Chinese.",
        "The period isn't printed; taken as the document's year.",
        "The period isnâ€™t printed.",
        optional=True,
    ),
)
COLUMN = {column.name: column for column in COLUMNS}


_UNITS = beside(__package__, "units.yaml")
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
