"""The set phrases of figures and the words for closed lists of values, in Chinese and English: tables of
words, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from industry.wording.said import Kind, Said, fill, join

BASES: dict[str, tuple[str, str]] = {
    "unit": ("单位", "unit"),
    "measure": ("指标类型", "measure"),
    "scope": ("统计范围", "scope"),
    "prices": ("价格口径", "price basis"),
    "of": ("分母", "denominator"),
    "industry": ("行业", "branch"),
    "definition": ("定义", "definition"),
    "indicator": ("所指指标", "indicator"),
    "denominator": ("分母", "denominator"),
    "period": ("期间", "period"),
    "status": ("是否已完成", "whether done or planned"),
}
STATUSES: dict[str, tuple[str, str]] = {
    "actual": ("实际", "actual"),
    "target": ("目标", "target"),
    "forecast": ("预计", "forecast"),
    "policy": ("政策参数", "policy parameter"),
}
# Set phrases with their blanks; one key, one meaning.
PHRASES: dict[str, tuple[str, str]] = {
    "notes": ("注：{}", "Note: {}"),
    "joined": ("；", "; "),
    "listed": ("、", ", "),
    "stop": ("。", ". "),
    "figure_failed": (
        "这张图未能生成，运行日志中有详细记录；其他图不受影响。",
        "This figure could not be made; the log has the details. The others are as they should be.",
    ),
    "no_data": ("无数据", "no data"),
    "missing": ("无数据：{}", "No data: {}"),
    "two_year_none": ("两年平均不可得", "two-year average not available"),
    "derived": ("推算", "derived"),
    "in_brackets": ("（{}）", "({})"),
    "derived_from": ("据{}推算", "derived from {}"),
    "supposed": ("按{}推定", "taken as {}"),
    "low_base": ("低基数", "low base"),
    "low_base_note": (
        "{}同比受上年同期低基数影响，宜看两年平均",
        "{}: year-on-year growth starts from a low base, so read it with the two-year average",
    ),
    "low_base_none": (
        "{}同比受上年同期低基数影响，两年平均不可得",
        "{}: year-on-year growth starts from a low base, and no two-year average can be had",
    ),
    "average_derived": ("{}两年平均由{}与{}推算", "{}'s two-year average is derived from {} and {}"),
    "beside": ("{}与{}", "{} and {}"),
    "constant_prices": ("可比价", "constant prices"),
    "current_prices": ("现价", "current prices"),
    "year_on_year": ("同比增速", "Year on year"),
    "two_year": ("两年平均增速", "Two-year average"),
    "gap_year_on_year": ("同比增速之差", "Gap of year-on-year rates"),
    "gap_two_year": ("两年平均增速之差", "Gap of two-year averages"),
    "apart": ("{}，不参与比较：{}", "{}, not compared: {}"),
    "own_periods": (
        "时段不同：只看与{}同期相比是高是低，不在地区间比大小",
        "Different periods: read each against {} over its own months, not against each other",
    ),
    "value_at": ("{}（{}）", "{} ({})"),
    "required": ("需要的变化（推算）", "Change needed (derived)"),
    "own_scales": ("各行自有尺度，行间不比长短", "each row has its own scale"),
    "nothing_compares": (
        "所选地区中，没有两个同级地区公布同一期间、同一版本的这一指标，不作图。",
        "No two chosen regions of one level share a period and edition of this indicator, so nothing is drawn.",
    ),
    "disputed": (
        "{}：{}为{}，{}为{}",
        "{}: {} gives {}, {} gives {}",
    ),
    "target_level": ("期末水平", "level at the end"),
    "target_net": ("净增", "net addition"),
    "target_gross": ("新增", "gross addition"),
    "target_amount": ("任务量", "to be done"),
    "target_rate": ("比率", "rate"),
    "target_of": ("{}目标", "target, {}"),
    "target_base": ("{}实际", "actual, {}"),
    "target_reached": ("{}实际", "reached, {}"),
    "target_subtitle": ("{}，{}", "{}, {}"),
    "target_no_actual": ("目标年度内尚无实际值", "no actual figure inside the year yet"),
    "target_no_base": ("无上年基数", "no figure for the year before"),
    "target_unsure_base": ("上年{}，材料未注明{}，不作基数", "before: {}; {} not stated, so no base"),
    "target_other_base": ("上年{}为另一来源，不作基数", "before: {}, of another source, so no base"),
    "target_unfit": ("{}；上年{}，不作基数", "{}; before: {}, no base"),
    "target_with": ("{}，{}{}", "{}; {}: {}"),
    "target_based": ("有上年基数", "With a base in the year before"),
    "target_baseless": ("无上年基数", "Without a base"),
    "target_derived": ("{}的期末目标由{}与{}{}推算", "{}: level at the end derived from {} and the {} of {}"),
    "target_forecast": ("年内预计，不是目标：{}", "Expected within the year, not a target: {}"),
    "target_undated": ("未写明完成年份，不作图：{}", "No year of completion stated, not drawn: {}"),
    "target_undated_many": (
        "{}项目标未写明完成年份，不作图，见下表",
        "{} targets state no year of completion and are not drawn; see the table",
    ),
    "target_inferred": ("年份为推断", "year inferred"),
    "target_other_year": ("其他年份的目标：{}", "Targets of other years: {}"),
    "target_nothing": (
        "{}没有写明在{}完成的目标，不作图；已有的目标见下表。",
        "{} has no target stated for {}, so nothing is drawn; the table lists those there are.",
    ),
    "target_none": ("{}没有目标数字。", "{} has no target figures."),
    "tiers_subtitle": ("{}，{}", "{}, {}"),
    "tiers_overlap": (
        "各档有重叠，不是层层递进，档间不算比例",
        "The tiers overlap and are no steps of one ladder: no shares between them",
    ),
    "named": ("{}：{}", "{}: {}"),
    "breadth_nested": (
        "各行逐层包含、重叠画出，不相加",
        "each row is part of the one above; they overlap and do not add up",
    ),
    "slope_change": ("{}：{}", "{}: {}"),
    "slope_changed": ("变化", "change"),
    "slope_apart": ("不连线", "not joined"),
    "marked_derived": ("{}（推算）", "{} (derived)"),
    "slope_subtitle": ("{}，{}与{}，同一来源的两个时点", "{}, {} and {}, both from one source"),
    "slope_subtitle_each": ("{}，各为同一来源的两个时点", "{}, each two points in time of one source"),
    "slope_others": ("不连线，来源或期间不同：{}", "Not joined, another source or period: {}"),
    "slope_derived": ("{}的数字由{}与变化{}推算", "{}: derived from {} and the change of {}"),
    "slope_nothing": (
        "没有同一来源的两个时点，不作图；各自的数字见下表。",
        "No source gives two points in time, so nothing is drawn; the table lists the figures.",
    ),
    "slope_unnamed": (
        "材料未注明{}，只作同一来源的前后对照，不与其他来源比",
        "{} not stated by the source: its two points are set only against each other",
    ),
    "coverage_subtitle": (
        "{}，按材料写明的期间；格中为覆盖该月的实际数字个数",
        "{}, by the period printed; each cell counts the actual figures that cover the month",
    ),
    "coverage_unit": ("单位：个", "Unit: figures"),
    "coverage_total": ("共{}个数字", "{} figures"),
    "coverage_none": ("全文无数字", "no figures at all"),
    "coverage_inside": ("图中{}个", "{} shown"),
    "coverage_outside": ("此窗口之外{}个", "{} outside these months"),
    "coverage_unprinted": ("未写明期间{}个", "{} undated"),
    "coverage_other": ("非实际值{}个", "{} not actual"),
    "coverage_cell": ("{}，{}：{}个数字", "{}, {}: {} figures"),
    "coverage_note": (
        "未写明期间的不入格；非实际值指目标、预计和政策参数；材料里关于另一地区的数字也计入",
        "Undated figures fill no cell; not actual: targets, forecasts, policy parameters; other regions’ count too",
    ),
    "emphasis_subtitle": (
        "{}提出的事项按主题归类；颜色为占该材料事项总数的比重",
        "What {} set out to do, by theme; shade: share of the document's own items",
    ),
    "emphasis_unit": ("单位：项", "Unit: items"),
    "emphasis_total": ("共{}项", "{} items"),
    "inferred": ("推断", "inferred"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "emphasis_cell": ("{}，{}：{}项，该材料共{}项", "{}, {}: {} of the document's {} items"),
    "emphasis_note": (
        "事项由编者从材料归纳，项数多少与篇幅和归纳方式有关，不表示政策力度",
        "Items are the editors' own summary; their number depends on length and summing up, not on the force of policy",
    ),
    "whose": ("{}{}", "{}, {}"),
    "own_period_each": ("各按本地区公布的时段", "Each region over its own published months"),
    "lies_in": ("{0}为{1}下辖{2}", "{0} is a {2} of {1}"),
    "lying_in": ("{0}下辖{1}", "a {1} in {0}"),
    "no_benchmark": ("无{}同期数字", "no figure of {} for the same months"),
    "gap_between": ("{}与{}之差", "{}, gap to {}"),
    "gap_with": ("与{}之差{}", "gap to {} {}"),
    "gap_printed": ("材料所印", "as the document prints it"),
    "within_one": (
        "只列{}与所属的{}，未列：{}",
        "Only a {} and its {} are shown here, not {}",
    ),
    "no_parent_figure": ("{}无{}同期数字", "{}: no figure of {} for the same months"),
    "share_in": ("占{}的比重", "Share of {}"),
    "share_name": ("{}占{}的比重", "{}, share of {}"),
    "no_share": (
        "不计算占比（同一时点、同一口径的数字未同时公布）：{}",
        "No share, since both are not published for one period and coverage: {}",
    ),
    "share_none": ("所选地区没有可计算占比的数字。", "No share can be worked out for the chosen regions."),
    "rank_among_china": ("在{}的位次", "Place in {}"),
    "rank_among_parent": ("在{}{}内的位次", "Place within {}"),
    "places_up": ("前移{}位", "up {} places"),
    "places_down": ("后移{}位", "down {} places"),
    "places_same": ("持平", "unchanged"),
    "ranks_now": ("本期位次", "place now"),
    "ranks_before": ("上年同期", "a year before"),
    "ranks_then": ("上年同期{}", "a year before {}"),
    "ranks_bound": ("只知在此范围内", "known only to lie within"),
    "ranks_open": (
        "越靠左位次越前；各行指标不同，行间不相比",
        "further left is nearer the top; rows are different indicators and not compared",
    ),
    "ranks_none": ("所选地区没有注明期间的位次。", "The chosen regions have no rank whose period is stated."),
    "total": ("总体", "total"),
    "around": ("虚线为同期{}", "dashed: {} over the same months"),
    "overlap": ("各分组有交叉，不能相加", "The groupings overlap and can’t be added up"),
    "branches_none": (
        "所选地区没有与总体同期公布的分组增速。",
        "No chosen region has a branch published for the same months as its total.",
    ),
    "no_branches": ("无与总体同期的分组增速：{}", "No branch over the same months as the total: {}"),
    "cumulated": ("年初以来累计", "cumulated since January"),
    "years_apart": (
        "累计增速每年重新起算，线不跨年",
        "cumulated growth starts anew each year, so no line crosses years",
    ),
    "from_to": ("{}至{}", "{} to {}"),
    "streak": ("{}（{}，{}）", "{} ({}; {})"),
    "left_open": ("未公布的时段留空，不作推补", "periods without a published figure stay open"),
    "lines_none": ("所选地区没有可连成序列的数字。", "The chosen regions have no series of this indicator."),
}


KINDS: Mapping[str, Kind] = {
    "low_base_note": "low_base",
    "low_base_none": "low_base",
    "apart": "notice",
    "missing": "notice",
    "disputed": "caveat",
}
"""What a phrase says by itself; all others say what their facts do."""


def say(key: str, language: str, *facts: str) -> Said:
    """The set phrase ``key`` with its blanks filled; it speaks of what its facts speak of."""
    return fill(PHRASES[key][language != "zh"], *facts, kind=KINDS.get(key))


def pick(words: Mapping[str, tuple[str, str]], key: str, language: str) -> str:
    """The word for a value of a closed list."""
    return words[key][language != "zh"]


def noted(statements: Iterable[Said], language: str) -> Said:
    """Statements as one note: 注：…；…。"""
    told = join(statements, PHRASES["joined"][language != "zh"])
    return say("notes", language, told) + ("。" if language == "zh" else ".") if told else told
